"""The documents that the nearest peers look through: sections, questions, phrasings, and what else people say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.store import Store


@dataclass(frozen=True)
class Documents:
    """Texts and the label of each."""

    texts: list[str]
    labels: list[str]

    @classmethod
    def read(cls, path: Path) -> Documents:
        """Return what `write` wrote."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def write(self, path: Path) -> None:
        """Write the documents, so that serving them needs neither Rasa nor the content."""
        path.write_text(json.dumps(vars(self), ensure_ascii=False), encoding="utf-8")


def documents(store: Store, examples: Iterable[tuple[str, str]]) -> Documents:
    """Return one document for each section and one for each labelled example.

    An address is as near as the nearest of its documents. With all of its words in one document they drown each
    other: measured on tests/questions, TF-IDF then gave the right topic a third as often.
    """
    pairs = [(f"{one['title']} {one['brief']} {one['more']}", address) for address, one in store.sections.items()]
    # These peers know one message at a time: a follow-up would be near to nothing they can answer.
    pairs += [(text, label) for text, label in examples if label not in store.aspects]
    return Documents([text for text, _ in pairs], [label for _, label in pairs])
