"""The third component: red flags, by pattern and by learning. Either can raise an alarm, neither can lower one."""

from __future__ import annotations

import json
import time
from typing import Any, cast

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant import alarm, encoder, meaning, screen, taught
from assistant.components.vectors import VECTOR

ALARM, DOUBT = "alarm", "doubt"
STILL_NEAR = 10 * 60
"""For how many seconds a message is read together with the next one."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class SafetyScreener(GraphComponent):
    """Sets `alarm` on a message that tells of a red-flag sign: its level and its sign."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource,
                 watch: alarm.Watch | None = None) -> None:  # fmt: skip
        self._config, self._storage, self._resource, self._watch = config, storage, resource, watch

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"raise_above": alarm.RAISE_ABOVE}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SafetyScreener:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        learned, neighbours = alarm.fit(
            taught.examples_of(training_data), taught.lookup_of(training_data, "look-alike")
        )
        with self._storage.write_to(self._resource) as folder:
            learned.save(folder / "alarm.npz")
            neighbours.save(folder / "neighbours.npz")
            (folder / "signs.json").write_text(json.dumps(taught.signs_of(training_data)), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext, **kwargs: Any,
    ) -> SafetyScreener:  # fmt: skip
        with model_storage.read_from(resource) as folder:
            levels, patterns, cues = json.loads((folder / "signs.json").read_text(encoding="utf-8"))
            learned = meaning.Linear.load(folder / "alarm.npz")
            neighbours = alarm.Neighbours.load(folder / "neighbours.npz")
        watch = alarm.Watch(screen.Screen(patterns, levels, cues), learned, neighbours, levels, config["raise_above"])
        return cls(config, model_storage, resource, watch)

    def process(self, messages: list[Message], tracker: DialogueStateTracker = None) -> list[Message]:
        watch = cast(alarm.Watch, self._watch)
        before = said_before(tracker)
        for message in messages:
            raised, now = watch.heard(message.get(TEXT) or "", message.get(VECTOR))
            if raised is None and before:
                # "my chest hurts", and then "cant breathe now".
                raised = watch.raised_over_two(before, now, lambda text: encoder.shared_encoder().encode([text])[0])
            message.set(ALARM, raised)
            message.set(DOUBT, now.doubt, add_to_output=True)
        return messages

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        return taught.fingerprint([taught, alarm, screen, meaning, encoder])


def said_before(tracker: DialogueStateTracker | None) -> alarm.Said | None:
    """Return the message before this one, if it is recent, was typed and raised no alarm by itself."""
    last = tracker.latest_message if tracker else None
    if last is None or not last.text or time.time() - (last.timestamp or 0) > STILL_NEAR:
        return None
    if DOUBT not in (last.parse_data or {}) or str(last.intent.get("name")).startswith("report_"):
        return None
    return alarm.Said(last.text, float(last.parse_data[DOUBT]))
