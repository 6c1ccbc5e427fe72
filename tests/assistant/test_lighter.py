"""The embedded server leaves out what it does not use, and refuses a store that would need it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from answers.document import load_yaml
from assistant.lighter import refusal

LOADED = """
import sys
from pathlib import Path
from assistant import serve
from assistant.tensorflow_standin import StandinModule
print(*sorted(n for n in ("matplotlib", "pymongo", "boto3") if not isinstance(sys.modules.get(n), StandinModule)))
print("rasa.core.run" in sys.modules)
"""


def test_the_server_loads_none_of_it():
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", LOADED], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == ["", "True"]


def test_the_store_of_the_project_is_served():
    assert refusal(load_yaml(Path("endpoints.yml").read_text())["tracker_store"]["type"]) == ""


@pytest.mark.parametrize("store", ["mongod", "dynamo"])
def test_a_store_that_needs_what_is_left_out_is_refused_by_name(store):
    assert f'"{store}"' in refusal(store)
