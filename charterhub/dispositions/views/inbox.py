"""The inbox of a charter's drafters: sifted, sorted, and answered in groups."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url
from charterhub.comments.models import DISPOSITIONS, Comment
from charterhub.comments.narrowing import number
from charterhub.comments.operations import answer_comments
from charterhub.comments.queries import comment_from_url
from charterhub.comments.queries.thread import THREAD_PAGE
from charterhub.dispositions.forms import GroupAnswerForm, SortingForm, tags_in
from charterhub.dispositions.operations import sort_comments
from charterhub.dispositions.queries import (
    alike_in,
    clauses_commented,
    colleagues_of,
    comments_named,
    counts_of,
    group_around,
    inbox_of,
    tags_used,
)
from charterhub.dispositions.sifting import Sifting
from charterhub.dispositions.views.blueprint import bp
from charterhub.dispositions.words import STATE_NAMES
from charterhub.errors import CharterError
from charterhub.permissions import permission


@bp.get("/charters/<slug>/comments")
@permission("comment.handle", charter_from_url)
def inbox(charter: Charter) -> ResponseReturnValue:
    return inbox_page(charter, SortingForm(colleagues_of(charter), formdata=None))


def inbox_page(charter: Charter, sorting: SortingForm, status: int = 200) -> ResponseReturnValue:
    sifting = Sifting.asked(request.args)
    found, (total, waiting) = inbox_of(charter, sifting), counts_of(charter)
    lists = {"versions": range(1, charter.latest_version_number + 1), "tags": tags_used(charter), "clauses": clauses_commented(charter), "colleagues": sorting.assignee.choices[1:]}
    shown = {"found": found, "total": total, "waiting": waiting, "more": found.total > sifting.narrowing.page * THREAD_PAGE, "states": STATE_NAMES}
    return render_template("dispositions/inbox.html", charter=charter, sifting=sifting, sorting=sorting, dispositions=DISPOSITIONS, **shown, **lists), status


@bp.post("/charters/<slug>/comments/sorting")
@permission("comment.handle", charter_from_url)
def sort(charter: Charter) -> ResponseReturnValue:
    form = SortingForm(colleagues_of(charter))
    if not form.validate():
        return inbox_page(charter, form, 422)
    try:
        sort_comments(current_user, charter, ticked(charter), form.state.data, number(form.assignee.data), tags_in(form.tags.data))
    except CharterError as refused:
        form.form_errors = [refused.sentence]
        return inbox_page(charter, form, int(refused.status))
    flash(_("The comments are sorted."))
    return redirect(url_for("dispositions.inbox", slug=charter.slug, **Sifting.asked(request.args).on_page(Sifting.asked(request.args).narrowing.page)))


def ticked(charter: Charter) -> list[Comment]:
    """The comments whose boxes were ticked, or whose numbers a group's form carries."""
    named = [*request.form.getlist("comment"), *request.form.get("comments", "").split()]
    return comments_named(charter, {found for found in map(number, named) if found is not None})


@bp.get("/charters/<slug>/comments/alike")
@permission("comment.handle", charter_from_url)
def groups(charter: Charter) -> ResponseReturnValue:
    return render_template("dispositions/groups.html", charter=charter, groups=alike_in(charter))


@bp.get("/comments/<int:comment_id>/alike")
@permission("comment.answer", comment_from_url)
def group(comment: Comment) -> ResponseReturnValue:
    return render_template("dispositions/group.html", charter=comment.charter, alike=group_around(comment), form=GroupAnswerForm())


@bp.post("/charters/<slug>/comments/answers")
@permission("comment.handle", charter_from_url)
def answer_group(charter: Charter) -> ResponseReturnValue:
    """The form carries the numbers of the comments that the person had before them: later ones are not answered unread."""
    form, comments = GroupAnswerForm(), [comment for comment in ticked(charter) if comment.disposition is None]
    if not form.validate() or not comments:
        form.form_errors = [] if comments else [_("These comments have been answered already.")]
        return render_template("dispositions/answer_group.html", charter=charter, comments=comments, form=form), 422
    answer_comments(current_user, charter, comments, form.disposition.data, form.reason.data)
    flash(ngettext("%(num)s comment is answered.", "%(num)s comments are answered.", len(comments)))
    return redirect(url_for("dispositions.groups", slug=charter.slug))
