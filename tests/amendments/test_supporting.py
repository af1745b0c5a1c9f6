"""Support, thresholds, limits and discussion; the promise of the process and the days on which each action is open."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.amendments.models import Amendment, Cosignature
from charterhub.amendments.operations import cosign_amendment, lapse_amendment, remark_on, table_amendment, take_signature_back, withdraw_remark
from charterhub.amendments.queries import desk_of, support_of
from charterhub.charters.models import Charter, VersionClause
from charterhub.charters.operations.promising import promise
from charterhub.comments.operations import post_comment
from charterhub.errors import AlreadyDone, BadInput, NotAllowed, NotOpen
from charterhub.extensions import db
from charterhub.notifications.models import Letter
from charterhub.transaction import transaction
from tests.amendments.conftest import HOME, RIVAL, VISITS, Redraft
from tests.looking import count, last_entry
from tests.pages import Pages

SignIn = Callable[[Person], Pages]
Promise = Callable[..., None]


@pytest.fixture
def promised(bruno: Person, charter: Charter) -> Promise:
    def promising(windows: dict[str, tuple[date | None, date | None]] | None = None, **numbers: int) -> None:
        with transaction():
            promise(bruno, charter, {"who_decides": "The council."}, windows or {}, numbers)

    return promising


def test_support_is_counted_and_named_only_by_choice(amina: Person, minjun: Person, sora: Person, amendment: Amendment) -> None:
    cosign_amendment(minjun, amendment)
    assert (last_entry().action, last_entry().actor_id) == ("amendment.cosigned", None)
    cosign_amendment(sora, amendment, "name")
    cosign_amendment(minjun, amendment)
    supported = support_of(amendment, minjun)
    assert (supported.count, supported.names, supported.mine_counts, count(Cosignature)) == (2, ["Sora Lim"], True, 2)
    take_signature_back(minjun, amendment)
    with pytest.raises(AlreadyDone):
        take_signature_back(minjun, amendment)
    with pytest.raises(NotAllowed):
        cosign_amendment(amina, amendment)
    assert support_of(amendment, minjun).count == 1


def test_below_the_threshold_an_amendment_is_not_considered(minjun: Person, charter: Charter, amendment: Amendment, promised: Promise) -> None:
    promised(support_threshold=1)
    assert desk_of(charter, "en").clauses == []
    cosign_amendment(minjun, amendment)
    assert desk_of(charter, "en").waiting == 1


def test_supporters_are_asked_again_where_the_words_change(
    minjun: Person, charter: Charter, amendment: Amendment, redraft: Redraft, publish: Callable[[], object], promised: Promise
) -> None:
    promised(support_threshold=1)
    with transaction():
        cosign_amendment(minjun, amendment)
    redraft(VISITS)
    publish()
    assert support_of(amendment, minjun).count == 1
    redraft(VISITS.replace("safe", "healthy"))
    publish()
    supported = support_of(amendment, minjun)
    assert (supported.count, supported.earlier, supported.mine_counts) == (0, 1, False)
    assert "The words you supported have changed" in db.session.scalars(select(Letter.subject).where(Letter.to == minjun.email)).one()
    cosign_amendment(minjun, amendment)
    assert support_of(amendment, minjun).considered


def test_one_person_has_as_many_open_amendments_as_the_process_allows(amina: Person, home: VersionClause, amendment: Amendment, promised: Promise) -> None:
    promised(amendments_a_person=1)
    with pytest.raises(BadInput, match="as many as one person may have"):
        table_amendment(amina, home, VISITS, "Students.")


def test_each_action_is_open_on_its_days(amina: Person, minjun: Person, home: VersionClause, amendment: Amendment, promised: Promise) -> None:
    today = clock.now().date()
    yesterday, tomorrow = today - timedelta(1), today + timedelta(1)
    promised({"comment": (tomorrow, None), "amend": (None, yesterday), "support": (today, today)})
    with pytest.raises(NotAllowed, match="This opens on"):
        post_comment(amina, home, "Cold.", "en")
    with pytest.raises(NotAllowed, match="This closed on"):
        table_amendment(amina, home, RIVAL, "Damp.")
    assert cosign_amendment(minjun, amendment).person_id == minjun.id
    with pytest.raises(BadInput, match="cannot be before the first"):
        promised({"amend": (tomorrow, yesterday)})


def test_an_amendment_lapses_only_after_its_proposer_had_the_promised_days(
    bruno: Person, amendment: Amendment, redraft: Redraft, publish: Callable[[], object], promised: Promise, later: Callable[[timedelta], object]
) -> None:
    promised(refile_days=5)
    with pytest.raises(BadInput, match="merge desk"):
        lapse_amendment(bruno, amendment, "Time.")
    redraft(RIVAL)
    publish()
    with pytest.raises(NotOpen, match="can still propose it again"):
        lapse_amendment(bruno, amendment, "Time.")
    later(timedelta(days=6))
    lapse_amendment(bruno, amendment, "Time is over.")
    assert amendment.state == "lapsed"


def test_an_amendment_is_discussed_on_its_page(amina: Person, minjun: Person, dov: Person, home: VersionClause, amendment: Amendment, sign_in: SignIn) -> None:
    pages = sign_in(minjun)
    pages.open(f"/amendments/{amendment.id}")
    pages.submit({"said": "Warm means dry, too."}, button="Say it")
    page = pages.submit({"supported_as": "name"}, button="Support this amendment")
    assert "1 person supports it" in page.text and "Minjun Seo" in page.text and "Warm means dry, too." in page.text
    assert "Withdrawn by its author." in pages.submit(button="Withdraw what I said").text
    pages.submit(button="Take my support back")
    with pytest.raises(NotAllowed):
        remark_on(dov, amendment, "From elsewhere.")
    mine = remark_on(amina, amendment, HOME)
    with pytest.raises(NotAllowed):
        withdraw_remark(minjun, mine)


def test_the_promise_is_written_by_officials_and_read_by_everyone(bruno: Person, charter: Charter, pages: Pages, sign_in: SignIn) -> None:
    assert "have not said yet" in pages.open(f"/charters/{charter.slug}/promise").text
    official = sign_in(bruno)
    official.open(f"/charters/{charter.slug}/promise/edit")
    assert "Not a valid" in official.submit(amend_from="soon", button="Publish this promise", status=422).text
    page = official.submit(who_decides="The council in March.", amend_from="2026-12-01", amend_until="2026-12-31", support_threshold="5", button="Publish this promise")
    assert page.h1 == "How this charter is decided"
    read = pages.open(page.url)
    assert "The council in March." in read.text and "December 31, 2026" in read.text and "once 5 people support it" in read.text
    assert "sign-in" in pages.open(f"/charters/{charter.slug}/promise/edit").url
