"""What a person notes about outlets, applied to reports whenever a situation is assessed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from trendechos.flow.situation_file import OutletNote, SituationFile
from trendechos.knowledge import outlets
from trendechos.records import Report
from trendechos.records.codec import content_id, to_json
from trendechos.store import View
from trendechos.store.store import Writer
from trendechos.store.watching import Notice

Notes = Mapping[str, OutletNote]
_KIND = "outlets"


def keep(file: SituationFile, writer: Writer, now: str) -> None:
    """Keeps the notes of a situation file in the store, in place of what it said before.

    They are not written into reports, which stay as received: a letter that is changed or taken back
    holds for every report at once.
    """
    body = {
        name: {"owner": note.owner, "reliability": note.reliability}
        for name, note in sorted(file.outlets.items())
    }
    notice_id = content_id(_KIND, file.situation_id)
    kept = Notice(notice_id, file.situation_id, now, _KIND, file.situation_id, to_json(body), _KIND)
    writer.watching.keep_notice(kept)


def noted(view: View, situation_id: str) -> Notes:
    """What the file of a situation says about outlets, by name; empty when it says nothing."""
    found = view.watching.notices(situation_id, states=[_KIND])
    body = json.loads(found[0].body) if found else {}
    return {name: OutletNote(one["owner"], one["reliability"]) for name, one in body.items()}


def members(view: View, situation_id: str) -> list[Report]:
    """The reports of a situation, every version, with what its file notes about their outlets."""
    return labelled(view.pages.members(situation_id), noted(view, situation_id))


def labelled(reports: Iterable[Report], notes: Notes) -> list[Report]:
    """`reports` with the noted owner and reliability letter (`outlet_owner`, `reliability` in `extra`).

    A note is found by the outlet's name in any case, another name of an outlet that we know, or the
    host of the address. The note goes before what the input itself says.
    """
    if not notes:
        return list(reports)
    by_key = {key: note for name, note in notes.items() for key in _keys(name, None)}
    return [_labelled(report, by_key) for report in reports]


def _labelled(report: Report, by_key: Notes) -> Report:
    note = next((by_key[key] for key in _keys(report.outlet, report.url) if key in by_key), None)
    if note is None:
        return report
    said = {"outlet_owner": note.owner, "reliability": note.reliability}
    extra = dict(report.extra) | {name: to_json(value) for name, value in said.items() if value}
    return replace(report, extra=tuple(sorted(extra.items())))


def _keys(name: str | None, url: str | None) -> list[str]:
    """What an outlet is looked up by, the surest first."""
    plain = " ".join((name or "").casefold().split())
    known = (outlets.find(name) if name else None) or (outlets.domain(url) if url else None)
    hosts = [_host(one) for one in (name, url) if one]
    keys = [plain, f"known {known.name}" if known else "", *(f"host {host}" for host in hosts if host)]
    return [key for key in keys if key]


def _host(address: str) -> str:
    """The host of an address or the bare host name, without `www.`; empty for other words.

    >>> _host("https://www.post.example/a"), _host("post.example"), _host("The Post")
    ('post.example', 'post.example', '')
    """
    host = address.split("://", 1)[-1].split("/", 1)[0].casefold().removeprefix("www.").partition(":")[0]
    return host if "." in host and " " not in host else ""
