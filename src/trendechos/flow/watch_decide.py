"""After reading: does each held report belong to the situation, and what did edited pages change?"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from trendechos.flow.situation_file import SituationFile
from trendechos.flow.watch_about import decide
from trendechos.flow.watch_versions import claims_changed
from trendechos.records import Claim, Report
from trendechos.records.codec import to_json
from trendechos.store import Store
from trendechos.store.watching import Notice, WatchedItem

# Reports decided on in one transaction.
_SOME = 500


@dataclass(frozen=True, slots=True)
class Decided:
    """How many reports were taken into the situation and refused, and how many pages were edited."""

    taken: int = 0
    refused: int = 0
    versions: int = 0


def decide_held(file: SituationFile, store: Store, engine: str) -> Decided:
    """Decides on every report that was held and read, some hundreds in one transaction.

    What a person decided stays decided, also for later versions.
    """
    done = Decided()
    while True:
        some = _some_held(file, store, engine)
        done = Decided(done.taken + some.taken, done.refused + some.refused, done.versions + some.versions)
        if not some.taken and not some.refused:
            return done


def _some_held(file: SituationFile, store: Store, engine: str) -> Decided:
    with store.writer() as writer:
        held = writer.watching.items(file.situation_id, states=["held"], limit=_SOME)
        ours = {row.report_id for row in held if row.report_id}
        unread = [
            notice
            for notice in writer.watching.notices(file.situation_id, states=["unread"])
            if notice.subject in ours
        ]
        reports = _versions(writer.reports(sorted(ours)))
        claims = _by_version(writer.claims(list(reports.values()), engine))
        rows = [_decided(row, reports, claims, file) for row in held]
        taken = [row for row in rows if row.state == "taken"]
        writer.watching.keep_items(rows)
        writer.pages.add_members(
            file.situation_id, [reports[row.report_id or "", row.version_id or ""] for row in taken]
        )
        kept = {row.report_id for row in taken}
        for notice in unread:
            state = "kept" if notice.subject in kept else "aside"
            writer.watching.keep_notice(replace(_compared(notice, claims), state=state))
    return Decided(len(taken), len(rows) - len(taken), len(unread))


def _versions(reports: Sequence[Report]) -> dict[tuple[str, str], Report]:
    return {(report.report_id, report.version_id): report for report in reports}


def _by_version(claims: Sequence[Claim]) -> dict[tuple[str, str], list[Claim]]:
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.report_id, claim.version_id].append(claim)
    return found


def _decided(
    row: WatchedItem,
    reports: Mapping[tuple[str, str], Report],
    claims: Mapping[tuple[str, str], list[Claim]],
    file: SituationFile,
) -> WatchedItem:
    key = (row.report_id or "", row.version_id or "")
    report = reports.get(key)
    if report is None:
        return replace(row, state="refused", why="its report is not in the store")
    if row.decided_by:
        state, _, why = row.decided_by.partition(" ")
        return replace(row, state="taken" if state == "taken" else "refused", why=why, told=state != "taken")
    if report.language not in (None, "en"):
        return replace(row, state="refused", why=f"language not read: {report.language}", next_due="")
    decision = decide(report, claims.get(key, ()), file.about)
    state = "taken" if decision.taken else "refused"
    # What is not about the situation is looked at again only when its source describes it otherwise.
    due = row.next_due if decision.taken else ""
    return replace(row, state=state, why=decision.why, told=not decision.taken, next_due=due)  # type: ignore[arg-type]


def _compared(notice: Notice, claims: Mapping[tuple[str, str], list[Claim]]) -> Notice:
    """The notice of a new version with what it changes."""
    body = json.loads(notice.body)
    before = claims.get((notice.subject, body["before"]), [])
    after = claims.get((notice.subject, body["after"]), [])
    difference = claims_changed(before, after).document()
    return replace(notice, body=to_json(body | {"claims": difference}))


def overrule(store: Store, situation_id: str, named: str, *, taken: bool, by: str) -> WatchedItem | None:
    """Takes or refuses what `named` (a report's id or an address) says, by a person's word; None if unknown.

    What is waiting is decided when it is read; a refused report that was read is taken at once.
    """
    with store.writer() as writer:
        rows = writer.watching.items(situation_id)
        row = next((one for one in rows if named in (one.report_id, one.url, one.key)), None)
        if row is None:
            return None
        word = "taken" if taken else "refused"
        row = replace(row, decided_by=f"{word} by {by}")
        if row.version_id:
            row = replace(row, state=word, why=f"by {by}", told=not taken)  # type: ignore[arg-type]
            versions = writer.reports([row.report_id or ""])
            if taken:
                writer.pages.add_members(situation_id, versions)
            else:
                writer.watching.drop_members(situation_id, versions)
        writer.watching.keep_items([row])
        return row
