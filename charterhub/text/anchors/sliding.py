"""Where exactly words were put in or taken out.

When "the right to food," is taken out of "the right to water, the right to food, the right to housing", a comparison may as
well say that "food, the right to" went: the result is the same. People take out whole sentences, or phrases between two marks,
so among the equal readings the one with the best borders is taken (the idea of diff-match-patch's lossless clean-up, on words).
"""

from charterhub.text.anchors.alignment import FREE, Alignment
from charterhub.text.anchors.rows import Row, weight

FARTHEST = 200


def slide(alignment: Alignment) -> None:
    for side in (Side(alignment, alignment.old, alignment.to_new), Side(alignment, alignment.new, alignment.to_old)):
        for first, stop in side.lone_runs():
            side.settle(first, stop - first)


class Side:
    """One of the two rows, seen from which the other side has nothing in some places."""

    def __init__(self, alignment: Alignment, row: Row, partner: list[int]) -> None:
        self.alignment, self.row, self.partner = alignment, row, partner
        self.words = row.words

    def lone_runs(self) -> list[tuple[int, int]]:
        """Runs without partners between two words whose partners are neighbours."""
        free = [place for place, there in enumerate(self.partner) if there == FREE]
        firsts = [place for at, place in enumerate(free) if not at or free[at - 1] != place - 1]
        stops = [place + 1 for at, place in enumerate(free) if at + 1 == len(free) or free[at + 1] != place + 1]
        return [(first, stop) for first, stop in zip(firsts, stops) if self.enclosed(first, stop)]

    def enclosed(self, first: int, stop: int) -> bool:
        return 0 < first and stop < len(self.partner) and self.partner[stop] == self.partner[first - 1] + 1

    def settle(self, first: int, size: int) -> None:
        places = range(first - self.reach(first - 1, -1, size), first + self.reach(first + size, 1, size) + 1)
        best = max(places, key=lambda place: (self.border(place) + self.border(place + size), place))
        for place in range(first, best):
            self.shift(place + size, place)
        for place in range(first - 1, best - 1, -1):
            self.shift(place, place + size)

    def reach(self, start: int, way: int, size: int) -> int:
        """How many words from `start` on could change places with their doubles, `size` words back, without crossing anything."""
        origin, steps = self.partner[start], 0
        for place in range(start, min(max(start + way * FARTHEST, -1), len(self.words)), way):
            if self.partner[place] != origin + way * steps or self.words[place] != self.words[place - way * size]:
                break
            steps += 1
        return steps

    def shift(self, place: int, to: int) -> None:
        there = self.partner[place]
        old, new = (place, there) if self.row is self.alignment.old else (there, place)
        route = self.alignment.route[old]
        self.alignment.part(old)
        self.alignment.pair(*((to, new) if self.row is self.alignment.old else (old, to)), route)

    def border(self, place: int) -> int:
        """How good a border stands before this word: of a sentence or line, of a mark, or none."""
        if self.row.opens(place):
            return 3
        return 2 * (not weight(self.words[place - 1])) or int(not weight(self.words[place]))

