"""A false premise is put right before the question is answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from answers.words import plain

SET = Path(__file__).resolve().parents[1] / "questions/myths.jsonl"


@pytest.mark.parametrize("myth", ["sugar-feeds-it", "biopsy-spreads-it", "immunotherapy-is-chemo"])
def test_the_truth_comes_first(talk, library, myth):
    texts, _ = talk(library.myths[myth].says[0])
    said = plain(library.fill(library.myths[myth].section.brief)).split("\n\n")[0]

    assert any(said in text for text in texts[:2])


def test_its_facts_stand_in_the_report(talk, library):
    _, turn = talk(library.myths["sugar-feeds-it"].says[0])

    assert set(library.myths["sugar-feeds-it"].section.facts) <= set(turn["facts"])


def test_the_set_knows_every_myth(library):
    named = {json.loads(line)["myth"] for line in SET.read_text().splitlines()} - {""}

    assert named == set(library.myths)
