"""The page of a question: for and against, the echo tree of each origin, and the full evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from trendechos.presentation.drawing.tree import NARROW, WIDE, Leaf, drawing
from trendechos.presentation.index import BASES, Index
from trendechos.presentation.sections import common
from trendechos.presentation.views import chips
from trendechos.presentation.views.keys import key
from trendechos.presentation.views.sheet import Scene, Sheet
from trendechos.presentation.views.situation import days
from trendechos.presentation.views.tree import Carrier, Links, tree
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.dates import known_day
from trendechos.presentation.wording.inert import inert
from trendechos.presentation.wording.parts import flat, note, plain
from trendechos.records import Origin, Proposition, Relation, Row, Section, Stance
from trendechos.records.codec import Json

# Trees drawn in full and rows of one drawing; beyond it the table of all origins goes on.
TREES = 10
ROWS = 60
ORIGINS = 200
PAIRS = 60

ROUTES = {
    "credit": "credits it",
    "wording": "shares its words",
    "unknown": "route not known",
}
_HEAD = ("Who", "Answer", "In the page’s words", "When", "Basis", "Pages")


def document(scene: Scene, proposition: Proposition, links: Links) -> Json:
    """Everything that the page of one question shows."""
    index = scene.index
    pro, con, aside = _stances(index, proposition)
    sections = [
        _table(index, "pro", "For" if proposition.kind == "statement" else "Values given", pro),
        _table(index, "con", "Against, in doubt, or without an answer", con),
        *([_table(index, "aside", "On another matter", aside)] if aside else []),
    ]
    widest = sorted((*pro, *con), key=lambda pair: (-len(pair[1].reports), pair[1].origin_id))[:TREES]
    trees = [_origin_section(index, origin) for _, origin in widest]
    sheet = Sheet.of(index, (*sections, *trees))
    carried = [(stance, origin, tree(index, links, origin)) for stance, origin in widest]
    return {
        "kind": "proposition",
        "key": proposition.proposition_id,
        "title": inert(flat(proposition.text, 300)),
        **days(scene),
        "question": proposition.kind,
        "span": chips.span(index, proposition),
        "chips": chips.of(index, proposition),
        "reason": _stop(_lead(inert(flat(proposition.reason, 600)))),
        "sections": [sheet.section(one) for one in sections],
        "drawing": _drawing(index, carried),
        "trees": [
            _tree(index, sheet, section, stance, origin, pages)
            for section, (stance, origin, pages) in zip(trees, carried, strict=True)
        ],
        "trees_more": max(0, len(pro) + len(con) - TREES),
        "relations": _relations(index, [origin for _, origin in pro]),
        "not_heard": [inert(index.party(one) or one) for one in proposition.not_heard],
        "heard_before": [
            f"{inert(index.party(code) or code)}, last on {dates.day(day, index.year)}"
            for code, day in proposition.heard_before
        ],
        "open_questions": [inert(flat(one, 400)) for one in proposition.open_questions],
        "related": [
            {"key": one.proposition_id, "text": inert(flat(one.text, 200))}
            for one in scene.situation.propositions
            if one.proposition_id in proposition.related
        ],
        "evidence": sheet.evidence(),
    }


Pairs = list[tuple[Stance, Origin]]


def _stances(index: Index, proposition: Proposition) -> tuple[Pairs, Pairs, Pairs]:
    """The stances for, against and aside, widest carried first, each with its origin."""
    found = [(one, origin) for one in proposition.stances for origin in index.known((one.origin_id,))]
    found.sort(key=lambda pair: (-len(pair[1].reports), pair[1].origin_id))
    pro: Pairs = []
    con: Pairs = []
    aside: Pairs = []
    for pair in found:
        side = con if pair[0].stance in common.AGAINST else aside if pair[0].stance == "differs" else pro
        side.append(pair)
    return pro, con, aside


def _table(index: Index, name: str, heading: str, pairs: Pairs) -> Section:
    if not pairs:
        nobody = (
            "No origin that we hold speaks against it." if name == "con" else "No origin that we hold says so."
        )
        return Section(name, heading, (note(nobody),))
    rows = [_row(index, stance, origin) for stance, origin in pairs[:ORIGINS]]
    return Section(name, heading, (), common.table(_HEAD, rows, caption=heading, words=(2,), key=f"t-{name}"))


def _row(index: Index, stance: Stance, origin: Origin) -> Row:
    shown = figures.bounds(stance.low, stance.high, stance.qualifier)
    what = shown if stance.stance == "value" and shown else common.STANCES[stance.stance]
    if stance.superseded_by:
        what += ", later changed"
    cells = (
        _lead(plain(index.who(origin))),
        what,
        index.said(origin).text,
        index.day(origin),
        common.basis(index, origin),
        index.pages_count(origin),
    )
    return Row(cells, index.cites(origin))


def _origin_section(index: Index, origin: Origin) -> Section:
    return Section(f"o-{origin.origin_id}", plain(index.tagged(origin)), (common.statement(index, origin),))


def _drawing(index: Index, carried: list[tuple[Stance, Origin, tuple[Carrier, ...]]]) -> Json:
    """All origins of the question with the pages that carry them on one scale of time."""
    leaves: list[Leaf] = []
    for stance, origin, pages in carried:
        if len(leaves) + 1 + len(pages) > ROWS:
            break
        leaves += rows(index, stance, origin, pages, len(leaves))
    if not leaves:
        return {"wide": "", "narrow": "", "undrawn": 0}
    heading = "Who said it, and which pages carried it, by day"
    drawn_origins = sum(1 for leaf in leaves if leaf.kind == "origin")
    return {
        "wide": str(drawing(leaves, WIDE, "tree-w", heading, index.year)),
        "narrow": str(drawing(leaves, NARROW, "tree-n", heading, index.year)),
        "undrawn": len(carried) - drawn_origins,
    }


def rows(index: Index, stance: Stance, origin: Origin, pages: tuple[Carrier, ...], start: int) -> list[Leaf]:
    """One origin and its pages as rows of a drawing, the first of them at row `start`."""
    said = origin.said_when.day if origin.said_when else None
    said = said if known_day(said) else None
    value = figures.bounds(stance.low, stance.high, stance.qualifier)
    value = value or common.STANCES[stance.stance]
    root = Leaf(
        _lead(flat(plain(index.who(origin)), 60)),
        said,
        "origin",
        href=f"#o-{origin.origin_id}",
        detail=f"{value}; said {index.day(origin)}",
        says=f"{_lead(value)}: {inert(index.said(origin).text)}",
    )
    rank_of = {one.report.report_id: start + 1 + rank for rank, one in enumerate(pages)}
    return [root, *(_row_of(one, rank_of) for one in pages)]


def _row_of(one: Carrier, rank_of: Mapping[str, int]) -> Leaf:
    """A page as a row: its words, or how it changes them, and why it counts as the same statement."""
    changed = [short_drift(text) for text in one.drift]
    return Leaf(
        inert(flat(one.report.outlet or "Outlet not named", 60)) + _credited(one),
        one.day if known_day(one.day) else None,
        "page",
        one.depth + 1,
        rank_of.get(one.parent or ""),
        one.route,
        bool(changed),
        f"#p-{one.claim.claim_id}",
        _route(one),
        inert("; ".join(changed)) if changed else inert(flat(one.claim.text, 200)),
        _why(one, changed),
    )


def _why(one: Carrier, changed: list[str]) -> str:
    """The reasons for the link and what the page changes, a line each."""
    reasons = [_lead(detail) for _, detail in one.reasons] or [_lead(ROUTES[one.route])]
    return "\n".join(inert(flat(text, 300)) for text in (*reasons, *(f"Changes: {text}" for text in changed)))


def _credited(one: Carrier) -> str:
    """What a row says of its route after the outlet's name: the source that it credits and we do not hold."""
    if one.route != "credit" or not one.source or one.source in (one.report.outlet or ""):
        return ""
    return f" ← {inert(flat(one.source, 40))}"


def _route(one: Carrier) -> str:
    reasons = "; ".join(detail for _, detail in one.reasons)
    return _lead(reasons or ROUTES[one.route])


_DRIFT = (
    (re.compile(r"^.* leaves out (.+) of another copy$"), r"drops \1"),
    (re.compile(r"^.* has (.+ for .+)$"), r"\1"),
    (re.compile(r"^.* gives no source; others name (.+)$"), r"no source; others name \1"),
)


def short_drift(text: str) -> str:
    """What a page changes, without saying again that it is the page that does so.

    >>> short_drift("number changed: a page has 10,000 for at least 10,000")
    '10,000 for at least 10,000'
    """
    detail = text.partition(": ")[2] or text
    for pattern, short in _DRIFT:
        if pattern.fullmatch(detail):
            return pattern.sub(short, detail)
    return text


def _stop(text: str) -> str:
    return f"{text}." if text and text[-1] not in ".!?…" else text


def _lead(text: str) -> str:
    """Text with a capital at its head, as a heading or the head of a row has it."""
    return text[:1].upper() + text[1:]


def _tree(
    index: Index, sheet: Sheet, section: Section, stance: Stance, origin: Origin, pages: tuple[Carrier, ...]
) -> Json:
    reports = index.evidence.reports
    return {
        "key": section.key,
        "heading": inert(_lead(section.heading)),
        "line": sheet.sentence(section.sentences[0]),
        "answer": common.STANCES[stance.stance],
        "basis": BASES.get(origin.basis, origin.basis),
        "via": [inert(flat(name)) for name in origin.via],
        "cites": inert(plain(index.citing(origin)).removeprefix(", citing ")),
        "earliest": [
            inert(flat(reports[one].outlet or one)) for one in origin.earliest_held[:4] if one in reports
        ],
        "pages": [_page(index, one) for one in pages],
        "pages_more": max(0, len(origin.reports) - len(pages)),
    }


def _page(index: Index, one: Carrier) -> Json:
    parent = index.evidence.reports.get(one.parent or "")
    text = one.report.words(one.claim.span.field)[one.claim.span.start : one.claim.span.end]
    return {
        "claim": one.claim.claim_id,
        "report": key(one.report.report_id),
        "outlet": inert(flat(one.report.outlet or "Outlet not named")),
        "day": dates.day(one.report.published.value if one.report.published else None, index.year),
        "words": inert(flat(text, 400)),
        "quoted": not one.report.restated,
        "route": one.route,
        "route_text": _route_text(one, parent.outlet if parent else None),
        "depth": one.depth,
        "reasons": [[name, inert(flat(detail, 300))] for name, detail in one.reasons],
        "drift": [inert(flat(short_drift(text), 300)) for text in one.drift],
    }


def _route_text(one: Carrier, parent: str | None) -> str:
    if one.route == "credit":
        return f"credits {inert(flat(one.source or parent or 'another page'))}"
    if one.route == "wording":
        return f"shares words with {inert(flat(parent or 'another page'))}"
    return ROUTES["unknown"]


def _relations(index: Index, origins: list[Origin]) -> list[Json]:
    """What is known about pairs of origins on one side, but for the pairs of which nothing is."""
    ids = {origin.origin_id for origin in origins}
    told = (
        (origin, one)
        for origin in origins
        for one in origin.relations
        if one.origin_id in ids and origin.origin_id < one.origin_id and one.reason != "unknown"
    )
    return [_relation(index, origin, one) for origin, one in islice(told, PAIRS)]


def _relation(index: Index, origin: Origin, one: Relation) -> Json:
    return {
        "one": inert(_lead(plain(index.tagged(origin)))),
        "other": inert(_lead(plain(index.tagged(index.origins[one.origin_id])))),
        "independence": one.independence.replace("_", " "),
        "reason": f"{one.reason}{': ' + inert(flat(one.detail, 300)) if one.detail else ''}",
    }
