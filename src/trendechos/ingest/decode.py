"""Bytes to text without ever failing, for any encoding a news page comes in."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNSAFE = re.compile("[\x00\ud800-\udfff]")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x08"))


def clean(text: str) -> str:
    """`text` with NUL and lone surrogates as U+FFFD, one for one, so that offsets stay."""
    return _UNSAFE.sub("\ufffd", text)


def wide(data: bytes) -> str | None:
    """The UTF-16 or UTF-32 encoding of `data` by its mark or its NUL bytes, else None."""
    for bom, encoding in _BOMS[1:]:
        if data.startswith(bom):
            return encoding
    head = data[:2000]
    half = len(head) // 2
    # Plain Latin text in UTF-16 has a NUL in nearly every second byte and in no other.
    if half >= 4 and head[1::2].count(0) > 0.7 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half >= 4 and head[0::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def binary(data: bytes) -> bool:
    """True when `data` is no text: control bytes that no text encoding uses."""
    if wide(data):
        return False
    head = data[:4000]
    return 50 * (len(head) - len(head.translate(None, _CONTROL))) > len(head)


def decode(data: bytes, declared: str | None = None) -> tuple[str, int]:
    """The text of `data` and how many characters had to be replaced; never raises.

    Tries the byte order mark, UTF-8, the `declared` encoding, then Windows-1252, unless most of the
    odd bytes are sound UTF-8: then the few broken ones are replaced.
    """
    encoding = wide(data)
    if encoding is None:
        body = data.removeprefix(codecs.BOM_UTF8)
        try:
            return clean(body.decode("utf-8")), 0
        except UnicodeDecodeError:
            return _decode_odd(body, declared)
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    return clean(text), text.count("\ufffd")


def _decode_odd(body: bytes, declared: str | None) -> tuple[str, int]:
    if declared and declared.lower().replace("_", "-") not in ("utf-8", "utf8"):
        try:
            return clean(body.decode(declared)), 0
        except (LookupError, UnicodeError, ValueError):
            pass  # an unknown or wrong label says nothing; go on as if there were none
    utf8 = body.decode("utf-8", "replace")
    broken = utf8.count("\ufffd")
    if sum(character > "\x7f" for character in utf8) - broken > broken:
        return clean(utf8), broken
    try:
        return clean(body.decode("cp1252")), 0
    except UnicodeDecodeError:
        return clean(body.decode("latin-1")), 0
