"""A language edition for translators' own tools: a file to take away, and the same file brought back."""

from flask import Response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from flask_wtf.file import FileField, FileRequired

from charterhub.charters.unread import sentence_of
from charterhub.errors import CharterError
from charterhub.exports.views.blueprint import COPIES, bp
from charterhub.extensions import limiter
from charterhub.formats.unreadable import Unreadable
from charterhub.formats.xliff import Translation, read_xliff, xliff_of
from charterhub.language_versions.exchanging import Taken, exchangeable, take_translations, units_of
from charterhub.language_versions.passages import DraftEdition, edition_from_url, passages_of
from charterhub.page_form import PageForm
from charterhub.permissions import permission

MIMETYPE = "application/x-xliff+xml"


class TranslationForm(PageForm):
    file = FileField(
        _l("File from your translation tool"),
        validators=[FileRequired(_l("Please choose the file."))],
        render_kw={"accept": ".xlf,.xliff,.xml"},
    )


@bp.get("/charters/<slug>/editions/<language>/exchange")
@permission("charter.edit", edition_from_url)
def exchange(edition: DraftEdition) -> ResponseReturnValue:
    return exchange_page(edition, TranslationForm())


def exchange_page(edition: DraftEdition, form: TranslationForm, status: int = 200, taken: Taken | None = None) -> ResponseReturnValue:
    passages = passages_of(edition.charter, edition.language)
    inside = len(exchangeable(passages))
    shown = {"form": form, "taken": taken, "inside": inside, "outside": len(passages) - inside}
    return render_template("exports/exchange.html", charter=edition.charter, language=edition.language, **shown), status


@bp.get("/charters/<slug>/editions/<language>/exchange.xlf")
@limiter.limit(COPIES)
@permission("charter.edit", edition_from_url)
def xliff(edition: DraftEdition) -> ResponseReturnValue:
    charter, language = edition.charter, edition.language
    address = url_for("language_versions.edition", slug=charter.slug, language=language, _external=True)
    content = xliff_of(Translation(address, charter.language, language, units_of(passages_of(charter, language))))
    name = f"{charter.slug}.{charter.language}-{language}.xlf"
    return Response(content, mimetype=MIMETYPE, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@bp.post("/charters/<slug>/editions/<language>/exchange")
@limiter.limit(COPIES)
@permission("charter.edit", edition_from_url)
def take(edition: DraftEdition) -> ResponseReturnValue:
    """What could be taken is; what could not is shown with its words, so that nothing of a translator's work is lost."""
    form = TranslationForm()
    if not form.validate():
        return exchange_page(edition, form, 422)
    try:
        translation = read_xliff(form.file.data.read())
        refuse_other_language(translation, edition)
        taken = take_translations(current_user, edition.charter, edition.language, translation.units)
    except Unreadable as unreadable:
        form.file.errors = [sentence_of(unreadable)]
        return exchange_page(edition, form, 422)
    except CharterError as refused:
        form.file.errors = [str(refused.sentence)]
        return exchange_page(edition, form, int(refused.status))
    return exchange_page(edition, form, taken=taken)


def refuse_other_language(translation: Translation, edition: DraftEdition) -> None:
    """Tools write "fr-FR" where we say "fr"; another language is another edition's file."""
    said = translation.target_language.replace("_", "-").lower()
    if said and said.partition("-")[0] != edition.language.lower().partition("-")[0]:
        raise Unreadable("other_language", found=translation.target_language[:20], wanted=edition.language)
