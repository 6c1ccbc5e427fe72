"""What every channel does with a raw message before Rasa sees it.

A message that cannot be read becomes an intent of its own, so that the dialogue answers
it like any other; nothing a person sends is dropped.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

MOST_CHARACTERS = 12_000
_KEPT = {"\n", "\t"}
_OTHER_SCRIPT_SHARE = 0.5
_BUTTON = re.compile(
    r"/(?:choose\{.*\}|start_script(?:\{.*\})?|say_help_is_coming|say_it_is_no_emergency|say_i_am_safe|say_no|say_yes"
    r"|want_nothing_of_it|want_words|want_numbers|say_i_am_patient|say_i_am_relative|say_i_am_nurse|skip|show_list"
    r"|take_list|next_step|skip_step|go_back|pause_script|resume_script|ask_what_it_rests_on|check_understanding"
    r"|ask_for_more|ask_for_simpler|delete_my_data|request_call_back|say_clear|say_unclear|say_wrong"
    r"|say_hello|ask_for_sources|ask_for_clinician_detail|add_to_list"
    r'|remove_from_list\{"place": ?[0-9]{1,2}\}|move_in_list\{"place": ?[0-9]{1,2}, ?"to": ?[0-9]{1,2}\})',
    re.DOTALL,
)
"""What buttons send; tests/rules holds it against the buttons of labels.yml."""


def read_text(raw: Any) -> str:
    """Return the text to hand to Rasa for what a person sent, whatever it was."""
    if isinstance(raw, bool) or raw is None or not isinstance(raw, str | int | float):
        return cannot_read("not-words" if raw not in (None, "") else "empty")
    text = clean(str(raw))
    if not text:
        return cannot_read("empty")
    if len(text) > MOST_CHARACTERS:
        return cannot_read("too-long")
    if _BUTTON.fullmatch(text):
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
