"""Follow-ups: what was talked of last is known, and a choice can be made by its number."""

from __future__ import annotations

import pytest


def test_a_comparison_gives_the_facts_of_both_and_recommends_none(talk):
    texts, turn = talk("sunitinib or pazopanib?")

    assert {address.partition("#")[0] for address in turn["answers"]} == {"drug/sunitinib", "drug/pazopanib"}
    assert "cancer team" in texts[1]


def test_the_other_one_is_the_topic_before(talk):
    talk("what is sunitinib")
    talk("what is pazopanib")
    _, turn = talk("what about the other one")

    assert turn["answers"] == ["drug/sunitinib#overview"]


def test_why_is_answered_with_how_it_works(talk):
    talk("what are the side effects of sunitinib")
    _, turn = talk("why")

    assert turn["answers"] == ["drug/sunitinib#how-it-works"]


def test_a_word_is_explained_from_the_glossary(talk, library):
    talk("what is nivolumab")
    texts, _ = talk("what does that word mean")

    assert any(text.startswith(f"**{term.term}**") for text in texts for term in library.terms.values())


def test_a_number_presses_the_button_with_that_number(speak_whole):
    replies = speak_whole("what is sunitinib")
    buttons = [button for reply in replies for button in reply.get("buttons") or ()]
    picked = speak_whole("2")

    assert picked[-1]["custom"]["turn"]["answers"] == [_address(buttons[1])]


@pytest.mark.parametrize("words", ["9", "option 7"])
def test_a_number_without_a_choice_says_so(talk, words):
    texts, turn = talk(words)

    assert turn["outcome"] == "control" and "no choice with that number" in " ".join(texts)


def test_a_welcome_comes_once(talk):
    first, _ = talk("what is sunitinib")
    second, _ = talk("what is pazopanib")

    assert first[0].startswith("I'm the Kidney Cancer Guide") and not second[0].startswith("I'm the Kidney")


def test_a_slot_set_long_ago_is_still_known(talk, tracker):
    """The history in memory is bounded; what was set before it begins must not be lost to the actions."""
    talk("add to my list: can I fly in May")
    for _ in range(12):
        talk("what is sunitinib")
    texts, _ = talk("/show_list")

    assert "can I fly in May" in texts[0]
    assert tracker().get_slot("greeted_on")


def test_who_is_asking_is_asked_once(talk):
    talk("what is sunitinib")
    second, _ = talk("what is pazopanib")
    talk("/skip")
    third, _ = talk("what is axitinib")

    assert any("who are you asking for" in text for text in second)
    assert not any("who are you asking for" in text for text in third)


def test_the_wording_follows_the_person_it_is_about_and_the_facts_do_not(talk, library):
    texts, turn = talk("what are the side effects of sunitinib for my dad")

    assert any("your father" in text for text in texts)
    assert turn["facts"] == list(library.section(turn["answers"][0]).facts)


def test_a_he_is_the_father_talked_of_before_and_that_is_said_once(talk, tracker):
    talk("what are the side effects of sunitinib for my dad")
    texts, _ = talk("what can he eat")

    assert tracker().get_slot("about") == "father"
    assert not any(text.startswith("I understand that this is about") for text in texts)


def test_a_she_is_not_the_father_talked_of_before(talk, tracker):
    talk("what are the side effects of sunitinib for my dad")
    talk("what can she eat")

    assert tracker().get_slot("about") == "someone"


def test_to_ask_for_something_makes_nobody_the_patient(talk, tracker):
    talk("what are the side effects of sunitinib for my dad")
    talk("can you tell me what he can eat")
    talk("check if i got it")

    assert tracker().get_slot("about") == "father"


@pytest.mark.parametrize("words, who", [("my dad", "relative"), ("my patient", "nurse"), ("the patient", None)])
def test_whom_somebody_asks_for_tells_who_asks(talk, tracker, words, who):
    talk(f"what are the side effects of sunitinib for {words}")

    assert tracker().get_slot("who") == who


def test_who_asks_is_not_asked_where_it_is_known_and_can_be_changed(talk, tracker):
    talk("what are the side effects of sunitinib for my dad")
    second, _ = talk("what is pazopanib")
    assert not any("who are you asking for" in text for text in second)

    talk("/say_i_am_nurse")
    assert tracker().get_slot("who") == "nurse"


@pytest.mark.parametrize(
    "word, intent", [("más simple", "ask_for_simpler"), ("fuentes", "ask_for_sources"), ("más", "ask_for_more")]
)
def test_a_spanish_word_steers(talk, tracker, word, intent):
    talk("what is sunitinib")
    talk(word)

    assert tracker().latest_message.intent["name"] == intent


def _address(button):
    import json

    return json.loads(button["payload"].removeprefix("/choose"))["address"]


def test_a_team_is_named_after_a_father_and_not_after_somebody(talk):
    fathers, _ = talk("my dad takes sunitinib, what are its side effects")
    somebodys, _ = talk("what are the side effects of sunitinib for him", sender="about somebody")

    assert "your father" in " ".join(fathers) and "you ask for's" not in " ".join(somebodys)
