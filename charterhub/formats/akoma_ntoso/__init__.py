"""Akoma Ntoso 3.0 (OASIS LegalDocML), out and in. What goes out is valid by the strict schema and comes back as the same
clauses: `GUID` is a clause's permanent id, `wId` the identifier it had when it first appeared, `eId` the present one."""

from charterhub.formats.akoma_ntoso.names import NAMESPACE, OURS
from charterhub.formats.akoma_ntoso.reading import read_akoma_ntoso
from charterhub.formats.akoma_ntoso.work import Origin, Placed, Work
from charterhub.formats.akoma_ntoso.writing import akoma_ntoso_of

__all__ = ["NAMESPACE", "OURS", "Origin", "Placed", "Work", "akoma_ntoso_of", "read_akoma_ntoso"]
