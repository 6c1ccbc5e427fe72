"""A change of content goes live without a restart; a broken one withholds only what it touches."""

from __future__ import annotations

import pytest

from answers import ContentError, Library, NoAnswer, Withheld
from answers.__main__ import main
from answers.live import LiveLibrary

ADDRESS = "drug/sunitinib#overview"


@pytest.fixture
def live(content):
    return LiveLibrary(content, "en", every=0.0)


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def seen(live):
    """Return the library after the files were looked at."""
    reading = live.look()
    if reading:
        reading.join()
    return live.current()


def test_a_corrected_sentence_is_live(content, live):
    edit(content / "en/topics/drug/sunitinib.md", "title: Sunitinib (Sutent)", "title: Sunitinib today")

    assert seen(live).topic("drug/sunitinib").title == "Sunitinib today"


def test_nothing_is_read_when_nothing_changed(live):
    before = live.current()

    assert live.look() is None and live.current() is before


def test_a_stopped_answer_is_withheld(content, live):
    assert main(["retire", ADDRESS, "--content", str(content), "--why", "a recall"]) == 0

    with pytest.raises(Withheld, match="a recall"):
        seen(live).section(ADDRESS)


def test_a_stop_can_be_undone(content, live):
    main(["retire", ADDRESS, "--content", str(content)])
    main(["retire", ADDRESS, "--content", str(content), "--undo"])

    assert seen(live).section(ADDRESS)


def test_a_stopped_topic_stops_all_its_sections(content, live):
    main(["retire", "drug/sunitinib", "--content", str(content)])

    with pytest.raises(Withheld):
        seen(live).section("drug/sunitinib#side-effects")


def test_retire_refuses_what_does_not_exist(content, capsys):
    assert main(["retire", "drug/sunitinip", "--content", str(content)]) == 1
    assert 'did you mean "drug/sunitinib"?' in capsys.readouterr().err


@pytest.mark.parametrize(
    "file, old, new, withheld, reason",
    [
        pytest.param("en/topics/drug/sunitinib.md", "title:", "titel:", "drug/sunitinib", "titel", id="front-matter"),
        pytest.param("en/topics/drug/sunitinib.md", "[suni-01", "[sumi-01", ADDRESS, "sumi-01", id="unknown-fact"),
        pytest.param("en/topics/drug/sunitinib.md", "Sunitinib is", "{{ x }} is", ADDRESS, "placeholder", id="brace"),
        pytest.param("evidence/drug.yml", "- id: suni-01\n", "- id: suni-1x\n", ADDRESS, "suni-01", id="changed-fact"),
        pytest.param(
            "en/topics/drug/sunitinib.md", "title: Sunitinib (Sutent)", "title: Pazopanib (Votrient)",
            "drug/sunitinib", "is also that of drug/pazopanib", id="two-with-one-name",
        ),
    ],
)  # fmt: skip
def test_what_is_unsound_is_withheld_and_the_rest_served(content, live, caplog, file, old, new, withheld, reason):
    edit(content / file, old, new)
    library = seen(live)

    with pytest.raises(NoAnswer):
        library.section(ADDRESS)
    assert library.section("drug/pazopanib#overview")
    assert reason in library.withheld[withheld] and ".md:" in library.withheld[withheld]
    assert f"withheld {withheld}" in caplog.text


def test_what_everything_stands_on_stays_as_it_was(content, live, caplog):
    edit(content / "clinic.yml", "country: US", "country: USA")

    assert seen(live).clinic.country == "US"
    assert 'content/clinic.yml:1: unknown country "USA"' in caplog.text


def test_a_start_on_a_broken_clinic_is_refused(content):
    edit(content / "clinic.yml", "country: US", "country: USA")

    with pytest.raises(ContentError):
        LiveLibrary(content, "en")


def test_a_circular_include_is_named(content):
    (content / "en/shared").mkdir(exist_ok=True)
    (content / "en/shared/a.md").write_text('Hard: {{ include "shared/b" }}')
    (content / "en/shared/b.md").write_text('{{ include "shared/a" }}')
    edit(content / "en/topics/drug/sunitinib.md", "Sunitinib is", '{{ include "shared/a" }} Sunitinib is')

    with pytest.raises(ContentError, match=r"sunitinib.md:\d+: includes go round in a circle: a -> b -> a"):
        Library.load(content)


def test_an_included_text_stands_in_the_section(content):
    (content / "en/shared").mkdir(exist_ok=True)
    (content / "en/shared/a.md").write_text("Shared words. [suni-01]")
    edit(content / "en/topics/drug/sunitinib.md", "Sunitinib is", '{{ include "shared/a" }} Sunitinib is')

    assert Library.load(content).section(ADDRESS).brief.startswith("Shared words. [suni-01] Sunitinib")


def test_a_signature_file_edited_by_hand_is_told_and_the_rest_served(content, live):
    (content / "signatures.jsonl").write_text('{"address": "drug/sunitinib#overview"}\n')
    library = seen(live)

    assert library.section(ADDRESS) and "signatures.jsonl:1" in library.withheld["content/signatures.jsonl"]
