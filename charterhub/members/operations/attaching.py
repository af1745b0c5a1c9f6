"""Documents handed in with a form: looked at by their content, by the virus scanner where there is one, and counted."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from flask_babel import lazy_gettext as _l

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.errors import BadInput
from charterhub.journal.record import record
from charterhub.members.documents import MEDIA_TYPES, file_name, kind_of
from charterhub.members.models import Attachment, AttachmentContent, EnrolmentDraft
from charterhub.members.queries import lock_draft
from charterhub.members.scanning import refuse_infected
from charterhub.permissions import require

MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE
MOST_FILES, MOST_BYTES = 10, 30 * MEGABYTE


def attach(actor: Person, draft: EnrolmentDraft, place: int, name: str, content: bytes) -> Attachment:
    require("draft.fill", draft, actor)
    lock_draft(draft)
    about = looked_at(name, content)
    refuse_beyond_quota([attachment.size for attachment in draft.attachments], len(content))
    attachment = Attachment(draft_id=draft.id, place=place, sent_by_id=actor.id, content=AttachmentContent(content=content), **about)
    draft.attachments.append(attachment)
    record("attachment.received", actor, attachment)
    return attachment


def looked_at(name: str, content: bytes) -> dict[str, Any]:
    """What is kept of a document beside its bytes; raises `BadInput` where it is none that we take, or harmful."""
    shown_name = file_name(name)
    kind = checked_kind(shown_name, content)
    refuse_infected(content)
    digest = sha256(content).hexdigest()
    return {"name": shown_name, "media_type": MEDIA_TYPES[kind], "size": len(content), "digest": digest, "received_at": clock.now()}


def checked_kind(name: str, content: bytes) -> str:
    """What the content is; refused where that is not what the name says, or nothing we take."""
    if not content:
        raise BadInput(_l("This file is empty. Please choose another."))
    if len(content) > LARGEST:
        raise BadInput(_l("That is too large. A file may have at most 10 MB."))
    kind = kind_of(content)
    if kind is None:
        raise BadInput(_l("“%(name)s” is not a file we can keep, whatever its name says. Please send a PDF, a Word or OpenDocument text, or a JPEG or PNG picture.", name=name))
    return kind


def refuse_beyond_quota(sizes: Sequence[int], more: int) -> None:
    """`sizes` of the documents that are there already, in bytes."""
    if len(sizes) >= MOST_FILES:
        raise BadInput(_l("There is room for ten documents. Please remove one first, or put several into one file."))
    if sum(sizes) + more > MOST_BYTES:
        raise BadInput(_l("The documents may have 30 MB together. Please remove one first, or send a smaller one."))


def remove_attachment(actor: Person, draft: EnrolmentDraft, attachment: Attachment) -> None:
    require("draft.fill", draft, actor)
    draft.attachments.remove(attachment)
    record("attachment.removed", actor, attachment)
