"""Who a report has named and who has been met in it so far; whom pronouns and descriptions point back to."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping, Sequence

from trendechos.claims import wording
from trendechos.claims.issuer import issuer, writer
from trendechos.claims.leading import introduced, leading
from trendechos.claims.line import Line
from trendechos.claims.mentioned import KINDS, MOST_BACK, Mentioned, named, named_states, state_of
from trendechos.claims.nations import Nations
from trendechos.claims.outlets import outlet
from trendechos.claims.pointing import (
    Description,
    Seen,
    held_in,
    holders_state,
    meant,
    ministry,
    only_group,
    role_in,
    several,
    shared_names,
)
from trendechos.claims.sexes import Sexes
from trendechos.claims.sources import core
from trendechos.knowledge import actors, composition
from trendechos.knowledge.actor_tables import states
from trendechos.languages.en import pointing
from trendechos.languages.en.reporting import PRONOUNS_HE, PRONOUNS_SHE, PRONOUNS_THEY, PRONOUNS_WE
from trendechos.records import Mention, Reading, Report, Span, Speaker
from trendechos.records.span import Field
from trendechos.text.quotes import holding

Range = tuple[int, int]
_PERSONAL = PRONOUNS_HE | PRONOUNS_SHE
_OWNING = frozenset({"his", "her", "its", "their"})
_DENYING = frozenset({"deny", "reject", "dispute", "admit", "confess", "plead"})
_STAMP = re.compile(r"^\W*\d{1,2}[:.]\d\d(?: ?[A-Z]{2,4}| ?[ap]\.?m\.?)?\W*$", re.MULTILINE)
_KOREAS = frozenset({"PRK", "KOR"})
_PLURAL = frozenset({"NNS", "NNPS", "CD"})
# How far behind a pronoun that has nobody before it the person may be named, in characters.
_AHEAD = 300
# "The analyst" is whoever spoke no further back than so many sentences.
_NEAR = 2
_HER = dict.fromkeys(PRONOUNS_HE, "he") | dict.fromkeys(PRONOUNS_SHE, "she")
# The kinds of speaker that a pronoun may stand for.
_WANTED: Mapping[str, tuple[str, ...]] = (
    dict.fromkeys(_PERSONAL, ("person", "unnamed"))
    | dict.fromkeys(PRONOUNS_THEY, ("group", "unnamed", "organisation", "government", "outlet"))
    | dict.fromkeys(("it", "its"), ("organisation", "government", "outlet", "document", "group"))
)


class Memory:
    """The names of a report and who has been met so far, in order of the text."""

    def __init__(self, report: Report, reading: Reading, marked: Mapping[Field, Sequence[Range]]) -> None:
        """Takes the mentions, the day and the quotations; an undated report takes the latest day it names."""
        self._marked = marked
        self.mentions = Mentioned(reading.mentions)
        self.mention_at = self.mentions.at
        self.places = {
            (place.span.field, at): place
            for place in reading.places for at in range(place.span.start, place.span.end)
        }  # fmt: skip
        self.nations = Nations(report, reading)
        self._writer = writer(report)
        own = issuer(report)
        # On a body's own page it speaks from the start.
        words = frozenset(f"{own.name} {own.canonical}".lower().split()) if own is not None else frozenset()
        self.seen = deque([Seen(own, words, -1, spoke=True)] if own is not None else [], MOST_BACK)
        self.names: dict[str, str] = {}
        self.shared = shared_names(
            mention.canonical for mention in reading.mentions if mention.kind == "person"
        )
        self._called = {one.canonical for one in reading.mentions if wording.calls(one.name, one.canonical)}
        self.parties: dict[str, str] = {}
        self._sexes = Sexes()
        # For whom somebody speaks: "his lawyer, Ana Reis".
        self._clients: dict[str, Speaker] = {}
        self.words: dict[Field, str] = {"title": report.words("title"), "text": report.words("text")}
        self._stamps, self._since = [stamp.start() for stamp in _STAMP.finditer(report.text)], 0
        # Whose governments and offices the report names, and whether it names one of the Koreas.
        self.governments = {
            mention.party for mention in reading.mentions
            if mention.party and mention.kind in ("government", "organisation", "person") and mention.known
        }  # fmt: skip
        self.koreas = any(place.country in _KOREAS for place in reading.places)
        days = sorted(time.moment.value for time in reading.times if time.moment)
        self.on = (
            report.published.value if report.published else days[-1] if days else wording.dated_by(reading)
        )

    def note(self, line: Line, found: Speaker, first: int, last: int, *, spoke: bool) -> None:
        """Remembers `found`, met in the words from `first` to `last`."""
        words = frozenset(line.lows[first : last + 1]) | frozenset(line.lemmas[first : last + 1])
        if spoke and line.lows[first] in ("his", "her") and last > first:
            client = self._of_pronoun(line, first, None)
            if client.kind == "person" and client.canonical != found.canonical:
                self._clients[found.canonical] = client
        if found.kind == "person":
            if found.party:
                self.parties.setdefault(found.canonical, found.party)
            if " " in found.canonical:
                self.keep(found.canonical)
            words |= wording.in_apposition(line, first, last)
            self._sexes.tell(found.canonical, words)
        head = next((token for token in range(last, first - 1, -1) if line.tags[token][0] in "NC"), last)
        for other in wording.pronouns_told(line, head):
            # "The judge asked her": whoever she is, she is not the judge.
            if not self._sexes.knows(found.canonical):
                self._sexes.rule_out(_HER[other], found.canonical)
        quoted, plural = self._is_quoted(line, head), line.tags[head] in _PLURAL
        self.seen.append(Seen(found, words, line.index, spoke=spoke, plural=plural, quoted=quoted))

    def _is_quoted(self, line: Line, token: int) -> bool:
        """True for a token that stands in a quotation."""
        at = line.offset + line.parsed.starts[token]
        return holding(self._marked[line.sentence.span.field], at) is not None

    def turn(self, line: Line) -> None:
        """Forgets who was met where a line stands behind the next time stamp of a live blog."""
        while line.sentence.span.field == "text" and self._stamps and self._stamps[0] <= line.offset:
            self._since = self._stamps.pop(0)
            self.seen.clear()

    def keep(self, canonical: str) -> None:
        """Remembers a name by each of its words, for later mention by one of them."""
        for word in canonical.lower().split():
            # Of two who share a name neither is meant by it alone.
            if word not in self.shared and len(self.names.get(word, "")) < len(canonical):
                self.names[word] = canonical

    def calls(self, found: Speaker) -> bool:
        """True for somebody whom the report calls by name, there or elsewhere, and not by office alone."""
        return found.canonical in self._called or wording.calls(found.name, found.canonical)

    def supports(self, known: actors.KnownActor, name: str) -> bool:
        """True where a bare family name may be somebody known's: the report has the side, no other bearer."""
        return name.lower() not in self.names and known.party in self.governments

    def armed(self, rebels: actors.KnownActor) -> Mention | None:
        """The only armed group of a state that the report names, for "Sudanese paramilitaries", or None."""
        return only_group(rebels, self.mentions.all)

    def lead(self, words: frozenset[str]) -> Speaker | None:
        """The body in a report's first sentences whose name holds the words by which the title calls it."""
        wanted = {word for word in words if word.isalpha()} - pointing.BODY | (words & {"agency", "commission"})
        for mention in self.mentions.of["text"]:
            if mention.span.start > _AHEAD:
                return None
            body = (
                mention.kind == "organisation" and wanted and wanted <= set(mention.canonical.lower().split())
            )
            if body and outlet(mention.name) is None:
                return named(mention)
        return None

    def is_place(self, line: Line, token: int) -> bool:
        """True when the reading found a place at `token`."""
        at = line.offset + line.parsed.starts[token]
        return (line.sentence.span.field, at) in self.places

    def state(self, span: Span, text: str = "") -> str | None:
        """The state whose body `text` needs no name at `span`, or None."""
        found = self.nations.of_body(self.seen, span, armed=composition.is_armed(text))
        if found is None and ("'s " in text or "’s " in text):
            return holders_state(re.split("['’]s ", text)[0], self.mentions.known_people, self.on)
        return found

    def role(self, line: Line, first: int, last: int) -> actors.KnownActor | None:
        """The body that "the intelligence service" is in the one state of the report, or None."""
        start = first + (line.lows[first] in ("the", "its") and last > first)
        text = line.text(start, last)
        return role_in(text, self.state(line.span(first, last), text))

    def leader(self, line: Line, head: int) -> Speaker | None:
        """The state or body in whose sentence "it" or "its" at `head` stands, or None."""
        own = leading(line, head, self.mention_at)
        if own is None:
            return None
        kind, party = "organisation" if own.kind == "person" else KINDS[own.kind], own.party or state_of(own)
        return Speaker(line.parsed.words[head], own.canonical, kind, party or None, line.span(head, head))

    def pronoun(self, line: Line, head: int, within: Speaker | None) -> Speaker:
        """Whom a pronoun means; as written and unnamed when nobody fits."""
        own = self.leader(line, head) if line.lows[head] == "its" else None
        found = self._of_pronoun(line, head, within) if own is None else own
        if line.lemmas[line.heads[head]] not in _DENYING or within is not None:
            return found
        # "His lawyer, Ana Reis, said so. He denies it": the accused does.
        return wording.renamed(self._clients.get(found.canonical, found), found.name, line.span(head, head))

    def _of_pronoun(self, line: Line, head: int, within: Speaker | None) -> Speaker:
        word, span, name = line.lows[head], line.span(head, head), line.parsed.words[head]
        ours, wanted = word in PRONOUNS_WE, _WANTED.get(word, ())
        if within is not None and (within.kind in wanted or (ours and within.kind != "none")):
            return wording.renamed(within, name, span)
        if ours and self._writer is not None and not self._is_quoted(line, head):
            return wording.renamed(self._writer, name, span)
        if ours or (word == "it" and wording.stands_for_clause(line, head)):
            return Speaker(name, "", "none", None, span)
        sex = word if word in _PERSONAL else ""
        ahead = self._subject_before(line, head, _HER[sex]) if sex else None
        outside = bool(sex) and not self._is_quoted(line, head)
        for seen in reversed(self.seen if wanted and ahead is None else ()):
            # "“Lee is slow,” he said": whom somebody speaks of is not who speaks.
            who = seen.speaker.canonical
            if (sex and self._sexes.ruled_out(_HER[sex], who)) or (outside and seen.quoted):
                continue
            other = bool(sex) and (seen.plural or not self._sexes.fits(_HER[sex], who))
            if seen.speaker.kind in wanted and not other:
                if sex:
                    self._sexes.take(_HER[sex], who)
                return wording.renamed(seen.speaker, name, span)
        mention = ahead or (self._near(line, head, _HER[sex]) if sex else None)
        if mention is not None:
            return Speaker(name, mention.canonical, "person", mention.party, span)
        return Speaker(name, name, "unnamed", None, span)

    def _subject_before(self, line: Line, head: int, sex: str) -> Mention | None:
        """The subject before a pronoun of its own sentence, or whose the subject is, if its first name fits."""
        quoted = self._is_quoted(line, head)
        for token in range(head - 1, -1, -1):
            if not wording.leads(line, token) or line.tags[token] not in wording.NAME_TAGS:
                continue
            if self._is_quoted(line, token) and not quoted:
                continue
            at = line.span(token, token)
            mention = self.mention_at(at, at)
            # "Mr. Osei disagreed: it was late, he said", "Mr. Osei is ill, his office said"
            sure = line.deps[head] == "poss" or ":" in line.lows[token:head]
            fits = mention is not None and self._sexes.likely(mention.canonical, sex if sure else "") == sex
            if mention is not None and mention.kind == "person" and fits:
                return mention
        return None

    def _near(self, line: Line, head: int, sex: str) -> Mention | None:
        """The last person named before a pronoun, else the only one named soon behind it, or None.

        Whom somebody tells something is not who tells it, and who is named first in the next paragraph is
        nobody of this one.
        """
        span = line.span(head, head)
        for heard in wording.hearers(line, head):
            told = self.mention_at(line.span(heard, heard), line.span(heard, heard))
            if told is not None:
                self._sexes.rule_out(sex, told.canonical)
        quoted = self._is_quoted(line, head)
        last = self.words[span.field].find("\n", span.end, span.end + _AHEAD)
        last = span.end + _AHEAD if last < 0 else last
        fitting = [
            mention for mention in self.mentions.before(span.field, last + 1)
            if mention.kind == "person" and self._sexes.likely(mention.canonical, sex) == sex
            and not self._sexes.ruled_out(sex, mention.canonical)
            and (quoted or holding(self._marked[span.field], mention.span.start) is None)
        ]  # fmt: skip
        before = [mention for mention in fitting if mention.span.start < span.start]
        if before:
            # "She called Mr. Osei's remark a lie. He said": whose remark it is, is not who speaks.
            text = self.words[span.field]
            free = [one for one in before if text[one.span.end : one.span.end + 2] not in ("'s", "’s")]
            return (free or before)[-1]
        behind = [mention for mention in fitting if span.start < mention.span.start]
        return behind[0] if len({mention.canonical for mention in behind}) == 1 else None

    def both(self, line: Line, head: int) -> tuple[Speaker, ...]:
        """The two governments that "both governments" or "the two sides" stand for; empty where not two.

        Of three states named in the same sentence nobody can tell which two are meant.
        """
        first, last = core(line, head) if line.lemmas[head] in pointing.STATES else (head, head)
        if not wording.means_pair(line, head, first, last):
            return ()
        span, before = line.span(first, last), line.offset + line.parsed.starts[head]
        if len(set(named_states(self.mentions.before(span.field, before, since=line.offset)))) > 2:
            return ()
        met = [seen.speaker.party for seen in self.seen if seen.line < line.index]
        met.extend(
            mention.party for mention in self.mentions.before(span.field, before, since=line.offset)
            if mention.kind == "government"
        )  # fmt: skip
        parties = list(dict.fromkeys(party for party in reversed(met) if party in states()))[:2]
        if len(parties) < 2:
            return ()
        name = line.text(first, last)
        made = [actors.find(states()[party].government, self.on) for party in reversed(parties) if party]
        return tuple(Speaker(name, one.canonical, one.kind, one.party, span) for one in made if one is not None)

    def back(self, line: Line, lemma: str, kind: str, first: int, last: int) -> Speaker | None:
        """Whom a definite description means: one met before, else the one holder or body of the one state."""
        head = max((at for at in range(first, last + 1) if line.lemmas[at] == lemma), default=last)
        rest = frozenset(line.lemmas[first + 1 : last + 1]) - {lemma}
        described = Description(line.text(first + 1, last), lemma, rest, kind, line.tags[head] in _PLURAL)
        span = line.span(first, last)
        if line.lows[first] in _OWNING:
            aside = line.deps[line.heads[head]] == "advcl" and line.lows[first] == "its"
            here = self.mentions.before(span.field, span.start, since=line.offset)
            if aside and len(set(named_states(here))) > 1:
                # "Chad asked Niger for an apology after its army conceded": whose army, nobody can tell.
                return Speaker(described.text, line.text(first, last), "organisation", None, span)
            owner = self.pronoun(line, first, None)
            party = owner.party if owner.party in states() else None
            known = held_in(described, party, self.on, alone=True) if party else None
            return Speaker(described.text, known.canonical, known.kind, known.party, span) if known else None
        open_ = kind == "unnamed" and several(described.text, self.mentions.people[span.field], self.on)
        here = self.mentions.before(span.field, span.start, since=line.offset)
        own = introduced(line, lemma, here) if kind == "organisation" and not rest else None
        if own is not None:
            return named(own)
        found = (
            None if open_ else meant(described, self.seen, self.on) or self._mentioned(line, described, span)
        )
        if found is None and lemma in pointing.PROFESSION and not rest and not described.plural:
            found = self._last_speaker(line)
        ranked = kind == "unnamed" and not described.plural and (lemma in pointing.RANKED or "former" in rest)
        if found is None and line.lows[first] == "the" and ranked:
            # "The senator" and "the former governor" spoke last.
            found = self._last_person(line)
        if found is None and described.text.lower() == "ministry":
            found = ministry(self.seen, span, self.on, self.state(span))
        if found is None and described.text.lower() == "opposition":
            sides = [one.speaker.party or "" for one in self.seen if (one.speaker.party or "").endswith("OPP")]
            known = role_in("opposition", sides[-1][:3]) if sides else None
            return Speaker("opposition", known.canonical, known.kind, known.party, span) if known else None
        if found is None and line.lows[first] == "the":
            found = self.of_the_state(described, span)
        return found

    def _mentioned(self, line: Line, described: Description, span: Span) -> Speaker | None:
        """The last named before the phrase whom the description fits; a person in an earlier sentence."""
        for mention in reversed(self.mentions.before(span.field, span.start)):
            person = mention.kind == "person"
            if mention.span.start < self._since:
                return None
            if person != (described.kind == "unnamed") or mention.kind in ("place", "other"):
                continue
            if (person and mention.span.start >= line.offset) or outlet(mention.name) is not None:
                continue
            one = named(mention)
            at = mention.span.start if person else 0
            title = self.words[span.field][max(0, at - 60) : at].split()[-2:]
            seen = Seen(one, frozenset(word.lower().strip(".") for word in title))
            if meant(described, [seen], self.on) is not None:
                return one
        return None

    def body_before(self, line: Line) -> Speaker | None:
        """The body or government that spoke or acted last, not far back, or None."""
        near = (one.speaker for one in reversed(self.seen) if one.line >= line.index - _NEAR)
        return next((one for one in near if one.kind in ("organisation", "government")), None)

    def called(self, line: Line, token: int) -> Speaker | None:
        """The body that a common noun alone means ("army spokesman"): one met before, else the one state's."""
        lemma = line.lows[token]
        described = Description(lemma, lemma, frozenset(), "organisation")
        span = line.span(token, token)
        met = None if self.nations.whose(span) is not None else meant(described, self.seen, self.on)
        return met or self.of_the_state(described, span)

    def _last_speaker(self, line: Line) -> Speaker | None:
        """The private person who spoke last, not far back, or None."""
        last = self._last_person(line)
        known = actors.find(last.canonical) if last is not None else None
        return last if known is None or not known.offices else None

    def _last_person(self, line: Line) -> Speaker | None:
        """Who spoke last, where that is a person and not far back, or None."""
        spoke = (seen for seen in reversed(self.seen) if seen.spoke and seen.speaker.kind != "none")
        last = next(spoke, None)
        near = last is not None and last.speaker.kind == "person" and last.line >= line.index - _NEAR
        return last.speaker if near and last is not None else None

    def of_the_state(self, described: Description, span: Span, *, named: bool = False) -> Speaker | None:
        """ "The foreign ministry" of the one state that has spoken or been named, or of the outlet's own.

        `named` says that the phrase points to a state ("the kingdom's"): of several the last one named.
        """
        before = named_states(self.mentions.before(span.field, span.start)) if named else []
        party = self.state(span, described.text) or (before[-1] if before else None)
        known = (
            held_in(described, party, self.on, alone=named or self.governments <= {party}) if party else None
        )
        return Speaker(described.text, known.canonical, known.kind, known.party, span) if known else None
