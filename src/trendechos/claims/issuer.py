"""The body whose own page a report is: a release says what it says in the name of who put it out."""

from __future__ import annotations

import re
from functools import lru_cache

from trendechos.claims.outlets import outlet
from trendechos.knowledge import actors, composition, outlets
from trendechos.languages.en import pointing
from trendechos.records import Report, Speaker

_BODIES = frozenset({"organisation", "government", "group"})
_OFFICES = pointing.OFFICIAL | {"office", "presidency", "parliament", "cabinet", "government"}
# What a body calls those who write for it.
_DESK = re.compile(r" (?:media|press|information) (?:office|service|centre|center|department)$", re.IGNORECASE)


def issuer(report: Report) -> Speaker | None:
    """The ministry, agency or group that published `report` itself; None for the press and unknown names.

    An abbreviation may be spelt out by the first line of the text.
    """
    if not report.outlet:
        return None
    heading, on = report.text.partition("\n")[0], report.published_on or ""
    spelt = "".join(word[0] for word in heading.split()) == report.outlet
    return _issuer(report.outlet, on) or (_issuer(heading.title(), on) if spelt else None)


def writer(report: Report) -> Speaker | None:
    """Who "we" are in a report's own voice: the body, outlet or unknown house that published it; or None.

    >>> writer(Report("a", "", "We think so.", outlet="Storm Watch Togo")).kind
    'organisation'
    """
    if not report.outlet:
        return None
    press = outlet(report.outlet)
    unknown = Speaker(report.outlet, press or report.outlet, "outlet" if press else "organisation", None, None)
    return issuer(report) or unknown


@lru_cache(maxsize=10_000)
def _issuer(name: str, on: str) -> Speaker | None:
    listed = outlets.find(name)
    known = actors.find(name, on) or actors.find(_DESK.sub("", name), on) or actors.compose(name)
    campaigns = known is not None and (known.code or "").startswith("NGO")
    if outlet(name) is not None or not (listed is None or listed.kind == "official" or campaigns):
        return None
    if known is not None and known.kind in _BODIES:
        party = actors.ruled(known.party, on) if known.party is not None else None
        return Speaker(name, known.canonical, known.kind, party, None)
    words = [word.strip("(),") for word in name.split()]
    state = next(filter(None, map(composition.state_of, words)), None)
    official = any(word.lower() in _OFFICES for word in words)
    return Speaker(name, name, "organisation", state.code, None) if state is not None and official else None
