"""A comment on the words of a clause, the replies and support it gets, where it stands in later versions, and its answer."""

from charterhub.comments.models.answer import DISPOSITIONS, LONGEST_REASON, Answer, AnswerBatch
from charterhub.comments.models.brief import Brief, BriefEndorsement, BriefPassage
from charterhub.comments.models.comment import DEEPEST, LONGEST_BODY, SOURCES, STANCES, WITHHELD, Comment, in_public
from charterhub.comments.models.earlier_text import EarlierText
from charterhub.comments.models.intake import Intake
from charterhub.comments.models.pause import LONGEST_PAUSE_HOURS, Pause
from charterhub.comments.models.placement import STATUSES, CommentPlacement
from charterhub.comments.models.rejoinder import Rejoinder
from charterhub.comments.models.settlement import Settlement
from charterhub.comments.models.support import Support

__all__ = [
    "DEEPEST", "DISPOSITIONS", "LONGEST_BODY", "LONGEST_PAUSE_HOURS", "LONGEST_REASON", "Pause", "SOURCES", "STANCES", "STATUSES", "Answer", "AnswerBatch", "Brief",
    "BriefEndorsement", "BriefPassage", "Comment", "CommentPlacement", "EarlierText", "Intake", "Rejoinder", "Settlement", "Support", "WITHHELD", "in_public",
]  # fmt: skip
