"""Writes the peer's Rasa project: our training data, one rule for each intent, a few stories, Rasa's own defaults."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from rasa.shared.nlu.training_data.training_data import TrainingData

from answers import Library
from assistant.taught import lookup_of, names_of
from benchmarks.peers.labels import UNSURE, intent_name, is_address, label_named
from benchmarks.peers.material import labelled, outcomes, training_data, write_store
from benchmarks.peers.rasa_default.running import ADDRESS_VARIABLE, STORE

VERSION = "3.1"
ANSWER, SAY_NOTICE = "action_answer", "action_say_notice"
_BRACKETS = str.maketrans("[](){}\n", "       ")
"""Brackets would be read as entity marks, and a new line as the next example."""


def write_project(work: Path, *, limit: int | None = None, epochs: int | None = None) -> None:
    """Write everything `rasa train` and `rasa run` read into a folder.

    `limit` takes about so many of the examples: for a trial, never a measure. `epochs` lowers every component's
    (README.md says what that costs and saves).
    """
    data = training_data()
    write_store(Library.load(Path("content")), data, work / STORE)
    examples = labelled(data)
    if limit:
        examples = examples[:: max(1, len(examples) // limit)]
    taught = _by_intent(examples)
    _write(work / "data/nlu.yml", {"version": VERSION, "nlu": [*nlu(taught), *lookups(data)]})
    actions = actions_after([*taught, UNSURE], outcomes())
    _write(work / "data/rules.yml", {"version": VERSION, "rules": rules(actions)})
    _write(work / "data/stories.yml", {"version": VERSION, "stories": stories(actions)})
    _write(work / "domain.yml", domain(taught))
    _write(work / "config.yml", config(epochs))
    _write(work / "endpoints.yml", endpoints())
    _write(work / "credentials.yml", {"rest": None})


def _write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=1000), encoding="utf-8")


def _by_intent(examples: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    taught: dict[str, list[str]] = defaultdict(list)
    for text, label in examples:
        taught[intent_name(label)].append(text)
    return dict(taught)


def nlu(taught: dict[str, list[str]]) -> list[dict[str, str]]:
    """Return the examples of each intent as Rasa reads them."""
    return [{"intent": intent, "examples": _listed(texts)} for intent, texts in taught.items()]


def lookups(data: TrainingData) -> list[dict[str, str]]:
    """Return the names that ours learns from too, for Rasa's RegexFeaturizer."""
    tables = {**names_of(data), "elsewhere": lookup_of(data, "elsewhere")}
    return [{"lookup": name, "examples": _listed(elements)} for name, elements in tables.items()]


def _listed(lines: Iterable[str]) -> str:
    return "".join(f"- {line.translate(_BRACKETS).strip()}\n" for line in lines)


def actions_after(intents: Iterable[str], silent: Collection[str]) -> dict[str, str]:
    """Return the action that follows each intent; `silent` are those that ask no question."""
    return {intent: SAY_NOTICE if intent in silent else ANSWER for intent in intents}


def rules(actions: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return one rule for each intent."""
    return [{"rule": f"after {intent}", "steps": _steps(intent, actions)} for intent in actions]


def stories(actions: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return one short talk for each intent of a follow-up: a question, what follows, thanks."""
    questions = [intent for intent in actions if is_address(label_named(intent))]
    follow_ups = [intent for intent, action in actions.items() if action == ANSWER and intent not in questions]
    # Questions far apart in the list, so that the talks are of different topics.
    apart = max(1, len(questions) // max(1, len(follow_ups)))
    return [
        {
            "story": f"{question}, then {intent}",
            "steps": [step for said in (question, intent, "say_thanks") for step in _steps(said, actions)],
        }
        for question, intent in zip(questions[::apart], follow_ups, strict=False)
    ]


def _steps(intent: str, actions: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"intent": intent}, {"action": actions[intent]}]


def domain(taught: Iterable[str]) -> dict[str, Any]:
    """Return the domain; the session settings are those of `rasa init`."""
    topic = {"type": "text", "influence_conversation": False, "mappings": [{"type": "custom"}]}
    return {
        "version": VERSION,
        "intents": list(taught),
        "slots": {"topic": topic},
        "actions": [ANSWER, SAY_NOTICE],
        "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
    }


def config(epochs: int | None = None) -> dict[str, Any]:
    """Return the pipeline and policies that Rasa itself fills in where a project names none."""
    default = resources.files("rasa.engine.recipes.config_files").joinpath("default_config.yml")
    content = yaml.safe_load(default.read_text(encoding="utf-8"))
    # Rasa replaces its placeholder with a random name, and would train anew each time.
    content["assistant_id"] = "rasa-default-peer"
    for component in [*content["pipeline"], *content["policies"]]:
        if epochs and "epochs" in component:
            component["epochs"] = epochs
    return content


def endpoints() -> dict[str, Any]:
    """Return where the actions and the conversations are: what the comments in Rasa's own endpoints.yml show."""
    return {
        "action_endpoint": {"url": f"${{{ADDRESS_VARIABLE}}}"},
        "tracker_store": {"type": "SQL", "dialect": "sqlite", "db": "conversations.db"},
    }
