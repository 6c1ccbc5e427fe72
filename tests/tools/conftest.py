"""Servers that stand in for those of a clinic, on ports that are free."""

from __future__ import annotations

import http.server
import socketserver
import threading
from contextlib import contextmanager

import pytest


@contextmanager
def _serving(server):
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.heard.append((dict(self.headers), body))
        status = self.server.statuses.pop(0) if self.server.statuses else 200
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        # Where a redirection leads: it takes anything and keeps nothing.
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def hook(monkeypatch):
    """A webhook: `heard` is what came; `statuses` what it answers, in order, before it answers 200."""
    monkeypatch.setenv("no_proxy", "*")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Hook)
    server.heard, server.statuses = [], []
    server.address = f"http://127.0.0.1:{server.server_address[1]}/calls/token-in-path"
    with _serving(server):
        yield server


class _Mailbox(socketserver.StreamRequestHandler):
    def handle(self):
        self._say("220 here")
        while line := self.rfile.readline():
            word = line.split()[0].upper().decode()
            if word == "DATA":
                self._say("354 go on")
                mail = b"".join(iter(self.rfile.readline, b".\r\n"))
                answer = self.server.answers.pop(0) if self.server.answers else "250 taken"
                if answer.startswith("2"):
                    self.server.heard.append(mail)
                self._say(answer)
            elif word == "QUIT":
                if self.server.is_polite:
                    self._say("221 bye")
                return
            else:
                self._say("250 fine")

    def _say(self, line):
        self.wfile.write(line.encode() + b"\r\n")


@pytest.fixture
def mailbox():
    """A mail server: `heard` is what it took; `answers` what it says to mails, in order, before it takes them."""
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Mailbox)
    server.heard, server.answers, server.is_polite = [], [], True
    server.port = str(server.server_address[1])
    with _serving(server):
        yield server
