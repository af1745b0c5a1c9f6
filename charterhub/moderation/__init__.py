"""Moderation: rules, reports, decisions with reasons, appeals to another person, a public log, first looks, and bursts.

It serves all that people write in public: comments and replies (whatever way they came), contributions to the discussion of
an amendment, and the rationale of an amendment. Nothing is ever deleted: what is hidden keeps its place and its number.
"""
