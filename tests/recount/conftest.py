"""The voting room's rounds, for whoever checks them."""

from tests.voting.conftest import certified, clause_ids, counted, opened, prepare, prepared, version, vote, voted_charter

__all__ = ["certified", "clause_ids", "counted", "opened", "prepare", "prepared", "version", "vote", "voted_charter"]
