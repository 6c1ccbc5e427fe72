"""Nobody gets in but by the clinic's sign-in, and no form counts but our own."""

from __future__ import annotations

import stat
import time

import jwt
import pytest

from answers.errors import AnswersError
from assistant.console.__main__ import main
from assistant.console.gate import MOST_TRIES, Gate
from assistant.console.nurses import Nurses
from assistant.web.headers import SECURITY
from assistant.web.tokens import Tokens
from tests.assistant.console.conftest import NAME, ROLE, Browser

PAGES = [
    "/nurse",
    "/nurse?q=sunitinib",
    "/nurse/index.json",
    "/nurse/answer/drug/sunitinib",
    "/nurse/scripts",
    "/nurse/script/red-flags",
    "/nurse/script/red-flags/summary",
    "/nurse/review",
    "/nurse/review/drug/sunitinib/overview",
    "/nurse/unanswered",
    "/nurse/feedback",
    "/nurse/usage",
    "/nurse/what/is/not/there",
]
FORMS = ["/nurse/sign-out", "/nurse/review/drug/sunitinib/overview/sign", "/nurse/feedback/done"]
OPEN = {"/nurse/sign-in", "/nurse/static/<name:str>"}
SECRET = "a secret of a test that is long enough"


def session(secret=SECRET, **claims):
    now = int(time.time())
    usual = {"aud": "nurse", "sub": NAME, "key": "0" * 16, "jti": "a", "iat": now, "exp": now + 60}
    return jwt.encode({**usual, **claims}, secret, algorithm="HS256")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_opens_without_sign_in(stranger, token, path):
    page = stranger.get(path)

    assert page.status_code == 303 and page.headers["location"].startswith("/nurse/sign-in?to=")
    assert page.content == b""


@pytest.mark.parametrize("path", FORMS)
def test_no_form_counts_without_sign_in(stranger, token, path):
    form = stranger.form("/nurse/sign-in")

    assert stranger.post(path, form=form).status_code == 401


def test_every_route_is_tried_above(site):
    tried = {site.app.router.get(path.partition("?")[0], "GET", None)[0].path for path in PAGES}
    tried |= {site.app.router.get(path, "POST", None)[0].path for path in FORMS}
    routes = {route.path for route in site.app.router.routes}

    assert routes - tried == {path.removeprefix("/") for path in OPEN}


def test_without_any_token_there_is_no_way_in_and_the_page_says_how_to_make_one(stranger):
    page = stranger.get("/nurse/sign-in")

    assert "assistant.console add" in page.text and 'name="token"' not in page.text


def test_the_right_token_opens_the_page_that_was_asked_for(stranger, token):
    page = stranger.sign_in(token, to="/nurse/review?queue=draft")

    assert page.headers["location"] == "/nurse/review?queue=draft"
    assert stranger.get("/nurse/review").status_code == 200


@pytest.mark.parametrize("wrong", ["", "x", "a" * 43, "\u00e9\u4e2d", "x" * 10_000])
def test_a_wrong_token_opens_nothing(stranger, token, wrong):
    page = stranger.sign_in(wrong)

    assert page.status_code == 401 and "nurse_session" not in page.cookies
    assert stranger.get("/nurse/review").status_code == 303


def test_who_tries_too_often_has_to_wait(stranger, token):
    form = stranger.form("/nurse/sign-in")
    tries = [stranger.post("/nurse/sign-in", form=form, token="wrong") for _ in range(MOST_TRIES + 1)]

    assert [page.status_code for page in tries] == [401] * MOST_TRIES + [429]
    assert int(tries[-1].headers["retry-after"]) > 0


def test_who_tries_too_often_locks_nobody_else_out(site, stranger, token):
    form = stranger.form("/nurse/sign-in")
    tries = [stranger.post("/nurse/sign-in", form=form, token="wrong") for _ in range(MOST_TRIES + 1)]
    other = Browser(site)
    form = other.form("/nurse/sign-in")

    assert tries[-1].status_code == 429
    assert other.post("/nurse/sign-in", address="192.0.2.77", form=form, token=token).status_code == 303


def test_the_cookie_is_read_by_no_script_and_sent_by_no_other_site(stranger, token):
    cookie = stranger.sign_in(token).headers["set-cookie"]

    assert all(part in cookie for part in ("HttpOnly", "SameSite=Strict", "Path=/nurse", "Max-Age=28800"))
    assert "Secure" not in cookie


def test_over_https_the_cookie_is_sent_over_https_only(stranger, token):
    form = stranger.form("/nurse/sign-in")
    headers = {"Origin": "https://guide.example", "Sec-Fetch-Site": "same-origin"}
    page = stranger.post("/nurse/sign-in", headers=headers, form=form, token=token)

    assert "Secure" in page.headers["set-cookie"]


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(lambda key: session("another secret that is long enough", key=key), id="forged"),
        pytest.param(lambda key: session(key=key, exp=int(time.time()) - 1), id="over"),
        pytest.param(lambda key: session(key="f" * 16), id="another-token"),
        pytest.param(lambda key: session(key=key, sub="somebody"), id="another-name"),
        pytest.param(lambda key: session(key=key, aud="conversation"), id="for-something-else"),
        pytest.param(lambda key: Tokens(SECRET).new(), id="token-of-a-conversation"),
        pytest.param(lambda key: jwt.encode({"aud": "nurse", "sub": NAME}, None, algorithm="none"), id="unsigned"),
    ],
)
def test_no_other_session_opens_anything(stranger, token, kept, made):
    (known,) = Nurses(kept / "nurse-tokens").all()
    stranger.cookies["nurse_session"] = made(known.key)

    assert stranger.get("/nurse/review").status_code == 303


def test_a_session_of_ours_opens(stranger, token, kept):
    (known,) = Nurses(kept / "nurse-tokens").all()
    stranger.cookies["nurse_session"] = session(key=known.key)

    assert stranger.get("/nurse/review").status_code == 200


def test_who_is_removed_is_out_at_once(nurse, kept):
    Nurses(kept / "nurse-tokens").remove(NAME)

    assert nurse.get("/nurse/review").status_code == 303


def test_who_signed_out_is_out_even_with_the_old_cookie(nurse):
    session = nurse.cookies["nurse_session"]
    nurse.post("/nurse/sign-out", form=nurse.form("/nurse"))
    nurse.cookies["nurse_session"] = session

    assert nurse.get("/nurse/review").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Origin": "https://elsewhere.example"}, id="other-origin"),
        pytest.param({"Origin": "null"}, id="no-origin"),
        pytest.param({}, id="nothing-said"),
        pytest.param({"Origin": "http://guide.example", "Sec-Fetch-Site": "cross-site"}, id="cross-site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, id="same-site"),
    ],
)
@pytest.mark.parametrize("path", FORMS)
def test_a_form_from_another_site_is_refused(nurse, path, headers):
    page = nurse.post(path, headers=headers, form=nurse.form("/nurse"))

    assert page.status_code == 403 and nurse.get("/nurse").status_code == 200


@pytest.mark.parametrize("form", ["", "x", "0" * 64])
@pytest.mark.parametrize("path", FORMS)
def test_a_form_without_its_token_is_refused(nurse, path, form):
    assert nurse.post(path, form=form).status_code == 403


def test_a_form_of_another_browser_is_refused(site, nurse, token):
    other = Browser(site)
    other.sign_in(token)

    assert nurse.post("/nurse/sign-out", form=other.form("/nurse")).status_code == 403


def test_signing_in_from_another_site_is_refused(stranger, token):
    form = stranger.form("/nurse/sign-in")
    page = stranger.post("/nurse/sign-in", headers={"Origin": "https://elsewhere.example"}, form=form, token=token)

    assert page.status_code == 403 and "nurse_session" not in page.cookies


@pytest.mark.parametrize(
    "to",
    [
        "https://elsewhere.example",
        "//elsewhere.example",
        "/nurse//../..",
        "/nursery",
        "/nurse\\@elsewhere.example",
        "/nurse/\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "/",
    ],
)
def test_signing_in_leads_to_a_page_of_ours_whatever_was_asked(stranger, token, to):
    where = stranger.sign_in(token, to=to).headers["location"]

    assert where == "/nurse" or (to.startswith("/nurse/") and where == to)


def test_the_header_of_the_trusted_proxy_lets_in(site, kept, monkeypatch):
    monkeypatch.setenv("GUIDE_NURSE_HEADER", "X-Remote-User")
    monkeypatch.setenv("GUIDE_NURSE_PROXY", "10.0.0.0/8")
    page = Browser(site).get("/nurse/review", address="10.1.2.3", **{"X-Remote-User": "somebody"})

    assert page.status_code == 200 and "somebody" in page.text


@pytest.mark.parametrize(
    "header, proxy",
    [
        pytest.param("X-Remote-User", "10.0.0.0/8", id="another-peer"),
        pytest.param("X-Remote-User", "", id="no-proxy-listed"),
        pytest.param("", "192.0.2.1", id="no-header-named"),
        pytest.param("X-Other", "192.0.2.1", id="another-header"),
    ],
)
def test_the_header_is_worth_nothing_otherwise(site, kept, monkeypatch, header, proxy):
    monkeypatch.setenv("GUIDE_NURSE_HEADER", header)
    monkeypatch.setenv("GUIDE_NURSE_PROXY", proxy)
    sent = {"X-Remote-User": "somebody", "X-Forwarded-For": "10.1.2.3"}

    assert Browser(site).get("/nurse/review", **sent).status_code == 303


def test_a_proxy_that_is_no_address_stops_the_start(kept, monkeypatch):
    monkeypatch.setenv("GUIDE_NURSE_PROXY", "proxy.example")

    with pytest.raises(AnswersError, match="GUIDE_NURSE_PROXY"):
        Gate()


@pytest.mark.parametrize("path", [*PAGES, "/nurse/sign-in", "/nurse/static/console.css", "/nurse/static/nothing"])
def test_every_response_has_the_security_headers(nurse, path):
    headers = nurse.get(path).headers

    assert {name: headers.get(name) for name in SECURITY} == SECURITY
    assert headers["cache-control"] == "no-store" or path == "/nurse/static/console.css"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_holds_script_or_style_of_its_own(nurse, path):
    text = nurse.get(path).text

    assert "<style" not in text and " style=" not in text and "<script>" not in text and " onclick=" not in text


def test_the_file_keeps_no_token_and_is_the_owners_alone(kept, token):
    path = kept / "nurse-tokens"

    assert token not in path.read_text() and stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_command_adds_lists_and_removes(kept, capsys):
    statuses = [main(["add", NAME, ROLE]), main(["list"]), main(["remove", NAME])]
    token, listed = capsys.readouterr().out.splitlines()

    assert statuses == [0, 0, 0] and listed == f"{NAME}\t{ROLE}" and len(token) >= 43
    assert Nurses(kept / "nurse-tokens").all() == []


@pytest.mark.parametrize(
    "arguments", [["add", NAME, ROLE], ["add", "a\tb", ROLE], ["add", " ", ROLE], ["remove", "nobody"]]
)
def test_the_command_says_what_it_cannot_do(token, capsys, arguments):
    assert main(arguments) == 1 and capsys.readouterr().err
