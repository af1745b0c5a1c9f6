"""The briefs of organisations: bring one, put its passages beside clauses on one page, publish it, join in another's."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.models import Charter, Version
from charterhub.charters.queries import charter_from_url, clauses_of, latest_version, version_from_url
from charterhub.charters.unread import sentence_of
from charterhub.comments.forms import BriefForm, MappingForm, OrganisationChoice
from charterhub.comments.limits import limited
from charterhub.comments.models import Brief
from charterhub.comments.operations import bring_brief, endorse_brief, map_brief, publish_brief
from charterhub.comments.queries import brief_from_url, briefs_on, endorsers_of
from charterhub.comments.views.blueprint import bp
from charterhub.errors import BadInput
from charterhub.formats.unreadable import Unreadable
from charterhub.organisations.queries import organisations_spoken_for
from charterhub.permissions import permission


@bp.get("/charters/<slug>/briefs")
@permission("comment.read", charter_from_url)
def briefs(charter: Charter) -> ResponseReturnValue:
    return render_template("comments/briefs.html", charter=charter, briefs=briefs_on(charter, current_user), latest=latest_version(charter))


@bp.route("/charters/<slug>/versions/<int:number>/briefs/new", methods=["GET", "POST"])
@limited
@permission("brief.bring", version_from_url)
def new_brief(version: Version) -> ResponseReturnValue:
    form, refused = BriefForm(organisations_spoken_for(current_user), data={"language": str(get_locale())}), None
    if form.validate_on_submit():
        try:
            said = (version.charter.language, form.title.data, form.language.data, form.passages)
            brief = bring_brief(current_user, form.chosen, version, *said)
            return redirect(url_for("comments.passages", brief_id=brief.id))
        except Unreadable as unreadable:
            refused = sentence_of(unreadable)
        except BadInput as error:
            refused = error.sentence
    page = render_template("comments/brief_new.html", charter=version.charter, version=version, form=form, refused=refused)
    return page, 422 if refused or form.errors else 200


@bp.route("/briefs/<int:brief_id>/passages", methods=["GET", "POST"])
@permission("brief.edit", brief_from_url)
def passages(brief: Brief) -> ResponseReturnValue:
    form, refused = MappingForm(brief, clauses_of(brief.version, brief.text_language)), None
    if form.validate_on_submit():
        try:
            map_brief(current_user, brief, form.mapped)
            return redirect(url_for("comments.brief", brief_id=brief.id))
        except BadInput as error:
            refused = error.sentence
    page = render_template("comments/brief_passages.html", charter=brief.charter, brief=brief, form=form, refused=refused)
    return page, 422 if refused or form.errors else 200


@bp.get("/briefs/<int:brief_id>")
@permission("brief.read", brief_from_url)
def brief(brief: Brief) -> ResponseReturnValue:
    """The whole brief, each passage beside its clause; for its organisation also before it is public."""
    names = {clause.clause_id: clause for clause in clauses_of(brief.version, brief.text_language)}
    endorsers = endorsers_of(brief)
    joining = [each for each in organisations_spoken_for(current_user) if each not in endorsers] if current_user.is_authenticated else []
    form = OrganisationChoice([each for each in joining if each.id != brief.organisation_id], formdata=None)
    return render_template("comments/brief.html", charter=brief.charter, brief=brief, names=names, endorsers=endorsers, form=form)


@bp.post("/briefs/<int:brief_id>/publication")
@permission("brief.edit", brief_from_url)
def publish_passages(brief: Brief) -> ResponseReturnValue:
    publish_brief(current_user, brief)
    flash(_("The brief is public, and its passages stand beside their clauses."))
    return redirect(url_for("comments.brief", brief_id=brief.id))


@bp.post("/briefs/<int:brief_id>/endorsements")
@permission("brief.endorse", brief_from_url)
def endorse(brief: Brief) -> ResponseReturnValue:
    form = OrganisationChoice(organisations_spoken_for(current_user))
    if not form.validate():
        raise BadInput(_("Only an organisation can join in a brief: choose one you speak for."))
    endorse_brief(current_user, brief, form.chosen)
    flash(_("Your organisation joins in this brief."))
    return redirect(url_for("comments.brief", brief_id=brief.id))
