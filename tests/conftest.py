"""What the tests share: one Checker, loaded once.

The whole rule book against another pipeline: ``python -m pytest tests/test_rules.py --pipeline nl_core_news_md``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
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
