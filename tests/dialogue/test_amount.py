"""Ask before telling: figures of survival come only to somebody who said how much they want to know."""

from __future__ import annotations

from answers.checks.survival_behind_consent import survival_figures

ASKED = '/choose{"address": "outlook/survival-statistics#evidence"}'


def figures(texts):
    told = [text for text in texts if not text.startswith("Sources:")]
    return [sentence for text in told for sentence in survival_figures(text)]


def test_no_figure_is_told_before_it_is_asked_how_much(talk):
    texts, _ = talk(ASKED)

    assert figures(texts) == []
    assert any("How much would you like to know?" in text for text in texts)


def test_with_numbers_the_figures_come(talk):
    talk(ASKED)
    texts, turn = talk("/want_numbers")

    assert figures(texts) and turn["answers"] == ["outlook/survival-statistics#evidence"]


def test_in_words_no_figure_comes_and_it_is_remembered(talk):
    talk(ASKED)
    texts, _ = talk("/want_words")
    again, _ = talk(ASKED)

    assert figures(texts + again) == []
    assert not any("How much would you like to know?" in text for text in again)


def test_not_now_is_honoured_in_answers_and_in_choices(speak_whole):
    speak_whole("/want_nothing_of_it")
    replies = speak_whole('/choose{"address": "outlook/curability#overview"}')
    payloads = [b["payload"] for reply in replies for b in reply.get("buttons") or ()]
    held = speak_whole(ASKED)

    assert not [payload for payload in payloads if "survival-statistics" in payload or "prognosis" in payload]
    assert held[-1]["custom"]["turn"]["answers"] == []


def test_it_can_be_changed_at_any_time(talk):
    talk("/want_nothing_of_it")
    talk(ASKED)
    texts, _ = talk("/want_numbers")
    more, _ = talk(ASKED)

    assert figures(texts + more)


def test_figures_of_survival_for_clinicians_wait_as_well(talk):
    talk('/choose{"address": "drug/nivolumab#evidence"}')
    texts, _ = talk("for clinicians please")
    assert not any("OS" in text.split() for text in texts)

    texts, _ = talk("/want_numbers")
    assert any("OS" in text.split() for text in texts)


def test_sentences_are_left_out_whole(library):
    from answers.outlook import in_words

    section = library.section("drug/nivolumab#evidence")
    left = in_words(section, "clinician", section.clinician, library)

    assert "OS" not in left.split() and "CheckMate" in left
    assert "[" not in left and not any(line in ("-", "*") for line in left.splitlines())
