"""Leads: addresses worth asking, with what somebody else says about them; never facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trendechos.ingest import make
from trendechos.ingest.decode import decode
from trendechos.ingest.feed import address
from trendechos.records import Gap

_LINE = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Lead:
    """An address to be fetched; `about` holds what `source` says of it, as (name, value)."""

    url: str
    source: str
    title: str | None = None
    published: str | None = None
    about: tuple[tuple[str, str], ...] = ()


def is_list(head: str) -> bool:
    """True when every line that says anything is an address or a comment (`#`).

    >>> is_list("# news\\nhttps://a.example/1\\n"), is_list("See https://a.example/1")
    (True, False)
    """
    lines = [line.strip() for line in head.splitlines()[:200] if line.strip() and not line.startswith("#")]
    return bool(lines) and all(_LINE.fullmatch(line) for line in lines)


def parse(data: bytes, name: str) -> Iterator[Lead | Gap]:
    """A lead for each line of `data` that is an address, a gap for each other line that is no comment."""
    for number, line in enumerate(decode(data)[0].splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        url = address(text, "") if _LINE.fullmatch(text) else None
        if url:
            yield Lead(url, name)
        else:
            yield make.gap(f"{name}, line {number}", "not an http or https address", text[:200])
