"""Notices: strict, sandboxed, and complete."""

from __future__ import annotations

import pytest
from jinja2.exceptions import SecurityError

from answers import AnswersError
from answers.environment import text_environment


@pytest.mark.parametrize("level", ["emergency", "urgent"])
def test_an_alarm_names_the_emergency_number_first(library, level):
    words = library.notice(level, sign="chest pain", first_aid="")

    assert library.clinic.emergency in words and "chest pain" in words


def test_the_crisis_notice_names_the_crisis_line(library):
    assert library.clinic.crisis in library.notice("crisis", sign="", first_aid="")


def test_a_missing_value_is_an_error(library):
    with pytest.raises(AnswersError, match="needs sign"):
        library.notice("emergency", first_aid="")


def test_a_template_cannot_reach_into_python():
    with pytest.raises(SecurityError):
        text_environment().from_string("{{ ''.__class__.__mro__ }}").render()
