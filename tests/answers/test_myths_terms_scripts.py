"""False premises, words and nurse scripts: whole, and held against the rest of the store."""

from __future__ import annotations

import pytest

from answers import ContentError, Library


def problems(content):
    with pytest.raises(ContentError) as error:
        Library.load(content)
    return str(error.value).splitlines()


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_store_has_enough_of_each(library):
    assert len(library.myths) >= 40 and len(library.terms) >= 150 and len(library.scripts) == 8


@pytest.mark.parametrize(
    "file, old, new, message",
    [
        pytest.param("myths/stage-4-of-10.md", "says:", "say:", 'unknown field "say"; did you mean "says"?', id="myth"),
        pytest.param("myths/stage-4-of-10.md", "### Next step", "### Next", 'unknown heading "Next"', id="heading"),
        pytest.param("myths/stage-4-of-10.md", "[stg-st-01", "[stg-xx-01", "cites an unknown fact", id="myth-fact"),
        pytest.param("glossary.yml", "  say: ", "  sya: ", 'unknown field "sya"; did you mean "say"?', id="term"),
        pytest.param(
            "glossary.yml", "disease/kidney-cancer#overview", "disease/x#overview", "nothing is filed", id="more"
        ),
        pytest.param("scripts/red-flags.yml", "watch_for:", "watchfor:", '"watchfor"; did you mean', id="script"),
    ],
)
def test_a_problem_is_told_with_what_was_meant(content, file, old, new, message):
    edit(content / "en" / file, old, new)

    assert any(line.startswith(f"content/en/{file}:") and message in line for line in problems(content))


def test_two_terms_do_not_share_a_form(library):
    forms = [form.lower() for term in library.terms.values() for form in dict.fromkeys(f.lower() for f in term.forms)]

    assert len(forms) == len(set(forms))


def test_a_meaning_is_one_short_sentence(library):
    long = [term.id for term in library.terms.values() if len(term.meaning.split()) > 20]

    assert long == []


def test_a_script_includes_sections_and_copies_none(library):
    briefs = {sentence for section in library.sections() for sentence in [section.brief.split(" [")[0]]}
    copied = [s.id for s in library.scripts.values() for step in s.steps if step.say in briefs]

    assert copied == []


def test_every_step_can_be_checked_and_mended(library):
    thin = [
        f"{script.id}/{step.title}"
        for script in library.scripts.values()
        for step in script.steps
        if not (step.key_points and step.heard_as and step.facts and all(p.heard_as for p in step.key_points))
    ]

    assert thin == []
