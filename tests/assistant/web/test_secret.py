"""One secret for all starts of a server, that nobody else on the machine can read."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.web.secret import SecretError, read_secret


@pytest.fixture(autouse=True)
def no_secret_given(monkeypatch):
    monkeypatch.delenv("GUIDE_SECRET", raising=False)


def test_a_secret_is_made_once_and_stays(tmp_path):
    first, again = (read_secret(tmp_path / "deep" / "secret") for _ in range(2))

    assert first == again and len(first) >= 43


def test_only_its_owner_can_read_it(tmp_path):
    read_secret(tmp_path / "secret")

    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_servers_that_start_together_share_it_and_leave_nothing_else(tmp_path):
    with ThreadPoolExecutor(16) as threads:
        read = list(threads.map(read_secret, [tmp_path / "secret"] * 64))

    assert len(set(read)) == 1 and [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_the_environment_comes_first(tmp_path, monkeypatch):
    monkeypatch.setenv("GUIDE_SECRET", "s" * 32)

    assert read_secret(tmp_path / "secret") == "s" * 32 and not (tmp_path / "secret").exists()


def test_a_secret_that_can_be_guessed_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("GUIDE_SECRET", "secret")

    with pytest.raises(SecretError, match="GUIDE_SECRET has 6 characters"):
        read_secret(tmp_path / "secret")


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "secret").touch()

    with pytest.raises(SecretError, match="secret has 0 characters"):
        read_secret(tmp_path / "secret")


def test_a_place_that_cannot_be_written_says_what_to_set(tmp_path):
    (tmp_path / "file").touch()

    with pytest.raises(SecretError, match="set GUIDE_SECRET"):
        read_secret(tmp_path / "file" / "secret")
