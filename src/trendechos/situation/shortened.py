"""Countries that the pages call by the first half of their names: "the North", "men of the South"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from trendechos.knowledge import countries
from trendechos.languages.en.parties import SHORTENED
from trendechos.records import Claim, Speaker
from trendechos.situation.surnames import Surnames

# So many claims name the country in full before half of its name stands for it.
_AT_LEAST = 3


class Shortened:
    """The country that each half name stands for in one set of claims; the same for any order."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        counter: Counter[tuple[str, str]] = Counter()
        for claim in claims:
            text = claim.text
            if "orth" in text or "outh" in text or "ast" in text or "est" in text:
                counter.update({(_half(full), full) for full in _full().findall(text)})
            counter.update({(_half(name), name) for code in _codes(claim) if (name := _halved().get(code))})
        best: dict[str, Counter[str]] = {}
        for (half, full), many in counter.items():
            country = countries.find(full) or countries.demonym(full)
            if country:
                best.setdefault(half, Counter())[country.code] += many
        self._of = {
            half: min(found, key=lambda code, found=found: (-found[code], code))  # type: ignore[misc]
            for half, found in best.items()
            if max(found.values()) >= _AT_LEAST
        }

    def spell(self, text: str) -> str:
        """The text with half names spelled out where they stand alone, unchanged where none is known."""
        for half, code in self._of.items():
            if half in text:
                country = countries.by_code(code)
                people = country.adjective or country.name
                text = re.sub(rf"\b[Tt]he {half}['’]s\b", people, text)
                text = re.sub(rf"\b[Tt]he {half}\b(?! [A-Z])", country.name, text)
                text = re.sub(rf"\b{half}ern(?= (?:{'|'.join(SHORTENED)})\b)", people, text)
        return text

    def party(self, speaker: Speaker) -> str | None:
        """The country that a speaker without a party speaks for by a half name in its own name."""
        if speaker.party or speaker.kind in ("none", "person"):
            return None
        for half, code in self._of.items():
            if speaker.canonical == half or re.search(
                rf"\b(?:the {half}\b(?! [A-Z])|{half}ern diplomat)", f"{speaker.name} "
            ):
                return code
        return None


def resolved(claims: Mapping[str, Claim]) -> dict[str, Claim]:
    """The claims with speakers such as "the North" tied to their country, and last names to their full one."""
    short, last = Shortened(claims.values()), Surnames(claims.values())
    return {claim_id: _resolved(claim, short, last) for claim_id, claim in claims.items()}


def _resolved(claim: Claim, short: Shortened, last: Surnames) -> Claim:
    full = last.full(claim.speaker)
    if full is not claim.speaker:
        return replace(claim, speaker=full)
    code = short.party(claim.speaker)
    if code is None:
        return claim
    if claim.speaker.kind == "unnamed":
        return replace(claim, speaker=replace(claim.speaker, party=code))
    named = countries.by_code(code)
    speaker = replace(
        claim.speaker, canonical=f"{named.adjective or named.name} government", kind="government", party=code
    )
    return replace(claim, speaker=speaker)


def _codes(claim: Claim) -> set[str]:
    found = {claim.speaker.party or ""}
    if claim.event:
        found |= {(actor.code or "")[:3] for actor in (*claim.event.actors, *claim.event.recipients)}
    return found


def _half(full: str) -> str:
    return full.split(maxsplit=1)[0]


@cache
def _halved() -> dict[str, str]:
    """Countries whose name is a point of the compass and one more word, by code."""
    return {
        country.code: country.name
        for country in countries.every()
        if len(country.name.split()) == 2 and country.name.split()[0] in ("North", "South", "East", "West")
    }


@cache
def _full() -> re.Pattern[str]:
    names = {
        name
        for code, full in _halved().items()
        for name in (full, *countries.by_code(code).demonyms)
        if name.split()[0] == _half(full) and len(name.split()) == 2
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))})\b")
