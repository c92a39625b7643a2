"""Rows of JSON in the report format to what they say about a report."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from trendechos.ingest.decode import clean, decode, wide
from trendechos.ingest.make import Found

_TEXT_KEYS = (
    "url", "outlet", "language", "published", "title", "byline", "credit", "retrieved", "text_kind",
)  # fmt: skip
_KNOWN = frozenset((*_TEXT_KEYS, "id", "text"))
# One line of input; a report text may have 2 million characters, escaped at most sixfold.
_ROW_LIMIT = 16_000_000
# No character takes more bytes than four.
_LINE_LIMIT = 4 * _ROW_LIMIT + 2


def found(row: Any) -> Found:
    """What one decoded `row` says; raises ValueError with the reason when it cannot be a report."""
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ValueError("no text" if not text or isinstance(text, str) else "text is not a string")
    given = row.get("id")
    if isinstance(given, bool | float | dict | list):
        raise ValueError("id is neither a string nor a whole number")
    named = {key: _plain(row.get(key)) for key in _TEXT_KEYS}
    extra = tuple(
        (clean(key), clean(json.dumps(value, ensure_ascii=False, sort_keys=True)))
        for key, value in row.items()
        if key not in _KNOWN or (value is not None and named.get(key, "") is None)
    )
    report_id = clean(str(given)).strip() if given is not None else None
    return Found(text=clean(text), report_id=report_id or None, extra=tuple(sorted(extra)), **named)


def _plain(value: Any) -> str | None:
    """A string for a string, a number or a list of strings; None for what is kept as it is in `extra`."""
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return clean(value).strip() or None if isinstance(value, str) else None


def lines(data: bytes) -> Iterator[tuple[int, Any | ValueError, int]]:
    """Line number, value (or the error that says why there is none), replaced characters; no blank lines."""
    yield from streamed(io.BytesIO(decode(data)[0].encode() if wide(data) else data))


def streamed(stream: BinaryIO) -> Iterator[tuple[int, Any | ValueError, int]]:
    """As `lines`, of a stream of UTF-8, one line at a time, none longer than may be used."""
    number = 0
    while raw := stream.readline(_LINE_LIMIT):
        number += 1
        if len(raw) == _LINE_LIMIT and not raw.endswith(b"\n"):
            while (rest := stream.readline(_LINE_LIMIT)) and not rest.endswith(b"\n"):
                pass
            yield number, ValueError(f"longer than {_ROW_LIMIT} characters"), 0
        elif raw.strip():
            text, replaced = decode(raw.removesuffix(b"\n"))
            yield number, load(text), replaced


def load(text: str) -> Any | ValueError:
    """The JSON value of `text`, or the error that says why it is none."""
    if len(text) > _ROW_LIMIT:
        return ValueError(f"longer than {_ROW_LIMIT} characters")
    try:
        return json.loads(text)
    except RecursionError:
        return ValueError("nested too deeply")
    except json.JSONDecodeError as error:
        # Without the library's line number, which counts within this one line.
        return ValueError(f"not JSON: {error.msg}, character {error.pos + 1}")
    except ValueError as error:
        return ValueError(f"not JSON: {error}")
