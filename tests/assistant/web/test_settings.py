"""What the widget is told at its start."""

from __future__ import annotations

import pytest

from assistant.channels.intake import MOST_CHARACTERS, read_text
from assistant.web.front import Front
from assistant.web.settings import widget_settings


@pytest.fixture
def settings(guide):
    return guide.get("/widget-settings.json").json()


def test_the_settings_name_the_clinic_and_what_to_dial(settings, library):
    clinic = settings["clinic"]

    assert (clinic["emergency"], clinic["emergency_tel"], clinic["crisis_tel"]) == ("911", "tel:911", "tel:988")
    assert clinic["nurse_line"] == library.clinic.nurse_line and clinic["nurse_tel"] == ""


def test_the_settings_hold_the_words_and_the_notices(settings, library):
    assert settings["words"] == library.interface["widget"]
    assert "\n\n".join(settings["failure"]) == library.notice("failure")
    assert "\n\n".join(settings["welcome"]) == library.notice("welcome")


def test_the_settings_hold_the_rest(settings):
    assert (settings["language"], settings["dir"]) == ("en", "ltr")
    assert (settings["most_characters"], settings["exit"]) == (MOST_CHARACTERS, "about:blank")


def test_a_clinic_can_say_where_leaving_leads(guide, monkeypatch):
    monkeypatch.setenv("GUIDE_EXIT", "https://www.clinic.example/weather")

    assert guide.get("/widget-settings.json").json()["exit"] == "https://www.clinic.example/weather"


def test_each_beginning_is_a_press_that_the_channel_takes(settings):
    payloads = [starter["payload"] for starter in settings["starters"]]

    assert payloads and [read_text(payload) for payload in payloads] == payloads


def test_the_settings_are_there_while_the_guide_starts(starting, library):
    told = starting.get("/widget-settings.json").json()

    assert told["words"] == library.interface["widget"] and told["starters"]


def test_a_surface_without_words_is_empty_and_no_error(library):
    front = Front("ar", library.clinic, ("w",), ("f",), {})
    told = widget_settings(front, None)

    assert (told["words"], told["starters"], told["dir"]) == ({}, [], "rtl")
