"""The web channel: nobody else's conversation, one turn for one message, never silent, no words in a log."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import random
import time

import jwt
import pytest

from assistant.channels.intake import MOST_CHARACTERS
from assistant.channels.web import TURNS, GuideWeb
from assistant.web.callers import CallersError
from assistant.web.headers import POLICY
from assistant.web.limits import Limit

SECRET = "a secret of a test that is long enough"
MESSAGES, CONVERSATIONS = "/webhooks/web/messages", "/webhooks/web/conversations"
WORDS = "my secret words"
SUBJECT = "web-" + "x" * 32
LISTED = "https://www.clinic.example"


class Guide:
    """Stands in for Rasa: repeats what it hears, with a report, and remembers it."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self.outcome, self.fails, self.is_silent = "answer", False, False
        self.may_end: asyncio.Event | None = None

    async def __call__(self, message) -> None:
        self.heard.append((message.sender_id, message.text))
        if self.may_end:
            await self.may_end.wait()
        if self.fails:
            raise RuntimeError(f"could not handle {message.text}")
        if self.is_silent:
            return
        await message.output_channel.send_text_message(message.sender_id, f"heard {message.text}")
        await message.output_channel.send_custom_json(message.sender_id, {"turn": {"outcome": self.outcome}})


@pytest.fixture
def guide():
    return Guide()


@pytest.fixture
def channel():
    return GuideWeb(secret=SECRET, origins=[LISTED])


@pytest.fixture
def site(serve, channel, guide):
    return serve(channel.blueprint(guide), prefix="/webhooks/web")


def begun(site) -> str:
    return site.post(CONVERSATIONS).json()["token"]


def sent(site, token, message=WORDS, name="one", headers=None, **options):
    """Return the request of a message, not sent yet."""
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json", **(headers or {})}
    body = json.dumps({"message": message, "id": name})
    return site.request("POST", MESSAGES, headers=headers, **{"content": body, **options})


def said(site, *arguments, **options):
    return site.all(sent(site, *arguments, **options))[0]


def signed(secret=SECRET, algorithm="HS256", **claims):
    """Return a token as the channel makes them, with some claims changed or, if None, left out."""
    now = int(time.time())
    whole = {"sub": SUBJECT, "aud": "conversation", "iat": now, "exp": now + 60, **claims}
    return jwt.encode({name: value for name, value in whole.items() if value is not None}, secret, algorithm=algorithm)


def with_payload(**claims):
    """Return a good token whose payload was changed after it was signed."""
    head, payload, signature = signed().split(".")
    known = json.loads(base64.urlsafe_b64decode(payload + "=="))
    changed = base64.urlsafe_b64encode(json.dumps({**known, **claims}).encode()).decode().rstrip("=")
    return ".".join((head, changed, signature))


def mangled(token: str, chance: random.Random) -> str:
    """Return a token with one character made another."""
    # Not the last one: some of its bits stand for nothing.
    at = chance.randrange(len(token) - 1)
    others = [c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" if c != token[at]]
    return token[:at] + chance.choice(others) + token[at + 1 :]


def tries(count: int) -> list[str]:
    """Return that many tokens that are none of ours: guessed, mangled, signed by others, too old."""
    chance = random.Random(7)
    makes = (
        lambda: mangled(signed(), chance),
        lambda: signed(secret=f"{chance.getrandbits(256):064x}"),
        lambda: signed(exp=int(time.time()) - chance.randrange(1, 10**6)),
        lambda: signed(secret=None, algorithm="none"),
        lambda: f"{chance.getrandbits(200):x}.{chance.getrandbits(200):x}.{chance.getrandbits(200):x}",
        lambda: with_payload(sub=f"web-{chance.getrandbits(128):032x}"),
    )
    return [makes[n % len(makes)]() for n in range(count)]


def test_each_conversation_gets_a_token_of_its_own(site, channel):
    first, second = begun(site), begun(site)

    assert channel.tokens.conversation(first) != channel.tokens.conversation(second)


def test_a_message_goes_to_the_conversation_of_its_token(site, channel, guide):
    token = begun(site)
    replies = said(site, token).json()

    assert guide.heard == [(channel.tokens.conversation(token), WORDS)]
    assert replies == [{"text": f"heard {WORDS}"}, {"custom": {"turn": {"outcome": "answer"}}}]


@pytest.mark.parametrize(
    "token",
    [
        pytest.param("", id="none"),
        pytest.param("x", id="no-token"),
        pytest.param("..", id="empty-parts"),
        pytest.param(SUBJECT, id="a-name-alone"),
        pytest.param(signed(secret="another secret that is long enough, too"), id="foreign"),
        pytest.param(signed(secret=None, algorithm="none"), id="alg-none"),
        pytest.param(signed(algorithm="HS512"), id="other-algorithm"),
        pytest.param(signed(exp=1), id="expired"),
        pytest.param(signed(exp=None), id="without-end"),
        pytest.param(signed(iat=None), id="without-beginning"),
        pytest.param(signed(iat=int(time.time()) + 3600), id="from-the-future"),
        pytest.param(signed(sub=None), id="without-subject"),
        pytest.param(signed(sub="rest-someone"), id="other-channel"),
        pytest.param(signed(sub="web-*"), id="wildcard"),
        pytest.param(signed(sub=SUBJECT + "\n"), id="line-break"),
        pytest.param(signed(aud="nurse"), id="for-something-else"),
        pytest.param(signed(aud=None), id="for-nothing"),
        pytest.param(with_payload(sub="web-" + "y" * 32), id="other-subject"),
        pytest.param(with_payload(exp=9999999999), id="longer-life"),
        pytest.param(signed(more="x" * 2000), id="too-long"),
        pytest.param("\u00e9.\u00e9.\u00e9", id="not-ascii"),
    ],
)
def test_a_token_that_is_not_ours_opens_nothing(site, guide, token):
    answer = said(site, "", headers={"authorization": f"Bearer {token}".encode("latin-1")})

    assert (answer.status_code, answer.json()["error"], guide.heard) == (401, "token", [])


def test_a_thousand_tries_to_enter_a_conversation_fail(site, channel, guide):
    channel.from_one_address = Limit(10_000, 1)
    answers = site.all(*(sent(site, token) for token in tries(1000)))

    assert [answer.status_code for answer in answers] == [401] * 1000 and guide.heard == []


def test_the_token_that_the_tries_are_made_from_is_good(site):
    answer = said(site, signed())

    assert answer.status_code == 200


@pytest.mark.parametrize("kind", ["Basic", "", "Token"])
def test_a_token_is_taken_as_a_bearer_alone(site, kind):
    answer = said(site, "", headers={"authorization": f"{kind} {signed()}".strip()})

    assert answer.status_code == 401


@pytest.mark.parametrize(
    "headers, status",
    [
        pytest.param({}, 201, id="no-browser"),
        pytest.param({"origin": "http://guide.example"}, 201, id="own-page"),
        pytest.param({"origin": "https://guide.example"}, 201, id="own-page-behind-a-proxy"),
        pytest.param({"origin": "null", "sec-fetch-site": "same-origin"}, 201, id="own-page-by-fetch-site"),
        pytest.param({"origin": LISTED, "sec-fetch-site": "cross-site"}, 201, id="listed"),
        pytest.param({"origin": "https://evil.example"}, 403, id="other"),
        pytest.param({"origin": "http://guide.example", "sec-fetch-site": "cross-site"}, 403, id="host-rebound"),
        pytest.param({"origin": "http://guide.example:81"}, 403, id="other-port"),
        pytest.param({"origin": LISTED + ".evil.example"}, 403, id="listed-as-prefix"),
        pytest.param({"origin": "https://evil.example/?" + LISTED}, 403, id="listed-inside"),
        pytest.param({"origin": LISTED.replace("https", "http")}, 403, id="listed-without-encryption"),
        pytest.param({"origin": LISTED.upper()}, 403, id="listed-in-capitals"),
        pytest.param({"origin": "null"}, 403, id="null"),
        pytest.param({"origin": ""}, 403, id="empty"),
        pytest.param({"sec-fetch-site": "cross-site"}, 403, id="cross-site-without-origin"),
        pytest.param({"sec-fetch-site": "same-site"}, 403, id="same-site"),
    ],
)
def test_only_listed_pages_and_our_own_may_begin(site, headers, status):
    answer = site.post(CONVERSATIONS, headers=headers)

    assert answer.status_code == status


def test_a_page_that_is_not_listed_cannot_send_a_message(site, guide):
    answer = said(site, begun(site), headers={"origin": "https://evil.example"})

    assert (answer.status_code, answer.json()["error"], guide.heard) == (403, "origin", [])


@pytest.mark.parametrize(
    "origin, allowed",
    [(LISTED, LISTED), ("https://evil.example", None), ("null", None), ("http://guide.example", None)],
)
@pytest.mark.parametrize("path", [MESSAGES, CONVERSATIONS])
def test_a_page_may_read_replies_only_if_it_is_listed(site, path, origin, allowed):
    answers = (site.options(path, headers={"origin": origin}), site.post(path, headers={"origin": origin}))

    assert {answer.headers.get("access-control-allow-origin") for answer in answers} == {allowed}
    assert all("origin" in answer.headers["vary"].lower() for answer in answers)


def test_a_listed_page_is_told_what_it_may_send(site):
    answer = site.options(MESSAGES, headers={"origin": LISTED, "access-control-request-method": "POST"})

    assert answer.status_code == 204 and answer.headers["access-control-allow-methods"] == "POST"
    assert answer.headers["access-control-allow-headers"] == "authorization, content-type"
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize(
    "origin",
    ["*", "null", "https://clinic.example/", "clinic.example", "ftp://clinic.example", "https://*.clinic.example",
     "https://Clinic.example", "https://clinic.example\n", "https://a@clinic.example", ""],
)  # fmt: skip
def test_an_origin_that_is_none_stops_the_server(origin):
    with pytest.raises(CallersError, match="credentials.yml: origins"):
        GuideWeb(secret=SECRET, origins=[origin])


def test_a_body_that_is_too_large_is_not_read(site, guide):
    answer = said(site, begun(site), content=b" " * (64 * 1024 + 1))

    assert (answer.status_code, answer.json()["error"], guide.heard) == (413, "too-large", [])


def test_a_message_that_is_too_long_is_answered(site, guide):
    answer = said(site, begun(site), "x" * (MOST_CHARACTERS + 1))

    assert answer.status_code == 200 and guide.heard[0][1] == '/cannot_read{"notice": "too-long"}'


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_a_form_of_another_site_can_send_is_refused(site, guide, kind):
    answer = said(site, begun(site), headers={"content-type": kind})

    assert (answer.status_code, answer.json()["error"], guide.heard) == (415, "type", [])


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"words"', b"{}", b'{"message": {"a": 1}}', b"\xff\xfe"])
def test_a_body_that_cannot_be_read_becomes_a_message_that_says_so(site, body):
    answer = said(site, begun(site), content=body)

    assert answer.status_code == 200 and answer.json()[0]["text"].startswith("heard /cannot_read")


def test_a_command_to_rasa_is_read_as_words(site, guide):
    said(site, begun(site), "/restart")

    assert guide.heard[0][1] == "restart"


def test_who_writes_too_fast_is_told_when_to_go_on(site, channel):
    channel.turns = Limit(2, 0.25)
    token = begun(site)
    answers = site.all(*(sent(site, token, name=str(n)) for n in range(3)))

    assert sorted(answer.status_code for answer in answers) == [200, 200, 429]
    assert max(answers, key=lambda answer: answer.status_code).headers["retry-after"] == "4"


def test_one_who_writes_too_fast_does_not_stop_another(site, channel):
    channel.turns = Limit(1, 0.01)
    first, second = begun(site), begun(site)
    answers = site.all(sent(site, first, name="1"), sent(site, first, name="2"), sent(site, second))

    assert sorted(answer.status_code for answer in answers[:2]) == [200, 429] and answers[2].status_code == 200


def test_one_address_cannot_begin_without_end(site, channel):
    channel.begun = Limit(2, 0.01)
    answers = site.all(*(site.request("POST", CONVERSATIONS) for _ in range(3)))
    other = site.post(CONVERSATIONS, address="192.0.2.2")

    assert sorted(answer.status_code for answer in answers) == [201, 201, 429] and other.status_code == 201


def test_many_conversations_of_one_address_share_a_limit(site, channel):
    channel.from_one_address = Limit(2, 0.01)
    tokens = [begun(site) for _ in range(3)]
    answers = site.all(*(sent(site, token) for token in tokens))

    assert sorted(answer.status_code for answer in answers) == [200, 200, 429]


def test_a_large_house_can_be_let_send_more(serve, guide):
    channel = GuideWeb(secret=SECRET, limit=2)
    site = serve(channel.blueprint(guide), prefix="/webhooks/web")
    token = begun(site)
    answers = site.all(*(sent(site, token, name=str(n)) for n in range(2 * TURNS[0])))

    assert {answer.status_code for answer in answers} == {200}


def test_an_address_that_a_caller_makes_up_does_not_count(site, channel):
    channel.begun = Limit(1, 0.01)
    made_up = (site.request("POST", CONVERSATIONS, headers={"x-forwarded-for": f"198.51.100.{n}"}) for n in range(2))
    answers = site.all(*made_up)

    assert sorted(answer.status_code for answer in answers) == [201, 429]


def test_the_address_a_trusted_proxy_saw_counts(serve, guide):
    channel = GuideWeb(secret=SECRET, proxies=["192.0.2.0/24"])
    channel.begun = Limit(1, 0.01)
    site = serve(channel.blueprint(guide), prefix="/webhooks/web")
    seen = (site.request("POST", CONVERSATIONS, headers={"x-forwarded-for": f"198.51.100.{n}"}) for n in (1, 2, 1))
    answers = site.all(*seen)

    assert sorted(answer.status_code for answer in answers) == [201, 201, 429]


def test_the_address_counts_also_if_the_proxy_wrote_it_on_a_line_of_its_own(serve, guide):
    channel = GuideWeb(secret=SECRET, proxies=["192.0.2.0/24"])
    channel.begun = Limit(1, 0.01)
    site = serve(channel.blueprint(guide), prefix="/webhooks/web")
    made_up = [[("x-forwarded-for", f"203.0.113.{n}"), ("x-forwarded-for", "198.51.100.1")] for n in range(2)]
    answers = site.all(*(site.request("POST", CONVERSATIONS, headers=headers) for headers in made_up))

    assert sorted(answer.status_code for answer in answers) == [201, 429]


def test_a_message_sent_again_gets_its_replies_without_a_second_turn(site, guide):
    token = begun(site)
    first, again = said(site, token), said(site, token)

    assert again.json() == first.json() and len(guide.heard) == 1


def test_a_message_sent_twice_at_once_gets_one_turn(site, guide):
    token = begun(site)
    answers = site.all(*(sent(site, token) for _ in range(5)))

    assert [answer.json() for answer in answers] == [answers[0].json()] * 5 and len(guide.heard) == 1


def test_a_turn_goes_on_when_the_line_breaks_and_its_replies_wait(site, guide):
    async def hang_up_and_ask_again():
        guide.may_end = asyncio.Event()
        lost = asyncio.ensure_future(sent(site, token))
        while not guide.heard:
            await asyncio.sleep(0)
        lost.cancel()
        guide.may_end.set()
        return await sent(site, token)

    token = begun(site)
    answer = site.loop.run_until_complete(hang_up_and_ask_again())

    assert answer.json()[0]["text"] == f"heard {WORDS}" and len(guide.heard) == 1


def test_the_same_id_in_another_conversation_is_another_message(site, guide):
    said(site, begun(site))
    said(site, begun(site))

    assert len(guide.heard) == 2


@pytest.mark.parametrize("name", [None, "", 7, "x" * 65])
def test_a_message_without_a_good_id_gets_a_turn_each_time(site, guide, name):
    token = begun(site)
    said(site, token, name=name)
    said(site, token, name=name)

    assert len(guide.heard) == 2


def test_a_message_whose_turn_failed_may_be_sent_again(site, guide):
    token = begun(site)
    guide.fails = True
    said(site, token)
    guide.fails = False
    again = said(site, token)

    assert again.json()[0]["text"] == f"heard {WORDS}"


def test_replies_are_not_kept_when_the_talk_is_deleted(site, guide):
    token = begun(site)
    said(site, token, name="one")
    guide.outcome = "control"
    said(site, token, "forget me", name="two")
    said(site, token, name="one")

    assert len(guide.heard) == 3


def test_replies_are_kept_after_a_control_that_deletes_nothing(serve, channel, guide, agent_with):
    token = channel.tokens.new()
    agent = agent_with({channel.tokens.conversation(token): {}})
    site = serve(channel.blueprint(guide), prefix="/webhooks/web", agent=agent)
    guide.outcome = "control"
    said(site, token)
    said(site, token)

    assert len(guide.heard) == 1


def test_a_store_that_fails_costs_nobody_the_reply(serve, channel, guide, agent_with):
    site = serve(channel.blueprint(guide), prefix="/webhooks/web", agent=agent_with(error=OSError("disk")))
    guide.outcome = "control"
    answer = said(site, begun(site))

    assert answer.json()[0]["text"] == f"heard {WORDS}"


@pytest.mark.parametrize("fault", ["fails", "is_silent"])
def test_when_all_else_fails_the_notice_is_said(site, guide, library, fault):
    setattr(guide, fault, True)
    replies = said(site, begun(site)).json()

    assert "\n\n".join(reply.get("text", "") for reply in replies[:-1]) == library.notice("failure")
    assert replies[-1]["custom"]["turn"]["outcome"] == "failure"


def test_a_failing_turn_logs_its_kind_and_not_the_words(site, guide, caplog):
    guide.fails = True
    with caplog.at_level(logging.DEBUG):
        said(site, begun(site))

    assert "RuntimeError" in caplog.text and WORDS not in caplog.text


def test_a_request_that_breaks_us_is_told_with_the_numbers(site, channel, library, monkeypatch, caplog):
    def broken(*_):
        raise RuntimeError(WORDS)

    token = begun(site)
    monkeypatch.setattr(channel.tokens, "conversation", broken)
    answer = said(site, token)

    assert answer.status_code == 503 and library.clinic.nurse_line in " ".join(answer.json()["notice"])
    assert WORDS not in caplog.text + answer.text


class Loading:
    """An agent whose model is still being read."""

    def is_ready(self) -> bool:
        return False


@pytest.mark.parametrize("agent", [None, Loading()], ids=["none", "loading"])
def test_before_the_guide_can_answer_it_says_so_with_the_numbers(serve, channel, guide, library, agent):
    site = serve(channel.blueprint(guide), prefix="/webhooks/web", agent=agent)
    answer = said(site, begun(site))

    assert (answer.status_code, answer.json()["error"], guide.heard) == (503, "not-ready", [])
    assert library.clinic.emergency in " ".join(answer.json()["notice"]) and answer.headers["retry-after"]


@pytest.mark.parametrize(
    "options, error",
    [
        pytest.param({"token": ""}, "token", id="token"),
        pytest.param({"headers": {"origin": "https://evil.example"}}, "origin", id="origin"),
        pytest.param({"headers": {"content-type": "text/plain"}}, "type", id="type"),
        pytest.param({"content": b" " * 70_000}, "too-large", id="size"),
    ],
)
def test_each_refusal_says_why_and_holds_the_numbers(site, library, options, error):
    answer = said(site, **{"token": begun(site), **options}).json()
    why, numbers = answer["notice"]

    assert (answer["error"], why) == (error, library.interface["pages"][f"error_{error.replace('-', '_')}"])
    assert library.clinic.emergency in numbers and library.clinic.crisis in numbers


@pytest.mark.parametrize("token", ["good", "bad"])
def test_every_response_has_the_guards_and_no_cookie(site, token):
    answer = said(site, begun(site) if token == "good" else "bad")

    assert answer.headers["content-security-policy"] == POLICY and answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff" and "set-cookie" not in answer.headers


def test_markup_is_passed_on_as_the_words_it_is(site):
    answer = said(site, begun(site), "<script>alert(1)</script>")

    assert answer.json()[0]["text"] == "heard <script>alert(1)</script>"
    assert answer.headers["content-type"] == "application/json"
