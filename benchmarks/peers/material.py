"""What every peer is made from: the training data the guide itself learns from, and its exported store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from rasa.shared.nlu.training_data.training_data import TrainingData

from answers import Library
from answers.commands.export import exported
from answers.document import load_yaml
from answers.sign import LEVELS
from answers.training import aspect_of
from assistant.components.meaning import asking_intents
from assistant.importer import ContentImporter
from assistant.taught import examples_of
from benchmarks.peers.labels import UNSURE

_RULES = Path("data/rules")
_OUTCOMES = {
    UNSURE: "out-of-scope",
    "out_of_scope": "out-of-scope",
    "ask_personal_advice": "personal-advice",
    "say_distress": "distress",
    **{f"report_{level}": level for level in LEVELS},
}
_STEERING = (
    *("control.yml", "context.yml", "amount.yml", "who.yml", "alarm_open.yml", "visit_list.yml"),
    *("teach_back.yml", "script.yml", "my_data.yml", "feedback.yml"),
)
"""The rules that steer the talk: a peer has no dialogue for them, so it says the notice of control."""
_NOTICES = {"small-talk": "chitchat", "control": "what-i-can-do", "distress": "distress-plain"}
"""The notice of an outcome, where it has another name. One each is enough: no peer is measured by its words."""


def training_data() -> TrainingData:
    """Return the training data as the guide's own training reads it."""
    return ContentImporter("config.yml", "domain.yml", ["data"]).get_nlu_data()


def labelled(data: TrainingData) -> list[tuple[str, str]]:
    """Return each example's text and label, each pair once; a follow-up keeps its intent."""
    return list(dict.fromkeys((text, _label(intent, marks)) for text, intent, marks in examples_of(data)))


def _label(intent: str, marks: Mapping[str, str]) -> str:
    return f"{marks['topic']}#{aspect_of(intent)}" if marks.get("topic") else intent


def outcomes() -> dict[str, str]:
    """Return the outcome of each intent that asks no question."""
    return {
        **dict.fromkeys(_ruled("small_talk.yml"), "small-talk"),
        **dict.fromkeys((intent for name in _STEERING for intent in _ruled(name)), "control"),
        **_OUTCOMES,
    }


def _ruled(name: str) -> list[str]:
    """Return the intents that one file of rules is about, whatever the guide waits for."""
    rules = load_yaml((_RULES / name).read_text(encoding="utf-8"))["rules"]
    return [step["intent"] for rule in rules if "condition" not in rule for step in rule["steps"] if "intent" in step]


def write_store(library: Library, data: TrainingData, path: Path) -> None:
    """Write what `store.Store` reads."""
    # A notice takes of these what it asks for.
    values = {"sign": "this", "first_aid": "", "related": False, "variant": 0}
    found = outcomes()
    content = {
        "sections": {section.address: exported(library, section) for section in library.sections()},
        "notices": {name: library.notice(_NOTICES.get(name, name), **values) for name in found.values()},
        "outcomes": found,
        "aspects": {intent: aspect_of(intent) for intent in asking_intents(data)},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
