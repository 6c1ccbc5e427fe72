"""Labels become names of intents that Rasa accepts, and back."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from benchmarks.peers.labels import intent_name, label_named

PEERS = Path(__file__).resolve().parents[3] / "benchmarks/peers"


def test_an_address_is_an_intent_without_a_slash():
    assert intent_name("disease/stage-4#side-effects") == "disease.stage-4.side-effects"


@pytest.mark.parametrize("label", ["disease/stage-4#overview", "ask_side_effects", "nlu_fallback"])
def test_the_label_can_be_told_from_the_intent(label):
    assert label_named(intent_name(label)) == label


def test_every_address_can_be_told_from_its_intent(library):
    addresses = [section.address for section in library.sections()]

    assert [label_named(intent_name(address)) for address in addresses] == addresses


@pytest.mark.parametrize("module", ["labels.py", "store.py", "rasa_default/actions.py", "rasa_default/answering.py"])
def test_what_rasas_own_environment_reads_needs_none_of_our_packages(module):
    tree = ast.parse((PEERS / module).read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    foreign = {module for module in modules if module.partition(".")[0] not in sys.stdlib_module_names | {"rasa_sdk"}}

    assert foreign <= {"benchmarks.peers.labels", "benchmarks.peers.store", "benchmarks.peers.rasa_default.answering"}
