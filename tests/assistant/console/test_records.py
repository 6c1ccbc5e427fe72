"""What came back from people: shown as text, counted, and without anybody in it."""

from __future__ import annotations

import datetime
import json

import pytest

from answers import places
from answers.call_backs import call_backs
from assistant.console.usage import FEWEST, usage

HOSTILE = "<img src=x onerror=alert(1)>\"'<script>alert(2)</script>"
SENDER = "sender-4711-secret"
TODAY = datetime.date(2026, 6, 15)
PAGES = ["/nurse/unanswered", "/nurse/feedback", "/nurse/usage"]


def put(path, *entries):
    path.parent.mkdir(parents=True, exist_ok=True)
    day = {"day": datetime.date.today().isoformat(), "sender": SENDER, "of": SENDER}
    path.write_text("".join(json.dumps({**day, **entry}) + "\n" for entry in entries))


def turn(day, outcome="answer", channel="web", *addresses):
    answers = [{"address": address, "hash": "ab"} for address in addresses]
    time = f"{day}T10:00:00+00:00"
    return {"time": time, "channel": channel, "outcome": outcome, "answers": answers, "sender": SENDER}


@pytest.fixture
def hostile(kept):
    """Records in which everything that can be hostile is."""
    put(kept / "unanswered.jsonl", {"outcome": HOSTILE, "words": HOSTILE, "offered": [HOSTILE]})
    put(kept / "feedback.jsonl", {"address": HOSTILE, "hash": "x", "kind": "wrong"})
    put(kept / "outbox.jsonl", {"id": SENDER, "words": HOSTILE})
    put(kept / "scripts.jsonl", {"script": HOSTILE, "minutes": 3, "told": 1, "skipped": 0})
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    put(kept / "audit" / "audit.jsonl", *[turn(today, HOSTILE, HOSTILE, HOSTILE)] * 6)


@pytest.mark.parametrize("path", PAGES)
def test_hostile_words_are_shown_as_text(nurse, hostile, path):
    text = nurse.get(path).text

    assert "&lt;script&gt;alert(2)" in text and "<img" not in text and "<script>alert" not in text


@pytest.mark.parametrize("path", PAGES)
def test_no_page_tells_who_it_was(nurse, hostile, path):
    assert SENDER not in nurse.get(path).text


@pytest.mark.parametrize("path", PAGES)
def test_with_nothing_kept_each_page_says_so(nurse, path):
    page = nurse.get(path)

    assert page.status_code == 200 and 'class="empty"' in page.text


@pytest.mark.parametrize("path", PAGES)
def test_lines_that_were_cut_off_are_left_out(nurse, kept, path):
    (kept / "audit").mkdir()
    for name in ("unanswered.jsonl", "feedback.jsonl", "outbox.jsonl", "scripts.jsonl", "audit/audit.jsonl"):
        (kept / name).write_text('{"day": "2026-\n[]\n3\n{}\n')

    assert nurse.get(path).status_code == 200


def test_questions_of_one_meaning_stand_together(nurse, kept):
    asked = ["is fatigue worse at night", "is fatigue worse in the night", "can i eat cheese"]
    put(kept / "unanswered.jsonl", *({"outcome": "answer", "words": words, "offered": []} for words in asked))

    assert nurse.get("/nurse/unanswered").text.count('<th scope="row">') == 2


def test_feedback_is_counted_by_section_and_small_counts_are_hidden(nurse, kept):
    address = "drug/sunitinib#side-effects"
    kinds = ["clear"] * 6 + ["wrong"] * 2 + ["nonsense"]
    put(kept / "feedback.jsonl", *({"address": address, "hash": "x", "kind": kind} for kind in kinds))
    text = nurse.get("/nurse/feedback").text

    assert '<td class="number">fewer than 5</td><td class="number">0</td><td class="number">6</td>' in text


def test_a_call_back_is_marked_as_done_by_a_line_and_stands_there_no_more(nurse, kept):
    places.outbox().request("ring me on 555 0100", SENDER)
    (asked,) = call_backs(places.outbox())
    nurse.post("/nurse/feedback/done", form=nurse.form("/nurse/feedback"), key=asked.key)
    (done,) = call_backs(places.outbox())

    assert not done.is_open and done.done_by == "a nurse" and asked.words in (kept / "outbox.jsonl").read_text()
    assert 'name="key"' not in nurse.get("/nurse/feedback").text


def test_who_asks_again_after_it_was_done_is_open_again(nurse):
    outbox = places.outbox()
    outbox.request("ring me on 555 0100", SENDER)
    nurse.post("/nurse/feedback/done", form=nurse.form("/nurse/feedback"), key=call_backs(outbox)[0].key)
    outbox.request("ring me on 555 0100", SENDER)

    assert [asked.is_open for asked in call_backs(outbox)] == [False, True]


@pytest.mark.parametrize(("days", "is_kept"), [(1, True), (2, False)], ids=["yesterday", "earlier"])
def test_words_of_what_is_done_go_when_a_later_one_is_marked(nurse, kept, days, is_kept):
    then = (datetime.date.today() - datetime.timedelta(days=days)).isoformat()
    put(kept / "outbox.jsonl", {"id": "1", "day": then, "words": "555 0100"}, {"id": "2", "words": "555 0101"})
    first, second = call_backs(places.outbox())
    places.outbox().append({"done": first.key, "by": "a nurse", "day": then})
    nurse.post("/nurse/feedback/done", form=nurse.form("/nurse/feedback"), key=second.key)
    text = nurse.get("/nurse/feedback").text

    assert ("555 0100" in text) == is_kept and "555 0101" in text


@pytest.mark.parametrize("key", ["", "nonsense", "\u4e2d"])
def test_what_is_not_open_cannot_be_marked(nurse, kept, key):
    page = nurse.post("/nurse/feedback/done", form=nurse.form("/nurse/feedback"), key=key)

    assert page.headers["location"].endswith("note=gone") and not (kept / "outbox.jsonl").exists()


def test_usage_counts_what_stands_in_the_audit():
    turns = [
        turn("2026-06-15", "answer", "web", "drug/a#overview", "drug/b#overview"),
        turn("2026-06-15", "answer", "rest", "drug/a#overview"),
        turn("2026-06-14", "emergency"),
        turn("2026-06-08"),
        turn("2026-06-16"),
        {},
    ]
    scripts = [{"day": "2026-06-15", "script": "red-flags", "minutes": m} for m in (5, 7, 9, 11, 30)]
    counted = usage(turns, [*scripts, {"day": "2026-06-01", "script": "old", "minutes": 1}], TODAY, 7)

    assert dict(counted.days) == {
        TODAY - datetime.timedelta(days=back): count for back, count in enumerate([2, 1, 0, 0, 0, 0, 0])
    }
    assert counted.outcomes == (("answer", 2), ("emergency", 1)) and counted.channels == (("web", 2), ("rest", 1))
    assert counted.addresses == (("drug/a#overview", 2), ("drug/b#overview", 1))
    assert [(use.script, use.times, use.minutes) for use in counted.scripts] == [("red-flags", 5, 9)]


def test_the_minutes_of_few_scripts_are_not_told():
    scripts = [{"day": "2026-06-15", "script": "red-flags", "minutes": 5}] * (FEWEST - 1)

    assert usage([], scripts, TODAY, 7).scripts[0].minutes is None


def test_the_sum_beside_the_counts_does_not_tell_the_hidden_ones():
    counted = usage([turn("2026-06-15")] * 5 + [turn("2026-06-14")] * 3, [], TODAY, 7)

    assert (counted.turns, counted.about) == (8, 5)


def test_the_charts_show_the_counts_and_hide_the_small_ones(nurse, kept):
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    put(kept / "audit" / "audit.jsonl", *[turn(today)] * 7, *[turn(today, "crisis")] * 2)
    text = nurse.get("/nurse/usage?days=7").text

    assert '<th scope="row">Answer</th><td class="number">7</td>' in text
    assert '<th scope="row">Crisis</th><td class="number">fewer than 5</td>' in text
    assert text.count('role="img"') == 3 == text.count("<caption")
