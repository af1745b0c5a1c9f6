"""Voting rounds on clauses of one exact version: roll, ballots, tally. Who voted and what was voted are kept apart."""
