"""The instrument and its wording: a charter, its clauses, their immutable revisions, and the versions that freeze them."""
