"""The stand-in answers for TensorFlow only where TensorFlow is not installed."""

from __future__ import annotations

import importlib
import sys
import types

import pytest

from assistant import tensorflow_standin


def test_it_stands_behind_every_other_finder():
    names = [getattr(finder, "__name__", type(finder).__name__) for finder in sys.meta_path]

    assert names.count("StandinFinder") == 1 and names.index("PathFinder") < names.index("StandinFinder")


def test_its_attributes_can_be_subclassed_called_and_indexed():
    tensorflow = importlib.import_module("tensorflow")

    class Layer(tensorflow.keras.layers.Layer):
        pass

    assert Layer("anything", units=3) is not None
    assert tensorflow.function(lambda: 1) is not None
    assert tensorflow.Tensor[int] is tensorflow.Tensor


def test_a_real_package_is_found_before_it(tmp_path, monkeypatch):
    (tmp_path / "tensorflow_addons.py").write_text("REAL = True")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "tensorflow_addons", raising=False)

    assert importlib.import_module("tensorflow_addons").REAL is True
    monkeypatch.delitem(sys.modules, "tensorflow_addons")


def test_an_unknown_package_stays_unknown():
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("tensorflowing")


def test_it_knows_that_it_is_active():
    assert tensorflow_standin.is_active() is isinstance(sys.modules["tensorflow"], types.ModuleType)
