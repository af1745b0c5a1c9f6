"""What follows a vote: the record of the council's act."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url
from charterhub.errors import BadInput
from charterhub.permissions import permission
from charterhub.voting.adoption import record_adoption
from charterhub.voting.forms.adoption import AdoptionForm
from charterhub.voting.views.blueprint import bp


@bp.route("/charters/<slug>/adoption", methods=["GET", "POST"])
@permission("charter.adopt", charter_from_url)
def adopt(charter: Charter) -> ResponseReturnValue:
    form = AdoptionForm()
    if form.validate_on_submit():
        try:
            record_adoption(current_user, charter, form.council_act)
            flash(_("The adoption is on record, and the charter has entered its last phase."))
            return redirect(url_for("voting.index", slug=charter.slug))
        except BadInput as refused:
            form.form_errors.append(str(refused.sentence))
    return render_template("voting/adopt.html", charter=charter, form=form), 422 if form.errors else 200
