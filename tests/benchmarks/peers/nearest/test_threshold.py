"""The threshold is the one with which most turns end well."""

from __future__ import annotations

import json

from benchmarks.peers.nearest.threshold import best_threshold, goodness, held_out

ITEMS = [
    {"text": "sure", "outcome": "answer", "answers": ["drug/sunitinib#*"]},
    {"text": "far", "outcome": "out-of-scope", "answers": []},
]
SCORES = {"sure": 0.9, "far": 0.3}


def rank(text):
    return [("drug/sunitinib#overview", SCORES[text])]


def test_the_best_threshold_keeps_what_is_right_and_refuses_what_is_not(store):
    best, rows = best_threshold(rank, store, ITEMS)

    assert 0.3 <= best < 0.9
    assert [row["got"] for row in rows] == ["answer", "out-of-scope"]


def test_each_outcome_counts_the_same():
    right = {"outcome": "distress", "got": "distress", "answers": []}
    wrong = {"outcome": "control", "got": "answer", "answers": []}

    assert goodness([right, right, right, wrong]) == 0.5


def test_a_wrong_topic_is_no_good_answer():
    assert goodness([{**ITEMS[0], "got": "answer", "given": ["test/biopsy#overview"]}]) == 0


def test_talks_of_several_messages_are_left_out(tmp_path):
    rows = [ITEMS[0], {"turns": ["one", "two"], "outcome": "answer"}]
    (tmp_path / "set.jsonl").write_text("\n".join(map(json.dumps, rows)))

    assert held_out(tmp_path) == [ITEMS[0]]
