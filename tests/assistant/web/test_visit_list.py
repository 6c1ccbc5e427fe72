"""A visit list is seen by whoever has its conversation's token, and by nobody else; it is shown as words."""

from __future__ import annotations

import io
from functools import partial
from types import SimpleNamespace

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore
from sqlalchemy.exc import OperationalError

from assistant.web.front import Front
from assistant.web.pages import attach
from assistant.web.pdf import UNKNOWN, _story, printable, visit_pdf
from assistant.web.visit_list import VisitList, visit_list

MARKUP = '<script>alert(1)</script> & "<b>why</b>" {{ 7*7 }}'


@pytest.fixture
def token(channel):
    return channel.tokens.new()


@pytest.fixture
def listing(serve, site, channel, token, agent_with):
    """The pages, with a list in one conversation and another's in a second one."""
    agent = agent_with({
        channel.tokens.conversation(token): {"visit_list": ["Can I travel?", MARKUP], "topic": "drug/sunitinib"},
        channel.tokens.conversation(channel.tokens.new()): {"visit_list": ["someone else's question"]},
    })  # fmt: skip
    return serve(attach=partial(attach, site=site, channel=channel), agent=agent)


@pytest.fixture
def front(site):
    return site.front


def test_the_list_of_a_conversation_is_shown_in_order(listing, token):
    page = listing.post("/visit-list", data={"token": token}).text

    assert page.index("Can I travel?") < page.index("alert(1)") and "someone else" not in page


def test_markup_in_a_list_is_shown_as_the_words_it_is(listing, token):
    page = listing.post("/visit-list", data={"token": token}).text

    assert "<script>alert" not in page and "&lt;script&gt;alert(1)&lt;/script&gt;" in page and "{{ 7*7 }}" in page


@pytest.mark.parametrize("path", ["/visit-list", "/visit-list.pdf"])
@pytest.mark.parametrize("data", [{}, {"token": ""}, {"token": "x.y.z"}, {"other": "x"}])
def test_no_list_is_shown_without_its_token(listing, path, data):
    answer = listing.post(path, data=data)

    assert answer.status_code == 401 and "Can I travel" not in answer.text and "tel:911" in answer.text


@pytest.mark.parametrize("path", ["/visit-list", "/visit-list.pdf"])
def test_the_token_is_no_part_of_an_address(listing, token, path):
    answer = listing.post(f"{path}?token={token}")

    assert answer.status_code == 401


def test_another_token_shows_another_list(listing, channel):
    page = listing.post("/visit-list", data={"token": channel.tokens.new()}).text

    assert "Can I travel" not in page and "someone else" not in page


def test_what_one_could_also_ask_is_not_on_the_list_yet(library):
    section = library.section("drug/sunitinib#questions-to-ask")
    first = section.more.split("\n")[0].lstrip("- ").split(" [")[0]
    tracker = SimpleNamespace(get_slot={"visit_list": [first], "topic": "drug/sunitinib"}.get)
    visit = visit_list(tracker, library)

    assert visit.questions == (first,) and visit.hints and first not in visit.hints


@pytest.mark.parametrize("topic", [None, "drug/nothing", "", "../x"])
def test_a_topic_without_questions_suggests_none(library, topic):
    tracker = SimpleNamespace(get_slot={"visit_list": None, "topic": topic}.get)

    assert visit_list(tracker, library) == VisitList()


def test_a_conversation_that_nobody_began_has_an_empty_list(library):
    assert visit_list(None, library) == VisitList()


def test_an_empty_list_is_a_form_to_fill_in_by_hand(guide):
    page = guide.get("/visit-list").text

    assert page.count('class="blank"') == 10 and "visit-list.pdf" not in page


@pytest.mark.parametrize("path", ["/visit-list", "/visit-list.pdf"])
def test_before_the_guide_is_ready_it_says_so_with_the_numbers(starting, token, path):
    answer = starting.post(path, data={"token": token})

    assert answer.status_code == 503 and "tel:911" in answer.text


def test_a_store_that_fails_is_told_with_the_numbers(serve, site, channel, token, agent_with, caplog):
    agent = agent_with(error=OperationalError("select words", {}, Exception("words of a person")))
    listing = serve(attach=partial(attach, site=site, channel=channel), agent=agent)
    answer = listing.post("/visit-list", data={"token": token})

    assert answer.status_code == 503 and "tel:911" in answer.text and "words of a person" not in caplog.text


def test_a_store_whose_errors_are_hidden_shows_no_empty_list(serve, site, channel, token, agent_with):
    agent = agent_with(error=OperationalError("select words", {}, Exception("words of a person")))
    agent.tracker_store.domain = agent.tracker_store.event_broker = None
    agent.tracker_store = FailSafeTrackerStore(agent.tracker_store)
    listing = serve(attach=partial(attach, site=site, channel=channel), agent=agent)

    assert listing.post("/visit-list", data={"token": token}).status_code == 503


def test_a_list_cannot_be_fetched_without_end(serve, site, channel, token, monkeypatch):
    monkeypatch.setattr("assistant.web.pages.LISTS", (1, 0.01))
    listing = serve(attach=partial(attach, site=site, channel=channel))
    answers = listing.all(*(listing.request("POST", "/visit-list", data={"token": token}) for _ in range(2)))

    assert sorted(answer.status_code for answer in answers) == [200, 429]


@pytest.mark.parametrize("path", ["/visit-list", "/visit-list.pdf"])
def test_a_list_is_kept_by_no_browser_and_no_proxy(listing, token, path):
    answer = listing.post(path, data={"token": token})

    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers and "access-control-allow-origin" not in answer.headers


def test_the_pdf_is_one_and_is_named(listing, token):
    answer = listing.post("/visit-list.pdf", data={"token": token})

    assert answer.content.startswith(b"%PDF-") and answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == 'inline; filename="my-questions.pdf"'


def test_the_pdf_says_its_title_and_its_language(front):
    made = visit_pdf(VisitList(("Can I travel?",)), front, "2026-03-09")

    assert b"/Lang (en)" in made and b"/Title (My questions for the visit)" in made


def test_the_pdf_shows_markup_as_the_words_it_is(front):
    shown = [part.getPlainText() for flowable in _story(VisitList((MARKUP,)), front, "2026-03-09")
             for part in getattr(flowable, "_content", [flowable]) if hasattr(part, "getPlainText")]  # fmt: skip

    assert f"1. {MARKUP}" in shown


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("肾癌 腎臓がん", id="han"),
        pytest.param("هل يمكنني السفر", id="arabic"),
        pytest.param("Можно ли ехать? Μπορώ;", id="cyrillic-greek"),
        pytest.param("😀 👩\u200d⚕️ e\u0301 \u202e", id="emoji-marks"),
        pytest.param("\x00\x07\ud800 \ufffe", id="no-characters"),
        pytest.param("</para><para>&amp;&nbsp;<", id="its-own-markup"),
        pytest.param("x" * 5000, id="no-space"),
        pytest.param("word " * 3000, id="longer-than-a-page"),
    ],
)
def test_no_question_breaks_the_pdf(front, question):
    made = visit_pdf(VisitList((question, "Can I travel?"), (question,)), front, "2026-03-09")

    assert made.startswith(b"%PDF-") and len(made) > 5000


def test_a_letter_without_a_shape_is_shown_as_a_box():
    assert printable("a肾\tb") == f"a{UNKNOWN} b"


@pytest.mark.parametrize("letters", ["äéñßøł", "αβγΩ", "абвЯ", "“–’…"])
def test_letters_of_europe_have_their_shapes(letters):
    assert printable(letters) == letters


def test_a_long_list_takes_several_pages(front):
    made = visit_pdf(VisitList(tuple(f"Question {n}?" for n in range(30))), front, "2026-03-09")

    assert made.count(b"/Type /Page\n") + made.count(b"/Type /Page ") > 2


def test_a_pdf_can_be_made_for_a_clinic_that_says_everything_at_length(front):
    clinic = type(front.clinic)(
        **{**vars(front.clinic), "name": "n" * 200, "nurse_line": "call us " * 60, "country": "GB"}
    )
    long = Front(front.language, clinic, front.welcome, front.failure, front.surfaces)

    assert io.BytesIO(visit_pdf(VisitList(), long, "2026-03-09")).read(5) == b"%PDF-"
