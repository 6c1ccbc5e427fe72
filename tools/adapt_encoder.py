"""Teaches the sentence encoder our questions and writes what it learned as a small adapter. `make adapt`.

The encoder's weights stay as they came. Beside each linear layer two thin matrices are
learned (LoRA, Hu et al. 2021) so that what asks the same lies together: three heads read
the topic, the intent and the sign from the sentence vector, and only the adapter is kept.
Runs in an environment of its own, with PyTorch; the guide itself needs neither.
"""

from __future__ import annotations

import argparse
import json
import random
import string
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

LAYERS, HEADS, SIZE = 6, 12, 384
LINEAR = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
RANK, GAIN = 16, 2.0
KEPT = 0.7
"""How much of the change is kept: less than all of it does better on questions unlike ours (Wortsman et al. 2022)."""
SCALE = 16.0
"""What the unit vector is multiplied by before the heads: they would have to grow as large."""
BATCH, MOST_TOKENS = 64, 96
LEARNING_RATE, HEAD_RATE = 1e-3, 2e-2
SMOOTHING, DROPOUT = 0.05, 0.1
BENT = 0.3
"""The share of examples that are misspelt or lose their punctuation, anew in each epoch."""
NONE = -1


class LowRank(nn.Module):
    """A frozen linear layer with a learned change of low rank: W x + b + GAIN · up(down(x))."""

    def __init__(self, weight: torch.Tensor, bias: torch.Tensor) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight, requires_grad=False)
        self.bias = nn.Parameter(bias, requires_grad=False)
        self.down = nn.Parameter(torch.randn(RANK, weight.shape[1]) / weight.shape[1] ** 0.5)
        self.up = nn.Parameter(torch.zeros(weight.shape[0], RANK))

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        """Return the layer's output, shape (..., out)."""
        change = functional.linear(functional.linear(values, self.down), self.up)
        return functional.linear(values, self.weight, self.bias) + GAIN * change


class Encoder(nn.Module):
    """MiniLM as assistant/encoder_graph.py builds it, with a low-rank change beside each linear layer."""

    def __init__(self, weights: dict[str, torch.Tensor]) -> None:
        super().__init__()
        self._words = weights["embeddings.word_embeddings.weight"].float()
        self._places = weights["embeddings.position_embeddings.weight"].float()
        self._kind = weights["embeddings.token_type_embeddings.weight"][0].float()
        self._norms = {name: tensor.float() for name, tensor in weights.items() if "LayerNorm" in name}
        self.linear = nn.ModuleDict(
            {
                _key(layer, part): LowRank(
                    weights[f"encoder.layer.{layer}.{part}.weight"].float(),
                    weights[f"encoder.layer.{layer}.{part}.bias"].float(),
                )
                for layer in range(LAYERS)
                for part in LINEAR
            }
        )

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return unit vectors, shape (batch, 384), for token ids and their mask, shape (batch, tokens)."""
        hidden = functional.embedding(ids, self._words) + self._places[: ids.shape[1]] + self._kind
        hidden = self._drop(self._norm(hidden, "embeddings"))
        absent = ((1 - mask.float()) * -1e4)[:, None, None, :]
        for layer in range(LAYERS):
            hidden = self._layer(hidden, absent, layer)
        weight = mask.float()[..., None]
        return functional.normalize((hidden * weight).sum(1) / weight.sum(1), dim=-1)

    def _layer(self, hidden: torch.Tensor, absent: torch.Tensor, layer: int) -> torch.Tensor:
        def apply(part: str, values: torch.Tensor) -> torch.Tensor:
            return self.linear[_key(layer, part)](values)

        batch, tokens, _ = hidden.shape
        query, key, value = (
            apply(part, hidden).view(batch, tokens, HEADS, SIZE // HEADS).transpose(1, 2) for part in LINEAR[:3]
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=absent)
        seen = apply(LINEAR[3], seen.transpose(1, 2).reshape(batch, tokens, SIZE))
        hidden = self._norm(hidden + self._drop(seen), f"encoder.layer.{layer}.attention.output")
        inner = apply(LINEAR[5], functional.gelu(apply(LINEAR[4], hidden)))
        return self._norm(hidden + self._drop(inner), f"encoder.layer.{layer}.output")

    def _norm(self, values: torch.Tensor, name: str) -> torch.Tensor:
        scale, bias = (self._norms[f"{name}.LayerNorm.{part}"] for part in ("weight", "bias"))
        return functional.layer_norm(values, (SIZE,), scale, bias, 1e-12)

    def _drop(self, values: torch.Tensor) -> torch.Tensor:
        return functional.dropout(values, DROPOUT, self.training)

    def adapter(self) -> dict[str, torch.Tensor]:
        """Return the learned change: for each linear layer `….down` and `….up`, in 16 bits."""
        found = {}
        for layer in range(LAYERS):
            for part in LINEAR:
                module = self.linear[_key(layer, part)]
                name = f"encoder.layer.{layer}.{part}"
                found[f"{name}.down"] = module.down.detach().half().contiguous()
                found[f"{name}.up"] = (KEPT * GAIN * module.up.detach()).half().contiguous()
        return found


def _key(layer: int, part: str) -> str:
    return f"{layer}-{part}".replace(".", "_")  # PyTorch allows no dot in a module's name


@dataclass(frozen=True)
class Task:
    """One thing to be read from a vector: the number of each label, and each example's label."""

    name: str
    labels: dict[str, int]
    wanted: list[int]

    @classmethod
    def of(cls, name: str, said: list[str]) -> Task:
        """Return the task of telling apart what `said` holds; an empty label asks nothing of an example."""
        labels = {label: number for number, label in enumerate(sorted(set(said) - {""}))}
        return cls(name, labels, [labels.get(label, NONE) for label in said])


def misspelt(word: str) -> str:
    """Return a word with one slip of the finger."""
    if len(word) < 4:
        return word
    place, slip = random.randrange(1, len(word) - 1), random.random()
    if slip < 0.35:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if slip < 0.65:
        return word[:place] + word[place + 1 :]
    if slip < 0.85:
        return word[:place] + word[place] + word[place:]
    return word[:place] + random.choice(string.ascii_lowercase) + word[place + 1 :]


def bent(text: str) -> str:
    """Return a text as it is, or now and then misspelt or without its punctuation."""
    if random.random() > BENT:
        return text
    if random.random() < 0.6:
        return " ".join(misspelt(word) if random.random() < 0.2 else word for word in text.split())
    return text.translate(str.maketrans("", "", string.punctuation))


def batches(tokenizer: Tokenizer, texts: list[str]) -> Iterator[tuple[list[int], torch.Tensor, torch.Tensor]]:
    """Yield the numbers of a batch's texts, their token ids and their mask; texts of one length go together."""
    encoded = [encoding.ids for encoding in tokenizer.encode_batch(texts)]
    order = sorted(range(len(texts)), key=lambda number: len(encoded[number]) + 4 * random.random())
    chunks = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    random.shuffle(chunks)
    for chunk in chunks:
        longest = max(len(encoded[number]) for number in chunk)
        ids = torch.zeros(len(chunk), longest, dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, number in enumerate(chunk):
            ids[row, : len(encoded[number])] = torch.tensor(encoded[number])
            mask[row, : len(encoded[number])] = 1
        yield chunk, ids, mask


def adapt(examples: list[dict[str, str]], model: Path, epochs: int) -> dict[str, torch.Tensor]:
    """Return the adapter learned from examples: `text`, and `topic`, `intent`, `sign` where they have one."""
    encoder = Encoder(load_file(model / "model.safetensors"))
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.enable_truncation(MOST_TOKENS)
    tokenizer.no_padding()
    tasks = [Task.of(name, [example[name] for example in examples]) for name in ("topic", "intent", "sign")]
    heads = nn.ModuleDict({task.name: nn.Linear(SIZE, len(task.labels)) for task in tasks})
    learned = [parameter for parameter in encoder.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(
        [
            {"params": learned, "lr": LEARNING_RATE, "weight_decay": 0.01},
            {"params": heads.parameters(), "lr": HEAD_RATE, "weight_decay": 1e-4},
        ]
    )
    steps = epochs * -(-len(examples) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [LEARNING_RATE, HEAD_RATE], total_steps=steps + 1, pct_start=0.1
    )
    started = time.perf_counter()
    for epoch in range(epochs):
        losses = []
        for chunk, ids, mask in batches(tokenizer, [bent(example["text"]) for example in examples]):
            # 16 bits take a quarter of the time on a processor that has them.
            with torch.autocast("cpu", torch.bfloat16):
                vectors = encoder(ids, mask)
            loss = _loss(SCALE * vectors.float(), chunk, tasks, heads)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        mean, spent = sum(losses) / len(losses), time.perf_counter() - started
        print(f"epoch {epoch + 1}: loss {mean:.3f}, {spent:.0f} s", flush=True)
    return encoder.adapter()


def _loss(vectors: torch.Tensor, chunk: list[int], tasks: list[Task], heads: nn.ModuleDict) -> torch.Tensor:
    total = torch.zeros(())
    for task in tasks:
        wanted = torch.tensor([task.wanted[number] for number in chunk])
        if (wanted != NONE).any():
            total = total + functional.cross_entropy(
                heads[task.name](vectors), wanted, ignore_index=NONE, label_smoothing=SMOOTHING
            )
    return total


def main() -> int:
    """Learn the adapter from the examples on standard input, JSON lines, and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="the folder with the encoder's weights")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(0)
    random.seed(0)
    examples = [json.loads(line) for line in sys.stdin if line.strip()]
    save_file(adapt(examples, options.model, options.epochs), options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
