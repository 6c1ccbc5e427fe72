"""Nearest by words: TF-IDF with scikit-learn, and BM25."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.pipeline import FeatureUnion

from benchmarks.peers.nearest.ranking import Score

K1, B = 1.5, 0.75
"""The usual BM25 settings: how soon a repeated word counts no more, and how much length is held against a text."""


def tfidf(texts: Sequence[str]) -> Score:
    """Return cosine scores over words, pairs of words and pieces of words: misspelt names still share pieces."""
    vectors = FeatureUnion(
        [
            ("words", TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2))),
            ("pieces", TfidfVectorizer(sublinear_tf=True, analyzer="char_wb", ngram_range=(2, 5))),
        ],
        # Each half is a unit vector; this makes the whole one, so that a product is a cosine.
        transformer_weights={"words": 0.5**0.5, "pieces": 0.5**0.5},
    )
    index = vectors.fit_transform(texts).T.tocsr()
    return lambda text: (vectors.transform([text]) @ index).toarray()[0]


def bm25(texts: Sequence[str]) -> Score:
    """Return BM25 scores over words.

    Our own lines and not `rank-bm25`: that walks over all documents in Python for each word of a message, and would
    make this peer slower than it need be. Here the weights are worked out once, and a message is one sparse product.
    """
    words = CountVectorizer()
    counts = words.fit_transform(texts).astype(np.float32).tocoo()
    length = np.asarray(counts.sum(axis=1)).ravel()
    within = np.bincount(counts.col, minlength=counts.shape[1])
    rarity = np.log(1 + (len(texts) - within + 0.5) / (within + 0.5))
    damped = K1 * (1 - B + B * length / length.mean())
    weights = rarity[counts.col] * counts.data * (K1 + 1) / (counts.data + damped[counts.row])
    index = sparse.csr_matrix((weights, (counts.col, counts.row)), shape=counts.shape[::-1])
    return lambda text: (words.transform([text]) @ index).toarray()[0]
