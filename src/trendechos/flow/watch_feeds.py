"""Feed files of what changed in a situation: an Atom and a JSON Feed, for people without the server."""

from __future__ import annotations

import os
from pathlib import Path

from trendechos.errors import InvalidInput
from trendechos.flow import watch_outlets
from trendechos.flow.assess import Question, assess
from trendechos.flow.publish import documents, fingerprint, since
from trendechos.flow.seen import seen
from trendechos.flow.situation_file import SituationFile
from trendechos.flow.watch_clock import Clock
from trendechos.presentation import views
from trendechos.presentation.views import changes
from trendechos.presentation.wording.inert import address
from trendechos.records.codec import Json, content_id
from trendechos.store import Store
from trendechos.store.watching import Notice

_KIND = "feeds"


def write(file: SituationFile, store: Store, engine: str, clock: Clock) -> tuple[Path, ...]:
    """Writes both feeds beside the situation file when anything changed since; the paths written.

    Raises InvalidInput when the folder cannot be written.
    """
    if not file.feeds.folder:
        return ()
    folder = file.beside(file.feeds.folder)
    paths = tuple(folder / f"{file.situation_id}.{suffix}" for suffix in ("atom", "json"))
    with store.view() as view:
        mark = content_id(_KIND, fingerprint(view, file.situation_id, engine), file.feeds.address)
        written = view.watching.notices(file.situation_id, states=[_KIND])
    if written and written[0].body == mark and all(path.exists() for path in paths):
        return ()
    document = _changes(file, store, engine)
    if document is None:
        return ()
    base = file.feeds.address.rstrip("/")
    texts = (
        changes.atom(document, base, file.situation_id),
        changes.json_feed(document, base, file.situation_id),
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in zip(paths, texts, strict=True):
            part = path.with_name(f"{path.name}.part")
            part.write_bytes(text.encode("utf-8", "replace"))
            os.replace(part, path)
    except OSError as error:
        raise InvalidInput(f"{folder}: the feeds cannot be written: {error.strerror}") from error
    with store.writer() as writer:
        notice_id = content_id(_KIND, file.situation_id)
        writer.watching.keep_notice(
            Notice(notice_id, file.situation_id, clock.stamp(), _KIND, folder.name, mark, _KIND)
        )
    return paths


def _changes(file: SituationFile, store: Store, engine: str) -> Json | None:
    """What changed of late, each entry with the address of its page; None where no report is held."""
    with store.view() as view:
        reports = watch_outlets.members(view, file.situation_id)
        claims = view.claims(reports, engine)
        corrections = view.corrections()
        beside = seen(view, file.situation_id)
    if not reports:
        return None
    question = Question(since=since(None, reports), title=file.title)
    assessed = assess(reports, claims, question, corrections=corrections, seen=beside)
    found = next(document for kind, _, document in documents(assessed) if kind == "changes")
    urls = {views.key(report.report_id): address(report.url) for report in reports}
    entries = [{**entry, "address": urls.get(entry["report"])} for entry in found["entries"]]
    return {**found, "entries": entries}
