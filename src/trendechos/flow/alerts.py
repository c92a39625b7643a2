"""Alerts by rule: written into the store with what they rest on, then sent until they are taken."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from trendechos.errors import SkipItem
from trendechos.flow import deliver
from trendechos.flow.situation_file import AlertRule, SituationFile
from trendechos.flow.watch_clock import Clock
from trendechos.flow.watch_news import (
    Fact,
    News,
    carried_by,
    new_independent,
    news,
    numbers_moved,
    reversals,
)
from trendechos.records.codec import Json, content_id, to_json
from trendechos.store import Store, View
from trendechos.store.watching import Notice

# After this many passes a receiver that takes nothing is given up for this alert.
_TRIES = 20
_PAGE_RULES = {"new_version": "version", "removed": "removed"}
# One alert names this many pages; the others are counted.
_PAGES = 10


@dataclass(frozen=True, slots=True)
class Channels:
    """What delivery needs from outside: the environment with its secrets, and private hosts allowed."""

    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    allow: frozenset[str] = frozenset()


def tell(file: SituationFile, store: Store, engine: str, clock: Clock, channels: Channels) -> tuple[int, int]:
    """Makes alerts of what was taken since the last time and sends what waits: (sent, not delivered).

    What the first pass takes is where the watch starts from: no alert is made of it.
    """
    with store.view() as view:
        untold = view.watching.untold(file.situation_id)
        made: list[Notice] = []
        if file.alerts:
            made += _page_alerts(file, view, clock.stamp())
        if untold and file.alerts:
            fresh = frozenset((row.report_id or "", row.version_id or "") for row in untold)
            members = view.pages.members(file.situation_id)
            before = frozenset((one.report_id, one.version_id) for one in members) - fresh
            if before:
                found = news(view, file.situation_id, engine, before=before, title=file.title)
                made += _alerts(file, found, clock.stamp())
    with store.writer() as writer:
        writer.watching.add_notices(made)
        writer.watching.keep_items(replace(row, told=True) for row in untold)
    return _send(file, store, clock, channels)


def _alerts(file: SituationFile, found: News, now: str) -> Iterable[Notice]:
    for rule in file.alerts:
        for fact in _facts(rule, found):
            document = {
                "text": fact.text,
                "origin": fact.origin.label,
                "speaker": fact.origin.speaker.canonical or None,
                "pages_count": len(fact.origin.reports),
                "pages": carried_by(fact.origin, found.after.evidence.reports.values())[:_PAGES],
            }
            yield from _notices(file, rule, fact.key, document, now)


def _facts(rule: AlertRule, found: News) -> list[Fact]:
    if rule.rule == "number_moved":
        return numbers_moved(found, rule.over_percent)
    if rule.rule == "new_independent_origin":
        return new_independent(found)
    return reversals(found) if rule.rule == "reversal" else []


def _page_alerts(file: SituationFile, view: View, now: str) -> Iterable[Notice]:
    """Alerts on edited and removed pages, each once, whichever pass noticed them."""
    rules = {_PAGE_RULES[rule.rule]: rule for rule in file.alerts if rule.rule in _PAGE_RULES}
    if not rules:
        return
    for notice in view.watching.notices(file.situation_id, states=["kept"]):
        rule = rules.get(notice.kind)
        if rule is None:
            continue
        body = json.loads(notice.body)
        what = "A page was edited" if notice.kind == "version" else "A page is gone"
        document = {"text": f"{what}: {body.get('url')}", "noticed_at": notice.made_at, **body}
        yield from _notices(file, rule, notice.notice_id, document, now)


def _notices(file: SituationFile, rule: AlertRule, key: str, document: Json, now: str) -> Iterable[Notice]:
    """One notice a channel, under an id that stays the same however often the alert is made."""
    for channel in rule.to:
        notice_id = content_id("alert", file.situation_id, rule.rule, key, channel)
        body = {
            "alert_id": notice_id, "situation": file.situation_id, "title": file.title, "rule": rule.rule,
            "made_at": now, **document,
        }  # fmt: skip
        packed = to_json({"channel": channel, "document": body})
        yield Notice(notice_id, file.situation_id, now, rule.rule, key, packed, "waiting")


def _send(file: SituationFile, store: Store, clock: Clock, channels: Channels) -> tuple[int, int]:
    with store.view() as view:
        waiting = view.watching.notices(file.situation_id, states=["waiting"])
    sent = failed = 0
    for notice in waiting:
        body = json.loads(notice.body)
        try:
            _deliver(file, body["channel"], body["document"], clock, channels)
        except SkipItem as error:
            failed += 1
            tries = notice.tries + 1
            state = "given_up" if tries >= _TRIES else "waiting"
            settled = replace(notice, tries=tries, state=state, body=to_json(body | {"failed": str(error)}))
        else:
            sent += 1
            settled = replace(notice, state="sent")
        with store.writer() as writer:
            writer.watching.keep_notice(settled)
    return sent, failed


def _deliver(file: SituationFile, channel: str, document: Json, clock: Clock, channels: Channels) -> None:
    if channel == "file":
        deliver.to_file(file.beside(file.delivery.file), to_json(document))
    elif channel == "webhook":
        allow = channels.allow | frozenset(file.politeness.allow_hosts)
        deliver.to_webhook(file.delivery, channels.environment, to_json(document), allow)
    else:
        mail = deliver.Mail(f"{file.title}: {document['text']}", _plain(document), at=clock.now())
        deliver.to_email(file.delivery, channels.environment, mail)


def _plain(document: Json) -> str:
    lines = [str(document["text"]), ""]
    for page in document.get("pages", ()):
        lines.append(f"- {page['outlet'] or 'outlet unknown'}, {page['published'] or 'undated'}: {page['url']}")
    return "\n".join([*lines, "", f"Rule: {document['rule']}. Situation: {document['title']}."])
