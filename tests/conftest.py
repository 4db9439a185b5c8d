"""What the tests share: one Checker, loaded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from duidelijk import Checker


@pytest.fixture(scope="session")
def checker() -> Checker:
    from duidelijk import Checker

    return Checker()
