"""The pages for rebuilding a text: the board's traffic lights, working groups by part."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.amendments.models.rebuilding import LIGHTS, WorkingGroup
from charterhub.amendments.operations.rebuilding import form_group, give_lights, join_group, take_charge
from charterhub.amendments.queries.rebuilding import group_from_url, groups_of, lights_on, missing_rights, own_lights
from charterhub.amendments.views.blueprint import bp
from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url, clause_in, clauses_of, latest_version
from charterhub.errors import BadInput
from charterhub.permissions import permission

LIGHT = "light "


@bp.get("/charters/<slug>/triage")
@permission("amendment.read", charter_from_url)
def triage(charter: Charter) -> ResponseReturnValue:
    """How the board sees each clause: numbers for everybody, a form for those on the board."""
    version = latest_version(charter)
    clauses = clauses_of(version, charter.language) if version else []
    mine = own_lights(charter, current_user) if current_user.is_authenticated else {}
    shown = {"counts": lights_on(charter), "mine": mine, "missing": missing_rights(charter), "groups": groups_of(charter)}
    return render_template("amendments/triage.html", charter=charter, version=version, clauses=clauses, lights=LIGHTS, **shown)


@bp.post("/charters/<slug>/triage")
@permission("triage.rate", charter_from_url)
def rate(charter: Charter) -> ResponseReturnValue:
    given = {int(key): value for name, value in request.form.items() if name.startswith(LIGHT) and (key := name.removeprefix(LIGHT)).isdigit()}
    give_lights(current_user, charter, given, request.form.get("missing", ""))
    flash(_("Your lights are counted. You can change them while the text is open."))
    return redirect(url_for("amendments.triage", slug=charter.slug))


@bp.post("/charters/<slug>/working-groups")
@permission("desk.map", charter_from_url)
def new_group(charter: Charter) -> ResponseReturnValue:
    version = latest_version(charter)
    place = clause_in(version, charter.language, request.form.get("clause", 0, type=int)) if version else None
    if place is None:
        raise BadInput(_("Please choose a clause of this charter."))
    form_group(current_user, charter, place.clause, request.form.get("name", ""))
    return redirect(url_for("amendments.triage", slug=charter.slug, _anchor="groups"))


@bp.post("/working-groups/<int:group_id>/membership")
@permission("group.join", group_from_url)
def join(group: WorkingGroup) -> ResponseReturnValue:
    join_group(current_user, group)
    return redirect(url_for("amendments.triage", slug=group.charter.slug, _anchor="groups"))


@bp.post("/working-groups/<int:group_id>/charge")
@permission("desk.map", group_from_url)
def charge(group: WorkingGroup) -> ResponseReturnValue:
    take_charge(current_user, group)
    return redirect(url_for("amendments.triage", slug=group.charter.slug, _anchor="groups"))
