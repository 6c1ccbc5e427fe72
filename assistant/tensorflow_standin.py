"""Lets Rasa be imported where TensorFlow is not installed.

Rasa 3.6 imports TensorFlow in modules that a pipeline without a TensorFlow component
never runs. A finder at the very end of `sys.meta_path` answers for TensorFlow and the
packages around it, so it is asked only after the real ones were not found. What it
hands out is inert: it can be subclassed, annotated with and used as a decorator, and
does nothing. `needs_tensorflow` names the components that would need the real thing.

The environment loads this module at start-up (`tools/install.sh` sees to it), so that the
plain `rasa` commands see it too; it therefore imports nothing but the import system.
"""

import importlib.abc
import importlib.machinery
import sys
import types

ROOTS = frozenset({"tensorflow", "tensorflow_hub", "tensorflow_text", "tensorflow_addons", "keras"})


class _InertType(type):
    """A class whose every attribute is another inert class."""

    def __getattr__(cls, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return inert(f"{cls.__name__}.{name}")


def inert(name):
    """Return a class of that name that can be subclassed, called and indexed, and does nothing."""
    return _InertType(name, (), {"__init__": _ignore, "__call__": _ignore, "__class_getitem__": _itself})


def _ignore(self, *args, **kwargs):
    return None


def _itself(cls, item):
    return cls


class StandinModule(types.ModuleType):
    """An empty module whose every attribute is an inert class."""

    __path__: list[str] = []
    __version__ = "0.0.0"

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        value = inert(name)
        setattr(self, name, value)
        return value


class StandinFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Answers for some packages with modules that do nothing."""

    def __init__(self, roots):
        self._roots = frozenset(roots)

    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] in self._roots:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec):
        return StandinModule(spec.name)

    def exec_module(self, module):
        return None


def install():
    """Add the finder behind all others, once."""
    if not any(isinstance(finder, StandinFinder) for finder in sys.meta_path):
        sys.meta_path.append(StandinFinder(ROOTS))


def is_active():
    """Return whether the stand-in, and not TensorFlow, answers to `import tensorflow`."""
    import tensorflow

    return isinstance(tensorflow, StandinModule)


def needs_tensorflow(component):
    """Return whether a component's own module uses TensorFlow."""
    module = sys.modules[component.__module__]
    if any(isinstance(value, StandinModule | _InertType) for value in vars(module).values()):
        return True
    used = [value for value in vars(module).values() if isinstance(value, types.ModuleType)]
    return any(value.__name__.startswith(("rasa.utils.tensorflow", "tensorflow")) for value in used)


install()
