"""What two claims must share to be compared at all."""

from __future__ import annotations

from functools import lru_cache

from trendechos.echoes import identity, numbers
from trendechos.echoes.profile import Profile, credited, folded, profile, scene_keys
from trendechos.records import Claim, Speaker
from trendechos.text.normalise import words

# Words for unnamed people that lead to too many.
_ANYBODY = frozenset(("official", "officials", "source", "sources", "people", "unnamed"))
# Sources that a newspaper does not name are to others what the newspaper says.
_UNNAMED = ("unnamed", "outlet")
# What stands in the keys of a voice's figures.
FIGURE = "|figure|"
# Shorter words are in too many claims to lead anywhere.
_TELLING = 5


def keys(claim: Claim) -> tuple[str, ...]:
    """The keys under which claims are looked up: two claims are compared when they share one; sorted.

    Keys come from this claim alone: voice with day, figure, place and type, and with each telling
    word; figure with place and with day; the outlet that it came through; each telling word of what an
    outlet or somebody unnamed says; and a sample of its wording.
    There is no limit on how many claims share a key.
    """
    return tuple(sorted(keys_of(profile(claim))))


def keys_of(made: Profile) -> set[str]:
    """`keys` for a claim as compared, in no order."""
    claim = made.claim
    spoken = (claim.speaker, *claim.co_speakers)
    voices = {name for one in spoken for name in (folded(one.party or ""), *_voices(one))} - {""}
    figures = {f"{held:g}" for quantity in claim.quantities if (held := numbers.value(quantity)) is not None}
    places = scene_keys(claim) or {""}
    found = {f"figure|{figure}|{name}" for figure in figures for name in places}
    large = [figure for figure in figures if float(figure) >= numbers.SMALL]
    found |= {f"figure|{figure}|{claim.type}" for figure in large}
    if claim.said_when is not None:
        found |= {f"figure|{figure}|{claim.said_when.first[:10]}" for figure in large}
    telling = _telling(made)
    for voice in voices:
        found |= {f"{voice}{FIGURE}{figure}" for figure in figures}
        found |= {f"{voice}|{claim.type}|{name}" for name in places}
        found |= {f"{voice}|word|{stem}" for stem in telling}
        if claim.said_when is not None:
            found.add(f"{voice}|on|{claim.said_when.first[:10]}")
        if claim.polarity != "asserted":
            found.add(f"{voice}|polarity")
    found |= {f"through|{name}|{claim.type}" for name in credited(claim)}
    if any(one.kind in _UNNAMED for one in spoken):
        found |= {f"unnamed|word|{stem}" for stem in telling}
    # Bottom-k sketch of the wording (Broder 1997): near copies share most of their smallest hashes.
    found |= {f"wording|{number:x}" for number in sorted(made.wording)[:4]}
    return found


@lru_cache(maxsize=1 << 16)
def _voices(speaker: Speaker) -> tuple[str, ...]:
    """The names by which a speaker is looked up: of a person the last, as later pages give no more.

    A body is looked up by its short form as well, somebody unnamed by each word of the description.
    """
    name = folded(speaker.canonical)
    if speaker.kind == "person":
        return (name.rpartition(" ")[2],)
    if speaker.kind == "unnamed":
        return (name, *sorted(word for word in words(name) if len(word) >= _TELLING and word not in _ANYBODY))
    short = {*identity.short_forms(speaker.canonical), identity.first_letters(speaker.canonical)}
    return (name, *sorted(map(folded, short)))


def _telling(made: Profile) -> set[str]:
    """What lemmas that are long enough are compared by; no classes of nouns."""
    return {
        one
        for one, lemma in made.content.items()
        if len(lemma) >= _TELLING and lemma[0].isalpha() and not one.isupper()
    }
