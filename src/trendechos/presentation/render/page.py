"""The brief as one HTML page that needs nothing but itself."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from trendechos.presentation import packaged
from trendechos.presentation.drawing import chart, days
from trendechos.presentation.drawing.map import world
from trendechos.presentation.index import Index
from trendechos.presentation.render.numbering import Numbering, numbering, run_label, runs
from trendechos.presentation.sections import attention, numbers, series
from trendechos.presentation.wording import dates
from trendechos.presentation.wording.inert import address, host, inert
from trendechos.presentation.wording.parts import WORDS_LIMIT, flat, one_sentence, single_marks
from trendechos.records import Brief, BriefSentence, Citation, Evidence, Row, Section, Situation, Table

# More panels than this nobody scrolls through; the values of every question stand in the situation file.
CHARTS = 24


def html(brief: Brief, situation: Situation, evidence: Evidence) -> str:
    """The brief as one self-contained page: no network, no script needed, light and dark, screen and print."""
    style, script = packaged.text("brief.css"), packaged.text("copy.js")
    page = Page(brief, Index(situation, evidence), numbering(brief))
    return _environment().get_template("brief.html.j2").render(
        page=page, brief=brief, style=Markup(style), script=Markup(script),  # noqa: S704  our own packaged files
        policy=_policy(style, script),
    )  # fmt: skip


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that allows this page's own style and script by hash and nothing else."""
    allowed = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in (style, script)]
    rules = ("default-src 'none'", f"style-src {allowed[0]}", f"script-src {allowed[1]}")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


@cache
def _environment() -> Environment:
    loader = PackageLoader("trendechos.presentation", "templates")
    return Environment(
        loader=loader,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_harmless,
    )


def _harmless(value: object) -> object:
    """Whatever the template prints, without controls and overrides; our own markup as it is."""
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@dataclass(frozen=True, slots=True)
class Page:
    """What the template asks for."""

    brief: Brief
    index: Index
    numbers: Numbering

    @property
    def as_of(self) -> str:
        """The day asked about in words, "" when none was."""
        return dates.day(self.brief.as_of) if self.brief.as_of else ""

    @property
    def contents(self) -> list[tuple[str, str]]:
        """Keys and headings of the sections."""
        return [(section.key, section.heading) for section in self.brief.sections]

    def line_id(self, line: BriefSentence | Row) -> str:
        """The id of a sentence or row."""
        return self.numbers.id_of(line)

    def sentence(self, sentence: BriefSentence) -> Markup:
        """A sentence with the page's words marked."""
        out, at = Markup(""), 0
        for start, end in sentence.marked:
            out += escape(inert(sentence.text[at:start])) + self.words(sentence.text[start:end])
            at = end
        return out + escape(inert(sentence.text[at:]))

    def words(self, text: str) -> Markup:
        """A page's words, set apart."""
        return Markup('<bdi class="w">{}</bdi>').format(inert(text))

    def cell(self, table: Table, row: Row, column: int) -> Markup:
        """A cell's text, set apart when it holds a page's words."""
        text = row.cells[column]
        return self.words(text) if column in table.words and text != "–" else escape(inert(text))

    def cites(self, line: BriefSentence | Row) -> Markup:
        """Links to the evidence of a line, neighbours joined: [1–4, 9]."""
        numbered = self.numbers.of(line.claim_ids)
        if not numbered:
            return Markup("")
        links = [
            Markup('<a href="#e{}" aria-label="evidence {}">{}</a>').format(
                run[0], run_label(run), run_label(run)
            )
            for run in runs(numbered)
        ]
        listed = Markup(", ").join(links)
        return Markup('<span class="c" data-e="{}">[{}]</span>').format(" ".join(map(str, numbered)), listed)

    def figures(self, section: Section) -> list[Markup]:
        """The drawings of a section, wide and narrow."""
        if section.figure == "series":
            return [self._chart(one.series_id) for one in series.charted(self.index)[:CHARTS]]
        if section.figure == "map":
            return self._maps()
        if section.figure == "attention":
            return self._days()
        return []

    def _days(self) -> list[Markup]:
        held, some = attention.days(self.index), attention.bursts(self.index)
        drawings = [
            days.attention(held, some, width, f"attention-{name}", self.index.year)
            for width, name in ((760.0, "wide"), (340.0, "narrow"))
        ]
        caption = Markup("<figcaption>Each row has a scale of its own. Shaded: more than usual.</figcaption>")
        return [Markup("<figure>{}{}</figure>").format(Markup("").join(drawings), caption)]

    def _maps(self) -> list[Markup]:
        drawings = [*world(self.index, 760, "wide-map"), *world(self.index, 340, "narrow-map")]
        if not drawings:
            return []
        caption = Markup(
            "<figcaption>North is up. Tinted: countries and provinces spoken of; dots: towns and sites."
            " Lines drawn are no statement on who holds the ground.</figcaption>"
        )
        return [Markup('<figure class="maps">{}{}</figure>').format(Markup("").join(drawings), caption)]

    def _chart(self, series_id: str) -> Markup:
        one = next(found for found in self.index.situation.series if found.series_id == series_id)
        wide = chart.panel(self.index, one, chart.WIDE, f"w-{series_id}")
        narrow = chart.panel(self.index, one, chart.NARROW, f"n-{series_id}")
        origins = [self.index.origins[point.origin_id] for point in chart.drawn(self.index, one)]
        # In a large situation a chart may rest on claims that no table of the page has room for.
        numbered = (claim for claim in self.index.cites(*origins) if claim in self.numbers.number)
        row = Row((), tuple(numbered), "coverage")
        link = Markup('<a href="#numbers-{}">The same values as a table</a>').format(series_id)
        caption = Markup("<figcaption><b>{}</b> {} {}</figcaption>").format(
            inert(numbers.title(one)), self.cites(row), link
        )
        return Markup("<figure>{}{}{}</figure>").format(caption, wide, narrow)

    def evidence(self) -> list[dict[str, object]]:
        """The citations as the list at the end of the page shows them."""
        return [self._entry(rank, one) for rank, one in enumerate(self.brief.citations, start=1)]

    def _entry(self, rank: int, one: Citation) -> dict[str, object]:
        text = one_sentence(flat(inert(one.words), WORDS_LIMIT))
        return {
            "rank": rank,
            "outlet": inert(flat(one.outlet or "")) or "Outlet not named",
            "day": dates.day(one.published, None) if one.published else "undated",
            "speaker": inert(one.speaker),
            "words": f"“{single_marks(text)}”" if one.quoted else text,
            "quoted": one.quoted,
            "url": address(one.url),
            "address": inert(flat(one.url or "", 300)),
            "host": host(one.url),
            "title": inert(flat(one.title or "", 140)),
            "where": f"{one.field} {one.start}–{one.end}",
            "used": self.numbers.used.get(rank, ()),
        }
