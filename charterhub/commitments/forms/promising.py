"""The form of what is promised. Clauses are named by the addresses of their pages, as one copies them from the browser."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField, SelectMultipleField
from wtforms.validators import Optional, ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from charterhub.commitments.forms.fields import day, line, passage, picked
from charterhub.commitments.kinds import HORIZON_NAMES, KIND_NAMES
from charterhub.commitments.models import Commitment
from charterhub.commitments.promise import COLUMNS, Promise, Source
from charterhub.commitments.queries import source_at
from charterhub.commitments.rules import faults_of
from charterhub.languages import text_language_choices
from charterhub.members.focus_areas import FOCUS_AREAS
from charterhub.page_form import PageForm

CLAUSE_PAGE = re.compile(r"/charters/([^/]+)/versions/(\d{1,9})/([^/]+)/clauses/([^/]+)/?")


class PromiseForm(PageForm):
    language = SelectField(_l("Language of the commitment"))
    title = line(_l("Title"), 200)
    summary = passage(_l("In plain words"))
    sources = passage(_l("Source clauses"), 2000)
    areas = SelectMultipleField(
        _l("Areas of focus"), choices=list(FOCUS_AREAS.items()), option_widget=CheckboxInput(), widget=ListWidget(prefix_label=False)
    )
    area_other = line(_l("If others, which?"), 200, optional=True)
    targets = line(_l("SDG targets"), 200, optional=True)
    treaty_items = passage(_l("UN recommendations it answers"), optional=True)
    kind = picked(_l("Type"), KIND_NAMES)
    problem = passage(_l("The problem, and how things stand now"), optional=True)
    result = passage(_l("The result that is promised"))
    groups = passage(_l("Groups of people it is for"), optional=True, rows=2)
    lead_unit = line(_l("Unit in charge"), 200)
    partners = passage(_l("Partners"), optional=True, rows=2)
    counterpart = line(_l("Civil-society counterpart"), 200, optional=True)
    horizon = picked(_l("Horizon"), HORIZON_NAMES)
    starts_on = day(_l("Start"), optional=True)
    due_on = day(_l("Due"), optional=True)
    budget = line(_l("Budget and where it comes from"), 300, optional=True)
    reservation = passage(_l("Reservation"), optional=True)
    reservation_ground = passage(_l("Legal ground of the reservation"), optional=True, rows=2)
    review_on = day(_l("Reservation reviewed by"), optional=True)
    reason = passage(_l("Reason for the change, public"), optional=True)
    edition = IntegerField(widget=HiddenInput(), validators=[Optional()], default=1)

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.language.choices = text_language_choices()

    def validate_sources(self, field: Any) -> None:
        for address in (field.data or "").split():
            if source_of(address) is None:
                raise ValidationError(_("There is no clause at “%(address)s”. Open the clause's page and copy its address.", address=address[:120]))

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field by itself, then what they say together."""
        if not super().validate(extra_validators):
            return False
        for name, sentence in faults_of(self.promise):
            self[name].errors = [*self[name].errors, sentence]
        return not self.errors

    @property
    def promise(self) -> Promise:
        said = {name: self[name].data for name in COLUMNS}
        sources = (source_of(address) for address in (self.sources.data or "").split())
        return Promise(
            **said,
            areas=tuple(self.areas.data or ()),
            area_other=self.area_other.data,
            targets=tuple(dict.fromkeys(re.findall(r"[^\s,;]+", self.targets.data or ""))),
            sources=tuple(dict.fromkeys(source for source in sources if source)),
        )


def source_of(address: str) -> Source | None:
    """The clause of a page's address, whole or from the first slash on."""
    place = CLAUSE_PAGE.fullmatch(unquote(urlsplit(address).path))
    return source_at(place[1], int(place[2]), place[3], place[4]) if place else None


def as_written(commitment: Commitment) -> dict[str, Any]:
    """What the form shows of a commitment that is to be changed."""
    promise = commitment.promise
    said = {name: getattr(promise, name) for name in COLUMNS}
    addresses = [address_of(source.clause) for source in commitment.sources]
    lists = {"areas": list(promise.areas), "targets": ", ".join(promise.targets), "sources": "\n".join(addresses)}
    return {**said, **lists, "area_other": promise.area_other, "edition": commitment.edition}


def address_of(clause: Any) -> str:
    where = {"slug": clause.charter.slug, "number": clause.version.number, "language": clause.language, "eid": clause.eid}
    return url_for("reading.clause", **where, _external=True)
