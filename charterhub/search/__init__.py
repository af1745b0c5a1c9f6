"""Finding clauses in all published charters: by words, in any language, and by likeness to another clause."""
