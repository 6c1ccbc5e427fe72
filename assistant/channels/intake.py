"""What every channel does with a raw message before Rasa sees it.

A message that cannot be read becomes an intent of its own, so that the dialogue answers
it like any other; nothing a person sends is dropped.
"""

from __future__ import annotations

import json
import unicodedata
from typing import Any

MOST_CHARACTERS = 12_000
_KEPT = {"\n", "\t"}
_OTHER_SCRIPT_SHARE = 0.5


def read_text(raw: Any) -> str:
    """Return the text to hand to Rasa for what a person sent, whatever it was."""
    if isinstance(raw, bool) or raw is None or not isinstance(raw, str | int | float):
        return cannot_read("not-words" if raw not in (None, "") else "empty")
    text = clean(str(raw))
    if not text:
        return cannot_read("empty")
    if len(text) > MOST_CHARACTERS:
        return cannot_read("too-long")
    if text.startswith("/choose{"):
        return text
    if not any(character.isalnum() for character in text):
        return cannot_read("empty" if _is_punctuation(text) else "not-words")
    if _is_other_script(text):
        return cannot_read("other-script")
    # A leading slash would be read as a command to Rasa itself.
    return text.lstrip("/") or cannot_read("empty")


def cannot_read(notice: str) -> str:
    """Return the message that makes the dialogue say why it could not read."""
    return "/cannot_read" + json.dumps({"notice": notice})


def clean(text: str) -> str:
    """Return a text in composed form, without control characters or spaces around it."""
    composed = unicodedata.normalize("NFC", text)
    kept = (c if c in _KEPT or unicodedata.category(c)[0] != "C" or c == "\u200d" else " " for c in composed)
    return "".join(kept).strip()


def _is_punctuation(text: str) -> bool:
    return all(unicodedata.category(character)[0] in "PZ" or character in _KEPT for character in text)


def _is_other_script(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    other = sum(not unicodedata.name(character, "").startswith("LATIN") for character in letters)
    return bool(letters) and other / len(letters) > _OTHER_SCRIPT_SHARE
