"""The REST channel: Rasa's own, made never silent and never to log a person's words."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels import intake
from assistant.channels.failure import failure_notice
from assistant.quiet import kind_of

logger = logging.getLogger(__name__)

MOST_SENDER = 128


class GuideRest(RestInput):
    """Takes `{"sender", "message"}` by POST and answers with the turn's replies, its report last."""

    def __init__(self, content: str = "content") -> None:
        self._notice = failure_notice(Path(content))

    @classmethod
    def name(cls) -> str:
        return "rest"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> GuideRest:
        return cls(**(credentials or {}))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        blueprint = Blueprint("guide_rest", __name__)

        @blueprint.route("/", methods=["GET"])
        async def health(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @blueprint.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            return response.json(await self._replies(request, on_new_message))

        return blueprint

    async def _replies(
        self, request: Request, on_new_message: Callable[[UserMessage], Awaitable[Any]]
    ) -> list[dict[str, Any]]:
        sender, text = _read(request)
        output = CollectingOutputChannel()
        try:
            await on_new_message(UserMessage(text, output, sender, input_channel=self.name()))
        except Exception as error:  # noqa: BLE001 the one place that may: the person must hear something
            logger.error("a turn failed: %s", kind_of(error))
        if any("turn" in (item.get("custom") or {}) for item in output.messages):
            return output.messages
        return [*output.messages, *self._failed(sender)]

    def _failed(self, sender: str) -> list[dict[str, Any]]:
        report = {
            "outcome": "failure",
            "answers": [],
            "offered": [],
            "confidence": 0.0,
            "facts": [],
            "sources": [],
        }
        turn = {"turn": {**report, "review": None, "content": None}}
        return [{"recipient_id": sender, "text": self._notice}, {"recipient_id": sender, "custom": turn}]


def _read(request: Request) -> tuple[str, str]:
    """Return the sender and the text of a request; what cannot be read becomes a message that says so."""
    try:
        body = request.json
    except Exception:  # noqa: BLE001 Sanic raises its own and the parser's errors alike
        body = None
    if not isinstance(body, dict):
        body = {}
    sender = str(body.get("sender") or "").strip()[:MOST_SENDER]
    # Rasa would put everyone without a name into one conversation.
    return sender or f"anonymous-{uuid.uuid4().hex}", intake.read_text(body.get("message"))
