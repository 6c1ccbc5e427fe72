"""Loading: what is right is served, what is wrong is told with its place, all at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers import ContentError, Library, NoAnswer
from answers.library import read_notice_alone

TOPIC = "en/topics/drug/sunitinib.md"


def problems(content):
    with pytest.raises(ContentError) as caught:
        Library.load(content)
    return [str(problem) for problem in caught.value.problems]


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_all_topics_of_the_taxonomy_are_there(library):
    assert len(library.topics) >= 112


@pytest.mark.parametrize(
    "old, new, message",
    [
        pytest.param(
            "misspellings:", "mispellings:", 'unknown field "mispellings"; did you mean "misspellings"?', id="field"
        ),
        pytest.param(
            "## side-effects",
            "## side-effect",
            'unknown aspect "side-effect"; did you mean "side-effects"?',
            id="aspect",
        ),
        pytest.param("[suni-01", "[sumi-01", 'cites an unknown fact "sumi-01"; did you mean', id="fact"),
        pytest.param(
            "### Next step", "### Next stp", 'unknown heading "Next stp"; did you mean "Next step"?', id="heading"
        ),
        pytest.param(
            "treatment/targeted-therapy",
            "treatment/targetted-therapy",
            'did you mean "treatment/targeted-therapy"?',
            id="related",
        ),
        pytest.param("review: 2026", "review: soon 2026", "is not a date", id="date"),
    ],
)
def test_an_error_names_file_line_and_what_was_meant(content, old, new, message):
    edit(content / TOPIC, old, new)

    told = problems(content)

    assert any(line.startswith("content/en/topics/drug/sunitinib.md:") and message in line for line in told)


def test_every_error_is_told_at_once(content):
    edit(content / TOPIC, "misspellings:", "mispellings:")
    edit(content / "en/topics/drug/pazopanib.md", "## overview", "## overveiw")
    edit(content / "clinic.yml", "country: US", "country: UX")

    files = {line.partition(":")[0] for line in problems(content)}

    assert files == {
        "content/en/topics/drug/sunitinib.md",
        "content/en/topics/drug/pazopanib.md",
        "content/clinic.yml",
    }


def test_braces_in_a_section_are_an_error_unless_a_placeholder(content):
    edit(content / TOPIC, "## overview\n\n", "## overview\n\n{{ config.items() }} ")

    assert any('"{{ config.items() }}" is no placeholder' in line for line in problems(content))


def test_a_clinic_placeholder_is_filled_in(content):
    edit(content / TOPIC, "## overview\n\n", "## overview\n\nCall {{ clinic.emergency }}: ")

    library = Library.load(content)

    assert "Call 911:" in library.fill(library.section("drug/sunitinib#overview").brief)


def test_a_notice_that_asks_for_an_unknown_value_is_an_error(content):
    edit(content / "en/notices/failure.md", "{{ clinic.emergency }}", "{{ clinic.emergancy }}")

    assert any(
        'unknown placeholder "clinic.emergancy"; did you mean "emergency"?' in line for line in problems(content)
    )


def test_another_country_brings_its_numbers(content):
    edit(content / "clinic.yml", "country: US", "country: GB")

    assert "999" in Library.load(content).notice("failure")


def test_an_unknown_address_says_what_was_meant(library):
    with pytest.raises(NoAnswer, match='did you mean "drug/sunitinib"'):
        library.section("drug/sunitinb#overview")


def test_a_section_with_a_recalled_fact_is_a_draft(library):
    drafts = [section for section in library.sections() if library.review(section) == "draft"]

    assert drafts and all(any(not f.is_verified for f in library.facts_of(s)) for s in drafts)


def test_the_hash_changes_with_the_words(library, content):
    before = library.hash(library.section("drug/sunitinib#overview"))
    edit(content / TOPIC, "## overview\n\n", "## overview\n\nWell: ")
    changed = Library.load(content)

    assert changed.hash(changed.section("drug/sunitinib#overview")) != before


def test_a_clinics_numbers_may_be_written_without_quotes(content):
    edit(content / "clinic.yml", "only_signed: false", "only_signed: false\nnumbers: {emergency: [999, 112]}")

    assert Library.load(content).clinic.emergency == "999 or 112"


def test_a_number_that_is_no_list_is_told(content):
    edit(content / "clinic.yml", "only_signed: false", "only_signed: false\nnumbers: {emergency: 999}")

    assert any('"numbers: emergency" is not a list' in line for line in problems(content))


def test_a_notice_read_alone_is_the_librarys_own(library, content):
    assert read_notice_alone(content, "en", "failure") == library.notice("failure")


def test_a_notice_read_alone_tells_what_is_wrong(content):
    edit(content / "clinic.yml", "country: US", "country: USA")

    with pytest.raises(ContentError, match='unknown country "USA"'):
        read_notice_alone(content, "en", "failure")


def test_a_library_with_another_section_has_another_hash(library):
    section = library.section("drug/sunitinib#overview")
    before = library.hash(section)
    other = replace(section, brief="Other words. [suni-01]")
    topic = replace(library.topic("drug/sunitinib"), sections={"overview": other})

    assert replace(library, topics={topic.id: topic}).hash(other) != before
