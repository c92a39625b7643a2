"""Text that one report has from another."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Mapping

import numpy as np

from trendechos.echoes.align import Passage, Print, align, take_print
from trendechos.echoes.retell import RETOLD, retold, translated
from trendechos.echoes.reword import reworded
from trendechos.echoes.table import Earliest, Owners
from trendechos.records import Copy, Report
from trendechos.records.echo import CopyKind

# Shared words below which a passage is a quotation or a stock phrase and no copy, unless it is half the report.
_EXCERPT = 25
_HALF = 0.5
# A report most of whose words stand in another is a copy of it.
_COPY = 0.7
_CACHED = 4096
# Pairs of content words that a rewritten report shares with its source, in number and share: below that
# news of one event shares as many by chance (own look at coverage of one event, see evaluation/copies.py).
_PAIRS = 3
_PAIRS_SHARE = 0.1
_TRIED = 3
# Pairs of neighbouring names or figures that a retold report shares with its source, of every second looked up.
_NAMED = 2
# Two sentences alike may be two reports of one quotation.
_SENTENCES = 3
# Sources tried for one report; each takes what the ones before it left uncovered.
_SOURCES = 8


class CopyIndex:
    """Reports looked up by the wording that they share; what it answers does not depend on the order of adding.

    For each fingerprint it keeps the earliest report that holds it, so that a look-up costs the same
    however often a text was copied. `reports` lends the texts: the index itself keeps fingerprints.
    """

    def __init__(self, reports: Mapping[str, Report]) -> None:
        """An empty index over texts that `reports` holds by id."""
        self._reports = reports
        self._table = Earliest()
        self._ranks: list[tuple[str, str]] = []
        self._held: set[str] = set()
        self._prints: OrderedDict[str, Print] = OrderedDict()

    def add(self, report_id: str) -> None:
        """Takes in one report of the mapping; a second time changes nothing."""
        self.place(report_id, find=False)

    def find(self, report_id: str) -> tuple[Copy, ...]:
        """What the report has from earlier reports of the index, the largest part first; none for own words."""
        found = self._print(report_id)
        return self._sources(report_id, found, self._table.get(found.keys))

    def place(self, report_id: str, *, find: bool = True) -> tuple[Copy, ...]:
        """`find`, then `add`, with one look-up; with `find` false only the latter, and nothing is found."""
        found = self._print(report_id)
        slots, owners = self._table.look(found.keys)
        copies = self._sources(report_id, found, owners) if find else ()
        if report_id not in self._held:
            rank = earliness(self._reports[report_id])
            # Fingerprints of nobody, or of a later report, become this report's.
            taken = owners < 0
            for owner in set(owners[~taken].tolist()):
                if self._ranks[owner] > rank:
                    taken |= owners == owner
            self._table.put(found.keys[taken], len(self._ranks), slots[taken])
            self._held.add(report_id)
            self._ranks.append(rank)
        return copies

    def place_all(self, report_ids: Iterable[str]) -> list[Copy]:
        """What each has from earlier ones, placed in their order in time; all held before must be earlier."""
        ordered = sorted(report_ids, key=lambda report_id: earliness(self._reports[report_id]))
        return [copy for report_id in ordered for copy in self.place(report_id)]

    def _sources(self, report_id: str, found: Print, owners: Owners) -> tuple[Copy, ...]:
        report = self._reports[report_id]
        paired = found.chosen + found.paired
        runs, pairs, named = owners[: found.chosen], owners[found.chosen : paired], owners[paired:]
        copied = self._cover(report, found, self._ranked(runs, report, least=1)[:_SOURCES])
        if sum(copy.share for copy in copied) >= _HALF:
            return copied
        least = max(_PAIRS, int(len(pairs) * _PAIRS_SHARE))
        known = {copy.of_report_id for copy in copied}
        sources = [other for other in self._ranked(pairs, report, least=least) if other not in known]
        for other in sources[:_TRIED]:
            copy = self._reworded(report, found, other)
            if copy is not None:
                return (*copied, copy)
        sources = [other for other in self._ranked(named, report, least=_NAMED) if other not in known]
        for other in sources[:_TRIED]:
            copy = self._retold(report, found, other)
            if copy is not None:
                return (*copied, copy)
        return copied

    def _ranked(self, owners: Owners, report: Report, *, least: int) -> list[str]:
        """Earlier holders of the fingerprints, most of them first."""
        rank = earliness(report)
        votes = Counter(owners[owners >= 0].tolist())
        earlier = [
            (-hits, self._ranks[owner])
            for owner, hits in votes.items()
            if hits >= least and self._ranks[owner] < rank
        ]
        return [other for _, (_, other) in sorted(earlier)]

    def _reworded(self, report: Report, found: Print, other_id: str) -> Copy | None:
        other = self._reports[other_id]
        alike = reworded(report.text, found.words, other.text, self._print(other_id).words)
        share = sum(one.words for one in alike) / len(found.words.hashes)
        if share < _HALF or len(alike) < _SENTENCES:
            return None
        return Copy(
            report_id=report.report_id,
            of_report_id=other_id,
            share=round(share, 4),
            kind="version" if _same_page(report, other) else "reworded",
            spans=tuple(one.span for one in alike),
            of_spans=tuple(one.of_span for one in alike),
        )

    def _retold(self, report: Report, found: Print, other_id: str) -> Copy | None:
        other, told = self._reports[other_id], self._print(other_id)
        share = retold(found.marks, told.marks)
        if share < RETOLD:
            return None
        kind: CopyKind = "translated" if translated(report, other) else "retold"
        return Copy(
            report_id=report.report_id,
            of_report_id=other_id,
            share=round(share, 4),
            kind="version" if _same_page(report, other) else kind,
            spans=((int(found.words.starts[0]), int(found.words.ends[-1])),),
            of_spans=((int(told.words.starts[0]), int(told.words.ends[-1])),),
        )

    def _cover(self, report: Report, found: Print, sources: list[str]) -> tuple[Copy, ...]:
        length = len(found.words.hashes)
        taken = np.zeros(length, bool)
        copies = []
        for other in sources:
            passages = [
                passage
                for passage in align(found, self._print(other))
                if not taken[passage.start : passage.end].mean() > _HALF
            ]
            copy = self._copy(report, self._reports[other], length, passages)
            if copy is not None:
                copies.append(copy)
                for passage in passages:
                    taken[passage.start : passage.end] = True
        return tuple(sorted(copies, key=lambda copy: (-copy.share, copy.of_report_id)))

    def _copy(self, report: Report, other: Report, length: int, passages: list[Passage]) -> Copy | None:
        shared = sum(passage.shared for passage in passages)
        share = shared / length if length else 0.0
        if not passages or (shared < _EXCERPT and share < _HALF):
            return None
        mine, theirs = self._print(report.report_id).words, self._print(other.report_id).words
        return Copy(
            report_id=report.report_id,
            of_report_id=other.report_id,
            share=round(min(1.0, share), 4),
            kind="version" if _same_page(report, other) else "copy" if share >= _COPY else "excerpt",
            spans=tuple((int(mine.starts[one.start]), int(mine.ends[one.end - 1])) for one in passages),
            of_spans=tuple(
                (int(theirs.starts[one.of_start]), int(theirs.ends[one.of_end - 1])) for one in passages
            ),
        )

    def _print(self, report_id: str) -> Print:
        if report_id in self._prints:
            self._prints.move_to_end(report_id)
            return self._prints[report_id]
        found = self._prints[report_id] = take_print(self._reports[report_id].text)
        if len(self._prints) > _CACHED:
            self._prints.popitem(last=False)
        return found


def copies(reports: Mapping[str, Report] | Iterable[Report]) -> tuple[Copy, ...]:
    """Every report's text that an earlier report of the same collection holds, in order of report and share.

    Earlier is by day of publication, undated last, then by id; the order of the input makes no
    difference. Only the earliest holder of a passage counts as its source.
    """
    held = reports if isinstance(reports, Mapping) else {report.report_id: report for report in reports}
    return ranked(CopyIndex(held).place_all(held))


def ranked(found: Iterable[Copy]) -> tuple[Copy, ...]:
    """Copies in order of report and share."""
    return tuple(sorted(found, key=lambda copy: (copy.report_id, -copy.share, copy.of_report_id)))


def _same_page(one: Report, other: Report) -> bool:
    return one.url is not None and one.url == other.url


def earliness(report: Report) -> tuple[str, str]:
    """What reports are ordered by: moment of publication, those without a day last, then id."""
    dated = report.published.first if report.published and report.published.day else "9999"
    return dated, report.report_id
