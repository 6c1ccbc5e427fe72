"""Whole turns through the trained model: understanding, rules and actions together."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from answers.audit import Audit


@pytest.mark.parametrize(
    "text, address",
    [
        ("what are the side effects of sutent", "drug/sunitinib#side-effects"),
        ("what does T4 mean", "staging/tnm"),
        ("can they just freeze the tumor", "treatment/ablation"),
        ("how long do I have", "outlook/"),
        ("what is nivolumab", "drug/nivolumab#overview"),
    ],
)
def test_a_question_gets_its_answer(talk, text, address):
    texts, turn = talk(text)

    assert turn["outcome"] == "answer"
    assert any(given.startswith(address) for given in turn["answers"] + turn["offered"])
    assert texts


def test_blood_in_the_urine_is_answered_or_sent_to_the_team(talk):
    _, turn = talk("is blood in my pee bad")

    assert turn["outcome"] == "urgent" or turn["answers"][0].startswith("symptom/blood-in-urine")


def test_an_emergency_is_answered_with_the_number_first(talk, library):
    texts, turn = talk("i have chest pain and cant breathe")

    assert turn["outcome"] == "emergency"
    assert library.clinic.emergency in texts[0]


def test_a_crisis_is_answered_with_the_line(talk, library):
    texts, turn = talk("i want to kill myself")

    assert turn["outcome"] == "crisis" and any(library.clinic.crisis in text for text in texts)


def test_a_follow_up_keeps_the_topic(talk):
    talk("what is cabozantinib")
    _, turn = talk("and the side effects?")

    assert turn["answers"] == ["drug/cabozantinib#side-effects"]


def test_advice_is_declined_with_the_related_facts(talk):
    _, turn = talk("should i skip my sutent tomorrow because my hands hurt")

    assert turn["outcome"] == "personal-advice" and turn["offered"]
    assert all(address.startswith("drug/sunitinib") for address in turn["answers"])


def test_a_button_brings_what_it_promised(talk):
    _, turn = talk('/choose{"address": "drug/axitinib#self-care"}')

    assert turn["answers"] == ["drug/axitinib#self-care"]


def test_a_button_to_nowhere_is_answered_kindly(talk, library):
    texts, turn = talk('/choose{"address": "drug/nothing#overview"}')

    assert turn["answers"] == [] and library.clinic.nurse_line in " ".join(texts)


def test_a_report_says_what_an_answer_rests_on(talk, library):
    _, turn = talk("what are the side effects of pazopanib")
    section = library.section(turn["answers"][0])

    assert turn["facts"] == list(section.facts) and turn["content"] == library.hash(section)
    assert turn["review"] == library.review(section)


def test_the_guide_says_it_is_a_program(talk):
    texts, turn = talk("are you a robot?")

    assert turn["outcome"] == "small-talk" and "computer program" in " ".join(texts)


def test_repeat_says_it_again(talk):
    talk("hello")
    first, _ = talk("what is immunotherapy")
    again, turn = talk("please repeat that")

    assert turn["outcome"] == "control" and again[0] == first[0]


def test_forget_me_leaves_nothing(talk, agent, loop):
    talk("what is immunotherapy", sender="one-to-forget")
    talk("delete my data", sender="one-to-forget")

    assert loop.run_until_complete(agent.tracker_store.retrieve("one-to-forget")) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("a" * 100_000, id="100000"),
        pytest.param("help me " * 1_400, id="11200"),
        pytest.param("\x00\x01\x02", id="control"),
        pytest.param("😭😭😭", id="emoji"),
        pytest.param("私は腎臓がんです", id="script"),
        pytest.param("<script>alert(1)</script> what is T4", id="html"),
        pytest.param("{{ 7*7 }} {% for x in y %} ${HOME} {topic}", id="jinja"),
        pytest.param("/report_crisis", id="command"),
        pytest.param("' OR 1=1; drop table events; --", id="sql"),
        pytest.param(None, id="none"),
    ],
)
def test_bad_input_gets_a_kind_reply(talk, text):
    texts, turn = talk(text)

    assert texts and turn["outcome"]
    assert not any("49" in said or "Traceback" in said for said in texts)


def test_fifty_messages_at_once_are_all_answered(loop, agent):
    import asyncio

    from assistant.talk import say

    async def all_at_once():
        return await asyncio.gather(*(say(agent, "hasty", f"what is T{n % 4}", channel="rest") for n in range(50)))

    heard = loop.run_until_complete(all_at_once())

    assert len(heard) == 50 and all(replies[-1]["custom"]["turn"]["outcome"] for replies in heard)


def test_no_word_of_a_person_is_logged(talk, caplog, capfd):
    import logging

    from assistant.quiet import mute_words

    mute_words()
    with caplog.at_level(logging.INFO):
        talk("my secret aunt zorblatt takes sutent")
    out, err = capfd.readouterr()

    assert "zorblatt" not in caplog.text + out + err


def test_a_turn_leaves_an_audit_line_that_shows_what_was_said(talk, library):
    texts, turn = talk("what are the side effects of sutent, asks xylophone")
    audit = Audit(Path(os.environ["GUIDE_AUDIT"]))
    _, line = list(audit.entries())[-1]

    assert [message["text"] for message in audit.said(line)] == texts
    assert line["answers"][0]["hash"] == turn["content"] and audit.problems() == []
    assert not any("xylophone" in path.read_text() for path in audit.folder.rglob("*") if path.is_file())


def test_an_answer_that_is_stopped_says_so_and_whom_to_call(talk, library, monkeypatch):
    stopped = replace(library, stops={"drug/sunitinib#side-effects": "a recall"})
    monkeypatch.setattr("actions.settings.library", lambda: stopped)
    talk("hello")
    texts, turn = talk("what are the side effects of sutent")

    assert texts[0] == library.notice("being-updated").split("\n\n")[0]
    assert turn["answers"] == [] and "drug/sunitinib#side-effects" not in turn["offered"]


def test_two_questions_in_one_message_are_each_answered(talk):
    _, turn = talk("what is cabozantinib and what are the side effects of sunitinib")

    assert turn["answers"] == ["drug/cabozantinib#overview", "drug/sunitinib#side-effects"]


def test_a_sign_told_in_two_messages_raises_the_alarm(talk):
    _, first = talk("my chest feels tight")
    _, second = talk("and now i cant get my breath")

    assert "emergency" in (first["outcome"], second["outcome"])


def test_the_reading_about_someone_else_is_kept(talk, agent, loop, request):
    talk("can my dad eat grapefruit with cabozantinib")
    talk("and the side effects?")
    tracker = loop.run_until_complete(agent.tracker_store.retrieve(request.node.nodeid))

    assert tracker.get_slot("about") == "father"


def test_what_was_not_answered_is_left_to_the_editors(talk, monkeypatch, tmp_path):
    from actions import settings
    from answers.ledger import Ledger

    ledger = Ledger(tmp_path / "unanswered.jsonl")
    monkeypatch.setattr(settings, "ledger", lambda: ledger)
    talk("who won the football cup in Zagreb last night")

    (entry,) = ledger.entries()
    assert entry.outcome == "out-of-scope" and "zagreb" not in entry.words


@pytest.mark.parametrize("text, said", [("what can you do", "sources"), ("please stop now", "stop here")])
def test_the_guide_can_be_asked_what_it_does_and_to_stop(talk, text, said):
    texts, turn = talk(text)

    assert turn["outcome"] == "control" and said in " ".join(texts)
