"""The demo: a year of an invented campaign, loaded by `flask charterhub seed-demo` through the rooms' own operations."""
