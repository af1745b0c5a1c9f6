"""Counting votes: pure functions over plain values, in whole numbers, so that an outsider can run them on exported data."""
