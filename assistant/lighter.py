"""What the embedded server leaves unloaded: 50 MB of clients for stores it does not use, and of charts.

Rasa imports them all at start. Call `leave_out` before Rasa is imported; the plain `rasa` commands do without it.
"""

from __future__ import annotations

import sys

from assistant.tensorflow_standin import StandinFinder

UNUSED = frozenset({"matplotlib", "pymongo", "boto3"})
SERVED = frozenset({"assistant.tracker_store.ConversationStore", "SQL", "InMemory", "redis"})
"""The tracker stores that need nothing of what is left out."""


def leave_out() -> None:
    """Answer for the unused packages with modules that do nothing, unless one is loaded already."""
    if not UNUSED & sys.modules.keys():
        sys.meta_path.insert(0, StandinFinder(UNUSED))


def refusal(store: str | None) -> str:
    """Return why the embedded server cannot keep conversations in a kind of store, or nothing if it can."""
    if store is None or store in SERVED:
        return ""
    return f'tracker_store: type is "{store}"; `make run` knows {", ".join(sorted(SERVED))}. Use `rasa run` for others.'
