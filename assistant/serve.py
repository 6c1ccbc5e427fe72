"""The embedded server: Rasa, the actions and SQLite in one process. `python -m assistant.serve`."""

from __future__ import annotations

from assistant.lighter import leave_out, refusal
from assistant.quiet import hush, mute_words

hush()
leave_out()

import argparse  # noqa: E402 warnings must be off before anything below is imported
import asyncio  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

import rasa.core.run as run  # noqa: E402
from rasa.core.agent import Agent, load_agent  # noqa: E402
from rasa.core.channels.channel import InputChannel, register  # noqa: E402
from rasa.core.constants import DEFAULT_KEEP_ALIVE_TIMEOUT  # noqa: E402
from rasa.core.utils import AvailableEndpoints  # noqa: E402
from rasa.model import get_latest_model  # noqa: E402
from sanic import Sanic, response  # noqa: E402
from sanic.request import Request  # noqa: E402
from sanic.response import HTTPResponse  # noqa: E402

from answers import places  # noqa: E402
from answers.errors import AnswersError  # noqa: E402
from answers.library import Library  # noqa: E402
from assistant.channels.turn import ready_agent, store_of  # noqa: E402
from assistant.channels.web import GuideWeb  # noqa: E402
from assistant.console import console_blueprint  # noqa: E402
from assistant.faster import settle, speed_up  # noqa: E402
from assistant.in_process import InProcessActions  # noqa: E402
from assistant.web.pages import attach  # noqa: E402
from assistant.web.site import Site  # noqa: E402

DEFAULT_PORT = 5005
MOST_BYTES = 1_000_000
"""How large any request may be; a channel may allow less."""


def main(arguments: list[str] | None = None) -> int:
    """Serve until interrupted; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default=os.environ.get("HOST") or "127.0.0.1")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or DEFAULT_PORT))
    parser.add_argument("--model", default="models")
    options = parser.parse_args(arguments)
    model = get_latest_model(options.model) if Path(options.model).is_dir() else options.model
    if not model or not Path(model).exists():
        print("There is no trained model yet; run `make train`.", file=sys.stderr)
        return 1
    mute_words()
    speed_up()
    endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
    if reason := refusal(endpoints.tracker_store and endpoints.tracker_store.type):
        print(f"endpoints.yml: {reason}", file=sys.stderr)
        return 1
    try:
        return serve(model, endpoints, options.host, options.port)
    except AnswersError as error:
        print(error, file=sys.stderr)
        return 1


def serve(model: str, endpoints: AvailableEndpoints, host: str, port: int) -> int:
    """Serve one model in the foreground; return the exit status."""
    endpoints.action = InProcessActions()
    channels = run.create_http_input_channels(None, "credentials.yml")
    app = create_app(channels, endpoints, model, host, port)
    app.run(host=host, port=port, workers=1, access_log=False, motd=False, backlog=200)
    return app.ctx.status


def create_app(channels: list[InputChannel], endpoints: AvailableEndpoints, model: str, host: str, port: int) -> Sanic:
    """Return the application: the channels, the pages, and `/health`.

    Raises:
        AnswersError: if the clinic's numbers or a setting cannot be read.
    """
    # Not Rasa's own application: its HTTP API lets anyone read and write conversations, and its "/" is taken.
    app = Sanic("kidney_cancer_guide", configure_logging=False)
    app.config.KEEP_ALIVE_TIMEOUT = DEFAULT_KEEP_ALIVE_TIMEOUT
    app.config.REQUEST_MAX_SIZE = MOST_BYTES
    app.ctx.status, app.ctx.agent, app.ctx.library = 0, None, None
    register(channels, app, route="/webhooks/")
    content = Path(os.environ.get("GUIDE_CONTENT") or "content")
    language = os.environ.get("GUIDE_LANGUAGE") or "en"
    web = next((channel for channel in channels if isinstance(channel, GuideWeb)), None)
    attach(app, Site(content, language, lambda: library_of(app)), web)
    app.blueprint(console_blueprint(content, language))
    app.add_route(health, "/health", methods=["GET", "HEAD"])
    app.ctx.address = f"http://{'localhost' if host == '127.0.0.1' else host}:{port}"

    async def begin(app: Sanic, _: object) -> None:
        # Beside the server, not before it: the page with the numbers is there while the model is read.
        app.ctx.loading = asyncio.create_task(load(app, model, endpoints, content, language))

    app.register_listener(begin, "after_server_start")
    app.register_listener(end_loading, "before_server_stop")
    app.register_listener(run.close_resources, "after_server_stop")
    return app


async def load(app: Sanic, model: str, endpoints: AvailableEndpoints, content: Path, language: str) -> None:
    """Read the library and the model and say so; or say why not, and end the server with status 1."""
    try:
        app.ctx.library = await asyncio.to_thread(places.live, content, language)
        app.ctx.agent = await agent_with(model, endpoints)
    except Exception as error:  # noqa: BLE001 whatever it is, the operator must see it and the server must end
        print(f"The guide could not be loaded: {error or type(error).__name__}", file=sys.stderr, flush=True)
        app.ctx.status = 1
        app.stop()
        return
    settle()
    print(f"The Kidney Cancer Guide is ready on {app.ctx.address}", flush=True)


async def end_loading(app: Sanic, _: object) -> None:
    """Wait for nothing more; what a thread reads still is dropped when it is read."""
    app.ctx.loading.cancel()
    await asyncio.wait([app.ctx.loading])


async def agent_with(model: str, endpoints: AvailableEndpoints) -> Agent:
    """Return Rasa's agent; the model is read in a thread, so that requests are answered meanwhile."""
    agent = await load_agent(endpoints=endpoints, loop=asyncio.get_running_loop())
    if not agent.is_ready():
        # Not by Rasa's `load_agent`: a model that cannot be read is a line in the log to it, and it goes on without.
        await asyncio.to_thread(agent.load_model, model)
    return agent


def library_of(app: Sanic) -> Library | None:
    """Return the library as it stands on disk, or None while it is not read yet."""
    live = app.ctx.library
    return live.current() if live else None


async def health(request: Request) -> HTTPResponse:
    """Tell whoever watches whether questions can be answered."""
    agent = ready_agent(request.app)
    if agent is None:
        return response.json({"status": "starting"}, status=503)
    if getattr(store_of(agent), "is_failing", False):
        # Talks go on from memory, but nothing is kept: whoever watches must know.
        return response.json({"status": "conversations cannot be kept"}, status=503)
    return response.json({"status": "ok"})


if __name__ == "__main__":
    sys.exit(main())
