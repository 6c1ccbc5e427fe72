"""Plain words: a hard one stands only with its plain form, or taught."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from answers.checks.words_to_avoid import PLAIN, check, hard_words
from answers.topic import Section


@pytest.mark.parametrize(
    "text, word",
    [
        pytest.param("The scan found new metastases. [a-1]", "metastases", id="metastases"),
        pytest.param("A renal doctor can help.", "renal", id="renal"),
        pytest.param("The lesion is small.", "lesion", id="lesion"),
        pytest.param("It delays progression.", "progression", id="progression"),
        pytest.param("Many had a complete response.", "complete response", id="response"),
        pytest.param("Pneumonitis is less common.", "pneumonitis", id="capital"),
        pytest.param("Tell your team about hypertension.", "hypertension", id="hypertension"),
        pytest.param("The drug can harm the liver.", "drug", id="drug"),
        pytest.param("Bring your medications.", "medications", id="medications"),
        pytest.param("It is given as an IV.", "iv", id="IV"),
        pytest.param("Ask about the scan with contrast.", "contrast", id="contrast"),
        pytest.param("If you feel well, you should walk.", "you should", id="should"),
        pytest.param("He suffers from pain.", "suffers from", id="suffers"),
        pytest.param("People who failed treatment can join.", "who failed", id="failed"),
        pytest.param("They call about anemia each week.", "anemia", id="call about is no teaching"),
        pytest.param("The results are urgent.", "urgent", id="urgent"),
        pytest.param("These pills are kinase inhibitors.", "kinase inhibitors", id="kinase"),
    ],
)
def test_a_word_to_avoid_is_found(text, word):
    assert [found for found, *_ in hard_words(text)] == [word]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Swelling in the lungs (pneumonitis) can follow. [a-1]", id="in brackets"),
        pytest.param("That kind is called renal cell carcinoma.", id="called"),
        pytest.param("Doctors also call it a tyrosine kinase inhibitor.", id="call it"),
        pytest.param("Doctors call sorafenib a multi-kinase inhibitor.", id="call something a"),
        pytest.param("The medical word is dyspnea.", id="the word is"),
        pytest.param('Doctors speak of "remission", not of cure.', id="in quotes"),
        pytest.param("Anemia means low red blood cells.", id="with its plain form"),
        pytest.param("Second-line treatment means the next treatment.", id="next treatment"),
        pytest.param("Ask before you get contrast dye.", id="contrast dye"),
        pytest.param("It suits some people with stage IV cancer.", id="stage IV"),
        pytest.param("Do I need a hepatitis B test?", id="hepatitis B"),
        pytest.param("A body mass index under 25.", id="body mass index"),
        pytest.param("Renal medullary cancer is rare.", id="name of a type"),
        pytest.param("Does the drug maker have a help program?", id="drug maker"),
        pytest.param("Ask which number means you should call.", id="you should call"),
        pytest.param("Ask your team when you should notice relief.", id="when you should"),
        pytest.param("Call the same day too if birth control failed.", id="birth control failed"),
        pytest.param("The person does not wake or respond.", id="respond"),
        pytest.param("Check it with a home blood pressure monitor.", id="monitor at home"),
        pytest.param("Go in straight away for an urgent result.", id="urgent with the action"),
    ],
)
def test_a_word_that_is_taught_or_plain_is_left(text):
    assert list(hard_words(text)) == []


@pytest.mark.parametrize("titles, found", [("Biopsy | Hospice care", 0), ("Hospice care", 1)])
def test_a_word_in_a_title_is_what_the_guide_calls_it(titles, found):
    assert len(list(hard_words("Ask what the biopsies showed.", titles))) == found


def test_the_plain_form_is_offered(library):
    topic = library.topics["symptom/rash"]
    wrong = Section(topic.id, "cause", "Edema can follow. [a-1]", "", "Edema 9%. [a-1]", "Ask.", 7)
    only = replace(library, myths={}, topics={topic.id: replace(topic, sections={"cause": wrong})})
    (problem,) = check(only)

    assert 'write "swelling"' in problem.message


@pytest.mark.parametrize("words", PLAIN)
def test_no_row_has_a_group_of_its_own(words):
    assert re.compile(words).groups == 0
