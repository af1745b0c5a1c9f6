"""City to global and back: what the members' charters make of the global text."""
