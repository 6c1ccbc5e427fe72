"""Conversations: nothing lost over a restart, bounded in memory, and gone when forgotten."""

from __future__ import annotations

import sqlite3

import pytest
import sqlalchemy
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.tracker_store import HISTORY, ConversationStore


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "deep" / "conversations.db")


def store(path, **kwargs):
    return ConversationStore(Domain.load("domain.yml"), db=path, **kwargs)


async def _talk(store, sender, count, start=0):
    tracker = await store.get_or_create_tracker(sender)
    for number in range(start, start + count):
        tracker.update(UserUttered(f"message {number}", {"name": "say_hello", "confidence": 1.0}))
        tracker.update(ActionExecuted("action_listen"))
        await store.save(tracker)
    return tracker


def rows(path):
    with sqlite3.connect(path) as connection:
        return connection.execute("select data from events order by id").fetchall()


def test_every_event_is_written_once(path, loop):
    loop.run_until_complete(_talk(store(path), "a", 60))

    texts = [row[0] for row in rows(path) if '"text": "message ' in row[0]]
    assert len(texts) == 60


def test_a_restart_loses_nothing(path, loop):
    loop.run_until_complete(_talk(store(path), "a", 5))
    again = loop.run_until_complete(store(path).retrieve("a"))

    assert [e.text for e in again.events if isinstance(e, UserUttered)] == [f"message {n}" for n in range(5)]


def test_a_talk_goes_on_after_a_restart(path, loop):
    loop.run_until_complete(_talk(store(path), "a", 50))
    loop.run_until_complete(_talk(store(path), "a", 3, start=50))

    assert sum('"text": "message ' in row[0] for row in rows(path)) == 53


def test_the_live_history_is_bounded(path, loop):
    tracker = loop.run_until_complete(_talk(store(path), "a", 100))

    assert len(tracker.events) == HISTORY


def test_forgetting_leaves_no_row(path, loop):
    own = store(path)
    tracker = loop.run_until_complete(_talk(own, "a", 5))
    loop.run_until_complete(_talk(own, "b", 1))
    tracker.update(SlotSet("forget", True))
    loop.run_until_complete(own.save(tracker))

    assert not any("message 4" in row[0] for row in rows(path)) and len(rows(path)) > 0
    assert loop.run_until_complete(own.retrieve("a")) is None


def test_no_more_trackers_are_live_than_allowed(path, loop):
    own = store(path, live=2)
    for sender in "abcd":
        loop.run_until_complete(_talk(own, sender, 1))

    assert list(own._live) == ["c", "d"]


def test_sqlite_writes_ahead(path):
    with store(path).engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


class TestADatabaseThatFails:
    """Rasa would begin a new conversation in memory and log the row; ours goes on and says that it fails."""

    def break_it(self, broken):
        with broken.engine.begin() as connection:
            connection.exec_driver_sql("alter table events rename to gone")

    def mend_it(self, broken):
        with broken.engine.begin() as connection:
            connection.exec_driver_sql("alter table gone rename to events")

    def test_the_talk_goes_on_from_memory(self, path, loop):
        broken = store(path)
        loop.run_until_complete(_talk(broken, "a", 2))
        self.break_it(broken)
        tracker = loop.run_until_complete(_talk(broken, "a", 1, start=2))

        assert broken.is_failing
        assert [e.text for e in tracker.events if isinstance(e, UserUttered)] == [f"message {n}" for n in range(3)]

    def test_what_was_not_written_is_written_later(self, path, loop):
        broken = store(path)
        loop.run_until_complete(_talk(broken, "a", 2))
        self.break_it(broken)
        loop.run_until_complete(_talk(broken, "a", 1, start=2))
        self.mend_it(broken)
        loop.run_until_complete(_talk(broken, "a", 1, start=3))

        assert not broken.is_failing
        assert sum('"text": "message ' in row[0] for row in rows(path)) == 4

    def test_no_word_reaches_the_log(self, path, loop, caplog):
        broken = store(path)
        self.break_it(broken)
        with pytest.raises(sqlalchemy.exc.SQLAlchemyError):
            loop.run_until_complete(broken.retrieve("a"))
        loop.run_until_complete(broken.save(DialogueStateTracker.from_events("a", [UserUttered("my secret words")])))

        assert "OperationalError" in caplog.text and "secret" not in caplog.text

    def test_what_should_be_forgotten_is_forgotten_later(self, path, loop):
        broken = store(path)
        tracker = loop.run_until_complete(_talk(broken, "a", 2))
        tracker.update(SlotSet("forget", True))
        self.break_it(broken)
        loop.run_until_complete(broken.save(tracker))
        self.mend_it(broken)
        loop.run_until_complete(_talk(broken, "b", 1))

        assert not any('"text": "message 1"' in row[0] for row in rows(path))

    def forget_while_broken(self, broken, loop):
        tracker = loop.run_until_complete(_talk(broken, "a", 2))
        tracker.update(SlotSet("forget", True))
        self.break_it(broken)
        loop.run_until_complete(broken.save(tracker))
        self.mend_it(broken)

    def test_what_should_be_forgotten_is_not_read_any_more(self, path, loop):
        broken = store(path)
        self.forget_while_broken(broken, loop)

        assert loop.run_until_complete(broken.retrieve("a")) is None

    def test_what_should_be_forgotten_is_not_written_anew(self, path, loop):
        broken = store(path)
        self.forget_while_broken(broken, loop)
        old = loop.run_until_complete(store(path).retrieve("a"))
        loop.run_until_complete(broken.save(old))

        assert rows(path) == []

    def test_a_new_talk_after_a_late_forgetting_is_kept(self, path, loop):
        broken = store(path)
        self.forget_while_broken(broken, loop)
        loop.run_until_complete(_talk(broken, "a", 1, start=7))

        said = [row[0] for row in rows(path) if '"text": "message ' in row[0]]
        assert len(said) == 1 and '"text": "message 7"' in said[0]
