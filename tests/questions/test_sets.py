"""Held-out questions are held out: none stands in the training data, not even nearly."""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from answers.document import load_yaml
from answers.training import examples

HERE = Path(__file__).parent
SETS = sorted(HERE.glob("*.jsonl"))
NEAR = 0.8
"""The share of words two questions have in common from which on they count as nearly the same."""


def norm(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]+", " ", text.lower()).split())


def texts_of(path: Path) -> list[str]:
    lines = map(json.loads, path.read_text().splitlines())
    return [text for line in lines for text in (line.get("turns") or [line["text"]])]


@pytest.fixture(scope="module")
def taught(library):
    texts = {norm(example.text) for example in examples(library)}
    texts |= {norm(look.text) for sign in library.signs.values() for look in sign.look_alikes}
    for path in (HERE.parents[1] / "data/nlu").glob("*.yml"):
        for block in load_yaml(path.read_text())["nlu"]:
            texts |= {norm(line[2:]) for line in block["examples"].splitlines() if "intent" in block}
    return texts


@pytest.fixture(scope="module")
def nearly_taught(taught):
    """Whether a text shares nearly all of its words with something taught; short ones only by being the same."""
    words_of = [frozenset(text.split()) for text in taught]
    often = Counter(word for words in words_of for word in words)
    holding = defaultdict(list)
    for words in words_of:
        for word in words:
            holding[word].append(words)

    def nearly(text: str) -> bool:
        words = frozenset(norm(text).split())
        # Two sets that share so much share at least one of the few rarest words.
        rarest = sorted(words, key=often.__getitem__)[: len(words) - math.ceil(NEAR * len(words)) + 1]
        candidates = {other for word in rarest for other in holding[word]}
        return len(words) > 4 and any(len(words & other) / len(words | other) >= NEAR for other in candidates)

    return nearly


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_no_question_is_both_taught_and_held_out(path, taught):
    # Of two messages in a row, one alone may be as common as "thanks".
    held = {norm(text) for text in texts_of(path)} if path.stem != "split" else set()

    assert held & taught == set()


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_no_held_out_question_is_nearly_taught(path, nearly_taught):
    assert [text for text in texts_of(path) if nearly_taught(text)] == []


def test_a_nearly_equal_question_would_be_noticed(taught, nearly_taught):
    known = next(text for text in sorted(taught) if len(set(text.split())) == 9)

    assert nearly_taught(f"{known} please")
    assert not nearly_taught("on which platform does the night train to Vienna leave")


def test_the_sets_are_as_large_as_they_must_be():
    size = {path.stem: len(path.read_text().splitlines()) for path in SETS}
    least = {"answers": 1500, "out_of_scope": 600, "safety": 600, "look_alikes": 600, "personal_advice": 150}

    assert all(size[name] >= number for name, number in {**least, "distress": 100, "small_talk": 100}.items())


def test_every_address_wanted_exists(library):
    lines = [json.loads(line) for line in (HERE / "answers.jsonl").read_text().splitlines()]
    several = [json.loads(line) for line in (HERE / "several.jsonl").read_text().splitlines()]
    wanted = {address for line in lines for address in line["answers"]}
    wanted |= {address for line in several for question in line["questions"] for address in question}

    assert {address for address in wanted if address.partition("#")[0] not in library.topics} == set()
