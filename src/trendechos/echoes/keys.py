"""What two claims must share to be compared at all."""

from __future__ import annotations

from trendechos.echoes import numbers
from trendechos.echoes.profile import place_key
from trendechos.records import Claim
from trendechos.text.hashing import hash64
from trendechos.text.normalise import fold, words
from trendechos.text.shingles import shingles


def keys(claim: Claim) -> tuple[str, ...]:
    """The keys under which claims are looked up: two claims are compared when they share one; sorted.

    Keys come from this claim alone: voice with day, figure, place and type; figure with country;
    and a sample of its wording. There is no limit on how many claims share a key.
    """
    voices = sorted(
        {_voice(speaker.party or speaker.canonical) for speaker in (claim.speaker, *claim.co_speakers)}
    )
    found = set()
    figures = {
        f"{numbers.value(quantity):g}" for quantity in claim.quantities if numbers.value(quantity) is not None
    }
    places = {place_key(place.name) for place in claim.places} or {""}
    for voice in filter(None, voices):
        if claim.said_when is not None:
            found.add(f"{voice}|on|{claim.said_when.first[:10]}")
        found |= {f"{voice}|figure|{figure}" for figure in figures}
        found |= {f"{voice}|{claim.type}|{name}" for name in places}
        found |= {f"{voice}|polarity|{claim.polarity}" for _ in (1,) if claim.polarity != "asserted"}
    found |= {f"figure|{figure}|{name}" for figure in figures for name in places}
    found |= {f"through|{fold(link.canonical)}|{claim.type}" for link in claim.chain if link.canonical}
    # Bottom-k sketch of the wording (Broder 1997): near copies share most of their smallest hashes.
    found |= {f"words|{number:x}" for number in sorted(map(hash64, shingles(words(claim.text), 4)))[:4]}
    return tuple(sorted(found))


def _voice(name: str) -> str:
    return fold(name)
