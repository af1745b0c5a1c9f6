"""Differences between two wordings, in words: what the merge computes with, and what a person reads.

`changes` is exact: offsets on the old wording, from first to last, never overlapping; applied they give the new wording,
reversed they give the old one back. `segments` is for reading: small words that stayed between two changed phrases
are shown as part of the change, the way an editor would mark it by hand. `python -m charterhub.text.diff OLD NEW` prints it.
"""

from charterhub.text.diff.changes import Change, apply, changes, reverse
from charterhub.text.diff.segments import Segment, segments

__all__ = ["Change", "Segment", "apply", "changes", "reverse", "segments"]
