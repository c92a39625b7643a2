"""Look-ups over one situation and its evidence that every section of the brief needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from trendechos.languages.en.modality import FALSE_WORDS, NEGATIONS, NEGATIVE_VERBS
from trendechos.presentation.wording import dates, figures, parties, stretch
from trendechos.presentation.wording.parts import WORDS_LIMIT, Given, Phrase, given, joined, plain, words
from trendechos.records import Citation, Claim, Evidence, Origin, Report, Situation, Speaker

# A sentence leads to at most so many pages of one origin; the origins file holds the rest.
CITED_AT_MOST = 20
BASES = {
    "imagery": "imagery",
    "intercept": "intercepts",
    "captive": "captives",
    "intelligence": "intelligence",
    "eyewitness": "eyewitnesses",
    "document": "documents",
    "report_of_another": "another’s report",
    "none_given": "none given",
}


# Cues that turn the clause they govern; with the others the clause says it all.
_TURNING = frozenset({"deny", "doubt", "decline"})
# Words that say little without their verb: "it", "the dispatch", "were likely right".
_BARE = 3
# A code of the packaged tables that no reader should meet ("USAPTYREP").
_CODE = re.compile(r"[A-Z]{3,}[A-Z0-9-]*")
_WORD = re.compile(r"[\w'’]+")
_SENTENCE_END = re.compile(r"[.!?][”\"’)]*\s+\S")


def _plain(text: str) -> bool:
    """True for words that hold no negation and call nothing false."""
    held = text.lower().replace("n't", " n't").replace("n’t", " n’t")
    return (NEGATIONS | FALSE_WORDS | NEGATIVE_VERBS).isdisjoint(_WORD.findall(held))


@dataclass(frozen=True)
class Index:
    """One situation and its evidence by id, and the phrases that several sections share."""

    situation: Situation
    evidence: Evidence

    @cached_property
    def origins(self) -> Mapping[str, Origin]:
        """Origins by id."""
        return {origin.origin_id: origin for origin in self.situation.origins}

    @cached_property
    def origin_of(self) -> Mapping[str, Origin]:
        """The origin of each claim, by claim id."""
        return {claim_id: origin for origin in self.situation.origins for claim_id in origin.claims}

    @cached_property
    def mistold(self) -> frozenset[str]:
        """The claims whose figure is not the one that others have of the statement."""
        drifts = (drift for origin in self.situation.origins for drift in origin.drift)
        return frozenset(drift.claim_id for drift in drifts if drift.what == "number changed")

    @cached_property
    def at(self) -> Mapping[tuple[str, int | None], tuple[str, ...]]:
        """The claims that name a place, by the place's name and GeoNames id."""
        out: dict[tuple[str, int | None], list[str]] = {}
        for claim in self.evidence.claims.values():
            for place in claim.places:
                for key in dict.fromkeys(
                    ((place.name, place.geonameid), ("", place.geonameid), (place.name, None))
                ):
                    out.setdefault(key, []).append(claim.claim_id)
        return {key: tuple(dict.fromkeys(sorted(ids))) for key, ids in out.items()}

    @cached_property
    def year(self) -> str | None:
        """The year that dates leave out: that of the day asked about, else of the latest page."""
        last = self.situation.as_of or self.situation.coverage.dated_to
        return last[:4] if last else None

    def claim(self, origin: Origin) -> Claim | None:
        """The fullest early claim of an origin, None when it is not held."""
        return self.evidence.claims.get(origin.key_claim_id)

    def report(self, claim: Claim | None) -> Report | None:
        """The report of a claim, None when it is not held."""
        return self.evidence.reports.get(claim.report_id) if claim else None

    def cites(self, *origins: Origin) -> tuple[str, ...]:
        """The claims that sentences on these origins rest on: the fullest first, at most 20 an origin."""
        out: dict[str, None] = {}
        for origin in origins:
            held = (key for key in (origin.key_claim_id, *origin.claims) if key in self.evidence.claims)
            out.update(dict.fromkeys(list(dict.fromkeys(held))[:CITED_AT_MOST]))
        return tuple(out)

    def known(self, origin_ids: Iterable[str]) -> list[Origin]:
        """The origins of these ids that are held and lead to at least one claim."""
        found = (self.origins[origin_id] for origin_id in origin_ids if origin_id in self.origins)
        return [origin for origin in found if self.cites(origin)]

    def words(self, origin: Origin) -> Given:
        """The statement in the words of its fullest early page; no quotation marks on a restatement."""
        claim = self.claim(origin)
        report = self.report(claim)
        if claim is None:
            return Given(given(origin.text).text, words=True)
        if report is None:
            return words(claim.text, quoted=False)
        return words(stretch.of(claim, report), quoted=not report.restated)

    def led(self, origin: Origin) -> Given | None:
        """The words from the verb on where it governs them ("accused the mayor of lying"), else None.

        Without it they would read as a fragment ("the mayor of lying").
        """
        claim = self.claim(origin)
        report = self.report(claim)
        text = stretch.led(claim, report) if claim and report and origin.polarity == "asserted" else ""
        return words(text, quoted=report is not None and not report.restated) if text else None

    def said(self, origin: Origin) -> Given:
        """The statement's own words where they say enough alone, else with its verb, or speaker and verb."""
        led = self.led(origin)
        if led:
            return led
        own = self.words(origin)
        alone = origin.polarity == "asserted" and len(own.text.split()) > _BARE
        return own if alone else self.answer(origin)

    def answer(self, origin: Origin) -> Given:
        """A denial, doubt or non-answer with its speaker and verb, as one stretch of the page.

        The bare clause would read as if it were said to be so ("the claims as untrue").
        """
        claim = self.claim(origin)
        report = self.report(claim)
        if claim is None or report is None or claim.cue is None:
            return self.words(origin)
        # What turns the clause stands before it ("there is no sign that"), or is the cue itself.
        turning = claim.cue.kind in _TURNING
        spans = (claim.cue.span, claim.speaker.span)
        near = [span for span in spans if span and (turning or span.start < claim.span.start)]
        near = [span for span in (claim.span, *near) if span.field == claim.span.field]
        start, end = min(span.start for span in near), max(span.end for span in near)
        text = report.words(claim.span.field)[start:end]
        if len(text) > WORDS_LIMIT or _SENTENCE_END.search(text):
            return self.words(origin)
        return words(text, quoted=not report.restated)

    def marked(self, text: str, origin: Origin | None) -> Given:
        """Text that came from a page of `origin`, quoted only when it stands there word for word."""
        claim = self.claim(origin) if origin else None
        if origin and claim and text == claim.text and origin.polarity == "asserted":
            return self.led(origin) or self.words(origin)
        text = text.removeprefix("that ")
        verbatim = False
        if origin is not None and text:
            claims = (self.evidence.claims.get(claim_id) for claim_id in self.cites(origin))
            reports = [report for claim in claims if (report := self.report(claim))]
            verbatim = any(
                not report.restated and (text in report.text or text in (report.title or ""))
                for report in reports
            )
        return words(text, quoted=verbatim)

    def party(self, code: str | None) -> str | None:
        """A party in plain words, None when unknown."""
        return parties.party(code) if code and not _CODE.fullmatch(code) else parties.known(code)

    def who(self, origin: Origin) -> Phrase:
        """Who says it, with the party, and those who say it jointly."""
        speakers: list[Speaker] = [origin.speaker, *origin.co_speakers]
        report = self.report(self.claim(origin))
        outlet = report.outlet if report else None
        seen = {plain(phrase): phrase for one in speakers if (phrase := self._who(one, origin, outlet))}
        return joined(list(seen.values()))

    def _who(self, one: Speaker, origin: Origin, outlet: str | None) -> Phrase:
        code = one.party or (origin.party if one is origin.speaker else None)
        return parties.speaker(one, self.party(code), outlet)

    def bare(self, origin: Origin) -> Phrase:
        """Who says it without the party, for where the party was just named."""
        if origin.speaker.kind == "none":
            return self.who(origin)
        inside = self.party(origin.speaker.party or origin.party)
        return (
            parties.speaker(replace(origin.speaker, party=None), None, inside) if inside else self.who(origin)
        )

    def tagged(self, origin: Origin) -> Phrase:
        """Who says it, with party and day in one pair of brackets: "Ines Marte (Chad, 4 November)"."""
        who = plain(self.who(origin))
        when = self.day(origin) if origin.said_when else ""
        if not when:
            return (given(who),)
        return (given(f"{who[:-1]}, {when})" if who.endswith(")") else f"{who} ({when})"),)

    def turned(self, origin: Origin) -> bool:
        """True where words before the clause turn it: a denial, a doubt, "found no evidence that"."""
        claim = self.claim(origin)
        if origin.polarity == "noncommittal":
            return True
        if claim is None or claim.cue is None:
            return False
        outside = origin.polarity == "denied" and _plain(claim.text)
        return claim.cue.kind in _TURNING or outside

    def on(self, origin: Origin) -> str:
        """When it was said, with its preposition, or ""."""
        return dates.on(origin.said_when, self.year)

    def day(self, origin: Origin) -> str:
        """When it was said, for a table."""
        return dates.moment(origin.said_when, self.year)

    def _carrying(self, origins: Iterable[Origin]) -> list[Report | None]:
        """The pages of origins, each once; None for one that is not held."""
        keys = sorted({report_id for origin in origins for report_id in origin.reports})
        return [self.evidence.reports.get(key) for key in keys]

    def pages(self, *origins: Origin) -> Phrase:
        """On how many pages, dated and undated apart, and on whose where it is one: "five dated pages"."""
        held = self._carrying(origins)
        pages = [report for report in held if report is not None]
        dated = sum(1 for report in pages if report.published_on)
        undated = len(held) - dated
        if not undated:
            told = figures.count(dated, "dated page")
        elif not dated:
            told = figures.count(undated, "undated page")
        else:
            told = f"{figures.count(dated, 'dated page')}, {figures.small(undated)} undated"
        # What a single page tells of somebody rests on its outlet, unless that is who speaks.
        outlet = pages[0].outlet if len(pages) == 1 else None
        if not outlet or any(one.speaker.kind in ("none", "outlet") for one in origins):
            return (told,)
        own = all(one.speaker.canonical.casefold() == outlet.casefold() for one in origins)
        return (f"{told}, its own",) if own else (f"{told} (", given(outlet), ")")

    def pages_count(self, *origins: Origin) -> str:
        """On how many pages, for a table cell: "5", "5 (2 undated)"."""
        held = self._carrying(origins)
        dated = sum(1 for report in held if report is not None and report.published_on)
        if dated == len(held):
            return f"{dated:,}"
        return f"{len(held):,} ({len(held) - dated:,} undated)" if dated else f"{len(held):,} undated"

    def chain(self, origin: Origin) -> str:
        """By what chain it reached the pages, "" when the pages name none."""
        links = dict.fromkeys(flat for name in origin.via if (flat := given(name).text))
        return plain(joined([(name,) for name in links]))

    def citing(self, origin: Origin) -> Phrase:
        """What the speaker cites in turn beyond the bare basis, as a phrase led by a comma, or nothing."""
        names = [self._name(name) for name in origin.cites if name != origin.basis]
        return (", citing ", *parties.all_of(names)) if names else ()

    def _name(self, name: str) -> str:
        return plain(self.who(self.origins[name])) if name in self.origins else name

    def citation(self, claim: Claim, also: tuple[str, ...] = ()) -> Citation:
        """The evidence for one claim: its exact words where they stand."""
        report = self.report(claim)
        exact = report.words(claim.span.field)[claim.span.start : claim.span.end] if report else claim.text
        return Citation(
            claim_id=claim.claim_id,
            report_id=claim.report_id,
            words=exact,
            quoted=report is not None and not report.restated,
            outlet=report.outlet if report else None,
            published=report.published.value if report and report.published else None,
            url=report.url if report else None,
            start=claim.span.start,
            end=claim.span.end,
            field=claim.span.field,
            also=also,
            speaker=plain(parties.speaker(claim.speaker, self.party(claim.speaker.party), None)),
            title=report.title if report else None,
        )
