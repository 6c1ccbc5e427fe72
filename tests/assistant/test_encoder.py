"""The encoder: checked weights, and vectors that stand beside PyTorch's."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.encoder import (
    ADAPTER,
    WEIGHTS_SHA256,
    EncoderError,
    SentenceEncoder,
    checked_weights,
    graph_path,
    model_folder,
    shared_encoder,
)
from assistant.encoder_graph import adapted, build_full

# Made once with PyTorch 2.13 and transformers from the same weights.
REFERENCE = json.loads((Path(__file__).parent / "reference_vectors.json").read_text())


@pytest.fixture(scope="module")
def plain():
    """The encoder as it comes, without what it learned of our questions."""
    return SentenceEncoder(graph_path(None))


@pytest.mark.parametrize("text", REFERENCE)
def test_the_8_bit_vector_points_where_the_reference_does(text, plain):
    likeness = plain.encode([text])[0] @ np.array(REFERENCE[text], dtype=np.float32)

    assert likeness > 0.985


def exact(text, adapter=b""):
    """The vector of a text by the 32-bit graph."""
    import onnxruntime
    from tokenizers import Tokenizer

    folder = model_folder()
    weights, config = (folder / "model.safetensors").read_bytes(), json.loads((folder / "config.json").read_text())
    model = build_full(weights, config, adapter)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    tokens = Tokenizer.from_file(str(folder / "tokenizer.json")).encode(text)
    return session.run(None, {"ids": np.array([tokens.ids]), "mask": np.array([tokens.attention_mask])})[0][0]


def test_the_32_bit_graph_gives_the_reference():
    text, wanted = next(iter(REFERENCE.items()))

    np.testing.assert_allclose(exact(text), wanted, atol=2e-4)


def test_the_adapter_is_added_to_the_weights():
    from safetensors.numpy import load, save

    raw = save({"layer.weight": np.ones((2, 3), np.float32), "other.weight": np.ones((2, 2), np.float32)})
    change = save({"layer.up": np.array([[1.0], [2.0]], np.float16), "layer.down": np.array([[0, 1, 0]], np.float16)})
    weights = adapted(raw, change)

    assert weights["layer.weight"].tolist() == [[1, 2, 1], [1, 3, 1]]
    assert weights["other.weight"].tolist() == load(raw)["other.weight"].tolist()


@pytest.mark.parametrize("text", list(REFERENCE)[:3])
def test_the_8_bit_vector_in_service_points_where_the_adapted_one_does(text):
    assert shared_encoder().encode([text])[0] @ exact(text, ADAPTER.read_bytes()) > 0.985


TRIPLES = [
    ("am I allowed wine with these tablets", "can i drink alcohol on my pills", "what do these tablets cost"),
    ("should I stop the pill before surgery", "do I take it or leave it out", "who is given the pill before surgery"),
    ("what day were you made", "who built you", "what day is my scan"),
]


def test_what_asks_the_same_lies_nearer_than_as_it_comes(plain):
    def nearer(encoder):
        vectors = [encoder.encode_all(list(triple)) for triple in TRIPLES]
        return sum(first @ second - first @ third for first, second, third in vectors)

    assert nearer(shared_encoder()) > nearer(plain)


def test_vectors_have_unit_length():
    vectors = shared_encoder().encode(["one", "another, rather longer sentence"])

    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_other_weights_are_refused(tmp_path):
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"not the weights")

    with pytest.raises(EncoderError, match=WEIGHTS_SHA256):
        checked_weights(path)


def test_the_graph_is_cached_by_the_hash_of_its_weights_and_of_its_adapter():
    assert WEIGHTS_SHA256[:12] in graph_path().name
    assert graph_path().name != graph_path(None).name
