"""The rules, and the public log of what was decided, in numbers."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.models import Charter
from charterhub.charters.queries import charter_from_url
from charterhub.formats.tables import as_csv
from charterhub.kept_pages import kept
from charterhub.moderation.forms import RulesForm
from charterhub.moderation.grounds import DEFAULT_RULES, GROUND_NAMES
from charterhub.moderation.models import APPEAL_DAYS
from charterhub.moderation.operations import write_rules
from charterhub.moderation.queries import log_of, number_waiting, rules_of
from charterhub.moderation.views.blueprint import bp
from charterhub.permissions import permission

COLUMNS = ("month", "ground", "kept", "hidden", "appeals", "restored", "median_hours")


@bp.get("/charters/<slug>/moderation")
@kept
@permission("moderation.read", charter_from_url)
def public(charter: Charter) -> ResponseReturnValue:
    """The rules in the reader's language first, how it is decided, and the log."""
    mine = str(get_locale())
    holding, earlier = rules_of(charter)
    rules = sorted(holding, key=lambda row: (row.language != mine, row.language != charter.language, row.language))
    shown = {"log": log_of(charter), "grounds": GROUND_NAMES, "waiting": number_waiting(charter), "days": APPEAL_DAYS}
    return render_template("moderation/public.html", charter=charter, rules=rules, earlier=earlier, default=DEFAULT_RULES, **shown)


@bp.get("/charters/<slug>/moderation.csv")
@permission("moderation.read", charter_from_url)
def log(charter: Charter) -> ResponseReturnValue:
    lines = ({**vars(line), "median_hours": f"{line.hours:.1f}"} for line in log_of(charter))
    return Response("".join(as_csv(COLUMNS, lines)), mimetype="text/csv", headers={"Content-Disposition": f'attachment; filename="{charter.slug}-moderation.csv"'})


@bp.route("/charters/<slug>/moderation/rules", methods=["GET", "POST"])
@permission("rules.write", charter_from_url)
def write(charter: Charter) -> ResponseReturnValue:
    language = request.args.get("language", str(get_locale()))
    there = {row.language: row.body for row in rules_of(charter)[0]}
    form = RulesForm(data={"language": language, "body": there.get(language) or "\n\n".join(map(str, DEFAULT_RULES))})
    if form.validate_on_submit():
        write_rules(current_user, charter, form.language.data, form.body.data)
        flash(_("These rules hold from now on."))
        return redirect(url_for("moderation.public", slug=charter.slug))
    return render_template("moderation/write.html", charter=charter, form=form), 422 if form.errors else 200
