"""Who may vote where, before any round: lists a government takes in, and people its identity provider has verified."""
