"""What is kept, what is shown, and what is gone when a person asks for it."""

from __future__ import annotations

import json
import logging

import sqlalchemy as sa

from actions import settings
from answers.audit import Audit
from answers.notice import GAP

WORDS = "zebrafinch"


def test_forget_me_leaves_no_row_no_file_and_no_log_line(talk, agent, files, request, caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    talk(f"add to my list: my {WORDS} question")
    talk(f"is my {WORDS} a side effect")
    talk("/delete_my_data")

    store = getattr(agent.tracker_store, "_tracker_store", agent.tracker_store)
    with store.engine.connect() as connection:
        count = sa.text("select count(*) from events where sender_id = :sender")
        rows = connection.execute(count, {"sender": request.node.nodeid})
        assert rows.scalar() == 0
        everything = connection.execute(sa.text("select data from events")).scalars().all()
    assert not any(WORDS in row for row in everything)
    assert not any(WORDS in path.read_text() for path in tmp_path.rglob("*") if path.is_file())
    assert WORDS not in caplog.text


def test_the_audit_keeps_what_was_said_without_the_words_of_the_person(talk, tmp_path, monkeypatch):
    audit = Audit(tmp_path / "audit")
    monkeypatch.setattr(settings, "audit", lambda: audit)
    for said in (f"add to my list: my {WORDS} question", "/show_list", "/take_list", "show me what you have saved"):
        talk(said)

    kept = "".join(path.read_text() for path in audit.folder.rglob("*.json*"))
    assert WORDS not in kept and GAP in kept


def test_after_forgetting_nothing_is_known(talk, tracker):
    talk("add to my list: can I fly")
    talk("/delete_my_data")
    texts, _ = talk("/show_list")

    assert not any("can I fly" in text for text in texts)


def test_my_data_is_shown(talk):
    talk("what is sunitinib")
    talk("add to my list: can I fly")
    texts, _ = talk("show me what you have saved about me")

    shown = " ".join(texts)
    assert "can I fly" in shown and "Sunitinib" in shown


def test_a_call_back_goes_to_the_outbox_with_those_words_only(talk, files):
    talk("what is sunitinib")
    talk("/request_call_back")
    talk("Anna, 555 0199, after three")

    lines = [json.loads(line) for line in files["outbox"].read_text().splitlines()]
    assert [line["words"] for line in lines] == ["Anna, 555 0199, after three"]
    assert lines[0].keys() == {"day", "id", "of", "words"}


def test_forget_me_takes_back_a_request_that_waits(talk, tmp_path):
    talk("/request_call_back")
    talk(f"{WORDS} 555 0199")
    texts, _ = talk("/delete_my_data")

    assert not any(WORDS in path.read_text() for path in tmp_path.rglob("*") if path.is_file())
    assert "Don't wait for a call" in " ".join(texts)


def test_forget_me_says_that_a_request_passed_on_cannot_be_taken_back(talk, files):
    talk("/request_call_back")
    talk("Anna 555 0199")
    outbox = settings.outbox()
    outbox.pass_on(outbox.waiting()[0])
    told = " ".join(talk("/delete_my_data")[0])

    assert "can't take back" in told and "Nothing of it is kept" not in told


def test_forget_me_leaves_the_requests_of_others(talk):
    talk("Ben, please call 555 0123", sender="ben")
    talk("/delete_my_data")

    assert len(settings.outbox().waiting()) == 1


def test_without_a_request_forget_me_speaks_of_none(talk):
    told = " ".join(talk("/delete_my_data")[0])

    assert "Nothing of it is kept" in told and "call back" not in told


def test_a_request_that_cannot_be_deleted_is_told(talk, files, library):
    files["outbox"].mkdir()
    told = " ".join(talk("/delete_my_data")[0])

    assert "could not delete that request" in told and library.clinic.nurse_line in told


def test_my_data_tells_of_a_request_that_waits(talk):
    talk("/request_call_back")
    talk("Anna 555 0199")
    texts, _ = talk("show me what you have saved about me")

    assert "Requests for a call back in my outbox: 1." in " ".join(texts)


def test_what_is_kept_tells_that_a_request_passed_on_cannot_be_taken_back(talk):
    texts, _ = talk("what do you keep of what i write")

    assert "Once they have gone out, I can't take them back." in " ".join(texts)


def test_without_a_number_it_is_asked_for_again(talk, files):
    talk("/request_call_back")
    texts, _ = talk("anna please")

    assert not files["outbox"].exists() and any("phone number" in text for text in texts)


def test_feedback_names_the_answer_and_nobody(talk, files):
    talk("what is sunitinib")
    talk("/say_wrong")

    line = json.loads(files["feedback"].read_text())
    assert line["address"] == "drug/sunitinib#overview" and line["kind"] == "wrong"
    assert line.keys() == {"day", "address", "hash", "kind"}


def test_a_broken_outbox_is_told(talk, files, library):
    files["outbox"].mkdir()
    talk("/request_call_back")
    texts, _ = talk("Anna 555 0199")

    assert library.clinic.nurse_line in " ".join(texts)
