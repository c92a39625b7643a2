"""What somebody said before, told on the page that carries what he says now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trendechos.languages.en.turning import BODIES, FORMERLY, FORMERLY_SAID, FORMERLY_SELF, TURNS
from trendechos.records import Claim, Report
from trendechos.situation.parties import demonyms
from trendechos.situation.surroundings import Page
from trendechos.text.normalise import small

_FORMERLY, _SELF, _SAID, _TURNS = (
    re.compile("|".join(one)) for one in (FORMERLY, FORMERLY_SELF, FORMERLY_SAID, TURNS)
)
_STOP = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=\S)|\n+")
# A sentence is looked for within so much.
_LONGEST = 1000
# What is said now stands so near before its recall, about a sentence, or two where the speaker is known; and
# right behind it.
_BEFORE, _KNOWN, _BEHIND = 250, 500, 40
# The subject is named in so many words before its verb; a word and its forms agree in so many letters.
_SUBJECT, _STEM = 6, 6
_SHORTEST = 3
# "Had said otherwise" tells nothing of what was said.
_NOTHING = re.compile(r"\W*(?:otherwise|so|as much|the (?:opposite|contrary)|this|that|it)?\W*")
_NOBODY = frozenset(["none", "outlet"])
_PERSONAL = frozenset(["he", "she", "who"])
_PRONOUNS = _PERSONAL | {"it", "they", "which"}
_RELATIVE = frozenset(["which", "dated", "on"])
# Where the clause starts that tells what was said before ("people whom the company had at first said ...").
# With some words of those of whom it tells, but behind a comma of none.
_CLAUSE = re.compile(r"(?:(?:[\w'’-]+ ){1,3}|\b)(?:whom|which|who|whose|that)\b")
# Who speaks for a body without its name.
_HEADS = re.compile(r"\b(?:leader|chief|head|president|director|chair\w*|commander|boss|spokes\w+)\b")
_OF_IT = re.compile(r"^(?:spokes\w+|officials?|leaders?)$")
_ADVERBS = re.compile(
    r"\b(?:had|has|at first|initially|originally|earlier|previously)\b|[^\w'’ -]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Recall:
    """A statement, the words in which its page tells what was said before, and the claims within them."""

    now: Claim
    words: str
    told: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Former:
    """Where a page tells what was said before: the sentence, the recall in it, and who said it, in words."""

    start: int
    end: int
    at: int
    to: int
    subject: tuple[str, ...]
    relative: bool

    def tells(self, claim: Claim) -> bool:
        """True for what is told to have been said, by its cue, or by nobody in the page's own words."""
        if claim.speaker.kind in _NOBODY:
            return self.start <= claim.span.start and self.at < claim.span.end <= self.end
        return claim.cue is not None and self.at < claim.cue.span.end and claim.cue.span.start < self.to


def recalls(pages: Sequence[Page]) -> list[Recall]:
    """What the pages tell of statements that no longer hold, each beside what the same speaker says now."""
    return [one for report, claims in pages for one in _on_page(report, claims)]


def _on_page(report: Report, claims: Sequence[Claim]) -> Iterator[Recall]:
    text, low = report.text, small(report.text)
    held = [claim for claim in claims if claim.span.field != "title"]
    matches = list(_FORMERLY.finditer(low))
    for turn in _TURNS.finditer(low):
        # What was said before stands in the same sentence or the next.
        start, end = _sentence(text, turn.start())
        _, behind = _sentence(text, min(end + 2, len(text)))
        matches += [match for match in [_SAID.search(low, start, behind)] if match]
    for match in matches:
        if found := _recall(text, match, held):
            yield found
    for match in _SELF.finditer(low):
        start, end = _sentence(text, match.start())
        own = [one for one in held if start <= one.span.start < match.start() and _speaks(one)]
        if own:
            told = tuple(one for one in held if match.start() < one.span.start < end)
            yield Recall(own[-1], text[match.start() : end].strip(" .\n"), told)


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around `at` starts and ends."""
    stops = [stop.end() for stop in _STOP.finditer(text, max(0, at - _LONGEST), at)]
    behind = _STOP.search(text, at)
    return stops[-1] if stops else max(0, at - _LONGEST), behind.start() if behind else len(text)


def _recall(text: str, match: re.Match[str], held: Sequence[Claim]) -> Recall | None:
    start, end = _sentence(text, match.start())
    if _NOTHING.fullmatch(text, match.end(), end):
        return None
    verb, group = match.start(match.lastgroup or 0), match.lastgroup
    subject = tuple(_ADVERBS.sub(" ", text[start:verb]).split()[-_SUBJECT:])
    former = _Former(start, end, match.start(), match.end(), subject, group in _RELATIVE)
    told = tuple(one for one in held if former.tells(one))
    now = _said_now(former, told, [one for one in held if _speaks(one) and one not in told])
    if now is None or _is_figure(now, told):
        return None
    since = match.start() if start <= now.span.start < end else start
    clauses = [one.start() for one in _CLAUSE.finditer(text, since, verb)]
    if now.cue and match.end() < now.cue.span.start < end:
        end = now.cue.span.start
    return Recall(now, text[clauses[-1] if clauses else since : end].strip(" ,.\n"), told)


def _said_now(former: _Former, told: Sequence[Claim], spoken: Sequence[Claim]) -> Claim | None:
    """What the same speaker says now, beside what he is told to have said."""
    known = next((one.speaker.canonical for one in told if one.speaker.kind not in _NOBODY), None)
    before = [one for one in spoken if one.span.start < former.at <= one.span.end + _KNOWN][::-1]
    behind = [one for one in spoken if former.at < one.span.start <= former.end + _BEHIND]
    if known is not None:
        near = [*behind, *before] if former.relative else [*before, *behind]
        found = next((one for one in near if one.speaker.canonical == known), None)
        if found is not None:
            return found
    near = [one for one in before[:1] if one.span.end >= former.at - _BEFORE and not former.relative]
    if former.relative or not (former.subject and former.subject[-1].lower() in _PRONOUNS):
        near += behind[:1]
    return next((one for one in near if _is_by(former.subject, one, spoken)), None)


def _speaks(claim: Claim) -> bool:
    """True for words of somebody, and no refusal to give any."""
    return claim.speaker.kind not in _NOBODY and claim.polarity != "noncommittal"


def _is_by(subject: Sequence[str], claim: Claim, page: Sequence[Claim]) -> bool:
    """True where the words before "had said" are the claim's speaker, by pronoun, name, country or kind."""
    if not subject:
        return False
    speaker, last = claim.speaker, subject[-1].lower()
    if last in _PRONOUNS:
        return last not in _PERSONAL or speaker.kind in ("person", "unnamed")
    called = [one.speaker.name for one in page if one.speaker.canonical == speaker.canonical]
    names = " ".join([*called, speaker.canonical]).lower()
    own = any(word.lower()[:_STEM] in names for word in subject if _is_telling(word))
    if own or (speaker.party and speaker.party in demonyms(" ".join(subject))):
        return True
    if speaker.kind == "person":
        return bool(_HEADS.search(names)) and not BODIES.isdisjoint(subject)
    if speaker.kind not in ("organisation", "government", "group"):
        return False
    named = "minist" in names or not BODIES.isdisjoint(names.split())
    return bool(_OF_IT.search(last)) or not (named or BODIES.isdisjoint(subject))


def _is_telling(word: str) -> bool:
    """True for a name or a longer noun, and no article that opens the sentence."""
    return word.isupper() or len(word) > (_SHORTEST if word[0].isupper() else _STEM)


def _is_figure(now: Claim, told: Sequence[Claim]) -> bool:
    """True where both give a figure: that is a number that moved."""
    counts = {number.counts for one in told for number in one.quantities}
    return any(number.counts in counts for number in now.quantities)
