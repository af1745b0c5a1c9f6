"""A charter's public pages: the text with its margin, one clause, a comparison, the journal."""

from collections.abc import Mapping

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from charterhub.agenda.mapping import passed
from charterhub.amendments.queries import amendments_on, open_counts
from charterhub.charters.lineage import kin_of
from charterhub.charters.models import Charter, Version, VersionClause
from charterhub.charters.queries import charter_from_url, clause_from_url, known_edition, latest_version, version_from_url
from charterhub.comments.narrowing import Narrowing
from charterhub.comments.queries import Margin, clauses_moved, comments_on, margin_of, pause_on
from charterhub.commitments.kinds import STATUS_NAMES
from charterhub.commitments.queries import commitments_on, members_committing
from charterhub.journal.queries import PAGE_LENGTH, acts_between, entries_of_charter, state_of_charter
from charterhub.kept_pages import kept
from charterhub.language_versions.forms import STATE_NAMES
from charterhub.language_versions.published import side_by_side
from charterhub.moderation.trail import public_sentences
from charterhub.permissions import can, permission
from charterhub.reading.addresses import address_of
from charterhub.reading.alongside import Editions, behind_in, editions_from_url
from charterhub.reading.articles import Article, article_from_url, cuts_of
from charterhub.reading.compared import compared_text
from charterhub.reading.editions import Edition, edition_from_url
from charterhub.reading.history import provenance_of, taken_up_on, wordings_of
from charterhub.reading.neighbourhood import neighbourhood_of
from charterhub.reading.pairs import Pair, address_of_pair, far_pair_from_url, pair_choices, pair_chosen, pair_from_url
from charterhub.reading.passages import marked_clause
from charterhub.reading.skeletons import SLOT, Filling, skeleton_of
from charterhub.voting.queries import questions_on

bp = Blueprint("reading", __name__)


@bp.get("/charters/<slug>")
@permission("charter.read", charter_from_url)
def charter(charter: Charter) -> ResponseReturnValue:
    """The latest version in the authoritative language, or the draft for those who write it."""
    version = latest_version(charter)
    if version is None:
        return redirect(url_for("charters.draft", slug=charter.slug))
    return show(Edition(version, charter.language))


@bp.get("/charters/<slug>/versions/<int:number>/<language>")
@kept
@permission("charter.read", edition_from_url)
def version(edition: Edition) -> ResponseReturnValue:
    return show(edition)


def show(edition: Edition) -> Response:
    charter, version = edition.charter, edition.version
    skeleton = skeleton_of(edition, may_comment=can("comment.post", charter))
    state = state_of_charter(charter.id)
    text = skeleton.text(state, lambda before: beside_the_text(version, before, state))
    shown = {"contents": skeleton.contents, "text": SLOT, "behind": behind_in(edition)}
    around = render_template("reading/version.html", charter=charter, version=version, language=edition.language, **shown)
    return Response(around.encode().replace(SLOT.encode(), text), mimetype="text/html")


@bp.get("/charters/<slug>/versions/<int:number>/editions")
@permission("charter.read", version_from_url)
def choose_editions(version: Version) -> ResponseReturnValue:
    """The form above two editions, sent by GET; what was chosen has an address that stays."""
    slug, number = version.charter.slug, version.number
    language, other = (known_edition(version, request.args.get(side, version.charter.language)) for side in ("language", "other"))
    if language == other:
        return redirect(url_for("reading.version", slug=slug, number=number, language=language))
    return redirect(url_for("reading.alongside", slug=slug, number=number, language=language, other=other))


@bp.get("/charters/<slug>/versions/<int:number>/<language>/alongside/<other>")
@kept
@permission("charter.read", editions_from_url)
def alongside(editions: Editions) -> ResponseReturnValue:
    rows = side_by_side(*editions)
    shown = {"version": editions.version, "left": editions.left, "right": editions.right, "states": STATE_NAMES}
    return render_template("reading/alongside.html", charter=editions.charter, rows=rows, **shown)


@bp.get("/charters/<slug>/versions/<int:number>/<language>/articles")
@kept
@permission("charter.read", edition_from_url)
def articles(edition: Edition) -> ResponseReturnValue:
    """The contents of the version read one article a page."""
    shown = {"charter": edition.charter, "version": edition.version, "language": edition.language}
    return render_template("reading/articles.html", cuts=cuts_of(edition), **shown)


@bp.get("/charters/<slug>/versions/<int:number>/<language>/articles/<eid>")
@kept
@permission("charter.read", article_from_url)
def article(article: Article) -> ResponseReturnValue:
    edition = article.edition
    comments = {clause_id: margin.count for clause_id, margin in margin_of(edition.version).items()}
    shown = {"charter": edition.charter, "version": edition.version, "language": edition.language}
    return render_template("reading/article.html", article=article, levels=article.levels(), comments=comments, **shown)


def beside_the_text(version: Version, before: Filling, state: tuple[int, ...]) -> tuple[Mapping[int, Margin], Mapping[int, int]]:
    """Margins and numbers of open amendments. Where the journal tells what was done since, the rest is as it was."""
    acts = acts_between(version.charter_id, before.state, state) if before.drawn else None
    moved = None if acts is None else clauses_moved(version, acts)
    if acts is None or moved is None:
        return margin_of(version), open_counts(version.charter)
    amended = any(not action.startswith("comment.") for action, _subject in acts)
    margins = {key: margin for key, margin in before.margins.items() if key not in moved} | (margin_of(version, moved) if moved else {})
    return margins, open_counts(version.charter) if amended else before.amendments


@bp.get("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>")
@kept
@permission("charter.read", clause_from_url)
def clause(clause: VersionClause) -> ResponseReturnValue:
    thread = comments_on(clause.version, clause.clause_id, Narrowing.asked(request.args), current_user.id)
    return render_template(
        "reading/clause.html",
        clause=clause,
        html=marked_clause(clause, thread.comments),
        charter=clause.charter,
        version=clause.version,
        language=clause.language,
        around=neighbourhood_of(clause),
        thread=thread,
        amendments=amendments_on(clause.clause_id),
        questions=questions_on(clause.clause_id, clause.language),
        kin=kin_of(clause),
        passed=passed(clause),
        pause=pause_on(clause.clause_id),
        committed=commitments_on(clause.clause_id),
        committing=members_committing(current_user, clause.charter),
        status_names=STATUS_NAMES,
    )


@bp.get("/charters/<slug>/versions/<int:number>/<language>/clauses/<eid>/history")
@kept
@permission("charter.read", clause_from_url)
def history(clause: VersionClause) -> ResponseReturnValue:
    """Every wording of the clause that was published, and where the words of this one come from."""
    runs, origins = provenance_of(clause.revision)
    shown = {"wordings": wordings_of(clause), "runs": runs, "origins": origins, "taken_up": taken_up_on(clause)}
    questions = questions_on(clause.clause_id, clause.language)
    around = {"charter": clause.charter, "version": clause.version, "language": clause.language}
    return render_template("reading/history.html", clause=clause, questions=questions, **around, **shown)


@bp.get("/charters/<slug>/comparison")
@permission("charter.read", charter_from_url)
def choose_pair(charter: Charter) -> ResponseReturnValue:
    """The form to choose two versions, sent by GET; what was chosen has an address of its own that stays."""
    wanted = {name: request.args.get(name, "") for name in ("before", "after", "view")}
    if not wanted["before"] or not wanted["after"]:
        return render_template("reading/choose_pair.html", charter=charter, **pair_choices(charter))
    pair = pair_chosen(wanted["before"], wanted["after"], request.args.get("language", ""))
    return redirect(address_of_pair(pair, wanted["view"]))


@bp.get("/charters/<slug>/comparison/<int:older>/<int:newer>/<language>")
@kept
@permission("charter.read", pair_from_url)
def comparison(pair: Pair) -> ResponseReturnValue:
    return comparison_page(pair)


@bp.get("/charters/<slug>/versions/<int:number>/<language>/beside/<other>/<int:other_number>")
@kept
@permission("charter.read", far_pair_from_url)
def beside(pair: Pair) -> ResponseReturnValue:
    """This version compared with one of another charter, that comes first: a local charter with the global text."""
    return comparison_page(pair)


def comparison_page(pair: Pair) -> str:
    view = "beside" if request.args.get("view") == "beside" else "inline"
    turned = address_of_pair(pair, "inline" if view == "beside" else "beside")
    return render_template("reading/comparison.html", charter=pair.charter, pair=pair, compared=compared_text(pair, view), view=view, turned=turned)


@bp.get("/charters/<slug>/journal")
@permission("charter.read", charter_from_url)
def journal(charter: Charter) -> ResponseReturnValue:
    before = request.args.get("before", type=int)
    entries = entries_of_charter(charter.id, before)
    lines = [(entry, said, address_of(charter, entry)) for entry, said in zip(entries, public_sentences(entries), strict=True)]
    more = entries[-1].id if len(entries) == PAGE_LENGTH else None
    return render_template("reading/journal.html", charter=charter, lines=lines, more=more)
