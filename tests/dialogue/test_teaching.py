"""Teach-back and scripts."""

from __future__ import annotations

import pytest

from actions.teaching import is_question, lesson_of, named_script


def test_what_was_said_back_is_told_and_the_rest_said_again(talk, library):
    talk("what is sunitinib")
    talk("/check_understanding")
    points = [point["point"] for point in lesson_of(library, "drug/sunitinib#overview")["points"]]
    texts, _ = talk(points[0])

    assert any(points[0] in text for text in texts if text.startswith("Yes"))
    assert any(points[1] in text for text in texts if not text.startswith("Yes"))


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
