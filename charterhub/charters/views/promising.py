"""The promise of a charter's process, for everybody to read, and the form with which its officials give it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.forms.process import ACTION_NAMES, PromiseForm, as_date
from charterhub.charters.models import PHASES, Charter
from charterhub.charters.operations.promising import promise
from charterhub.charters.process import process_of
from charterhub.charters.queries import charter_from_url
from charterhub.charters.views.blueprint import bp
from charterhub.errors import CharterError
from charterhub.permissions import permission


@bp.get("/charters/<slug>/promise", endpoint="promise")
@permission("process.read", charter_from_url)
def show_promise(charter: Charter) -> ResponseReturnValue:
    process = process_of(charter)
    days = {action: [as_date(day) for day in pair] for action, pair in (process.windows if process else {}).items()}
    return render_template("charters/promise.html", charter=charter, process=process, phases=PHASES, days=days, names=ACTION_NAMES)


@bp.route("/charters/<slug>/promise/edit", methods=["GET", "POST"])
@permission("process.set", charter_from_url)
def edit_promise(charter: Charter) -> ResponseReturnValue:
    form = PromiseForm.of(process_of(charter))
    if request.method == "GET":
        return render_template("charters/edit_promise.html", charter=charter, form=form)
    try:
        if not form.validate():
            return render_template("charters/edit_promise.html", charter=charter, form=form), 422
        promise(current_user, charter, form.texts, form.windows, form.numbers)
    except CharterError as refused:
        form.form_errors.append(str(refused.sentence))
        return render_template("charters/edit_promise.html", charter=charter, form=form), int(refused.status)
    flash(_("Everybody can read it now."))
    return redirect(url_for("charters.promise", slug=charter.slug))
