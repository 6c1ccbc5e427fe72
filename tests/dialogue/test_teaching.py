"""Teach-back and scripts."""

from __future__ import annotations

import pytest

from actions.teaching import is_question, lesson_of, named_script
from answers.checks.survival_behind_consent import survival_figures
from answers.outlook import WORDS
from answers.words import plain, sentences


def test_what_was_said_back_is_told_and_the_rest_said_again(talk, library):
    talk("what is sunitinib")
    talk("/check_understanding")
    points = [point["point"] for point in lesson_of(library, "drug/sunitinib#overview")["points"]]
    texts, _ = talk(points[0])

    assert any(points[0] in text for text in texts if text.startswith("Yes"))
    assert any(text.startswith(("This part", "Here it is once more")) for text in texts)


def test_a_missing_point_of_a_section_is_said_in_other_words_and_then_in_its_own(talk, library):
    address = "living/pain-control#what-to-expect"
    points = lesson_of(library, address)["points"]
    otherwise = [line for point in points for line in point["again"]]
    talk(f'/choose{{"address": "{address}"}}')
    talk("/check_understanding")
    first, _ = talk("something about my garden")
    second, _ = talk("my dog is called rex")

    assert otherwise and all(any(line in text for text in first) for line in otherwise)
    assert all(any(point["point"] in text for text in second) for point in points)


def test_words_for_which_there_are_no_others_are_said_to_be_the_same(talk, library):
    talk('/choose{"address": "drug/sunitinib#when-to-call"}')
    talk("/check_understanding")
    texts, _ = talk("something about my garden")

    assert any(text.startswith("Here it is once more, in the same words") for text in texts)


def test_the_first_step_of_a_script_is_mended_in_the_words_of_its_mend(talk, library):
    step = library.scripts["starting-immunotherapy"].steps[0]
    talk('/start_script{"script": "starting-immunotherapy"}')
    texts, _ = talk("something about my garden")

    assert any(plain(sentence) in text for sentence in sentences(library.fill(step.mend)) for text in texts)


@pytest.mark.parametrize("words", ["skip", "skip this", "/skip", "/skip_step", "no"])
def test_a_lesson_is_left_kindly_and_nothing_waits(talk, library, tracker, words):
    talk("what is sunitinib")
    talk("/check_understanding")
    texts, _ = talk(words)

    assert texts == [library.notice("skipped")]
    assert tracker().get_slot("asked") is None and tracker().get_slot("teach_back") is None


@pytest.mark.parametrize("words", ["skip", "/skip"])
def test_a_lesson_beside_a_paused_script_goes_back_to_it_where_it_was(talk, tracker, words):
    talk('/start_script{"script": "starting-immunotherapy"}')
    talk("/pause_script")
    talk("what is sunitinib")
    talk("/check_understanding")
    talk(words)

    assert tracker().get_slot("asked") == "script" and tracker().get_slot("script")["paused"]
    assert tracker().get_slot("script")["step"] == 0 and not tracker().get_slot("script")["skipped"]


def test_skip_in_a_lesson_of_a_script_is_its_next_step(talk):
    talk('/start_script{"script": "starting-immunotherapy"}')
    texts, _ = talk("skip")

    assert texts[0].startswith("Step 2 of")


def test_nothing_is_asked_back_that_was_held_back(library):
    address = next(
        section.address
        for section in library.sections()
        if library.topic(section.topic).consent and any(survival_figures(section.brief))
    )
    figures = set(survival_figures(library.section(address).brief))
    points = {point["point"] for point in lesson_of(library, address, WORDS)["points"]}

    assert not figures & points


CALLS = "drug/sunitinib#when-to-call"


@pytest.mark.parametrize(
    "words",
    [
        "I have chest pain now",
        "my chest hurts right now",
        "I would call 911 for chest pain",
        "I need to call 911 for chest pain",
        "I would call 911 if I had chest pain. I do",
        "call 911 as soon as possible, chest pain",
        "I would call 911 but my chest hurts so bad",
        "if I have chest pain I call 911. I have chest pain",
        "I would call 911, I can't breathe",
        "my chest hurts when I breathe, should I call 911",
        "call 911 for chest pain",
    ],
)
def test_what_is_there_now_raises_the_alarm_in_a_lesson_too(talk, tracker, words):
    talk(f'/choose{{"address": "{CALLS}"}}')
    talk("/check_understanding")
    _, turn = talk(words)

    assert turn["outcome"] == "emergency" and tracker().get_slot("asked") == "alarm"


def test_a_lesson_goes_on_when_an_alarm_in_it_is_settled(talk, tracker):
    talk(f'/choose{{"address": "{CALLS}"}}')
    talk("/check_understanding")
    talk("I would call 911 for chest pain")
    talk("/say_it_is_no_emergency")

    assert tracker().get_slot("asked") == "teach_back" and tracker().get_slot("teach_back")


@pytest.mark.parametrize("words", ["Do not stop it on my own", "Can cause diarrhea", "May make me tired"])
def test_an_answer_may_begin_like_a_question(words):
    assert not is_question(words)


@pytest.mark.parametrize("words", ["can I swim", "what is a CT scan", "do they hurt", "it hurts?"])
def test_a_question_needs_no_mark(words):
    assert is_question(words)


def test_the_opposite_is_not_taken_for_it(talk, library):
    talk('/choose{"address": "drug/nivolumab#overview"}')
    talk("/check_understanding")
    texts, _ = talk("It is chemotherapy")

    assert not any("It is not chemotherapy" in text for text in texts if text.startswith("Yes"))


def test_it_ends_after_two_rounds_and_never_grades(talk, tracker):
    talk("what is sunitinib")
    talk("/check_understanding")
    talk("something about my garden")
    texts, _ = talk("my dog is called rex")

    assert tracker().get_slot("asked") is None and tracker().get_slot("teach_back") is None
    assert not any(word in " ".join(texts).lower() for word in ("wrong", "incorrect", "score", "failed"))


def test_a_question_meanwhile_is_answered_and_the_lesson_waits(talk, tracker):
    talk("what is sunitinib")
    talk("/check_understanding")
    _, turn = talk("what is a CT scan?")

    assert turn["answers"][0].startswith("test/ct-scan") and tracker().get_slot("asked") == "teach_back"


def test_every_script_runs_to_its_summary(talk, library, tracker, files):
    for script in library.scripts.values():
        talk(f'/start_script{{"script": "{script.id}"}}')
        for _ in script.steps:
            texts, _turn = talk("/next_step")

        assert any(text.startswith("WHAT WE TALKED ABOUT") for text in texts), script.id
        assert tracker().get_slot("script") is None
    assert files["scripts_told"].read_text().count("\n") == len(library.scripts)


def test_a_paused_script_goes_on_where_it_was(talk):
    talk('/start_script{"script": "starting-immunotherapy"}')
    talk("/next_step")
    talk("/pause_script")
    talk("what is a CT scan")
    texts, _ = talk("/resume_script")

    assert texts[0].startswith("Step 2 of")


def test_back_goes_one_step_back(talk):
    talk('/start_script{"script": "starting-immunotherapy"}')
    talk("/next_step")
    texts, _ = talk("/go_back")

    assert texts[0].startswith("Step 1 of")


def test_a_skipped_step_is_left_for_another_time(talk, library):
    script = next(iter(library.scripts.values()))
    talk(f'/start_script{{"script": "{script.id}"}}')
    talk("/skip_step")
    for _ in script.steps[1:]:
        texts, _turn = talk("/next_step")

    assert any(f"Left for another time: {script.steps[0].title}" in text for text in texts)


@pytest.mark.parametrize("text, asks", [("what is it", True), ("is it safe?", True), ("it slows the cancer", False)])
def test_a_question_is_told_from_an_answer(text, asks):
    assert is_question(text) is asks


def test_each_script_is_found_by_its_title(library):
    scripts = list(library.scripts.values())

    assert [named_script(f"start the script {script.title}", scripts) for script in scripts] == [s.id for s in scripts]
