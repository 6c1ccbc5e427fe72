"""From the library to training data: how people ask, with the topic and the aspect they mean."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from answers.library import Library
from answers.script import Script
from answers.sign import LEVELS
from answers.topic import Topic

# How many of a topic's names a question with {name} is written out with. More taught
# nothing when measured (docs/decisions/0003).
NAMES_PER_QUESTION = 2


@dataclass(frozen=True)
class Example:
    """A way of asking: its words, its intent, and the topic it is about, if any."""

    text: str
    intent: str
    topic: str = ""
    sign: str = ""

    @property
    def marks(self) -> dict[str, str]:
        """What it is about, as the metadata of a Rasa example."""
        return {key: value for key, value in (("topic", self.topic), ("sign", self.sign)) if value}


def intent_of(aspect: str) -> str:
    """Return the intent that asks for an aspect, e.g. `ask_side_effects`."""
    return "ask_" + aspect.replace("-", "_")


def aspect_of(intent: str) -> str:
    """Return the aspect an intent asks for, e.g. `side-effects`."""
    return intent.removeprefix("ask_").replace("_", "-")


def examples(library: Library) -> Iterator[Example]:
    """Yield every example that content teaches: topics' questions, signs' phrasings and look-alikes."""
    for topic in library.topics.values():
        yield from _topic_examples(topic)
    for sign in library.signs.values():
        for phrasing in sign.phrasings:
            yield Example(phrasing, f"report_{sign.level}", sign=sign.id)
    for feeling in library.feelings.values():
        for saying in feeling.says:
            yield Example(saying, "say_distress")


def _topic_examples(topic: Topic) -> Iterator[Example]:
    turn = 0
    for aspect, asked in topic.questions.items():
        for question in asked:
            if "{name}" not in question:
                yield Example(question, intent_of(aspect), topic.id)
                continue
            for _ in range(min(NAMES_PER_QUESTION, len(topic.names))):
                # Names take turns, so that each is met with several questions.
                name = topic.names[turn % len(topic.names)]
                turn += 1
                yield Example(question.replace("{name}", name), intent_of(aspect), topic.id)


def lookups(library: Library) -> list[dict[str, Any]]:
    """Return names of topics, what only looks like a sign, and how myths and feelings are said, as lookup tables."""
    named: list[dict[str, Any]] = [
        {"name": f"topic:{t.id}", "elements": [*t.names, *t.misspellings]} for t in library.topics.values()
    ]
    alike = {look.text for sign in library.signs.values() for look in sign.look_alikes if not _alarms(look.outcome)}
    # Who says back what was taught names signs and has none.
    alike |= {said for script in library.scripts.values() for said in _said_back(script)}
    myths = [{"name": f"myth:{myth.id}", "elements": list(myth.says)} for myth in library.myths.values()]
    feelings = [{"name": f"feeling:{f.id}", "elements": list(f.says)} for f in library.feelings.values()]
    return [*named, {"name": "look-alike", "elements": sorted(alike)}, *myths, *feelings]


def _said_back(script: Script) -> Iterator[str]:
    """Yield how people say back what a script teaches, rightly and wrongly."""
    for step in script.steps:
        yield from step.heard_as
        for point in step.key_points:
            yield from point.heard_as


def _alarms(outcome: str) -> bool:
    return outcome in LEVELS


def patterns(library: Library) -> list[dict[str, str]]:
    """Return the signs' patterns and the context cues as Rasa regex features, each a JSON list."""
    signs = [
        {"name": f"sign:{sign.level}:{sign.id}", "pattern": json.dumps(sign.patterns)}
        for sign in library.signs.values()
    ]
    cues = [{"name": f"cue:{name}", "pattern": json.dumps(listed)} for name, listed in library.cues.items()]
    return [*signs, *cues]


def nlu_yaml(library: Library) -> str:
    """Return the examples as Rasa NLU YAML; the topic stands in each example's metadata."""
    by_intent: dict[str, list[dict[str, object]]] = {}
    for example in examples(library):
        # Brackets would be read as entity marks.
        text = example.text.translate(str.maketrans("[](){}", "      "))
        entry: dict[str, object] = {"text": text}
        if example.marks:
            entry["metadata"] = example.marks
        by_intent.setdefault(example.intent, []).append(entry)
    nlu: list[dict[str, Any]] = [{"intent": intent, "examples": entries} for intent, entries in by_intent.items()]
    nlu += [{"lookup": table["name"], "examples": _listed(table["elements"])} for table in lookups(library)]
    nlu += [{"regex": feature["name"], "examples": _listed([feature["pattern"]])} for feature in patterns(library)]
    return yaml.safe_dump({"version": "3.1", "nlu": nlu}, sort_keys=False, allow_unicode=True, width=1000)


def _listed(lines: Iterable[str]) -> str:
    return "".join(f"- {line}\n" for line in lines)
