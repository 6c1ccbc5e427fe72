"""The outbox: each request waits until it is passed on, and goes when its conversation is forgotten."""

from __future__ import annotations

import datetime
import json
import stat

import pytest

from answers import outbox as module
from answers.call_backs import call_backs, mark_done
from answers.outbox import Forgotten, Outbox

WORDS = "Ann, 555 0100, after three"


@pytest.fixture
def outbox(tmp_path):
    return Outbox(tmp_path / "deep" / "outbox.jsonl")


def lines(outbox):
    return [json.loads(line) for line in outbox.path.read_text().splitlines()]


def files(outbox):
    return "".join(path.read_text() for path in outbox.path.parent.iterdir())


def test_a_request_waits_with_an_id_of_its_own(outbox):
    outbox.request(WORDS, "a")
    outbox.request(WORDS, "a")

    waiting = outbox.waiting()
    assert [request.words for request in waiting] == [WORDS, WORDS]
    assert len({request.id for request in waiting}) == 2


def test_an_entry_does_not_name_its_conversation(outbox):
    outbox.request(WORDS, "conversation-of-ann")

    assert "conversation-of-ann" not in files(outbox)


def test_two_requests_of_one_conversation_do_not_show_that_they_are(outbox):
    outbox.request(WORDS, "a")
    outbox.request(WORDS, "a")

    one, other = lines(outbox)
    assert one["of"] != other["of"]


def test_only_its_owner_may_read_the_file(outbox):
    outbox.request(WORDS, "a")

    assert stat.S_IMODE(outbox.path.stat().st_mode) == 0o600


def test_what_was_passed_on_waits_no_more(outbox):
    outbox.request(WORDS, "a")
    outbox.pass_on(outbox.waiting()[0])

    assert outbox.waiting() == []


def test_what_somebody_marked_as_done_waits_no_more(outbox):
    outbox.request(WORDS, "a")
    mark_done(outbox, call_backs(outbox)[0].key, "nurse")

    assert outbox.waiting() == []


def test_the_words_go_once_they_are_passed_on(outbox):
    outbox.request(WORDS, "a")
    outbox.pass_on(outbox.waiting()[0])
    outbox.prune()

    assert "555" not in files(outbox)


def test_what_waits_is_not_pruned(outbox):
    outbox.request(WORDS, "a")
    outbox.prune()

    assert len(outbox.waiting()) == 1


@pytest.mark.parametrize(("days", "is_kept"), [(2, True), (3, False)], ids=["too early", "late enough"])
def test_words_are_kept_as_long_as_wished(outbox, monkeypatch, days, is_kept):
    outbox.request(WORDS, "a")
    passed_on = (datetime.date.today() - datetime.timedelta(days=days)).isoformat()
    with monkeypatch.context() as then:
        then.setattr(module, "_today", lambda: passed_on)
        outbox.pass_on(outbox.waiting()[0])
    outbox.prune(keep_days=3)

    assert ("555" in files(outbox)) == is_kept


@pytest.mark.parametrize(("days", "is_kept"), [(2, True), (3, False)], ids=["too early", "late enough"])
def test_words_of_what_is_done_are_kept_as_long_as_wished(outbox, monkeypatch, days, is_kept):
    outbox.request(WORDS, "a")
    done_on = (datetime.date.today() - datetime.timedelta(days=days)).isoformat()
    with monkeypatch.context() as then:
        then.setattr(module, "_today", lambda: done_on)
        mark_done(outbox, call_backs(outbox)[0].key, "nurse")
    outbox.prune(keep_days=3)

    assert ("555" in files(outbox)) == is_kept


def test_pruning_what_is_done_leaves_what_was_passed_on(outbox):
    outbox.request(WORDS, "a")
    outbox.pass_on(outbox.waiting()[0])
    outbox.prune_marked(keep_days=0)

    assert "555" in files(outbox)


def test_of_two_requests_in_the_same_words_only_the_open_one_waits(outbox):
    outbox.request(WORDS, "a")
    outbox.request(WORDS, "a")
    second = outbox.waiting()[1]
    mark_done(outbox, call_backs(outbox)[0].key, "nurse")

    assert outbox.waiting() == [second]


class TestForgetting:
    def test_it_deletes_what_waits(self, outbox):
        outbox.request(WORDS, "a")
        told = outbox.forget("a")

        assert told == Forgotten(taken_back=1, passed_on=0)
        assert "555" not in files(outbox)

    def test_it_leaves_what_others_asked_for(self, outbox):
        outbox.request(WORDS, "a")
        outbox.request("Ben 555 0101", "b")
        outbox.forget("a")

        assert [request.words for request in outbox.waiting()] == ["Ben 555 0101"]

    def test_it_tells_what_the_clinic_has_already(self, outbox):
        outbox.request(WORDS, "a")
        outbox.pass_on(outbox.waiting()[0])
        outbox.prune()

        assert outbox.forget("a") == Forgotten(taken_back=0, passed_on=1)

    def test_what_is_done_is_not_taken_back_but_deleted(self, outbox):
        outbox.request(WORDS, "a")
        mark_done(outbox, call_backs(outbox)[0].key, "nurse")

        assert outbox.forget("a") == Forgotten(taken_back=0, passed_on=1)
        assert "555" not in files(outbox)

    def test_it_tells_of_what_is_done_also_when_the_words_are_gone(self, outbox):
        outbox.request(WORDS, "a")
        mark_done(outbox, call_backs(outbox)[0].key, "nurse")
        outbox.prune()

        assert outbox.forget("a") == Forgotten(taken_back=0, passed_on=1)

    def test_what_is_just_going_out_cannot_be_taken_back(self, outbox):
        outbox.request(WORDS, "a")
        outbox.take(outbox.waiting()[0])

        assert outbox.forget("a") == Forgotten(taken_back=0, passed_on=1)

    def test_what_did_not_go_out_can_be_taken_back(self, outbox):
        outbox.request(WORDS, "a")
        outbox.take(outbox.waiting()[0])
        outbox.give_back()

        assert outbox.forget("a") == Forgotten(taken_back=1, passed_on=0)

    def test_what_was_forgotten_cannot_be_taken_to_send(self, outbox):
        outbox.request(WORDS, "a")
        request = outbox.waiting()[0]
        outbox.forget("a")

        assert not outbox.take(request)

    def test_a_conversation_that_asked_for_nothing_has_nothing_to_forget(self, outbox):
        outbox.request(WORDS, "a")

        assert outbox.forget("b") == Forgotten(taken_back=0, passed_on=0)


class TestALineCutOff:
    """The machine stopped while a line was written."""

    HALF = b'{"day": "2026-01-02", "words": "Cleo 555 01'

    @pytest.fixture
    def cut(self, outbox):
        outbox.request(WORDS, "a")
        with outbox.path.open("ab") as file:
            file.write(self.HALF)
        return outbox

    def test_it_is_told(self, cut):
        assert cut.unreadable() == 1

    def test_the_next_request_stands_on_a_line_of_its_own(self, cut):
        cut.request("Ben 555 0101", "b")

        assert [request.words for request in cut.waiting()] == [WORDS, "Ben 555 0101"]

    def test_it_stays_when_the_rest_goes(self, cut):
        cut.pass_on(cut.waiting()[0])
        cut.prune()

        assert cut.path.read_bytes() == self.HALF + b"\n"

    def test_a_whole_line_without_its_end_is_a_request(self, outbox):
        outbox.path.parent.mkdir()
        outbox.path.write_text('{"day": "2026-01-02", "words": "Cleo 555 0102"}')

        assert [request.words for request in outbox.waiting()] == ["Cleo 555 0102"]


def test_a_line_separator_in_the_words_splits_nothing(outbox):
    outbox.request("Ann\u2028555 0100", "a")

    assert [request.words for request in outbox.waiting()] == ["Ann\u2028555 0100"]


def test_a_request_that_could_not_be_written_leaves_nothing_of_itself(outbox, monkeypatch):
    outbox.request(WORDS, "a")

    def full(_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as then:
        then.setattr(module.os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            outbox.request("Ben 555 0101", "b")

    assert "Ben" not in files(outbox)
    assert [request.words for request in outbox.waiting()] == [WORDS]


def test_a_second_delivery_is_refused_while_one_is_at_work(outbox):
    with outbox.delivering() as first, Outbox(outbox.path).delivering() as second:
        assert (first, second) == (True, False)


def test_what_a_killed_delivery_had_taken_can_be_taken_back_again(outbox):
    outbox.request(WORDS, "a")
    outbox.take(outbox.waiting()[0])
    with outbox.delivering():
        told = outbox.forget("a")

    assert told == Forgotten(taken_back=1, passed_on=0)
