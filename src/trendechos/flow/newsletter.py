"""A letter of what is new in a situation: HTML and text, every entry with the pages that it rests on."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from trendechos.errors import InvalidInput, SkipItem
from trendechos.flow import deliver
from trendechos.flow.alerts import Channels
from trendechos.flow.situation_file import SituationFile
from trendechos.flow.watch_clock import Clock, seconds
from trendechos.flow.watch_news import News, carried_by, news, numbers_moved, reversals
from trendechos.presentation.wording.inert import address, inert
from trendechos.records import Report
from trendechos.records.codec import content_id, to_json
from trendechos.store import Store
from trendechos.store.watching import Notice

# A letter is read in a minute; what goes beyond is counted and stands in the brief.
_MOST = 20
_PAGES = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a letter and the pages behind it: (label, address or None)."""

    text: str
    pages: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """What is new, by section, most important first."""

    title: str
    date: str
    sections: tuple[tuple[str, tuple[Entry, ...]], ...]

    @property
    def subject(self) -> str:
        """The letter's subject line."""
        many = sum(len(entries) for _, entries in self.sections)
        return f"{self.title}: {many} new as of {self.date}"


def letter(file: SituationFile, store: Store, engine: str, clock: Clock, channels: Channels) -> Path | None:
    """Writes the letter of what was taken since the last one, when one is due and there is news.

    Returns the path of the HTML, or None. It is sent by e-mail too when the file says so; a letter
    that cannot be sent is written all the same, and its news is told again in the next.
    """
    if not file.newsletter.folder:
        return None
    now = clock.stamp()
    with store.view() as view:
        last = _last(view.watching.notices(file.situation_id, states=["letter"]))
        if last and seconds(now) - seconds(last.made_at) < 3600 * file.newsletter.every_hours:
            return None
        members = frozenset((one.report_id, one.version_id) for one in view.pages.members(file.situation_id))
        before = members & (
            {(one, version) for one, version in json.loads(last.body)["covered"]} if last else set()
        )
        since = last.made_at if last else ""
        noticed = [
            one for one in view.watching.notices(file.situation_id, states=["kept"]) if one.made_at > since
        ]
        if members == before and not noticed:
            return None
        found = news(view, file.situation_id, engine, before=before, title=file.title)
    made = composed(file.title, now[:10], found, noticed)
    path = _write(file, made, now)
    if file.newsletter.email and not _mailed(file, made, clock, channels):
        return path
    kept = to_json({"covered": sorted(members)})
    notice_id = content_id("letter", file.situation_id)
    with store.writer() as writer:
        writer.watching.keep_notice(
            Notice(notice_id, file.situation_id, now, "letter", path.name, kept, "letter")
        )
    return path


def composed(title: str, date: str, found: News, noticed: Sequence[Notice]) -> Letter:
    """The letter that these news make; sections without entries are left out."""
    reports = list(found.after.evidence.reports.values())
    origins = [Entry(origin.label, _pages(carried_by(origin, reports))) for origin in found.new_origins()]
    moved = [Entry(fact.text, _pages(carried_by(fact.origin, reports))) for fact in numbers_moved(found, 0)]
    turned = [Entry(fact.text, _pages(carried_by(fact.origin, reports))) for fact in reversals(found)]
    by_id = {report.report_id: report for report in reports}
    edited = [_edited(notice, by_id) for notice in noticed if notice.kind == "version"]
    gone = [_gone(notice, by_id) for notice in noticed if notice.kind == "removed"]
    sections = (
        ("Another stance than before", turned), ("Numbers that moved", moved), ("New origins", origins),
        ("Edited pages", edited), ("Pages that are gone", gone),
    )  # fmt: skip
    return Letter(title, date, tuple((name, _short(entries)) for name, entries in sections if entries))


def _short(entries: list[Entry]) -> tuple[Entry, ...]:
    more = [Entry(f"and {len(entries) - _MOST} more")] if len(entries) > _MOST else []
    return (*entries[:_MOST], *more)


def _pages(carriers: Sequence[dict[str, str | None]]) -> tuple[tuple[str, str | None], ...]:
    shown = [
        (f"{one['outlet'] or 'outlet unknown'}, {one['published'] or 'undated'}", address(one["url"]))
        for one in carriers[:_PAGES]
    ]
    more = [(f"{len(carriers) - _PAGES} more pages", None)] if len(carriers) > _PAGES else []
    return (*shown, *more)


def _edited(notice: Notice, reports: dict[str, Report]) -> Entry:
    body = json.loads(notice.body)
    claims = body.get("claims") or {}
    counts = [f"{len(claims.get(kind, ()))} {kind}" for kind in ("added", "dropped", "changed")]
    return Entry(f"{_name(notice, reports)}: claims {', '.join(counts)}", (("the page", address(body["url"])),))


def _gone(notice: Notice, reports: dict[str, Report]) -> Entry:
    body = json.loads(notice.body)
    return Entry(f"{_name(notice, reports)} ({body['status']})", (("the page", address(body["url"])),))


def _name(notice: Notice, reports: dict[str, Report]) -> str:
    report = reports.get(notice.subject)
    if report is None:
        return "a page"
    return f"{report.title or 'untitled'} ({report.outlet or 'outlet unknown'})"


def text(made: Letter) -> str:
    """The letter as plain text."""
    lines = [made.title, f"What is new as of {made.date}", ""]
    for name, entries in made.sections:
        lines += [name, "-" * len(name)]
        for entry in entries:
            lines.append(f"* {' '.join(inert(entry.text).split())}")
            lines += [f"  {label}: {url}" if url else f"  {label}" for label, url in entry.pages]
        lines.append("")
    return "\n".join([*lines, _FOOT, ""])


def html(made: Letter) -> str:
    """The letter as one page of HTML without scripts, styles from outside or pictures."""
    parts = [
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        f"<title>{escape(made.subject)}</title>",
        "<style>body{font:16px/1.5 serif;max-width:40em;margin:2em auto}small{color:#444}</style>",
        f"</head><body><h1>{escape(made.title)}</h1><p>What is new as of {escape(made.date)}</p>",
    ]
    for name, entries in made.sections:
        parts.append(f"<h2>{escape(name)}</h2><ul>")
        for entry in entries:
            links = "; ".join(_link(label, url) for label, url in entry.pages)
            parts.append(
                f"<li>{escape(inert(entry.text))}" + (f"<br><small>{links}</small>" if links else "") + "</li>"
            )
        parts.append("</ul>")
    return "".join([*parts, f"<p><small>{escape(_FOOT)}</small></p></body></html>\n"])


_FOOT = "What sources say, not a verdict. New means new to our collection; pages are not counted as origins."


def _link(label: str, url: str | None) -> str:
    return f'<a rel="noreferrer nofollow" href="{escape(url)}">{escape(label)}</a>' if url else escape(label)


def _last(letters: Sequence[Notice]) -> Notice | None:
    return letters[-1] if letters else None


def _write(file: SituationFile, made: Letter, now: str) -> Path:
    folder = file.beside(file.newsletter.folder)
    name = f"{file.situation_id}-{now.replace(':', '')}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for suffix, content in ((".txt", text(made)), (".html", html(made))):
            part = folder / f"{name}{suffix}.part"
            part.write_bytes(content.encode("utf-8", "replace"))
            os.replace(part, folder / f"{name}{suffix}")
    except OSError as error:
        raise InvalidInput(f"{folder}: the newsletter cannot be written: {error.strerror}") from error
    return folder / f"{name}.html"


def _mailed(file: SituationFile, made: Letter, clock: Clock, channels: Channels) -> bool:
    mail = deliver.Mail(made.subject, text(made), html(made), clock.now())
    try:
        deliver.to_email(file.delivery, channels.environment, mail)
    except SkipItem:
        return False
    return True
