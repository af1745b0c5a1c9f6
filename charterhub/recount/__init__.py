"""What an outsider needs to check a vote: the published bundle, the verifier, the voter's receipt, and plain words on what it all proves."""
