"""What the tests share: one Checker, loaded once, and the services of ``tests/services.py``.

The whole rule book against another pipeline: ``python -m pytest tests/test_rules.py --pipeline nl_core_news_md``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import servers, services

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from duidelijk import Checker


settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pipeline", help="name or folder of a spaCy pipeline (default: nl_duidelijk)")


@pytest.fixture(scope="session")
def checker(request: pytest.FixtureRequest) -> Checker:
    from duidelijk import Checker

    return Checker(pipeline=request.config.getoption("--pipeline"))


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL server for these tests alone: the SQLAlchemy URL of its database ``postgres``."""
    with services.postgres_server() as url:
        yield url


@pytest.fixture
def postgres_archive_url(postgres_url: str) -> Iterator[str]:
    """The SQLAlchemy URL of an empty PostgreSQL database for this test alone."""
    with services.postgres_database(postgres_url) as url:
        yield url


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    """The address of a server with two checking processes, without a token and without an archive."""
    with servers.serving("--workers", "2") as server:
        yield server.url


@pytest.fixture(scope="session")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """A server for other computers: it asks for a token, keeps pages for a minute, and knows one other website."""
    file = tmp_path_factory.mktemp("token") / "token"
    file.write_text(f"{servers.TOKEN}\n")
    kept = ("--token-file", str(file), "--report-minutes", "1", "--allow-origin", "https://cms.voorbeeld.nl")
    with servers.serving("--host", "0.0.0.0", "--workers", "1", *kept) as server:
        yield server


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser per module: Playwright keeps an event loop running, which other tests must not meet."""
    with services.chromium() as browser:
        yield browser


@pytest.fixture
def browser_page(chromium: Browser) -> Iterator[Page]:
    """An empty page that reaches files and 127.0.0.1 only."""
    with services.fresh_page(chromium) as page:
        yield page
