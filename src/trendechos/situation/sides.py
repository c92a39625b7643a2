"""Who acts and who suffers in a claim, and whose forces a report is about when a claim does not say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from trendechos.languages.en.parties import FORCE_WORDS, LOSING
from trendechos.records import Actor, Claim, Quantity
from trendechos.situation.naming import CIVILIANS
from trendechos.situation.parties import (
    demonyms,
    forces_in,
    is_armed,
    is_civilian,
    is_force,
    is_person,
    is_personnel,
    parties_of,
)
from trendechos.situation.shortened import Shortened

# In these the parties that it happens to are the ones counted.
_SUFFERED = frozenset(["casualties", "capture"])
_THEIR = re.compile(r"\b[Tt]heir\b")
# Whose soldiers "they" are is plain when one party has this share of a report's mentions of forces.
_PLAIN = 0.6


class Salience:
    """For each page the one party whose forces it is about, if any; `short` spells half names out.

    `pages` are the claims of each page by the id of its version. A page is looked at when asked for.
    """

    def __init__(self, pages: Mapping[str, Iterable[Claim]], short: Shortened) -> None:
        """Has looked at no page yet."""
        self.short = short
        self._pages = pages
        self._armed: dict[str, frozenset[str]] = {}
        self._party: dict[str, frozenset[str]] = {}

    def forget(self, versions: Iterable[str]) -> None:
        """Looks at these pages again."""
        for version in versions:
            self._armed.pop(version, None)
            self._party.pop(version, None)

    def has_force(self, claim: Claim) -> bool:
        """True when the claim speaks of armed forces."""
        version = claim.version_id
        if version not in self._armed:
            claims = self._pages.get(version, ())
            self._armed[version] = frozenset(one.claim_id for one in claims if has_force(one, self.short))
        return claim.claim_id in self._armed[version]

    def of(self, claim: Claim) -> frozenset[str]:
        """The party whose forces the claim's page is about; empty when there are several or none."""
        version = claim.version_id
        if version not in self._party:
            named = (
                party
                for one in self._pages.get(version, ())
                # "Britons are told to leave" speaks of no British forces.
                if one.type not in ("call", "prediction") and self.has_force(one)
                for party in named_forces(one, self.short)
            )
            self._party[version] = _plain(Counter(named))
        return self._party[version]


def _plain(counter: Counter[str]) -> frozenset[str]:
    top = min(counter, key=lambda one: (-counter[one], one), default=None)
    return frozenset([top]) if top and counter[top] >= _PLAIN * counter.total() else frozenset()


def named_forces(claim: Claim, short: Shortened | None = None) -> frozenset[str]:
    """The parties whose forces the claim names: by code, or as "North Korean soldiers", "men of the North"."""
    event = claim.event
    coded = parties(actor for actor in (*event.actors, *event.recipients) if is_force(actor)) if event else None
    spelled = short.spell(claim.text) if short else claim.text
    if spelled != claim.text and (found := forces_in(spelled) - forces_in(claim.text)):
        return found
    return coded or forces_in(spelled)


def acting(claim: Claim, family: str | None, salience: Salience, *, told: bool = False) -> frozenset[str]:
    """The parties whose act or state the claim is about; empty when it does not say.

    With `told` forces of nobody named are those that the claim's report is about.
    """
    around = salience.of(claim) if told else frozenset()
    if family == "combat":
        return all_parties(claim) | forces_in(salience.short.spell(claim.text)) or around
    event = claim.event
    if family == "control":
        return _holders(claim)
    actors, recipients = (
        tuple(actor for actor in side if not _only_speaks(actor, claim))
        for side in ((event.actors, event.recipients) if event else ((), ()))
    )
    if family == "deployment":
        return _deployed(claim, actors, salience.short, around)
    if family in _SUFFERED:
        return _sufferers(claim, actors, recipients, salience.short) or _theirs(claim, recipients, around)
    return parties(actors) or parties(recipients)


def _holders(claim: Claim) -> frozenset[str]:
    """Who takes or holds a place; "our forces" and "the army" are those of the party that speaks of them."""
    actors = claim.event.actors if claim.event else ()
    named = parties(actors)
    forces = any(is_personnel(word) for actor in actors for word in actor.name.lower().split()[-1:])
    if named or not forces or not claim.speaker.party or claim.polarity != "asserted":
        return named
    return frozenset([claim.speaker.party])


def _sufferers(
    claim: Claim, actors: Sequence[Actor], recipients: Sequence[Actor], short: Shortened
) -> frozenset[str]:
    """To whom it happens; who did it is nobody of them, also where no word says whose they are."""
    if recipients:
        names = " ; ".join(actor.name for actor in recipients)
        if named := parties(recipients) or forces_in(short.spell(names)):
            return named
        if any(is_civilian(actor.name) for actor in recipients):
            return frozenset([CIVILIANS])
    # "X suffered losses": without such a verb those who act did it.
    return parties(actors) if LOSING.search(claim.text) else frozenset()


def _theirs(claim: Claim, recipients: Sequence[Actor], around: frozenset[str]) -> frozenset[str]:
    """`around` where the sufferers are "theirs" ("their first losses", "their soldiers were killed")."""
    if not around:
        return around
    said = " ".join(actor.name for actor in recipients) or claim.text
    return around if _THEIR.search(said) else frozenset()


def _deployed(
    claim: Claim, actors: Sequence[Actor], short: Shortened, around: frozenset[str]
) -> frozenset[str]:
    """Whose forces stand or move there.

    "Russia has put North Korean soldiers into X": the force, not who brought it. "Russia has put 11,000
    men there": the host brought them, whose they are the rest of the report says.
    """
    if claim.speaker.party and any(actor.name.lower().startswith("our ") for actor in actors):
        return frozenset([claim.speaker.party])
    named = named_forces(claim, short)
    if named and (named != _hosts(claim) or named & forces_in(claim.text)):
        return named
    others = [actor for actor in actors if not is_person(actor)]
    return parties(others) - _hosts(claim) or around or parties(actors) - _hosts(claim)


def _only_speaks(actor: Actor, claim: Claim) -> bool:
    """True for an actor that is the claim's speaker and not named in its words."""
    speakers = (claim.speaker, *claim.co_speakers)
    names = {name for speaker in speakers for name in (speaker.name, speaker.canonical)}
    return actor.name in names and actor.name not in claim.text


def hosts(claim: Claim) -> frozenset[str]:
    """The countries that act in their own land in `claim`, without a force of theirs being named."""
    return _hosts(claim) & (parties(claim.event.actors) if claim.event else frozenset())


def _hosts(claim: Claim) -> frozenset[str]:
    return frozenset(place.country for place in claim.places if place.country and place.role == "event")


def parties(actors: Iterable[Actor]) -> frozenset[str]:
    """The parties that any of the actors stands for."""
    return frozenset(party for actor in actors for party in parties_of(actor))


def all_parties(claim: Claim) -> frozenset[str]:
    """The parties to the claim's event, acting or not."""
    return parties((*claim.event.actors, *claim.event.recipients)) if claim.event else frozenset()


def has_force(claim: Claim, short: Shortened) -> bool:
    """True when the claim speaks of armed forces in so many words, by an actor's code, or counts them."""
    if names_force([claim]) or forces_in(short.spell(claim.text)):
        return True
    event = claim.event
    if event and any(is_armed(actor) for actor in (*event.actors, *event.recipients)):
        return True
    return any(number.counts == "troops" and not _is_goods(number) for number in claim.quantities)


def _is_goods(number: Quantity) -> bool:
    """True for a unit that names neither members of a force nor a people ("ladder trucks")."""
    words = (number.unit or "").split()
    return bool(words) and not (is_personnel(words[-1]) or demonyms(number.unit or "") or words[-1] == "people")


_MARKS = ".,;:!?'’\"”)"


def names_force(claims: Iterable[Claim]) -> bool:
    """True when a claim says in so many words that armed forces are meant ("troops", "battalion")."""
    words = [word.strip(_MARKS) for claim in claims for word in claim.text.lower().split()]
    return not FORCE_WORDS.isdisjoint(words)
