"""Fits the second look (assistant/second_look.py) on our held-out questions. `make second-look`.

Prints what each threshold of `MeaningReader` would cost, by ten-fold cross-validation, so that
one can be chosen: how often a question of ours gets the right topic, a wrong one or choices,
and how often one of something else is answered anyway.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.quiet import hush

hush()

import numpy as np  # noqa: E402 warnings must be off before anything below is imported
from rasa.shared.nlu.constants import TEXT  # noqa: E402
from rasa.shared.nlu.training_data.message import Message  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.model_selection import cross_val_predict  # noqa: E402

from assistant import reading  # noqa: E402
from assistant.components.language import EVIDENCE, LanguageReader  # noqa: E402
from assistant.components.meaning import MeaningReader  # noqa: E402
from assistant.components.vectors import VECTOR, SentenceVectors  # noqa: E402
from assistant.second_look import SecondLook  # noqa: E402
from tools.evaluate import topic_of  # noqa: E402

SETS = Path("tests/questions")
FOLDS = 10


async def components() -> tuple[LanguageReader, SentenceVectors, MeaningReader]:
    """Return the trained components of the model."""
    from assistant.talk import open_agent

    agent = await open_agent(store=":memory:")
    nodes = agent.processor.graph_runner._instantiated_nodes.values()
    found = {type(node._component): node._component for node in nodes}
    return found[LanguageReader], found[SentenceVectors], found[MeaningReader]


def questions() -> list[dict]:
    """Return the held-out questions that are ours, and those that are not."""
    lines = [json.loads(line) for name in ("answers", "out_of_scope") for line in (SETS / f"{name}.jsonl").open("rb")]
    return [line for line in lines if line["answers"] or line["outcome"] == "out-of-scope"]


def looks(items: Sequence[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Return the signals of each question, shape (n, 10), and whether its likeliest topic is right."""
    language, vectors, meaning = asyncio.run(components())
    rows, right = [], []
    for item in items:
        message = Message({TEXT: item["text"]})
        vectors.process(language.process([message]))
        topics, _, seen = meaning.first_look(message.get(VECTOR), message.get(EVIDENCE))
        topics.pop(reading.SAME, None)
        rows.append(seen)
        right.append(max(topics, key=topics.__getitem__) in set(map(topic_of, item["answers"])))
    return np.array(rows), np.array(right)


def fit(seen: np.ndarray, wanted: np.ndarray) -> tuple[tuple[float, ...], np.ndarray]:
    """Return the weights of a model, the constant last, and what models of the other folds say of each question."""
    model = LogisticRegression(max_iter=1000)
    crossed = cross_val_predict(model, seen, wanted, cv=FOLDS, method="predict_proba")[:, 1]
    model.fit(seen, wanted)
    return (*(round(float(weight), 4) for weight in model.coef_[0]), round(float(model.intercept_[0]), 4)), crossed


def main() -> int:
    """Fit, write the weights, print the thresholds."""
    items = questions()
    ours = np.array([item["outcome"] == "answer" for item in items])
    seen, right = looks(items)
    of_ours, is_ours = fit(seen, ours)
    of_right, is_right = fit(seen, ours & right)
    SecondLook(of_ours, of_right).save()
    print("answer  right   right topic  wrong topic   choices  answered anyway")
    for answer in (0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9):
        for least in (0.15, 0.3, 0.4, 0.5):
            given = (is_ours >= answer) & (is_right >= least)
            figures = (given & right)[ours], (given & ~right)[ours], ~given[ours], given[~ours]
            print(f"{answer:6.2f} {least:6.2f}" + "".join(f"{100 * share.mean():12.1f}%" for share in figures))
    print("offer   refused   offered though not ours")
    for offer in (0.05, 0.1, 0.2, 0.3, 0.4):
        refused, offered = (is_ours < offer)[ours], (is_ours >= offer)[~ours]
        print(f"{offer:5.2f} {100 * refused.mean():8.1f}% {100 * offered.mean():8.1f}%")
    return 0


if __name__ == "__main__":
    sys.exit(main())
