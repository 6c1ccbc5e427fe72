"""Takes out work that Rasa repeats at every turn without need. Each piece and its figure: docs/decisions/0005."""

from __future__ import annotations

import copy
import gc
from collections import deque
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import fastjsonschema
import rasa.core.actions.action as rasa_action
import threadpoolctl
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core import events
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker

_SLOT_SET = {"event", "timestamp", "name", "value"}


def speed_up() -> None:
    """Replace what is slow; every replacement does the same work, and tests hold it to that."""
    compile_response_schema()
    run_graph_in_order()
    copy_slots_by_their_fields()
    copy_trackers_as_they_are()
    # Two threads wait for each other longer than one needs for products as small as ours.
    threadpoolctl.threadpool_limits(1, "blas")
    # Walks all event classes for every event it decodes.
    if not hasattr(events.Event.resolve_by_type, "cache_info"):
        events.Event.resolve_by_type = staticmethod(lru_cache(maxsize=None)(events.Event.resolve_by_type))


def settle() -> None:
    """Put what was loaded out of the garbage collector's sight, once a server is ready.

    With a million objects of libraries in its oldest generation it would look there rarely and for long:
    what turns leave behind piles up (33 MB in 480 turns), then one person waits.
    """
    gc.collect()
    gc.freeze()


def compile_response_schema() -> None:
    """Check the results of actions with a validator compiled once: Rasa re-reads a constant schema at every call."""
    check = fastjsonschema.compile(RemoteAction.action_response_format_spec())

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        if _sets_slots_and_speaks(result):
            return True
        try:
            check(result)
        except fastjsonschema.JsonSchemaException as error:
            raise ValidationError(str(error)) from error
        return True

    rasa_action.RemoteAction._validate_action_result = validate


def _sets_slots_and_speaks(result: dict[str, Any]) -> bool:
    """Whether a result is of the one form that our actions give: valid, and known to be without the schema."""
    return (
        result.keys() == {"events", "responses"}
        and all(type(event) is dict and event.keys() == _SLOT_SET for event in result["events"])
        and all(event["event"] == "slot" and type(event["name"]) is str for event in result["events"])
        and all(type(response) is dict for response in result["responses"])
    )


def run_graph_in_order() -> None:
    """Run the model's graph node after node: building and scheduling a dask graph costs more than most nodes do."""

    def run(
        self: DaskGraphRunner, inputs: Mapping[str, Any] | None = None, targets: list[str] | None = None
    ) -> dict[str, Any]:
        done: dict[str, Any] = {name: (name, value) for name, value in (inputs or {}).items()}
        wanted = targets or self._graph_schema.target_names

        def result(name: str) -> Any:
            if name not in done:
                needed = self._graph_schema.nodes[name].needs.values()
                done[name] = self._instantiated_nodes[name](*(result(other) for other in needed))
            return done[name]

        return dict(result(name) for name in wanted)

    DaskGraphRunner.run = run


def copy_slots_by_their_fields() -> None:
    """Copy a slot field by field: a tracker is copied five times a turn, each slot by way of `copyreg`."""

    def copied(self: Slot) -> Slot:
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        return other

    Slot.__copy__ = copied


def copy_trackers_as_they_are() -> None:
    """Copy a tracker with what it holds: Rasa replays its events, twice a turn.

    Where the history in memory is bounded (assistant/tracker_store.py) a replay also loses each slot that was
    set before it begins, and the action would not see it.
    """

    def copied(self: DialogueStateTracker) -> DialogueStateTracker:
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.events = deque(self.events, maxlen=self.events.maxlen)
        other.slots = {name: copy.copy(slot) for name, slot in self.slots.items()}
        other.active_loop = copy.copy(self.active_loop)
        return other

    DialogueStateTracker.copy = copied
