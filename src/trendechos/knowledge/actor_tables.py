"""The packaged tables of actors, read once: states, bodies, groups and persons with their offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from trendechos.knowledge.keys import acronym, key
from trendechos.knowledge.tables import rows
from trendechos.records import SpeakerKind

# Sectors that speak for the government behind them; members of parliament, opposition and the like do not.
GOVERNMENT_SECTORS = ("GOV", "MIL", "SPY", "COP", "JUD")
# Parties whose family name stands first.
FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG"})
# Of these, where a given name of another language stands before it ("John Lee Ka-chiu", "Joseph Wu").
_GIVEN_BEFORE = frozenset({"TWN", "HKG"})
# The last month of which the table of persons was compiled: who holds an office later is not known by it.
KNOWN_UNTIL = "2026-03"


@cache
def words(name: str) -> frozenset[str]:
    """A set of words around names ("honorific", "particle", ...)."""
    return frozenset(next(cell for key_, cell in rows("actors/words", 2) if key_ == name).split())


@dataclass(frozen=True, slots=True)
class Office:
    """An office held: its title, the party served, first and last day (ISO prefixes, empty while open).

    `body` is the `actor_id` of the body that the office belongs to, empty for offices of a whole state.
    """

    title: str
    party: str
    first_on: str
    last_on: str
    body: str = ""

    def covers(self, on: str) -> bool:
        """True when the office was held on the day `on` (an ISO prefix; a month counts when any day does)."""
        begun = bool(on) and self.first_on[: len(on)] <= on[: len(self.first_on)]
        return begun and (not self.last_on or on[: len(self.last_on)] <= self.last_on[: len(on)])

    def known_for(self, on: str) -> bool:
        """True when the table knows that the office was held on the day: an open term may have ended since."""
        return self.covers(on) and bool(self.last_on or on[: len(KNOWN_UNTIL)] <= KNOWN_UNTIL)


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor that packaged knowledge names.

    `code` is CAMEO-like (`PRKMIL`), `party` the government (ISO 3166 alpha-3) or body behind the actor, None
    for private persons and for holders out of office. `surname_only` says that only a family name was given,
    so that the report must support the reading.
    """

    actor_id: str
    canonical: str
    kind: SpeakerKind
    code: str | None
    party: str | None
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    surname_only: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A state's names: what its adjectives, seats and people are called."""

    code: str
    name: str
    adjectives: tuple[str, ...]
    names: tuple[str, ...]
    seats: tuple[str, ...]
    people: tuple[str, ...]
    government: str


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def states() -> dict[str, State]:
    """Every state by its code, in the order of the table."""
    out = {}
    for code, name, adjectives, names, seats, people, government in rows("actors/states", 7):
        adjective = _list(adjectives)
        out[code] = State(
            code, name, adjective, _list(names), _list(seats), _list(people),
            government or f"{adjective[0]} government",
        )  # fmt: skip
    return out


@cache
def organisations() -> tuple[KnownActor, ...]:
    """States as governments, and every body, institution, group and monitor, in the order of the tables."""
    found = [
        KnownActor(
            state.code, state.government, "government", state.code, state.code,
            (state.name, *state.names, *state.seats),
        )
        for state in states().values()
    ]  # fmt: skip
    for state in states().values():
        if state.people:
            found.append(
                KnownActor(
                    f"{state.code}:people", state.people[0], "unnamed", f"{state.code}CVL", None, state.people
                )
            )
    for table in ("bodies", "national", "groups", "monitors"):
        for actor_id, canonical, kind, code, party, aliases in rows(f"actors/{table}", 6):
            found.append(KnownActor(actor_id, canonical, _kind(kind), code, party, _list(aliases)))
    return tuple(found)


def _kind(word: str) -> SpeakerKind:
    kinds: dict[str, SpeakerKind] = {
        "organisation": "organisation", "government": "government", "group": "group",
        "unnamed": "unnamed", "person": "person",
    }  # fmt: skip
    return kinds[word]


@cache
def by_id() -> dict[str, KnownActor]:
    """Every organisation by its `actor_id`."""
    return {actor.actor_id: actor for actor in organisations()}


@cache
def by_party() -> dict[str, list[KnownActor]]:
    """The bodies of each party, in order of the table: the others belong to the first."""
    found: dict[str, list[KnownActor]] = {}
    for actor in organisations():
        if actor.party:
            found.setdefault(actor.party, []).append(actor)
    return found


@cache
def _by_code() -> dict[str, KnownActor]:
    """The first body of each actor code."""
    return {actor.code: actor for actor in reversed(organisations()) if actor.code}


def called(code: str) -> KnownActor | None:
    """The body of this id, else the first of this actor code, else of this party; None where there is none."""
    return by_id().get(code) or _by_code().get(code) or next(iter(by_party().get(code, ())), None)


@cache
def persons() -> tuple[KnownActor, ...]:
    """Every person with their offices, in the order of the table."""
    return tuple(
        _person(canonical, party, sector, _list(aliases), offices)
        for canonical, party, sector, aliases, offices in rows("actors/persons", 5)
    )


def _person(canonical: str, party: str, sector: str, aliases: tuple[str, ...], offices: str) -> KnownActor:
    state = party in states()
    code = party + sector if state else getattr(by_id().get(party), "code", party)
    own = party if not state or sector.startswith(GOVERNMENT_SECTORS) else code
    held = tuple(_office(cell, own if state and own == party else party) for cell in _list(offices))
    return KnownActor(key(canonical).replace(" ", "-"), canonical, "person", code, own, aliases, held)


def _office(cell: str, party: str) -> Office:
    title, _, dates = cell.rpartition(" ")
    title, _, other = title.partition("/")
    title, _, body = title.partition("@")
    first, _, last = dates.partition("..")
    if body and body not in by_id():
        body = f"{other or party}:{body}"
    elif body:
        # Who leads a party of a state speaks for the party, not for the government.
        other = other or by_id()[body].party or ""
    if body and title in ("commander", "chair", "secretary", "prosecutor", "supreme commander"):
        title = "head"
    return Office(title, other or party, first, last, body)


class Index:
    """Exact look-up of names: folded names, acronyms by case, and family names."""

    __slots__ = ("acronyms", "names", "surnames")

    def __init__(self, actors: Iterable[KnownActor]) -> None:
        """Indexes `actors` under their canonical names and aliases."""
        self.names: dict[str, list[KnownActor]] = defaultdict(list)
        self.acronyms: dict[str, list[KnownActor]] = defaultdict(list)
        self.surnames: dict[str, list[KnownActor]] = defaultdict(list)
        for actor in actors:
            for name in dict.fromkeys((actor.canonical, *actor.aliases)):
                self._add(name, actor)
            if actor.kind == "person":
                self._family(actor)

    def _family(self, actor: KnownActor) -> None:
        party = actor.offices[0].party if actor.offices else actor.party
        for name in (actor.canonical, *(alias for alias in actor.aliases if " " in alias)):
            for surname in surnames(name, party):
                if actor not in self.surnames[surname]:
                    self.surnames[surname].append(actor)

    def _add(self, name: str, actor: KnownActor) -> None:
        if (
            name.replace(".", "").replace("-", "").replace("/", "").replace("+", "").isupper()
            and " " not in name
        ):
            short = acronym(name)
            if short and actor not in self.acronyms[short]:
                self.acronyms[short].append(actor)
        elif actor not in (found := self.names[key(name)]):
            found.append(actor)


def surnames(name: str, party: str | None) -> tuple[str, ...]:
    """The keys of a person's family name, with and without its particles.

    >>> surnames("Ursula von der Leyen", "EUR"), surnames("Xi Jinping", "CHN")
    (('leyen', 'von der leyen'), ('xi',))
    >>> surnames("Chris Tang Ping-keung", "HKG"), surnames("Joseph Wu", "TWN")
    (('tang',), ('wu',))
    """
    parts = [part for part in key(name).split() if part not in words("suffix")]
    if len(parts) < 2:
        return ()
    if party in _GIVEN_BEFORE:
        # The family name stands before a hyphened given name, else last.
        whole = name.split()
        joined = next((at for at, word in enumerate(whole) if "-" in word), len(whole))
        return (key(whole[max(0, joined - 1)]),)
    if party in FAMILY_FIRST:
        return (parts[0],)
    first = len(parts) - 1
    while first > 1 and parts[first - 1] in words("particle"):
        first -= 1
    return tuple(dict.fromkeys((parts[-1], " ".join(parts[first:]))))


@cache
def index() -> Index:
    """The index over all packaged actors."""
    return Index((*organisations(), *persons()))
