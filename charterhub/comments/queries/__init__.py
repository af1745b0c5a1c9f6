"""Reading comments: what stands in the margin of a version, the thread of one clause, and the inbox of the drafters.

A comment stands in the version it was written on, and in each later one where `CommentPlacement` says.
"""

from charterhub.comments.queries.briefs import brief_from_url, briefs_on, endorsers_of
from charterhub.comments.queries.collection import page_of_collection, size_of_collection
from charterhub.comments.queries.intakes import clause_from_code, comment_by_receipt, comments_taken_in, intake_from_url, intakes_of
from charterhub.comments.queries.lists import Listed, Listing, Mine, comments_by, comments_in, comments_of_organisation, organisations_heard
from charterhub.comments.queries.margin import EMPTY, Margin, MarginNote, clauses_moved, margin_of
from charterhub.comments.queries.pauses import pause_from_url, pause_on, pauses_in
from charterhub.comments.queries.places import Place, in_force, places_of, places_of_all
from charterhub.comments.queries.replies import Backing, Discussed, Reply, replies_in, whole_thread
from charterhub.comments.queries.thread import PlacedComment, Thread, comment_from_url, comments_on

__all__ = [
    "Backing", "Discussed", "EMPTY", "Listed", "Listing", "Margin", "MarginNote", "Mine", "Place", "PlacedComment",
    "Reply", "Thread", "brief_from_url", "briefs_on", "clause_from_code", "clauses_moved", "comment_by_receipt", "comment_from_url",
    "comments_by", "comments_in", "comments_of_organisation", "comments_on", "comments_taken_in", "endorsers_of",
    "in_force", "intake_from_url", "intakes_of", "margin_of", "organisations_heard", "page_of_collection", "pause_from_url", "pause_on", "pauses_in",
    "places_of", "places_of_all", "replies_in", "size_of_collection", "whole_thread",
]  # fmt: skip
