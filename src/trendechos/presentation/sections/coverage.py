"""What the brief rests on: pages, dates, languages, outlets, and what was left out."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.wording import dates, figures, languages
from trendechos.presentation.wording.parts import Part, given, note
from trendechos.records import BriefSentence, Coverage, Section


def build(index: Index) -> Section:
    """The coverage section: our collection, not the world."""
    pages = _pages(index, index.situation.coverage)
    return Section("coverage", "Coverage", (pages, *uncounted(index), _totals(index)))


def uncounted(index: Index) -> tuple[BriefSentence, ...]:
    """What is to be said of the pages beside their number and what was found on them."""
    coverage = index.situation.coverage
    return (*_one(index), *_tongues(coverage), *_left_out(coverage), *_restated(coverage))


def _pages(index: Index, coverage: Coverage) -> BriefSentence:
    as_of = index.situation.as_of
    when = f"As of {dates.day(as_of)}, we hold" if as_of else "We hold"
    pages = figures.count(coverage.reports, "page")
    held = " ".join(part for part in (when, pages, provenance(index)) if part)
    return note(f"{held}: our collection, not the world.")


def provenance(index: Index) -> str:
    """By how many outlets the pages are, of which days, and how many of them bear no date."""
    coverage = index.situation.coverage
    parts = []
    if coverage.outlets:
        parts.append(f"by {figures.count(coverage.outlets, 'outlet')}")
    if coverage.dated_from and coverage.dated_to:
        first, last = dates.day(coverage.dated_from, index.year), dates.day(coverage.dated_to, index.year)
        parts.append(f"dated {first}" if first == last else f"dated {first} to {last}")
    if coverage.undated:
        parts.append(f"{figures.small(coverage.undated)} without a date")
    return ", ".join(parts)


def _one(index: Index) -> list[BriefSentence]:
    """A single page by its title, author, date and credits; what of these it gives in two ways is said."""
    reports = list(index.evidence.reports.values())
    if len(reports) != 1:
        return []
    report = reports[0]
    parts: list[Part] = ["The page: "]
    parts += ["“", given(report.title), "”"] if report.title else ["without a title"]
    if report.byline:
        parts += [", by ", given(report.byline)]
    if report.outlet:
        parts += [", ", given(report.outlet)]
    read_two_ways = [gap for gap in index.situation.gaps if "two ways" in gap.reason]
    if report.published:
        parts.append(f", dated {dates.moment(report.published)}")
    elif read_two_ways:
        parts += [", undated: ", given(read_two_ways[0].detail.partition(";")[0])]
    else:
        parts.append(", undated")
    if report.credit:
        parts += ["; credit: ", given(report.credit)]
    return [note(*parts, ".")]


def _tongues(coverage: Coverage) -> list[BriefSentence]:
    parts: list[Part] = []
    if coverage.languages:
        listed = ", ".join(f"{languages.named(code)} {many:,}" for code, many in coverage.languages)
        parts += ["Pages by language: ", given(listed), "."]
    if any(code not in ("", "unknown") for code, _ in coverage.outlet_countries):
        names = ", ".join(
            f"{_country(code)} {many:,}"
            for code, many in sorted(coverage.outlet_countries, key=lambda one: (-one[1], one[0]))
        )
        parts += [" Pages by the outlet’s country: ", given(names), "."]
    return [note(*parts)] if parts else []


def _country(code: str) -> str:
    return languages.country(code)


def _left_out(coverage: Coverage) -> list[BriefSentence]:
    out = []
    if coverage.left_out_undated:
        out.append(f"{figures.count(coverage.left_out_undated, 'page')} without a full date")
    if coverage.left_out_later:
        out.append(f"{figures.count(coverage.left_out_later, 'page')} published later")
    if not out:
        return []
    return [note(f"Left out of the situation as of that day: {' and '.join(out)}.")]


def _restated(coverage: Coverage) -> list[BriefSentence]:
    if not coverage.restated:
        return []
    whose = "All" if coverage.restated == coverage.reports else figures.small(coverage.restated).capitalize()
    pages = "pages are" if coverage.restated != 1 or whose == "All" else "page is"
    return [
        note(
            f"{whose} {pages} restated: the words are not the outlet’s own, so they stand without quotation"
            " marks and a link leads to the original."
        )
    ]


def _totals(index: Index) -> BriefSentence:
    counts = index.situation.counts
    if not counts.claims:
        return note("No claim was found on these pages.")
    found = f"{figures.count(counts.claims, 'claim')}, from {figures.count(counts.origins, 'origin')}"
    parties = figures.count(counts.parties, "party", "parties")
    return note(
        f"On them we find {found} by {parties}. {figures.share(counts.echo_share)} of the claims repeat an"
        f" origin already held, and {figures.share(counts.unnamed_share)} name no speaker."
    )
