"""Which comments say nearly the same: a campaign's letter that thousands sent, each with a word of their own.

Texts are compared by their runs of five characters, which needs no words and so serves every script. MinHash estimates how
many runs two texts share, and locality-sensitive hashing finds the pairs worth comparing (Broder 1997; Leskovec, Rajaraman,
Ullman, Mining of Massive Datasets, 3.3 and 3.4); the library is `rensa`.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rensa import RMinHash, RMinHashLSH

ALIKE = 0.7
PERMUTATIONS, BANDS, SEED = 128, 32, 1948
RUN = 5


def runs(text: str) -> set[str]:
    """The runs of characters of a text, whatever its capitals, its punctuation and its spaces."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())
    return {plain[place : place + RUN] for place in range(max(1, len(plain) - RUN + 1))} if plain else set()


def groups_of(texts: Mapping[int, str]) -> list[list[int]]:
    """Groups of two and more that hang together by likeness, the largest first; in each the earliest id first. A text without
    a letter or digit is like no other."""
    hashes = {key: hashed(shingles) for key, text in texts.items() if (shingles := runs(text))}
    index = RMinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS, num_bands=BANDS)
    parents: dict[int, int] = {}
    for key, signature in hashes.items():
        parents[key] = key
        near = {root(parents, other) for other in index.query(signature)}
        for head in sorted(near):
            if signature.jaccard(hashes[head]) >= ALIKE:
                join(parents, key, head)
        if root(parents, key) == key:
            index.insert(key, signature)  # only the first of a group is asked for again: copies of copies cost nothing
    return gathered(parents)


def hashed(shingles: Iterable[str]) -> RMinHash:
    signature = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    signature.update(sorted(shingles))
    return signature


def root(parents: dict[int, int], key: int) -> int:
    while parents[key] != key:
        parents[key] = key = parents[parents[key]]
    return key


def join(parents: dict[int, int], one: int, other: int) -> None:
    first, second = sorted((root(parents, one), root(parents, other)))
    parents[second] = first


def gathered(parents: dict[int, int]) -> list[list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for key in parents:
        groups[root(parents, key)].append(key)
    return sorted((sorted(group) for group in groups.values() if len(group) > 1), key=lambda group: (-len(group), group[0]))
