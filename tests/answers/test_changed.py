"""After an alert, the sections that rest on a drug, a guideline, a source or a fact are listed."""

from __future__ import annotations

import pytest

from answers.__main__ import main


def listed(capsys, *options):
    assert main(["changed", *options]) == 0
    return [line.split("  ")[0] for line in capsys.readouterr().out.splitlines()]


def test_a_drug_alert_lists_its_topic_and_what_else_names_it(library, capsys):
    found = listed(capsys, "--drug", "Opdivo")

    assert {"drug/nivolumab#overview", "treatment/combination-therapy#overview"} <= set(found)
    assert "living/diet#overview" not in found


def test_a_guideline_lists_what_rests_on_its_editions(library, capsys):
    found = listed(capsys, "--guideline", "eau")
    of = {source.id for source in library.sources.values() if source.guideline == "EAU"}
    sections = [a for a in found if not a.startswith(("myth/", "picture/"))]

    assert sections and all(of & {s.id for s in library.sources_of(library.section(a))} for a in sections)


def test_a_fact_lists_what_cites_it(library, capsys):
    found = listed(capsys, "--fact", "suni-01")

    assert set(found) >= {a.address for a in library.sections() if "suni-01" in a.facts}


@pytest.mark.parametrize(
    "option, name", [("--drug", "opdiwo"), ("--source", "x"), ("--fact", "x"), ("--guideline", "x")]
)
def test_an_unknown_name_is_told(capsys, option, name):
    assert main(["changed", option, name]) == 1
    assert name in capsys.readouterr().err


def test_what_changed_since_an_export_is_listed(content, capsys, tmp_path):
    main(["export", "--content", str(content)])
    (tmp_path / "then.jsonl").write_text(capsys.readouterr().out)
    topic = content / "en/topics/drug/sunitinib.md"
    topic.write_text(topic.read_text().replace("Sunitinib is", "So sunitinib is", 1))

    assert listed(capsys, "--since", str(tmp_path / "then.jsonl"), "--content", str(content)) == [
        "drug/sunitinib#overview"
    ]
