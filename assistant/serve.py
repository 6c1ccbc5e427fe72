"""The embedded server: Rasa, the actions and SQLite in one process. `python -m assistant.serve`."""

from __future__ import annotations

from assistant.lighter import leave_out, refusal
from assistant.quiet import hush, mute_words

hush()
leave_out()

import argparse  # noqa: E402 warnings must be off before anything below is imported
import os  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

import rasa.core.run as run  # noqa: E402
from rasa.core.channels.channel import InputChannel  # noqa: E402
from rasa.core.utils import AvailableEndpoints  # noqa: E402
from rasa.model import get_latest_model  # noqa: E402
from sanic import Sanic, response  # noqa: E402
from sanic.request import Request  # noqa: E402
from sanic.response import HTTPResponse  # noqa: E402

from assistant.faster import settle, speed_up  # noqa: E402
from assistant.in_process import InProcessActions  # noqa: E402

DEFAULT_PORT = 5005


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
    serve(model, endpoints, options.host, options.port)
    return 0


def serve(model: str, endpoints: AvailableEndpoints, host: str, port: int) -> None:
    """Serve one model in the foreground."""
    endpoints.action = InProcessActions()
    channels = run.create_http_input_channels(None, "credentials.yml")
    app = create_app(channels, endpoints, model, host, port)
    app.run(host=host, port=port, workers=1, access_log=False, motd=False, backlog=200)


def create_app(channels: list[InputChannel], endpoints: AvailableEndpoints, model: str, host: str, port: int) -> Sanic:
    """Return the application: Rasa's channels without its HTTP API, and `/health`."""
    # Rasa's HTTP API lets anyone read and write conversations; it stays closed.
    app = run.configure_app(channels, enable_api=False, endpoints=endpoints, port=port)

    @app.listener("before_server_start")
    async def load(app: Sanic, loop: object) -> None:
        await run.load_agent_on_start(model, endpoints, None, app, loop)

    @app.listener("after_server_start")
    async def announce(app: Sanic, loop: object) -> None:
        settle()
        print(
            f"The Kidney Cancer Guide is ready on http://{'localhost' if host == '127.0.0.1' else host}:{port}",
            flush=True,
        )

    @app.route("/health", methods=["GET"])
    async def health(_: Request) -> HTTPResponse:
        agent = getattr(app.ctx, "agent", None)
        if not (agent and agent.is_ready()):
            return response.json({"status": "starting"}, status=503)
        store = getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)
        if getattr(store, "is_failing", False):
            # Talks go on from memory, but nothing is kept: whoever watches must know.
            return response.json({"status": "conversations cannot be kept"}, status=503)
        return response.json({"status": "ok"})

    app.register_listener(run.close_resources, "after_server_stop")
    return app


if __name__ == "__main__":
    sys.exit(main())
