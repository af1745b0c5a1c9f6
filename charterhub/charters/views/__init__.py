"""The pages of a charter's makers: bring in or start a text, work on the draft, publish it."""

from charterhub.charters.views import addresses, arranging, drafting, helping, importing, lineage, promising, publishing, starting, steps
from charterhub.charters.views.blueprint import bp

__all__ = ["addresses", "arranging", "bp", "drafting", "helping", "importing", "lineage", "promising", "publishing", "starting", "steps"]
