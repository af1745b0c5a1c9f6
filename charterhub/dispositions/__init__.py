"""The drafters' side of comments: sorting them, finding those that look alike, answering each, and the report on what became of them."""
