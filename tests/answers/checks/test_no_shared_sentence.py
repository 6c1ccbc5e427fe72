"""No two sections say the same sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers.checks.no_shared_sentence import copies
from answers.topic import Section


def section(aspect: str, brief: str, more: str = "", clinician: str = "", next_step: str = "Ask.") -> Section:
    return Section("drug/x", aspect, brief, more, clinician, next_step, 1)


SAID = "It does not treat the cancer itself."
CAUGHT = [
    pytest.param(f"{SAID} [suni-01]", id="same"),
    pytest.param("It does not treat the cancer itself.", id="no fact"),
    pytest.param(f"It is a shot. [a-1] {SAID} [zol-01, zol-02]", id="second sentence"),
    pytest.param(f"You hear:\n\n- {SAID} [suni-01]", id="list item"),
    pytest.param("It DOES not treat the cancer itself! [suni-01]", id="case and mark"),
    pytest.param("It does not treat, the cancer, itself. [suni-01]", id="commas"),
    pytest.param("It does not\ntreat the cancer itself. [suni-01]", id="line break"),
]
LEFT = [
    pytest.param("The shot does not treat the cancer itself. [suni-01]", id="one word more"),
    pytest.param("It does not treat the cancer. [suni-01]", id="one word less"),
    pytest.param("It can treat the cancer itself. [suni-01]", id="other claim"),
    pytest.param("Call your local emergency number now for:", id="lead-in"),
    pytest.param("Feeling very tired. [suni-01]", id="short"),
    pytest.param("High blood pressure. [suni-01]", id="short item"),
    pytest.param("It is held for about 15 months. [suni-01]", id="other figure"),
]
FIRST = section(
    "overview",
    f"{SAID} [deno-15] Feeling very tired. [suni-01]",
    "High blood pressure. [suni-01] Call your local emergency number now for:\n\n- It is held for about 16 months.",
)


@pytest.mark.parametrize("block", ["brief", "more", "clinician"])
@pytest.mark.parametrize("text", CAUGHT)
def test_a_repeated_sentence_is_found(text, block):
    other = section("benefit", **{"brief": "A pill. [a-1]", block: text})

    assert len(list(copies([FIRST, other]))) == 1


@pytest.mark.parametrize("text", LEFT)
def test_what_differs_or_is_short_is_left(text):
    assert list(copies([FIRST, section("benefit", text)])) == []


def test_what_is_included_is_no_copy():
    first, second = (
        replace(section(aspect, SAID), shared=(f"{SAID} [deno-15]",)) for aspect in ("overview", "benefit")
    )

    assert list(copies([first, second])) == []
    assert len(list(copies([section("overview", SAID), section("benefit", SAID), first]))) == 1


def test_a_section_knows_what_it_includes(library):
    assert any("[em-perforation]" in text for text in library.section("drug/pazopanib#when-to-call").shared)


def test_a_next_step_may_be_the_same():
    assert list(copies([section("a", "X. [a-1]", next_step=SAID), section("b", "Y. [a-1]", next_step=SAID)])) == []


def test_a_copy_is_told_with_the_section_that_says_it_first():
    ((first, second, sentence),) = copies([FIRST, section("benefit", f"{SAID} [deno-15]")])

    assert (first.aspect, second.aspect, sentence) == ("overview", "benefit", SAID)
