"""The sources, with how much of each is original, and the speakers whom the pages leave unnamed."""

from __future__ import annotations

from collections.abc import Iterator

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.languages import country
from trendechos.presentation.wording.parts import Phrase, flat, joined, note, say, words
from trendechos.records import BriefSentence, Claim, Copy, CopyKind, Origin, Row, Section, SourceShare

_HEAD = ("Outlet", "Country", "Pages", "Claims", "Original", "Credits")
_COPIES = ("Page", "Repeats", "How", "Share")
_HOW: dict[CopyKind, str] = {
    "copy": "word for word",
    "excerpt": "passages word for word",
    "version": "a later state of the same page",
    "reworded": "sentence by sentence in other words",
    "retold": "names and figures in the same order",
    "translated": "names and figures in the same order, in another language",
}
UNNAMED_SHOWN = 8


def build(index: Index) -> Section:
    """Outlets with pages, claims and the share that no earlier page held carries."""
    held = _by_outlet(index)
    rows = [_row(one, held.get(one.outlet, [])) for one in index.situation.sources]
    opening = note(
        "Original is the share of an outlet’s claims that no earlier page we hold carries: first here,"
        " not first in the world."
    )
    tables = (
        *common.table(_HEAD, rows, caption="Outlets", numbers=(2, 3, 4)),
        *common.table(_COPIES, list(_copies(index)), caption="Pages that repeat an earlier page", numbers=(3,)),
    )
    return Section("sources", "Sources", (*([opening] if rows else []), *unnamed(index)), tables)


def _copies(index: Index) -> Iterator[Row]:
    """A row for each page and the earlier page that most of it stands on, the largest share first."""
    cited = {claim.report_id: claim.claim_id for claim in index.evidence.claims.values()}
    most: dict[str, Copy] = {}
    for copy in index.evidence.copies:
        if copy.report_id in cited:
            most[copy.report_id] = max(most.get(copy.report_id, copy), copy, key=lambda one: one.share)
    for copy in sorted(most.values(), key=lambda one: (-one.share, one.report_id)):
        pages = (_page(index, copy.report_id), _page(index, copy.of_report_id))
        of = cited.get(copy.of_report_id)
        ids = (cited[copy.report_id], *([of] if of else []))
        yield Row((*pages, _HOW[copy.kind], figures.share(copy.share)), ids, "claims")


def _page(index: Index, report_id: str) -> str:
    """The outlet of a page and its day."""
    report = index.evidence.reports[report_id]
    return f"{flat(report.outlet or '') or 'not named'}, {dates.day(report.published_on)}"


def _by_outlet(index: Index) -> dict[str, list[Claim]]:
    out: dict[str, list[Claim]] = {}
    for claim in index.evidence.claims.values():
        report = index.evidence.reports.get(claim.report_id)
        if report is not None and claim.claim_id in index.origin_of:
            out.setdefault(report.outlet or "", []).append(claim)
    return out


def _row(source: SourceShare, claims: list[Claim]) -> Row:
    cells = (
        flat(source.outlet) or "not named",
        country(source.country or ""),
        f"{source.reports:,}",
        f"{source.claims:,}",
        figures.share(source.original_share) if source.claims else "no claims",
        flat(", ".join(source.credits)) or "none",
    )
    ids = tuple(sorted(claim.claim_id for claim in claims)[:1])
    return Row(cells, ids, "claims" if ids else "coverage")


def unnamed(index: Index) -> list[BriefSentence]:
    """The speakers whom the pages leave unnamed, in the pages' words; empty when there are none."""
    by_name: dict[str, list[str]] = {}
    quoted: dict[str, bool] = {}
    # "The official" that opens a sentence is "the official" inside one.
    first: dict[str, str] = {}
    for origin in index.situation.origins:
        if _is_unnamed(origin) and origin.speaker.name:
            name = flat(origin.speaker.name)
            name = first.setdefault(name.casefold(), name)
            by_name.setdefault(name, []).extend(index.cites(origin))
            report = index.report(index.claim(origin))
            quoted[name] = report is not None and not report.restated
    ranked = sorted((one for one in by_name.items() if one[1]), key=lambda one: (-len(one[1]), one[0]))
    if not ranked:
        return []
    phrases: list[Phrase] = [
        (words(name, quoted=quoted[name]), f" ({len(ids)})") for name, ids in ranked[:UNNAMED_SHOWN]
    ]
    more = f", and {figures.small(len(ranked) - UNNAMED_SHOWN)} more" if len(ranked) > UNNAMED_SHOWN else ""
    claims = [claim for _, ids in ranked[:UNNAMED_SHOWN] for claim in ids]
    return [
        say("Unnamed on these pages, with the number of claims: ", *joined(phrases), more, ".", claims=claims)
    ]


def _is_unnamed(origin: Origin) -> bool:
    """True for people whom a page does not name, and for papers that it does not ("reports")."""
    speaker = origin.speaker
    bare = speaker.kind == "document" and not origin.party and speaker.name == speaker.name.lower()
    return bare or speaker.kind == "unnamed"
