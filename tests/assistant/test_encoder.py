"""The encoder: checked weights, and vectors that stand beside PyTorch's."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.encoder import (
    WEIGHTS_SHA256,
    EncoderError,
    checked_weights,
    graph_path,
    model_folder,
    shared_encoder,
)
from assistant.encoder_graph import build_full

# Made once with PyTorch 2.13 and transformers from the same weights.
REFERENCE = json.loads((Path(__file__).parent / "reference_vectors.json").read_text())


@pytest.mark.parametrize("text", REFERENCE)
def test_the_8_bit_vector_points_where_the_reference_does(text):
    likeness = shared_encoder().encode([text])[0] @ np.array(REFERENCE[text], dtype=np.float32)

    assert likeness > 0.985


def test_the_32_bit_graph_gives_the_reference():
    import onnxruntime
    from tokenizers import Tokenizer

    folder = model_folder()
    model = build_full((folder / "model.safetensors").read_bytes(), json.loads((folder / "config.json").read_text()))
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    text, wanted = next(iter(REFERENCE.items()))
    tokens = Tokenizer.from_file(str(folder / "tokenizer.json")).encode(text)
    vector = session.run(None, {"ids": np.array([tokens.ids]), "mask": np.array([tokens.attention_mask])})[0][0]

    np.testing.assert_allclose(vector, wanted, atol=2e-4)


def test_vectors_have_unit_length():
    vectors = shared_encoder().encode(["one", "another, rather longer sentence"])

    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_other_weights_are_refused(tmp_path):
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"not the weights")

    with pytest.raises(EncoderError, match=WEIGHTS_SHA256):
        checked_weights(path)


def test_the_graph_is_cached_by_the_hash_of_its_weights():
    assert WEIGHTS_SHA256[:12] in graph_path().name
