"""Survival figures stand only where they were asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers.checks.survival_behind_consent import check, is_behind_consent, survival_figures
from answers.topic import Section

CAUGHT = [
    "About 18 in 100 people were alive after five years. [out-sv-03]",
    "Half of people lived longer than about 56 months. [out-sv-09]",
    "The 5-year survival is low. [out-sv-03]",
    "Median survival was about four years. [t-over-09]",
    "Life expectancy is about two years. [out-sv-07]",
    "Without treatment, most people live six to twelve months. [out-sv-07]",
    "On average they live 8 months. [out-sv-07]",
    "You may have about six months left. [out-sv-07]",
    "About 29 in 100 died within a year. [out-el-11]",
    "Some people live with it for 10 years. [out-sv-07]",
    "The outlook is 18 months on average. [out-sv-07]",
    "Survival went up to 87%. [t-combo-10]",
    "Alive after 4 years:\n\n- About 60 in 100. [out-pr-05]",
    "With the pair, people lived longer by about 4 months. [cabo-14]",
]
LEFT = [
    "The pair helped people live longer than sunitinib did. [t-2l-10]",
    "How long people lived was not clearly different in that study. [belz-16]",
    "You can live with just part of one working kidney. [dis-kf-01]",
    "Live vaccines are not given for 3 months after treatment. [ever-06]",
    "Tell the people you live with to call within 24 hours. [em-cord]",
    "Ask about driving rules where you live, for example after 6 months. [dis-mn-09]",
    "The cancer was held for about 16 months, compared with 8 on sunitinib. [cabo-16]",
    "They state that life is expected to last about 6 months or less. [t-hosp-02]",
    "The team offers grief support for up to a year after the death. [treatment-hospice-12]",
    "About 1 in 100 died from side effects of the treatment. [ipi-10]",
    "Most people live normally with one kidney. [t-neph-06]",
    "Kidney cancer can come back 10 years after surgery. [dis-rc-04]",
    "Survival statistics describe groups of people. [out-sv-01]",
    "You will have scans about every three months. [living-follow-up-03]",
]


@pytest.mark.parametrize("line", CAUGHT)
def test_a_survival_figure_is_found(line):
    assert list(survival_figures(line))


@pytest.mark.parametrize("line", LEFT)
def test_what_tells_no_survival_figure_is_left(line):
    assert list(survival_figures(line)) == []


@pytest.mark.parametrize(
    "topic, aspect, allowed",
    [
        pytest.param("outlook/survival-statistics", "overview", True, id="statistics"),
        pytest.param("outlook/prognosis", "what-to-expect", True, id="outlook"),
        pytest.param("drug/sunitinib", "evidence", True, id="evidence"),
        pytest.param("outlook/prognosis", "overview", False, id="before the question is put"),
        pytest.param("drug/sunitinib", "benefit", False, id="benefit"),
        pytest.param("outlook/curability", "overview", False, id="curability"),
    ],
)
def test_figures_are_allowed_only_behind_consent(library, topic, aspect, allowed):
    assert is_behind_consent(library, Section(topic, aspect, "", "", "", "", 1)) == allowed


@pytest.mark.parametrize("block, found", [("brief", 1), ("more", 1), ("next_step", 1), ("clinician", 0)])
def test_only_what_clinicians_read_may_hold_figures(library, block, found):
    topic = library.topic("drug/sunitinib")
    section = replace(topic.sections["benefit"], **{block: "Median survival was 26 months. [suni-13]"})
    told = replace(library, myths={}, topics={topic.id: replace(topic, sections={"benefit": section})})

    assert len(list(check(told))) == found
