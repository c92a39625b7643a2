"""Records to rows and back."""

from __future__ import annotations

import json
import re
import zlib
from hashlib import blake2b
from typing import Any

from trendechos.records import Claim, ParsedSentence, Report
from trendechos.records.codec import content_id, decode, dumps
from trendechos.store.search import led_by


def sentence_key(text: str, model: str) -> bytes:
    """The 16 bytes under which the parse of `text` by `model` is kept."""
    return blake2b(f"{model}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def sentence_body(parsed: ParsedSentence) -> bytes:
    """A ParsedSentence as compressed JSON, without its text and model, which the key implies."""
    columns = (
        parsed.words, parsed.starts, parsed.lemmas, parsed.tags, parsed.poses, parsed.heads, parsed.deps,
    )  # fmt: skip
    return zlib.compress(json.dumps(columns, separators=(",", ":")).encode(), 1)


def sentence_from(body: bytes, text: str, model: str) -> ParsedSentence:
    """The ParsedSentence that `sentence_body` wrote for `text` and `model`."""
    return ParsedSentence(text, model, *(tuple(column) for column in json.loads(zlib.decompress(body))))


def report_row(report: Report) -> dict[str, Any]:
    """A report as a row of `reports`."""
    return {
        "version_id": stored_version(report),
        "report_id": report.report_id,
        "outlet": stored_text(report.outlet or ""),
        "published": report.published.value if report.published else None,
        "title": stored_text(report.title or ""),
        "body": stored_text(dumps(report)),
    }


def stored_version(report: Report) -> str:
    """The key of a report's row: two pages with one text are two reports."""
    return content_id("stored", report.report_id, report.version_id)


def claim_row(claim: Claim, engine: str, version: str) -> dict[str, Any]:
    """A claim as a row of `claims`."""
    return {
        "claim_id": claim.claim_id,
        "engine": engine,
        "version_id": version,
        "speaker": stored_text(claim.speaker.canonical),
        "party": claim.speaker.party,
        "type": claim.type,
        "said": claim.said_when.value if claim.said_when else None,
        "background": claim.background,
        "body": stored_text(dumps(claim)),
    }


def report_search_row(report: Report) -> dict[str, Any]:
    """A report as a row of the search table."""
    words = f"{report.title}\n{report.text}" if report.title else report.text
    return {
        "kind": "report",
        "ref": stored_version(report),
        "report_id": report.report_id,
        "start": "0",
        "stop": str(len(report.text)),
        "outlet": stored_text(report.outlet or ""),
        "speaker": "",
        "party": "",
        "type": "",
        "day": report.published.value if report.published else "",
        "words": stored_text(words),
    }


def claim_search_row(claim: Claim, report: Report) -> dict[str, Any]:
    """A claim, or a quote where the page quotes it, as a row of the search table."""
    return {
        "kind": "quote" if claim.mode == "quoted" else "claim",
        "ref": claim.claim_id,
        "report_id": claim.report_id,
        "start": str(claim.span.start),
        "stop": str(claim.span.end),
        "outlet": stored_text(report.outlet or ""),
        "speaker": stored_text(claim.speaker.canonical),
        "party": claim.speaker.party or "",
        "type": claim.type,
        "day": day.value if (day := claim.said_when or report.published) else "",
        "words": stored_text(led_by(claim.speaker.canonical) + claim.text),
    }


def json_search_row(claim: dict[str, Any], report: Report) -> dict[str, Any]:
    """What `claim_search_row` makes, of the claim's JSON."""
    said, published = claim["said_when"], report.published
    return {
        "kind": "quote" if claim["mode"] == "quoted" else "claim",
        "ref": claim["claim_id"],
        "report_id": claim["report_id"],
        "start": str(claim["start"]),
        "stop": str(claim["end"]),
        "outlet": stored_text(report.outlet or ""),
        "speaker": stored_text(claim["speaker"]["canonical"]),
        "party": claim["speaker"]["party"] or "",
        "type": claim["type"],
        "day": said["value"] if said else published.value if published else "",
        "words": stored_text(led_by(claim["speaker"]["canonical"]) + claim["text"]),
    }


def report_from(body: str) -> Report:
    """The report of a row's body."""
    return decode(Report, json.loads(body))


def claim_from(body: str) -> Claim:
    """The claim of a row's body."""
    return decode(Claim, json.loads(body))


def stored_text(value: str) -> str:
    """A string as both databases can hold it: lone surrogates and NUL as their JSON escapes."""
    # Neither a lone surrogate nor, in PostgreSQL, NUL can be stored; their JSON escapes can.
    return value if value.isascii() and "\0" not in value else _UNSTORED.sub(_escaped, value)


_UNSTORED = re.compile("[\0\ud800-\udfff]")


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
