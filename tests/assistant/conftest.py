"""A browser without a screen, for what speaks HTTP."""

from __future__ import annotations

import asyncio
import uuid
from contextlib import suppress
from functools import partial
from types import SimpleNamespace

import httpx
import pytest
from sanic import Sanic

# Sanic rewrites its own code when an application starts, and can do so again only if it is told of a test.
Sanic.test_mode = True


class Started(Exception):
    """The application has run its listeners, and waits for its end."""


class Served:
    """An application, and what a browser at some address gets from it."""

    def __init__(self, loop, app: Sanic) -> None:
        self.loop, self.app = loop, app
        loop.run_until_complete(self._start())

    async def _start(self) -> None:
        events = iter([{"type": "lifespan.startup"}])

        async def receive():
            try:
                return next(events)
            except StopIteration:
                raise Started from None

        async def send(_):
            return None

        with suppress(Started):
            await self.app({"type": "lifespan"}, receive, send)

    async def request(self, method: str, path: str, address: str = "192.0.2.1", **options) -> httpx.Response:
        """Send one request; `address` is where it comes from."""
        transport = httpx.ASGITransport(app=self.app, client=(address, 4711))
        async with httpx.AsyncClient(transport=transport, base_url="http://guide.example") as client:
            return await client.request(method, path, **options)

    def all(self, *requests) -> list[httpx.Response]:
        """Send requests, each made by `request`, at the same time."""

        async def together():
            return await asyncio.gather(*requests)

        return self.loop.run_until_complete(together())

    def get(self, path: str, **options) -> httpx.Response:
        return self.all(self.request("GET", path, **options))[0]

    def post(self, path: str, **options) -> httpx.Response:
        return self.all(self.request("POST", path, **options))[0]

    def options(self, path: str, **options) -> httpx.Response:
        return self.all(self.request("OPTIONS", path, **options))[0]


@pytest.fixture
def browse(loop):
    """Start an application as it is."""
    return partial(Served, loop)


@pytest.fixture
def serve(browse):
    """Start an application with some blueprints; a ready agent is there unless another is given."""

    def start(*blueprints, attach=None, agent=..., prefix: str = "") -> Served:
        app = Sanic(f"test-{uuid.uuid4().hex}", configure_logging=False)
        app.ctx.agent = ready() if agent is ... else agent
        for blueprint in blueprints:
            app.blueprint(blueprint, url_prefix=prefix)
        if attach:
            attach(app)
        return browse(app)

    return start


def ready(trackers=None, error: Exception | None = None):
    """Return an agent that can answer, with the trackers of some conversations."""

    async def retrieve(conversation):
        if error:
            raise error
        return (trackers or {}).get(conversation)

    return SimpleNamespace(is_ready=lambda: True, tracker_store=SimpleNamespace(retrieve=retrieve))


@pytest.fixture
def agent_with():
    """Make a ready agent out of trackers by conversation, each given as its slots."""

    def make(slots_by_conversation=None, error: Exception | None = None):
        slots = slots_by_conversation or {}
        trackers = {name: SimpleNamespace(get_slot=held.get) for name, held in slots.items()}
        return ready(trackers, error)

    return make
