"""What tests of watching share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.flow.site import FakeClock, Site, begin_with, serving

from trendechos.store import Store, open_store


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(str(tmp_path / "store.sqlite"))) as opened:
        yield opened


@pytest.fixture
def begin(tmp_path: Path, site: Site, store: Store, clock: FakeClock):
    """Starts a watcher over the site's /feed; keyword arguments are parts of the situation file."""
    return begin_with(tmp_path, site, store, clock)
