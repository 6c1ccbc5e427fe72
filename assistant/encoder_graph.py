"""Builds the ONNX graph of a BERT sentence encoder from its weights, and quantises it.

Source of the architecture: Devlin et al. 2019 (BERT, post-norm) with mean pooling over
tokens and L2 normalisation (Reimers & Gurevych 2019, Sentence-BERT). An adapter is a change
of low rank to the linear layers (Hu et al. 2021, LoRA), added to the weights before quantising,
so that it costs nothing in service.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load

_OPSET = 20


class _Graph:
    """Nodes and constants as they are added; every method returns the name of its output."""

    def __init__(self, weights: Mapping[str, np.ndarray]) -> None:
        self._weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def node(self, operator: str, *inputs: str, name: str = "", **attributes: Any) -> str:
        output = name or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [output], **attributes))
        return output

    def constant(self, name: str, value: np.ndarray | np.floating) -> str:
        self.constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight(self, name: str, *, transpose: bool = False) -> str:
        value = self._weights[name].astype(np.float32)
        return self.constant(name, value.T if transpose else value)

    def linear(self, value: str, name: str) -> str:
        product = self.node("MatMul", value, self.weight(f"{name}.weight", transpose=True))
        return self.node("Add", product, self.weight(f"{name}.bias"))

    def norm(self, value: str, name: str, epsilon: float) -> str:
        scale, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.node("LayerNormalization", value, scale, bias, axis=-1, epsilon=epsilon)


def adapted(raw: bytes, adapter: bytes = b"") -> dict[str, np.ndarray]:
    """Return the weights with an adapter's change: for each layer it names, W + up · down."""
    weights = load(raw)
    change = load(adapter) if adapter else {}
    for name in (key.removesuffix(".down") for key in change if key.endswith(".down")):
        up, down = (change[f"{name}.{part}"].astype(np.float32) for part in ("up", "down"))
        weights[f"{name}.weight"] = weights[f"{name}.weight"].astype(np.float32) + up @ down
    return weights


def build(raw: bytes, config: Mapping[str, Any], target: Path, adapter: bytes = b"") -> None:
    """Write the 8-bit graph to `target`: inputs `ids`, `mask` (batch, tokens), output `vector` (batch, 384)."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "encoder.onnx"
        onnx.save(build_full(raw, config, adapter), full)
        quantize_dynamic(
            full, target, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip


def build_full(raw: bytes, config: Mapping[str, Any], adapter: bytes = b"") -> onnx.ModelProto:
    """Return the 32-bit graph."""
    graph = _Graph(adapted(raw, adapter))
    mask = graph.node("Cast", "mask", to=TensorProto.FLOAT)
    bias = _attention_bias(graph, mask)
    hidden = _embeddings(graph, config["layer_norm_eps"])
    for layer in range(config["num_hidden_layers"]):
        hidden = _layer(graph, hidden, bias, f"encoder.layer.{layer}", config)
    _pool(graph, hidden, mask)
    whole = helper.make_graph(
        graph.nodes,
        "sentence-encoder",
        [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"]) for name in ("ids", "mask")],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["batch", config["hidden_size"]])],
        list(graph.constants.values()),
    )
    model = helper.make_model(whole, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def _attention_bias(graph: _Graph, mask: str) -> str:
    absent = graph.node("Sub", graph.constant("one", np.float32(1)), mask)
    bias = graph.node("Mul", absent, graph.constant("far", np.float32(-1e4)))
    return graph.node("Unsqueeze", bias, graph.constant("axes12", np.array([1, 2])))


def _embeddings(graph: _Graph, epsilon: float) -> str:
    words = graph.node("Gather", graph.weight("embeddings.word_embeddings.weight"), "ids")
    length = graph.node("Shape", "ids", start=1, end=2)
    zero = graph.constant("zero", np.array([0]))
    positions = graph.node("Slice", graph.weight("embeddings.position_embeddings.weight"), zero, length, zero)
    kind = graph.constant("kind", graph._weights["embeddings.token_type_embeddings.weight"][0].astype(np.float32))
    total = graph.node("Add", graph.node("Add", words, positions), kind)
    return graph.norm(total, "embeddings.LayerNorm", epsilon)


def _layer(graph: _Graph, hidden: str, bias: str, name: str, config: Mapping[str, Any]) -> str:
    epsilon = config["layer_norm_eps"]
    attended = graph.linear(_attention(graph, hidden, bias, name, config), f"{name}.attention.output.dense")
    hidden = graph.norm(graph.node("Add", attended, hidden), f"{name}.attention.output.LayerNorm", epsilon)
    inner = graph.node("Gelu", graph.linear(hidden, f"{name}.intermediate.dense"))
    outer = graph.linear(inner, f"{name}.output.dense")
    return graph.norm(graph.node("Add", outer, hidden), f"{name}.output.LayerNorm", epsilon)


def _attention(graph: _Graph, hidden: str, bias: str, name: str, config: Mapping[str, Any]) -> str:
    heads = config["num_attention_heads"]
    size = config["hidden_size"] // heads
    split = graph.constant("split", np.array([0, 0, heads, size]))
    query, key, value = (
        graph.node("Reshape", graph.linear(hidden, f"{name}.attention.self.{part}"), split)
        for part in ("query", "key", "value")
    )
    query = graph.node("Transpose", query, perm=[0, 2, 1, 3])
    key = graph.node("Transpose", key, perm=[0, 2, 3, 1])
    value = graph.node("Transpose", value, perm=[0, 2, 1, 3])
    scores = graph.node("Mul", graph.node("MatMul", query, key), graph.constant("scale", np.float32(size**-0.5)))
    weights = graph.node("Softmax", graph.node("Add", scores, bias), axis=-1)
    mixed = graph.node("Transpose", graph.node("MatMul", weights, value), perm=[0, 2, 1, 3])
    return graph.node("Reshape", mixed, graph.constant("join", np.array([0, 0, heads * size])))


def _pool(graph: _Graph, hidden: str, mask: str) -> None:
    column = graph.node("Unsqueeze", mask, graph.constant("axes2", np.array([2])))
    axes = graph.constant("axes1", np.array([1]))
    total = graph.node("ReduceSum", graph.node("Mul", hidden, column), axes, keepdims=0)
    mean = graph.node("Div", total, graph.node("ReduceSum", mask, axes, keepdims=1))
    length = graph.node("ReduceL2", mean, axes, keepdims=1)
    graph.node("Div", mean, length, name="vector")
