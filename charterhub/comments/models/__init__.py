"""A comment on the words of a clause, the replies and support it gets, where it stands in later versions, and its answer."""

from charterhub.comments.models.answer import DISPOSITIONS, LONGEST_REASON, Answer, AnswerBatch
from charterhub.comments.models.brief import Brief, BriefEndorsement, BriefPassage
from charterhub.comments.models.comment import DEEPEST, LONGEST_BODY, SOURCES, STANCES, Comment
from charterhub.comments.models.earlier_text import EarlierText
from charterhub.comments.models.intake import Intake
from charterhub.comments.models.placement import STATUSES, CommentPlacement
from charterhub.comments.models.rejoinder import Rejoinder
from charterhub.comments.models.settlement import Settlement
from charterhub.comments.models.support import Support

__all__ = [
    "DEEPEST", "DISPOSITIONS", "LONGEST_BODY", "LONGEST_REASON", "SOURCES", "STANCES", "STATUSES", "Answer", "AnswerBatch", "Brief",
    "BriefEndorsement", "BriefPassage", "Comment", "CommentPlacement", "EarlierText", "Intake", "Rejoinder", "Settlement", "Support",
]  # fmt: skip
