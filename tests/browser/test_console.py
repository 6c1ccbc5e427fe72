"""A nurse's way through the console, in a browser."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.nurse import TITLE, TOPIC, W, find, sign_in, start_script


def test_whoever_is_not_signed_in_is_asked_for_a_token(page, server):
    page.goto(f"{server.address}/nurse/usage")

    expect(page).to_have_url(re.compile(r"/nurse/sign-in\?to="))


def test_a_wrong_token_opens_nothing_and_says_so(page, server, watch):
    watch.excuse("status of 401")
    assert server.nurse_token
    page.goto(f"{server.address}/nurse")
    page.get_by_label(W["token"]).fill("not-a-token")
    page.get_by_role("button", name=W["sign_in"]).click()

    expect(page.get_by_role("alert")).to_have_text(W["wrong_token"])


def test_after_signing_in_a_nurse_is_where_they_wanted_to_be(page, server):
    sign_in(page, server, "/nurse/usage")

    expect(page.get_by_role("heading", level=1)).to_have_text(W["usage"])


def test_the_search_filters_with_each_letter_and_forgives_a_misspelling(page, server):
    sign_in(page, server)

    expect(find(page, "sunitnib side").get_by_role("link").first).to_contain_text(TITLE)


def test_what_is_found_is_counted_aloud(page, server):
    sign_in(page, server)
    find(page, "sunitinib")

    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ found"))


def test_arrow_keys_walk_from_the_search_to_a_topic(page, server):
    sign_in(page, server)
    find(page, "sunitinib")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(TOPIC))


def test_a_topic_shows_the_wording_for_patients_beside_that_for_clinicians(page, server):
    sign_in(page, server, f"/nurse/answer/{TOPIC}")
    patients = page.get_by_role("heading", name=W["for_patients"]).first.bounding_box()
    clinicians = page.get_by_role("heading", name=W["for_clinicians"]).first.bounding_box()

    assert abs(patients["y"] - clinicians["y"]) < 4 and clinicians["x"] > patients["x"]


def test_a_script_goes_on_a_step_with_the_arrow_key_and_back_again(page, server):
    start_script(page, server)
    first = page.get_by_role("heading", level=1).inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", level=1)).not_to_have_text(first)
    page.keyboard.press("ArrowLeft")

    expect(page.get_by_role("heading", level=1)).to_have_text(first)


def test_a_told_step_stands_on_the_page_for_the_patient(page, server):
    start_script(page, server)
    told = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name=W["next"], exact=True).click()
    page.get_by_role("link", name=W["patient_page_now"]).click()

    expect(page.get_by_role("main")).to_contain_text(told)


def test_whoever_signed_out_is_out(page, server):
    sign_in(page, server)
    page.get_by_role("button", name=W["sign_out"]).click()
    expect(page.get_by_label(W["token"])).to_be_visible()
    page.goto(f"{server.address}/nurse/usage")

    expect(page.get_by_label(W["token"])).to_be_visible()


def test_no_script_of_a_page_reads_the_cookie_of_a_nurse(page, server):
    sign_in(page, server)

    assert page.evaluate("document.cookie") == ""
