"""Who may import whom: the tree is the architecture."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN = {
    "answers": {"actions", "assistant", "rasa", "rasa_sdk", "tools", "tests"},
    "actions": {"assistant", "rasa", "tools", "tests"},
    "assistant": {"actions", "rasa_sdk", "tools", "tests"},
}
MAY = {"assistant/in_process.py": {"rasa_sdk"}}
MODULES = sorted(path.relative_to(ROOT).as_posix() for package in FORBIDDEN for path in (ROOT / package).rglob("*.py"))


def imported(module: str) -> set[str]:
    """Return the top-level packages a module imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("module", MODULES)
def test_module_keeps_to_its_side(module):
    package = module.partition("/")[0]

    assert imported(module) & (FORBIDDEN[package] - MAY.get(module, set())) == set()


@pytest.mark.parametrize("module", MODULES)
def test_module_says_what_it_is(module):
    assert ast.get_docstring(ast.parse((ROOT / module).read_text(encoding="utf-8")))
