"""Held-out questions are held out: none stands in the training data, not even nearly."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from answers.document import load_yaml
from answers.training import examples

HERE = Path(__file__).parent
SETS = sorted(HERE.glob("*.jsonl"))


def norm(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]+", " ", text.lower()).split())


@pytest.fixture(scope="module")
def taught(library):
    texts = {norm(example.text) for example in examples(library)}
    texts |= {norm(look.text) for sign in library.signs.values() for look in sign.look_alikes}
    for path in (HERE.parents[1] / "data/nlu").glob("*.yml"):
        for block in load_yaml(path.read_text())["nlu"]:
            texts |= {norm(line[2:]) for line in block["examples"].splitlines() if "intent" in block}
    return texts


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_no_question_is_both_taught_and_held_out(path, taught):
    held = {norm(json.loads(line)["text"]) for line in path.read_text().splitlines()}

    assert held & taught == set()


def test_every_address_wanted_exists(library):
    wanted = {a for line in (HERE / "answers.jsonl").read_text().splitlines() for a in json.loads(line)["answers"]}
    missing = {a for a in wanted if not a.endswith("#*") and a.partition("#")[0] not in library.topics}

    assert missing == set()
