"""Letters: written into the outbox by listeners of the journal, in the receiver's language; nobody calls this package."""
