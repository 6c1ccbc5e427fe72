"""The project runs the way people know Rasa: `rasa train`, `rasa run actions`, `rasa run`, `rasa shell`.

Each command is its own process, as it comes, on free ports.
"""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from tools.server import free_port

ROOT = Path(__file__).resolve().parents[2]
QUIET = {"PYTHONWARNINGS": "ignore", "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "RASA_TELEMETRY_ENABLED": "false"}
QUESTION = "what are the side effects of sutent"
PATIENCE = 120


def rasa(*arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "rasa", *map(str, arguments)], cwd=ROOT, env={**os.environ, **QUIET}, **options
    )


def post(port, text):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/webhooks/rest/webhook",
        json.dumps({"sender": f"usual-{text}", "message": text}).encode(),
        {"content-type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)


def wait_for(process, address, log):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            if process.poll() is not None:
                pytest.fail(log.read_text()[-3000:])
            time.sleep(0.2)
    pytest.fail(f"{address} did not answer in {PATIENCE} s: {log.read_text()[-3000:]}")


@contextmanager
def started(log, ready, *arguments):
    """Run a rasa command that serves, until the block ends."""
    with log.open("wb") as output:
        process = rasa(*arguments, stdout=output, stderr=subprocess.STDOUT)
        try:
            wait_for(process, ready, log)
            yield
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("usual")


@pytest.fixture(scope="module")
def model(folder):
    """A model made by `rasa train`, with the guards of Rasa's own validation on."""
    done = rasa("train", "--out", folder / "models", "--fixed-model-name", "usual", stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT)  # fmt: skip
    said, _ = done.communicate(timeout=600)
    assert done.returncode == 0, said.decode()[-3000:]
    return folder / "models" / "usual.tar.gz"


@pytest.fixture(scope="module")
def action_port():
    return free_port()


@pytest.fixture(scope="module")
def endpoints(folder, action_port):
    """The project's endpoints.yml with a free port and a store of its own."""
    settings = yaml.safe_load((ROOT / "endpoints.yml").read_text())
    settings["action_endpoint"]["url"] = f"http://127.0.0.1:{action_port}/webhook"
    settings["tracker_store"]["db"] = str(folder / "conversations.db")
    path = folder / "endpoints.yml"
    path.write_text(yaml.safe_dump(settings))
    return path


@pytest.fixture(scope="module")
def port(folder, model, endpoints):
    port = free_port()
    serve = ("run", "--model", model, "--endpoints", endpoints, "--port", port, "-i", "127.0.0.1")
    with started(folder / "run.log", f"http://127.0.0.1:{port}/webhooks/rest/", *serve):
        yield port


@pytest.fixture
def actions(folder, action_port):
    run = ("run", "actions", "--port", action_port)
    with started(folder / "actions.log", f"http://127.0.0.1:{action_port}/health", *run):
        yield


def test_with_the_action_side_down_the_failure_notice_is_said(port, library):
    replies = post(port, QUESTION)

    assert replies[0]["text"] == library.notice("failure")
    assert replies[-1]["custom"]["turn"]["outcome"] == "failure"


def test_with_the_action_server_the_answer_comes(port, actions):
    replies = post(port, QUESTION)

    assert replies[-1]["custom"]["turn"]["answers"] == ["drug/sunitinib#side-effects"]


def test_no_word_of_a_person_is_in_the_servers_logs(port, folder, actions):
    post(port, "a very personal xylophone sentence")

    assert "xylophone" not in (folder / "run.log").read_text() + (folder / "actions.log").read_text()


def read_until(terminal, wanted):
    """Return what a terminal shows up to and with the wanted words."""
    shown, end = "", time.monotonic() + PATIENCE
    while wanted not in shown and time.monotonic() < end:
        if select.select([terminal], [], [], 0.5)[0]:
            shown += os.read(terminal, 4096).decode(errors="replace")
    assert wanted in shown, shown[-3000:]
    return shown


def test_the_shell_answers(model, endpoints, actions):
    ours, theirs = pty.openpty()
    settings = ("--model", model, "--endpoints", endpoints, "--port", free_port())
    shell = rasa("shell", *settings, stdin=theirs, stdout=theirs, stderr=theirs)
    try:
        read_until(ours, "Your input")
        os.write(ours, f"{QUESTION}\r".encode())
        read_until(ours, "Sutent")
    finally:
        shell.terminate()
        shell.wait(30)
        os.close(ours)
        os.close(theirs)
