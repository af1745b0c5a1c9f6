"""The dry run for one person: whether they are on a list, and if not, why they may be looked for in vain."""

from flask_babel import gettext as _

from charterhub import clock
from charterhub.electorates.models import ElectoralList
from charterhub.electorates.queries import line_with
from charterhub.electorates.reading import born, proof_by_address, proof_by_papers
from charterhub.errors import BadInput


def try_person(of_list: ElectoralList, number: str, born_on: str, email: str) -> str:
    """Nothing of what was typed is kept."""
    if of_list.kind == "addresses":
        if not email:
            return _("This list goes by e-mail addresses. Please write one.")
        proof = proof_by_address(email)
    else:
        if not number:
            return _("This list goes by the number of a document and the date of birth. Please write both.")
        try:
            proof = proof_by_papers(number, born(born_on, clock.now().date()))
        except BadInput as fault:
            return str(fault.sentence)
    line = line_with(of_list, proof)
    if line is None:
        return _("Not on the list: no line has this number together with this date, or this address. Spaces, dots and capitals make no difference.")
    return _("On the list, in line %(number)s; area: %(area)s.", number=line.number, area=line.area or "–")
