"""Where conversations are kept: Rasa's SQL store, made flat in time and able to forget.

Rasa reads, decodes and replays a whole session at every turn and so slows down as a talk
goes on. Here the live tracker of a conversation stays in memory, its history is bounded,
and only new events are written. The database still holds everything, so that a restart
loses nothing.
"""

from __future__ import annotations

import itertools
import json
import logging
from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlalchemy.orm
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.pool import StaticPool

from assistant.quiet import kind_of

logger = logging.getLogger(__name__)

HISTORY = 24
"""How many events of a conversation stay live; a turn has about eight, and rules look at one turn."""
FORGET = "forget"


class ConversationStore(SQLTrackerStore):
    """Keeps live trackers and writes what is new; `live` is how many are kept, 0 with several replicas."""

    def __init__(
        self,
        domain: Domain | None = None,
        dialect: str = "sqlite",
        db: str = "conversations.db",
        event_broker: EventBroker | None = None,
        live: int = 500,
        **kwargs: Any,
    ) -> None:
        if dialect == "sqlite":
            Path(db).parent.mkdir(parents=True, exist_ok=True)
        super().__init__(domain, dialect=dialect, db=db, event_broker=event_broker, **kwargs)
        if dialect == "sqlite":
            self._stay_connected()
        self._live: OrderedDict[str, DialogueStateTracker] = OrderedDict()
        self._saved: dict[str, Event] = {}
        self._to_forget: set[str] = set()
        self._begun: OrderedDict[str, None] = OrderedDict()
        """Conversations the database was found not to hold: what they say is new without asking again."""
        self._most = live
        # An error of SQLAlchemy quotes the row, and so the person, unless told not to.
        self.engine.hide_parameters = True
        self.is_failing = False
        """Whether the database failed at the last try; `/health` tells."""

    def _stay_connected(self) -> None:
        """Keep one tuned connection: SQLAlchemy opens a file anew for each transaction, and closing it checkpoints."""
        opened: sa.engine.Engine = vars(self)["engine"]
        opened.dispose()
        self.engine = sa.create_engine(opened.url, poolclass=StaticPool, connect_args={"check_same_thread": False})
        sa.event.listen(self.engine, "connect", _tune)
        self.sessionmaker = sa.orm.session.sessionmaker(bind=self.engine)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        if sender_id in self._to_forget:
            # The database may hold it still; for the person it is gone.
            return None
        tracker = self._live.get(sender_id)
        if tracker is not None:
            self._live.move_to_end(sender_id)
            return tracker
        try:
            tracker = await super().retrieve(sender_id)
        except sa.exc.SQLAlchemyError as error:
            self._failed("read", error)
            raise
        if tracker is not None:
            self._keep(tracker)
        elif self._most:
            self._begun[sender_id] = None
            while len(self._begun) > self._most:
                self._begun.popitem(last=False)
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        if tracker.get_slot(FORGET):
            self._to_forget.add(tracker.sender_id)
        # Asked before deleting: what is to be forgotten must not be written anew once it is deleted.
        is_gone = tracker.sender_id in self._to_forget
        self._forget_all()
        if is_gone:
            return
        await self.stream_events(tracker)
        try:
            new = list(self._new_events(tracker))
            if new:
                self._write(tracker.sender_id, new)
        except sa.exc.SQLAlchemyError as error:
            # The talk goes on from memory, and what was not written is written with the next turn.
            self._failed("write", error)
            self._keep(tracker, written=False)
            return
        self._keep(tracker)
        self.is_failing = False

    def _failed(self, what: str, error: Exception) -> None:
        self.is_failing = True
        logger.error("the conversation database could not %s: %s", what, kind_of(error))

    def _forget_all(self) -> None:
        """Delete what people asked to forget; what fails now is tried again at the next save."""
        for sender_id in list(self._to_forget):
            try:
                self.delete(sender_id)
            except sa.exc.SQLAlchemyError as error:
                self._failed("delete", error)
                return
            self._to_forget.discard(sender_id)

    def delete(self, sender_id: str) -> None:
        """Delete a conversation, from memory and from the database."""
        for kept in (self._live, self._saved, self._begun):
            kept.pop(sender_id, None)
        with self.engine.begin() as connection:
            table = self.SQLEvent.__table__
            connection.execute(sa.delete(table).where(table.c.sender_id == sender_id))

    def _new_events(self, tracker: DialogueStateTracker) -> Iterator[Event]:
        """Yield the events after the last one written."""
        last = self._saved.get(tracker.sender_id)
        if tracker.sender_id in self._begun:
            yield from list(tracker.events)
            return
        if last is None:
            with self.session_scope() as session:
                yield from list(self._additional_events(session, tracker))
            return
        new: list[Event] = []
        for event in reversed(tracker.events):
            if event is last:
                break
            new.append(event)
        yield from reversed(new)

    def _write(self, sender_id: str, events: Iterable[Event]) -> None:
        rows = [_row(sender_id, event) for event in events]
        with self.engine.begin() as connection:
            connection.execute(sa.insert(self.SQLEvent.__table__), rows)

    def _keep(self, tracker: DialogueStateTracker, *, written: bool = True) -> None:
        """Keep a tracker live, its history bounded, and note its last event if it is written."""
        if not self._most or not tracker.events:
            return
        if len(tracker.events) > HISTORY:
            # Between turns only: a bound on the deque itself would drop a long turn's own beginning,
            # and Rasa would predict without end.
            tracker.events = deque(itertools.islice(tracker.events, len(tracker.events) - HISTORY, None))
        if written:
            self._begun.pop(tracker.sender_id, None)
            self._saved[tracker.sender_id] = tracker.events[-1]
        self._live[tracker.sender_id] = tracker
        self._live.move_to_end(tracker.sender_id)
        while len(self._live) > self._most:
            oldest, _ = self._live.popitem(last=False)
            self._saved.pop(oldest, None)


def _row(sender_id: str, event: Event) -> dict[str, Any]:
    data = event.as_dict()
    return {
        "sender_id": sender_id,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name") if not isinstance(event, SlotSet) else None,
        "data": json.dumps(data),
    }


def _tune(connection: Any, _: Any) -> None:
    """Write-ahead logging: a reader never waits for a writer, a commit not for the whole journal."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()
