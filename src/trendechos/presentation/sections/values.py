"""Values that origins give to one question, newest first, and what they have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass

from trendechos.knowledge import countries
from trendechos.presentation.index import Index
from trendechos.presentation.wording import figures
from trendechos.presentation.wording.parts import Given, Phrase, given, lowered
from trendechos.records import Origin, Proposition, Qualifier, Quantity, Stance

MEASURES = {
    "troops": "the number of troops",
    "killed": "the number killed",
    "wounded": "the number wounded",
    "killed_or_wounded": "the number killed or wounded",
    "casualties": "the number of casualties",
    "captured": "the number captured",
    "missing": "the number missing",
    "displaced": "the number displaced",
    "civilians": "the number of civilians",
    "weapons": "the number of weapons",
    "money": "the sum",
    "distance": "the distance",
    "share": "the share",
    "duration": "the time",
    "age": "the age",
    "other": "the number",
}
# Counts of forces and of what befell people; sums, distances and the like lead no brief.
PEOPLE = frozenset(
    {"troops", "killed", "wounded", "killed_or_wounded", "casualties", "captured", "missing", "displaced"}
)
# Kinds whose noun already stands in the measure, so that "11,000 soldiers" would say it twice.
_SAID_BY_MEASURE = frozenset(
    {"troops", "killed", "wounded", "killed_or_wounded", "captured", "missing", "displaced"}
)

_FIGURE = re.compile(r"(?:About )?[\d,.]+ (.+?) (?:are|were|is|was) (.+?)(, first said on .+)?$")
_HOW_MANY = re.compile(r"How many (.+?) (?:are|were|is|was) (.+?)(, first said on .+)?$")


@dataclass(frozen=True, slots=True)
class Value:
    """One value by one origin on one question."""

    stance: Stance
    origin: Origin

    @property
    def bounds(self) -> tuple[float | None, float | None, Qualifier | None]:
        """Low, high and qualifier as the stance gives them, else as the origin's quantity does."""
        if self.stance.low is not None or self.stance.high is not None:
            return self.stance.low, self.stance.high, self.stance.qualifier
        quantity = self.origin.quantity
        return (quantity.low, quantity.high, quantity.qualifier) if quantity else (None, None, None)

    def phrase(self, *, unit: bool = False) -> Phrase:
        """The value in words; the page's own where it gives no number."""
        text, quantity = figures.bounds(*self.bounds), self.origin.quantity
        if not text:
            return (Given(lowered(given(quantity.words if quantity else "no number").text), words=True),)
        if quantity is not None and (quantity.low, quantity.high) != self.bounds[:2]:
            return (text,)  # another number of the same statement
        if quantity is not None and quantity.unit and (unit or quantity.counts not in _SAID_BY_MEASURE):
            return (f"{text} ", given(quantity.unit))
        return (text,)


def is_thing(proposition: Proposition) -> bool:
    """True for a count of things or people by what is done to them ("prisoners released")."""
    return proposition.counts == "other" and not proposition.parties


def values(index: Index, proposition: Proposition) -> list[Value]:
    """The values that origins give to a question, newest first; origins without any value are left out.

    So are those that a lone page tells against the speaker's own figure: the table of numbers marks them.
    """
    out = []
    for stance in proposition.stances:
        for origin in index.known((stance.origin_id,)):
            value = Value(stance, origin)
            if origin.key_claim_id in index.mistold:
                continue
            if value.bounds[:2] != (None, None) or (origin.quantity and stance.stance == "value"):
                out.append(value)
    return sorted(out, key=_newest)


def _newest(value: Value) -> tuple[str, int, str]:
    said = value.origin.said_when
    # Sorting a day downwards by the complement of its digits keeps one key for one sort.
    first = "".join(chr(0x10FFFF - ord(letter)) for letter in (said.first if said else ""))
    return (first or "\U0010ffff", -len(value.origin.reports), value.origin.origin_id)


def measure(proposition: Proposition | None, quantity: Quantity | None, *, occasion: bool = False) -> Phrase:
    """What a number measures: the question turned round, else kind and scope of the number.

    "How many Chadian troops are in Adré" gives "the number of Chadian troops in Adré"; with `occasion` what
    tells it from the same question on other days is kept.
    """
    asked = (_HOW_MANY.match(proposition.text) or _FIGURE.match(proposition.text)) if proposition else None
    if asked:
        return ("the number of ", given(f"{asked[1]} {asked[2]}{(asked[3] or '') if occasion else ''}"))
    if quantity is None:
        return ("the number",)
    head = MEASURES.get(quantity.counts, "the number")
    return (f"{head} in ", given(quantity.scope)) if quantity.scope else (head,)


def first_of_each_voice(found: list[Value]) -> list[Value]:
    """The newest value of each voice, in the order given; a speaker without a party is a voice of its own."""
    seen: dict[str, Value] = {}
    for value in found:
        seen.setdefault(voice(value.origin), value)
    return list(seen.values())


def voice(origin: Origin) -> str:
    """The voice that an origin adds: its party, else its speaker; pages without a source are one."""
    speaker = origin.speaker
    if speaker.kind == "none":
        return "the page itself"
    return origin.party or speaker.party or speaker.canonical or speaker.name or origin.origin_id


def is_voice(origin: Origin) -> bool:
    """True for a named party, body or person: an outlet or an unsigned paper passes on what others say."""
    if origin.speaker.kind in ("none", "unnamed", "outlet"):
        return False
    return origin.speaker.kind != "document" or bool(origin.party or origin.speaker.party)


def governments(origins: list[Origin]) -> bool:
    """True when every voice is a country's, and none that of a body such as the United Nations."""
    codes = [origin.party or origin.speaker.party or "" for origin in origins]
    return bool(codes) and all(countries.find(code) is not None for code in codes)
