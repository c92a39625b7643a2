"""Which reports speak to what a reader asks about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from trendechos.records import Claim, Report

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Words of a question that name nothing.
_EMPTY = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "by",
        "for",
        "from",
        "how",
        "in",
        "is",
        "it",
        "its",
        "many",
        "much",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "this",
        "to",
        "was",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
        "with",
        "about",
        "into",
        "over",
    ]
)
# A report speaks to the question when it holds this share of what the question names.
_ENOUGH = 0.6


def about(query: str, reports: Mapping[str, Report], claims: Mapping[str, Claim]) -> frozenset[str]:
    """The ids of the reports that speak to `query`; all of them when it names nothing."""
    return frozenset(about_why(query, reports, claims))


def about_why(query: str, reports: Mapping[str, Report], claims: Mapping[str, Claim]) -> dict[str, str]:
    """For each report that speaks to `query` the words of it that it holds, by report id.

    A word counts when it, or one with the same beginning of five letters or more ("Korea", "Korean"),
    stands in the title or text, or in the canonical name of a speaker, actor or place of the report's
    claims. Names (capitalised words) weigh double; a report needs six tenths of the weight.
    """
    wanted = _wanted(query)
    names = _canonical_names(claims.values())
    found = {}
    total = sum(wanted.values())
    for report in sorted(reports.values(), key=lambda one: one.version_id):
        if not wanted:
            found[report.report_id] = "everything"
            continue
        held = {_key(word) for word in _WORD.findall(f"{report.title or ''} {report.text}")}
        held |= names.get(report.report_id, frozenset())
        hits = [word for word in wanted if _key(word) in held]
        if sum(wanted[word] for word in hits) >= _ENOUGH * total:
            found[report.report_id] = ", ".join(hits)
    return found


def _wanted(query: str) -> dict[str, int]:
    """The words that name something, with their weights, in the order of the query."""
    words = {}
    for word in _WORD.findall(query):
        if word.lower() not in _EMPTY:
            words[word] = 2 if word[:1].isupper() or word.isdigit() else 1
    return words


def _key(word: str) -> str:
    """A word reduced so that singular and plural, country and people, meet."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    if len(low) > 5:
        for ending in ("ians", "ian", "ans", "an", "ns", "n", "es", "s"):
            if low.endswith(ending) and len(low) - len(ending) >= 4:
                return low[: -len(ending)].rstrip("aeiy")
        return low.rstrip("aeiy")
    return low.rstrip("s") if len(low) > 3 else low


def _canonical_names(claims: Iterable[Claim]) -> Mapping[str, frozenset[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        own = names[claim.report_id]
        parts = [claim.speaker.canonical, *(place.name for place in claim.places)]
        if claim.event:
            parts += [actor.name for actor in (*claim.event.actors, *claim.event.recipients)]
        for part in parts:
            own.update(_key(word) for word in _WORD.findall(part))
    return {report: frozenset(words) for report, words in names.items()}
