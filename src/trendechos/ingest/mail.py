"""E-mail to reports: single letters (.eml) and boxes (mbox), with their attachments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import BinaryIO

from trendechos.ingest import files, make, page
from trendechos.ingest.decode import clean
from trendechos.records import Gap, Report
from trendechos.records.codec import content_id

# Letters with attachments stay below this at every large provider.
LETTER_LIMIT = 60_000_000
_ATTACHMENTS = 50
# The parser's time grows with the square of it; letters of people stay below a hundred.
_PARTS = 1_000
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)


def parse(data: bytes, name: str, *, today: str | None = None) -> Iterator[Report | Gap]:
    """The report that one letter makes, then those of its attachments; gaps for what cannot be used."""
    if data.count(b"\n--") > _PARTS:
        yield make.gap(name, "letter refused", f"more than {_PARTS} parts")
        return
    try:
        letter = message_from_bytes(data, policy=policy.default)
        found = _found(letter)
        attached = list(_attached(letter))
    except _FAULTS as error:
        yield make.gap(name, "letter not understood", type(error).__name__)
        return
    if not found.text.strip():
        yield make.gap(name, "letter without text")
    else:
        yield from make.reports(found, name, path=name, today=today)
    for number, (title, content) in enumerate(attached, 1):
        if number > _ATTACHMENTS:
            yield make.gap(name, "attachments left out", f"{len(attached) - _ATTACHMENTS}")
            return
        yield from files.parse(content, f"{name}/{title or number}", today=today)


def _found(letter: EmailMessage) -> make.Found:
    body = letter.get_body(preferencelist=("plain", "html"))
    text = body.get_content() if body is not None else ""
    if body is not None and body.get_content_type() == "text/html":
        text = page.text_of(text) or ""
    sender, where = parseaddr(str(letter.get("From", "")))
    identity = str(letter.get("Message-ID", "")).strip()
    text = clean(str(text)).strip()
    return make.Found(
        text=text,
        report_id=content_id("report", identity) if identity else None,
        outlet=_line(sender) or where.rpartition("@")[2] or None,
        title=_line(str(letter.get("Subject", ""))),
        published=_line(str(letter.get("Date", ""))),
        credit=page.credit(text),
    )


def _attached(letter: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for part in letter.iter_attachments():
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and part.get_content_maintype() in ("text", "application"):
            yield clean(part.get_filename() or ""), content


def box(stream: BinaryIO, name: str, *, today: str | None = None) -> Iterator[Report | Gap]:
    """The reports of every letter in an mbox, one letter in memory at a time."""
    for number, letter in enumerate(_letters(stream), 1):
        subject = f"{name}, letter {number}"
        if len(letter) > LETTER_LIMIT:
            yield make.gap(subject, "too large", f"the limit is {LETTER_LIMIT} bytes")
        else:
            yield from parse(letter, subject, today=today)


def _letters(stream: Iterable[bytes]) -> Iterator[bytes]:
    """The letters between lines that start with `From `; of one that is too long only the beginning."""
    lines: list[bytes] = []
    held = 0
    blank = True
    for line in stream:
        if line.startswith(b"From ") and blank:
            if lines:
                yield b"".join(lines)
            lines, held = [], 0
            continue
        blank = not line.strip()
        if held <= LETTER_LIMIT:
            lines.append(re.sub(rb"^>(>*From )", rb"\1", line))
            held += len(line)
    if lines:
        yield b"".join(lines)


def _line(value: str) -> str | None:
    return " ".join(clean(value).split()) or None
