"""Nobody reads or writes another's conversation; nothing a person or a server sends becomes markup."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
import urllib.parse

import pytest
from playwright.sync_api import expect

from tests.browser.host import visit
from tests.browser.states import MESSAGES, SIDE_EFFECTS

MARKUP = [
    "<img src=x onerror=window.hacked=1>",
    "<script>window.hacked=1</script>",
    "</textarea></p><svg onload=window.hacked=1>",
    "[click](javascript:window.hacked=1) **<b onclick=alert(1)>bold</b>**",
    "{{constructor.constructor('window.hacked=1')()}}",
]
TRIES = 1000
PLACES = ["/webhooks/web/messages", "/visit-list", "/visit-list.pdf"]


# --- markup ---


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_in_a_message_is_shown_as_it_was_written(markup, guide):
    guide.open().ask(markup)

    expect(guide.turn.get_by_text(markup, exact=True)).to_be_visible()
    assert guide.page.evaluate("window.hacked") is None


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_in_a_reply_is_shown_as_it_was_written(markup, guide):
    answered = [{"text": markup, "buttons": [{"title": markup, "payload": "/say_hello"}]}, {"custom": {"state": {}}}]
    guide.open()
    guide.page.route(MESSAGES, lambda route: route.fulfill(json=answered))
    guide.ask("hello")

    expect(guide.reply.get_by_role("button", name=markup, exact=True)).to_be_visible()
    expect(guide.reply.locator("img, script, svg, b, a")).to_have_count(0)
    assert guide.page.evaluate("window.hacked") is None


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_on_the_list_is_shown_as_it_was_written(markup, guide, context):
    guide.open().open_list()
    guide.list_own(markup)

    expect(guide.panel.get_by_role("listitem")).to_contain_text(markup)
    assert guide.page.evaluate("window.hacked") is None


@pytest.mark.parametrize("markup", MARKUP[:3])
def test_markup_in_the_address_of_a_hand_out_is_shown_as_it_was_written(markup, page, server):
    page.goto(f"{server.address}/print?a={urllib.parse.quote(markup)}")

    expect(page.get_by_role("main")).to_contain_text(markup)
    assert page.evaluate("window.hacked") is None


def test_a_link_of_a_reply_that_is_no_web_address_is_no_link(guide):
    source = {"id": "s", "title": "A source", "organisation": "", "date": "", "url": "javascript:window.hacked=1"}
    guide.open()
    guide.page.route(MESSAGES, lambda route: route.fulfill(json=answered_with(source)))
    guide.ask("hello")
    guide.answer.locator("summary").last.click()

    expect(guide.answer.locator("[href^='javascript']")).to_have_count(0)


def answered_with(source: dict) -> list[dict]:
    """Return a reply with an answer that rests on one source."""
    words = dict.fromkeys(("title", "heading", "next_step", "call_line", "mark", "disclaimer"), "Words.")
    paragraph = {"kind": "text", "lines": [[{"text": "Words."}]]}
    shape = {"address": "drug/sunitinib#overview", "part": "brief", "review": "draft", "checked": "", "language": "en"}
    flags = {"has_more": False, "has_clinician": False, "paragraphs": [paragraph], "figures": [], "pictures": []}
    return [{"custom": {"answer": {**words, **shape, **flags, "sources": [source]}}}, {"custom": {"state": {}}}]


# --- headers ---


@pytest.mark.parametrize("path", ["/", "/print?a=drug/sunitinib%23overview", "/visit-list", "/no-such-page"])
def test_a_page_sets_no_cookie_and_has_a_strict_policy(path, server):
    headers = server.request(path).headers
    policy = headers["Content-Security-Policy"]

    assert "Set-Cookie" not in headers
    assert "default-src 'none'" in policy and "unsafe" not in policy and "*" not in policy


def test_a_whole_talk_leaves_no_cookie(guide, context):
    guide.open().ask(SIDE_EFFECTS)

    assert context.cookies() == []


def test_the_policy_stops_a_script_that_found_its_way_into_the_page(guide, watch):
    watch.excuse("Content Security Policy")
    guide.open()
    refused = guide.page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener('securitypolicyviolation', (event) => done(event.violatedDirective));
          document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked = 1' }));
        })"""
    )

    assert refused.startswith("script-src") and guide.page.evaluate("window.hacked") is None


# --- whose conversation it is ---


@pytest.fixture(scope="module")
def owned(server) -> str:
    """The token of somebody who has something to lose: a question on their list."""
    token = server.new_token()
    assert server.say(token, "Add to my list: is the secret safe?").status == 200
    return token


def encoded(part: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()


def decoded(part: str) -> dict:
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def without_signature(token: str, _: str) -> str:
    head, claims, _signature = token.split(".")
    return f"{encoded({**decoded(head), 'alg': 'none'})}.{claims}."


def with_another_letter(token: str, _: str) -> str:
    # Not the last letter of a part: its lowest bits may mean nothing.
    place = secrets.choice(
        [place for place, letter in enumerate(token[:-1]) if letter != "." and token[place + 1] != "."]
    )
    other = secrets.choice([letter for letter in "ABCDEFabcdef0123456789" if letter != token[place]])
    return token[:place] + other + token[place + 1 :]


def with_anothers_claims(token: str, mine: str) -> str:
    head, _claims, signature = mine.split(".")
    return f"{head}.{token.split('.')[1]}.{signature}"


def with_longer_life(token: str, _: str) -> str:
    head, claims, signature = token.split(".")
    return f"{head}.{encoded({**decoded(claims), 'exp': int(time.time()) + 10**8})}.{signature}"


def guessed(token: str, _: str) -> str:
    head, claims, _signature = token.split(".")
    named = {**decoded(claims), "sub": f"web-{secrets.token_urlsafe(24)}"}
    return f"{head}.{encoded(named)}.{secrets.token_urlsafe(32)}"


def the_bare_name(token: str, _: str) -> str:
    return decoded(token.split(".")[1])["sub"]


FORGERIES = [without_signature, with_another_letter, with_anothers_claims, with_longer_life, guessed, the_bare_name]


@pytest.mark.parametrize("place", PLACES)
def test_one_thousand_tries_to_get_at_anothers_conversation_fail(place, server, owned):
    mine = server.new_token()
    answers = attempts(server, place, owned, mine)

    assert {answer.status for answer in answers} == {401}
    assert not any(b"secret" in answer.body for answer in answers)


def attempts(server, place: str, owned: str, mine: str) -> list:
    """Try each forgery in turn, as often as this place's share of all tries."""
    tries = range(TRIES // len(PLACES) + 1)
    return [attempt(server, place, FORGERIES[number % len(FORGERIES)](owned, mine)) for number in tries]


def attempt(server, place: str, token: str):
    """Try to get at a conversation with a token."""
    if place.startswith("/webhooks"):
        return server.say(token, "/show_list")
    return server.request(place, urllib.parse.urlencode({"token": token}).encode())


@pytest.mark.parametrize("place", PLACES)
def test_the_one_whose_conversation_it_is_gets_at_it(place, server, owned):
    assert attempt(server, place, owned).status == 200


def test_an_expired_token_opens_nothing(server):
    secret = next((server.folder / ".guide").glob("secret*")).read_text(encoding="utf-8").strip()
    past = int(time.time()) - 10
    claims = {**decoded(server.new_token().split(".")[1]), "iat": past - 60, "exp": past}

    assert server.say(signed(claims, secret), "/show_list").status == 401


def test_the_same_token_before_its_end_opens_its_own_conversation(server):
    secret = next((server.folder / ".guide").glob("secret*")).read_text(encoding="utf-8").strip()

    assert server.say(signed(decoded(server.new_token().split(".")[1]), secret), "/show_list").status == 200


def signed(claims: dict, secret: str) -> str:
    """Return a token signed as the server signs."""
    told = f"{encoded({'alg': 'HS256', 'typ': 'JWT'})}.{encoded(claims)}"
    mark = hmac.digest(secret.encode(), told.encode(), hashlib.sha256)
    return f"{told}.{base64.urlsafe_b64encode(mark).rstrip(b'=').decode()}"


def test_the_name_of_a_conversation_opens_it_by_no_other_channel(server, owned):
    name = decoded(owned.split(".")[1])["sub"]
    answer = server.request("/webhooks/rest/webhook", {"sender": name, "message": "/show_list"})

    assert b"secret" not in answer.body


# --- on a clinic's page ---


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://other.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_a_page_that_is_not_on_the_list_is_refused(headers, server, owned):
    answer = server.say(owned, "/show_list", **headers)

    assert answer.status == 403 and b"secret" not in answer.body
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_page_on_the_list_may_speak_with_the_guide(server, clinic, owned):
    answer = server.say(owned, "/show_list", Origin=clinic.origin)

    assert answer.status == 200 and answer.headers["Access-Control-Allow-Origin"] == clinic.origin


def test_in_the_browser_of_a_page_that_is_not_on_the_list_no_message_is_answered(guide, server, stranger, watch):
    watch.excuse("CORS policy|net::ERR_FAILED|status of 403")
    visit(guide.page, stranger, server)
    guide.press("open")
    guide.field.fill(SIDE_EFFECTS)
    guide.field.press("Enter")

    expect(guide.root.get_by_text(guide.say("lost"))).to_be_visible()
    expect(guide.root.get_by_role("article")).to_have_count(0)


def test_the_example_page_of_the_docs_works_under_the_policy_the_docs_tell(guide, server, clinic):
    visit(guide.page, clinic, server)
    guide.press("open")

    expect(guide.ask(SIDE_EFFECTS)).to_contain_text("Sunitinib")


SEEN = """() => ({
  sheets: [`${document.styleSheets.length} and ${document.adoptedStyleSheets.length}`],
  names: Object.keys(window).filter((name) => !name.startsWith('__')).sort(),
  styles: [...document.querySelectorAll('body, body *:not(kidney-guide, kidney-guide *, script)')].map((at) => {
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const look = [style.font, style.color, style.backgroundColor, style.margin];
    return [at.tagName, ...look, box.x, box.y, box.width, box.height].join();
  }),
  markup: [...document.querySelectorAll('html, head *, body, body *:not(kidney-guide)')].map((at) => {
    return at.cloneNode().outerHTML;
  }),
  title: [document.title],
  cookie: [document.cookie],
})"""


def test_a_clinics_page_is_the_same_with_the_guide_and_without(guide, server, clinic):
    guide.page.route("**/guide.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    visit(guide.page, clinic, server)
    # What stands inside the element is the clinic's own stopgap; the guide takes its place.
    guide.root.evaluate("guide => guide.hidden = true")
    without = guide.page.evaluate(SEEN)
    guide.page.unroute("**/guide.js")
    visit(guide.page, clinic, server)
    guide.press("open")
    guide.ask(SIDE_EFFECTS)

    assert different(guide.page.evaluate(SEEN), without) == {}


def different(now: dict, before: dict) -> dict[str, list]:
    """Return what differs between two looks at a page, by what was looked at."""
    found = {
        name: [one for one in [*before[name], *now[name]] if (one in before[name]) != (one in now[name])]
        for name in now
    }
    return {name: those for name, those in found.items() if those}


STYLE = """(at) => {
  const style = getComputedStyle(at);
  return [style.color, style.fontSize, style.display, style.textTransform, style.letterSpacing];
}"""
RUDE = """
  * { color: red; font-size: 3px; letter-spacing: 9px }
  textarea { display: none }
  body { text-transform: uppercase }
"""


def test_the_styles_of_a_clinics_page_do_not_reach_into_the_guide(guide, server, clinic):
    visit(guide.page, clinic, server)
    guide.press("open")
    before = guide.field.evaluate(STYLE)
    guide.page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet] }",
        RUDE,
    )

    assert guide.field.evaluate(STYLE) == before
