"""What the components learn from: names, look-alikes and patterns, read back out of Rasa's training data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData


def names_of(data: TrainingData) -> dict[str, list[str]]:
    """Return the names of each topic."""
    return lookups_of(data, "topic")


def lookup_of(data: TrainingData, name: str) -> list[str]:
    """Return all elements of the lookup tables of one name."""
    return [element for table in data.lookup_tables if table["name"] == name for element in table["elements"]]


def lookups_of(data: TrainingData, kind: str) -> dict[str, list[str]]:
    """Return the elements of each lookup table of a kind, e.g. of `relation`: `father: [dad, papa]`."""
    return {
        table["name"].removeprefix(f"{kind}:"): list(table["elements"])
        for table in data.lookup_tables
        if table["name"].startswith(f"{kind}:")
    }


def signs_of(data: TrainingData) -> tuple[dict[str, str], dict[str, list[list[str]]], dict[str, list[str]]]:
    """Return the signs' levels, their patterns, and the context cues."""
    levels, patterns, cues = {}, {}, {}
    for feature in data.regex_features:
        kind, _, rest = feature["name"].partition(":")
        if kind == "sign":
            level, _, sign = rest.partition(":")
            levels[sign], patterns[sign] = level, json.loads(feature["pattern"])
        elif kind == "cue":
            cues[rest] = json.loads(feature["pattern"])
    return levels, patterns, cues


def examples_of(data: TrainingData) -> list[tuple[str, str, dict[str, str]]]:
    """Return each example's text, its intent and its marks (topic, sign)."""
    return [
        (message.get(TEXT), message.get(INTENT), _marks(message))
        for message in data.intent_examples
        if message.get(TEXT)
    ]


def _marks(message: Message) -> dict[str, str]:
    return (message.get("metadata") or {}).get("example") or {}


def fingerprint(modules: Iterable[ModuleType]) -> str:
    """Return a hash of modules' source: Rasa's cache sees a component's own class and nothing it calls."""
    digest = hashlib.sha256()
    for module in modules:
        digest.update(Path(module.__file__ or "").read_bytes())
    return digest.hexdigest()
