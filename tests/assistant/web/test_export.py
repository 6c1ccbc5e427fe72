"""The first page as files, for a clinic's own web server."""

from __future__ import annotations

import re

import pytest

from assistant.web.export import export, main, policy_for

SERVER = "https://guide.clinic.example"


@pytest.fixture
def folder(site, tmp_path):
    export(site, tmp_path, SERVER)
    return tmp_path


def test_everything_the_page_loads_is_there(folder):
    page = (folder / "index.html").read_text()
    loaded = re.findall(r'(?:<script[^>]*src|<link[^>]*href)="([^"]+)"', page)

    assert loaded and [name for name in loaded if name != "data:," and not (folder / name).is_file()] == []


def test_the_page_names_its_server_and_the_numbers(folder):
    page = (folder / "index.html").read_text()

    assert f'data-server="{SERVER}"' in page and 'href="tel:911"' in page
    assert f'href="{SERVER}/visit-list"' in page and f'href="{SERVER}/print?a=' in page


def test_the_page_has_a_policy_that_lets_it_reach_its_server_alone(folder):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', (folder / "index.html").read_text())

    assert policy and policy[1].replace("&#39;", "'") == policy_for(SERVER)
    assert f"connect-src 'self' {SERVER};" in policy_for(SERVER) and "default-src 'none'" in policy_for(SERVER)


def test_the_settings_are_those_that_are_served(folder, guide):
    assert (folder / "widget-settings.json").read_bytes() == guide.get("/widget-settings.json").content


@pytest.mark.parametrize("server", ["guide.clinic.example", "ftp://x", "https://x/path", "javascript:alert(1)"])
def test_an_address_that_is_none_is_refused(tmp_path, capsys, server):
    status = main([str(tmp_path), "--server", server])

    assert status == 1 and "--server" in capsys.readouterr().err and list(tmp_path.iterdir()) == []
