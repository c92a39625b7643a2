"""The states that a report names, whose outlet it is, and the one state that it is about."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from trendechos.claims.leading import is_main
from trendechos.claims.mentioned import state_of
from trendechos.claims.pointing import Seen, one_state
from trendechos.knowledge import composition, outlets
from trendechos.knowledge.actor_tables import states
from trendechos.languages.en import modality
from trendechos.records import Mention, ParsedSentence, Reading, Report, Span

# A report is about a state that has so many times the places of any other.
_FOLD = 2
# What a state does in these words, its own people tell.
_WILLING = modality.MIND_VERBS | modality.PLAN_VERBS | modality.COMMITMENT_VERBS | modality.CALL_VERBS
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
            # "The Joint Chiefs of Staff" may be any state's.
            if mention.known and code in states() and not money and not composition.is_role(mention.name):
                before = len(report.title or "") + 1 if mention.span.field == "title" else 0
                codes[code] = min(codes.get(code, mention.span.start), mention.span.start - before)
        self._codes = sorted((start, code) for code, start in codes.items())
        own = outlets.find(report.outlet or "")
        self._country = outlets.country(report.outlet, report.url)
        places: Counter[str | None] = Counter()
        self._written: set[str | None] = set()
        for place in reading.places:
            if place.country in states():
                # Abroad a report names states, at home towns.
                places[place.country] += 1 if place.precision == "country" else 2
                if reading.dateline is not None and reading.dateline.overlaps(place.span):
                    self._written.add(place.country)
        commanded = own is not None and own.state_controlled and self._written <= {own.country}
        self.home = own.country if own is not None and commanded else None
        self._most: set[str | None] = {code for code, count in places.items() if count == max(places.values())}
        self._first = self._codes[0][1] if self._codes else None
        self._leads = tuple(_leading(reading))
        # The title and the first sentence tell what a report is about.
        heads = {sentence.span for sentence in reading.sentences[:2]}
        self._heading = {code for sentence, code, _ in self._leads if sentence in heads}
        self.about = self._about(places)
        self.named: set[str | None] = {self._country, *(code for _, code in self._codes)}

    def _about(self, places: Counter[str | None]) -> str | None:
        """The outlet's own state where the report names it first or has most of its places there.

        None where it has twice as many elsewhere and does not begin at home. For another report the state with
        twice the places of others.
        """
        own = self._country == self._first or self._country in self._most
        first, second, *_ = (*sorted(places.values(), reverse=True), 0, 0)
        most = max(places, key=places.__getitem__) if first >= max(_LEAST, _FOLD * second) else None
        if self._country in states() and own and self._written <= {self._country}:
            return self._country if most in (None, self._country) or self._country in self._heading else None
        return most

    def of_body(self, seen: Sequence[Seen], span: Span, *, armed: bool) -> str | None:
        """The state whose body needs no name at `span`, or None.

        Of two that have spoken nobody can tell whose army it is (`armed`), wherever they fight.
        """
        alone, _ = self._alone(seen, span)
        spoken = {one.speaker.party for one in seen} & states().keys()
        if armed:
            return alone if spoken or (alone is not None and alone == self.home) else self.about or alone
        if alone is not None and self.about is None:
            sole = alone in self._most | self._written or not self._most
            return self._agreed(alone if sole else None, span)
        heard = alone == self.about if alone is not None else not spoken or self.about in spoken
        return self._agreed(self.about if heard or self.about == self._country else None, span)

    def of_office(self, seen: Sequence[Seen], span: Span) -> str | None:
        """The state of an office of state at `span`, or None: who only pledges or accuses lends no minister."""
        alone, named = self._alone(seen, span)
        if alone is None or self.about is not None:
            return self.of_body(seen, span, armed=False)
        sole = self._most <= {alone} or (named == {alone} and alone in self._most | self._written)
        return self._agreed(alone if sole and self._first in (None, alone) else None, span)

    def whose(self, span: Span) -> str | None:
        """The state whose plan or request the sentence of `span` tells, as its own people do; or None."""
        told = [code for sentence, code, wills in self._leads if wills and sentence.overlaps(span)]
        return told[-1] if told and self.home is None else None

    def _agreed(self, code: str | None, span: Span) -> str | None:
        """The state whose plan the sentence tells, else `code` where the sentence tells of no other's act."""
        own = self.whose(span)
        others = {lead for sentence, lead, _ in self._leads if sentence.overlaps(span)} - {code}
        return own or (code if self.home is not None or not others else None)

    def _alone(self, seen: Sequence[Seen], span: Span) -> tuple[str | None, frozenset[str]]:
        """The only state that has spoken, else the only one named before the end of `span`; all those named."""
        named = frozenset(code for start, code in self._codes if start < span.end)
        return one_state(seen, named, self.home), named


def _leading(reading: Reading) -> Iterator[tuple[Span, str, bool]]:
    """The sentences that a state leads, each with that state and whether they tell what it plans or asks.

    What a state has done may be told by the state that it was done to.
    """
    inside: dict[Span, list[Mention]] = defaultdict(list)
    sentences = sorted((each.span.field, each.span.start, each.span) for each in reading.sentences)
    for mention in reading.mentions:
        if mention.known and mention.kind != "person" and state_of(mention) in states():
            at = bisect_right(sentences, (mention.span.field, mention.span.start + 1)) - 1
            inside[sentences[at][2]].append(mention)
    for sentence in reading.sentences:
        if sentence.span not in inside:
            continue
        parsed = sentence.parsed
        starts = {sentence.span.start + start: token for token, start in enumerate(parsed.starts)}
        for mention in inside[sentence.span]:
            held = [starts[at] for at in range(mention.span.start, mention.span.end) if at in starts]
            for verb in (parsed.heads[token] for token in held if parsed.deps[token] == "nsubj"):
                if is_main(parsed, verb):
                    yield sentence.span, state_of(mention), _wills(parsed, verb)


def _wills(parsed: ParsedSentence, verb: int) -> bool:
    may = any(tag == "MD" and parsed.heads[token] == verb for token, tag in enumerate(parsed.tags))
    return may or parsed.lemmas[verb].lower() in _WILLING
