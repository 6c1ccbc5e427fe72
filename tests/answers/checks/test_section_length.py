"""Sections are short."""

from __future__ import annotations

import pytest

from answers.checks.section_length import faults
from answers.topic import Section

ONE = "It is a pill for kidney cancer. [suni-01]"  # seven words


def section(brief: str, more: str = "", clinician: str = "") -> Section:
    return Section("drug/x", "overview", brief, more, clinician, "Ask.", 1)


def said(times: int) -> str:
    return " ".join([ONE] * times)


def items(count: int) -> str:
    return "\n".join([f"- {ONE}"] * count)


CAUGHT = [
    pytest.param(section(said(4)), "the brief", id="brief of 4"),
    pytest.param(section(f"{ONE}\n\n{said(3)}"), "the brief", id="brief of 4 in 2 paragraphs"),
    pytest.param(section(f"You could hear:\n\n{items(3)}"), "the brief", id="brief with a list"),
    pytest.param(section(said(3), "\n\n".join([said(4)] * 7)), "words", id="224 words"),
    pytest.param(section(ONE, said(2)), "More has", id="More of 14 words"),
    pytest.param(section(ONE, "- A pill. [a-1]\n- A shot. [a-1]"), "More has", id="short list"),
    pytest.param(section(ONE, said(5)), "a paragraph", id="paragraph of 5"),
    pytest.param(section(ONE, f"{said(5)}\n{items(2)}"), "a paragraph", id="paragraph of 5 before a list"),
    pytest.param(section(ONE, f"Signs are:\n\n{items(9)}"), "a list", id="list of 9"),
]
LEFT = [
    pytest.param(section(ONE), id="one sentence"),
    pytest.param(section("You could ask your team:", items(3)), id="lead-in alone"),
    pytest.param(section(said(3), said(4)), id="3 and 4"),
    pytest.param(section(said(3), "\n\n".join([said(4)] * 6)), id="189 words"),
    pytest.param(section(ONE, said(3)), id="More of 21 words"),
    pytest.param(section(ONE, f"{said(4)}\n\n{said(4)}"), id="parted paragraph"),
    pytest.param(section(ONE, f"{said(3)} Signs are:\n\n{items(8)}"), id="list of 8"),
    pytest.param(section(ONE, "", said(12)), id="long for clinicians"),
]


@pytest.mark.parametrize("found, wrong", CAUGHT)
def test_what_is_too_long_or_too_short_is_found(found, wrong):
    assert any(fault.startswith(wrong) or wrong in fault for fault in faults(found))


@pytest.mark.parametrize("short", LEFT)
def test_a_short_section_is_left(short):
    assert list(faults(short)) == []
