"""Every answer in every layout: words, next step, sources, review mark, disclaimer."""

from __future__ import annotations

import pytest

from answers.environment import html_environment
from answers.render import layouts, render
from answers.words import CITATION, plain


def test_a_chat_answer_ends_with_sources_mark_and_disclaimer(library):
    *_, last = render(library, "drug/sunitinib#side-effects")

    assert "Sources:" in last and "Checked against its sources" in last
    assert last.endswith(library.disclaimer("drug"))


@pytest.mark.parametrize("layout", layouts())
def test_every_section_renders_in_every_layout(library, layout):
    broken = []
    for section in library.sections():
        words = "\n".join(render(library, section.address, layout=layout))
        step = plain(section.next_step)
        if CITATION.search(words) or (not layout.endswith(".html") and step not in words):
            broken.append(section.address)

    assert broken == []


def test_a_question_list_is_shown_whole(library):
    text = render(library, "drug/sunitinib#questions-to-ask")[0]

    assert text.count("\n- ") >= 3


def test_html_escapes_what_it_is_given():
    template = html_environment().from_string("<p>{{ words }}</p>")

    assert template.render(words="<script>") == "<p>&lt;script&gt;</p>"


def test_an_answer_says_when_to_call(library):
    answer = render(library, "drug/sunitinib#overview")[0]

    assert "call" in answer.lower()
