"""The head of a document: work, expression and file by FRBR, and the lineage of its clauses."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from charterhub.formats.akoma_ntoso.names import ours, tag
from charterhub.formats.akoma_ntoso.work import Placed, Work

SOURCE = {"source": "#charterhub"}


def write_meta(parent: Element, work: Work, clauses: Sequence[Placed]) -> None:
    meta = SubElement(parent, tag("meta"))
    identification = SubElement(meta, tag("identification"), SOURCE)
    _work(identification, work)
    _expression(identification, work)
    _manifestation(identification, work)
    SubElement(meta, tag("publication"), {"date": str(work.published_on), "name": "charterhub", "showAs": "CharterHub", "number": str(work.version)})
    if any(clause.origins for clause in clauses):
        _lineage(SubElement(meta, tag("analysis"), SOURCE), clauses)
    references = SubElement(meta, tag("references"), SOURCE)
    SubElement(references, tag("TLCOrganization"), {"eId": "charterhub", "href": "/akn/ontology/organization/charterhub", "showAs": "CharterHub"})
    SubElement(references, tag("TLCOrganization"), {"eId": "author", "href": work.author_address, "showAs": work.author})
    proprietary = SubElement(meta, tag("proprietary"), SOURCE)
    SubElement(proprietary, ours("version"), {"number": str(work.version), "language": work.tag, "address": work.address, "digest": work.digest})


def _frbr(parent: Element, level: str, this: str, day: str, event: str) -> Element:
    part = SubElement(parent, tag(level))
    SubElement(part, tag("FRBRthis"), {"value": f"{this}/!main"})
    SubElement(part, tag("FRBRuri"), {"value": this})
    if level == "FRBRWork":
        return part
    _made(part, day, event)
    return part


def _made(part: Element, day: str, event: str) -> None:
    SubElement(part, tag("FRBRdate"), {"date": day, "name": event})
    SubElement(part, tag("FRBRauthor"), {"href": "#author"})


def _work(parent: Element, work: Work) -> None:
    part = _frbr(parent, "FRBRWork", work.iri, "", "")
    SubElement(part, tag("FRBRalias"), {"name": "title", "value": work.title})
    SubElement(part, tag("FRBRalias"), {"name": "address", "value": work.address})
    _made(part, str(work.begun_on), "begun")
    SubElement(part, tag("FRBRcountry"), {"value": work.country})
    SubElement(part, tag("FRBRsubtype"), {"value": "charter"})
    SubElement(part, tag("FRBRname"), {"value": work.slug})
    SubElement(part, tag("FRBRprescriptive"), {"value": "true"})
    SubElement(part, tag("FRBRauthoritative"), {"value": "true"})


def _expression(parent: Element, work: Work) -> None:
    part = _frbr(parent, "FRBRExpression", work.expression(work.code), str(work.published_on), "published")
    SubElement(part, tag("FRBRversionNumber"), {"value": str(work.version)})
    SubElement(part, tag("FRBRauthoritative"), {"value": "true" if work.code == work.master else "false"})
    if work.code != work.master:
        SubElement(part, tag("FRBRmasterExpression"), {"href": work.expression(work.master), "showAs": work.master})
    SubElement(part, tag("FRBRlanguage"), {"language": work.code})
    if work.code != work.master:
        SubElement(part, tag("FRBRtranslation"), {"href": work.expression(work.master), "fromLanguage": work.master, "by": "#author"})


def _manifestation(parent: Element, work: Work) -> None:
    part = _frbr(parent, "FRBRManifestation", f"{work.expression(work.code)}.xml", str(work.published_on), "published")
    SubElement(part, tag("FRBRformat"), {"value": "application/akn+xml"})


def _lineage(analysis: Element, clauses: Sequence[Placed]) -> None:
    references = SubElement(analysis, tag("otherReferences"), SOURCE)
    for clause in clauses:
        for origin in clause.origins:
            seen = {"for": f"#{clause.eid}", "href": origin.address, "showAs": origin.name}
            reference = SubElement(references, tag("implicitReference"), seen)
            said = {"relation": origin.relation, "guid": origin.guid, "reason": origin.reason}
            SubElement(reference, ours("lineage"), {name: value for name, value in said.items() if value})
