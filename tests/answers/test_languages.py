"""A translation says the same as the reference."""

from __future__ import annotations

from pathlib import Path

import pytest

from answers import Library, render
from answers.languages import differences, languages


@pytest.fixture
def spanish(library):
    return Library.load(Path("content"), "es")


def test_the_reference_comes_first(content):
    assert languages(content) == ["en", "es"]


def test_both_languages_say_the_same_addresses(library, spanish):
    assert list(differences(library, spanish)) == []
    assert len(spanish.topics) >= 5 and spanish.notices.keys() == library.notices.keys()


def test_a_translation_nobody_checked_is_a_draft(spanish):
    assert {spanish.review(section) for section in spanish.sections()} == {"draft"}


def test_an_answer_is_spanish_to_its_last_line(spanish):
    text = "\n".join(render(spanish, "drug/sunitinib#side-effects"))

    assert "Siguiente paso:" in text and "Fuentes:" in text and "Next step" not in text


def test_what_a_translation_lacks_is_told(library, content):
    topic = content / "es/topics/drug/sunitinib.md"
    text = topic.read_text()
    topic.write_text(text[: text.index("## side-effects")])
    (content / "es/notices/urgent.md").unlink()
    told = [str(problem) for problem in differences(library, Library.load(content, "es"))]

    assert any('sunitinib.md:1: "side-effects" stands in one language only' in line for line in told)
    assert any("urgent.md:1: this notice stands in one language only" in line for line in told)
