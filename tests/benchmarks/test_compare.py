"""The comparison's pure parts: what is kept, what is counted, what is written where nothing was measured."""

from __future__ import annotations

import json
import os
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from xml.etree import ElementTree

import pytest

from benchmarks.compare import main, question_sets, write
from benchmarks.comparison.asking import asked, many_at_once, one_at_a_time, percentile, report_in
from benchmarks.comparison.machine import describe, family, family_memory
from benchmarks.comparison.measuring import ACCURACY, P50, RATE, READY, SAFETY, QuestionSet
from benchmarks.comparison.pages import comparison_page, figure_table, number, share_table
from benchmarks.comparison.record import Answered, Comparison, Record, merged
from benchmarks.comparison.systems import SYSTEMS
from benchmarks.findings import OWN
from benchmarks.judging import is_within_three, set_figures
from benchmarks.statistics import Share
from benchmarks.turn import TURNS

MACHINE = {"processor": "a processor", "cores": "2", "memory": "25 GB", "system": "a system", "Python": "3.11.7"}


def record(date="2026-11-20", hashes=None, **figures):
    shares = {name: Share(3, 4) for name in (*ACCURACY, *SAFETY)}
    sets = {name: Answered(value, shares) for name, value in (hashes or {OWN: "a"}).items()}
    return Record(date, sets, {P50: 10.72, **figures}, {"rasa": "3.6.21"}, ("A remark.",))


def compared(**records):
    return Comparison(MACHINE, {name.replace("_", "-"): one for name, one in records.items()})


def test_a_system_left_out_keeps_what_was_measured_of_it():
    found = merged(compared(ours=record("1"), words=record("1")), MACHINE, {OWN: "a"}, {"words": record("2")})

    assert {name: one.date for name, one in found.records.items()} == {"ours": "1", "words": "2"}


@pytest.mark.parametrize(
    "machine, hashes, kept",
    [
        pytest.param(MACHINE, {OWN: "a"}, True, id="the same"),
        pytest.param(MACHINE, {OWN: "b"}, False, id="other questions"),
        pytest.param(MACHINE, {OWN: "a", "other": "c"}, True, id="one set more"),
        pytest.param({**MACHINE, "cores": "8"}, {OWN: "a"}, False, id="another machine"),
    ],
)
def test_only_what_is_of_the_same_questions_and_machine_is_kept(machine, hashes, kept):
    found = merged(compared(ours=record()), machine, hashes, {})

    assert ("ours" in found.records) is kept


def test_one_set_that_has_changed_is_enough_to_drop_a_record():
    earlier = compared(ours=record(hashes={OWN: "a", "other": "b"}))

    assert merged(earlier, MACHINE, {OWN: "a", "other": "c"}, {}).records == {}


def test_nothing_earlier_is_nothing_to_keep():
    assert merged(None, MACHINE, {OWN: "a"}, {"ours": record()}) == compared(ours=record())


def test_what_is_written_can_be_read_again(tmp_path):
    write(compared(ours=record()), {}, tmp_path)

    assert Comparison.read(tmp_path / "comparison.json") == compared(ours=record())


@pytest.mark.parametrize(
    "given, offered, holds",
    [
        pytest.param(["a#x"], [], True, id="given"),
        pytest.param(["b#x", "b#y", "b#z", "a#x"], [], True, id="given fourth"),
        pytest.param(["b#x"], ["c#x", "a#x"], True, id="second offered after an answer"),
        pytest.param([], ["b#x", "c#x", "a#x"], True, id="third offered"),
        pytest.param(["b#x"], ["c#x", "d#x", "a#x"], False, id="fourth of all"),
        pytest.param([], [], False, id="nothing"),
    ],
)
def test_within_three_is_given_or_among_the_first_three(row, given, offered, holds):
    assert is_within_three(row("answer", answers=["a#x"], given=given, offered=offered)) is holds


@pytest.mark.parametrize("percent, value", [(50, 50.5), (95, 95.05)])
def test_a_percentile_parts_the_values(percent, value):
    assert percentile(list(range(1, 101)), percent) == pytest.approx(value)


def test_a_percentile_of_few_values_never_exceeds_the_slowest():
    assert percentile([1.0, 2.0], 95) <= 2.0


def test_a_system_that_was_not_measured_has_its_reason_in_each_table():
    absent = {"rasa-default": "it is not trained; run `this`"}
    found = compared(ours=record())

    assert "| Rasa as it comes | not measured: it is not trained; run `this` |  |" in figure_table(
        found, absent, (P50, RATE)
    )
    assert f"| Rasa as it comes | {OWN} | not measured: it is not trained; run `this` |  |  |" in share_table(
        found, absent, ACCURACY
    )
    assert comparison_page(found, absent).count("run `this`") == 5


def test_a_system_nobody_asked_for_tells_the_command():
    assert "run `python -m benchmarks.compare --systems bm25`" in figure_table(compared(ours=record()), {}, (P50,))


def test_our_row_is_first_and_every_system_has_one():
    lines = figure_table(compared(words=record(), ours=record()), {}, (P50, READY)).splitlines()[2:]

    assert lines[0] == "| The guide | 10.7 | – |" and len(lines) == len(SYSTEMS)


def test_a_set_that_a_system_was_not_asked_says_so():
    found = compared(ours=record(hashes={OWN: "a", "other": "b"}), words=record())

    assert "| Nearest, words | other | not measured on these: run it with `--also` |  |  |" in share_table(
        found, {}, ACCURACY
    )


def test_the_page_says_machine_date_versions_and_remarks():
    text = comparison_page(compared(ours=record()), {})

    assert "a processor, 2 cores, 25 GB memory, a system, Python 3.11.7" in " ".join(text.split())
    assert "- **The guide** (this repository): measured 2026-11-20; rasa 3.6.21. A remark." in text
    assert "75.0 % (30.1–95.4) of 4" in text


@pytest.mark.parametrize(
    "value, text", [(None, "–"), (1.234, "1.23"), (10.72, "10.7"), (953.4, "953"), (86400.0, "86,400"), (0, "0")]
)
def test_a_figure_is_written_with_three_digits(value, text):
    assert number(value) == text


def test_pictures_are_the_same_twice_and_name_who_is_missing(tmp_path):
    found = compared(ours=record(hashes={OWN: "a", "other": "b"}), words=record(**{RATE: 4000.0}))
    for name in ("once", "again"):
        write(found, {}, tmp_path / name)
    pictures = [f"{name}.svg" for name in ("accuracy", "safety", "speed", "cost")]

    assert all((tmp_path / "once" / name).read_bytes() == (tmp_path / "again" / name).read_bytes() for name in pictures)
    assert {ElementTree.parse(tmp_path / "once" / name).getroot().tag for name in pictures} == {
        "{http://www.w3.org/2000/svg}svg"
    }


def test_a_family_is_a_process_and_all_that_came_of_it():
    assert family(10, {11: 10, 12: 11, 20: 1, 13: 10}) == [10, 11, 13, 12]


@pytest.mark.skipif(sys.platform != "linux", reason="the machine is described by what Linux says of it")
def test_the_machine_and_its_memory_can_be_told():
    assert set(describe()) == set(MACHINE) and family_memory(os.getpid()) > 1


def test_sets_are_known_by_what_stands_in_their_files(tmp_path):
    path = tmp_path / "other.jsonl"
    path.write_text("\n".join(json.dumps({"text": f"so {number}"}) for number in range(10)))
    whole, some = QuestionSet.read([path]), QuestionSet.read([path], limit=4)
    path.write_text(path.read_text() + "\n\n")

    assert QuestionSet.read([path]).hash == whole.hash != some.hash
    assert (len(whole.items), len(some.items)) == (10, 4)
    assert len(question_sets([path])[OWN].items) > 4000 and list(question_sets([path])) == [OWN, "other"]


def test_an_unknown_system_is_refused_by_name(capsys):
    with pytest.raises(SystemExit):
        main(["--systems", "ours,word"])

    assert "there is no word" in capsys.readouterr().err


class FakeServer(BaseHTTPRequestHandler):
    """Answers everything with its only section, and fails when told to."""

    protocol_version = "HTTP/1.1"
    # Head and body in one piece: apart, the second waits 40 ms for the first to be acknowledged.
    wbufsize = -1

    def do_POST(self):
        message = json.loads(self.rfile.read(int(self.headers["content-length"])))
        report = {"outcome": "answer", "answers": ["a#x"], "offered": ["b#x"], "confidence": 0.5}
        replies = [{"text": message["sender"]}, {"custom": {"turn": report}}]
        body = json.dumps(replies).encode()
        self.send_response(500 if message["message"] == "fail" else 200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def address():
    server = ThreadingHTTPServer(("127.0.0.1", 0), FakeServer)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_items_come_back_with_what_their_turn_ended_in(address, row):
    items = [row("answer", answers=["a#x"]), {**row("answer", answers=["b#x"]), "text": "fail"}]
    first, failed = asked(address, items)

    assert (first["got"], first["given"], first["offered"], first["sure"]) == ("answer", ["a#x"], ["b#x"], 0.5)
    assert (failed["got"], failed["given"]) == (None, [])
    assert set_figures([first, failed])["turns without a report"] == Share(1, 2)


def test_turns_are_timed_one_at_a_time_and_many_at_once(address):
    at_once, lasted = many_at_once(address, 0.05, people=4)
    single = one_at_a_time(address)

    assert len(single) == TURNS and all(turn.report and turn.ms > 0 for turn in [*single, *at_once])
    assert len(at_once) >= 4 and lasted >= 0.05


def test_replies_without_a_report_have_none():
    assert report_in([{"text": "so"}, {"custom": {}}]) is None
