"""What is kept, what is shown, and what is gone when a person asks for it."""

from __future__ import annotations

import json
import logging

import sqlalchemy as sa

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
    assert lines[0].keys() == {"day", "words"}


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
