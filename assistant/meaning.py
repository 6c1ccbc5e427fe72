"""What a message means: which topic it is about, which side of it is asked, or that it is no question of ours.

Two linear classifiers over the sentence vector and the names found: one for the topic,
one for the intent. They are trained with scikit-learn and served with numpy alone. The
figures behind each choice are in docs/decisions/0004.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

import numpy as np

NAME_WEIGHT = 0.4
"""What a name found weighs beside the unit sentence vector."""
SCOPE_WEIGHT = 0.6
"""What it weighs, for the intent, that any name of ours or of other things was found."""
LEAST = 1e-4
"""The least probability told apart from none."""
MOST_STEPS = 100
"""Steps of fitting: more of them took time and changed no figure on held-out questions."""
_SCALE, _BATCH, _ENDLESS = 4.0, 256, 10**6
_STAGES = ((0.01, 10), (0.002, 4), (0.0005, 3))
"""The learning rate and the epochs of each stage; more of them fit the examples better and new messages worse."""
TOPIC_C = 3.0
INTENT_C = 30.0


@dataclass(frozen=True)
class Linear:
    """A multinomial logistic model: P(class) = softmax(weights · x + bias)."""

    classes: tuple[str, ...]
    weights: np.ndarray
    bias: np.ndarray

    def probabilities(self, features: np.ndarray) -> np.ndarray:
        """Return P(class) for one feature vector, shape (classes,)."""
        scores = self.weights @ features + self.bias
        scores = np.exp(scores - scores.max())
        return scores / scores.sum()

    def likeliest(self, features: np.ndarray, without: str = "") -> tuple[str, float]:
        """Return the likeliest class and its probability, of all classes or of all but one."""
        odds = self.probabilities(features)
        if without:
            odds[self.classes.index(without)] = 0.0
        best = int(odds.argmax())
        return self.classes[best], float(odds[best])

    @classmethod
    def fit(cls, features: np.ndarray, labels: Sequence[str], strength: float) -> Linear:
        """Return the model fitted to features, shape (examples, size), and their labels."""
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=strength, max_iter=MOST_STEPS).fit(features, np.asarray(labels))
        weights, bias = model.coef_, model.intercept_
        if len(model.classes_) == 2:
            # scikit-learn keeps one row for two classes; the softmax wants both.
            weights, bias = np.vstack([-weights, weights]) / 2, np.concatenate([-bias, bias]) / 2
        return cls(tuple(map(str, model.classes_)), weights.astype(np.float32), bias.astype(np.float32))

    @classmethod
    def fit_in_batches(cls, features: np.ndarray, labels: Sequence[str], strength: float) -> Linear:
        """Return the model fitted to many examples of many classes, by Adam and in a tenth of the time.

        A network without a hidden layer is the same model. With 50,000 examples of 130 classes `fit` is far from
        its end after MOST_STEPS, and takes two minutes to come near it (docs/decisions/0024).
        """
        from sklearn.exceptions import ConvergenceWarning
        from sklearn.neural_network import MLPClassifier

        scaled = features * _SCALE
        penalty = _BATCH / (strength * _SCALE**2 * len(scaled))
        model = MLPClassifier(
            (), alpha=penalty, batch_size=_BATCH, random_state=0, warm_start=True, tol=0.0, n_iter_no_change=_ENDLESS
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)
            for rate, epochs in _STAGES:
                model.set_params(learning_rate_init=rate, max_iter=epochs)
                model.fit(scaled, np.asarray(labels))
        weights, bias = model.coefs_[0].T * _SCALE, model.intercepts_[0]
        return cls(tuple(map(str, model.classes_)), weights.astype(np.float32), bias.astype(np.float32))

    def save(self, path: Path) -> None:
        """Write the model to `path` (.npz), with its classes beside it."""
        np.savez(path, weights=self.weights, bias=self.bias)
        path.with_suffix(".json").write_text(json.dumps(self.classes), encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Linear:
        """Return a model written by `save`."""
        with np.load(path) as arrays:
            weights, bias = arrays["weights"], arrays["bias"]
        return cls(tuple(json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))), weights, bias)


def log_odds(share: float) -> float:
    """Return the log odds of a probability, which is kept off 0 and 1."""
    share = min(max(share, LEAST), 1 - LEAST)
    return log(share / (1 - share))


def topic_features(vector: np.ndarray, names: np.ndarray) -> np.ndarray:
    """Return what the topic is judged by; the last axis joins vector and names."""
    return np.concatenate([vector, NAME_WEIGHT * names], axis=-1)


def intent_features(vector: np.ndarray, names: np.ndarray, elsewhere: np.ndarray | np.floating) -> np.ndarray:
    """Return what the intent is judged by: as for the topic, and whether names of ours or of other things occur."""
    ours = (names.max(axis=-1, keepdims=True) > 0).astype(np.float32)
    others = np.minimum(np.asarray(elsewhere, dtype=np.float32), 2)[..., None]
    return np.concatenate([topic_features(vector, names), SCOPE_WEIGHT * ours, SCOPE_WEIGHT * others], axis=-1)
