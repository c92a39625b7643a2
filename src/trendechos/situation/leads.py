"""What most pages open with, whoever says it: what their headlines and first sentences have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from trendechos.languages.en.alike import alike
from trendechos.languages.en.reporting import PRONOUNS_HE, PRONOUNS_SHE, PRONOUNS_THEY, PRONOUNS_WE
from trendechos.records import Claim, Lead, Report
from trendechos.situation.matters import matter
from trendechos.situation.surroundings import Page, Surroundings
from trendechos.text.normalise import words as spelled

# A page opens with its headline and about its first three sentences.
_OPENING = 600
_LINES = 8
# First letters that stand for a family of words, as in `echoes`.
_STEM = 5
# Words that a line must have to say something alone, and words of the matter to be compared by.
_LEAST_WORDS, _LEAST_MATTER = 6, 4
# The share of its words that a page must have to tell a line.
_TOLD = 0.6
# Two lines with this share of words in common are not both shown.
_ALIKE = 0.4
# So many pages, the newest, are read together; so many lines, those of the most shared words, are weighed.
_PAGES, _WEIGHED = 400, 60
_SHOWN, _FEWEST = 4, 3
# What opens the pages of the last days is told apart where so many pages are of these days.
_LAST_DAYS, _LAST_PAGES = 3, 3
_PASSED_OVER = frozenset(["prediction", "call", "assessment", "threat", "statement", "denial"])


# Whoever reads a line alone does not know who or what these are.
_POINTING = PRONOUNS_HE | PRONOUNS_SHE | PRONOUNS_THEY | PRONOUNS_WE | {"it", "its", "this", "these", "that"}


@dataclass(frozen=True, slots=True)
class _Line:
    claim: Claim
    words: frozenset[str]
    figures: frozenset[str]
    shows: bool


@dataclass(frozen=True, slots=True)
class _Opening:
    """The first lines of one page."""

    day: str
    report_id: str
    lines: tuple[_Line, ...]


def leads(around: Surroundings) -> tuple[Lead, ...]:
    """What most pages open with, most pages first, then what those of the last days held open with.

    A page tells a line when one of its own first lines has most of its words of the matter and all of its
    figures. Lines are weighed by the mean share of pages that hold their words (SumBasic, Nenkova and
    Vanderwende 2005); none repeats the matter of one chosen before.
    """
    held = [opening for part in around.pages(_openings) for opening in part]
    newest = nlargest(_PAGES, held, key=lambda one: (one.day, one.report_id))
    found = _chosen(newest, around, None)
    days = sorted({one.day for one in newest if one.day})
    if len(days) <= _LAST_DAYS:
        return found
    last = [one for one in newest if one.day >= days[-_LAST_DAYS]]
    if len(last) < _LAST_PAGES:
        return found
    return (*found, *_chosen(last, around, days[-_LAST_DAYS])[:1])


def _openings(pages: Sequence[Page]) -> list[_Opening]:
    found = []
    for report, claims in pages:
        lines = [line for claim in claims if _opens(claim) and (line := _line(claim, report))]
        found.append(_Opening(_day(report), report.report_id, tuple(lines[:_LINES])))
    return found


def _day(report: Report) -> str:
    return report.published_on or ""


def _opens(claim: Claim) -> bool:
    """True for what the page tells as so among its first lines."""
    early = claim.span.field == "title" or claim.span.start <= _OPENING
    told = claim.polarity == "asserted" and claim.certainty == "asserted"
    return early and told and not claim.background and claim.type not in _PASSED_OVER


def _line(claim: Claim, report: Report) -> _Line | None:
    words = frozenset(alike().get(word) or word[:_STEM] for word in matter(claim))
    if len(words) < _LEAST_MATTER:
        return None
    figures = frozenset(word for word in spelled(claim.text) if word[0].isdigit())
    shows = len(claim.text.split()) >= _LEAST_WORDS and _stands_alone(claim, report)
    return _Line(claim, words, figures, shows)


def _stands_alone(claim: Claim, report: Report) -> bool:
    """False for a clause cut out of its sentence ("who fled", "The army fired and"), and one of "her"."""
    behind = report.words(claim.span.field)[claim.span.end :].lstrip()
    first = claim.text.partition(" ")[0].lower()
    return claim.text[:1].isupper() and not behind[:1].isalnum() and first not in _POINTING


def _chosen(openings: Sequence[_Opening], around: Surroundings, from_day: str | None) -> tuple[Lead, ...]:
    shared = Counter(word for one in openings for word in {word for line in one.lines for word in line.words})
    weighed = nlargest(
        _WEIGHED,
        (line for one in openings for line in one.lines if line.shows and around.origin_of(line.claim)),
        key=lambda line: (
            sum(shared[word] for word in line.words) / len(line.words),
            line.claim.text,
            line.claim.claim_id,
        ),
    )
    by_word = _by_word(openings)
    told = [(line, _tellers(line, by_word)) for line in weighed]
    # Stable: of two lines on as many pages the one of the more shared words comes first.
    told.sort(key=lambda one: -len(one[1]))
    chosen: list[tuple[_Line, dict[str, _Line]]] = []
    for line, pages in told:
        if (
            len(pages) >= _FEWEST
            and len(chosen) < _SHOWN
            and not any(_is_alike(line, other) for other, _ in chosen)
        ):
            chosen.append((line, pages))
    return tuple(_lead(line, pages, len(openings), around, from_day) for line, pages in chosen)


def _by_word(openings: Iterable[_Opening]) -> dict[str, list[tuple[str, _Line]]]:
    found: dict[str, list[tuple[str, _Line]]] = defaultdict(list)
    for opening in openings:
        for line in opening.lines:
            for word in line.words:
                found[word].append((opening.report_id, line))
    return found


def _tellers(line: _Line, by_word: Mapping[str, Sequence[tuple[str, _Line]]]) -> dict[str, _Line]:
    """By page the line of it that tells the same with the most words in common."""
    lines = {other.claim.claim_id: (page, other) for word in line.words for page, other in by_word[word]}
    common = Counter(other.claim.claim_id for word in line.words for _, other in by_word[word])
    found: dict[str, _Line] = {}
    for claim_id, many in sorted(common.items(), key=lambda one: (one[1], lines[one[0]][1].claim.text, one[0])):
        page, other = lines[claim_id]
        if many >= _TOLD * len(line.words) and line.figures <= other.figures:
            found[page] = other
    return found


def _is_alike(line: _Line, other: _Line) -> bool:
    return len(line.words & other.words) >= _ALIKE * min(len(line.words), len(other.words))


def _lead(
    line: _Line, pages: dict[str, _Line], of_count: int, around: Surroundings, from_day: str | None
) -> Lead:
    rest = sorted(one.claim.claim_id for one in pages.values() if one is not line)
    origin = around.origin_of(line.claim) or ""
    return Lead(line.claim.text, origin, (line.claim.claim_id, *rest), len(pages), of_count, from_day)
