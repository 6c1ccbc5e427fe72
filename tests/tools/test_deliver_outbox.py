"""Requests for a call back reach the clinic, once each, and nobody else."""

from __future__ import annotations

import email
import email.policy
import hashlib
import hmac
import json

import pytest

from actions import settings
from answers.outbox import Outbox
from tools.deliver_outbox import PAUSES, main

WORDS = "Ann, 555 0100, after three"
KEY = "a secret of the clinic's own"


@pytest.fixture
def outbox(tmp_path, monkeypatch):
    own = Outbox(tmp_path / "outbox.jsonl")
    monkeypatch.setattr(settings, "outbox", lambda: own)
    own.request(WORDS, "a")
    return own


@pytest.fixture
def by_hook(hook, tmp_path):
    (tmp_path / "key").write_text(KEY + "\n")
    return {"GUIDE_OUTBOX_TO": hook.address, "GUIDE_WEBHOOK_SECRET_FILE": str(tmp_path / "key")}


@pytest.fixture
def by_mail(mailbox):
    return {
        "GUIDE_OUTBOX_TO": "mail:nurse@example.org",
        "GUIDE_SMTP_HOST": "127.0.0.1",
        "GUIDE_SMTP_PORT": mailbox.port,
        "GUIDE_SMTP_SECURITY": "none",
    }


class Waits(list):
    """Stands in for waiting: remembers how long, and does what is given meanwhile."""

    def __init__(self, meanwhile=lambda: None):
        super().__init__()
        self.meanwhile = meanwhile

    def __call__(self, seconds):
        self.append(seconds)
        self.meanwhile()


def run(environment, *arguments, wait=None):
    return main(list(arguments), environment, wait if wait is not None else Waits())


def interrupt():
    raise KeyboardInterrupt


def read(mail):
    return email.message_from_bytes(mail, policy=email.policy.default)


class TestByWebhook:
    def test_a_request_comes_once_however_often_it_runs(self, outbox, hook, by_hook):
        statuses = run(by_hook), run(by_hook)

        assert statuses == (0, 0)
        assert [json.loads(body)["words"] for _, body in hook.heard] == [WORDS]

    def test_it_comes_once_also_when_its_words_are_kept(self, outbox, hook, by_hook):
        run(by_hook, "--keep-days", "3")
        run(by_hook, "--keep-days", "3")

        assert len(hook.heard) == 1 and WORDS in outbox.path.read_text()

    def test_only_the_day_the_words_and_an_id_are_sent(self, outbox, hook, by_hook):
        waiting = outbox.waiting()[0]
        run(by_hook)

        sent = {"kind": "call-back", "id": waiting.id, "day": waiting.day, "words": WORDS}
        assert json.loads(hook.heard[0][1]) == sent

    def test_the_signature_verifies(self, outbox, hook, by_hook):
        run(by_hook)

        headers, body = hook.heard[0]
        wanted = "sha256=" + hmac.new(KEY.encode(), body, hashlib.sha256).hexdigest()
        assert hmac.compare_digest(headers["X-Guide-Signature"], wanted)

    def test_the_id_stays_the_same_at_each_try(self, outbox, hook, by_hook):
        hook.statuses += [503, 503]
        run(by_hook)

        keys = [headers["Idempotency-Key"] for headers, _ in hook.heard]
        assert len(keys) == 3 and len(set(keys)) == 1

    @pytest.mark.parametrize("status", [301, 302, 307, 400, 401, 404, 408, 429, 500, 503])
    def test_whatever_is_no_success_keeps_the_request(self, outbox, hook, by_hook, status):
        hook.statuses += [status] * 10

        assert run(by_hook) == 1
        assert [request.words for request in outbox.waiting()] == [WORDS]

    def test_it_pauses_longer_before_each_try(self, outbox, hook, by_hook):
        hook.statuses += [503] * 10
        waits = Waits()
        run(by_hook, wait=waits)

        assert tuple(waits) == PAUSES and len(hook.heard) == len(PAUSES) + 1

    def test_a_refusal_is_not_tried_again_in_the_same_run(self, outbox, hook, by_hook):
        hook.statuses += [400]
        run(by_hook)

        assert len(hook.heard) == 1

    def test_one_that_is_refused_does_not_hold_up_the_next(self, outbox, hook, by_hook):
        outbox.request("Ben 555 0101", "b")
        hook.statuses += [400]
        run(by_hook)

        assert [request.words for request in outbox.waiting()] == [WORDS]

    def test_one_that_a_server_stumbles_over_does_not_hold_up_the_next(self, outbox, hook, by_hook):
        outbox.request("Ben 555 0101", "b")
        hook.statuses += [500] * (len(PAUSES) + 1)
        run(by_hook)

        assert [request.words for request in outbox.waiting()] == [WORDS]

    def test_a_server_that_is_away_is_not_tried_with_the_next(self, outbox, hook, by_hook):
        outbox.request("Ben 555 0101", "b")
        hook.server_close()
        waits = Waits()
        run(by_hook, wait=waits)

        assert tuple(waits) == PAUSES and len(outbox.waiting()) == 2

    def test_no_proxy_gets_words_without_encryption(self, outbox, hook, by_hook, monkeypatch):
        monkeypatch.delenv("no_proxy")
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.setenv("http_proxy", "http://proxy.invalid")

        assert run(by_hook) == 0 and len(hook.heard) == 1

    def test_what_failed_is_delivered_by_a_later_run(self, outbox, hook, by_hook):
        hook.statuses += [503] * (len(PAUSES) + 1)
        statuses = run(by_hook), run(by_hook)

        assert statuses == (1, 0) and outbox.waiting() == []

    def test_a_server_that_is_away_keeps_the_request(self, outbox, hook, by_hook):
        hook.server_close()

        assert run(by_hook) == 1
        assert len(outbox.waiting()) == 1

    def test_what_a_person_takes_back_between_two_tries_is_not_sent(self, outbox, hook, by_hook):
        hook.statuses += [503]
        status = run(by_hook, wait=Waits(lambda: outbox.forget("a")))

        assert status == 0 and len(hook.heard) == 1

    @pytest.mark.parametrize("status", [200, 400, 503])
    def test_it_prints_no_words_and_no_address(self, outbox, hook, by_hook, capsys, caplog, status):
        hook.statuses += [status] * 10
        run(by_hook)

        printed = "".join(capsys.readouterr()) + caplog.text
        assert printed and "Ann" not in printed and "555" not in printed and "token-in-path" not in printed

    def test_the_words_are_gone_from_the_machine_afterwards(self, outbox, hook, by_hook):
        run(by_hook)

        assert not any("555" in path.read_text() for path in outbox.path.parent.iterdir())


class TestByMail:
    def test_a_request_comes_once_however_often_it_runs(self, outbox, mailbox, by_mail):
        statuses = run(by_mail), run(by_mail)

        assert statuses == (0, 0) and len(mailbox.heard) == 1

    def test_the_mail_holds_the_words_and_the_id(self, outbox, mailbox, by_mail):
        waiting = outbox.waiting()[0]
        run(by_mail)

        mail = read(mailbox.heard[0])
        assert f"> {WORDS}" in mail.get_content() and waiting.id in mail["Message-ID"]
        assert (mail["To"], mail["From"]) == ("nurse@example.org", "nurse@example.org")

    def test_what_a_person_wrote_stands_in_no_header(self, outbox, mailbox, by_mail):
        outbox.forget("a")
        outbox.request("555 0100\r\nBcc: other@example.org\r\n\r\n.\r\nQUIT", "b")
        run(by_mail)

        mail = read(mailbox.heard[0])
        assert mail["Bcc"] is None and "> Bcc: other@example.org" in mail.get_content()

    @pytest.mark.parametrize("answer", ["451 later", "550 no"])
    def test_a_server_that_refuses_keeps_the_request(self, outbox, mailbox, by_mail, answer):
        mailbox.answers += [answer] * 10

        assert run(by_mail) == 1
        assert [request.words for request in outbox.waiting()] == [WORDS]

    def test_one_that_is_put_off_does_not_hold_up_the_next(self, outbox, mailbox, by_mail):
        outbox.request("Ben 555 0101", "b")
        mailbox.answers += ["451 later"] * (len(PAUSES) + 1)
        run(by_mail)

        assert [request.words for request in outbox.waiting()] == [WORDS]

    def test_what_it_took_does_not_go_out_again_for_a_rude_farewell(self, outbox, mailbox, by_mail):
        mailbox.is_polite = False
        statuses = run(by_mail), run(by_mail)

        assert statuses == (0, 0) and len(mailbox.heard) == 1

    def test_a_server_that_quotes_the_mail_brings_no_word_into_the_log(self, outbox, mailbox, by_mail, capsys):
        mailbox.answers += [f"550 I will not take {WORDS}"]
        run(by_mail)

        assert "550" in (printed := "".join(capsys.readouterr())) and "Ann" not in printed

    def test_a_server_without_encryption_gets_no_words(self, outbox, mailbox, by_mail):
        status = run({**by_mail, "GUIDE_SMTP_SECURITY": "starttls"})

        assert status == 1 and mailbox.heard == [] and len(outbox.waiting()) == 1


WRONG = {
    "nothing": ({}, "GUIDE_OUTBOX_TO is not set"),
    "another way": ({"GUIDE_OUTBOX_TO": "fax:555"}, 'begins with "fax:"; known: mail:, https:, http:'),
    "a far address without encryption": ({"GUIDE_OUTBOX_TO": "http://clinic.example.org/"}, "use https:"),
    "an address without a host": ({"GUIDE_OUTBOX_TO": "https:"}, "names no host"),
    "no secret": ({"GUIDE_OUTBOX_TO": "https://clinic.example.org/"}, "GUIDE_WEBHOOK_SECRET_FILE is not set"),
    "no mail server": ({"GUIDE_OUTBOX_TO": "mail:n@example.org"}, "GUIDE_SMTP_HOST is not set"),
    "no mail address": ({"GUIDE_OUTBOX_TO": "mail:nurse", "GUIDE_SMTP_HOST": "localhost"}, "no mail address"),
    "a far mail server without encryption": (
        {"GUIDE_OUTBOX_TO": "mail:n@example.org", "GUIDE_SMTP_HOST": "mx.example.org", "GUIDE_SMTP_SECURITY": "none"},
        "only a mail server on this machine",
    ),
    "a user without a password": (
        {"GUIDE_OUTBOX_TO": "mail:n@example.org", "GUIDE_SMTP_HOST": "mx.example.org", "GUIDE_SMTP_USER": "n"},
        "GUIDE_SMTP_PASSWORD_FILE is not set",
    ),
    "no time": (
        {"GUIDE_OUTBOX_TO": "mail:n@example.org", "GUIDE_SMTP_HOST": "localhost", "GUIDE_OUTBOX_TIMEOUT": "soon"},
        "a whole number of seconds",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("environment", "told"), WRONG.values(), ids=WRONG)
def test_a_wrong_setting_is_named_and_nothing_is_sent(outbox, capsys, environment, told):
    assert run(environment) == 2
    assert told in capsys.readouterr().err and len(outbox.waiting()) == 1


def test_a_short_secret_is_refused(outbox, by_hook, tmp_path, capsys):
    (tmp_path / "key").write_text("short")

    assert run(by_hook) == 2 and "fewer than" in capsys.readouterr().err


def test_a_line_cut_off_is_told_and_kept_and_the_rest_is_delivered(outbox, hook, by_hook, capsys):
    with outbox.path.open("a") as file:
        file.write('{"day": "2026-01-02", "words": "Cleo 555')

    assert run(by_hook) == 1
    assert len(hook.heard) == 1 and "Cleo 555" in outbox.path.read_text()
    assert "lines that cannot be read: 1" in (told := capsys.readouterr().err) and "Cleo" not in told


def test_it_looks_again_every_so_often(outbox, hook, by_hook):
    def ask_again():
        outbox.request("Ben 555 0101", "b")
        waits.meanwhile = interrupt

    waits = Waits(ask_again)
    status = run(by_hook, "--every", "60", wait=waits)

    assert status == 0 and waits == [60, 60]
    assert [json.loads(body)["words"] for _, body in hook.heard] == [WORDS, "Ben 555 0101"]


def test_it_leaves_everything_to_a_delivery_that_is_at_work(outbox, hook, by_hook):
    with Outbox(outbox.path).delivering():
        status = run(by_hook)

    assert status == 0 and hook.heard == []


def test_what_was_sent_and_could_not_be_marked_is_told(outbox, by_hook, monkeypatch, capsys):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(outbox, "pass_on", full)

    assert run(by_hook) == 1
    assert "No space left on device" in capsys.readouterr().err
