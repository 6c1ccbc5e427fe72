"""The Rasa project that is written for the peer: Rasa's own defaults, and a rule for every intent."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from benchmarks.peers.labels import UNSURE
from benchmarks.peers.rasa_default.project import ANSWER, SAY_NOTICE, actions_after, config, nlu, rules, stories

INTENTS = ["drug.sunitinib.overview", "test.biopsy.benefit", "ask_side_effects", "say_thanks", UNSURE]
ACTIONS = actions_after(INTENTS, {"say_thanks", UNSURE})


@pytest.mark.parametrize(
    "intent, action",
    [("drug.sunitinib.overview", ANSWER), ("ask_side_effects", ANSWER), ("say_thanks", SAY_NOTICE)],
)
def test_a_question_is_answered_and_all_else_gets_a_notice(intent, action):
    assert ACTIONS[intent] == action


def test_every_intent_has_one_rule():
    assert [rule["steps"][0]["intent"] for rule in rules(ACTIONS)] == INTENTS


def test_no_story_speaks_against_a_rule():
    """Rasa's RulePolicy would refuse to train."""
    steps = [step for story in stories(ACTIONS) for step in story["steps"]]
    said = zip(steps[::2], steps[1::2], strict=True)

    assert steps and all(ACTIONS[intent["intent"]] == action["action"] for intent, action in said)


def test_a_story_asks_a_question_first_and_follows_it_up():
    assert [step["intent"] for step in stories(ACTIONS)[0]["steps"][::2]] == [INTENTS[0], INTENTS[2], INTENTS[3]]


def test_brackets_are_no_entity_marks():
    block = nlu({"ask_overview": ["what is [T4](stage)\nplease"]})[0]

    assert block["examples"] == "- what is  T4  stage  please\n"


def default():
    path = resources.files("rasa.engine.recipes.config_files").joinpath("default_config.yml")
    return yaml.safe_load(path.read_text())


@pytest.mark.parametrize("part", ["pipeline", "policies"])
def test_pipeline_and_policies_are_rasas_own(part):
    assert config()[part] == default()[part]


def test_the_default_is_the_one_the_benchmark_names():
    """A newer Rasa with another default would be another peer."""
    assert [component["name"] for component in config()["pipeline"]] == [
        "WhitespaceTokenizer", "RegexFeaturizer", "LexicalSyntacticFeaturizer", "CountVectorsFeaturizer",
        "CountVectorsFeaturizer", "DIETClassifier", "EntitySynonymMapper", "ResponseSelector", "FallbackClassifier",
    ]  # fmt: skip


def test_fewer_epochs_change_nothing_else():
    changed = config(epochs=3)
    epochs = {
        component.pop("epochs") for component in changed["pipeline"] + changed["policies"] if "epochs" in component
    }
    usual = default()
    for component in usual["pipeline"] + usual["policies"]:
        component.pop("epochs", None)

    assert epochs == {3}
    assert changed["pipeline"] + changed["policies"] == usual["pipeline"] + usual["policies"]
