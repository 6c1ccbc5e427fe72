"""Grade 8 at most, medicine and test names taken out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers.checks.reading_grade import MOST, check
from answers.readability import count_syllables, grade
from answers.topic import Section


def section(text: str, more: str = "") -> Section:
    return Section("drug/sunitinib", "overview", text, more, "", "Ask your team.", 7)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Cytoreductive nephrectomy necessitates careful multidisciplinary evaluation.", id="jargon"),
        pytest.param("Complementary therapies include relaxation, meditation and acupuncture.", id="long words"),
        pytest.param("Evidence is insufficient to recommend dietary interventions.", id="insufficient"),
        pytest.param("Treatment is individualized according to functional status and comorbidity.", id="noun chain"),
        pytest.param("Immunotherapy toxicities occasionally necessitate hospitalization.", id="toxicities"),
        pytest.param("Addiction is uncommon with appropriate analgesic utilization.", id="uncommon"),
    ],
)
def test_a_hard_text_is_above_the_limit(library, text):
    assert grade(library, section(text)) > MOST


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sunitinib is a pill that slows the blood supply to the cancer.", id="a name and plain words"),
        pytest.param("Nivolumab takes a brake off your immune system.", id="brake"),
        pytest.param("Cabozantinib or pembrolizumab or everolimus or temsirolimus.", id="names only"),
        pytest.param("Ask before you take ibuprofen. It can hurt your kidneys.", id="ibuprofen"),
        pytest.param("Call your team today if you go 4 or more times a day more than usual.", id="call"),
        pytest.param("Magnetic resonance imaging shows if the cancer has spread.", id="test name"),
    ],
)
def test_a_plain_text_is_below_it(library, text):
    assert grade(library, section(text)) <= MOST


def test_names_of_other_topics_are_taken_out_too(library):
    named = section("Some people have pembrolizumab, and some have a bone scan.")
    plain = section("Some people have it, and some have one.")

    assert grade(library, named) <= grade(library, plain) + 1


@pytest.mark.parametrize("language, found", [("en", 1), ("es", 0)])
def test_a_hard_section_is_a_problem_in_english(library, language, found):
    topic = library.topics["drug/sunitinib"]
    hard = section("Individualized multidisciplinary evaluation necessitates considerable deliberation. [a-1]")
    only = replace(library, language=language, topics={topic.id: replace(topic, sections={"overview": hard})})
    problems = list(check(only))

    assert len(problems) == found and all('"multidisciplinary"' in problem.message for problem in problems)


@pytest.mark.parametrize(
    "word, count",
    [
        *[("about", 2), ("any", 2), ("study", 2), ("medicine", 3), ("medicines", 3), ("emergency", 4), ("area", 3)],
        *[("immunotherapy", 6), ("chemotherapy", 5), ("urine", 2), ("anemia", 4), ("diarrhea", 4), ("usual", 3)],
        *[("treated", 2), ("stopped", 1), ("needed", 2), ("changes", 2), ("takes", 1), ("little", 2), ("people", 2)],
        *[("headache", 2), ("something", 2), ("tiredness", 3), ("supplement", 3), ("serious", 3), ("special", 2)],
        *[("radiation", 4), ("fluid", 2), ("guide", 1), ("hours", 2), ("eyes", 1), ("the", 1), ("CT", 2), ("MRI", 3)],
    ],
)
def test_syllables_are_counted_as_spoken(word, count):
    assert count_syllables(word) == count
