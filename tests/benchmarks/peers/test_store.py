"""What a peer says and reports."""

from __future__ import annotations

import pytest

from benchmarks.peers.labels import UNSURE

RANKED = ["drug/sunitinib#overview", "say_hello", "test/biopsy#overview", "drug/sunitinib#side-effects",
          "test/biopsy#benefit"]  # fmt: skip


def test_an_answer_offers_the_next_three_addresses(store):
    report = store.report("drug/sunitinib#overview", RANKED, 0.8127)

    assert report == {
        "outcome": "answer",
        "answers": ["drug/sunitinib#overview"],
        "offered": ["test/biopsy#overview", "drug/sunitinib#side-effects", "test/biopsy#benefit"],
        "confidence": 0.813,
    }


def test_unsure_is_out_of_scope_with_choices(store):
    report = store.report(UNSURE, RANKED, 0.1)

    assert (report["outcome"], report["answers"], len(report["offered"])) == ("out-of-scope", [], 3)


def test_an_alarm_offers_nothing(store):
    assert store.report("report_emergency", RANKED, 0.9)["offered"] == []


@pytest.mark.parametrize(
    "label, said",
    [("test/biopsy#overview", "Biopsy, in brief."), ("say_hello", "Hello."), (UNSURE, "Not ours.")],
)
def test_an_address_says_its_brief_and_another_label_its_notice(store, label, said):
    assert store.text(label) == said


@pytest.mark.parametrize(
    "topic, address",
    [
        pytest.param("drug/sunitinib", "drug/sunitinib#side-effects", id="the topic talked of last"),
        pytest.param("test/biopsy", "test/biopsy#overview", id="no such section"),
        pytest.param(None, UNSURE, id="nothing talked of"),
    ],
)
def test_a_follow_up_means_the_last_topic(store, topic, address):
    assert store.followed_up("ask_side_effects", topic) == address
