"""The ledger of the unanswered keeps what was asked, and nothing that could name a person."""

from __future__ import annotations

import pytest

from answers.ledger import GAP, Ledger, known_words, scrubbed


@pytest.fixture(scope="module")
def known(library):
    return known_words(library)


@pytest.mark.parametrize(
    "text, kept",
    [
        ("can I eat mango with sunitinib?", f"can i eat {GAP} with sunitinib"),
        ("my name is Wilhelmina Oyelaran, is fatigue normal", f"my {GAP} is {GAP} is fatigue normal"),
        ("MRN 4471-22 scan on 3/4/2026 what now", f"{GAP} scan on {GAP} what now"),
        ("write to w.oyelaran@example.org about hospice", f"{GAP} to {GAP} about hospice"),
    ],
)
def test_what_our_texts_do_not_say_becomes_a_gap(known, text, kept):
    assert scrubbed(text, known - {"name", "write"}) == kept


def test_a_message_of_which_nothing_is_left_is_not_kept(tmp_path, library):
    ledger = Ledger(tmp_path / "unanswered.jsonl")
    ledger.append(library, "Wilhelmina Oyelaran 4471", "out-of-scope", [])

    assert list(ledger.entries()) == []


def test_an_entry_is_read_as_it_was_written(tmp_path, library):
    ledger = Ledger(tmp_path / "deeper" / "unanswered.jsonl")
    ledger.append(library, "Is fatigue worse on Zqwx?", "answer", ["symptom/fatigue#overview"])
    (entry,) = ledger.entries()

    assert (entry.words, entry.outcome) == (f"is fatigue worse on {GAP}", "answer")
    assert entry.offered == ("symptom/fatigue#overview",)


def test_no_hour_and_no_conversation_is_kept(tmp_path, library):
    path = tmp_path / "unanswered.jsonl"
    Ledger(path).append(library, "is fatigue worse at night", "answer", [])

    assert "T" not in path.read_text().split('"day": "')[1].split('"')[0]
    assert set(next(Ledger(path).entries()).__dataclass_fields__) == {"day", "outcome", "words", "offered"}


def test_a_letter_that_was_cut_in_two_costs_its_own_line_only(tmp_path, library):
    path = tmp_path / "unanswered.jsonl"
    path.write_bytes('{"day": "2026-01-02", "words": "é'.encode()[:-1] + b"\n")
    ledger = Ledger(path)
    ledger.append(library, "is fatigue worse at night", "answer", [])

    assert [entry.words for entry in ledger.entries()] == ["is fatigue worse at night"]
