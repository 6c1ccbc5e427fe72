"""What was made faster does the same work as before."""

from __future__ import annotations

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.events import Event, SlotSet

from assistant.faster import speed_up


@pytest.fixture(autouse=True)
def faster():
    speed_up()


@pytest.mark.parametrize(
    "result",
    [
        pytest.param({"events": "none"}, id="no-list"),
        pytest.param({"events": [{"event": "no-such-event"}]}, id="unknown-event"),
        pytest.param({"responses": ["text"]}, id="no-object"),
    ],
)
def test_a_wrong_result_is_still_refused(result):
    with pytest.raises(ValidationError):
        RemoteAction("action_x", None)._validate_action_result(result)


def test_a_right_result_passes():
    right = {
        "events": [{"event": "slot", "name": "topic", "value": "x", "timestamp": None}],
        "responses": [{"text": "a"}],
    }

    assert RemoteAction("action_x", None)._validate_action_result(right)


def test_each_node_runs_once_and_in_order():
    ran = []

    def node(name):
        def run(*inputs):
            ran.append(name)
            return name, [value for _, value in inputs]

        return run

    class Schema:
        needs = {"a": {"x": "message"}, "b": {"x": "a"}, "c": {"x": "a", "y": "b"}, "unneeded": {"x": "a"}}
        nodes = {name: type("Node", (), {"needs": needs}) for name, needs in needs.items()}
        target_names = ["c"]

    runner = object.__new__(DaskGraphRunner)
    runner._graph_schema, runner._instantiated_nodes = Schema, {name: node(name) for name in Schema.nodes}

    assert runner.run({"message": 1}) == {"c": [[1], [[1]]]}
    assert ran == ["a", "b", "c"]


def test_an_event_is_decoded_by_its_type():
    assert Event.resolve_by_type("slot") is SlotSet


def test_what_is_loaded_is_left_to_itself_once_settled():
    import gc

    from assistant.faster import settle

    settle()
    try:
        assert gc.get_freeze_count() > 100_000
    finally:
        gc.unfreeze()
