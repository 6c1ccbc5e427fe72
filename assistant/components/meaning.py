"""The last component: which topic, which side of it, or which other outcome; an alarm outranks them all."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from answers.training import aspect_of
from assistant import comparing, encoder, meaning, numbers, reading, second_look, taught, vocabulary
from assistant.components import language
from assistant.components.language import ABOUT, EVIDENCE, PARTS, STEERED, WRITER
from assistant.components.likeness import LIKENESS
from assistant.components.safety import ALARM
from assistant.components.vectors import VECTOR

READING = "reading"
_RANKED = 5
_MAY_COMPARE = frozenset({"ask_personal_advice", "be_unsure", "out_of_scope"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MeaningReader(GraphComponent):
    """Sets the intent, the topic and the addresses a message may mean."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource,
                 models: tuple[meaning.Linear, meaning.Linear, list[str]] | None = None) -> None:  # fmt: skip
        self._storage, self._resource, self._config = storage, resource, config
        if models:
            self._topics, self._intents, asking = models
            self._aspects = {intent: aspect_of(intent) for intent in asking}
        self._second_look = second_look.SecondLook.load()
        self._thresholds = reading.Thresholds(**(config.get("thresholds") or {}))

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"thresholds": {}}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MeaningReader:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        topics, intents = fit(training_data)
        with self._storage.write_to(self._resource) as folder:
            topics.save(folder / "topics.npz")
            intents.save(folder / "intents.npz")
            (folder / "asking.json").write_text(json.dumps(asking_intents(training_data)), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext, **kwargs: Any,
    ) -> MeaningReader:  # fmt: skip
        with model_storage.read_from(resource) as folder:
            models = (
                meaning.Linear.load(folder / "topics.npz"),
                meaning.Linear.load(folder / "intents.npz"),
                json.loads((folder / "asking.json").read_text(encoding="utf-8")),
            )
        return cls(config, model_storage, resource, models)

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            self._read(message)
        return messages

    def _read(self, message: Message) -> None:
        evidence = message.get(EVIDENCE)
        topics, intents, seen = self.first_look(message.get(VECTOR), evidence)
        found = self._second(topics, intents, seen)
        # Of the topics that share a name, the likeliest is meant.
        named = [max(owners, key=lambda topic: topics.get(topic, 0.0)) for owners in evidence.owners]
        self._say(message, found, intents, self._several(message.get(PARTS)), named)

    def _understand(self, vector: np.ndarray, evidence: vocabulary.Evidence) -> reading.Reading:
        """Return the reading of a part of a message."""
        return self._second(*self.first_look(vector, evidence))

    def _second(self, topics: dict[str, float], intents: dict[str, float], seen: np.ndarray) -> reading.Reading:
        looked = reading.Looked(self._second_look.is_ours(seen), self._second_look.is_right(seen))
        return reading.read(topics, intents, self._aspects, looked, self._thresholds)

    def first_look(
        self, vector: np.ndarray, evidence: vocabulary.Evidence
    ) -> tuple[dict[str, float], dict[str, float], np.ndarray]:
        """Return the probability of each topic and of each intent, and what the second look goes by."""
        odds = self._topics.probabilities(meaning.topic_features(vector, evidence.topics))
        topics = dict(zip(self._topics.classes, map(float, odds), strict=True))
        features = meaning.intent_features(vector, evidence.topics, np.float32(evidence.elsewhere))
        intents = dict(zip(self._intents.classes, map(float, self._intents.probabilities(features)), strict=True))
        named = {topic: value for topic, value in topics.items() if topic != reading.SAME}
        question = sum(value for intent, value in intents.items() if intent in self._aspects)
        names = second_look.Names(evidence.named, evidence.elsewhere, evidence.words)
        return topics, intents, second_look.signals(named, intents, question, topics.get(reading.SAME, 0.0), names)

    def _several(self, parts: list[language.Part]) -> tuple[str, ...]:
        """Return the addresses of a message that asks several things, in order; none where it asks one."""
        encode = encoder.shared_encoder().encode
        readings = [self._understand(encode([part.text])[0], part.evidence) for part in parts]
        return reading.several(readings, self._aspects, self._thresholds.several)

    def _say(
        self,
        message: Message,
        found: reading.Reading,
        intents: dict[str, float],
        several: tuple[str, ...],
        named: list[str],
    ) -> None:
        alarm, text = message.get(ALARM), message.get(TEXT) or ""
        number = numbers.picked(text)
        intent, confidence = found.intent, found.confidence
        if alarm:
            intent, confidence = f"report_{alarm.level}", 1.0
        elif number:
            intent, confidence = "pick_number", 1.0
        elif message.get(STEERED):
            intent, confidence = message.get(STEERED), 1.0
        elif (intent in self._aspects or intent in _MAY_COMPARE) and comparing.compares(text, len(set(named))):
            intent = "ask_comparison"
        ranking = sorted(intents.items(), key=lambda pair: -pair[1])[:_RANKED]
        message.set(INTENT, {"name": intent, "confidence": confidence}, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [{"name": n, "confidence": c} for n, c in ranking], add_to_output=True)
        said = {
            "addresses": list(found.addresses),
            "intent": found.intent,
            "confidence": found.confidence,
            "topic": found.topic,
            "alone": found.alone,
            "several": list(several),
            "about": message.get(ABOUT),
            "writer": message.get(WRITER),
            "named": list(dict.fromkeys(named)),
            "number": number,
            **(message.get(LIKENESS) or {}),
        }
        said["sign"] = alarm.sign if alarm else ""
        message.set(READING, said, add_to_output=True)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        return taught.fingerprint([taught, meaning, reading, second_look, vocabulary, encoder])


def fit(training_data: TrainingData) -> tuple[meaning.Linear, meaning.Linear]:
    """Return the topic model and the intent model fitted to training data."""
    names = vocabulary.Vocabulary(taught.names_of(training_data), taught.lookup_of(training_data, "elsewhere"))
    # What reports a sign is the safety screen's to judge.
    examples = [e for e in taught.examples_of(training_data) if not e[1].startswith("report_")]
    vectors = encoder.shared_encoder().encode_all([text for text, _, _ in examples])
    evidence = [names.evidence(names.read(text)) for text, _, _ in examples]
    found = np.array([item.topics for item in evidence])
    elsewhere = np.array([item.elsewhere for item in evidence], dtype=np.float32)
    # A question that names no topic is a follow-up: it means the one talked of last.
    asking = asking_intents(training_data)
    labels = [marks.get("topic") or reading.SAME for _, _, marks in examples]
    about = np.array([intent in asking for _, intent, _ in examples])
    topics = meaning.Linear.fit(
        meaning.topic_features(vectors, found)[about], list(np.array(labels)[about]), meaning.TOPIC_C
    )
    intents = meaning.Linear.fit_in_batches(
        meaning.intent_features(vectors, found, elsewhere),
        [intent for _, intent, _ in examples],
        meaning.INTENT_C,
    )
    return topics, intents


def asking_intents(training_data: TrainingData) -> list[str]:
    """Return the intents that ask for an aspect of a topic: those that topics' questions have."""
    return sorted({intent for _, intent, marks in taught.examples_of(training_data) if marks.get("topic")})
