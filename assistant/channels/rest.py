"""The REST channel: Rasa's own, made never silent and never to log a person's words."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

from rasa.core.channels.rest import RestInput
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.channels import intake
from assistant.channels.failure import failure_notice
from assistant.channels.turn import OnNewMessage, failure_report, heard, ready_agent
from assistant.web.tokens import PREFIX

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

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        blueprint = Blueprint("guide_rest", __name__)

        @blueprint.route("/", methods=["GET"])
        async def health(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @blueprint.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            if ready_agent(request.app) is None:
                return response.json(self._failed(_read(request)[0]), status=503)
            return response.json(await self._replies(request, on_new_message))

        return blueprint

    async def _replies(self, request: Request, on_new_message: OnNewMessage) -> list[dict[str, Any]]:
        sender, text = _read(request)
        replies, is_whole = await heard(on_new_message, text, sender, self.name())
        return replies if is_whole else [*replies, *self._failed(sender)]

    def _failed(self, sender: str) -> list[dict[str, Any]]:
        said: list[dict[str, Any]] = [{"text": self._notice}, {"custom": failure_report()}]
        return [{"recipient_id": sender, **item} for item in said]


def _read(request: Request) -> tuple[str, str]:
    """Return the sender and the text of a request; what cannot be read becomes a message that says so."""
    try:
        body = request.json
    except Exception:  # noqa: BLE001 Sanic raises its own and the parser's errors alike
        body = None
    if not isinstance(body, dict):
        body = {}
    sender = str(body.get("sender") or "").strip()[:MOST_SENDER]
    if sender.startswith(PREFIX):
        # Conversations of the web belong to whoever holds their token, and are entered by it alone.
        sender = f"rest-{sender}"
    # Rasa would put everyone without a name into one conversation.
    return sender or f"anonymous-{uuid.uuid4().hex}", intake.read_text(body.get("message"))
