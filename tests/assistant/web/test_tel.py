"""What a phone dials is the number a clinic wrote, or nothing."""

from __future__ import annotations

import pytest

from answers.clinic import Clinic, read_clinic
from answers.document import load_yaml
from assistant.web.front import Front
from assistant.web.tel import tel


@pytest.mark.parametrize(
    "words, link",
    [
        pytest.param("911", "tel:911", id="plain"),
        pytest.param("112 or 999", "tel:112", id="first-of-two"),
        pytest.param("call or text 988 (988 Suicide & Crisis Lifeline)", "tel:988", id="call-or-text"),
        pytest.param("call 116 123 (Samaritans)", "tel:116123", id="spaces"),
        pytest.param("call 111, option 2 (NHS 111 mental health option)", "tel:111", id="option"),
        pytest.param("call 14416 or 1-800-891-4416 (Tele-MANAS)", "tel:14416", id="two-kinds"),
        pytest.param("text HOME to 741741 (Crisis Text Line)", "", id="only-texts"),
        pytest.param("call findahelpline.com (Find A Helpline)", "", id="a-website"),
        pytest.param("your cancer clinic's 24-hour number (it is on your appointment card)", "", id="no-number"),
        pytest.param("24/7: 555 0100", "tel:5550100", id="day-and-night"),
        pytest.param("+44 (0)20 7946 0000", "tel:+442079460000", id="abroad"),
        pytest.param("(555) 010-0199 ext 5", "tel:5550100199", id="area"),
        pytest.param("555.010.0199", "tel:5550100199", id="dots"),
        pytest.param("1-800-4-CANCER", "", id="letters"),
        pytest.param("ward 7b", "", id="ward"),
        pytest.param("", "", id="nothing"),
        pytest.param('911"><script>', "tel:911", id="markup"),
    ],
)
def test_the_first_number_in_the_words_is_dialled(words, link):
    assert tel(words) == link


def test_an_emergency_number_may_have_two_digits():
    assert (tel("15 or 112", fewest=2), tel("15")) == ("tel:15", "")


@pytest.mark.parametrize("country", ["US", "GB", "EU", "IE", "CA", "AU", "NZ", "IN", "DE", "FR", "ES", "IT"])
def test_every_country_has_an_emergency_link(country, content):
    (content / "clinic.yml").write_text(f"name: a\ncountry: {country}\nnurse_line: '1'\nhours: all\n")
    clinic, _ = read_clinic(content, "content")
    front = Front("en", clinic, (), (), {})
    known = {
        f"tel:{str(number).split()[0]}"
        for number in load_yaml((content / "countries.yml").read_text())[country]["emergency"]
    }

    assert isinstance(clinic, Clinic) and front.emergency_tel in known and front.crisis_tel.startswith("tel:")
