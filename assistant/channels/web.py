"""The channel of the widget and the page: each conversation has a token, and nobody else reads or writes it."""

from __future__ import annotations

import math
import os
import uuid
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse

from assistant.channels import intake
from assistant.channels.turn import OnNewMessage, failure_report, heard, logger, ready_agent
from assistant.quiet import kind_of
from assistant.web.callers import Addresses, Origins
from assistant.web.front import Front
from assistant.web.headers import secure
from assistant.web.limits import Limit
from assistant.web.once import Once, Replies
from assistant.web.secret import read_secret
from assistant.web.tokens import HOURS, Tokens

MOST_BYTES = 64 * 1024
MOST_ID = 64
TURNS = (30, 1.0)
"""How many messages a conversation may send at once, and then a second; a person does not write faster."""
FROM_ONE_ADDRESS = (300, 10.0)
"""The same for all conversations of one address: a ward or a waiting room shares one."""
BEGUN = (60, 1.0)
"""How many conversations an address may begin at once, and then a second."""


class GuideWeb(InputChannel):
    """Takes messages of the widget by POST and answers with the turn's replies, its report last."""

    def __init__(
        self,
        content: str = "",
        language: str = "",
        origins: Iterable[str] = (),
        proxies: Iterable[str] = (),
        hours: float = HOURS,
        limit: float = 1.0,
        secret: str = "",
    ) -> None:
        """Read what the channel says when all else fails, and the secret; `limit` times as much may be sent.

        Raises:
            AnswersError: if there is no such content, or a setting cannot be used.
        """
        folder = Path(content or os.environ.get("GUIDE_CONTENT") or "content")
        self._front = Front.read(folder, language or os.environ.get("GUIDE_LANGUAGE") or "en")
        self.tokens = Tokens(secret or read_secret(), float(hours))
        self.origins, self.addresses = Origins(origins or ()), Addresses(proxies or ())
        self.turns, self.from_one_address, self.begun = (
            Limit(most * limit, rate * limit) for most, rate in (TURNS, FROM_ONE_ADDRESS, BEGUN)
        )
        self._once = Once()

    @classmethod
    def name(cls) -> str:
        return "web"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> GuideWeb:
        return cls(**(credentials or {}))

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        blueprint = Blueprint("guide_web", __name__)
        self._take(blueprint, on_new_message)
        self._guard(blueprint)
        return blueprint

    def _take(self, blueprint: Blueprint, on_new_message: OnNewMessage) -> None:
        """Add the routes."""

        @blueprint.route("/conversations", methods=["POST"])
        async def begin(request: Request) -> HTTPResponse:
            return self._refusal_of_a_beginning(request) or response.json({"token": self.tokens.new()}, status=201)

        @blueprint.route("/messages", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            conversation = self.tokens.conversation(bearer(request)) or ""
            refused = self._refusal_of_a_message(request, conversation)
            return refused or response.json(await self._replies(request, conversation, on_new_message))

        @blueprint.route("/conversations", methods=["OPTIONS"], name="before_begin")
        @blueprint.route("/messages", methods=["OPTIONS"], name="before_receive")
        async def preflight(request: Request) -> HTTPResponse:
            return response.empty(204 if self.origins.allow(request) else 403)

    def _guard(self, blueprint: Blueprint) -> None:
        """Add what holds for every route: an error is told with the numbers, and each response has its headers."""

        @blueprint.exception(Exception)
        async def fail(request: Request, error: Exception) -> HTTPResponse:
            return self.failed(request, error)

        @blueprint.middleware("response")
        async def guard(request: Request, answer: BaseHTTPResponse) -> None:
            answer.headers.update({"Cache-Control": "no-store", **self.origins.headers(request)})
            await secure(request, answer)

    def failed(self, request: Request, error: Exception) -> HTTPResponse:
        """Return what is told when a request could not be handled; the words of the error are not logged."""
        status = getattr(error, "status_code", 500)
        if not 400 <= status < 500:
            logger.error("a request failed: %s", kind_of(error))
            status = 503
        answer = self._refused("too-large" if status == 413 else "failed", status)
        answer.headers.update(self.origins.headers(request))
        return answer

    def _refusal_of_a_beginning(self, request: Request) -> HTTPResponse | None:
        """Return why a conversation may not begin, or None if it may."""
        if not self.origins.allow(request):
            return self._refused("origin", 403)
        if len(request.body) > MOST_BYTES:
            return self._refused("too-large", 413)
        if seconds := self.begun.wait(self.addresses.of(request)):
            return self._refused("too-many", 429, seconds)
        return None

    def _refusal_of_a_message(self, request: Request, conversation: str) -> HTTPResponse | None:
        """Return why a message is not taken, or None if it is."""
        if not self.origins.allow(request):
            return self._refused("origin", 403)
        # A form of another site cannot send this type without asking us first.
        if request.content_type.partition(";")[0].strip().lower() != "application/json":
            return self._refused("type", 415)
        if len(request.body) > MOST_BYTES:
            return self._refused("too-large", 413)
        seconds = self.from_one_address.wait(self.addresses.of(request))
        if not seconds and not conversation:
            return self._refused("token", 401)
        if seconds := seconds or self.turns.wait(conversation):
            return self._refused("too-many", 429, seconds)
        return None if ready_agent(request.app) else self._refused("not-ready", 503, 5)

    def _refused(self, error: str, status: int, seconds: float = 0) -> HTTPResponse:
        """Return a refusal with what to show for it: what is wrong, and the numbers to call."""
        headers = {"Retry-After": str(math.ceil(seconds))} if seconds else {}
        notice = self._front.told(f"error_{error.replace('-', '_')}")
        return response.json({"error": error, "notice": notice}, status=status, headers=headers)

    async def _replies(self, request: Request, conversation: str, on_new_message: OnNewMessage) -> Replies:
        message, text = _read(request)
        turn = partial(self._turn, request, conversation, message, text, on_new_message)
        return await self._once.replies(conversation, message, turn)

    async def _turn(
        self, request: Request, conversation: str, message: str, text: str, on_new_message: OnNewMessage
    ) -> Replies:
        said, is_whole = await heard(on_new_message, text, conversation, self.name())
        replies = [{name: value for name, value in item.items() if name != "recipient_id"} for item in said]
        if not is_whole:
            # Sent again, the message gets a turn of its own.
            self._once.forget(conversation, message)
            return [*replies, *({"text": words} for words in self._front.failure), {"custom": failure_report()}]
        if await self._is_forgotten(request, conversation, replies):
            self._once.forget(conversation)
        return replies

    async def _is_forgotten(self, request: Request, conversation: str, replies: Replies) -> bool:
        """Whether the person had their talk deleted in this turn: then no earlier reply may stay here either."""
        if replies[-1].get("custom", {}).get("turn", {}).get("outcome") != "control":
            return False
        try:
            return await ready_agent(request.app).tracker_store.retrieve(conversation) is None
        except Exception as error:  # noqa: BLE001 the turn is done and must be told
            logger.error("a conversation could not be looked up: %s", kind_of(error))
            return False


def bearer(request: Request) -> str:
    """Return the token in a request's Authorization header, or nothing."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def _read(request: Request) -> tuple[str, str]:
    """Return the id and the text of a message; what cannot be read becomes a message that says so."""
    try:
        body = request.json
    except Exception:  # noqa: BLE001 Sanic raises its own and the parser's errors alike
        body = None
    if not isinstance(body, dict):
        body = {}
    message = body.get("id")
    if not isinstance(message, str) or not 0 < len(message) <= MOST_ID:
        message = uuid.uuid4().hex
    return message, intake.read_text(body.get("message"))
