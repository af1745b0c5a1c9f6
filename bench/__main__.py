"""`make bench`: the text engine beside its peers, then the reading page beside bare Flask."""

from bench import reading, text

text.main()
print("== bench.reading", flush=True)
reading.main()
