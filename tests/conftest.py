"""What the tests share: one Checker, loaded once."""

from __future__ import annotations

import pytest

from duidelijk.checker import Checker


@pytest.fixture(scope="session")
def checker() -> Checker:
    return Checker()
