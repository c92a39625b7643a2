"""The body whose own page a report is: a release says what it says in the name of who put it out."""

from __future__ import annotations

from functools import lru_cache

from trendechos.claims.outlets import outlet
from trendechos.knowledge import actors, composition, outlets
from trendechos.languages.en import pointing
from trendechos.records import Report, Speaker

_BODIES = frozenset({"organisation", "government", "group"})
_OFFICES = pointing.OFFICIAL | {"office", "presidency", "parliament", "cabinet", "government"}


def issuer(report: Report) -> Speaker | None:
    """The ministry, agency or group that published `report` itself; None for the press and unknown names."""
    return _issuer(report.outlet, report.published_on or "") if report.outlet else None


@lru_cache(maxsize=10_000)
def _issuer(name: str, on: str) -> Speaker | None:
    listed = outlets.find(name)
    if outlet(name) is not None or (listed is not None and listed.kind != "official"):
        return None
    known = actors.find(name, on)
    if known is not None:
        return Speaker(name, known.canonical, known.kind, known.party, None) if known.kind in _BODIES else None
    words = [word.strip("(),") for word in name.split()]
    state = next(filter(None, map(composition.state_of, words)), None)
    official = any(word.lower() in _OFFICES for word in words)
    return Speaker(name, name, "organisation", state.code, None) if state is not None and official else None
