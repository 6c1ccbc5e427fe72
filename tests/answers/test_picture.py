"""A picture: its words, its facts, and a drawing that is only shapes and words."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from answers import ContentError, Library
from answers.checks import run_checks
from answers.commands.changed import resting_on

SVG = "{http://www.w3.org/2000/svg}"
LEAST = 14
"""The smallest letters of a drawing, in units of its own 360: some 12 pixels where it is 300 wide."""
DRAWINGS = sorted(Path("content/en/pictures").glob("*.svg"))
drawings = pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)


def problems(content):
    with pytest.raises(ContentError) as error:
        Library.load(content)
    return str(error.value).splitlines()


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def letters(element, size=None):
    """Yield the size of every text under an element: its own, or that of what it stands in."""
    size = float(element.get("font-size") or size or 0)
    if element.tag == f"{SVG}text":
        yield size
    for child in element:
        yield from letters(child, size)


def luminance(color):
    """Return how bright a color like `#22303a` is (WCAG 2.2), from 0 to 1."""
    parts = (int(color[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_lessons_of_the_issue_are_drawn(library):
    assert library.pictures.keys() >= {
        "where-the-kidneys-lie",
        "stages",
        "how-it-spreads",
        "how-immunotherapy-works",
        "how-targeted-drugs-work",
        "tnm-letters",
        "embolization",
        "ablation",
    }


def test_an_answer_has_its_pictures(library):
    assert [picture.id for picture in library.pictures_of("staging/tnm#overview")] == ["tnm-letters"]


def test_a_topic_has_the_pictures_of_its_overview(library):
    assert library.pictures_of("staging/tnm") == library.pictures_of("staging/tnm#overview")


def test_an_answer_without_a_picture_has_none(library):
    assert library.pictures_of("living/money#overview") == []


def test_a_reader_sees_no_fact_ids(library):
    assert [picture.id for picture in library.pictures.values() if "[" in picture.shown] == []


def test_whoever_asks_what_rests_on_a_fact_hears_of_the_pictures(library):
    resting = dict(resting_on(library, {"t-emb-03"}))

    assert resting["picture/embolization#description"] == ["t-emb-03"]


@pytest.mark.parametrize(
    "old, new, message",
    [
        pytest.param("title:", "titel:", 'unknown field "titel"; did you mean "title"?', id="field"),
        pytest.param("alt:", "#", 'the field "alt" is missing', id="missing"),
        pytest.param("alt: ", f"alt: {'so ' * 40}", "characters, 125 at most", id="long alt"),
        pytest.param("topics:\n  - treatment/embolization#overview\n  - ", "topics: ", "is not a list", id="list"),
        pytest.param("[s2-048]", "[s2-948]", 'the description cites an unknown fact "s2-948"', id="fact"),
        pytest.param("embolization#over", "embolisation#over", 'did you mean "treatment/embolization"', id="address"),
    ],
)
def test_what_is_wrong_with_the_words_is_told(content, old, new, message):
    edit(content / "en/pictures/embolization.yml", old, new)

    told = problems(content)

    assert any(line.startswith("content/en/pictures/embolization.yml:") and message in line for line in told)


@pytest.mark.parametrize(
    "old, new, message",
    [
        pytest.param("</svg>", "", "cannot be read as XML", id="not whole"),
        pytest.param("<svg ", "<!DOCTYPE svg><svg ", "declares something", id="doctype"),
        pytest.param("<svg ", '<?xml-stylesheet href="x.css"?><svg ', "declares something", id="stylesheet"),
        pytest.param("viewBox=", "viewbox=", "no <svg> with a viewBox", id="no viewBox"),
        pytest.param("<title>", "<title>Not ", "the <title> of the drawing is not", id="other title"),
        pytest.param("<desc>", "<desc>Not ", "the <desc> of the drawing is not", id="other desc"),
        pytest.param("</svg>", "<script>1</script></svg>", "holds <script>", id="script"),
        pytest.param("</svg>", "<foreignObject/></svg>", "holds <foreignObject>", id="foreign"),
        pytest.param("</svg>", "<style>g{}</style></svg>", "holds <style>", id="style"),
        pytest.param("</svg>", '<image href="data:,"/></svg>', "holds <image>", id="image"),
        pytest.param("</svg>", '<a href="#x"/></svg>', "holds <a>", id="link"),
        pytest.param("<rect ", '<rect onload="1" ', 'has "onload"', id="handler"),
        pytest.param("<rect ", '<rect style="x:y" ', 'has "style"', id="own style"),
        pytest.param("</svg>", '<use href="other.svg#x"/></svg>', "leads elsewhere", id="href"),
        pytest.param(
            "</svg>",
            '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="other.svg#x"/></svg>',
            "leads elsewhere",
            id="xlink",
        ),
        pytest.param("<rect ", '<rect filter="URL(other.svg#x)" ', "leads elsewhere", id="url"),
    ],
)
def test_what_is_wrong_with_a_drawing_is_told(content, old, new, message):
    edit(content / "en/pictures/embolization.svg", old, new)

    told = problems(content)

    assert any(line.startswith("content/en/pictures/embolization.yml:") and message in line for line in told)


def test_words_without_a_drawing_are_told(content):
    (content / "en/pictures/stages.svg").unlink()

    assert problems(content) == ['content/en/pictures/stages.yml:1: has no drawing beside it: "stages.svg"']


def test_a_drawing_without_words_is_told(content):
    (content / "en/pictures/stages.yml").unlink()

    assert problems(content) == [
        'content/en/pictures/stages.svg:1: is a drawing without words; write "stages.yml" beside it'
    ]


def test_an_unsafe_drawing_is_withheld_and_the_rest_is_served(content):
    edit(content / "en/pictures/embolization.svg", "<rect ", '<rect onload="1" ')

    library = Library.load(content, strict=False)

    assert "embolization" not in library.pictures and "stages" in library.pictures
    assert 'has "onload"' in library.withheld["content/en/pictures/embolization.yml"]


@pytest.mark.parametrize(
    "words, message",
    [
        pytest.param("It loses its blood.", "claims without a fact id", id="no fact"),
        pytest.param(f"It {'is so ' * 10}. [s2-048]", "22 words, 20 at most", id="long"),
        pytest.param("It treats metastasis. [s2-048]", '"metastasis"', id="medical word"),
        pytest.param("Multidisciplinary interventional instrumentation. [s2-048] " * 5, "reads at grade", id="hard"),
    ],
)
def test_the_rules_about_words_hold_for_a_description(content, words, message):
    edit(content / "en/pictures/embolization.yml", "topics:", f"  {words}\ntopics:")
    found = [str(p) for p in run_checks(Library.load(content)) if p.path.endswith("pictures/embolization.yml")]

    assert any(message in line for line in found)


@drawings
def test_every_word_of_a_drawing_can_be_read_on_a_phone(path):
    root = ElementTree.parse(path).getroot()

    assert root.get("viewBox").split()[2] == "360" and min(letters(root)) >= LEAST


@drawings
def test_no_drawing_needs_anything_from_elsewhere(path):
    text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")

    assert re.findall(r"https?:|data:|@import|@font-face|url\((?!#)|href=\"(?!#)", text) == []


@drawings
def test_the_words_of_a_drawing_stand_out_from_its_card(path):
    root = ElementTree.parse(path).getroot()
    card = root.find(f"{SVG}rect").get("fill")

    assert (luminance(card) + 0.05) / (luminance(root.get("fill")) + 0.05) >= 4.5


@drawings
def test_what_a_drawing_points_at_stands_in_it_and_in_no_other(path):
    text = path.read_text(encoding="utf-8")
    named, used = (re.findall(pattern, text) for pattern in (r'\bid="([^"]+)"', r'(?:href="#|url\(#)([^")]+)'))
    others = {name for other in DRAWINGS if other != path for name in re.findall(r'\bid="([^"]+)"', other.read_text())}

    assert set(used) == set(named) and len(named) == len(set(named)) and not others & set(named)
