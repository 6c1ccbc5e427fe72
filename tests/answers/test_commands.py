"""The command line that editors use."""

from __future__ import annotations

import json

import pytest

from answers.__main__ import main


def test_check_passes_on_what_is_committed(library, capsys):
    assert main(["check"]) == 0
    assert f"{len(library.topics)} topics" in capsys.readouterr().out


def test_check_tells_problems_and_fails(content, capsys):
    (content / "en/topics/drug/sunitinib.md").write_text("nothing", encoding="utf-8")

    assert main(["check", "--content", str(content)]) == 1
    assert "content/en/topics/drug/sunitinib.md:1:" in capsys.readouterr().err


def test_show_prints_an_answer(capsys):
    assert main(["show", "drug/sunitinib#overview"]) == 0
    assert "Next step" in capsys.readouterr().out


def test_export_has_a_line_for_each_section(library, capsys):
    main(["export"])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert [line["address"] for line in lines] == [section.address for section in library.sections()]
    assert all(line["hash"] and line["brief"] and line["next_step"] for line in lines)


def test_new_writes_a_skeleton_that_loads_once_filled_in(content, library, capsys):
    assert main(["new", "drug/erdafitinib", "--content", str(content)]) == 0
    path = content / "en/topics/drug/erdafitinib.md"
    text = path.read_text(encoding="utf-8")
    claim = "One to three sentences that answer."
    path.write_text(text[: text.index(claim)] + "It is a pill. [suni-01]\n\n### Next step\n\nAsk about it.\n")

    assert main(["check", "--content", str(content)]) == 0
    assert f"{len(library.topics) + 1} topics" in capsys.readouterr().out


@pytest.mark.parametrize("topic", ["Drug/Sutent", "sunitinib", "drug/sunitinib"])
def test_new_refuses_a_bad_or_taken_id(content, topic):
    assert main(["new", topic, "--content", str(content)]) == 1
