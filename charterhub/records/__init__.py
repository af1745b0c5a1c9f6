"""The commitment record: one public page for each member, read from everything below it; it writes nothing."""
