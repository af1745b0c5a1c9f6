"""A member's public commitment record: what it is, what it signed, and what came of it."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import get_locale

from charterhub.commitments import kinds
from charterhub.commitments.queries import commitments_of_member
from charterhub.kept_pages import kept
from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.members.kinds import INSTITUTION_NAMES, KIND_NAMES, STAGE_NAMES
from charterhub.members.models import Member
from charterhub.members.places import country_name
from charterhub.members.queries import description_of
from charterhub.moderation.trail import public_sentences
from charterhub.permissions import permission
from charterhub.records.queries import acts_of, charters_on_record, member_on_record, proposals_of
from charterhub.voting.queries import rounds_of_member

bp = Blueprint("records", __name__)


@bp.get("/members/<slug>")
@kept
@permission("member.read", member_on_record)
def show(member: Member) -> ResponseReturnValue:
    charters = charters_on_record(member)
    acts = acts_of(member, [one.charter for one in charters])
    return render_template(
        "records/show.html",
        member=member,
        signed=member.enrolment,
        description=description_of(member.id),
        institutions=INSTITUTION_NAMES,
        proposals=proposals_of(member),
        country=country_name(member.country),
        kinds=KIND_NAMES,
        stages=STAGE_NAMES,
        areas=FOCUS_AREAS,
        charters=charters,
        commitments=commitments_of_member(member.id),
        names=kinds,
        rounds=rounds_of_member(member, str(get_locale())),
        acts=list(zip(acts, public_sentences(acts), strict=True)),
    )
