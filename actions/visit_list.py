"""The list of questions for the visit: what a message says about it."""

from __future__ import annotations

import re

from actions.turn import Turn
from answers.suggesting import questions_to_ask

MOST, LONGEST = 30, 300
HINTS = 3
_COMMAND = re.compile(
    r"^\W*(?:please |pls |can you |could you |would you |will you |i want to |i'd like to |id like to |help me )*"
    r"(?:add|save|put|write|note|remember|keep|store|jot|stick|pop|remind me|list)\b(?: down| to ask)?"
    r"(?: (?:this|that|it|the last one|the question|this question|that question|a question|one more|another one|down))*"
    r"(?: (?:to|on|onto|in|for|into) (?:my|the|our) (?:visit )?(?:list|questions?|visit|doctor|notes?|appointment)"
    r"(?: for (?:the|my) (?:visit|doctor|appointment|nurse|team))?)*[\s:,;.-]*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[\s,;.-]*(?:(?:please|pls)[\s.]*)?"
    r"(?:(?:to|on|onto|in|for) (?:my|the|our) (?:visit )?(?:list|questions?|notes?|doctor|nurse|team|visit|appointment)"
    r"(?: for (?:the|my) (?:visit|doctor|appointment|nurse|team))?)?[\s,;.-]*(?:please|pls|thanks|thank you)?[\s.!]*$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:to )?(?:ask(?: (?:him|her|them|the doctor|my doctor|the team))? )?(?:about )?", re.IGNORECASE)
_EMPTY = frozenset(
    {"", "this", "that", "it", "question", "list", "this question", "that question", "one", "them", "doctor"}
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def own_question(text: str) -> str:
    """Return the question a person names in "add … to my list"; empty if they only point at the last answer."""
    rest = _TAIL.sub("", _COMMAND.sub("", text, count=1), count=1).strip(" \"'")
    bare = _LEAD.sub("", rest).strip(" \"'") or rest
    return "" if bare.lower() in _EMPTY else bare


def wants_all(text: str) -> bool:
    """Return whether a message means the whole list."""
    return bool(re.search(r"\b(?:all|everything|clear|empty|whole|wipe|entire)\b", text, re.IGNORECASE))


def places_in(text: str, count: int) -> list[int]:
    """Return the places a message names, in order, from 1; those beyond the list are left out."""
    found = []
    for match in re.finditer(r"\d+|[a-z]+", text.lower()):
        word = match[0]
        if word.isdigit():
            found.append(int(word))
        elif word in _ORDINALS:
            found.append(_ORDINALS.index(word) + 1)
        elif word in _WORDS and not re.search(rf"\b(?:that|this|last|first|the) {word}\b", text.lower()):
            found.append(_WORDS.index(word) + 1)
        elif word == "last":
            found.append(count)
    return [place for place in dict.fromkeys(found) if 0 < place <= count]


def carried(turn: Turn, name: str, count: int) -> list[int]:
    """Return the place a button carries under a name, alone; empty if it carries none, or one beyond the list."""
    value = str(turn.entity(name) or "")
    return [int(value)] if value.isdecimal() and 0 < int(value) <= count else []


def moved_to(listed: list[str], place: int, to: int) -> list[str]:
    """Return the list with the question at one place moved to another; places count from 1."""
    moved = list(listed)
    moved.insert(to - 1, moved.pop(place - 1))
    return moved


def reordered(listed: list[str], text: str) -> list[str] | None:
    """Return the list in the order a message asks for; None if it does not say which."""
    lower = text.lower()
    is_top = bool(re.search(r"\b(?:top|start|beginning|up front|most important)\b", lower))
    is_end = bool(re.search(r"\b(?:bottom|end|least important)\b", lower))
    to_first = re.search(r"\b(?:to|be|as|in|go(?:es)?) (?:the )?first\b|\bfirst(?: please| place)?\W*$", lower)
    to_last = re.search(r"\b(?:to|be|as|go(?:es)?) (?:the )?last\b|\blast(?: please| place)?\W*$", lower)
    bare = re.sub(r"\bfirst\b", " ", lower) if to_first else lower
    bare = re.sub(r"\blast\b", " ", bare) if to_last and not to_first else bare
    places = places_in(bare, len(listed))
    if not places and re.search(r"\b(?:that|this|it)\b", lower):
        places = [len(listed)]
    if not places and (to_first or is_top) and re.search(r"\blast\b", lower):
        places = [len(listed)]
    if not places:
        return None
    moved = list(listed)
    if len(places) > 1 and not (is_top or is_end):
        one, other = places[0] - 1, places[1] - 1
        if re.search(r"\b(?:swap|switch|exchange)\b", lower):
            moved[one], moved[other] = moved[other], moved[one]
        else:
            moved.insert(other, moved.pop(one))
        return moved
    question = moved.pop(places[0] - 1)
    if is_end or (to_last and not to_first):
        moved.append(question)
    elif "down" in lower:
        moved.insert(min(len(moved), places[0]), question)
    elif re.search(r"\bup\b", lower) and not is_top:
        moved.insert(max(0, places[0] - 2), question)
    else:
        moved.insert(0, question)
    return moved


def suggestions(turn: Turn) -> list[str]:
    """Return questions that fit the last topic and are not on the list yet."""
    listed = set(turn.slot("visit_list") or ())
    fitting = questions_to_ask(turn.library, turn.slot("topic"))
    return [question for question in fitting if question not in listed][:HINTS]
