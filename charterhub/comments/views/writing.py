"""Writing a comment on a clause: the form, the preview, and then the publication."""

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.models import VersionClause
from charterhub.charters.queries import clause_from_url
from charterhub.comments.forms import CommentForm
from charterhub.comments.limits import limited
from charterhub.comments.operations import aimed, post_comment
from charterhub.comments.views.blueprint import bp
from charterhub.comments.views.standing import address_of
from charterhub.comments.views.steps import in_steps
from charterhub.errors import BadInput
from charterhub.organisations.queries import organisations_spoken_for
from charterhub.permissions import permission
from charterhub.transaction import begin_writing

QUOTE, POSITION = ("exact", "prefix", "suffix"), ("start", "end")


@bp.route("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>/comments/new", methods=["GET", "POST"])
@limited
@permission("comment.post", clause_from_url)
def new(clause: VersionClause) -> ResponseReturnValue:
    form = CommentForm(current_user, organisations_spoken_for(current_user), data=prefilled())
    if lost := aim(form, clause):
        return form_page(clause, form, False, lost), 422
    return in_steps(form, partial(form_page, clause), partial(publish, clause))


new.reads_first = True  # type: ignore[attr-defined]


def prefilled() -> dict[str, object]:
    """What a link to the form can say: the marked words. The language is at first the one the pages are read in."""
    quote = {name: request.args.get(name, "") for name in QUOTE}
    position = {name: request.args.get(name, type=int) for name in POSITION}
    return {"language": str(get_locale()), **quote, **position}


def aim(form: CommentForm, clause: VersionClause) -> object | None:
    """Point the form at the marked words; where they are not in the clause, the sentence that says so."""
    selector = form.selector
    try:
        form.aim_at(aimed(clause, selector) if selector else None)
    except BadInput as lost:
        form.aim_at(None)
        return lost.sentence
    return None


def form_page(clause: VersionClause, form: CommentForm, preview: bool, lost: object | None = None) -> str:
    span = (form.start.data, form.end.data) if form.exact.data else None
    where = {"slug": clause.charter.slug, "number": clause.version.number, "language": clause.language, "eid": clause.eid}
    shown = {"charter": clause.charter, "clause": clause, "form": form, "span": span, "lost": lost}
    template = "comments/preview.html" if preview else "comments/new.html"
    return render_template(template, action=url_for("comments.new", **where), **shown)


def publish(clause: VersionClause, form: CommentForm) -> ResponseReturnValue:
    """Reads first and writes then: whether the charter still takes comments is read again, and checked, under the lock."""
    said = (form.body.data, form.language.data, form.selector, form.under_own_name, form.stance.data, form.organisation)
    begin_writing(clause.charter)
    comment = post_comment(current_user, clause, *said)
    flash(_("Your comment is public.") if not comment.absent else _("Your comment has been received. As it is your first one, somebody looks at it before it can be read; we write to you then."))
    return redirect(address_of(comment, clause))
