"""Each claim of the two documents the project started from is told somewhere, in its current form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from answers import Library
from answers.document import load_yaml
from answers.topic import Section
from answers.words import cited, sentences

HERE = Path(__file__).resolve().parent
LIBRARY = Library.load(HERE.parents[1] / "content")
MAP = load_yaml((HERE / "founding_claims.yml").read_text())
CLAIMS = [pytest.param(claim, entry["address"], id=claim) for claim, entry in MAP.items()]
# A fact that cannot stand as it was written carries what became of it: a sentence that rests on it cannot tell
# the old statement alone.
BESIDE = {"superseded": "Today: ", "partly": "Note: "}
CHANGED = [pytest.param(claim, entry, id=claim) for claim, entry in MAP.items() if entry["status"] in BESIDE]
NEVER = [pytest.param(entry["never"], id=claim) for claim, entry in MAP.items() if "never" in entry]


def sources_behind(section: Section) -> set[str]:
    return {source.id for source in LIBRARY.sources_of(section)}


def test_every_founding_claim_is_mapped():
    founding = {fact.id: fact.founding for fact in LIBRARY.facts.values() if fact.founding}

    assert len(founding) == 90
    assert founding == {claim: entry["status"] for claim, entry in MAP.items()}


@pytest.mark.parametrize("claim, address", CLAIMS)
def test_the_address_rests_on_the_claims_sources(claim, address):
    section = LIBRARY.section(address)

    assert claim in section.facts
    assert set(LIBRARY.facts[claim].sources) <= sources_behind(section)


@pytest.mark.parametrize("claim, entry", CHANGED)
def test_what_changed_stands_beside_the_old_statement(claim, entry):
    telling = [s for s in sentences(LIBRARY.section(entry["address"]).text) if claim in cited(s)]

    assert telling
    assert BESIDE[entry["status"]] in LIBRARY.facts[claim].claim


@pytest.mark.parametrize("pattern", NEVER)
def test_a_wrong_claim_is_not_repeated(pattern):
    repeated = [section.address for section in LIBRARY.sections() if re.search(pattern, section.text, re.IGNORECASE)]

    assert repeated == []


def test_every_wrong_claim_has_words_that_must_not_appear():
    wrong = {claim for claim, entry in MAP.items() if entry["status"] in ("wrong", "unsupported")}

    assert wrong == {claim for claim, entry in MAP.items() if "never" in entry}
