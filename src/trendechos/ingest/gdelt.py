"""GDELT event, mention and GKG files to leads: the addresses in them, with their metadata, never as facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trendechos.ingest import make
from trendechos.ingest.decode import decode
from trendechos.ingest.feed import address
from trendechos.ingest.leads import Lead
from trendechos.records import Gap


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where one kind of file keeps the address and what is worth keeping beside it; columns from 0."""

    kind: str
    url: int
    source: int | None
    web: tuple[int, str] | None
    about: tuple[tuple[str, int], ...]


# By number of columns, as the GDELT 2.0 codebooks list them; 57 and 58 are files of GDELT 1.0.
_EVENT = (("event", 0), ("event_day", 1), ("cameo", 26), ("added", 59))
_LAYOUTS = {
    61: _Layout("GDELT events", 60, None, None, _EVENT),
    58: _Layout("GDELT events", 57, None, None, (("event", 0), ("event_day", 1), ("cameo", 26), ("added", 56))),
    16: _Layout("GDELT mentions", 5, 4, (3, "1"), (("event", 0), ("mentioned", 2), ("confidence", 11))),
    27: _Layout("GDELT GKG", 4, 3, (2, "1"), (("record", 0), ("added", 1))),
}


def layout(head: str) -> _Layout | None:
    """The layout of a file whose first line is `head`; None when it is none of GDELT's."""
    columns = head.split("\n", 1)[0].rstrip("\r").split("\t")
    found = _LAYOUTS.get(len(columns))
    return found if found and columns[0][:8].isdigit() else None


def parse(data: bytes, name: str) -> Iterator[Lead | Gap]:
    """One lead an address, however many rows name it; a gap for broken rows and one for what has none."""
    text, _ = decode(data)
    found = layout(text[:100_000])
    if found is None:
        yield make.gap(name, "not a GDELT event, mention or GKG file")
        return
    seen: set[str] = set()
    without = again = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) <= found.url or _LAYOUTS.get(len(cells)) is not found:
            yield make.gap(f"{name}, line {number}", "row broken", f"{len(cells)} columns")
            continue
        url = address(cells[found.url], "")
        if url is None or (found.web and cells[found.web[0]] != found.web[1]):
            without += 1
        elif url in seen:
            again += 1
        else:
            seen.add(url)
            yield _lead(url, cells, found)
    if without:
        yield make.gap(name, "rows without a web address", f"{without} rows")
    if again:
        yield make.gap(name, "rows that name an address again", f"{again} rows")


def _lead(url: str, cells: list[str], found: _Layout) -> Lead:
    about = [(key, cells[column]) for key, column in found.about if cells[column]]
    if found.source is not None and cells[found.source]:
        about.append(("source", cells[found.source]))
    return Lead(url, found.kind, about=tuple(about))
