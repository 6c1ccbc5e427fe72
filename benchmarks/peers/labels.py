"""Labels: what an example teaches and a peer predicts. An address, or the intent of a message that asks for none.

Imports the standard library alone: Rasa's own environment, without our packages, reads this too.
"""

from __future__ import annotations

UNSURE = "nlu_fallback"
"""The label of a message that is like nothing taught; Rasa's own name for it."""


def is_address(label: str) -> bool:
    """Whether a label is an address, and so a section can be sent."""
    return "#" in label


def topic_of(address: str) -> str:
    """Return the topic of an address."""
    return address.partition("#")[0]


def intent_name(label: str) -> str:
    """Return a label as the name of an intent; a slash in one would mean a retrieval intent to Rasa."""
    return label.replace("/", ".").replace("#", ".")


def label_named(intent: str) -> str:
    """Return the label behind the name of an intent: the reverse of `intent_name`."""
    parts = intent.split(".")
    return f"{parts[0]}/{parts[1]}#{parts[2]}" if len(parts) == 3 else intent
