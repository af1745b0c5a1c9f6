"""What becomes of a member: stages, a new mandate, a new focal point, colleagues invited, and the reminder in time."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from charterhub import clock
from charterhub.accounts.models import Person
from charterhub.errors import AlreadyDone, BadInput, NotAllowed
from charterhub.extensions import db
from charterhub.members.invitations import invitation_token
from charterhub.members.models import Invitation, Member, StageChange
from charterhub.members.operations import accept_invitation, enter_stage, hand_over, invite_official, reaffirm
from charterhub.members.operations.reminding import remind_of_mandates
from charterhub.members.queries import way_of
from charterhub.notifications.models import Letter
from tests.looking import last_entry
from tests.pages import Pages
from tests.world import person_named

SignIn = Callable[[Person], Pages]
FROM, UNTIL = date(2030, 7, 1), date(2034, 6, 30)


def letters() -> list[tuple[str, str]]:
    return [(letter.to, letter.subject) for letter in db.session.scalars(select(Letter).order_by(Letter.id))]


def test_a_member_is_put_on_hold_with_a_public_reason(chiara: Person, gwangju: Member) -> None:
    change = enter_stage(chiara, gwangju, "on_hold", " No report for two years. ")
    assert (gwangju.stage, change.reason, change.by_id) == ("on_hold", "No report for two years.", chiara.id)
    assert (last_entry().action, last_entry().member_id) == ("member.stage_entered", gwangju.id)
    assert letters() == [("focal@gwangju.example", "Gwangju in the campaign: On hold")]
    enter_stage(chiara, gwangju, "active")
    assert [change.stage for change in way_of(gwangju.enrolment)] == ["on_hold", "active"]


@pytest.mark.parametrize(
    ("stage", "reason", "sentence"),
    [("on_hold", " ", "reason"), ("withdrawn", "", "reason"), ("listed", "", "another stage"), ("reaffirmed", "", "another stage"), ("lost", "", "another stage")],
)
def test_a_stage_that_cannot_be_entered(chiara: Person, gwangju: Member, stage: str, reason: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        enter_stage(chiara, gwangju, stage, reason)
    assert gwangju.stage == "listed" and letters() == []


def test_an_official_enters_no_stage(bruno: Person, gwangju: Member) -> None:
    with pytest.raises(NotAllowed, match="secretaries"):
        enter_stage(bruno, gwangju, "active")


def test_what_was_noted_is_not_rewritten(chiara: Person, gwangju: Member) -> None:
    change = enter_stage(chiara, gwangju, "active")
    db.session.commit()
    change.reason = "Something else"
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()


def test_a_new_head_reaffirms_and_the_form_stays_as_signed(bruno: Person, gwangju: Member) -> None:
    reaffirm(bruno, gwangju, "Seo Da-in", "Mayor", FROM, UNTIL)
    assert (gwangju.stage, gwangju.mandate.head_name, gwangju.enrolment.head_name) == ("reaffirmed", "Seo Da-in", "Kang Seo-yun")
    assert (last_entry().action, last_entry().facts["head"]) == ("member.reaffirmed", "Seo Da-in")
    with pytest.raises(BadInput, match="not a later mandate"):
        reaffirm(bruno, gwangju, "Seo Da-in", "Mayor", FROM, UNTIL)
    with pytest.raises(BadInput, match="ends before it begins"):
        reaffirm(bruno, gwangju, "Seo Da-in", "Mayor", UNTIL, FROM)


def test_a_focal_point_hands_over_and_both_are_told(bruno: Person, gwangju: Member) -> None:
    hand_over(bruno, gwangju, "Oh Yuna", "Yuna@Gwangju.example")
    assert (gwangju.focal_point.focal_point_name, gwangju.enrolment.focal_point_name) == ("Oh Yuna", "Han Ji-ho")
    assert [to for to, _subject in letters()] == ["focal@gwangju.example", "yuna@gwangju.example"]
    assert last_entry().facts == {"place": "Gwangju"}
    assert db.session.scalars(select(Invitation.email)).all() == ["yuna@gwangju.example"]
    hand_over(bruno, gwangju, "Han Ji-ho", "focal@gwangju.example")
    assert [to for to, _subject in letters()][2:] == ["yuna@gwangju.example", "focal@gwangju.example"]


def test_a_stranger_hands_nothing_over(dov: Person, gwangju: Member) -> None:
    for act in (lambda: hand_over(dov, gwangju, "Dov", "dov@people.example"), lambda: invite_official(dov, gwangju, "dov@people.example")):
        with pytest.raises(NotAllowed, match="Only"):
            act()


def test_an_invited_colleague_becomes_an_official(sign_in: SignIn, pages: Pages, bruno: Person, amina: Person, gwangju: Member) -> None:
    official = sign_in(bruno)
    official.open("/members/gwangju/membership")
    official.submit(email="Hana@People.example", button="Send the invitation")
    assert "not accepted yet" in official.page.text and letters() == [("hana@people.example", "Invitation to act for Gwangju")]
    link = f"/invitations/{invitation_token(db.session.scalars(select(Invitation)).one())}"
    pages.open(link)
    assert "Please sign in with an account" in pages.page.text and "Open an account" in pages.page.text
    sign_in(amina).open(link)
    hana = person_named("Hana Oh", "Finch 6")
    theirs = sign_in(hana)
    theirs.open(link)
    theirs.submit(button="Accept the invitation")
    assert hana.holds("official", gwangju.id) and last_entry().action == "official.joined"
    theirs.open(link)
    theirs.forge(link, status=403)


def test_an_invitation_is_for_one_address(amina: Person, bruno: Person, gwangju: Member) -> None:
    invitation = invite_official(bruno, gwangju, "hana@people.example")
    with pytest.raises(NotAllowed, match="another e-mail address"):
        accept_invitation(amina, invitation)
    assert invite_official(bruno, gwangju, "hana@people.example") is invitation
    accept_invitation(person_named("Hana Oh", "Finch 6"), invitation)
    with pytest.raises(AlreadyDone, match="accepted already"):
        invite_official(bruno, gwangju, "hana@people.example")


def test_a_link_that_was_made_up_or_grew_old_says_so(pages: Pages, bruno: Person, gwangju: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    pages.open("/invitations/made-up", status=410)
    assert "invite you again" in pages.page.text
    link = f"/invitations/{invitation_token(invite_official(bruno, gwangju, 'hana@people.example'))}"
    monkeypatch.setattr("charterhub.members.invitations.ACCEPT_WITHIN", -1)
    pages.open(link, status=410)


def test_the_page_of_a_membership_says_what_is_wrong_beside_its_field(sign_in: SignIn, chiara: Person, bruno: Person, gwangju: Member) -> None:
    official, secretary = sign_in(bruno), sign_in(chiara)
    official.open("/members/gwangju/membership")
    official.submit(email="nobody", button="Send the invitation", status=422)
    assert "not a whole e-mail address" in official.page.text_at("email-error")
    official.submit(head_name="Seo", head_title="Mayor", mandate_from="2020-01-01", mandate_until="2021-01-01", button="Reaffirm the commitment", status=422)
    assert "has ended already" in official.page.text_at("mandate_until-error")
    official.submit(focal_point_name="Oh Yuna", focal_point_email="yuna@gwangju.example", button="Hand over")
    assert "Oh Yuna" in official.page.text
    secretary.open("/members/gwangju/membership")
    secretary.submit(stage="withdrawn", reason="", button="Enter this stage", status=422)
    assert "give the reason" in secretary.page.text_at("reason-error")
    secretary.submit(stage="withdrawn", reason="By letter of the council.", button="Enter this stage")
    assert "By letter of the council." in secretary.page.text
    assert db.session.scalars(select(StageChange.stage)).all() == ["withdrawn"]


def test_a_membership_is_not_everybodys_to_manage(sign_in: SignIn, amina: Person, gwangju: Member) -> None:
    sign_in(amina).open("/members/gwangju/membership", status=403)


def test_a_mandate_that_ends_soon_raises_one_reminder(gwangju: Member, saint_denis: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    assert remind_of_mandates() == []
    monkeypatch.setattr(clock, "now", lambda: datetime(2030, 6, 30, tzinfo=UTC) - timedelta(days=80))
    assert remind_of_mandates() == [gwangju]
    assert letters() == [("focal@gwangju.example", "The mandate of the head of Gwangju ends soon")]
    assert remind_of_mandates() == []


def test_nobody_who_withdrew_is_reminded(chiara: Person, gwangju: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    enter_stage(chiara, gwangju, "withdrawn", "By letter.")
    monkeypatch.setattr(clock, "now", lambda: datetime(2030, 6, 1, tzinfo=UTC))
    assert remind_of_mandates() == []
