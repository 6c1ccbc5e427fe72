"""Asks a server over REST: questions for their report, one turn after another for its time, many people at once."""

from __future__ import annotations

import http.client
import json
import statistics
import time
import uuid
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from benchmarks.judging import Row
from benchmarks.turn import QUESTIONS, TURNS

PEOPLE, WARM_UP, PATIENCE = 16, 30, 60.0


@dataclass(frozen=True)
class Turn:
    """How long a turn took and what it reported; nothing if no report came, or no reply."""

    ms: float
    report: dict[str, Any] | None


class Person:
    """Someone with a connection that stays open."""

    def __init__(self, address: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
        self._sender = ""
        self.begin()

    def begin(self) -> None:
        """Begin a conversation that nobody had before: talks of earlier runs may still be in a database."""
        self._sender = uuid.uuid4().hex

    def say(self, text: str) -> Turn:
        """Say something; a server that fails reports nothing, and the time is what it took to fail."""
        body = json.dumps({"sender": self._sender, "message": text})
        began = time.perf_counter()
        try:
            self._connection.request("POST", "/webhooks/rest/webhook", body, {"content-type": "application/json"})
            reply = self._connection.getresponse()
            content, is_ok = reply.read(), reply.status == 200
        except (OSError, http.client.HTTPException):
            # The next turn opens it again.
            self._connection.close()
            content, is_ok = b"", False
        ms = (time.perf_counter() - began) * 1e3
        return Turn(ms, report_in(json.loads(content)) if is_ok else None)


def report_in(replies: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the turn report among a turn's replies, or None."""
    return next((reply["custom"]["turn"] for reply in replies if "turn" in (reply.get("custom") or {})), None)


def answers_within(address: str, patience: float) -> bool:
    """Return whether a server answers a first question before patience ends, as soon as it does."""
    end = time.monotonic() + patience
    person = Person(address)
    while person.say(QUESTIONS[0]).report is None:
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def asked(address: str, items: Sequence[Row]) -> list[Row]:
    """Return each item with what its turn ended in, every item a conversation of its own."""
    person = Person(address)
    rows = []
    for item in items:
        person.begin()
        turn = person.say(item["text"]).report or {}
        given, offered = turn.get("answers") or [], turn.get("offered") or []
        rows.append(
            {**item, "got": turn.get("outcome"), "given": given, "offered": offered, "sure": turn.get("confidence")}
        )
    return rows


def one_at_a_time(address: str) -> list[Turn]:
    """Return turns said one after another, five to a conversation, once the server is warm."""
    person = Person(address)
    questions = _questions()
    for _ in range(WARM_UP):
        person.say(next(questions))
    turns = []
    for number in range(TURNS):
        if number % 5 == 0:
            person.begin()
        turns.append(person.say(next(questions)))
    return turns


def many_at_once(address: str, seconds: float, people: int = PEOPLE) -> tuple[list[Turn], float]:
    """Return the turns of people who talk at once, each in one conversation, and the seconds it took them."""
    began = time.perf_counter()

    def talk(number: int) -> list[Turn]:
        person, questions, turns = Person(address), _questions(number), []
        while time.perf_counter() - began < seconds:
            turns.append(person.say(next(questions)))
        return turns

    with ThreadPoolExecutor(people) as threads:
        turns = [turn for talked in threads.map(talk, range(people)) for turn in talked]
    return turns, time.perf_counter() - began


def _questions(first: int = 0) -> Iterator[str]:
    """Yield the questions of `benchmarks.turn` for ever, so that no two people ask the same at the same time."""
    while True:
        yield QUESTIONS[first % len(QUESTIONS)]
        first += 1


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the value that so many of a hundred do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]
