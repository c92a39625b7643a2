"""Versions of one page: a later text at the same id or address replaces the earlier, no second witness."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from trendechos.records import Report


def latest(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The latest version of each page, in order of id.

    Pages are one when they share an id or an address. The latest is the one retrieved last, then
    published last; where neither is known, the longest text, so that the order of input does not matter.
    """
    reports = sorted(reports, key=attrgetter("report_id"))
    ids, urls = {one.report_id for one in reports}, [one.url for one in reports if one.url]
    if len(ids) == len(reports) and len(set(urls)) == len(urls):
        return tuple(reports)
    pages: dict[str, list[Report]] = {}
    page_of: dict[str, str] = {}
    for report in reports:
        names = [f"id {report.report_id}"] + ([f"url {report.url}"] if report.url else [])
        known = sorted({page_of[name] for name in names if name in page_of})
        page = known[0] if known else names[0]
        for other in known[1:]:
            pages[page] += pages.pop(other)
            page_of.update({name: page for name, owner in page_of.items() if owner == other})
        pages.setdefault(page, []).append(report)
        page_of.update(dict.fromkeys(names, page))
    last = (max(page, key=age) if len(page) > 1 else page[0] for page in pages.values())
    return tuple(sorted(last, key=attrgetter("report_id")))


def age(report: Report) -> tuple[str, str, int, str, str]:
    """Sorts versions of a page: by retrieval, then publication, then length; the unknown first."""
    return (
        report.retrieved.first if report.retrieved else "",
        report.published.first if report.published else "",
        len(report.text),
        report.report_id,
        report.version_id,
    )
