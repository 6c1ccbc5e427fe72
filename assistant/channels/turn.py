"""One turn as every channel runs it: never silent, and no word of a person in a log."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from sanic import Sanic

from assistant.quiet import kind_of

logger = logging.getLogger(__name__)

OnNewMessage = Callable[[UserMessage], Awaitable[Any]]
FAILED = "failure"


async def heard(
    on_new_message: OnNewMessage, text: str, sender: str, channel: str
) -> tuple[list[dict[str, Any]], bool]:
    """Return what was said in reply to a message, and whether the turn came to its end."""
    output = CollectingOutputChannel()
    try:
        await on_new_message(UserMessage(text, output, sender, input_channel=channel))
    except Exception as error:  # noqa: BLE001 the one place that may: the person must hear something
        logger.error("a turn failed: %s", kind_of(error))
    return output.messages, any("turn" in (item.get("custom") or {}) for item in output.messages)


def failure_report() -> dict[str, Any]:
    """Return the report of a turn that failed."""
    report = {"outcome": FAILED, "answers": [], "offered": [], "confidence": 0.0, "facts": [], "sources": []}
    return {"turn": {**report, "review": None, "content": None}}


def ready_agent(app: Sanic) -> Any:
    """Return the agent if it can answer, or None: not loaded yet, or not at all."""
    agent = getattr(app.ctx, "agent", None)
    return agent if agent is not None and agent.is_ready() else None


def store_of(agent: Any) -> Any:
    """Return the agent's own store: Rasa wraps it in one that hides its errors and answers with nothing instead."""
    return getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)
