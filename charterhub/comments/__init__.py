"""Inline comments: what people say of exact words, where those words stand in every later version, and the answer."""
