"""The importer adds content to data, and stops where Rasa would go on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rasa.shared.exceptions import RasaException
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader

from answers.training import nlu_yaml
from assistant import taught
from assistant.importer import ContentImporter, TensorFlowMissing, refuse_tensorflow
from assistant.importer import taught as training_data

ROOT = Path(__file__).resolve().parents[2]


def test_content_and_data_are_both_taught(library):
    data = ContentImporter(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")], str(ROOT / "content")
    )
    intents = data.get_nlu_data().intents

    assert {"ask_side_effects", "report_emergency", "out_of_scope", "say_hello"} <= intents


def test_what_is_printed_is_what_is_taught(library):
    # A few of each: Rasa's own reader takes minutes for all of them.
    few = replace(library, topics=dict(list(library.topics.items())[:3]), signs=dict(list(library.signs.items())[:3]))
    printed = RasaYAMLReader().reads(nlu_yaml(few))
    imported = training_data(few)

    assert taught.names_of(printed) == taught.names_of(imported)
    assert taught.signs_of(printed) == taught.signs_of(imported)
    assert len(printed.intent_examples) == len(imported.intent_examples)


def test_an_empty_domain_stops_training(tmp_path):
    importer = ContentImporter(str(ROOT / "config.yml"), str(tmp_path / "none.yml"), [], str(ROOT / "content"))

    with pytest.raises(RasaException, match="domain.yml is missing or empty"):
        importer.get_domain()


@pytest.mark.parametrize("name", ["DIETClassifier", "TEDPolicy", "ResponseSelector"])
def test_a_component_that_needs_tensorflow_is_named(name):
    with pytest.raises(TensorFlowMissing, match=name):
        refuse_tensorflow({"pipeline": [{"name": name}], "policies": []})


@pytest.mark.parametrize("name", ["WhitespaceTokenizer", "RulePolicy", "assistant.components.meaning.MeaningReader"])
def test_a_component_without_tensorflow_passes(name):
    refuse_tensorflow({"pipeline": [{"name": name}], "policies": []})
