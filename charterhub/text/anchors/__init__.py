"""Comments that stay where they belong: what a comment is tied to, and where that stands in another version.

See docs/how-a-comment-travels.md for the whole way on one page. Offsets are Unicode code points, half-open.
"""

from charterhub.text.anchors.carrying import Anchor, Clauses, carry, carry_document
from charterhub.text.anchors.journeys import Journey, anchor_at, carry_on, carry_through
from charterhub.text.anchors.placement import Placement
from charterhub.text.anchors.selectors import AnchorNotFound, Selector, describe, locate

__all__ = [
    "Anchor",
    "AnchorNotFound",
    "Clauses",
    "Journey",
    "Placement",
    "Selector",
    "anchor_at",
    "carry",
    "carry_document",
    "carry_on",
    "carry_through",
    "describe",
    "locate",
]
