"""What holds a publication is refused and listed; what is only worth knowing is listed and lets it through."""

from collections.abc import Iterator

import pytest

from charterhub.charters.models import Charter
from charterhub.charters.publishing_checks import Finding, publishing_findings, use_checks
from charterhub.charters.queries import latest_version
from charterhub.listeners import PUBLISHING_CHECKS
from tests.charters.conftest import a_draft
from tests.pages import Pages

HOLDS = Finding("Two comments have no answer.", "reading.journal", {"slug": "charter-of-gwangju"})
WORTH_KNOWING = Finding("One passage in French is stale.", binding=False)


@pytest.fixture(autouse=True)
def checks_put_back() -> Iterator[None]:
    yield
    use_checks(*PUBLISHING_CHECKS)


def test_what_holds_is_refused_and_named_first_until_it_is_settled(brunos: Pages) -> None:
    charter = a_draft(brunos)
    use_checks(lambda _charter: [WORTH_KNOWING, HOLDS])
    assert publishing_findings(charter) == [HOLDS, WORTH_KNOWING]
    brunos.open(f"/charters/{charter.slug}/draft")
    brunos.submit(note="First text", button="Publish version 1", status=409)
    assert "First text" in brunos.page.html and brunos.page.text.count("Two comments have no answer.") > 1
    assert latest_version(charter) is None
    use_checks(lambda _charter: [WORTH_KNOWING])
    brunos.open(f"/charters/{charter.slug}/publication", queries=20)
    assert "One passage in French is stale." in brunos.page.text
    brunos.submit(note="First text", button="Publish version 1")
    assert latest_version(charter).number == 1


def test_without_checks_nothing_is_found(draft: Charter) -> None:
    use_checks()
    assert publishing_findings(draft) == []
