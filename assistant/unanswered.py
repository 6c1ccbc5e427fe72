"""Questions without an answer, put together by meaning: for `make unanswered` and the nurse console."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from answers.ledger import GAP, Entry
from assistant.encoder import shared_encoder

APART = 0.25
"""The cosine distance from which on questions are not put together: half of all pairs of questions lie under 0.37."""


@dataclass(frozen=True)
class Group:
    """Questions of one meaning: the most typical one first."""

    entries: tuple[Entry, ...]

    @property
    def offered(self) -> list[str]:
        """The addresses most often offered instead."""
        return [address for address, _ in Counter(a for e in self.entries for a in e.offered[:1]).most_common(2)]


def groups(entries: Sequence[Entry]) -> list[Group]:
    """Return entries put together by meaning, the largest group first."""
    if len(entries) < 2:
        return [Group(tuple(entries))] if entries else []
    from sklearn.cluster import AgglomerativeClustering

    vectors = shared_encoder().encode_all([entry.words.replace(GAP, "").strip() for entry in entries])
    clustering = AgglomerativeClustering(n_clusters=None, distance_threshold=APART, metric="cosine", linkage="average")
    labels = clustering.fit_predict(vectors)
    found = []
    for label in set(labels):
        members = np.flatnonzero(labels == label)
        typical = vectors[members] @ vectors[members].mean(axis=0)
        found.append(Group(tuple(entries[members[place]] for place in np.argsort(-typical))))
    return sorted(found, key=lambda group: -len(group.entries))
