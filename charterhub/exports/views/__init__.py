"""Pages of copies, each kind in a file of its own; importing them puts their addresses into the blueprint."""

from charterhub.exports.views import copying, translating
from charterhub.exports.views.blueprint import bp

__all__ = ["bp", "copying", "translating"]
