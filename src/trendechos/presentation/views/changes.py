"""What changed in a situation, as entries of a feed."""

from __future__ import annotations

import json
from itertools import groupby
from xml.etree import ElementTree

from trendechos.presentation.sections import common
from trendechos.presentation.sections.news import _KINDS as KINDS
from trendechos.presentation.views.keys import key
from trendechos.presentation.views.sheet import Scene, Sheet
from trendechos.presentation.views.situation import days
from trendechos.presentation.wording import dates
from trendechos.presentation.wording.inert import inert
from trendechos.presentation.wording.parts import flat, note
from trendechos.records import BriefSentence, Difference, Section
from trendechos.records.codec import Json, content_id

ENTRIES = 100
_ATOM = "http://www.w3.org/2005/Atom"


def document(scene: Scene, asked: dict[str, str]) -> Json:
    """The changes since the day compared with, latest first; `asked` names the question of each origin."""
    changes = sorted(
        scene.situation.changes, key=lambda one: (one.on or "", one.kind, one.origin_id), reverse=True
    )
    changes = changes[:ENTRIES]
    lines = [_line(scene, one) for one in changes]
    sheet = Sheet.of(scene.index, (Section("changes", "What changed", tuple(lines), listed=True),))
    entries = [
        _entry(scene, one, sheet.sentence(line), asked) for one, line in zip(changes, lines, strict=True)
    ]
    since = scene.situation.since
    return {
        "kind": "changes",
        "title": inert(flat(scene.situation.title, 300)) or "Situation",
        **days(scene),
        "since_text": dates.day(since) if since else "",
        "entries": entries,
        "days": [
            {"day": dates.day(on, scene.index.year) if on else "No day given", "entries": list(some)}
            for on, some in groupby(entries, key=lambda entry: entry["on"])
        ],
        "evidence": sheet.evidence(),
    }


def _line(scene: Scene, one: Difference) -> BriefSentence:
    origin = next(iter(scene.index.known((one.origin_id,))), None)
    return common.statement(scene.index, origin) if origin else note(flat(one.text, 400))


def _entry(scene: Scene, one: Difference, line: Json, asked: dict[str, str]) -> Json:
    origin = scene.index.origins.get(one.origin_id)
    claim = scene.index.claim(origin) if origin else None
    return {
        "id": content_id("change", one.kind, one.origin_id, one.on, one.text),
        "change": KINDS.get(one.kind, "Change"),
        "text": inert(flat(one.text, 400)),
        "on": one.on,
        "line": line,
        "question": asked.get(one.origin_id, ""),
        "report": key(claim.report_id) if claim else "",
        "claim": claim.claim_id if claim else "",
    }


def atom(document: Json, base: str, situation: str) -> str:
    """The changes as an Atom feed (RFC 4287); `base` is the address of the server, `situation` its name.

    Without a `base` the feed is a file: entries lead to the `address` that they bring, if any.
    """
    home = _home(base, situation)
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", home)
    _add(feed, "title", document["title"])
    _add(feed, "updated", _instant(document["as_of"]))
    if base:
        ElementTree.SubElement(feed, f"{{{_ATOM}}}link", rel="self", href=f"{home}/changes.atom")
        ElementTree.SubElement(feed, f"{{{_ATOM}}}link", rel="alternate", href=f"{home}/changes")
    _add(_add(feed, "author", ""), "name", "trendechos")
    for one in document["entries"]:
        entry = _add(feed, "entry", "")
        _add(entry, "id", f"urn:trendechos:{one['id']}")
        _add(entry, "title", f"{one['change']}: {one['text']}")
        _add(entry, "updated", _instant(one["on"] or document["as_of"]))
        _add(entry, "content", _words(one)).set("type", "text")
        if address := _address(home if base else "", one):
            ElementTree.SubElement(entry, f"{{{_ATOM}}}link", rel="alternate", href=address)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, encoding="unicode") + "\n"


def json_feed(document: Json, base: str, situation: str) -> str:
    """The changes as a JSON Feed 1.1; arguments as for `atom`."""
    home = _home(base, situation)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": document["title"],
        **({"home_page_url": home, "feed_url": f"{home}/changes.json"} if base else {}),
        "items": [
            {
                "id": one["id"],
                **({"url": address} if (address := _address(home if base else "", one)) else {}),
                "title": f"{one['change']}: {one['text']}",
                "content_text": _words(one),
                "date_published": _instant(one["on"] or document["as_of"]),
            }
            for one in document["entries"]
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1)


def _home(base: str, situation: str) -> str:
    return f"{base}/s/{situation}" if base else f"urn:trendechos:situation:{situation}"


def _address(home: str, one: Json) -> str:
    if not home:
        return str(one.get("address") or "")
    if one["question"]:
        return f"{home}/q/{one['question']}"
    return f"{home}/reports/{one['report']}#{one['claim']}" if one["report"] else f"{home}/changes"


def _words(one: Json) -> str:
    return "".join(text for text, _ in one["line"]["pieces"])


def _instant(day: str | None) -> str:
    """A day as an instant; a feed knows no coarser time."""
    return f"{day or '1970-01-01'}T00:00:00Z"


def _add(parent: ElementTree.Element, name: str, text: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}")
    element.text = text
    return element
