"""Reading files that people already have into a typed outline of clauses. Knows the text engine, no database and no web."""
