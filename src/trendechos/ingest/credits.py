"""Whom a page credits: news agencies for its words, others for its pictures and videos."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from trendechos.knowledge import outlets
from trendechos.languages.en import credits as wording

# Credits stand in the first lines (dateline, byline) and in the last; behind the last there may be some
# lines of the site's own (contact, newsletter, rights), as in the first page that this was written for.
_FIRST_LINES = 8
_LAST_LINES = 14
_LINE_LIMIT = 200
_PICTURES_LIMIT = 3
# Between two agencies that share a credit.
_BETWEEN = r"\s*[/,&]\s*|\s+and\s+"


def credit(text: str, byline: str | None = None) -> str | None:
    """Whom `text` or its byline credits: agencies for words as written, then "video by NAME"; None for nobody.

    >>> credit("SEOUL, Oct 18 (Yonhap) - The agency said so.")
    'Yonhap'
    >>> credit("The agency said so.\\n(Video credit: A News)\\nContact")
    'video by A News'
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    words = next(filter(None, (_agencies(lines), _byline(byline))), None)
    parts = [*([words] if words else []), *_pictures(lines)]
    return "; ".join(parts) or None


def _agencies(lines: list[str]) -> str | None:
    for line in lines[:_FIRST_LINES]:
        if found := _first("start", line[:_LINE_LIMIT]) or _whole("byline", line):
            return found
    for line in reversed(lines[-_LAST_LINES:]):
        if found := _whole("last", line) or _first("end", line[-_LINE_LIMIT:]):
            return found
    return None


def _byline(byline: str | None) -> str | None:
    """The agency in a byline ("Ada Writer, Reuters"; "AFP"), or None."""
    parts = re.split(r"[,;/|()]| and | for |\bby\b", byline or "", flags=re.IGNORECASE)
    return next((part.strip() for part in reversed(parts) if _is_agency(part.strip())), None)


def _pictures(lines: Iterable[str]) -> list[str]:
    found: dict[str, None] = {}
    for line in lines:
        match = wording.picture_line().fullmatch(line) if len(line) <= _LINE_LIMIT else None
        if match and wording.names().fullmatch(match["name"]):
            found.update((f"{match['what'].lower()} by {name}", None) for name in _names(match["name"]))
    return list(found)[:_PICTURES_LIMIT]


def _names(given: str) -> Iterator[str]:
    for name in re.split(r"[,;/|]| and | via ", given):
        if name.strip(" .:"):
            yield name.strip(" .:")


def _whole(where: str, line: str) -> str | None:
    if len(line) > _LINE_LIMIT:
        return None
    return _named(pattern.fullmatch(line.rstrip(". ")) for pattern in _patterns(where))


def _first(where: str, line: str) -> str | None:
    return _named(pattern.search(line) for pattern in _patterns(where))


def _named(matches: Iterable[re.Match[str] | None]) -> str | None:
    """What the first match names, where every name is spelt as an agency spells itself ("AP", not "ap")."""
    for match in matches:
        name = next((group for group in match.groups() if group), "") if match else ""
        if name and all(_is_agency(part) for part in re.split(_BETWEEN, name)):
            return name
    return None


def _is_agency(name: str) -> bool:
    return name in _agency_names()


@cache
def _agency_names() -> frozenset[str]:
    known = (one for one in outlets.outlets() if one.kind == "agency")
    names = {name for one in known for name in (one.name, *one.aliases)}
    return frozenset(names | {name.removeprefix("The ") for name in names} | {name.upper() for name in names})


@cache
def _patterns(where: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of `languages` for one place of a page, with every agency known."""
    one = "|".join(re.escape(name) for name in sorted(_agency_names(), key=lambda name: (-len(name), name)))
    some = rf"((?:{one})(?:(?:{_BETWEEN})(?:{one}))*)"
    found = {
        "start": [rf"\A{pattern}" for pattern in wording.DATELINES],
        "byline": wording.BYLINES,
        "last": wording.LAST_LINES,
        "end": [rf"{pattern}\Z" for pattern in wording.LAST_WORDS],
    }
    return tuple(re.compile(pattern.replace("%A%", some), re.IGNORECASE) for pattern in found[where])
