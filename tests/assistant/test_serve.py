"""The start of the server: the pages at once, the guide when it is loaded, and an end if it cannot be."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from rasa.core.utils import AvailableEndpoints

from assistant import serve as server

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture
def app():
    """What `load` needs of an application."""
    app = SimpleNamespace(ctx=SimpleNamespace(status=0, agent=None, library=None, address="http://guide.example"))
    app.stopped = []
    app.stop = lambda: app.stopped.append(True)
    return app


def test_a_model_that_cannot_be_read_ends_the_server(loop, app, tmp_path, capsys):
    (tmp_path / "broken.tar.gz").write_bytes(b"no model")
    loop.run_until_complete(server.load(app, str(tmp_path / "broken.tar.gz"), AvailableEndpoints(), CONTENT, "en"))

    assert (app.ctx.status, app.stopped, app.ctx.agent) == (1, [True], None)
    assert "could not be loaded" in capsys.readouterr().err


def test_content_that_cannot_be_read_ends_the_server_and_says_where(loop, app, content, capsys):
    (content / "en/notices/failure.md").write_text("no front matter")
    loop.run_until_complete(server.load(app, "none", AvailableEndpoints(), content, "en"))

    assert (app.ctx.status, app.stopped) == (1, [True]) and "notices/failure.md" in capsys.readouterr().err


def test_the_guide_says_when_it_is_ready(loop, app, monkeypatch, capsys, library):
    async def agent_with(*_):
        return "an agent"

    monkeypatch.setattr(server, "agent_with", agent_with)
    monkeypatch.setattr(server.places, "live", lambda *_: SimpleNamespace(current=lambda: library))
    monkeypatch.setattr(server, "settle", lambda: None)
    loop.run_until_complete(server.load(app, "none", AvailableEndpoints(), CONTENT, "en"))

    assert app.ctx.agent == "an agent" and server.library_of(app) is library
    assert "ready on http://guide.example" in capsys.readouterr().out


@pytest.mark.parametrize(
    "agent, status",
    [
        pytest.param(None, 503, id="none"),
        pytest.param(SimpleNamespace(is_ready=lambda: False), 503, id="loading"),
        pytest.param(SimpleNamespace(is_ready=lambda: True, tracker_store=SimpleNamespace()), 200, id="ready"),
        pytest.param(
            SimpleNamespace(is_ready=lambda: True, tracker_store=SimpleNamespace(is_failing=True)), 503, id="no-store"
        ),
    ],
)
def test_the_health_tells_whether_questions_can_be_answered(serve, agent, status):
    site = serve(attach=lambda app: app.add_route(server.health, "/health", methods=["GET"]), agent=agent)

    assert site.get("/health").status_code == status


def test_the_whole_application_shows_the_numbers_before_anything_is_loaded(browse, monkeypatch, tmp_path):
    async def never(*_):
        return None

    monkeypatch.setenv("GUIDE_SECRET_FILE", str(tmp_path / "secret"))
    monkeypatch.setattr(server, "load", never)
    channels = server.run.create_http_input_channels(None, "credentials.yml")
    site = browse(server.create_app(channels, AvailableEndpoints(), "none", "127.0.0.1", 0))
    page, health, rest = site.get("/"), site.get("/health"), site.post("/webhooks/rest/webhook", json={"message": "hi"})

    assert (page.status_code, health.status_code, rest.status_code) == (200, 503, 503) and "tel:911" in page.text
