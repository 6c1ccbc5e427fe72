"""The real server, run from a folder of its own, and a clinic's website on another origin beside it."""

from __future__ import annotations

import http.server
import json
import os
import re
import shutil
import subprocess
import threading
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from tools.server import running

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / "bin" / "python"
NURSE, ROLE = "Test nurse", "oncology nurse"

# Every test has a network address of its own, as behind a clinic's proxy: the limits count by it.
CREDENTIALS = """\
assistant.channels.rest.GuideRest:
assistant.channels.web.GuideWeb:
  origins: [%s]
  proxies: [127.0.0.1]
"""


def words_of(surface: str) -> dict[str, str]:
    """Return the words of a surface in English, by name."""
    text = (ROOT / "content" / "en" / "interface" / f"{surface}.yml").read_text(encoding="utf-8")
    return {name: json.loads(words) for name, words in re.findall(r'^(\w+): (".*")$', text, re.MULTILINE)}


@dataclass
class Answer:
    """What a server answered to a request that no browser made."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body read as JSON."""
        return json.loads(self.body)


@dataclass
class Served:
    """A running server: its address, and the folder in which it keeps everything."""

    address: str
    folder: Path
    addresses: int = field(default=0, init=False)

    def new_caller(self) -> str:
        """Return a network address that nobody has used yet."""
        self.addresses += 1
        return f"10.{self.addresses >> 16 & 255}.{self.addresses >> 8 & 255}.{self.addresses & 255}"

    @cached_property
    def settings(self) -> dict[str, Any]:
        """What the widget is told at its start."""
        return self.request("/widget-settings.json").json

    def request(self, path: str, body: Any = None, token: str = "", **headers: str) -> Answer:
        """Send a request without a browser; `body` goes as JSON unless it is bytes."""
        sent = {"X-Forwarded-For": self.new_caller(), **headers}
        if token:
            sent["Authorization"] = f"Bearer {token}"
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(urllib.request.Request(self.address + path, body, sent), timeout=60) as reply:
                return Answer(reply.status, dict(reply.headers), reply.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, dict(error.headers), error.read())

    def new_token(self) -> str:
        """Begin a conversation."""
        return self.request("/webhooks/web/conversations", {}).json["token"]

    def say(self, token: str, message: str, id: str = "", **headers: str) -> Answer:
        """Send one message; with an `id` that was sent before, it is the same message once more."""
        body = {"message": message, "id": id or uuid.uuid4().hex}
        return self.request("/webhooks/web/messages", body, token, **headers)

    @cached_property
    def nurse_token(self) -> str:
        """The token of a nurse, made with the command that a clinic uses."""
        command = [PYTHON, "-W", "ignore", "-m", "assistant.console", "add", NURSE, ROLE]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        made = subprocess.run(command, cwd=self.folder, env=environment, check=True, capture_output=True, text=True)
        return made.stdout.strip()


@contextmanager
def served(folder: Path, origins: list[str], log: Path) -> Iterator[Served]:
    """Run the server in a folder: its conversations, logs, secret and content are there and nowhere else."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copy(ROOT / "endpoints.yml", folder)
    (folder / "models").symlink_to(ROOT / "models")
    (folder / "credentials.yml").write_text(CREDENTIALS % ", ".join(origins), encoding="utf-8")
    environment = {
        "PYTHONPATH": str(ROOT),
        "GUIDE_NURSE_PROXY": "127.0.0.1",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "bytecode"),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }
    with ExitStack() as stack:
        with chdir(folder):
            address, _ = stack.enter_context(running(log, python=str(PYTHON), **environment))
        yield Served(address, folder)


class ClinicSite:
    """A clinic's own website: another origin, with the headers and the pages it is given."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[str, dict[str, str]]] = {"/favicon.ico": ("", {})}
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body, headers = site.pages.get(self.path, ("", {}))
                self.send_response(200 if self.path in site.pages else 404)
                for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        # Another name for the same machine: to the browser it is another site, not only another origin.
        self.origin = f"http://localhost:{self._server.server_port}"

    def __enter__(self) -> ClinicSite:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def show(self, path: str, html: str, **headers: str) -> str:
        """Put up a page and return its address."""
        self.pages[path] = (html, headers)
        return self.origin + path
