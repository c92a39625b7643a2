"""What one voice says is so and another denies: questions in the words that are denied."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trendechos.languages.en.contested import NO_SUCH, PLANS, POINTING, REPORTED, WITHIN
from trendechos.languages.en.stances import EMPTY_LEMMAS, NEGATED
from trendechos.records import FATES, Claim, Origin
from trendechos.situation import matters
from trendechos.situation.questions import Question
from trendechos.situation.stances import AGAINST, is_answer
from trendechos.situation.subjects import Subject, subject_of
from trendechos.situation.surroundings import Surroundings

_NO_SUCH, _REPORTED, _POINTING, _WITHIN = map(re.compile, (NO_SUCH, REPORTED, POINTING, WITHIN))
_NOBODY = frozenset(["none", "outlet", "unnamed"])
# So much of what is denied another says: by who denies it in so many words, and by a mere "not".
_DENIED, _NOT = 0.6, 0.7
_FEWEST = 2
# "Denies this": of what stands just before, and says something.
_REACH = 3
_LEAST = 4
_STEM = 5
_LONGEST = 100
# More disputes than a reader takes in.
_MOST = 30


@dataclass(frozen=True, slots=True)
class _Side:
    """One claim that says or denies something; `meant` is what a bare denial points at."""

    subject: Subject
    claim: Claim
    words: frozenset[str]
    denies: bool
    meant: str = ""

    @property
    def voice(self) -> str:
        """Who takes the side: a party is one voice."""
        origin = self.subject.origin
        return origin.party or origin.speaker.party or origin.speaker.canonical

    @property
    def share(self) -> float:
        """How much of a denial another must say."""
        return _DENIED if is_answer(self.claim) else _NOT

    @property
    def dead(self) -> list[tuple[float | None, float | None]]:
        """The tolls that it gives: another toll is no answer to it, but another number."""
        return [(one.low, one.high) for one in self.claim.quantities if one.counts in FATES]


def contested(around: Surroundings, posed: Iterable[Question]) -> list[Question]:
    """One question for each matter on which voices contradict one another and that `posed` does not hold.

    The denial and what it denies share most of the words of the denial, or the denial points at what another
    said just before it ("rejects this", "no such offer"). The widest told come first.
    """
    answered = {one for question in posed for one, stance in question.stances.items() if stance in AGAINST}
    sides = [side for found in around.every(_sides) for side in found]
    denials = [one for one in sides if one.denies and one.subject.origin.origin_id not in answered]
    denials.sort(
        key=lambda one: (-len(one.subject.origin.reports), one.subject.topic.day or "9999", one.claim.claim_id)
    )
    backing = _backing(denials, [one for one in sides if not one.denies])
    found: list[tuple[_Side, Question]] = []
    for at, denial in enumerate(denials):
        if not backing[at]:
            continue
        question = next((one for first, one in found if _is_one(first, denial)), None)
        if question is None:
            question = _question(denial, backing[at])
            found.append((denial, question))
        for side in backing[at]:
            question.add(side.subject, "supports" if side.claim.certainty == "asserted" else "partly_supports")
        stance = denial.subject.stance if denial.subject.stance in AGAINST else "contradicts"
        question.add(denial.subject, stance)
    questions = [one.settle() for _, one in found]
    return sorted(questions, key=_rank)[:_MOST]


def _rank(question: Question) -> tuple[int, tuple[str, ...]]:
    pages = {report for one in question.members.values() for report in one.origin.reports}
    return -len(pages), question.key


def _sides(origin: Origin, around: Surroundings) -> tuple[_Side, ...]:
    """The sides that an origin takes: its first claim, and each denial in other words."""
    subject = subject_of(origin, around)
    if subject is None or origin.speaker.kind in ("none", "outlet"):
        return ()
    own = frozenset(origin.speaker.canonical.lower().split())
    found: dict[str, _Side] = {}
    for at, claim in enumerate(subject.claims):
        denies = _is_denial(claim)
        if not denies and (at > 0 or claim.polarity != "asserted"):
            continue
        words = matters.matter(claim) - EMPTY_LEMMAS - own
        meant = _pointed_at(claim, words, around) if denies else ""
        to_come = claim.certainty == "conditional_or_future"
        if meant or not (denies and (to_come or len(words) < _FEWEST or words & PLANS)):
            # What is to come can be denied only where a denial points at it.
            found.setdefault(
                claim.text, _Side(subject, claim, frozenset() if to_come else words, denies, meant)
            )
    return tuple(found.values())


def _is_denial(claim: Claim) -> bool:
    """True for what denies a matter; "no one was hurt" is of those whom it speaks of, and answers no toll."""
    low = claim.text.lower()
    if _NO_SUCH.search(low):
        return True
    counted = NEGATED["casualties"].isdisjoint(claim.lemmas) or is_answer(claim)
    return claim.polarity == "denied" and counted and not _WITHIN.search(low)


def _pointed_at(claim: Claim, words: frozenset[str], around: Surroundings) -> str:
    """The claim just before that "this", "the allegation" or "no such offer" means; empty where none."""
    low = claim.text.lower()
    such = _NO_SUCH.search(low)
    bare = claim.cue and claim.cue.kind == "deny" and not words and _POINTING.fullmatch(low)
    if not (such or bare):
        return ""
    before, _ = around.beside(claim)
    near = [
        one
        for one in before[-_REACH:]
        if one.speaker.kind not in _NOBODY
        and one.speaker.canonical != claim.speaker.canonical
        and one.polarity == "asserted"
        and len(one.text.split()) >= _LEAST
        and (such is None or any(word.startswith(such[1][:_STEM]) for word in one.lemmas))
    ]
    last = [one for one in near if one.speaker.canonical == near[-1].speaker.canonical]
    return max(last, key=lambda one: (len(one.lemmas), one.claim_id)).claim_id if last else ""


def _backing(denials: Sequence[_Side], said: Sequence[_Side]) -> list[list[_Side]]:
    """For each denial those who say what it denies, in another voice."""
    by_word: dict[str, list[int]] = defaultdict(list)
    by_claim: dict[str, list[int]] = defaultdict(list)
    for at, denial in enumerate(denials):
        if denial.meant:
            by_claim[denial.meant].append(at)
        for word in denial.words if not denial.meant else ():
            by_word[word].append(at)
    found: list[list[_Side]] = [[] for _ in denials]
    denied = frozenset(by_word)
    for side in said if denials else ():
        shared: dict[int, int] = defaultdict(int)
        for word in side.words & denied:
            for at in by_word[word]:
                shared[at] += 1
        meant = [at for claim in side.subject.claims for at in by_claim.get(claim.claim_id, ())]
        enough = [
            at
            for at, many in shared.items()
            if many >= _FEWEST and many >= denials[at].share * len(denials[at].words)
        ]
        for at in {*meant, *enough}:
            told = denials[at].dead
            if denials[at].voice != side.voice and (not told or told == side.dead):
                found[at].append(side)
    return found


def _is_one(first: _Side, other: _Side) -> bool:
    """True for two denials of one matter."""
    if first.meant or other.meant:
        return first.meant == other.meant
    shared = len(first.words & other.words)
    return shared >= _FEWEST and shared >= _DENIED * min(len(first.words), len(other.words))


def _question(denial: _Side, backing: Sequence[_Side]) -> Question:
    key = (
        "statement",
        "contested",
        "+".join(sorted(denial.words)) or denial.meant,
        "",
        denial.subject.topic.day or "",
    )
    question = Question(key, "statement", "contested", frozenset(), frozenset(), None)
    question.words = _words(denial, backing)
    return question


def _words(denial: _Side, backing: Sequence[_Side]) -> str:
    """What is denied, in the words of the denial where they are a statement, else of who says it."""
    own = _REPORTED.sub("", denial.claim.text)
    plain = denial.share == _DENIED and not denial.meant and len(own.split()) >= _LEAST
    widest = max(backing, key=lambda one: (len(one.subject.origin.reports), one.claim.claim_id))
    held = [one for one in widest.subject.claims if one.claim_id == denial.meant] or [widest.claim]
    text = own if plain else held[0].text
    short = text if len(text) <= _LONGEST else text[: text.rfind(" ", 0, _LONGEST)] + " …"
    return short if plain else f"{short} ({widest.subject.origin.speaker.canonical})"
