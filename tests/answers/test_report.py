"""The content report: its figures add up, and its page shows all of them safely."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser

import pytest

from answers.__main__ import main
from answers.commands.report import page
from answers.evidence import Fact, Source
from answers.figures import GRADE_LIMIT, SHOWN, share
from answers.report import report_of
from answers.topic import Section, Topic

MADE = datetime.date(2027, 1, 1)
MARKUP = '<b>Aches</b> & "pains"'


@pytest.fixture(scope="module")
def whole(library):
    """The report of the library as it is served."""
    return report_of(library, MADE)


@pytest.fixture(scope="module")
def whole_page(whole):
    """Its page."""
    return page(whole)


@pytest.fixture
def small(library):
    """A library of one topic with two sections, one on a recalled fact; a third fact is cited by nobody."""
    facts = [fact("f-1", "verified"), fact("f-2", "recalled"), fact("f-3", "verified")]
    sections = [section("overview", "It aches. [f-1]"), section("cause", "Nobody knows. [f-1, f-2]")]
    topic = Topic(
        id="symptom/ache",
        path="content/en/topics/symptom/ache.md",
        title=MARKUP,
        names=("ache",),
        misspellings=(),
        related=(),
        review=datetime.date(2026, 12, 2),
        questions={},
        sections={section.aspect: section for section in sections},
    )
    return replace(
        library,
        topics={topic.id: topic},
        facts={fact.id: fact for fact in facts},
        sources={"book": Source("book", "The Book", "Us", "javascript:alert(1)", "")},
        **{name: {} for name in ("signs", "myths", "terms", "scripts", "readings", "signatures")},
    )


def fact(fact_id, confidence):
    return Fact(fact_id, "symptom/ache", "overview", f"Claim of {fact_id}.", ("book",), confidence)


def section(aspect, brief):
    return Section("symptom/ache", aspect, brief, "", "", "Ask your team.", 1)


class Elements(HTMLParser):
    """Collects every start tag of a page with its attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def all(self, *tags):
        return [attributes for tag, attributes in self.found if tag in tags]


def test_each_section_stands_in_one_cell(library, whole):
    cells = [cell for family in whole.families for topic in family.topics for cell in topic.cells if cell]

    assert sorted(cell.address for cell in cells) == sorted(section.address for section in library.sections())


def test_each_cell_stands_under_its_aspect(whole):
    wrong = [
        cell.address
        for family in whole.families
        for topic in family.topics
        for aspect, cell in zip(whole.aspects, topic.cells, strict=True)
        if cell and (cell.aspect, cell.address) != (aspect, f"{topic.id}#{aspect}")
    ]

    assert wrong == []


def test_the_sums_add_up(library, whole):
    assert whole.topics == len(library.topics)
    assert sum(whole.reviews.values()) == sum(bin.count for bin in whole.grades) == len(whole.sections)
    assert sum(family.facts for family in whole.facts) == len(library.facts)
    assert sum(family.facts - len(family.uncited) for family in whole.facts) == whole.cited
    assert len(whole.drafts) == whole.reviews["draft"]


def test_a_bin_holds_the_grades_up_to_its_upper_edge(whole):
    counted = [sum(bin.low < section.grade <= bin.high for section in whole.sections) for bin in whole.grades]

    assert counted == [bin.count for bin in whole.grades]
    assert whole.grades[-1].high > GRADE_LIMIT


@pytest.mark.parametrize("ranking, measure", [("longest", "words"), ("hardest", "grade")])
def test_a_ranking_leaves_out_nothing_that_is_more(whole, ranking, measure):
    shown = [getattr(section, measure) for section in getattr(whole, ranking)]
    everything = sorted((getattr(section, measure) for section in whole.sections), reverse=True)

    assert shown == everything[:SHOWN]


def test_a_recalled_fact_is_shown_behind_its_draft(small):
    drafts = {draft.section.address: [fact.id for fact in draft.recalled] for draft in report_of(small, MADE).drafts}

    assert drafts["symptom/ache#cause"] == ["f-2"]


def test_a_fact_nobody_cites_is_counted_in_its_family(small):
    (family,) = report_of(small, MADE).facts

    assert (family.name, family.facts, family.uncited) == ("symptom", 3, ("f-3",))


def test_the_share_of_verified_facts_is_of_the_cited_ones(small):
    report = report_of(small, MADE)

    assert (report.cited_verified, report.cited, report.verified_share) == (1, 2, 50.0)


def test_a_source_counts_its_cited_facts_and_sections(small):
    (cited,) = report_of(small, MADE).most_cited

    assert (cited.source.id, cited.facts, cited.sections) == ("book", 2, 2)


def test_words_are_those_a_patient_reads(small):
    overview, _ = report_of(small, MADE).sections

    assert (overview.sentences, overview.words) == ((2, 3), 5)


def test_a_review_has_its_age_in_days(small):
    (day,) = report_of(small, MADE).days

    assert (day.day.isoformat(), day.age, day.titles) == ("2026-12-02", 30, (MARKUP,))


@pytest.mark.parametrize("part, whole, told", [(1, 3, 33.3), (2, 3, 66.6), (9999, 10000, 99.9), (3, 3, 100), (0, 0, 0)])
def test_a_share_is_rounded_down(part, whole, told):
    assert share(part, whole) == told


def test_an_empty_library_has_a_page(small):
    empty = replace(small, topics={}, facts={}, sources={})

    assert "Content report" in page(report_of(empty, MADE))


def test_the_page_names_every_address(library, whole_page):
    missing = [section.address for section in library.sections() if escape(section.address) not in whole_page]

    assert missing == []


def test_a_draft_is_marked_d(small):
    link = r'<td class="draft"><a href="#symptom.ache.cause"[^>]*>(\w)</a></td>'

    assert re.findall(link, page(report_of(small, MADE))) == ["D"]


def test_an_aspect_without_a_section_is_told_in_words(small):
    text = page(report_of(small, MADE))

    assert text.count('<td class="none">') == len(small.aspects) - 2 == text.count(">no section</span>")


def test_markup_in_a_title_is_escaped(small):
    text = page(report_of(small, MADE))

    assert "&lt;b&gt;Aches&lt;/b&gt; &amp; &#34;pains&#34;" in text and "<b>Aches" not in text


def test_a_source_links_only_to_the_web(small):
    assert "javascript:" not in page(report_of(small, MADE))


def test_every_link_within_the_page_leads_somewhere_once(whole_page):
    elements = Elements(whole_page)
    ids = [attributes["id"] for _, attributes in elements.found if "id" in attributes]
    leads = {link["href"][1:] for link in elements.all("a") if link["href"].startswith("#")}

    assert leads <= set(ids) and len(ids) == len(set(ids))


def test_the_page_needs_nothing_from_outside(whole_page):
    elements = Elements(whole_page)

    assert elements.all("script", "link", "img", "iframe", "object") == []
    assert not re.search(r"@import|url\(", whole_page)


def test_every_table_has_a_caption_and_scopes(whole_page):
    elements = Elements(whole_page)

    assert len(elements.all("table")) == len(elements.all("caption"))
    assert all("scope" in head for head in elements.all("th"))


def test_the_headings_skip_no_level(whole_page):
    levels = [int(tag[1]) for tag, _ in Elements(whole_page).found if re.fullmatch(r"h[1-6]", tag)]

    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_the_histogram_is_told_in_words(whole, whole_page):
    told = re.search(r"<desc[^>]*>(.*?)</desc>", whole_page)[1]

    assert len(re.findall(r"\d sections?\.", told)) == len(whole.grades)
    assert f"The limit is {GRADE_LIMIT}." in told


def test_the_command_writes_the_page(tmp_path, capsys):
    path = tmp_path / "new" / "report.html"

    assert main(["report", "--out", str(path)]) == 0
    assert str(path) in capsys.readouterr().out
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
