"""Nearest by meaning: the plain MiniLM encoder, its weights as they were published."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.encoder import SentenceEncoder, graph_path
from benchmarks.peers.nearest.ranking import Score


def write_vectors(texts: Sequence[str], path: Path) -> None:
    """Write the documents' vectors; encoding them takes minutes, reading them does not."""
    np.save(path, _encoder().encode_all(list(texts)))


def meaning(path: Path) -> Score:
    """Return cosine scores over the sentence vectors that `write_vectors` wrote."""
    vectors, encoder = np.load(path), _encoder()
    return lambda text: vectors @ encoder.encode([text])[0]


def _encoder() -> SentenceEncoder:
    # Without the guide's adapter: what anyone gets who takes MiniLM as it is.
    return SentenceEncoder(graph_path(adapter=None))
