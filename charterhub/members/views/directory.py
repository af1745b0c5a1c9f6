"""The directory: members searched, filtered, sorted, on a map, as tables for machines."""

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from charterhub.formats.tables import as_csv, as_json
from charterhub.kept_pages import kept
from charterhub.members.directory import HEADINGS, SORTS, Wanted, listing, members_by_country, milestones, records
from charterhub.members.models.member import STAGES_OF_MEMBERS
from charterhub.members.places import country_choices
from charterhub.members.regions import region_choices
from charterhub.members.views.blueprint import WORDS, bp
from charterhub.members.world_map import dots
from charterhub.permissions import permission

LAST_PAGE = 10_000


def wanted() -> Wanted:
    said = {name: request.args.get(name, "").replace("\0", "").strip()[:200] for name in Wanted.__dataclass_fields__}
    return Wanted(**{**said, "sort": said["sort"] if said["sort"].removeprefix("-") in SORTS else "name"})


@bp.get("/members")
@kept
@permission("member.read")
def index() -> ResponseReturnValue:
    asked, by_country = wanted(), members_by_country()
    names = {code: name for code, name in country_choices() if code in by_country}
    number = min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)
    return render_template(
        "members/index.html",
        asked=asked,
        listing=listing(asked, number, names if asked.sort.endswith("country") else {}),
        by_country=by_country,
        countries=names,
        regions=region_choices(),
        stages=STAGES_OF_MEMBERS,
        dots=dots(by_country),
        milestones=milestones(),
        **WORDS,
    )


@bp.get("/members.csv")
@permission("member.read")
def table() -> ResponseReturnValue:
    lines = as_csv(HEADINGS, records(wanted()))
    return Response(lines, mimetype="text/csv", headers={"Content-Disposition": "attachment; filename=members.csv"})


@bp.get("/members.json")
@permission("member.read")
def data() -> ResponseReturnValue:
    return Response(as_json(records(wanted())), mimetype="application/json")
