"""What the nearest peers look through."""

from __future__ import annotations

from benchmarks.peers.nearest.documents import Documents, documents

EXAMPLES = [
    ("what is sutent", "drug/sunitinib#overview"),
    ("hello there", "say_hello"),
    ("my chest hurts", "report_emergency"),
    ("and the side effects", "ask_side_effects"),
]


def test_sections_and_examples_are_documents_of_their_own(store):
    found = documents(store, EXAMPLES)

    assert found.labels.count("drug/sunitinib#overview") == 2
    assert dict(zip(found.texts, found.labels, strict=True))["my chest hurts"] == "report_emergency"


def test_a_follow_up_is_no_document(store):
    assert "and the side effects" not in documents(store, EXAMPLES).texts


def test_documents_are_read_as_they_were_written(store, tmp_path):
    found = documents(store, EXAMPLES)
    found.write(tmp_path / "documents.json")

    assert Documents.read(tmp_path / "documents.json") == found
