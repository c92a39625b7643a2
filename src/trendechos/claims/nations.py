"""The states that a report names, whose outlet it is, and the one state that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from trendechos.claims.pointing import Seen, one_state
from trendechos.knowledge import outlets
from trendechos.knowledge.actor_tables import states
from trendechos.records import Mention, Reading, Report, Span

# A report is about a state that has so many times the places of any other.
_FOLD = 2
# One town tells nothing.
_LEAST = 3


class Nations:
    """The states of one report; `about` is the one whose offices and bodies it need not name, or None."""

    def __init__(self, report: Report, reading: Reading) -> None:
        """Takes the mentions and places; what the title names, is named from the start."""
        codes: dict[str, int] = {}
        for mention in reading.mentions:
            code = state_of(mention)
            money = report.words(mention.span.field)[mention.span.end : mention.span.end + 1] == "$"  # "US$18"
            if mention.known and code in states() and not money:
                before = len(report.title or "") + 1 if mention.span.field == "title" else 0
                codes[code] = min(codes.get(code, mention.span.start), mention.span.start - before)
        self._codes = sorted((start, code) for code, start in codes.items())
        own = outlets.find(report.outlet or "")
        self.home = own.country if own is not None and own.state_controlled else None
        self._country = outlets.country(report.outlet, report.url)
        places: Counter[str | None] = Counter()
        self._written: set[str | None] = set()
        for place in reading.places:
            if place.country in states():
                # Abroad a report names states, at home towns.
                places[place.country] += 1 if place.precision == "country" else 2
                if reading.dateline is not None and reading.dateline.overlaps(place.span):
                    self._written.add(place.country)
        self._most: set[str | None] = {code for code, count in places.items() if count == max(places.values())}
        self._first = self._codes[0][1] if self._codes else None
        self.about = self._about(places)
        self.named: set[str | None] = {self._country, *(code for _, code in self._codes)}

    def _about(self, places: Counter[str | None]) -> str | None:
        """The outlet's own state where the report names it first or has most of its places there.

        Else, and for a report that is written abroad, the state with twice the places of any other.
        """
        own = self._country == self._first or self._country in self._most
        if self._country in states() and own and self._written <= {self._country}:
            return self._country
        first, second, *_ = (*sorted(places.values(), reverse=True), 0, 0)
        return max(places, key=places.__getitem__) if first >= max(_LEAST, _FOLD * second) else None

    def of_body(self, seen: Sequence[Seen], span: Span, *, armed: bool) -> str | None:
        """The state whose body needs no name at `span`, or None.

        Of two that have spoken nobody can tell whose army it is (`armed`), wherever they fight.
        """
        alone, _ = self._alone(seen, span)
        spoken = {one.speaker.party for one in seen} & states().keys()
        if armed:
            return alone if alone is not None or spoken else self.about
        if alone is not None and self.about is None:
            return alone if alone in self._most | self._written or not self._most else None
        heard = alone == self.about if alone is not None else not spoken or self.about in spoken
        return self.about if heard or self.about == self._country else None

    def of_office(self, seen: Sequence[Seen], span: Span) -> str | None:
        """The state of an office of state at `span`, or None: who only pledges or accuses lends no minister."""
        alone, named = self._alone(seen, span)
        if alone is None or self.about is not None:
            return self.of_body(seen, span, armed=False)
        sole = self._most <= {alone} or (named == {alone} and alone in self._most | self._written)
        return alone if sole and self._first in (None, alone) else None

    def _alone(self, seen: Sequence[Seen], span: Span) -> tuple[str | None, frozenset[str]]:
        """The only state that has spoken, else the only one named before the end of `span`; all those named."""
        named = frozenset(code for start, code in self._codes if start < span.end)
        return one_state(seen, named, self.home), named


def state_of(mention: Mention) -> str:
    """The code of the state that a mention names; none for an outlet, which says nothing of its country."""
    code = mention.code or ""
    return "" if code[3:] == "MED" else code[:3]
