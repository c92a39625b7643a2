"""Names in a report: who is named where, and by which one name the report and packaged knowledge know them.

Names are found without a statistical recogniser: by look-up of packaged knowledge, by what a state and a role
make, and by runs of capitalised words with a title, a given name, an office or a verb of speech beside them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trendechos.knowledge import actor_tables, actors, composition
from trendechos.knowledge.actor_tables import FAMILY_FIRST, by_id, states, surnames
from trendechos.knowledge.actors import KnownActor
from trendechos.knowledge.keys import key
from trendechos.languages.en import geography
from trendechos.languages.en.pointing import OFFICIAL
from trendechos.reading import name_known, name_runs
from trendechos.reading.name_tokens import NAME_TAGS, Found, Tokens, acts, longest, words
from trendechos.records import Mention, MentionKind, Report, Sentence, Span

_BRACKETED = re.compile(r"^\s*\(\s*(?:or\s+)?[\"“']?([A-Z][A-Za-z.&/-]{1,9})[\"”']?\s*\)")
_FOR_BODY = re.compile(r"^.*\b(?:for|of) (?:the )?")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "al", "&"})


def find(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The mentions of persons, bodies, governments and groups in order of position, title first.

    `canonical` is the packaged name, else the report's fullest form. States and their seats are `government`
    where they act, else `place`. Descriptions that name a side ("Ukrainian officials") have kind `other` and
    carry code and party. Names that only a country could tell (towns, rivers) are left to the places.
    """
    on = report.published.value[:10] if report.published else ""
    scanned = [(sentence, Tokens(sentence.parsed, on)) for sentence in sentences]
    found = _at_home([(sentence, scanner, one) for sentence, scanner in scanned for one in _names(scanner)])
    cast = _Cast(on, found, frozenset(word for _, scanner in scanned for word in _borne(scanner)))
    mentions = [cast.mention(sentence, scanner, one) for sentence, scanner, one in found]
    mentions.extend(cast.again(scanned, mentions))
    kept = (mention for mention in mentions if mention is not None)
    return tuple(sorted(kept, key=lambda mention: (mention.span.field != "title", mention.span.start)))


def _names(at: Tokens) -> list[Found]:
    """The names of one sentence in order, none inside another."""
    if not any(map(str.isupper, at.parsed.text)):
        return []
    known = name_known.find(at)
    return known if at.shouted else longest([*known, *name_runs.find(at, known)])


def _at_home(found: list[tuple[Sentence, Tokens, Found]]) -> list[tuple[Sentence, Tokens, Found]]:
    """The same, where an unlisted body bears the name of a listed one of the only state named that has one.

    "The National Emergency Management Agency" is Nigeria's in a report that names Nigeria.
    """
    named = (one.actor for _, _, one in found if one.actor and one.actor.kind != "outlet")
    codes = sorted({(actor.code or "")[:3] for actor in named} & states().keys())
    adjectives = [states()[code].adjectives[0] for code in codes]
    settled = []
    for sentence, scanner, one in found:
        if one.actor is None and one.kind == "organisation":
            name = _tidy(scanner.text(one.first, one.last))
            held = [actors.candidates(f"{adjective} {name}") for adjective in adjectives]
            meant = {actor.actor_id: actor for group in held for actor in group if actor.kind == "organisation"}
            known = next(iter(meant.values())) if len(meant) == 1 else None
            settled.append((sentence, scanner, replace(one, actor=known)))
        else:
            settled.append((sentence, scanner, one))
    return settled


class _Cast:
    """Who a report names: full names by family name, short forms by long ones."""

    def __init__(self, on: str, found: Sequence[tuple[Sentence, Tokens, Found]], borne: frozenset[str]) -> None:
        self.on, self.borne = on, borne
        self.persons: dict[str, list[tuple[str, KnownActor | None]]] = defaultdict(list)
        self.parts: dict[str, set[tuple[str, KnownActor | None]]] = defaultdict(set)
        self.described: dict[str, tuple[str | None, str | None]] = {}
        self.short: dict[str, tuple[str, KnownActor | None, MentionKind]] = {}
        self.bodies: dict[str, dict[str, tuple[KnownActor | None, MentionKind]]] = defaultdict(dict)
        self.named: set[str] = set()
        self.single: set[str] = set()
        self.parties: set[str] = set()
        self.homes: set[str] = set()
        self.countries: set[str] = set()
        self.ids: set[str] = set()
        for _, scanner, one in found:
            name = _tidy(scanner.text(one.first, one.last))
            if one.actor is not None and one.actor.kind not in ("person", "outlet") and not name.isupper():
                self.countries.add(code if (code := (one.actor.code or "")[:3]) in states() else "")
            if one.actor is not None and one.actor.kind != "person":
                self.homes.add((one.actor.code or "")[:3])
                self.ids.add(one.actor.actor_id)
                self.parties.add(one.actor.party or "")
        for _, scanner, one in found:
            name = _tidy(scanner.text(one.first, one.last))
            if one.kind == "person" and not one.titled:
                self._person(name, one)
            elif one.kind is not None and one.kind != "person":
                self._shorten(scanner, one, name)
                self._body(one, name)

    def _person(self, name: str, one: Found) -> None:
        actor = one.actor or self._known(name)
        canonical = actor.canonical if actor else name
        for title in one.titles if actor is None else ():
            code, party = _described(title)
            if code:
                self.described.setdefault(canonical, (code, party))
        if " " not in name:
            if actor is None:
                self.single.add(name)
            return
        self.named.add(canonical)
        entry = (canonical, actor)
        for part in key(canonical).split():
            self.parts[part].add(entry)
        for surname in _surnames(canonical, actor):
            if entry not in self.persons[surname]:
                self.persons[surname].append(entry)

    def _body(self, one: Found, name: str) -> None:
        """Notes the words by which a body may be called in short: "the Coalition"."""
        if " " not in name and one.actor is None:
            return
        canonical = one.actor.canonical if one.actor else name
        for word in set(key(canonical).split()) | set(key(name).split()):
            if word in words("short"):
                self.bodies[word][canonical] = (one.actor, one.kind or "organisation")

    def _known(self, name: str) -> KnownActor | None:
        found = actors.find(name, self.on) if " " in name else None
        if found is None and " " in name:
            # Of two office-holders of one name, the one whose state the report names.
            held = [actor for actor in actors.candidates(name) if (actor.code or "")[:3] in self.countries]
            found = actors.dated(held[0], self.on) if len(held) == 1 else None
        return found if found and found.kind == "person" and not found.surname_only else None

    def _shorten(self, scanner: Tokens, one: Found, name: str) -> None:
        """Notes an abbreviation in brackets behind a long name: "National Intelligence Service (NIS)"."""
        match = _BRACKETED.match(scanner.parsed.text[scanner.parsed.end(one.last) :])
        short = match[1] if match else ""
        if not short or short in states() or one.kind == "person":
            return
        initials = "".join(word[0] for word in re.split(r"[\s-]+", name) if word.lower() not in _SMALL and word)
        # The letters may stand in another language's order ("National Electoral Council (CNE)").
        letters = set(short.upper()) & set(initials.upper())
        likely = (short[0] in initials[:1].upper() or len(letters) > 2) and sum(map(str.isupper, short)) > 1
        if likely and one.kind is not None:
            canonical = one.actor.canonical if one.actor else name
            self.short.setdefault(short, (canonical, one.actor, one.kind))

    def mention(self, sentence: Sentence, scanner: Tokens, one: Found) -> Mention | None:
        """The mention that a found name makes, or None when nothing in the report says what it is."""
        name = scanner.text(one.first, one.last)
        plain = _tidy(name)
        span = _span(sentence, one)
        if self._of_elsewhere(plain, one):
            one = replace(one, actor=None)
        if plain in self.short and one.kind != "person":
            canonical, actor, kind = self.short[plain]
            return _mention(name, canonical, kind, span, actor)
        if one.kind is None and one.actor is not None:
            return _state(name, span, one.actor, acting=acts(sentence.parsed, one.last))
        if one.kind == "person":
            return self._one_person(name, plain, span, one)
        if one.kind == "other":
            holder = self._holder(plain) if scanner.definite(one.first) else None
            if holder is not None:
                return self._bearer(name, span, holder.canonical, holder)
        meant = self.bodies.get(key(plain), {}) if one.actor is None else {}
        if len(meant) == 1:
            ((canonical, (actor, kind)),) = meant.items()
            return _mention(name, canonical, kind, span, actor)
        return _mention(name, one.actor.canonical if one.actor else plain, one.kind or "other", span, one.actor)

    def _of_elsewhere(self, short: str, one: Found) -> bool:
        """True for the abbreviation of a commission or agency of a state that the report does not name.

        Those of elections and disasters share theirs ("CNE", "NEMA").
        """
        actor = one.actor
        named = self.countries - {""}
        if actor is not None and composition.is_role(short) and key(short).endswith("court"):
            # "The Supreme Court" in a report of several states
            return len(named) > 1 or bool(named and (actor.code or "")[:3] not in named)
        if actor is None or not short.isupper() or words("shared").isdisjoint(key(actor.canonical).split()):
            return False
        return bool(named) and actor.party not in named

    def _holder(self, title: str) -> KnownActor | None:
        """The one person of the report who ever held the office, for reports without a day."""
        meant = [actor for actor in actors.bearers(title) if actor.canonical in self.named]
        return actors.dated(meant[0], self.on) if len(meant) == 1 else None

    def _one_person(self, name: str, plain: str, span: Span, one: Found) -> Mention | None:
        actor = one.actor or self._known(plain)
        if " " not in plain and not one.titled:
            # The report's own bearer of the name goes before the better known one.
            held = self._by_surname(plain)
            if held:
                return self._bearer(name, span, *held)
            if key(plain) in self.persons:
                # Of several who share a family name nobody can tell which one is meant.
                return self._bearer(name, span, plain, None)
            if (actor is None or actor.surname_only) and len(own := self.parts.get(key(plain), set())) == 1:
                # "Zaman" is Sharafat Zaman Amarkhil where the report names him.
                return self._bearer(name, span, *next(iter(own)))
            actor = self._by_office(plain, one) if actor is None or not self._current(actor) else actor
        return self._bearer(name, span, actor.canonical if actor else plain, actor)

    def _current(self, actor: KnownActor) -> bool:
        """True when a single name may mean its bearer: in office, once a state's head, or of a state named."""
        home = (actor.code or "")[:3]
        serving = not self.on or not actor.offices or any(term.covers(self.on) for term in actor.offices)
        led = any(term.title in _HEADS and term.first_on <= self.on for term in actor.offices)
        return serving or home in self.homes or (led and not actor.surname_only)

    def _by_surname(self, name: str) -> tuple[str, KnownActor | None] | None:
        bearers = self.persons.get(key(name), [])
        return bearers[0] if len({canonical for canonical, _ in bearers}) == 1 else None

    def _by_office(self, name: str, one: Found) -> KnownActor | None:
        """The known person whom a bare family name means that the report never introduces.

        Only behind a title or before a verb of speech; of several namesakes those in office on the day, then
        those of a body, then those of a party that the report names; None unless one is left. A name borne by
        very many needs the body or the party in the report, lest another bearer be meant.
        """
        if not (one.titles or one.speaks) or key(name) in self.borne:
            return None
        left = [actor for actor in actors.namesakes(name) if actor.offices]
        if self.on:
            left = [actor for actor in left if any(term.covers(self.on) for term in actor.offices)]
        left = [actors.dated(actor, self.on) for actor in left]
        for fits in (self._of_named_body, lambda actor: actor.party in self.parties):
            if len(left) > 1:
                left = [actor for actor in left if fits(actor)] or left
        near = any(self._of_named_body(actor) or actor.party in self.parties for actor in left)
        if key(name) in actor_tables.words("common_family_name") and not near:
            return None
        return left[0] if len(left) == 1 else None

    def _of_named_body(self, actor: KnownActor) -> bool:
        return any(term.body and term.body in self.ids for term in actor.offices)

    def _bearer(self, name: str, span: Span, canonical: str, actor: KnownActor | None) -> Mention:
        if actor is not None:
            return _mention(name, canonical, "person", span, actor)
        code, party = self.described.get(canonical, (None, None))
        return Mention(name, canonical, "person", span, code, party)

    def again(
        self, scanned: Sequence[tuple[Sentence, Tokens]], mentions: Sequence[Mention | None]
    ) -> list[Mention]:
        """Family names, and abbreviations that the report defines, where they stand alone."""
        taken: defaultdict[str, set[int]] = defaultdict(set)
        for mention in mentions:
            if mention is not None:
                taken[mention.span.field].update(range(mention.span.start, mention.span.end))
        found = []
        for sentence, scanner in scanned:
            for token, capital in enumerate(scanner.capitals):
                if not capital or scanner.tags[token] not in NAME_TAGS:
                    continue
                one = Found(token, token, "person")
                span = _span(sentence, one)
                if span.start in taken[span.field]:
                    continue
                more = self._alone(scanner, token, span)
                if more is not None:
                    found.append(more)
        return found

    def _alone(self, scanner: Tokens, token: int, span: Span) -> Mention | None:
        word = scanner.words[token]
        if word in self.short:
            canonical, actor, kind = self.short[word]
            return _mention(word, canonical, kind, span, actor)
        low = key(word)
        if (
            low in _KOREAS
            and scanner.definite_short(token, anywhere=True)
            and not self.homes.isdisjoint(_KOREAS.values())
        ):
            return _state(word, span, by_id()[_KOREAS[low]], acting=acts(scanner.parsed, token))
        if low in words("short") and len(self.bodies.get(low, ())) == 1 and scanner.definite_short(token):
            ((canonical, (actor, kind)),) = self.bodies[low].items()
            return _mention(word, canonical, kind, span, actor)
        held = self._by_surname(word)
        before = scanner.words[token - 1] if token else ""
        if held and not (before[:1].isupper() and key(before) in geography.given_names()):
            return self._bearer(word, span, *held)
        return self._bearer(word, span, word, None) if word in self.single else None


# Who held one of these stays known by one name: "Obama said".
_HEADS = frozenset({"president", "prime minister", "supreme leader", "head of government"})
# "The North" and "the South", in a report that names one of the Koreas.
_KOREAS = {"north": "PRK", "south": "KOR"}


def _borne(at: Tokens) -> Iterator[str]:
    """The words that end names of nobody known: "Tremblay" of "Lise Tremblay"."""
    for token in range(1, at.size):
        if not (at.capital(token) and at.capital(token - 1) and at.joined(token - 1)):
            continue
        before = at.words[token - 1].lower().strip(".")
        named = at.tags[token] in NAME_TAGS and at.tags[token - 1] in NAME_TAGS
        if (
            named
            and before not in words("title") | words("office")
            and not actors.candidates(at.text(token - 1, token))
        ):
            yield key(at.words[token])


def _tidy(name: str) -> str:
    """The name without article and possessive, accents kept."""
    name = " ".join(name.removesuffix("'s").removesuffix("’s").split())
    return name[4:] if name[:4].lower() == "the " else name


def _span(sentence: Sentence, one: Found) -> Span:
    parsed, start = sentence.parsed, sentence.span.start
    return Span(start + parsed.starts[one.first], start + parsed.end(one.last), sentence.span.field)


def _mention(name: str, canonical: str, kind: MentionKind, span: Span, actor: KnownActor | None) -> Mention:
    if actor is None:
        return Mention(name, canonical, kind, span)
    return Mention(name, canonical, kind, span, actor.code, actor.party, known=True)


def _state(name: str, span: Span, actor: KnownActor, *, acting: bool) -> Mention:
    """A state or its seat: a government when it acts, else a place."""
    if acting:
        return Mention(name, actor.canonical, "government", span, actor.code, actor.party, known=True)
    state = states().get(actor.actor_id)
    if state is None:
        return Mention(name, _tidy(name), "place", span)
    seat = key(name) in map(key, state.seats)
    return Mention(name, _tidy(name) if seat else state.name, "place", span, actor.code, None, known=True)


def _surnames(name: str, actor: KnownActor | None) -> tuple[str, ...]:
    """The keys by which a person may be called again; Korean and Chinese names lead with the family's."""
    if actor is not None and actor.offices:
        return (
            *surnames(name, actor.offices[0].party),
            *([key(name).split()[0]] if actor.party in _GIVEN_ALONE else []),
        )
    parts = name.split()
    if actor is not None and actor.party in FAMILY_FIRST:
        return surnames(name, actor.party)
    hyphened = len(parts) == 2 and "-" in parts[1] and parts[1].split("-")[1][:1].islower()
    return surnames(name, "KOR" if hyphened else None)


# Where the first name is the one that stands alone ("Abiy", "Isaias").
_GIVEN_ALONE = frozenset({"ETH", "ERI"})


def _described(title: str) -> tuple[str | None, str | None]:
    """Code and party that a description gives its bearer, both None where it names no state or body."""
    made = actors.compose(title) or actors.find(title)
    if made is not None and made.kind != "person":
        # "Ana Reis of Chad" may be a runner.
        return (None, None) if made.actor_id in states() else (made.code, made.party)
    for owner, rest in composition.splits(title):
        last = key(rest).split()[-1:]
        of_owner = composition.is_owned(rest) or not words("not_state").isdisjoint(key(rest).split())
        if last and last[0] in words("office") and not of_owner:
            return owner.code, owner.party
    whose = _FOR_BODY.search(title)
    if whose is not None:
        # "A spokesman for the army's Eastern Command"
        for owner, rest in composition.splits(title[whose.end() :]):
            if key(rest).split()[-1:] and key(rest).split()[-1] in OFFICIAL:
                return owner.code, owner.party
    return None, None
