"""The outbox on screen, for demonstrations where no mail is sent."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from charterhub.notifications.queries import latest_letters
from charterhub.permissions import permission

bp = Blueprint("notifications", __name__)


@bp.get("/outbox")
@permission("outbox.read")
def outbox() -> ResponseReturnValue:
    return render_template("notifications/outbox.html", letters=latest_letters())
