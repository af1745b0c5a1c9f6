"""Copies of a version to keep: for an office, a reader, a machine. A published text never changes, so neither does its copy."""
