"""Commitments: what a local government undertook on which clause, when, with which measures, and what came of it."""
