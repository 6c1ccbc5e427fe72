"""The first component: words, sentences and the names of content, by spaCy."""

from __future__ import annotations

import json
from typing import Any, cast

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant import taught, vocabulary

DOC, EVIDENCE = "spacy_doc", "names_found"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class LanguageReader(GraphComponent):
    """Splits a message into words and sentences, and finds the names in it.

    The names come from the training data, never from content/ on disk: Rasa
    fingerprints the training data, so a new name always means a new model.
    """

    def __init__(self, storage: ModelStorage, resource: Resource, names: dict[str, Any] | None = None) -> None:
        self._storage, self._resource = storage, resource
        self._vocabulary = vocabulary.Vocabulary(**names) if names else None

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

    def process(self, messages: list[Message]) -> list[Message]:
        known = cast(vocabulary.Vocabulary, self._vocabulary)
        for message in messages:
            doc = known.read(message.get(TEXT) or "")
            message.set(DOC, doc)
            message.set(EVIDENCE, known.evidence(doc))
        return messages

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        return taught.fingerprint([taught, vocabulary])
