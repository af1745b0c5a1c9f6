"""The directory: every member."""

from flask import render_template
from flask.typing import ResponseReturnValue

from charterhub.members.queries import all_members
from charterhub.members.views.blueprint import WORDS, bp
from charterhub.permissions import permission


@bp.get("/members")
@permission("member.read")
def index() -> ResponseReturnValue:
    return render_template("members/index.html", members=all_members(), **WORDS)
