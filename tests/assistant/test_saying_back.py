"""The danger signs of a lesson said back are no alarm; whatever else is said in a lesson is judged as ever."""

from __future__ import annotations

import pytest

from assistant.saying_back import lesson_of, says_back
from assistant.screen import Screen

LESSON = lesson_of(
    {
        "title": "Sunitinib: When to call",
        "points": [
            {
                "point": "Call your emergency number (911 in the US) now for chest pain or severe trouble breathing.",
                "heard_as": ["chest pain", "cant breathe", "fainting", "a drooping face", "911 for a seizure"],
            },
            {
                "point": "Call the same day for a temperature over 100.4, diarrhea, yellow eyes or heavy bleeding.",
                "heard_as": ["fever over 100.4", "throwing up blood", "i run a temperature"],
            },
        ],
    }
)

SAID_BACK = [
    "I would call 911 for chest pain",
    "I'd call 911 for chest pain or trouble breathing",
    "i would call 911 if i had chest pain",
    "call you if my temperature is over 100.4",
    "call 911 if I have chest pain",
    "I should call 911 for a seizure",
    "we would ring 911 for fainting or a drooping face",
    "if I have chest pain I call 911",
    "If I can't breathe I would call 911 right away",
    "if my chest hurts, I call 911",
    "if my temperature is over 100.4 I'd call the nurse the same day",
    "when I have chest pain I call 911",
    "when my face droops I should call 911",
    "whenever I have trouble breathing I call 911",
    "in case of chest pain I will call 911",
    "as soon as I run a temperature over 100.4 I'd phone the clinic",
    "for chest pain I would call 911",
    "I would tell my team about diarrhea",
    "I'll call the same day for yellow eyes",
    "I must call you the same day for heavy bleeding",
    "you should call 911 if you have chest pain",
    "I would go to the emergency room if I was throwing up blood",
    "I'd call my doctor if I had a fever over 100.4",
    "I would call the team the same day for diarrhea. I would call 911 for chest pain.",
    "Well, I would call 911 if I had chest pain or I couldn't breathe",
    "so if I faint or have a seizure, I would call 911",
    "call 911 if I have severe trouble breathing; call the clinic if I have diarrhea",
    "If I get chest pain then I'd ring 911 straight away and not wait",
    "I would call 911 now if I had chest pain",
]

REPORTED = [
    "I have chest pain now",
    "my chest hurts right now",
    "my chest hurts",
    "chest pain",
    "I have chest pain, should I call 911?",
    "should I call 911 for chest pain",
    "call 911 for chest pain",
    "call 911 for me, chest pain",
    "please call 911 for chest pain",
    "I called 911 for chest pain",
    "I am calling 911 for chest pain",
    "I would call 911 but my chest hurts",
    "I would call 911 for chest pain and I have chest pain",
    "I would call 911 for my chest pain",
    "I would call 911 for this chest pain",
    "I would call 911 if my chest pain gets worse",
    "I would call 911 if the pain doesn't stop",
    "I'd call 911 if I could, chest pain so bad",
    "my chest hurts when I breathe",
    "when I breathe my chest hurts and I should call 911",
    "when I walk my chest hurts so I call 911",
    "if I have chest pain I call 911 and I have it now",
    "if I have chest pain I call 911. I have chest pain",
    "I'd call you if my temperature is over 100.4 and it is 102",
    "call you if my temperature is over 100.4, mine is 103",
    "I would call you because my temperature is over 100.4",
    "I would call 911 for chest pain again",
    "since this morning I can't breathe, I would call 911 if it was chest pain",
    "I would call 911 if I had weak legs",
    "I would call 911 if I swallowed all my pills",
    "I would call 911 if I wanted to die",
    "I think I need to call 911 for chest pain",
    "I would call 911 for chest pain!",
    "I would call 911 if it's chest pain, and it's been an hour",
    "when I have chest pain I call 911 now",
    "my dad has chest pain, I would call 911",
    "I would call 911 for chest pain like I have",
    "if I have chest pain I call 911, my arm is numb",
]


@pytest.fixture(scope="module")
def screen(library):
    signs = library.signs.values()
    return Screen({s.id: s.patterns for s in signs}, {s.id: s.level for s in signs}, library.cues)


@pytest.fixture
def is_said_back(screen):
    return lambda text, lesson=LESSON: says_back(text, lesson, screen.mentions, lambda part: not screen.find(part))


@pytest.mark.parametrize("text", SAID_BACK)
def test_signs_of_the_lesson_said_back_are_no_alarm(is_said_back, text):
    assert is_said_back(text)


@pytest.mark.parametrize("text", REPORTED)
def test_whatever_may_be_a_report_is_judged_as_ever(is_said_back, text):
    assert not is_said_back(text)


@pytest.mark.parametrize("text", SAID_BACK)
def test_signs_that_the_lesson_does_not_speak_of_are_judged_as_ever(is_said_back, text):
    other = lesson_of({"title": "Rest", "points": [{"point": "Rest when you are tired.", "heard_as": ["sleep"]}]})

    assert not is_said_back(text, other)


def test_a_sign_is_mentioned_whether_it_is_reported_or_not(screen):
    assert "em-chest-pain" in screen.mentions("no chest pain last year") and not screen.mentions("what is sunitinib")


@pytest.mark.parametrize("waiting", [None, {}])
def test_without_a_lesson_there_is_nothing_to_say_back(waiting):
    assert lesson_of(waiting) is None
