"""What a nurse reads: both wordings, a script a step a screen, and nothing kept of the patient."""

from __future__ import annotations

import pytest

from answers.words import plain

SCRIPT = "/nurse/script/starting-targeted-pill"


def escaped(text):
    return text.replace("&", "&amp;").replace("'", "&#39;").replace('"', "&#34;").replace("<", "&lt;")


def test_a_topic_shows_the_words_of_patients_and_of_clinicians_with_their_facts(nurse, library):
    page, section = nurse.get("/nurse/answer/drug/sunitinib").text, library.section("drug/sunitinib#side-effects")
    claims = [fact.claim for fact in library.facts_of(section)]
    words = [plain(library.fill(text)).split("\n")[0] for text in (section.brief, section.clinician, section.next_step)]

    assert [text for text in (*words, *claims) if escaped(text) not in page] == []


def test_every_section_of_a_topic_can_be_chosen_for_a_hand_out(nurse, library):
    page = nurse.get("/nurse/answer/drug/sunitinib").text
    addresses = [section.address for section in library.topics["drug/sunitinib"].sections.values()]

    assert [a for a in addresses if f'name="a" value="{a}"' not in page] == [] and 'action="/print"' in page


def test_a_myth_is_shown_as_one(nurse, library):
    assert escaped(library.interface["console"]["is_myth"]) in nurse.get("/nurse/answer/myth/sugar-feeds-it").text


@pytest.mark.parametrize(
    "path",
    [
        "/nurse/answer/drug/nothing",
        "/nurse/answer/myth/nothing",
        "/nurse/script/nothing",
        "/nurse/script/nothing/summary",
        "/nurse/review/drug/nothing/overview",
        "/nurse/review/drug/sunitinib/nothing",
        "/nurse/x",
        "/nurse/answer/drug/%3Cscript%3E",
    ],
)
def test_what_is_not_there_is_said_kindly(nurse, library, path):
    page = nurse.get(path)

    assert page.status_code == 404 and library.interface["console"]["missing_title"] in page.text


def test_a_step_shows_what_to_say_to_ask_and_to_mend(nurse, library):
    page, step = nurse.get(f"{SCRIPT}?step=4").text, library.scripts["starting-targeted-pill"].steps[3]
    told = (step.title, step.say, step.ask, step.misunderstanding, plain(step.mend), step.key_points[0].point)

    assert [text for text in told if escaped(text) not in page] == []


def test_every_sign_to_watch_for_stands_with_its_wording(nurse, library):
    page, script = nurse.get(f"{SCRIPT}?step=4").text, library.scripts["starting-targeted-pill"]

    assert [sign for sign in script.watch_for if escaped(library.signs[sign].say) not in page] == []


def test_clinicians_figures_behind_a_step_are_at_hand(nurse, library):
    page = nurse.get("/nurse/script/stage-iv-what-it-means?step=1").text
    section = library.section("disease/stage-4#overview")

    assert escaped(plain(library.fill(section.clinician)).split("\n")[0].removeprefix("- ")) in page


@pytest.mark.parametrize(
    "now, link",
    [
        ("?step=0", "?step=1"),
        ("?step=2&told=1", "?step=3&amp;told=1&amp;told=2"),
        ("?step=2&told=1", "?step=3&amp;told=1"),
        ("?step=2&told=1", "?step=1&amp;told=1"),
        ("?step=7&told=1", "?step=8&amp;told=1&amp;told=7"),
    ],
)
def test_next_skip_and_back_lead_where_they_say(nurse, now, link):
    assert f'href="{SCRIPT}{link}"' in nurse.get(SCRIPT + now).text


@pytest.mark.parametrize(
    "asked", ["?step=-1", "?step=99999999999", "?step=x", "?told=0&told=99&told=x", "?step=\u0663"]
)
def test_a_step_that_is_none_is_no_error(nurse, asked):
    assert nurse.get(SCRIPT + asked).status_code == 200


def test_the_page_for_the_patient_holds_what_was_told_and_names_the_rest(nurse, library):
    page, steps = nurse.get(f"{SCRIPT}/summary?told=1&told=3").text, library.scripts["starting-targeted-pill"].steps
    points = [point.point for number in (0, 2) for point in steps[number].key_points]
    left = steps[1].key_points[0].point

    assert [text for text in (*points, steps[1].title) if escaped(text) not in page] == []
    assert escaped(left) not in page and library.clinic.emergency in page


def test_going_through_a_script_leaves_nothing_behind(nurse, kept):
    before = sorted(path.name for path in kept.rglob("*"))
    nurse.get(f"{SCRIPT}?step=8&told=1&told=2")
    nurse.get(f"{SCRIPT}/summary?told=1")

    assert sorted(path.name for path in kept.rglob("*")) == before


@pytest.mark.parametrize("path", ["/nurse", "/nurse/scripts", SCRIPT, "/nurse/answer/drug/sunitinib", "/nurse/review"])
def test_each_page_has_one_heading_one_main_part_and_a_way_to_it(nurse, path):
    text = nurse.get(path).text

    assert text.count("<h1") == text.count("<main") == text.count('class="skip" href="#main"') == 1
    assert '<html lang="en">' in text
