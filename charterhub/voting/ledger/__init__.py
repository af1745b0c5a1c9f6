"""The public ledger of a round in the database: rows that are only ever added, chained as `charterhub.counting.ledger` says."""
