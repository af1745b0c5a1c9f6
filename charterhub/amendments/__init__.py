"""Amendments: proposed wordings of a clause, unchangeable once tabled, and what became of each."""
