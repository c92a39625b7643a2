"""Who a source is: name, canonical form, kind and party, resolved inside the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from trendechos.claims import belonging, wording
from trendechos.claims.line import Line
from trendechos.claims.memory import Memory, Range
from trendechos.claims.mentioned import KINDS, named
from trendechos.claims.outlets import outlet
from trendechos.claims.pointing import Description, of_another_state, one_state, role_in
from trendechos.claims.sources import core, land
from trendechos.knowledge import actors, composition
from trendechos.knowledge.actor_tables import states
from trendechos.knowledge.actors import KnownActor
from trendechos.knowledge.keys import key
from trendechos.languages.en import geography, pointing
from trendechos.languages.en.sources import ORGANISATION_WORDS, TITLES, kinds
from trendechos.records import Mention, Reading, Report, Span, Speaker, SpeakerKind
from trendechos.records.span import Field

NOBODY = Speaker("", "", "none")
# "Several outlets" are nobody in particular.
_SOME = frozenset(
    {"several", "some", "many", "various", "numerous", "multiple", "few", "other", "local", "foreign"}
)
# Sources that need no article, of which a state may have one.
_BARE = frozenset({"organisation", "document"})
# One person of a kind.
_ONE = frozenset({"a", "an", "one", "another"})
# "The president-elect" is no name.
_AHEAD_OF_OFFICE = frozenset({"elect", "designate"})
# Who without a name may belong to somebody.
_PARTIED = frozenset({"unnamed", "group", "organisation", "government"})
# Only subjects of main clauses are at the centre; those inside a quoted clause are not who "he" is next.
_MAIN = frozenset({"ROOT", "conj", "parataxis"})
_AT_CENTRE = frozenset({"ROOT", "nsubj", "nsubjpass"})


class Cast:
    """The names of a report and who has been met so far; sources are resolved in order of the text."""

    def __init__(self, report: Report, reading: Reading, marked: Mapping[Field, Sequence[Range]]) -> None:
        """Takes the mentions, the day and the quotations of the report."""
        self._memory = Memory(report, reading, marked)
        self.told: dict[str, tuple[Speaker, ...]] = {}
        self._met = 0

    def both(self, line: Line, head: int) -> tuple[Speaker, ...]:
        """The two governments that "both governments" or "the two sides" stand for; empty where not two."""
        return self._memory.both(line, head)

    def meet(self, lines: Sequence[Line], until: int) -> None:
        """Notes the people who are subjects of the sentences before `until`, for pronouns that follow."""
        while self._met < min(until, len(lines)):
            line = lines[self._met]
            self._memory.turn(line)
            for token, dep in enumerate(line.deps):
                if dep not in _AT_CENTRE or not (
                    line.child(token, "acl") is not None
                    if dep == "ROOT"
                    else line.deps[line.heads[token]] in _MAIN
                ):
                    continue
                if line.tags[token] in wording.NAME_TAGS:
                    first, last = core(line, token)
                    found = self._named(line, token, first, last)
                    if (
                        found is not None
                        and found.kind in ("person", "organisation", "government")
                        and not (
                            found.kind == "person"
                            and " " not in found.canonical
                            and self._memory.is_place(line, token)
                        )
                    ):
                        self._memory.note(line, found, first, last, spoke=False)
                elif line.tags[token] == "NN":
                    first, last = core(line, token)
                    if kinds().get(line.lemmas[token]) == "unnamed" and line.lows[first] in _ONE:
                        found = self._named(line, token, first, last) or self._described(
                            line, token, first, last
                        )
                        self._memory.note(line, found, first, last, spoke=False)
                    elif (found := self._titled(line, token, first, last)) is not None:
                        # "Her aide, Ana Reis, left."
                        self._memory.note(line, found, first, last, spoke=False)
            self._met += 1
        if until < len(lines):
            self._memory.turn(lines[until])

    def resolve(self, line: Line, head: int, *, within: Speaker | None = None) -> Speaker:
        """The speaker that the noun phrase around `head` names; what it cannot resolve stays as written.

        `within` is the speaker of the statement that the phrase stands in, the first to be meant by a pronoun.
        """
        if line.tags[head].startswith(("PRP", "WP", "WDT")) and not wording.initials(line, head):
            aside = self._memory.leader(line, head) if line.lows[head] == "it" and within is None else None
            return aside or self._memory.pronoun(line, head, within)
        owner = wording.carried(line, head)
        if owner is not None:
            return self.resolve(line, owner, within=within)
        first, last = core(line, head)
        found = self._of_state(line, head) if line.deps[head] in ("amod", "compound", "nmod") else None
        found = found or self._named(line, head, first, last) or self._described(line, head, first, last)
        found = belonging.settled(found, self._memory)
        self._memory.note(line, found, first, last, spoke=True)
        return found

    def _of_state(self, line: Line, head: int) -> Speaker | None:
        """The state of an adjective ("Kenyan claims that ..."), or None."""
        name = land(line.parsed.words[head])
        state = actors.find(name, self._memory.on) if name is not None else None
        if state is None:
            return None
        return Speaker(line.parsed.words[head], state.canonical, state.kind, state.party, line.span(head, head))

    def _named(self, line: Line, head: int, first: int, last: int) -> Speaker | None:
        if line.tags[last][0] == "N" and line.lows[last] in pointing.NUMBERED:
            # "Channel 12"
            last += line.tags[min(last + 1, line.size - 1)] == "CD"
        span, words, at = line.span(first, last), line.text(first, last), line.span(head, head)
        own = self._mention(line, head, first, self._memory.mention_at(span, at))
        body = wording.known_body(own, at)
        if own is not None and body and own.span.end > span.end:
            # "Doctors Without Borders", which the parse cuts
            return named(own)
        # "The acting premier, Ana Reis, said": whom the page names goes before who holds the office.
        office = own is not None and own.kind == "person" and line.tags[head] in ("NN", "NNS")
        found = self._titled(line, head, first, last) if own is None or own.kind != "person" or office else None
        if found is None and own is not None and own.kind == "person":
            return self._person(line, head, own, words, span)
        if found is None and not body:
            press = wording.desk(line, head) or outlet(words) or (outlet(own.name) if own is not None else None)
            found = Speaker(words, press, "outlet", None, span) if press is not None else None
        # "Kenyan officials" are unnamed people of a known party, not a body.
        people = line.tags[head] in ("NN", "NNS") and kinds().get(line.lemmas[head]) == "unnamed"
        if found is None and not wording.redefined(own):
            found = self._listed(line, first, words, span, people=people, free=own is None)
        if found is None and own is not None and not people:
            start = wording.name_start(line, head, first)
            called = not own.known and wording.calls_press(line, first, start)
            found = Speaker(words, own.canonical, "outlet" if called else KINDS[own.kind], own.party, span)
            if own.kind == "place" and (own.code or "") in states():
                # "US estimates": a country that is a source is its government.
                made = actors.find(states()[own.code or ""].government, self._memory.on)
                found = (
                    Speaker(words, made.canonical, made.kind, made.party, span) if made is not None else found
                )
            if not own.known:
                found = replace(found, party=belonging.of_body(line, own, (first, last), self._memory))
                made = role_in(own.name, found.party) if composition.is_role(own.name) else None
                found = replace(found, canonical=made.canonical) if made is not None else found
        if found is None and self._looks_named(line, head, first):
            meant = self._definite(line, head, first, last) if own is None else None
            if meant is not None:
                return Speaker(words, meant.canonical, meant.kind, meant.party, span)
            found = self._name(line, head, first, last)
        return found

    def _definite(self, line: Line, head: int, first: int, last: int) -> KnownActor | Speaker | None:
        """ "The Armed Forces" of the one state, "the Mission" met before; or None."""
        if line.lows[first] != "the":
            return None
        if composition.is_role(line.text(first, last)):
            role = self._memory.role(line, first, last)
            return role if role is not None and role.kind in ("organisation", "government") else None
        alone = first + 1 == head == last and kinds().get(line.lows[head]) == "organisation"
        return self._memory.back(line, line.lows[head], "organisation", first, last) if alone else None

    def _mention(self, line: Line, head: int, first: int, own: Mention | None) -> Mention | None:
        """The mention `own` at `head`; a person's before "of" and a place, none for "the High Commissioner"."""
        bearer = self._bearer_of_place(line, first, head)
        if own is None or (bearer is not None and own.kind != "person"):
            return bearer
        if own.known and own.kind == "organisation" and composition.is_role(own.name):
            # "The Joint Chiefs of Staff" on a page that does not name their state
            known = actors.find(own.canonical)
            return None if known is not None and belonging.abroad(own.name, known, self._memory) else own
        title = wording.is_title(line, head, first) or wording.is_office(own.canonical)
        return None if own.kind == "person" and not own.known and title else own

    def _person(self, line: Line, head: int, own: Mention, words: str, span: Span) -> Speaker:
        """The person that a mention names."""
        bearer = None if own.known else self._bearer(own.canonical)
        if bearer is not None:
            return Speaker(words, bearer.canonical, "person", bearer.party, span)
        bare = own.canonical if own.known else wording.without_role(own.canonical)
        name = bare if own.known else self._memory.names.get(bare.lower(), bare)
        party = (
            own.party
            or belonging.of_office(line, span, own.span.end - len(bare), self._memory)
            or self._memory.parties.get(name)
            or belonging.beside(line, head, self._memory)
        )
        given = " " in name and key(name.split()[0]) in geography.given_names()
        single = name.lower() in self._memory.shared
        body = not (own.known or given or single) and wording.is_firm(line, head)
        return Speaker(words, name, "organisation" if body else "person", party, span)

    def _listed(
        self, line: Line, first: int, words: str, span: Span, *, people: bool, free: bool
    ) -> Speaker | None:
        """The actor that packaged knowledge lists or makes; `free` where the report names nobody there."""
        known = wording.known_actor(words, self._memory.on, koreas=self._memory.koreas)
        if known is not None and (line.lows[first] == "the" or " " not in words):
            one = one_state(self._memory.seen, frozenset(), self._memory.nations.home)
            known = of_another_state(words, known, one) or known
        if known is None or belonging.abroad(words, known, self._memory):
            return None
        if known.surname_only and not (free and self._memory.supports(known, words)):
            return None
        if known.kind == "group" and (only := self._memory.armed(known)) is not None:
            return Speaker(words, only.canonical, "group", only.party, span)
        made = known.kind == "organisation" and not actors.candidates(words)
        return Speaker(words, known.canonical, "unnamed" if people and made else known.kind, known.party, span)

    def _looks_named(self, line: Line, head: int, first: int) -> bool:
        """True for a name that is no common noun, as the tagger takes some ("its foreign ministry")."""
        common = (
            wording.is_title(line, head, first)
            or wording.shouted(line, head)
            or (line.parsed.words[head].islower() and line.lemmas[head] in kinds())
        )
        named = line.tags[head] in wording.NAME_TAGS and not common and line.lows[head] not in _AHEAD_OF_OFFICE
        return named or self._capital_name(line, head)

    def _bearer_of_place(self, line: Line, first: int, last: int) -> Mention | None:
        """The person named before "of" and a place or body in a noun phrase, or None."""
        joint = next((token for token in range(first, last) if line.lows[token] == "of"), None)
        if joint is None or joint == first:
            return None
        at = line.span(joint - 1, joint - 1)
        own = self._memory.mention_at(at, at)
        return own if own is not None and own.kind == "person" else None

    def _bearer(self, name: str) -> KnownActor | None:
        """The one known office-holder of a bare family name, where the report names that government."""
        if " " in name or name.lower() in self._memory.shared or name.lower() in self._memory.names:
            return None
        serving = [
            actors.dated(known, self._memory.on)
            for known in actors.namesakes(name)
            if not self._memory.on or any(term.covers(self._memory.on) for term in known.offices)
        ]
        near = [known for known in serving if known.party in self._memory.governments]
        return near[0] if len(near) == 1 else None

    def _titled(self, line: Line, head: int, first: int, last: int) -> Speaker | None:
        """The person named behind a title, or None."""
        behind = wording.name_behind(line, head, last)
        found = self._behind(line, behind) if behind is not None else None
        described = kinds().get(line.lemmas[head])
        bodies = ("outlet", "organisation") if line.tags[head] == "NN" else ("outlet", "organisation", "group")
        named = behind is not None and behind > head and described in bodies
        if behind is None or found is None or (found.kind not in ("person", "organisation") and not named):
            return None
        press = described == "outlet"
        if named and (found.kind == "person" or (press and found.party is None)):
            # "the paper Haaretz", "the aid group Alight": no title, so that the name is a body's.
            made = actors.compose(line.text(first, last)) or self._memory.role(line, first, last)
            party = made.party if made is not None and not press else None
            found = replace(found, kind="outlet" if press else "organisation", party=party)
        elif found.party is None:
            made = actors.compose(line.text(first, last))
            party = made.party if made is not None else belonging.served(line, head, self._memory)
            found = replace(found, party=party)
        end = max(last, behind)
        return wording.renamed(found, line.text(first, end), line.span(first, end))

    def _behind(self, line: Line, behind: int) -> Speaker:
        """Who the name behind a title is."""
        at = line.span(behind, behind)
        own = self._memory.mention_at(at, at)
        trusted = wording.redefined(own) or wording.known_body(own, at)
        if own is not None and (own.kind == "person" or trusted):
            return replace(named(own), kind="organisation") if wording.is_firm(line, behind) else named(own)
        return self._name(line, behind, *core(line, behind))

    def _capital_name(self, line: Line, head: int) -> bool:
        """True for a capitalised word that the tagger takes for a noun but that is a name here."""
        word = line.parsed.words[head]
        if not word[:1].isupper() or line.tags[head] != "NN" or line.lemmas[head] in kinds():
            return False
        inside = head > 0 and word[1:].islower()
        camel = word.isalpha() and not word[1:].islower() and not word.isupper()
        if line.sentence.span.field == "text" and (inside or camel) and len(line.children[head]) < 2:
            # "According to Aemet, ...", "TikTok said"
            return True
        known = actors.find(word, self._memory.on)
        return word.lower() in self._memory.names or (known is not None and known.kind == "person")

    def _name(self, line: Line, head: int, first: int, last: int) -> Speaker:
        """A capitalised name: a known actor, else the fullest form that the report has given it."""
        low = wording.name_start(line, head, first)
        start = low
        while low < head and line.lows[low].strip(".") in TITLES | {""}:
            low += 1
        owned = low == head > first and line.lows[low - 1] in ("'s", "’s", "'", "’")
        if owned and line.lows[head] in ORGANISATION_WORDS and line.tags[low - 2] in wording.NAME_TAGS:
            low = start = first + (line.lows[first] == "the")
        name, words = line.text(low, head), line.text(first, last)
        span = line.span(first, last)
        if low == head and start == low and " " in self._memory.names.get(line.lows[head], ""):
            for seen in reversed(self._memory.seen):
                if seen.speaker.canonical == self._memory.names[line.lows[head]]:
                    return Speaker(words, seen.speaker.canonical, seen.speaker.kind, seen.speaker.party, span)
        bearer = self._known_bearer(line, head, start) or self._bearer(name)
        if bearer is not None:
            return Speaker(words, bearer.canonical, bearer.kind, bearer.party, span)
        press = outlet(name)
        if press is not None:
            return Speaker(words, press, "outlet", None, span)
        name = " ".join(name.split())
        canonical = self._memory.names.get(line.lows[head], name)
        if len(name) >= len(canonical):
            canonical = name
            self._memory.keep(canonical)
        lows = {word.lower() for word in canonical.split()}
        kind: SpeakerKind = "person"
        if (
            lows & ORGANISATION_WORDS
            or (canonical.isupper() and low == start)
            or line.lows[first] == "the"
            or line.tags[head] == "NN"
            or self._memory.is_place(line, head)
            or wording.is_body(line, first, last)
            or wording.is_firm(line, head)
        ):
            kind = "outlet" if wording.calls_press(line, first, low) else "organisation"
        elif line.tags[head] == "NNPS":
            kind = "group"
        described = actors.compose(line.text(first, low - 1)) if low > first else None
        party = described.party if described is not None else None
        if party is None and kind == "person":
            party = belonging.beside(line, head, self._memory)
        return Speaker(words, canonical, kind, party, span)

    def _known_bearer(self, line: Line, head: int, start: int) -> KnownActor | None:
        """The known actor of the longest name that ends with `head`; a family name only where it stands so."""
        for begin in range(start, head + 1):
            words = line.text(begin, head)
            known = actors.find(words, self._memory.on)
            if known is None or words.lower() in self._memory.shared:
                continue
            if belonging.abroad(words, known, self._memory) or belonging.of_longer(line, start, begin, known):
                continue
            family = known.surname_only and start < begin == head
            if not family and (not known.surname_only or self._memory.supports(known, words)):
                return known
        return None

    def _described(self, line: Line, head: int, first: int, last: int) -> Speaker:
        """A source without a name: one met before when the article points back, else as described."""
        span, name = line.span(first, last), line.text(first, last)
        lemma = line.lows[head].removesuffix("s") if wording.shouted(line, head) else line.lemmas[head].lower()
        kind = kinds().get(lemma, "unnamed")
        if kind == "quantity" or line.lows[head] == "one":
            kind = wording.counted(line, head) or "group"
        if kind == "outlet" and line.tags[head] == "NNS" and line.lows[first] in _SOME:
            kind = "unnamed"
        if (lemma == "people" and line.tags[first] == "CD") or (lemma == "figure" and line.tags[head] == "NN"):
            kind = "unnamed"
        if kind == "group" and line.tags[head] == "NN" and line.lows[first] in _ONE:
            # "A supporter"
            kind = "unnamed"
        back = self._pointed_to(line, lemma, kind, head, span)
        run = belonging.run_by(line, (first, last), self._memory)
        if back is not None and run in (None, back.party):
            return Speaker(name, back.canonical, back.kind, back.party, span)
        article = line.lows[first]
        plain = line.text(first + 1, last) if article in ("the", "a", "an") and last > first else name
        party = run or (belonging.of_described(line, head, self._memory) if kind in _PARTIED else None)
        return Speaker(name, " ".join(plain.split()), kind, party, span)  # type: ignore[arg-type]

    def _pointed_to(self, line: Line, lemma: str, kind: str, head: int, span: Span) -> Speaker | None:
        """Whom a noun phrase without a name points back to, or what the one state has of its kind; or None."""
        first, last = core(line, head)
        article, owned = line.lows[first], wording.behind_country(line, first)
        back = None
        if owned is not None and owned <= head:
            # "The kingdom's foreign ministry"
            rest = frozenset(line.lemmas[owned : last + 1]) - {lemma}
            described = Description(line.text(owned, last), lemma, rest, kind)
            back = self._memory.of_the_state(described, span, named=True)
        elif article in ("the", "this", "that", "these", "its", "his", "her", "their") and last - first <= 3:
            back = self._memory.back(line, lemma, kind, first, last)
        elif (kind in _BARE or lemma == "government") and (line.tags[head] == "NN" or lemma == "police"):
            # "According to military intelligence"
            described = Description(line.text(first, last), lemma, frozenset(), "organisation")
            back = self._memory.of_the_state(described, span)
        if back is None and span.field == "title" and kind in ("organisation", "government"):
            back = self._memory.lead(frozenset(line.lows[first : last + 1]))
        return back
