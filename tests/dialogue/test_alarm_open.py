"""After an alarm the talk stays in it until it is settled, and then goes back to what was before."""

from __future__ import annotations

import pytest

EMERGENCY = "i have crushing chest pain and my left arm is numb"
CRISIS = "i want to end my life"


def test_the_number_stays_until_help_is_there(talk, library):
    talk(EMERGENCY)
    texts, turn = talk("what is nivolumab")

    assert library.clinic.emergency in texts[0]
    assert turn["answers"] == ["drug/nivolumab#overview"]


def test_no_cheerful_choices_while_an_alarm_is_open(speak_whole):
    speak_whole(EMERGENCY)
    speak_whole("what is nivolumab")
    replies = speak_whole("and the side effects?")
    payloads = [button["payload"] for reply in replies for button in reply.get("buttons") or ()]

    assert not [payload for payload in payloads if payload.startswith("/choose")]


def test_it_asks_once_more_and_not_again(talk):
    talk(EMERGENCY)
    first, _ = talk("what is nivolumab")
    second, _ = talk("what is a CT scan")

    assert any("on its way?" in text for text in first[:2])
    assert not any("on its way?" in text for text in second)


@pytest.mark.parametrize("words", ["ambulance is on its way", "yes", "/say_help_is_coming", "/say_it_is_no_emergency"])
def test_it_is_settled_by_words_and_by_button(talk, library, words):
    talk(EMERGENCY)
    talk(words)
    texts, _ = talk("what is nivolumab")

    assert not texts[0].startswith(f"**If it is still happening, call {library.clinic.emergency}")


def test_no_is_taken_for_no_help(talk, library):
    talk(EMERGENCY)
    texts, turn = talk("no")

    assert turn["outcome"] == "emergency" and library.clinic.emergency in texts[0]


def test_a_crisis_stays_until_the_person_is_safe(talk, library):
    talk(CRISIS)
    texts, _ = talk("what is nivolumab")
    assert library.clinic.crisis in texts[0]

    talk("/say_i_am_safe")
    texts, _ = talk("what is a CT scan")
    assert not texts[0].startswith("I'm still here.")


def test_an_alarm_inside_a_script_goes_back_to_it(talk):
    talk('/start_script{"script": "starting-immunotherapy"}')
    talk(EMERGENCY)
    talk("/say_help_is_coming")
    texts, _ = talk("/next_step")

    assert texts[0].startswith("Step 2 of")


def test_the_question_that_waited_is_answered_when_the_alarm_is_settled(speak_whole, agent, loop, request):
    speak_whole(EMERGENCY)
    tracker = loop.run_until_complete(agent.tracker_store.retrieve(request.node.nodeid))
    tracker.update(_slot("alarm", {**tracker.get_slot("alarm"), "waiting": "drug/axitinib#overview"}))
    replies = speak_whole("/say_help_is_coming")

    assert replies[-1]["custom"]["turn"]["answers"] == ["drug/axitinib#overview"]


def _slot(name, value):
    from rasa.shared.core.events import SlotSet

    return SlotSet(name, value)
