"""The longest common subsequence of two short rows of words, with the computer's whole numbers as rows of a table.

One bit per old word, one whole number per new word: the row says where the length of the common part does not grow (Crochemore,
Iliopoulos, Pinzon and Reid 2001; the form used here is Hyyrö's, 2004, of the family of Myers' bit-parallel matching, 1999). A
row of a 2,000 word gap is then four operations on 2,000 bits instead of 2,000 steps of Python. Reading the rows backwards
gives the pairs.
"""

from collections.abc import Sequence

LARGEST_TABLE = 4_000_000
"""Cells, old words times new words, about 2,000 by 2,000. A bigger gap without one seed is a rewriting, not an edit."""


def common_subsequence(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (place in old, place in new) of a longest common subsequence; nothing at all when the table would be too large."""
    if not old or not new or len(old) * len(new) > LARGEST_TABLE:
        return []
    return read_back(growth_rows(old, new), len(old))


def growth_rows(old: Sequence[str], new: Sequence[str]) -> list[int]:
    where: dict[str, int] = {}
    for place, word in enumerate(old):
        where[word] = where.get(word, 0) | 1 << place
    everything = (1 << len(old)) - 1
    row, rows = everything, []
    for word in new:
        here = row & where.get(word, 0)
        row = (row + here | row - here) & everything
        rows.append(row)
    return rows


def read_back(rows: list[int], width: int) -> list[tuple[int, int]]:
    pairs = []
    column, line = width, len(rows)
    while column and line:
        if rows[line - 1] >> column - 1 & 1:
            column -= 1
            continue
        line -= 1
        if not line or rows[line - 1] >> column - 1 & 1:
            column -= 1
            pairs.append((column, line))
    return pairs[::-1]
