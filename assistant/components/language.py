"""The first component: words, sentences and the names of content, by spaCy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant import about, encoder, questions, steering, taught, tidy, vocabulary

DOC, EVIDENCE, PARTS, TIDY = "spacy_doc", "names_found", "questions_asked", "tidy_text"
ABOUT, WRITER, STEERED = "about", "writer", "steered"


@dataclass(frozen=True)
class Part:
    """One of several questions in a message: its words, and the names found in it."""

    text: str
    evidence: vocabulary.Evidence


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class LanguageReader(GraphComponent):
    """Splits a message into words and sentences, and finds the names in it.

    The names come from the training data, never from content/ on disk: Rasa
    fingerprints the training data, so a new name always means a new model.
    """

    def __init__(self, storage: ModelStorage, resource: Resource, names: dict[str, Any] | None = None) -> None:
        self._storage, self._resource = storage, resource
        if names:
            self._vocabulary = vocabulary.Vocabulary(names["names"], names["elsewhere"])
            self._tidier = tidy.Tidier(names["words"], encoder.shared_encoder().whole_words())
            self._relations = about.Relations(names["relations"])
            self._commands = steering.Commands(names["commands"])

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageReader:
        return cls(model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        names = {
            "names": taught.names_of(training_data),
            "elsewhere": taught.lookup_of(training_data, "elsewhere"),
            "words": tidy.counted(text for text, _, _ in taught.examples_of(training_data)),
            "relations": taught.lookups_of(training_data, "relation"),
            "commands": taught.lookups_of(training_data, "command"),
        }
        with self._storage.write_to(self._resource) as folder:
            (folder / "names.json").write_text(json.dumps(names), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext, **kwargs: Any,
    ) -> LanguageReader:  # fmt: skip
        with model_storage.read_from(resource) as folder:
            names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
        return cls(model_storage, resource, names)

    def process(self, messages: list[Message], tracker: DialogueStateTracker = None) -> list[Message]:
        known, talked_of = self._vocabulary, tracker.get_slot("about") if tracker else None
        for message in messages:
            text = message.get(TEXT) or ""
            message.set(ABOUT, self._relations.about(text, talked_of))
            message.set(WRITER, self._relations.writer(text))
            message.set(STEERED, steering.steered(text) or self._commands.meant(text))
            tidied = self._tidier.tidy(text)
            message.set(TIDY, tidied)
            doc = known.read(tidied)
            message.set(DOC, doc)
            message.set(EVIDENCE, known.evidence(doc))
            parts = questions.questions(doc)
            message.set(PARTS, [Part(part.text, known.evidence(part)) for part in parts])
        return messages

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        return taught.fingerprint([taught, vocabulary, questions, about, steering, tidy])
