"""Peers learn what the guide learns, and know the outcome of every label."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from answers.document import load_yaml
from answers.training import intent_of
from assistant.importer import taught
from benchmarks.peers.material import labelled, outcomes, write_store
from benchmarks.peers.store import Store

NEVER_TAUGHT = {"choose", "cannot_read", "be_unsure"}
"""Sent by buttons, by channels, and by our own doubt."""


def example(text, intent, **marks):
    return Message.build(text=text, intent=intent, example_metadata=marks or None)


def test_the_label_of_a_question_is_its_address():
    data = TrainingData([example("will sutent turn my hair white", "ask_side_effects", topic="drug/sunitinib")])

    assert labelled(data) == [("will sutent turn my hair white", "drug/sunitinib#side-effects")]


@pytest.mark.parametrize("intent", ["ask_side_effects", "report_urgent", "out_of_scope"])
def test_an_example_without_a_topic_keeps_its_intent(intent):
    assert labelled(TrainingData([example("and the rest", intent)])) == [("and the rest", intent)]


def test_an_example_that_stands_twice_is_learned_once():
    assert len(labelled(TrainingData([example("hi", "say_hello"), example("hi", "say_hello")]))) == 1


def test_every_intent_that_can_be_taught_has_an_outcome_or_asks_for_an_aspect(library):
    domain = set(load_yaml(Path("domain.yml").read_text())["intents"])
    asking = {intent_of(aspect) for aspect in library.aspects}

    assert domain - asking - NEVER_TAUGHT <= set(outcomes())


@pytest.fixture(scope="module")
def store(library, tmp_path_factory):
    path = tmp_path_factory.mktemp("peers") / "store.json"
    write_store(library, taught(library), path)
    return Store.read(path)


def test_the_store_holds_every_section(store, library):
    assert set(store.sections) == {section.address for section in library.sections()}


def test_there_is_something_to_say_for_every_outcome(store):
    assert all(store.text(label) for label in outcomes())


def test_every_aspect_can_be_asked_for_in_a_follow_up(store, library):
    assert set(store.aspects.values()) == set(library.aspects)
