"""Documents of a form: fetched as downloads only, never shown in the browser, and removed while the form is not sent."""

from io import BytesIO
from typing import Any

from flask import flash, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.members import operations
from charterhub.members.form_paper import form_paper
from charterhub.members.models import SIGNED_FORM, Attachment, EnrolmentDraft
from charterhub.members.queries import attachment_of, draft_from_url
from charterhub.members.steps import form_of
from charterhub.members.views.blueprint import bp
from charterhub.permissions import permission
from charterhub.printing import pdf_answer

MOST_BYTES_OF_A_STEP = 48 * 1024 * 1024


class DocumentOfDraft:
    """A document is as open as its form."""

    def __init__(self, token: str, attachment_id: int) -> None:
        self.draft = draft_from_url(token)
        self.attachment: Attachment = attachment_of(self.draft, attachment_id)

    @property
    def sent(self) -> bool:
        return self.draft.sent


@bp.url_value_preprocessor
def take_large_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """A file that is too large is refused by a sentence beside its field, with the text typed around it still there; so it
    has to arrive first. It is said here because later the form has been read."""
    if endpoint == "members.save":
        request.max_content_length = MOST_BYTES_OF_A_STEP


@bp.get("/enrolments/drafts/<token>/form.pdf")
@permission("draft.read", draft_from_url)
def paper(draft: EnrolmentDraft) -> ResponseReturnValue:
    """The form filled in so far, to be signed by hand."""
    return pdf_answer(form_paper(form_of(draft.answers)), "enrolment-form.pdf")


@bp.get("/enrolments/drafts/<token>/documents/<int:attachment_id>")
@permission("draft.read", DocumentOfDraft)
def download(place: DocumentOfDraft) -> ResponseReturnValue:
    paper = place.attachment
    return send_file(BytesIO(paper.content.content), mimetype=paper.media_type, as_attachment=True, download_name=paper.name)


@bp.post("/enrolments/drafts/<token>/documents/<int:attachment_id>/removal")
@permission("draft.fill", DocumentOfDraft)
def remove_document(place: DocumentOfDraft) -> ResponseReturnValue:
    step = "statement" if place.attachment.place == SIGNED_FORM else "practices"
    operations.remove_attachment(current_user, place.draft, place.attachment)
    flash(_("The document is removed."))
    return redirect(url_for("members.step", token=place.draft.token, name=step))
