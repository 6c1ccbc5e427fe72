"""Sets what a message is like by meaning: a myth, a feeling, the points of a lesson that it says back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant import encoder, likeness, meaning, taught
from assistant.components.vectors import VECTOR

LIKENESS = "likeness"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class LikenessReader(GraphComponent):
    """Compares a message with what content says people say."""

    def __init__(
        self,
        storage: ModelStorage,
        resource: Resource,
        models: tuple[meaning.Linear, meaning.Linear] | None = None,
    ) -> None:
        self._storage, self._resource = storage, resource
        if models:
            self._myths, self._feelings = models

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LikenessReader:
        return cls(model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        encode = encoder.shared_encoder().encode_all
        with self._storage.write_to(self._resource) as folder:
            premises = [(t, name) for name, ts in taught.lookups_of(training_data, "myth").items() for t in ts]
            premises += [(text, likeness.NO_MYTH) for text, _, _ in taught.examples_of(training_data)]
            _fit(encode, premises, likeness.MYTH_C).save(folder / "myths.npz")
            said = [(t, name) for name, ts in taught.lookups_of(training_data, "feeling").items() for t in ts]
            _fit(encode, said, likeness.FEELING_C).save(folder / "feelings.npz")
        return self._resource

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext, **kwargs: Any,
    ) -> LikenessReader:  # fmt: skip
        with model_storage.read_from(resource) as folder:
            myths = meaning.Linear.load(folder / "myths.npz")
            feelings = meaning.Linear.load(folder / "feelings.npz")
        return cls(model_storage, resource, (myths, feelings))

    def process(self, messages: list[Message], tracker: DialogueStateTracker = None) -> list[Message]:
        for message in messages:
            myth, near = self._myths.likeliest(message.get(VECTOR), without=likeness.NO_MYTH)
            feeling, sure = self._feelings.likeliest(message.get(VECTOR))
            found: dict[str, Any] = {
                "myth": myth if near >= likeness.MYTH_FROM else "",
                "feeling": feeling if sure >= likeness.FEELING_FROM else "",
            }
            lesson = _lesson(tracker)
            if lesson:
                points = [point["heard_as"] for point in lesson["points"]]
                found["said_back"] = likeness.said_back(message.get(TEXT) or "", points, lesson["wrong"], _encoded)
            message.set(LIKENESS, found)
        return messages

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        return taught.fingerprint([taught, likeness, meaning, encoder])


def _fit(encode: Callable[[list[str]], np.ndarray], said: Sequence[tuple[str, str]], strength: float) -> meaning.Linear:
    """Return a model that tells from the words what is said."""
    return meaning.Linear.fit_in_batches(encode([text for text, _ in said]), [name for _, name in said], strength)


def _lesson(tracker: DialogueStateTracker | None) -> dict[str, Any] | None:
    """Return what the person was asked to say back, if they were."""
    if tracker is None or tracker.get_slot("asked") != "teach_back":
        return None
    lesson: dict[str, Any] | None = tracker.get_slot("teach_back")
    return lesson


@lru_cache(maxsize=2048)
def _encoded(text: str) -> np.ndarray:
    """Return the vector of a text; points of lessons come again and again."""
    return encoder.shared_encoder().encode([text])[0]
