"""The charter of Gwangju with comments on the clause on a home, as in the tests of comments."""

from tests.comments.conftest import clause, comment, home, publish

__all__ = ["clause", "comment", "home", "publish"]
