"""What a document in Akoma Ntoso says of itself, beside its text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from charterhub.formats.outline import Item


@dataclass(frozen=True)
class Origin:
    """Where a clause comes from. `relation` is the word of its lineage: adopted, adapted, reserved, split, joined."""

    relation: str
    address: str
    name: str
    guid: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Placed:
    """A clause with its present and its first identifier."""

    item: Item
    eid: str
    first_eid: str
    origins: Sequence[Origin] = ()


@dataclass(frozen=True)
class Work:
    """`country` is a code of ISO 3166 in lower case, "un" for the global text; `code` the language by ISO 639-2 and
    `tag` the same by BCP 47. `master` is the code of the authoritative language."""

    country: str
    slug: str
    title: str
    author: str
    author_address: str
    begun_on: date
    published_on: date
    version: int
    tag: str
    code: str
    master: str
    address: str
    digest: str

    @property
    def iri(self) -> str:
        return f"/akn/{self.country}/act/charter/{self.begun_on}/{self.slug}"

    def expression(self, code: str) -> str:
        return f"{self.iri}/{code}@{self.published_on}"
