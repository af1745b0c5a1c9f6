"""The council pack: in one file what a council needs to decide on a version, and what it decided. The clean text, what
changed since the version before, how people voted, the page to sign, and the record of the adoption."""

from collections.abc import Iterator

from flask import url_for
from flask_babel import force_locale, format_decimal
from flask_babel import gettext as _

from charterhub.charters.models import Version
from charterhub.exports.change_table import change_blocks
from charterhub.exports.clean_text import address_of, label_language, text_blocks, which_version
from charterhub.formats.paper import Block, Heading, Labels, NewPage, Paper, Signatures, Table, Text, passage, passages_of
from charterhub.languages import locale_of, own_name
from charterhub.reading.editions import Edition
from charterhub.voting.adoption import Adoption, adoptions_of
from charterhub.voting.queries import RoundAsked, rounds_of_charter
from charterhub.voting.words import counted_as, decided


def council_pack(edition: Edition, older: Version | None) -> Paper:
    """`older` is the version the changes are counted from; without one there is no change table."""
    spoken = label_language(edition)
    with force_locale(locale_of(spoken)):
        blocks = list(pack_blocks(edition, older, spoken))
        title = _("Council pack: %(title)s", title=edition.title)
    place = [edition.charter.member.name] if edition.charter.member else []
    return Paper(
        title,
        spoken,
        blocks,
        under=[*place, f"{which_version(edition)}, {edition.version.published_at:%Y-%m-%d}", address_of(edition)],
        foot=f"{edition.title}, {which_version(edition)}",
        made_at=edition.version.published_at,
    )


def pack_blocks(edition: Edition, older: Version | None, spoken: str) -> Iterator[Block]:
    version = edition.version
    yield from facts(edition)
    yield NewPage()
    yield Heading(_("The text"))
    yield from text_blocks(edition, level=2)
    if older is not None:
        yield NewPage()
        yield Heading(_("What changed between version %(older)s and version %(newer)s", older=older.number, newer=version.number))
        yield Text(passages_of(version.note), language=edition.charter.language)
        yield from change_blocks(older, edition)
    rounds = [each for each in rounds_of_charter(edition.charter, edition.language) if each.round.version_id == version.id and any(one.finding for one in each.asked)]
    if rounds:
        yield NewPage()
        yield Heading(_("How people voted"))
        for each in rounds:
            yield from round_blocks(each, edition.language)
    adoption = next((each for each in adoptions_of(edition.charter) if each.version_id == version.id), None)
    yield NewPage()
    yield from adoption_blocks(adoption) if adoption else signature_page(edition)


def facts(edition: Edition) -> Iterator[Block]:
    version = edition.version
    languages = ", ".join(own_name(language) for language in version.languages)
    lines = [
        (_("Title"), edition.title),
        (_("Version"), f"{version.number}, {version.published_at:%Y-%m-%d}"),
        (_("Languages"), languages),
        (_("Authoritative language"), own_name(edition.charter.language)),
        (_("Digest of this version (SHA-256)"), version.digest),
    ]
    yield Labels([*lines, *([(_("Digest of the version before"), version.previous_digest)] if version.previous_digest else [])])


def round_blocks(each: RoundAsked, language: str) -> Iterator[Block]:
    address = url_for("voting.show", round_id=each.round.id, _external=True)
    if each.round.voided_at is not None:
        yield Text([passage(_("This round was annulled.")), passage(address)])
        return
    rows = []
    for one in each.asked:
        if one.finding:
            counts = [passage(f"{counted_as(choice)}: {format_decimal(people)}") for choice, people in one.finding.rows]
            took_part = passage(_("%(participants)s of %(roll)s took part", participants=format_decimal(one.finding.participants), roll=format_decimal(one.finding.roll)))
            rows.append([[passage(one.name)], [*counts, took_part], [passage(decided(one.finding.decision))]])
    yield Text([passage(address)], quiet=True)
    yield Table([_("Question"), _("Count"), _("Result")], rows, [3, 3, 2])


def signature_page(edition: Edition) -> Iterator[Block]:
    yield Heading(_("Signature page"))
    words = _("Adopted as %(title)s, version %(number)s.", title=edition.title, number=edition.version.number)
    yield Text([passage(words)])
    yield Labels([(_("Digest of this version (SHA-256)"), edition.version.digest)])
    yield Signatures([_("Body that adopts, number and day of its act"), _("In force on, to be reviewed by"), _("Name and signature"), _("Name and signature"), _("Place and date, seal")])


def adoption_blocks(adoption: Adoption) -> Iterator[Block]:
    yield Heading(_("Record of adoption"))
    yield Labels(
        [
            (_("Adopted by"), adoption.body),
            (_("Act"), adoption.act),
            *([(_("Where the act can be read"), adoption.address)] if adoption.address else []),
            (_("Adopted on"), f"{adoption.adopted_on:%Y-%m-%d}"),
            (_("In force on"), f"{adoption.in_force_on:%Y-%m-%d}"),
            (_("Review by"), f"{adoption.review_on:%Y-%m-%d}"),
        ]
    )
    yield Signatures([_("Name and signature"), _("Place and date, seal")])
