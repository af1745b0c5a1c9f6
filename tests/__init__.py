"""Tests: their names are the specification."""
