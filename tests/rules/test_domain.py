"""Guards before Rasa's silence: every aspect has an intent and a rule, every action exists, every notice is used."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from rasa_sdk.executor import ActionExecutor

from answers.document import load_yaml
from answers.training import intent_of

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = load_yaml((ROOT / "domain.yml").read_text())
RULES = [rule for path in sorted((ROOT / "data/rules").glob("*.yml")) for rule in load_yaml(path.read_text())["rules"]]
RULED = [
    (step["intent"], str(rule.get("condition") or "")) for rule in RULES for step in rule["steps"] if "intent" in step
]


def registered():
    executor = ActionExecutor()
    executor.register_package("actions")
    return executor.actions


def test_every_aspect_has_an_intent(library):
    assert {intent_of(aspect) for aspect in library.aspects} <= set(DOMAIN["intents"])


def test_every_intent_has_exactly_one_rule_that_asks_for_nothing():
    assert sorted(intent for intent, condition in RULED if not condition) == sorted(DOMAIN["intents"])


def test_no_intent_has_two_rules_under_one_condition():
    assert len(RULED) == len(set(RULED))


def test_a_condition_is_something_the_guide_can_wait_for():
    held = [condition for rule in RULES for entry in rule.get("condition") or () for condition in entry["slot_was_set"]]

    assert {name for condition in held for name in condition} == {"asked"}
    assert {condition["asked"] for condition in held} == set(DOMAIN["slots"]["asked"]["values"])


def test_every_button_is_let_in_and_has_a_rule(library):
    from assistant.channels.intake import read_text

    payloads = [button["payload"] for button in library.labels["buttons"].values()]

    assert [read_text(payload) for payload in payloads] == payloads
    assert {payload.removeprefix("/") for payload in payloads} <= set(DOMAIN["intents"])


def test_every_action_of_the_domain_exists_and_no_other():
    assert set(registered()) == set(DOMAIN["actions"])


def test_no_two_actions_have_one_name():
    """Of two actions of one name Rasa's server keeps the later, and says so in one INFO line."""
    names = [
        node.value.value
        for path in (ROOT / "actions").glob("*.py")
        for function in ast.walk(ast.parse(path.read_text()))
        if isinstance(function, ast.FunctionDef) and function.name == "name"
        for node in function.body
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Constant)
    ]

    assert len(names) == len(set(names)) == len(DOMAIN["actions"])


@pytest.mark.parametrize("path", sorted((ROOT / "actions").glob("*.py")), ids=lambda path: path.stem)
def test_an_action_is_named_for_its_file(path):
    found = re.search(r'return "action_(\w+)"', path.read_text())

    assert found is None or found[1] == path.stem


def test_only_what_was_asked_influences_the_next_action():
    # Rasa lets no slot of any type influence it.
    assert [
        name for name, slot in DOMAIN["slots"].items() if slot["type"] != "any" and slot["influence_conversation"]
    ] == ["asked"]


def test_every_notice_is_used(library):
    code = "".join(
        path.read_text() for folder in ("actions", "answers", "assistant") for path in (ROOT / folder).rglob("*.py")
    )
    levels = {"emergency", "crisis", "urgent"}
    used = {
        name for name in library.notices if f'"{name}"' in code or name.startswith("disclaimers/") or name in levels
    }

    assert set(library.notices) - used == set()


def test_only_intents_of_the_domain_are_taught(library):
    from answers.training import examples

    taught = {example.intent for example in examples(library)}
    for path in (ROOT / "data/nlu").glob("*.yml"):
        taught |= {block["intent"] for block in load_yaml(path.read_text())["nlu"] if "intent" in block}

    assert taught <= set(DOMAIN["intents"])


def test_every_data_file_is_seen_by_rasa():
    """Rasa passes over a file whose keys it does not know, without a word."""
    from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
    from rasa.shared.data import get_data_files, is_nlu_file

    nlu = get_data_files([str(ROOT / "data")], is_nlu_file)
    rules = get_data_files([str(ROOT / "data")], YAMLStoryReader.is_stories_file)

    assert {Path(name).name for name in [*nlu, *rules]} == {path.name for path in (ROOT / "data").rglob("*.yml")}
