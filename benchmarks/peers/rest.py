"""Serves a ranking of labels behind Rasa's REST contract."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiohttp import web

from benchmarks.peers.labels import UNSURE
from benchmarks.peers.store import Store

Ranked = list[tuple[str, float]]
"""Labels and how near each is to a message, nearest first."""
Rank = Callable[[str], Ranked]


def turn(ranked: Ranked, threshold: float, store: Store) -> tuple[str, dict[str, Any]]:
    """Return what is said to a message whose labels are ranked so, and the report of the turn."""
    label, score = ranked[0]
    # Not reaching it but exceeding it: with a threshold of 0, a message that shares nothing is still like nothing.
    if score <= threshold:
        label = UNSURE
    return store.text(label), store.report(label, [other for other, _ in ranked], score)


def replies(rank: Rank, threshold: float, store: Store, message: dict[str, str]) -> list[dict[str, Any]]:
    """Return a peer's replies to one message, in Rasa's form."""
    text, report = turn(rank(message["message"]), threshold, store)
    to = {"recipient_id": message["sender"]}
    return [{**to, "text": text}, {**to, "custom": {"turn": report}}]


def application(rank: Rank, threshold: float, store: Store) -> web.Application:
    """Return the application: the REST channel and `/health`."""

    async def webhook(request: web.Request) -> web.Response:
        return web.json_response(replies(rank, threshold, store, await request.json()))

    async def health(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    app = web.Application()
    app.add_routes([web.post("/webhooks/rest/webhook", webhook), web.get("/health", health)])
    return app
