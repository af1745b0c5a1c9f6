"""The pages of a charter's makers: bring in or start a text, work on the draft, publish it."""

from charterhub.charters.views import addresses, drafting, importing, lineage, publishing, starting
from charterhub.charters.views.blueprint import bp

__all__ = ["addresses", "bp", "drafting", "importing", "lineage", "publishing", "starting"]
