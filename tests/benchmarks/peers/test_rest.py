"""A ranking behind Rasa's REST contract."""

from __future__ import annotations

import pytest

from benchmarks.peers.rest import replies

MESSAGE = {"sender": "me", "message": "what is sutent"}


def ranked(score):
    return lambda text: [("drug/sunitinib#overview", score), ("test/biopsy#overview", score / 2)]


def test_the_text_comes_first_and_the_report_last(store):
    said = replies(ranked(0.9), 0.5, store, MESSAGE)

    assert said[0] == {"recipient_id": "me", "text": "Sunitinib, in brief."}
    assert said[-1]["custom"]["turn"]["answers"] == ["drug/sunitinib#overview"]


@pytest.mark.parametrize("threshold, outcome", [(0.5, "answer"), (0.9, "out-of-scope"), (0.95, "out-of-scope")])
def test_a_score_must_exceed_the_threshold(store, threshold, outcome):
    said = replies(ranked(0.9), threshold, store, MESSAGE)

    assert said[-1]["custom"]["turn"]["outcome"] == outcome


def test_a_message_like_nothing_is_out_of_scope_even_with_a_threshold_of_nothing(store):
    said = replies(ranked(0.0), 0.0, store, MESSAGE)

    assert said[-1]["custom"]["turn"]["outcome"] == "out-of-scope"
