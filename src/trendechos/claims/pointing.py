"""Whom a definite description ("the army", "the secretary of state") means among those met before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from trendechos.claims.wording import holds_office
from trendechos.knowledge import actors, composition, offices
from trendechos.knowledge.actor_tables import states
from trendechos.languages.en import pointing as words_for
from trendechos.languages.en.sources import kinds
from trendechos.records import Mention, Span, Speaker

# Offices that one person holds at a time.
_ONE_HOLDER = frozenset(
    ["president", "prime minister", "supreme leader", "king", "queen", "vice president", "head of government"]
)
_BODIES = frozenset({"organisation", "government", "outlet"})
# What the code of a known actor holds behind its state when the actor is an armed group.
_ARMED_CODES = ("REB", "SEP", "MOS")


@dataclass(frozen=True, slots=True)
class Seen:
    """A source or subject met earlier: who, in which words (lower case), where, spoken or not, number.

    `quoted` says that the words stand in a quotation, whose people are not whom the page goes on about.
    """

    speaker: Speaker
    words: frozenset[str] = frozenset()
    line: int = 0
    spoke: bool = False
    plural: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase without its article: as written, its head's lemma, its other lemmas, its kind."""

    text: str
    head: str
    rest: frozenset[str]
    kind: str
    plural: bool = False


def meant(description: Description, seen: Sequence[Seen], on: str) -> Speaker | None:
    """The speaker last met whom the description fits, or None."""
    for one in reversed(seen):
        if one.speaker.kind != "none" and (_worded(description, one, on) or _known_as(description, one, on)):
            return one.speaker
    return None


def only_group(rebels: actors.KnownActor, mentions: Iterable[Mention]) -> Mention | None:
    """The only listed armed group among the mentions that is of the state of the `rebels`, or None."""
    code = rebels.code or ""
    if code[3:] != "REB" or rebels.party != code:
        return None
    named = {
        mention.canonical: mention for mention in mentions
        if mention.kind == "group" and mention.known and mention.canonical != rebels.canonical
        and (mention.code or "").startswith(code)
    }  # fmt: skip
    return next(iter(named.values())) if len(named) == 1 else None


def several(text: str, names: frozenset[str], on: str) -> bool:
    """True when two of the persons held the one office that day ("the president", when it changes hands)."""
    held = _held(names, on)
    return any(
        len(holders) > 1 and title in offices.meanings(text, party) for (title, party), holders in held.items()
    )


def surely_holds(known: actors.KnownActor, on: str) -> bool:
    """True for whoever leads a state or body, or held an office that has ended since; tables age."""
    terms = [term for term in known.offices if not on or term.covers(on)]
    return any(term.title in _ONE_HOLDER | {"head"} or term.last_on for term in terms)


def holders_state(office: str, names: frozenset[str], on: str) -> str | None:
    """The only state whose "prime minister" is one of the persons, for the prime minister's office; or None."""
    held = _held(names, on)
    found = {party for title, party in held if title in offices.meanings(office.removeprefix("the "), party)}
    return next(iter(found)) if len(found) == 1 else None


@lru_cache(maxsize=100)
def _held(names: frozenset[str], on: str) -> Mapping[tuple[str, str], Set[str]]:
    """Who of the persons held an office that one holds at a time, by its title and state."""
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for known in filter(None, map(actors.find, names)):
        for term in known.offices if known.kind == "person" else ():
            if term.title in _ONE_HOLDER and not term.body and (not on or term.covers(on)):
                held[term.title, term.party].add(known.canonical)
    return held


def shared_names(canonicals: Iterable[str]) -> frozenset[str]:
    """The words that the full names of two persons share; a longer and a shorter form are one person's."""
    bearers: dict[str, set[frozenset[str]]] = defaultdict(set)
    for canonical in canonicals:
        words = frozenset(canonical.lower().split())
        for word in words if len(words) > 1 else ():
            bearers[word].add(words)
    return frozenset(
        word for word, names in bearers.items()
        if any(not (one <= other or other <= one) for one in names for other in names)
    )  # fmt: skip


def _worded(description: Description, seen: Seen, on: str) -> bool:
    """True when the description repeats words by which the speaker was met, or fits anybody of its kind."""
    one, head = seen.speaker, description.head
    # A person is met in the words of offices and bodies, which are not the person.
    if not description.rest <= seen.words or (one.kind == "person" and kinds().get(head) != "unnamed"):
        return False
    if one.kind == "unnamed" and description.kind in _BODIES and one.canonical.lower().split()[-1:] != [head]:
        # "Two army officers" are not the army.
        return False
    bare = not description.rest
    if bare and head in words_for.BODY and one.kind == "organisation":
        return True
    press = one.canonical.lower().split()[-1:] and one.canonical.lower().split()[-1] in words_for.PRESS
    if bare and head in words_for.ANYBODY and one.kind == "unnamed" and not description.plural and not press:
        return True
    if head in seen.words or (description.kind == "unnamed" and one.kind == "person" and _holds(one, head, on)):
        return True
    return description.kind in _BODIES and one.kind in _BODIES and head in one.canonical.lower().split()


def _known_as(description: Description, seen: Seen, on: str) -> bool:
    """True when packaged knowledge calls the speaker so: by office, by role in a state, by kind of group."""
    one = seen.speaker
    if one.kind == "person":
        return not description.plural and _titled(one, description.text, on)
    head, rest = description.head, description.rest
    if one.kind == "outlet":
        return head in words_for.OUTLET and rest <= words_for.STATE_RUN
    if one.kind in ("group", "organisation") and head in words_for.BODY and rest <= words_for.TASKS:
        return one.party not in states() and not (rest and _is_armed(one))
    if one.kind in ("group", "organisation"):
        if _is_armed(one) and _says_armed(description):
            return True
        firm = one.kind == "organisation" and one.party is None and actors.find(one.canonical) is None
        if firm and not rest and head in words_for.FIRM:
            return True
    return head not in words_for.SEIZED and _role(description.text, one.party) == one.canonical


def _role(text: str, party: str | None) -> str | None:
    """The canonical name of what `text` is in a state ("army" in Chad), or None."""
    made = role_in(text, party)
    return made.canonical if made is not None else None


@lru_cache(maxsize=20_000)
def role_in(text: str, party: str | None) -> actors.KnownActor | None:
    """The body or people that a role without its state is in the state `party`, or None.

    >>> role_in("foreign ministry", "KEN").canonical, role_in("gardener", "KEN") is None
    ('Kenyan Ministry of Foreign Affairs', True)
    """
    state = states().get(party or "")
    if state is None or any(
        word.isupper() and len(word) > 1 and actors.candidates(word) for word in text.split()
    ):
        # "The UN mission" is nobody's but the United Nations'.
        return None
    phrase = f"{state.adjectives[0]} {text.removeprefix('the ').removeprefix('The ')}"
    listed = actors.find(phrase) if text[:1].isupper() else None
    return listed if listed is not None and listed.kind == "organisation" else actors.compose(phrase)


def _titled(one: Speaker, text: str, on: str) -> bool:
    """True when a known person holds an office of that title on the day, whatever the title's wording."""
    known = actors.find(one.canonical, on)
    if known is None or known.kind != "person":
        return False
    return any(
        term.title in offices.meanings(text, term.party) for term in known.offices if not on or term.covers(on)
    )


def _holds(one: Speaker, word: str, on: str) -> bool:
    known = actors.find(one.canonical, on)
    return known is not None and holds_office(known, word, on)


def _is_armed(one: Speaker) -> bool:
    known = actors.find(one.canonical)
    if known is None:
        return one.kind == "group"
    return (known.code or "")[3:6] in _ARMED_CODES


def _says_armed(description: Description) -> bool:
    """True for "the militia", "the rebels", "the paramilitary group"."""
    if description.head in words_for.ARMED and description.rest <= words_for.ARMED:
        return True
    armed = description.rest and description.rest <= words_for.ARMED
    return description.head in words_for.GROUPS and bool(armed)


def one_state(seen: Sequence[Seen], named: frozenset[str], home: str | None) -> str | None:
    """The state whose bodies need no name: the only one that spoke or acted, else the only one named.

    `home` is the state that commands the outlet, whose "foreign ministry" is its own whoever else is named.
    """
    parties = {one.speaker.party for one in seen} & states().keys()
    if home is not None and (home in parties or (not parties and (home in named or not named))):
        return home
    for found in (parties, named if not parties else ()):
        if len(found) == 1:
            return next(iter(found))
    return None


def held_in(description: Description, party: str, on: str, *, alone: bool) -> actors.KnownActor | None:
    """The body of a state, or the holder of an office that only a state has, that the description means.

    A bearer is named only where the report names no other government (`alone`) and a day is known: "the
    president" may be a club's.
    """
    if description.kind == "unnamed":
        sure = alone and on and description.rest and not description.plural
        known = actors.office(description.text, party, on) if sure else None
        return known if known is not None and known.kind == "person" else None
    known = role_in(description.text, party)
    return known if known is not None and known.kind not in ("unnamed", "person") else None


def of_another_state(words: str, known: actors.KnownActor, party: str | None) -> actors.KnownActor | None:
    """The body of the same name in the one state that has spoken, where packaged knowledge gives another's.

    >>> us = actors.find("Joint Chiefs of Staff")
    >>> of_another_state("the Joint Chiefs of Staff", us, "KOR").canonical
    'South Korean Joint Chiefs of Staff'
    """
    home = (known.code or "")[:3]
    if (
        party is None
        or known.kind != "organisation"
        or home in ("", party)
        or home not in states()
        or any(composition.state_of(word) for word in words.split())
    ):
        return None
    made = role_in(words.removeprefix("the "), party)
    return made if made is not None and made.kind == "organisation" else None


def ministry(seen: Sequence[Seen], span: Span, on: str, state: str | None) -> Speaker | None:
    """The ministry of the last minister met: "the ministry" behind a foreign minister is the foreign one.

    One whom nobody lists is a minister of the one `state` of the report.
    """
    for one in reversed(seen):
        known = actors.find(one.speaker.canonical, on) if one.speaker.kind == "person" else None
        for term in known.offices if known is not None else ():
            if (not on or term.covers(on)) and term.title.endswith(" minister") and "prime" not in term.title:
                return _ministry(term.title.removesuffix("minister"), term.party, span)
        for word in sorted(one.words) if known is None and "minister" in one.words else ():
            if (found := _ministry(f"{word} ", one.speaker.party or state, span)) is not None:
                return found
    return None


def _ministry(field: str, party: str | None, span: Span) -> Speaker | None:
    made = role_in(field + "ministry", party)
    return Speaker("ministry", made.canonical, made.kind, made.party, span) if made is not None else None
