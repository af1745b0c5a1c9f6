"""The forms of amending: proposing, and deciding on what was proposed."""

from charterhub.amendments.forms.disposing import DispositionForm
from charterhub.amendments.forms.proposing import AmendmentForm, SheetForm, TreeForm

__all__ = ["AmendmentForm", "DispositionForm", "SheetForm", "TreeForm"]
