"""Rasa goes on without an importer or a store it cannot find, so we look before it does."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.utils.common import class_from_module_path

from answers.document import load_yaml

ROOT = Path(__file__).resolve().parents[2]


def paths_in(*names):
    """Yield every module path of ours that a settings file names."""

    def walk(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from walk(key)
                yield from walk(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner)
        elif isinstance(value, str) and value.startswith("assistant."):
            yield value

    return sorted({path for name in names for path in walk(load_yaml((ROOT / name).read_text()))})


@pytest.mark.parametrize("path", paths_in("config.yml", "credentials.yml", "endpoints.yml"))
def test_every_class_we_name_can_be_loaded(path):
    assert class_from_module_path(path)


def test_the_settings_name_our_classes():
    named = paths_in("config.yml", "credentials.yml", "endpoints.yml")

    assert {"assistant.importer.ContentImporter", "assistant.channels.rest.GuideRest",
            "assistant.tracker_store.ConversationStore"} <= set(named)  # fmt: skip


@pytest.mark.parametrize("name", ["config.yml", "credentials.yml", "endpoints.yml", "domain.yml"])
def test_a_variable_stands_as_a_whole_value(name):
    """An unset ${VAR} is an error to Rasa only where it starts the value; elsewhere it passes through."""
    lines = [
        line for line in (ROOT / name).read_text().splitlines() if "${" in line and not line.lstrip().startswith("#")
    ]

    assert [line for line in lines if not line.split(":", 1)[1].strip().startswith("${")] == []


def test_no_component_takes_the_name_of_one_of_rasas():
    """Rasa's registry is keyed by class name alone: ours would replace its own without a word."""
    import inspect

    from rasa.engine.graph import GraphComponent

    ours = [path.rsplit(".", 1)[1] for path in paths_in("config.yml") if ".components." in path]
    theirs = {c.__name__ for c in _subclasses(GraphComponent) if inspect.getmodule(c).__name__.startswith("rasa.")}

    assert ours and not set(ours) & theirs


def _subclasses(base):
    for child in base.__subclasses__():
        yield child
        yield from _subclasses(child)


def test_the_whole_domain_does_not_travel_with_every_action():
    assert load_yaml((ROOT / "endpoints.yml").read_text())["action_endpoint"]["enable_selective_domain"] is True


def test_telemetry_is_off():
    import os

    from rasa.telemetry import is_telemetry_enabled

    assert os.environ["RASA_TELEMETRY_ENABLED"] == "false" and not is_telemetry_enabled()


def test_only_our_channels_are_open():
    """Rasa's own channels fall silent, log words or let one person read another's talk."""
    opened = load_yaml((ROOT / "credentials.yml").read_text())

    assert opened and all(name.startswith("assistant.channels.") for name in opened)


def test_the_domain_is_one_file():
    """A folder is merged in the order the disk gives, and of two responses one is lost."""
    assert (ROOT / "domain.yml").is_file() and not (ROOT / "domain").exists()


def test_a_changed_module_is_a_changed_component(tmp_path, monkeypatch):
    """Rasa's training cache is keyed on a component's own source; a helper that changed would be served stale."""
    import importlib.util

    from assistant import taught

    def fingerprint_of(source):
        path = tmp_path / "helper.py"
        path.write_text(source)
        spec = importlib.util.spec_from_file_location("helper", path)
        return taught.fingerprint([importlib.util.module_from_spec(spec)])

    assert fingerprint_of("A = 1\n") != fingerprint_of("A = 2\n")


@pytest.mark.parametrize("path", [path for path in paths_in("config.yml") if ".components." in path])
def test_every_component_has_a_fingerprint_of_what_it_calls(path):
    assert "fingerprint_addon" in vars(class_from_module_path(path))


def test_no_action_asks_for_the_runner_up():
    """`get_intent_of_latest_message` returns the second guess after a fallback."""
    asking = [p.name for p in (ROOT / "actions").glob("*.py") if ".get_intent_of_latest_message(" in p.read_text()]

    assert asking == []
