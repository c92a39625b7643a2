"""A search hit with the words that were looked for, marked."""

from __future__ import annotations

import re
from typing import Protocol
from urllib.parse import quote

from trendechos.presentation.wording import dates
from trendechos.presentation.wording.inert import inert
from trendechos.presentation.wording.parts import flat
from trendechos.records.codec import Json

AROUND = 130


class Hit(Protocol):
    """What was found, as the store tells it."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def ref(self) -> str: ...  # noqa: D102
    @property
    def outlet(self) -> str: ...  # noqa: D102
    @property
    def speaker(self) -> str: ...  # noqa: D102
    @property
    def type(self) -> str: ...  # noqa: D102
    @property
    def day(self) -> str: ...  # noqa: D102
    @property
    def words(self) -> str: ...  # noqa: D102


def hit(found: Hit, query: str, report: str, situation: str) -> Json:
    """A hit as a page shows it, with the address of its exact words ("" when no situation shows them)."""
    pieces, exact = _pieces(found.words, query)
    address = ""
    if situation:
        address = f"/s/{situation}/reports/{report}"
        address += f"#{found.ref}" if found.kind != "report" else f"#:~:text={quote(exact)}" if exact else ""
    return {
        "kind": found.kind,
        "outlet": inert(flat(found.outlet)) or "Outlet not named",
        "speaker": inert(flat(found.speaker)),
        "type": found.type,
        "day": dates.day(found.day[:10]) if found.day else "undated",
        "pieces": pieces,
        "address": address,
        "ref": found.ref,
        "situation": situation,
    }


def _pieces(words: str, query: str) -> tuple[list[list[object]], str]:
    """The stretch around the first word found, in pieces looked for or not, and that word as it stands."""
    wanted = sorted(set(re.findall(r"\w+", query)), key=lambda word: (-len(word), word))
    text = flat(inert(words), 4_000_000)
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\w*" for word in wanted) or r"(?!)", re.IGNORECASE)
    first = pattern.search(text)
    start = max(0, (first.start() if first else 0) - AROUND)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    shown = text[start : start + 3 * AROUND]
    pieces: list[list[object]] = [["… ", False]] if start else []
    at = 0
    for found in pattern.finditer(shown):
        pieces += [[shown[at : found.start()], False], [found.group(), True]]
        at = found.end()
    pieces.append([shown[at:] + (" …" if start + len(shown) < len(text) else ""), False])
    return [piece for piece in pieces if piece[0]], first.group() if first else ""
