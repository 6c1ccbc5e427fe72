"""The second component: the sentence vector, computed once and used by all that follow."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from assistant import encoder, taught
from assistant.components.language import TIDY

VECTOR = "sentence_vector"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class SentenceVectors(GraphComponent):
    """Gives each message its MiniLM vector, shape (384,)."""

    def __init__(self) -> None:
        self._encoder = encoder.shared_encoder()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceVectors:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            message.set(VECTOR, self._encoder.encode([message.get(TIDY) or message.get(TEXT) or ""])[0])
        return messages

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        # By its path: importing the graph's builder would load ONNX, which only training needs.
        graph = Path(encoder.__file__).with_name("encoder_graph.py")
        built_from = graph.read_bytes() + encoder.ADAPTER.read_bytes()
        return taught.fingerprint([encoder]) + hashlib.sha256(built_from).hexdigest()
