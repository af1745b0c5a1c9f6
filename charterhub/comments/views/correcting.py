"""The author says where a comment stands in the latest version."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.queries import clauses_of, latest_version
from charterhub.comments.forms import PlaceForm
from charterhub.comments.limits import limited
from charterhub.comments.models import Comment
from charterhub.comments.operations import correct_place
from charterhub.comments.queries import comment_from_url, places_of
from charterhub.comments.views.blueprint import bp
from charterhub.errors import BadInput
from charterhub.permissions import permission


@bp.route("/comments/<int:comment_id>/place", methods=["GET", "POST"])
@limited
@permission("comment.correct_place", comment_from_url)
def correct(comment: Comment) -> ResponseReturnValue:
    """Choose the clause, and copy the words out of it; nothing in the field means the whole clause."""
    latest, places = latest_version(comment.charter), places_of(comment)
    language = comment.revision.language
    clauses = clauses_of(latest, language) if latest and language in latest.languages else []
    now = places[0] if places else None
    standing = {"clause": request.args.get("clause") or (now.eid if now else ""), "words": now.words if now else ""}
    form, refused = PlaceForm(clauses, data=standing), None
    if form.validate_on_submit():
        try:
            correct_place(current_user, comment, form.chosen, form.selector)
            flash(_("Your comment stands there from now on."))
            return redirect(url_for("comments.show", comment_id=comment.id))
        except BadInput as error:
            refused = error.sentence
    shown = {"comment": comment, "charter": comment.charter, "clause": comment.place, "span": comment.span, "latest": latest}
    page = render_template("comments/correct.html", form=form, refused=refused, chosen=form.by_eid.get(form.clause.data), **shown)
    return page, 422 if refused or form.errors else 200
