"""A small store for peers: two topics and a few outcomes."""

from __future__ import annotations

import pytest

from benchmarks.peers.labels import UNSURE
from benchmarks.peers.store import Store


def section(title):
    return {"title": title, "brief": f"{title}, in brief.", "more": ""}


@pytest.fixture
def store() -> Store:
    return Store(
        sections={
            "drug/sunitinib#overview": section("Sunitinib"),
            "drug/sunitinib#side-effects": section("Sunitinib: side effects"),
            "test/biopsy#overview": section("Biopsy"),
            "test/biopsy#benefit": section("Biopsy: benefit"),
        },
        notices={"out-of-scope": "Not ours.", "small-talk": "Hello.", "emergency": "Call."},
        outcomes={UNSURE: "out-of-scope", "say_hello": "small-talk", "report_emergency": "emergency"},
        aspects={"ask_overview": "overview", "ask_side_effects": "side-effects"},
    )
