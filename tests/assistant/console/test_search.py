"""Search finds what a nurse means, by every word, and forgives a slip."""

from __future__ import annotations

import json

import pytest

from assistant.console.search import Index


@pytest.fixture(scope="module")
def index(library):
    return Index(library)


@pytest.mark.parametrize(
    "query, title",
    [
        ("sunitinib", "Sunitinib"),
        ("sunitinbi", "Sunitinib"),
        ("cabozantinb diarhea", "Cabozantinib"),
        ("SUTENT side", "Sunitinib"),
        ("blood presure", "blood pressure"),
        ("tnm", "TNM"),
        ("palliative giving up", "Palliative care is not giving up"),
    ],
)
def test_a_misspelt_or_partial_word_finds_its_topic_first(index, query, title):
    assert title in next(entry.title for entry in index.find(query) if entry.kind != "term")


@pytest.mark.parametrize("query", ["", "   ", "?!", "sunitinib xylophone", "zzzzzz"])
def test_what_is_not_there_is_not_found(index, query):
    assert index.find(query) == []


def test_everything_can_be_found(index, library):
    counts = {
        kind: sum(entry.kind == kind for entry in index.entries) for kind in ("section", "myth", "term", "script")
    }

    assert counts == {
        "section": sum(1 for _ in library.sections()),
        "myth": len(library.myths),
        "term": len(library.terms),
        "script": len(library.scripts),
    }


def test_each_word_more_finds_no_more(index):
    found = {entry.url for entry in index.find("nausea")}

    assert {entry.url for entry in index.find("nausea sunitinib")} <= found


def test_the_page_finds_without_a_script(nurse):
    page = nurse.get("/nurse?q=sunitnib+side")

    assert 'href="/nurse/answer/drug/sunitinib#side-effects"' in page.text


def test_the_browser_gets_the_same_index(nurse, index):
    sent = nurse.get("/nurse/index.json").json()

    assert sent == json.loads(index.as_json)


def test_what_was_searched_for_is_shown_as_text(nurse):
    page = nurse.get("/nurse?q=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E")

    assert "<script>alert" not in page.text and "&lt;script&gt;alert" in page.text
