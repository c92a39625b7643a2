"""Quotations that no reporting verb carries: behind a colon, beside a verb of no list, above a name."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.claims.adjacent import SILENT
from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.resumed import (
    CLOSED,
    DASHES,
    ENDED,
    begun,
    credit_below,
    final,
    line_at,
    reaction,
    verb_before,
)
from trendechos.claims.sources import subject
from trendechos.languages.en.reporting import REACTIONS

Range = tuple[int, int]


def introduced(lines: Sequence[Line], free: Sequence[Range], text: str) -> tuple[list[Found], list[Range]]:
    """Cues made by a colon before a quotation ("The minister was blunt: ..."), and what has none."""
    made, left = [], []
    for start, end in free:
        before = text[max(0, start - 40) : start].rstrip()
        line = begun(lines, start) if before.endswith(":") else None
        head = _main_verb(line, start) if line is not None else None
        if head is None and text.endswith(CLOSED, 0, end):
            line = begun(lines, end + 2)
            head = _verb_behind(line, end) if line is not None else None
        if line is None or head is None:
            one = _named(lines, (start, end), text) or _behind_reaction(lines, (start, end), text)
            if one is not None:
                made.append(one)
            else:
                left.append((start, end))
            continue
        source, antecedent = subject(line, head) if line.is_verb(head) else (head, None)
        if source is None:
            left.append((start, end))
            continue
        cue = head if source != head else _colon(line, start)
        made.append(
            Found(
                line.index, head, (cue,), set(), (), "say",
                "neutral", "speech", "q", source=source, antecedent=antecedent, ranges=[(start, end)],
                quotes=True,
            )
        )  # fmt: skip
    return made, left


def _named(lines: Sequence[Line], quote: Range, text: str) -> Found | None:
    """The cue of a quotation under which a name stands, or before which any verb stands; None without."""
    start, end = quote
    below = credit_below(lines, end, text)
    if below is not None:
        line, source = below
        dash = next((token for token in range(source) if line.lows[token] in DASHES), source)
        return _made(line, dash, (dash,), source, quote)
    line_here = line_at(lines, start)
    ends = final(text, end) in (".", "!", "?")
    before = verb_before(line_here, start) if line_here is not None and ends else None
    if line_here is None or before is None or not text[start + 1 : start + 2].isupper():
        return None
    return _made(line_here, before[0], (before[0],), before[1], quote)


def _behind_reaction(lines: Sequence[Line], quote: Range, text: str) -> Found | None:
    """The cue of a quotation behind a sentence in which somebody reacts (“Rosa shrugged. “He is gone.””)."""
    found = reaction(lines, quote[0], text)
    if found is None or not text.endswith(ENDED, 0, quote[1]):
        return None
    line, verb, who = found
    if line.lemmas[verb] in REACTIONS or line.lemmas[verb] == "be":
        return _made(line, verb, (verb,), who, quote)
    # What they did is news of its own: the name alone is the cue.
    return _made(line, who, (who,), who, quote)


def _made(line: Line, at: int, cue: tuple[int, ...], source: int, quote: Range) -> Found:
    return Found(
        line.index, at, cue, set(), (), "say", "neutral", "speech", "q", source=source, ranges=[quote],
        quotes=True,
    )  # fmt: skip


def _verb_behind(line: Line, end: int) -> int | None:
    """The verb of "..., the guard shot back" right behind a quotation, whatever the verb is."""
    first = next((token for token in range(line.size) if line.offset + line.parsed.starts[token] >= end), None)
    if first is None:
        return None
    for token in range(first, min(line.size, first + 8)):
        if line.tags[token] in ("VBD", "VBZ") and line.lemmas[token] not in SILENT:
            who = line.child(token, "nsubj")
            if who is not None and first <= who <= token + 4 and line.tags[who][:2] in ("NN", "PR", "WP"):
                return token
            return None
        if line.lows[token] in (",", ";", "."):
            return None
    return None


def _main_verb(line: Line, start: int) -> int | None:
    """The verb of the clause before a quotation at `start`, or its noun where it has none."""
    tokens = [token for token in range(line.size) if line.offset + line.parsed.starts[token] < start]
    roots = [token for token in tokens if line.heads[token] == token]
    if roots and line.is_verb(roots[0]):
        return roots[0]
    verbs = [token for token in tokens if line.is_verb(token) and line.child(token, "nsubj") is not None]
    if verbs:
        return verbs[-1]
    nouns = [token for token in tokens if line.tags[token].startswith("NNP")]
    return nouns[-1] if nouns and len(tokens) <= 8 else None


def _colon(line: Line, start: int) -> int:
    return max(token for token in range(line.size) if line.offset + line.parsed.starts[token] < start)
