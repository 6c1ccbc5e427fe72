"""The pages: the numbers always, what is asked for if it is there, and nothing a page was not meant to do."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

import pytest

from assistant.web.headers import POLICY
from assistant.web.pages import attach
from assistant.web.site import MOST_ANSWERS, Site

ROOT = Path(__file__).resolve().parents[3]
PATHS = ["/", "/print", "/print?a=drug/sunitinib%23overview", "/visit-list", "/nowhere", "/widget/nowhere.js",
         "/guide.js", "/widget-settings.json", "/pages.css", "/pages.js", "/pictures/nowhere.svg"]  # fmt: skip


@pytest.mark.parametrize("path", ["/", "/visit-list", "/nowhere", "/print", "/print?a=drug/sunitinib"])
@pytest.mark.parametrize("state", ["guide", "starting"])
def test_the_numbers_stand_on_every_page_in_every_state(request, library, path, state):
    page = request.getfixturevalue(state).get(path).text

    assert f'<a href="tel:911">{library.clinic.emergency}</a>' in page and 'href="tel:988"' in page
    assert escape(library.clinic.nurse_line, quote=False) in page.replace("&#39;", "'")


def test_the_first_page_is_whole_without_a_script_and_without_the_guide(starting, library):
    words, page = library.interface["pages"], starting.get("/").text

    assert f"<h1>{words['title']}</h1>" in page and page.index("tel:911") < page.index("<main")
    assert all(escape(words[name], quote=False) in page.replace("&#39;", "'").replace("&#34;", '"')
               for name in ("is_1", "is_2", "is_not_1", "is_not_2", "privacy_1", "privacy_2"))  # fmt: skip


def test_the_first_page_leads_to_answers_that_are_served(guide, library):
    linked = re.findall(r'href="/print\?a=([^&"]+)', guide.get("/").text)
    addresses = [link.replace("%23", "#") for link in linked]

    assert len(addresses) == len(library.interface["starters"]) and all(map(library.section, addresses))


@pytest.mark.parametrize("path", PATHS)
def test_every_response_has_the_guards_and_no_cookie(guide, path):
    answer = guide.get(path)

    assert answer.headers["content-security-policy"] == POLICY and "set-cookie" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer" and answer.headers["permissions-policy"]
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"


def test_the_policy_lets_a_page_load_from_here_alone():
    assert POLICY == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


@pytest.mark.parametrize("path", ["/", "/print?a=drug/sunitinib%23overview", "/visit-list", "/nowhere"])
def test_no_page_needs_what_the_policy_forbids(guide, path):
    page = guide.get(path).text

    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)|javascript:", page)


@pytest.mark.parametrize("path", ["/", "/print?a=drug/sunitinib%23overview", "/visit-list"])
def test_a_page_loads_nothing_of_another_host(guide, path):
    loaded = re.findall(r'(?:src|<link[^>]*href|action)="([^"]+)"', guide.get(path).text)

    assert loaded and [address for address in loaded if not address.startswith(("/", "data:,"))] == []


@pytest.mark.parametrize(
    "path",
    ["/widget/../serve.py", "/widget/%2e%2e/assistant/serve.py", "/widget/..%2fcredentials.yml", "/widget//etc/passwd",
     "/widget/vendor/../../credentials.yml", "/pictures/..%2f..%2fclinic.yml", "/pictures/%2e%2e", "/static/pages.css",
     "/widget/README.md", "/widget/vendor/lit-html.LICENSE", "/widget/%00", "/.guide/secret", "/content/clinic.yml"],
)  # fmt: skip
def test_no_path_leaves_what_is_handed_out(guide, path):
    answer = guide.get(path)

    assert answer.status_code == 404 and "tel:911" in answer.text


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "content/en/pictures").glob("*.svg")))
def test_a_picture_is_for_every_site_to_show(guide, name):
    answer = guide.get(f"/pictures/{name}")

    assert answer.status_code == 200 and answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize("path", ["/guide.js", "/widget-settings.json"])
def test_any_site_may_load_the_widget(guide, path):
    answer = guide.get(path, headers={"origin": "https://www.clinic.example"})

    assert answer.status_code == 200 and answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"


@pytest.mark.parametrize("path", ["/guide.js", "/widget-settings.json", "/pages.css"])
def test_a_file_that_has_not_changed_is_not_sent_again(guide, path):
    first = guide.get(path)
    again = guide.get(path, headers={"if-none-match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"") and again.headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize("path", ["/guide.js", "/widget-settings.json", "/pages.css"])
def test_a_file_is_sent_small_and_whole(guide, path):
    packed = guide.get(path, headers={"accept-encoding": "gzip"})
    plain = guide.get(path, headers={"accept-encoding": "identity"})

    assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
    assert packed.content == plain.content and packed.num_bytes_downloaded < len(plain.content)


def test_a_hand_out_holds_the_answer_its_sources_its_review_and_its_disclaimer(guide, library):
    section = library.section("drug/sunitinib#side-effects")
    page = guide.get("/print?a=drug/sunitinib%23side-effects").text

    assert "Sunitinib" in page and all(escape(source.title) in page for source in library.sources_of(section))
    assert library.labels["marks"][library.review(section)] in page
    assert library.disclaimer("drug") in page.replace("&#39;", "'")


def test_a_hand_out_says_what_it_does_not_hold(guide, library):
    answer = guide.get("/print?a=drug/nothing&a=drug/sunitinib%23overview&a=<b>x</b>")

    assert answer.status_code == 200 and library.interface["pages"]["handout_missing"] in answer.text
    assert "<li>drug/nothing</li>" in answer.text and "<li>&lt;b&gt;x&lt;/b&gt;</li>" in answer.text
    assert answer.text.count("<article") == 1


@pytest.mark.parametrize(
    "query",
    ["a=%00", "a=%23", "a=" + "x" * 5000, "a", "a=drug/sunitinib%23", "part=%7B%7B7*7%7D%7D",
     "a=drug/sunitinib&part=../../etc", "a=drug/sunitinib&amount=nothing"],
)  # fmt: skip
def test_no_question_breaks_a_hand_out(guide, query):
    answer = guide.get(f"/print?{query}")

    assert answer.status_code == 200 and "49" not in answer.text


def test_a_hand_out_holds_only_so_many(guide, library):
    addresses = "&".join(f"a={topic}" for topic in list(library.topics)[: MOST_ANSWERS + 1])
    page = guide.get(f"/print?{addresses}").text

    assert page.count("<article") == MOST_ANSWERS
    assert library.interface["pages"]["handout_cut"].replace("{most}", str(MOST_ANSWERS)) in page


def test_a_hand_out_tells_more_only_if_asked(guide):
    brief, more, clinician = (
        guide.get(f"/print?a=drug/sunitinib%23side-effects&part={part}").text for part in ("brief", "more", "clinician")
    )

    assert len(brief) < len(more) < len(clinician) and "COMPARZ" in clinician.partition("<footer>")[0]


def test_survival_figures_wait_until_they_are_asked_for(guide):
    path = "/print?a=outlook/survival-statistics%23what-to-expect&part=more"
    told, asked = guide.get(path).text, guide.get(f"{path}&amount=numbers").text
    counted = re.compile(r"\b\d+ (?:in|of|out of) (?:every )?100\b")

    assert counted.search(asked) and not counted.search(told)


def test_a_hand_out_while_the_library_is_read_says_what_is_missing(starting):
    answer = starting.get("/print?a=drug/sunitinib")

    assert answer.status_code == 200 and "<li>drug/sunitinib</li>" in answer.text


def test_an_address_that_is_stopped_is_missing(serve, channel, library):
    stopped = replace(library, stops={"drug/sunitinib": "a recall"})
    site = Site(ROOT / "content", "en", lambda: stopped)
    page = serve(attach=partial(attach, site=site, channel=channel)).get("/print?a=drug/sunitinib%23overview").text

    assert "<li>drug/sunitinib#overview</li>" in page and "<article" not in page


def test_an_error_is_a_page_with_the_numbers_and_without_its_words(guide, site, monkeypatch, caplog):
    def broken(*_, **__):
        raise RuntimeError("words of a person")

    monkeypatch.setattr(site, "handout", broken)
    answer = guide.get("/print?a=drug/sunitinib")

    assert answer.status_code == 500 and "tel:911" in answer.text
    assert "words of a person" not in answer.text + caplog.text and "RuntimeError" in caplog.text


@pytest.mark.parametrize("method, path, status", [("POST", "nowhere", 404), ("GET", "messages", 405)])
def test_an_unknown_address_of_the_channel_is_told_as_the_channel_does(serve, site, channel, method, path, status):
    guide = serve(channel.blueprint(None), prefix="/webhooks/web", attach=partial(attach, site=site, channel=channel))
    answer = guide.all(guide.request(method, f"/webhooks/web/{path}"))[0]

    assert (answer.status_code, answer.json()["error"]) == (status, "failed") and len(answer.json()["notice"]) == 2


def test_a_word_that_an_edit_lost_stays_as_it_was(serve, channel, library):
    edited = replace(library, interface={**library.interface, "pages": {"title": "Another title"}})
    site = Site(ROOT / "content", "en", lambda: edited)
    page = serve(attach=partial(attach, site=site, channel=channel)).get("/").text

    assert "<h1>Another title</h1>" in page and library.interface["pages"]["about"] in page


def test_a_language_that_has_no_words_yet_says_them_in_the_first_one(content, library):
    (content / "es/interface/pages.yml").unlink(missing_ok=True)
    page = Site(content, "es", lambda: None).first_page()

    assert '<html lang="es" dir="ltr">' in page and library.interface["pages"]["about"] in page
