"""Begin a charter: one page with the three ways, and the page that takes a published charter clause by clause."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_login import current_user

from charterhub.charters.forms.starting import DerivationForm, EmptyForm, TemplateForm
from charterhub.charters.models import Charter
from charterhub.charters.operations import begin_charter, begin_from_template, derive_charter
from charterhub.charters.queries import charter_by_slug, clauses_of, latest_version, published_charters
from charterhub.charters.views.blueprint import bp
from charterhub.errors import BadInput, CharterError
from charterhub.members.models import Member
from charterhub.members.queries import member_from_url
from charterhub.page_form import PageForm
from charterhub.permissions import permission, require


@bp.route("/members/<slug>/charters/start", methods=["GET", "POST"])
@permission("charter.import", member_from_url)
def start(member: Member) -> ResponseReturnValue:
    return start_page(member)


@bp.route("/charters/start", methods=["GET", "POST"])
@permission("agenda.import")
def start_agenda() -> ResponseReturnValue:
    return start_page(None)


def start_page(member: Member | None) -> ResponseReturnValue:
    empty = EmptyForm(member.enrolment.language if member and member.enrolment else str(get_locale()))
    template = TemplateForm()
    if request.method == "POST":
        try:
            if charter := charter_begun(member, empty, template):
                return to_draft(charter)
        except CharterError as refused:
            (empty.title if "empty-title" in request.form else template.title).errors = [str(refused.sentence)]
    forms: dict[str, PageForm] = {"empty": empty, "template": template}
    status = 422 if empty.errors or template.errors else 200
    return render_template("charters/start.html", member=member, sources=published_charters(), **forms), status


def charter_begun(member: Member | None, empty: EmptyForm, template: TemplateForm) -> Charter | None:
    """The charter of the form that was sent, or None where it is not filled in well."""
    if "empty-title" in request.form:
        return begin_charter(current_user, member, empty.language.data, empty.title.data) if empty.validate() else None
    if not template.validate():
        return None
    return begin_from_template(current_user, member, template.template.data, template.title.data)


def to_draft(charter: Charter) -> ResponseReturnValue:
    flash(_("The draft is there. Nobody but you and your colleagues sees it until you publish it."))
    return redirect(url_for("charters.draft", slug=charter.slug))


@bp.route("/members/<slug>/charters/start/<source>/<language>", methods=["GET", "POST"])
@permission("charter.import", lambda slug, **_rest: member_from_url(slug))
def derive(member: Member) -> ResponseReturnValue:
    """The source is in the address, so that a secretary can send it to a city; it must be public."""
    source = charter_by_slug(str((request.view_args or {})["source"]))
    language = str((request.view_args or {})["language"])
    require("comment.read", source)
    version = latest_version(source)
    if version is None:
        raise BadInput(_("This charter has no published version to start from."))
    clauses = clauses_of(version, language)
    form = DerivationForm(language, clauses, version.number)
    status = 200
    if request.method == "POST":
        status = 422
        if form.validate():
            try:
                return to_draft(derive_charter(current_user, member, version, language, form.title.data, form.decisions))
            except CharterError as refused:
                form.form_errors.append(str(refused.sentence))
                status = int(refused.status)
    shown = {"member": member, "source": source, "version": version, "language": language}
    rows = list(zip(clauses, form.clauses, strict=False))
    return render_template("charters/derive.html", form=form, rows=rows, **shown), status
