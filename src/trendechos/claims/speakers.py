"""Who a source is: name, canonical form, kind and party, resolved inside the report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from trendechos.claims import wording
from trendechos.claims.line import Line
from trendechos.claims.outlets import outlet
from trendechos.claims.pointing import Description, Seen, held_in, meant, of_another_state, one_state
from trendechos.claims.sources import core
from trendechos.knowledge import actors, outlets
from trendechos.knowledge.actor_tables import states
from trendechos.knowledge.actors import KnownActor
from trendechos.languages.en import pointing
from trendechos.languages.en.reporting import PRONOUNS_HE, PRONOUNS_SHE, PRONOUNS_THEY, PRONOUNS_WE
from trendechos.languages.en.sources import ORGANISATION_WORDS, TITLES, kinds
from trendechos.records import Mention, Reading, Report, Span, Speaker, SpeakerKind
from trendechos.records.span import Field

NOBODY = Speaker("", "", "none")
_PERSONAL = PRONOUNS_HE | PRONOUNS_SHE
_KINDS: dict[str, SpeakerKind] = {
    "person": "person", "organisation": "organisation", "government": "government", "group": "group",
    "place": "government", "other": "organisation",
}  # fmt: skip
_KOREAS = frozenset({"PRK", "KOR"})
# "Several outlets" are nobody in particular.
_SOME = frozenset(
    {"several", "some", "many", "various", "numerous", "multiple", "few", "other", "local", "foreign"}
)
_PLURAL = frozenset({"NNS", "NNPS", "CD"})
# Sources that need no article, of which a state may have one.
_BARE = frozenset({"organisation", "document"})
# "The president-elect" is no name.
_AHEAD_OF_OFFICE = frozenset({"elect", "designate"})
# How far behind a pronoun that has nobody before it the person may be named, in characters.
_AHEAD = 300
_HER = dict.fromkeys(PRONOUNS_HE, "he") | dict.fromkeys(PRONOUNS_SHE, "she")
# The kinds of speaker that a pronoun may stand for.
_WANTED: Mapping[str, tuple[str, ...]] = (
    dict.fromkeys(_PERSONAL, ("person", "unnamed"))
    | dict.fromkeys(PRONOUNS_THEY, ("group", "unnamed", "organisation", "government", "outlet"))
    | dict.fromkeys(("it", "its"), ("organisation", "government", "outlet", "document", "group"))
)


# Only subjects of main clauses are at the centre; those inside a quoted clause are not who "he" is next.
_MAIN = frozenset({"ROOT", "conj", "parataxis"})


class Cast:
    """The names of a report and who has been met so far; sources are resolved in order of the text."""

    def __init__(self, report: Report, reading: Reading) -> None:
        """Takes the mentions and the day of the report; an undated one takes the latest day that it names."""
        self._mentions: dict[Field, list[Mention]] = {"title": [], "text": []}
        for mention in reading.mentions:
            self._mentions[mention.span.field].append(mention)
        self._starts = {name: [one.span.start for one in each] for name, each in self._mentions.items()}
        self._places = {
            (place.span.field, at) for place in reading.places for at in range(place.span.start, place.span.end)
        }
        self._seen: list[Seen] = []
        self._names: dict[str, str] = {}
        self.told: dict[str, tuple[Speaker, ...]] = {}
        self._sex: dict[str, str] = {}
        self._parties: dict[str, str] = {}
        self._met = 0
        # Whose governments and offices the report names, and whether it names one of the Koreas.
        self._governments = {
            mention.party for mention in reading.mentions
            if mention.party and mention.kind in ("government", "organisation", "person") and mention.known
        }  # fmt: skip
        own = outlets.find(report.outlet or "")
        self._home = own.country if own is not None and own.state_controlled else None
        codes = ((mention.code or "")[:3] for mention in reading.mentions if mention.known)
        self._named_states = frozenset(codes) & states().keys()
        self._koreas = any(place.country in _KOREAS for place in reading.places)
        days = sorted(time.moment.value for time in reading.times if time.moment)
        self.on = (
            report.published.value if report.published else days[-1] if days else wording.dated_by(reading)
        )

    def meet(self, lines: Sequence[Line], until: int) -> None:
        """Notes the people who are subjects of the sentences before `until`, for pronouns that follow."""
        while self._met < min(until, len(lines)):
            line = lines[self._met]
            for token in range(line.size):
                if line.deps[token] not in ("nsubj", "nsubjpass") or line.deps[line.heads[token]] not in _MAIN:
                    continue
                if line.tags[token] in wording.NAME_TAGS:
                    first, last = core(line, token)
                    found = self._named(line, token, first, last)
                    if (
                        found is not None
                        and found.kind in ("person", "organisation", "government")
                        and not (found.kind == "person" and self._is_place(line, token))
                    ):
                        self._note(line, found, first, last, spoke=False)
                elif line.tags[token] == "NN" and kinds().get(line.lemmas[token]) == "unnamed":
                    first, last = core(line, token)
                    if line.lows[first] in ("a", "an", "one", "another"):
                        found = self._named(line, token, first, last) or self._described(
                            line, token, first, last
                        )
                        self._note(line, found, first, last, spoke=False)
            self._met += 1

    def resolve(self, line: Line, head: int, *, within: Speaker | None = None) -> Speaker:
        """The speaker that the noun phrase around `head` names; what it cannot resolve stays as written.

        `within` is the speaker of the statement that the phrase stands in, the first to be meant by a pronoun.
        """
        if line.tags[head].startswith(("PRP", "WP", "WDT")):
            return self._pronoun(line, head, within)
        owner = wording.carried(line, head)
        if owner is not None:
            return self.resolve(line, owner, within=within)
        first, last = core(line, head)
        found = self._named(line, head, first, last) or self._described(line, head, first, last)
        self._note(line, found, first, last, spoke=True)
        return found

    def _note(self, line: Line, found: Speaker, first: int, last: int, *, spoke: bool) -> None:
        words = frozenset(line.lows[first : last + 1]) | frozenset(line.lemmas[first : last + 1])
        if found.kind == "person":
            if found.party:
                self._parties.setdefault(found.canonical, found.party)
            if " " in found.canonical:
                self._keep(found.canonical)
            words |= wording.in_apposition(line, first, last)
            sex = "he" if words & pointing.HE else "she" if words & pointing.SHE else ""
            if sex and not (words & pointing.HE and words & pointing.SHE):
                self._sex.setdefault(found.canonical, sex)
        head = next((token for token in range(last, first - 1, -1) if line.tags[token][0] in "NC"), last)
        self._seen.append(Seen(found, words, line.index, spoke=spoke, plural=line.tags[head] in _PLURAL))

    def both(self, line: Line, head: int) -> tuple[Speaker, ...]:
        """The two governments that "both governments" or "the two sides" stand for; empty where not two."""
        first, last = core(line, head)
        if not wording.means_pair(line, head, first, last):
            return ()
        span, before = line.span(first, last), line.offset + line.parsed.starts[head]
        met = [seen.speaker.party for seen in self._seen if seen.line < line.index]
        met.extend(
            mention.party for mention in self._mentions[span.field]
            if mention.kind == "government" and line.offset <= mention.span.start < before
        )  # fmt: skip
        parties = list(dict.fromkeys(party for party in reversed(met) if party in states()))[:2]
        if len(parties) < 2:
            return ()
        name = line.text(first, last)
        made = [actors.find(states()[party].government, self.on) for party in reversed(parties) if party]
        return tuple(Speaker(name, one.canonical, one.kind, one.party, span) for one in made if one is not None)

    def _is_place(self, line: Line, token: int) -> bool:
        """True when the reading found a place at `token`."""
        at = line.offset + line.parsed.starts[token]
        return (line.sentence.span.field, at) in self._places

    def _mention_at(self, span: Span) -> list[Mention]:
        mentions, starts = self._mentions[span.field], self._starts[span.field]
        index = max(0, bisect_left(starts, span.start) - 1)
        found = []
        while index < len(mentions) and mentions[index].span.start < span.end:
            if mentions[index].span.overlaps(span):
                found.append(mentions[index])
            index += 1
        return found

    def _pronoun(self, line: Line, head: int, within: Speaker | None) -> Speaker:
        word, span, name = line.lows[head], line.span(head, head), line.parsed.words[head]
        if word in PRONOUNS_WE:
            if within is not None and within.kind != "none":
                return wording.renamed(within, name, span)
            return Speaker(name, "", "none", None, span)
        wanted = _WANTED.get(word, ())
        if within is not None and within.kind in wanted:
            return wording.renamed(within, name, span)
        sex = word if word in _PERSONAL else ""
        for seen in reversed(self._seen if wanted else ()):
            other = seen.plural or self._sex.get(seen.speaker.canonical, _HER.get(sex, "")) != _HER.get(sex, "")
            if seen.speaker.kind in wanted and not (sex and other):
                if sex:
                    self._sex[seen.speaker.canonical] = _HER[sex]
                return wording.renamed(seen.speaker, name, span)
        mention = self._near(span, _HER[sex]) if sex else None
        if mention is not None:
            return Speaker(name, mention.canonical, "person", mention.party, span)
        return Speaker(name, name, "unnamed", None, span)

    def _near(self, span: Span, sex: str) -> Mention | None:
        """The last person named before a pronoun, else the only one named soon behind it, or None."""
        at = bisect_left(self._starts[span.field], span.start)
        fitting = [
            mention for mention in self._mentions[span.field]
            if mention.kind == "person" and self._sex.get(mention.canonical, sex) == sex
        ]  # fmt: skip
        before = [mention for mention in fitting if mention.span.start < span.start] if at else []
        if before:
            return before[-1]
        behind = [mention for mention in fitting if span.start < mention.span.start <= span.end + _AHEAD]
        return behind[0] if len({mention.canonical for mention in behind}) == 1 else None

    def _named(self, line: Line, head: int, first: int, last: int) -> Speaker | None:
        if line.tags[last][0] == "N" and line.lows[last] in pointing.NUMBERED:
            # "Channel 12"
            last += line.tags[min(last + 1, line.size - 1)] == "CD"
        span, words = line.span(first, last), line.text(first, last)
        at = line.span(head, head)
        own = next((mention for mention in self._mention_at(span) if mention.span.overlaps(at)), None)
        if own is not None and own.kind == "person":
            bearer = None if own.known else self._bearer(own.canonical)
            if bearer is not None:
                return Speaker(words, bearer.canonical, "person", bearer.party, span)
            name = own.canonical if own.known else self._names.get(own.canonical.lower(), own.canonical)
            party = own.party or self._served(line, first, at.start - line.offset) or self._parties.get(name)
            return Speaker(words, name, "person", party, span)
        found = self._titled(line, head, first, last)
        if found is None:
            press = wording.desk(line, head) or outlet(words) or (outlet(own.name) if own is not None else None)
            found = Speaker(words, press, "outlet", None, span) if press is not None else None
        # "Kenyan officials" are unnamed people of a known party, not a body.
        people = line.tags[head] in ("NN", "NNS") and kinds().get(line.lemmas[head]) == "unnamed"
        known = wording.known_actor(words, self.on, koreas=self._koreas) if found is None else None
        if known is not None and line.lows[first] == "the":
            one = one_state(self._seen, frozenset(), self._home)
            known = of_another_state(words, known, one) or known
        if known is not None and not (known.surname_only and own is not None):
            kind = "unnamed" if people and known.kind == "organisation" else known.kind
            found = Speaker(words, known.canonical, kind, known.party, span)
        if found is None and own is not None and not people:
            found = Speaker(words, own.canonical, _KINDS[own.kind], own.party, span)
        named = (
            line.tags[head] in wording.NAME_TAGS
            and not wording.shouted(line, head)
            and line.lows[head] not in _AHEAD_OF_OFFICE
        )
        if found is None and (named or self._capital_name(line, head)):
            found = self._name(line, head, first, last)
        return found

    def _served(self, line: Line, first: int, until: int) -> str | None:
        """The one state of the report, for a name behind an office of state ("Interior Minister")."""
        before = {line.lows[token] for token in range(first, line.size) if line.parsed.starts[token] < until}
        if not before & pointing.OF_STATE:
            return None
        return one_state(self._seen, self._named_states, self._home)

    def _bearer(self, name: str) -> KnownActor | None:
        """The one known office-holder of a bare family name, where the report names that government."""
        if " " in name:
            return None
        serving = [
            actors.dated(known, self.on)
            for known in actors.namesakes(name)
            if not self.on or any(term.covers(self.on) for term in known.offices)
        ]
        near = [known for known in serving if known.party in self._governments]
        return near[0] if len(near) == 1 else None

    def _titled(self, line: Line, head: int, first: int, last: int) -> Speaker | None:
        """The person named behind a title, or None."""
        behind = wording.name_behind(line, head, last)
        found = self._name(line, behind, *core(line, behind)) if behind is not None else None
        described = kinds().get(line.lemmas[head])
        named = behind is not None and behind > head and described in ("outlet", "organisation", "group")
        if behind is None or found is None or (found.kind != "person" and not named):
            return None
        if found.kind == "person" and named:
            # "the paper Haaretz", "the aid group Alight": no title, so that the name is a body's.
            press = described == "outlet"
            found = replace(found, kind="outlet" if press else "organisation", party=None)
        end = max(last, behind)
        return wording.renamed(found, line.text(first, end), line.span(first, end))

    def _capital_name(self, line: Line, head: int) -> bool:
        """True for a capitalised word that the tagger takes for a noun but that is a name here."""
        word = line.parsed.words[head]
        if not word[:1].isupper() or line.tags[head] != "NN" or line.lemmas[head] in kinds():
            return False
        known = actors.find(word, self.on)
        return word.lower() in self._names or (known is not None and known.kind == "person")

    def _name(self, line: Line, head: int, first: int, last: int) -> Speaker:
        """A capitalised name: a known actor, else the fullest form that the report has given it."""
        low = wording.name_start(line, head, first)
        start = low
        while low < head and line.lows[low].strip(".") in TITLES:
            low += 1
        name, words = line.text(low, head), line.text(first, last)
        span = line.span(first, last)
        if low == head and start == low and " " in self._names.get(line.lows[head], ""):
            for seen in reversed(self._seen):
                if seen.speaker.canonical == self._names[line.lows[head]]:
                    return Speaker(words, seen.speaker.canonical, seen.speaker.kind, seen.speaker.party, span)
        bearer = self._known_bearer(line, head, start) or self._bearer(name)
        if bearer is not None:
            return Speaker(words, bearer.canonical, bearer.kind, bearer.party, span)
        press = outlet(name)
        if press is not None:
            return Speaker(words, press, "outlet", None, span)
        name = " ".join(name.split())
        canonical = self._names.get(line.lows[head], name)
        if len(name) >= len(canonical):
            canonical = name
            self._keep(canonical)
        lows = {word.lower() for word in canonical.split()}
        kind: SpeakerKind = "person"
        if (
            lows & ORGANISATION_WORDS
            or canonical.isupper()
            or line.lows[first] == "the"
            or self._is_place(line, head)
        ):
            kind = "organisation"
        elif line.tags[head] == "NNPS":
            kind = "group"
        party = None
        if low > first:
            described = actors.compose(line.text(first, low - 1))
            party = described.party if described is not None else None
        return Speaker(words, canonical, kind, party, span)

    def _known_bearer(self, line: Line, head: int, start: int) -> KnownActor | None:
        """The known actor of the longest name that ends with `head`; a family name only where it stands so."""
        for begin in range(start, head + 1):
            known = actors.find(line.text(begin, head), self.on)
            if known is None or (known.surname_only and start < begin == head):
                continue
            # Of several that bore the name one is meant only where the report names that government.
            alone = not known.surname_only or len(actors.namesakes(line.text(begin, head))) == 1
            if alone or known.party in self._governments:
                return known
        return None

    def _keep(self, canonical: str) -> None:
        """Remembers a name by each of its words, for later mention by one of them."""
        for word in canonical.lower().split():
            if len(self._names.get(word, "")) < len(canonical):
                self._names[word] = canonical

    def _described(self, line: Line, head: int, first: int, last: int) -> Speaker:
        """A source without a name: one met before when the article points back, else as described."""
        span, name = line.span(first, last), line.text(first, last)
        lemma = line.lows[head].removesuffix("s") if wording.shouted(line, head) else line.lemmas[head]
        kind = kinds().get(lemma, "unnamed")
        if kind == "quantity" or line.lows[head] == "one":
            kind = wording.counted(line, head) or "group"
        if kind == "outlet" and line.tags[head] == "NNS" and line.lows[first] in _SOME:
            kind = "unnamed"
        if lemma == "people" and line.tags[first] == "CD":
            kind = "unnamed"
        if lemma == "figure" and line.tags[head] == "NN":
            kind = "unnamed"
        article = line.lows[first]
        if article in ("the", "this", "that", "these", "its", "his", "her") and last - first <= 3:
            back = self._back(line, lemma, kind, first, last)
        elif kind in _BARE and line.tags[head] == "NN":
            # "According to military intelligence"
            back = self._of_the_state(Description(name, lemma, frozenset(), "organisation"), span)
        else:
            back = None
        if back is not None:
            return Speaker(name, back.canonical, back.kind, back.party, span)
        plain = line.text(first + 1, last) if article in ("the", "a", "an") and last > first else name
        party = None
        if kind in ("unnamed", "group", "organisation", "government"):
            party = wording.party_inside(line, first, last)
        return Speaker(name, " ".join(plain.split()), kind, party, span)  # type: ignore[arg-type]

    def _back(self, line: Line, lemma: str, kind: str, first: int, last: int) -> Speaker | None:
        """Whom a definite description means: one met before, else the one holder or body of the one state."""
        head = max((at for at in range(first, last + 1) if line.lemmas[at] == lemma), default=last)
        rest = frozenset(line.lemmas[first + 1 : last + 1]) - {lemma}
        described = Description(line.text(first + 1, last), lemma, rest, kind, line.tags[head] in _PLURAL)
        found = meant(described, self._seen, self.on)
        if found is None and kind == "unnamed":
            found = self._holder(line, described)
        if found is None and line.lows[first] == "the":
            found = self._of_the_state(described, line.span(first, last))
        return found

    def _holder(self, line: Line, described: Description) -> Speaker | None:
        """The last person named before the sentence who holds the office described, or None."""
        for mention in reversed(self._mentions["text"]):
            if mention.span.start < line.offset and mention.kind == "person":
                one = Speaker(mention.name, mention.canonical, "person", mention.party, mention.span)
                if meant(described, [Seen(one)], self.on) is not None:
                    return one
        return None

    def _of_the_state(self, described: Description, span: Span) -> Speaker | None:
        """ "The foreign ministry" of the one state that has spoken or been named, or of the outlet's own."""
        party = one_state(self._seen, self._named_states, self._home)
        known = held_in(described, party, self.on, alone=self._governments <= {party}) if party else None
        return Speaker(described.text, known.canonical, known.kind, known.party, span) if known else None
