"""Training is repeated when what is learned from has changed, and for nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant import train

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A copy of what the fingerprint reads."""
    for name in ("content", "data", "assistant"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("config.yml", "domain.yml", "requirements.lock"):
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def append(path, text):
    path.write_text(path.read_text() + text)


@pytest.mark.parametrize(
    "name, text",
    [
        pytest.param("config.yml", "# other\n", id="settings"),
        pytest.param("data/nlu/small_talk.yml", "    - one more way to say it\n", id="data"),
        pytest.param("assistant/meaning.py", "# other\n", id="what-learns"),
    ],
)
def test_a_change_of_what_is_learned_from_means_a_new_model(project, name, text):
    before = train.fingerprint()
    append(project / name, text)

    assert train.fingerprint() != before


def test_a_new_question_means_a_new_model(project):
    before = train.fingerprint()
    topic = project / "content/en/topics/drug/sunitinib.md"
    topic.write_text(topic.read_text().replace("  overview:\n", "  overview:\n    - a question nobody asked yet\n", 1))

    assert train.fingerprint() != before


@pytest.mark.parametrize(
    "name, text",
    [
        pytest.param("content/en/topics/drug/sunitinib.md", "\n<!-- -->\n", id="words-of-an-answer"),
        pytest.param("content/en/notices/failure.md", "\nMore.\n", id="notice"),
        pytest.param("assistant/serve.py", "# other\n", id="what-serves"),
    ],
)
def test_a_change_of_words_needs_no_new_model(project, name, text):
    before = train.fingerprint()
    append(project / name, text)

    assert train.fingerprint() == before
