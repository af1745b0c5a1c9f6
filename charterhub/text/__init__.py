"""The text engine: one normal form, words, differences, merging, rebasing, provenance and anchors. Pure functions over
strings and dataclasses: no Flask, no database, usable as a library and from the command line."""
