"""The first sentence of `when-to-call` can stand alone."""

from __future__ import annotations

import pytest

from answers import Library
from answers.checks.call_line import check, faults

NOW = "Call your local emergency number (911 in the US) now for"
CAUGHT = [
    pytest.param("Bleeding needs help at once.", "action", id="a need, no doing"),
    pytest.param("Chest pain is an emergency right now.", "action", id="no action"),
    pytest.param("Call your cancer team about diarrhea or a rash.", "how soon", id="no level"),
    pytest.param("Ask your team how long it is safe to wait.", "how soon", id="no level, ask"),
    pytest.param("Call your cancer team the same day for any of the signs below.", "elsewhere", id="signs below"),
    pytest.param("Call your team today if you get one of these signs.", "elsewhere", id="these signs"),
    pytest.param("Call your local emergency number now for:", "elsewhere", id="an open list"),
    pytest.param("Call today for anything listed here.", "elsewhere", id="listed here"),
    pytest.param(
        f"{NOW} chest pain, trouble breathing, fainting, confusion, seizures or any bleed.", "words", id="long"
    ),
]
LEFT = [
    f"{NOW} chest pain or severe trouble breathing.",
    "Call your cancer team the same day if you cannot keep fluids down.",
    "Call the hospice now, day or night, when a change worries you.",
    "Stop, and call your local emergency number now, for sudden breathlessness.",
    "Tell your team at your next visit about any color change in your hair.",
    "Ask your team right away how long it is safe to wait.",
    "Call your cancer team today for a temperature above 100.4°F (38°C).",
    "Call your team the same day for oxygen readings below 90.",
    "Call {{ clinic.emergency }} now for signs like chest pain or collapse.",
]


@pytest.mark.parametrize("line, wrong", CAUGHT)
def test_a_line_that_cannot_stand_alone_is_found(line, wrong):
    assert any(wrong in fault for fault in faults(line))


@pytest.mark.parametrize("line", LEFT)
def test_a_line_with_action_and_level_is_left(line):
    assert list(faults(line)) == []


def test_only_the_first_sentence_is_the_call_line(content):
    path = content / "en/topics/drug/sunitinib.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("## when-to-call\n\n", "## when-to-call\n\nSigns differ. [suni-11] ", 1), "utf-8")

    assert len(list(check(Library.load(content)))) == 2
