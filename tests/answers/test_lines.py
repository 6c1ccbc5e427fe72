"""A file of lines is read as far as it is whole."""

from __future__ import annotations

from answers.lines import Lines


def test_a_letter_that_was_cut_in_two_costs_its_own_line_only(tmp_path):
    path = tmp_path / "feedback.jsonl"
    path.write_bytes('{"day": "2026-01-02", "words": "José'.encode()[:-1] + b"\n")
    lines = Lines(path)
    lines.append({"words": "Zoë"})

    assert [entry["words"] for entry in lines.entries()] == ["Zoë"]
