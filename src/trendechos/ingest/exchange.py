"""What news agencies exchange, to reports: ninjs (JSON) and NewsML-G2 (XML)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from trendechos.ingest import dates, make, page, xml
from trendechos.ingest.decode import clean
from trendechos.records import Gap, Report
from trendechos.records.codec import to_json

_NINJS = frozenset(
    {"bodies", "body_text", "body_html", "headlines", "headline", "versionCreated", "versioncreated"}
)
_NEWSML = frozenset({"newsMessage", "newsItem"})


def is_ninjs(value: object) -> bool:
    """True for a decoded JSON object that is a ninjs item: it has a `uri` and a body or headline."""
    return isinstance(value, dict) and "uri" in value and "text" not in value and not _NINJS.isdisjoint(value)


def ninjs(value: Mapping[str, Any], subject: str, *, today: str | None = None) -> Iterator[Report | Gap]:
    """The report of one ninjs item, of version 1 to 3; a gap for what is withdrawn, embargoed or no text."""
    given = {key.lower(): one for key, one in value.items()}
    status = str(given.get("pubstatus") or "usable").lower()
    if refusal := _refusal(status, given.get("embargoeduntil") or given.get("embargoed"), today):
        yield make.gap(subject, *refusal)
        return
    text = _ninjs_text(given)
    if not text:
        yield make.gap(subject, "no text", f"type {given.get('type') or 'unknown'}")
        return
    sources = [one.get("name") for one in given.get("infosources") or () if isinstance(one, dict)]
    found = make.Found(
        text=text,
        report_id=_line(given.get("uri")),
        outlet=_line(given.get("copyrightholder")) or _line(given.get("source")) or _first(sources),
        language=_line(given.get("language")),
        published=_line(
            given.get("firstcreated") or given.get("contentcreated") or given.get("versioncreated")
        ),
        title=_first(_values(given.get("headlines"))) or _line(given.get("headline")),
        byline=_line(given.get("by") or given.get("byline")),
        credit=_first(sources) or page.credit(text),
        extra=(("version", to_json(str(given.get("version") or ""))),),
    )
    yield from make.reports(found, subject, today=today)


def _ninjs_text(given: Mapping[str, Any]) -> str | None:
    bodies = [
        one for one in given.get("bodies") or () if isinstance(one, dict) and isinstance(one.get("value"), str)
    ]
    plain = [
        one["value"] for one in bodies if "html" not in str(one.get("contentType") or one.get("contenttype"))
    ]
    marked = [one["value"] for one in bodies if one["value"] not in plain]
    text = max(plain or [given.get("body_text") or ""], key=len)
    html = max(marked or [given.get("body_html") or ""], key=len)
    return clean(text).strip() or page.text_of(html) or None


def is_newsml(root: Element) -> bool:
    """True for the root of a NewsML-G2 document."""
    return xml.local(root) in _NEWSML


def newsml(root: Element, name: str, *, today: str | None = None) -> Iterator[Report | Gap]:
    """The report of each newsItem below `root`; a gap for what is withdrawn, embargoed or no text."""
    found = [one for one in root.iter() if xml.local(one) == "newsItem"]
    if not found:
        yield make.gap(name, "no newsItem in it")
    for one in found:
        subject = one.get("guid") or name
        parts = {xml.local(part): part for part in reversed(list(one.iter()))}
        status = (_qcode(parts.get("pubStatus")) or "usable").lower()
        if refusal := _refusal(status, xml.text(parts.get("embargoed")), today):
            yield make.gap(subject, *refusal)
            continue
        text = _newsml_text(parts.get("contentSet"))
        if not text:
            yield make.gap(subject, "no text", _qcode(parts.get("itemClass")) or "")
            continue
        credit = xml.text(parts.get("creditline")) or _named(parts.get("infoSource")) or page.credit(text)
        draft = make.Found(
            text=text,
            report_id=one.get("guid"),
            outlet=_named(parts.get("provider")),
            language=(parts["language"].get("tag") if "language" in parts else None) or one.get(_LANG),
            published=_newsml_day(parts),
            title=xml.text(parts.get("headline")),
            byline=xml.text(parts.get("by")),
            credit=credit,
            extra=(("version", to_json(one.get("version") or "")),),
        )
        yield from make.reports(draft, subject, today=today)


_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _newsml_day(parts: Mapping[str, Element]) -> str | None:
    given = (xml.text(parts.get(name)) for name in ("firstCreated", "contentCreated", "versionCreated"))
    return next((one for one in given if one), None)


def _newsml_text(content: Element | None) -> str | None:
    """Paragraphs of inline XML (XHTML or NITF) or the words of inline data."""
    if content is None:
        return None
    body = next((one for one in content.iter() if xml.local(one) in ("body", "body.content")), content)
    lines = [xml.text(one) for one in body.iter() if xml.local(one) in ("p", "h1", "h2", "h3", "li")]
    told = [clean(line) for line in lines if line]
    return "\n".join(told) or clean(xml.text(content) or "") or None


def _refusal(status: str, embargo: object, today: str | None) -> tuple[str, str] | None:
    if status.rpartition(":")[2] in ("canceled", "cancelled", "withheld"):
        return "withdrawn by its agency", status
    moment = dates.parse(embargo) if isinstance(embargo, str) else None
    if moment and today and dates.future(moment, today):
        return "under embargo", moment.value
    return None


def _qcode(element: Element | None) -> str | None:
    return element.get("qcode") if element is not None else None


def _named(element: Element | None) -> str | None:
    """The name inside a provider or source, its literal, or the last part of its code."""
    if element is None:
        return None
    code = element.get("literal") or element.get("qcode")
    return xml.text(element) or (code.rpartition(":")[2] if code else None)


def _values(found: object) -> list[Any]:
    return [one.get("value") for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _first(values: list[Any]) -> str | None:
    return next((line for value in values if (line := _line(value))), None)


def _line(value: object) -> str | None:
    return " ".join(clean(value).split()) or None if isinstance(value, str) else None
