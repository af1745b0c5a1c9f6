"""Organisations of civil society, which speak as organisations once the committee has verified them."""
