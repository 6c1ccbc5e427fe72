"""Whether a message says a lesson's danger signs back, and reports none.

Somebody who was asked to say a lesson back writes "I would call 911 for chest pain". That is no alarm: it says what
they would do, and the lesson speaks of that sign. Everything here is on the side of the alarm: a message counts as
said back only if each of its sentences has one of two forms ("I would call … if …", "if … I would call …"), nothing in
it tells of now, and all it names stands in the lesson. Whatever else it may be, the alarm is raised.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from assistant.screen import normalise

MOST_WORDS = 40
"""A longer message tells more than a lesson asked for."""
_STEM = 5
_SENTENCE_END = re.compile(r"[.?;\n]+(?:\s+|$)")
# A plea, a turn of thought, a question: then it is no saying back, whatever else it is.
_NOT_A_LESSON = re.compile(
    r"[!?]|\b(?:should|do|can|must|shall|would|could|will|may) (?:i|we)\b"
    r"|\b(?:please|pls|help|hurry|but|however|though|although|because|cause|cuz|coz|cos|since|scared|afraid|dying|"
    r"suicide|kill|die|calling|called|sos|think|guess|wonder|maybe|like|unsure|anyway)\b"
)
_SYMPTOM = (
    "pain|fever|bleeding|blood|headache|cough|rash|diarrhea|diarrhoea|vomiting|weakness|numbness|breathlessness|"
    "seizure|stroke"
)
# What tells of now, or of something that is there already.
_PRESENT = re.compile(
    r"\b(?:currently|moment|tonight|yesterday|this|these|already|just|still|again|keeps?|stays?|started|starting|"
    r"starts|getting|having|been|worse|worst|worsens?|persists?|continues?|comes? back|came back|returns?|mine|which|"
    r"could|only|doesnt|isnt|wont|more|lately|recently|morning|afternoon|evening|week|ago|last|night|yet|do have)\b"
    rf"|\bthe (?:\w+ )?(?:{_SYMPTOM})\b|\b(?:my|his|her) (?:(?!if|when|for|with|about)\w+ ){{0,2}}(?:{_SYMPTOM})\b"
)
_NOW = re.compile(r"\b(?:now|today)\b")
_AND_I = re.compile(
    r"(?:\band|&|\+|,|\bso|\bthen) (?:also |now |then )?(?:i|im|ive|ill|my|mine|it|its|he|hes|his|she|shes|her|there|"
    r"theres|we|that|thats|yes|yeah)\b"
)
# "When I breathe my chest hurts" says how it is, not what to do.
_CIRCUMSTANCE = re.compile(
    r"^(?:i|he|she|we|you) (?:breathe?|walk|move|cough|lie|lay|stand|sit|eat|drink|swallow|climb|bend|sleep|wake|pee|"
    r"wee|urinate|go|exercise|talk|speak|press|touch|run(?! a)|turn|lift|laugh|sneeze|take|took|stop|"
    r"stopped|woke|got)\b"
)
# In "for chest pain" nothing is said of anybody.
_SAYS_OF_SOMEBODY = re.compile(
    r"\b(?:i|im|ive|id|my|me|mine|he|hes|his|him|she|shes|her|we|our|us|it|its|is|was|are|am|has|have|had|got|"
    r"hurts?|there|theres|the|dad|mum|mom|wife|husband)\b"
)
_LEAD = r"(?:(?:so|and|then|well|ok|okay|yes|yeah|um|oh|also|or)\b\W*)*"
_WHO = r"(?P<who>(?:i|we|you|id|ill|wed|youd|youll|people|they|would|should|will|must) +)?"
_MODAL = r"(?P<modal>(?:would|should|will|must|ought to|have to|need to|am to|are to|am supposed to|can) +)?"
_ADVERB = r"(?:(?:always|also|then|definitely|straight away|immediately|first|at once|right away) +){0,2}"
_ACTION = r"(?:call|phone|ring|dial|tell|contact|alert|notify|report to|go to|go straight to|get to)"
_OBJECT = (
    r"(?P<object>(?:,? +(?:you|them|the|my|our|your|a|an|team|nurse|nurses|doctor|dr|clinic|hospital|er|emergency|"
    r"room|department|number|line|office|oncologist|oncology|cancer|care|local|ambulance|\d{3}|24|hour|24-hour|day|"
    r"same|that|right|away|at|once|straight|immediately|first|today|now|and|or|not|wait|without|waiting))*)"
)
_IF = r"(?P<cue>if|when|whenever|in case|in case of|as soon as|any ?time|once)"
_FOR = r"(?P<cue>if|when|whenever|in case|in case of|as soon as|any ?time|once|for|with|about)"
_CALLS_IF = re.compile(rf"^{_LEAD}{_WHO}{_MODAL}{_ADVERB}{_ACTION}{_OBJECT} +{_FOR} +(?P<sign>.+)$")
_IF_CALLS = re.compile(rf"^{_LEAD}{_IF} +(?P<sign>.+?),? +(?:then +)?{_WHO}{_MODAL}{_ADVERB}{_ACTION}{_OBJECT}$")
_FOR_CALLS = re.compile(rf"^{_LEAD}(?P<cue>for|with) +(?P<sign>.+?),? +{_WHO}{_MODAL}{_ADVERB}{_ACTION}{_OBJECT}$")
_OF_NOBODY = frozenset({"for", "with", "about"})
_MAY_SAY_NOW = frozenset({"if", "in case", "in case of", "whenever", "as soon as"})
_NUMBERS_TO_CALL = frozenset({"911", "999", "112", "24"})
_OF_NO_MATTER = re.compile(
    r"^(?:a|an|the|any|some|of|or|and|to|in|on|at|over|above|than|that|not|no|if|is|are|was|it|its|i|im|ive|my|me|you|"
    r"your|he|she|his|her|they|them|their|we|our|have|has|had|get|gets|got|feel|feels|felt|notice|see|run|runs|"
    r"goes|go|am|be|being|there|very|really|bad|badly|severe|new|sudden|suddenly|strong|high|higher|up|out|with|"
    r"from|too|so|much|lot|someone|somebody|person|anyone|one|can|cant|when|ever|degrees|f|c|for|about)$"
)


@dataclass(frozen=True)
class Lesson:
    """What somebody was asked to say back: its words, a saying each."""

    sayings: tuple[str, ...]


def lesson_of(waiting: dict | None) -> Lesson | None:
    """Return the lesson that the slot `teach_back` holds, or None."""
    if not waiting:
        return None
    ways = (way for point in waiting["points"] for way in (point["point"], *point["heard_as"]))
    return Lesson(tuple(dict.fromkeys([waiting["title"], *ways])))


def says_back(
    text: str,
    lesson: Lesson,
    mentions: Callable[[str], Collection[str]],
    is_quiet: Callable[[str], bool],
) -> bool:
    """Return whether a message only says a lesson's signs back.

    `mentions` names the signs that a text speaks of, whether or not it reports them; `is_quiet` says whether a
    sentence by itself raises nothing.
    """
    words = normalise(text)
    if len(words.split()) > MOST_WORDS or _NOT_A_LESSON.search(words):
        return False
    parts = [part for part in map(str.strip, _SENTENCE_END.split(words)) if part]
    signs = {part: _sign_of(part) for part in parts}
    named = [sign for sign in signs.values() if sign]
    return (
        bool(named)
        and all(_is_of(sign, lesson, mentions) for sign in named)
        and all(sign or (not _PRESENT.search(part) and is_quiet(part)) for part, sign in signs.items())
    )


def _sign_of(sentence: str) -> str:
    """Return what a sentence would call for, or "" where it has none of the forms or may tell of now."""
    for form in (_IF_CALLS, _FOR_CALLS, _CALLS_IF):
        found = form.match(sentence)
        if found and _is_imagined(found, sentence):
            return found["sign"]
    return ""


def _is_imagined(found: re.Match[str], sentence: str) -> bool:
    cue, sign = found["cue"], found["sign"]
    if _PRESENT.search(sentence) or _NOW.search(sign) or (_NOW.search(found["object"]) and cue not in _MAY_SAY_NOW):
        return False
    if cue in _OF_NOBODY:
        # "Call 911 for chest pain" may be a cry; "I would call 911 for chest pain" is none.
        return bool(found["who"] or found["modal"]) and not _SAYS_OF_SOMEBODY.search(sign)
    return not (_AND_I.search(sign) or _CIRCUMSTANCE.search(sign))


def _is_of(sign: str, lesson: Lesson, mentions: Callable[[str], Collection[str]]) -> bool:
    """Whether a lesson speaks of what a sentence would call for: every number of it, and the sign or every word."""
    told = " ".join(map(normalise, lesson.sayings))
    numbers = set(re.findall(r"\d+(?:[.,]\d+)?", sign))
    if not numbers <= {*re.findall(r"\d+(?:[.,]\d+)?", told), *_NUMBERS_TO_CALL}:
        return False
    known = {word[:_STEM] for word in re.findall(r"[a-z]+", told)}
    own = {word[:_STEM] for word in re.findall(r"[a-z]+", sign) if not _OF_NO_MATTER.match(word)}
    meant = set(mentions(sign))
    return (bool(own) and own <= known) or (bool(meant) and meant <= _mentioned(lesson, mentions))


def _mentioned(lesson: Lesson, mentions: Callable[[str], Iterable[str]]) -> set[str]:
    return {sign for saying in lesson.sayings for sign in mentions(saying)}
