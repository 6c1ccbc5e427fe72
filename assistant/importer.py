"""The training-data importer: reads data/ as Rasa does, then adds what content teaches.

Topics' questions and names, signs' phrasings and patterns all reach the model as training
data, so that Rasa's fingerprints see every change of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.exceptions import RasaException
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import class_from_module_path

from answers import Library
from answers.training import examples, lookups, patterns
from assistant.tensorflow_standin import is_active, needs_tensorflow


class TensorFlowMissing(RasaException):
    """A component was configured that needs TensorFlow, which is not installed."""


class ContentImporter(RasaFileImporter):
    """Reads data/ as Rasa does, then adds every topic and every sign."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        content: str = "content",
    ) -> None:
        super().__init__(config_file, domain_path, training_data_paths)
        # Rasa asks more than once for the data: read once.
        self._taught = taught(Library.load(Path(content)))

    def get_config(self) -> dict[str, Any]:
        config = super().get_config()
        refuse_tensorflow(config)
        return config

    def get_domain(self) -> Domain:
        domain = super().get_domain()
        if not domain.user_actions:
            # Rasa warns of a missing or broken domain and goes on with an empty one.
            raise RasaException("domain.yml is missing or empty; nothing could be said")
        return domain

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        return super().get_nlu_data(language).merge(self._taught)


def taught(library: Library) -> TrainingData:
    """Return a library's examples, names and patterns as Rasa training data."""
    messages = [
        Message.build(text=example.text, intent=example.intent, example_metadata=example.marks or None)
        for example in examples(library)
    ]
    return TrainingData(messages, regex_features=patterns(library), lookup_tables=lookups(library))


def refuse_tensorflow(config: dict[str, Any]) -> None:
    """Raise TensorFlowMissing if a component needs TensorFlow and only the stand-in is there."""
    if not is_active():
        return
    for entry in [*(config.get("pipeline") or ()), *(config.get("policies") or ())]:
        name = entry["name"]
        component = _component(name)
        if component and needs_tensorflow(component):
            raise TensorFlowMissing(
                f'config.yml: the component "{name}" needs TensorFlow, which is not installed here. '
                "Take it out, or install TensorFlow in an environment of its own (docs/tasks/use-tensorflow.md)."
            )


def _component(name: str) -> type | None:
    from rasa.engine.recipes.default_recipe import DefaultV1Recipe

    known = DefaultV1Recipe()._from_registry
    try:
        return known(name).clazz
    except RasaException:
        try:
            return class_from_module_path(name)
        except (ImportError, AttributeError):
            return None  # Rasa itself says so, and stops.
