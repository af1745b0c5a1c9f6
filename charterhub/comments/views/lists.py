"""Comments in lists: all of a charter, one's own and what became of them, those of an organisation."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url
from charterhub.comments.narrowing import Narrowing
from charterhub.comments.queries import comments_by, comments_in, comments_of_organisation, organisations_heard
from charterhub.comments.views.blueprint import bp
from charterhub.organisations.models import Organisation
from charterhub.organisations.queries import organisation_from_url
from charterhub.permissions import permission


@bp.get("/charters/<slug>/discussion")
@permission("comment.read", charter_from_url)
def discussion(charter: Charter) -> ResponseReturnValue:
    listing = comments_in(charter, Narrowing.asked(request.args), current_user.id)
    here = url_for("comments.discussion", slug=charter.slug)
    return render_template("comments/discussion.html", charter=charter, listing=listing, here=here, organisations=organisations_heard(charter))


@bp.get("/my/comments")
@permission("account.manage")
def mine() -> ResponseReturnValue:
    narrowing = Narrowing.asked(request.args)
    comments, total = comments_by(current_user, narrowing)
    return render_template("comments/mine.html", comments=comments, total=total, narrowing=narrowing)


@bp.get("/organisations/<int:organisation_id>/contributions")
@permission("organisation.read", organisation_from_url)
def of_organisation(organisation: Organisation) -> ResponseReturnValue:
    listing = comments_of_organisation(organisation, Narrowing.asked(request.args), current_user.id)
    here = url_for("comments.of_organisation", organisation_id=organisation.id)
    return render_template("comments/of_organisation.html", organisation=organisation, listing=listing, here=here)
