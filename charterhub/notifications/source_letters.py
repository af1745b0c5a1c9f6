"""Letters to those who draft a charter that was made from another: what a new version of the source asks of them."""

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from charterhub.accounts.models import Person
from charterhub.accounts.queries import officials_of
from charterhub.agenda.updates import charters_made_from, updates_of
from charterhub.charters.models import Charter, Version
from charterhub.notifications.addresses import address_of
from charterhub.notifications.models import Letter
from charterhub.notifications.writing import written

MOST_NAMED = 12


def your_source_has_changed(version: Version) -> list[Letter]:
    """One letter for each charter to each official of its government; none where nothing of it is touched."""
    letters = []
    for charter in charters_made_from(version.charter):
        touched = [update.shown.name or update.shown.eid for update in updates_of(charter) if update.latest_id == version.id]
        if touched:
            letters += [about_the_source(version, charter, official, touched) for official in officials_of(charter.member_id)]
    return letters


def about_the_source(version: Version, charter: Charter, official: Person, touched: list[str]) -> Letter:
    with force_locale(official.locale):
        return written(
            official.email,
            official.locale,
            _("“%(source)s” has a new version: what it means for “%(charter)s”", source=version.charter.title, charter=charter.title),
            ngettext(
                "%(num)s clause that your charter comes from, or could take up, is new or reads otherwise in version %(number)s:",
                "%(num)s clauses that your charter comes from, or could take up, are new or read otherwise in version %(number)s:",
                len(touched),
                number=version.number,
            ),
            "\n".join(touched[:MOST_NAMED]) + ("\n…" if len(touched) > MOST_NAMED else ""),
            _("For each of them you can adopt, adapt, reserve or decline the new words here:"),
            address_of("agenda.updates", slug=charter.slug),
        )
