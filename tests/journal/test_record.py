"""The journal: who under which name, what, when; read newest first; never changed."""

import pytest
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy.exc import DatabaseError

from charterhub.journal.models import Entry
from charterhub.journal.queries import PAGE_LENGTH, entries_of_charter
from charterhub.journal.record import record, recorded
from charterhub.journal.sentences import SENTENCES, sentence


def test_an_entry_names_the_person_by_their_pseudonym(db: SQLAlchemy, amina) -> None:
    assert record("person.confirmed", amina, amina).actor_shown_as == "Heron 21"


def test_an_entry_names_the_person_as_they_chose_for_that_act(db: SQLAlchemy, amina, charter) -> None:
    entry = record("comment.posted", amina, amina, shown_as="Amina Yusuf", charter=charter, clause="Article 1")
    assert sentence(entry) == "<bdi>Amina Yusuf</bdi> commented on <bdi>Article 1</bdi>"


def test_the_news_is_heard_inside_the_transaction(db: SQLAlchemy, amina) -> None:
    heard = []

    def listener(entry: Entry, **news: object) -> None:
        heard.append((entry.action, news["subject"]))

    with recorded.connected_to(listener):
        record("person.confirmed", amina, amina)
    assert heard == [("person.confirmed", amina)]


def test_a_charters_entries_are_read_newest_first_a_page_at_a_time(db: SQLAlchemy, chiara, charter) -> None:
    for number in range(PAGE_LENGTH + 5):
        record("phase.entered", chiara, charter, charter=charter, phase=number)
    first = entries_of_charter(charter.id)
    second = entries_of_charter(charter.id, before=first[-1].id)
    numbers = [entry.facts["phase"] for entry in first + second]
    assert numbers == list(range(PAGE_LENGTH + 4, -1, -1))


def test_an_entry_is_never_changed(db: SQLAlchemy, amina) -> None:
    entry = record("person.confirmed", amina, amina)
    db.session.commit()
    entry.actor_shown_as = "Somebody else"
    with pytest.raises(DatabaseError, match="frozen"):
        db.session.flush()


def test_every_sentence_needs_only_what_its_act_records() -> None:
    for action, text in SENTENCES.items():
        assert action.count(".") == 1
        assert str(text)


def test_a_sentence_is_safe_whatever_a_name_holds(db: SQLAlchemy, amina) -> None:
    entry = record("comment.posted", amina, amina, shown_as="<script>alert(1)</script>", clause="%(actor)s")
    assert sentence(entry) == "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi> commented on <bdi>%(actor)s</bdi>"
