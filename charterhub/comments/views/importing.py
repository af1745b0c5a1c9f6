"""Taking in annotations from a file: first a look at what would come of each, then the act."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from charterhub import clock
from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url
from charterhub.comments.forms import AnnotationsForm
from charterhub.comments.incoming import Incoming, read_annotations
from charterhub.comments.limits import limited
from charterhub.comments.operations import take_in
from charterhub.comments.views.blueprint import bp
from charterhub.errors import BadInput
from charterhub.permissions import permission

LARGEST = 2_000_000


@bp.route("/charters/<slug>/annotations/import", methods=["GET", "POST"])
@limited
@permission("comment.import", charter_from_url)
def import_annotations(charter: Charter) -> ResponseReturnValue:
    form = AnnotationsForm()
    if request.method == "GET" or not form.validate():
        return import_page(charter, form)
    try:
        text = form.sent
        if not 0 < len(text) <= LARGEST:
            raise BadInput(_l("Please choose a file of at most 2 MB."))
        arriving = read_annotations(charter, text)
        if request.form.get("step") == "publish":
            return publish_arrivals(charter, form, arriving)
    except BadInput as refused:
        return import_page(charter, form, refused=refused.sentence), 422
    form.text.data = text
    return import_page(charter, form, arriving)


def import_page(charter: Charter, form: AnnotationsForm, arriving: list[Incoming] | None = None, refused: object | None = None) -> str:
    return render_template("comments/import.html", charter=charter, form=form, arriving=arriving, refused=refused)


def publish_arrivals(charter: Charter, form: AnnotationsForm, arriving: list[Incoming]) -> ResponseReturnValue:
    found = [each.contribution for each in arriving if each.contribution is not None]
    intake = take_in(current_user, charter, form.title.data, "imported", clock.now().date(), found)
    flash(_("The annotations that could be placed are public."))
    return redirect(url_for("comments.intake", intake_id=intake.id))
