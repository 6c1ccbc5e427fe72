"""Each peer finds the document that its own way of looking should find."""

from __future__ import annotations

import pytest

from benchmarks.peers.nearest.meaning import meaning, write_vectors
from benchmarks.peers.nearest.words import bm25, tfidf

TEXTS = ["side effects of sunitinib", "how a biopsy is done", "money worries and insurance"]


@pytest.mark.parametrize("peer", [tfidf, bm25])
def test_words_shared_bring_a_document_near(peer):
    assert peer(TEXTS)("is a biopsy painful").argmax() == 1


@pytest.mark.parametrize("peer", [tfidf, bm25])
def test_a_message_that_shares_no_word_is_near_to_nothing(peer):
    assert peer(TEXTS)("xyz").max() == 0


def test_tfidf_sees_through_a_misspelling_and_bm25_does_not():
    assert tfidf(TEXTS)("sunitnib").argmax() == 0
    assert bm25(TEXTS)("sunitnib").max() == 0


def test_tfidf_gives_the_same_text_a_cosine_of_one():
    assert tfidf(TEXTS)(TEXTS[0])[0] == pytest.approx(1)


def test_a_rare_word_weighs_more_than_a_common_one():
    scores = bm25(["pain common", "relief common", "rare words"])("common rare")

    assert scores.argmax() == 2


def test_meaning_finds_what_shares_no_word(tmp_path):
    write_vectors(TEXTS, tmp_path / "vectors.npy")

    assert meaning(tmp_path / "vectors.npy")("i cannot afford the bills").argmax() == 2
