"""What the tests share: one Checker, loaded once.

The whole rule book against another pipeline: ``python -m pytest tests/test_rules.py --pipeline nl_core_news_md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from duidelijk import Checker


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pipeline", help="name or folder of a spaCy pipeline (default: nl_duidelijk)")


@pytest.fixture(scope="session")
def checker(request: pytest.FixtureRequest) -> Checker:
    from duidelijk import Checker

    return Checker(pipeline=request.config.getoption("--pipeline"))
