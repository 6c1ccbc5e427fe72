"""Names found in a message: exact, nearly spelt, shared, and of other things."""

from __future__ import annotations

import pytest

from assistant.vocabulary import Vocabulary

NAMES = {"drug/sunitinib": ["sunitinib", "Sutent"], "disease/kidney-cancer": ["kidney cancer"],
         "disease/stage-4": ["stage 4 kidney cancer"], "drug/ipilimumab": ["ipi nivo"],
         "drug/nivolumab": ["ipi nivo"]}  # fmt: skip


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary(NAMES, ["kidney stones", "tuberculosis"])


def found(vocabulary, text):
    weights = vocabulary.evidence(vocabulary.read(text)).topics
    return {topic: round(float(w), 2) for topic, w in zip(vocabulary.topics, weights, strict=True) if w}


@pytest.mark.parametrize(
    "text, topics",
    [
        pytest.param("is SUTENT a chemo", {"drug/sunitinib": 1.0}, id="case"),
        pytest.param("what about sunitinb", {"drug/sunitinib": 0.8}, id="near"),
        pytest.param("stage 4 kidney cancer", {"disease/stage-4": 1.0}, id="longest"),
        pytest.param("ipi nivo", {"drug/ipilimumab": 0.71, "drug/nivolumab": 0.71}, id="shared"),
        pytest.param("the weather", {}, id="none"),
    ],
)
def test_names_are_weighed(vocabulary, text, topics):
    assert found(vocabulary, text) == topics


def test_names_of_other_things_are_counted(vocabulary):
    assert vocabulary.evidence(vocabulary.read("do kidney stones or tuberculosis hurt")).elsewhere == 2
