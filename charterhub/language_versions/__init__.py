"""Charters in several languages: which passage of one edition renders which of the authoritative one, and how far it is done."""
