"""From the library to training data: how people ask, with the topic and the aspect they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from answers.library import Library
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


def nlu_yaml(library: Library) -> str:
    """Return the examples as Rasa NLU YAML; the topic stands in each example's metadata."""
    by_intent: dict[str, list[dict[str, object]]] = {}
    for example in examples(library):
        # Brackets would be read as entity marks.
        text = example.text.translate(str.maketrans("[](){}", "      "))
        entry: dict[str, object] = {"text": text}
        marks = {key: value for key, value in (("topic", example.topic), ("sign", example.sign)) if value}
        if marks:
            entry["metadata"] = marks
        by_intent.setdefault(example.intent, []).append(entry)
    nlu = [{"intent": intent, "examples": entries} for intent, entries in by_intent.items()]
    return yaml.safe_dump({"version": "3.1", "nlu": nlu}, sort_keys=False, allow_unicode=True, width=1000)
