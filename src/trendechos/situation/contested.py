"""What one voice says is so and another denies: questions in the words that are denied."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trendechos.languages.en.contested import LIGHT, NO_SUCH, PLANS, POINTING, REPORTED, WITHIN
from trendechos.languages.en.stances import EMPTY_LEMMAS, NEGATED
from trendechos.records import FATES, Claim, Origin
from trendechos.situation import matters
from trendechos.situation.questions import Question
from trendechos.situation.stances import AGAINST, is_answer
from trendechos.situation.subjects import Subject, subject_of
from trendechos.situation.surroundings import Surroundings

_NO_SUCH, _REPORTED, _POINTING, _WITHIN = map(re.compile, (NO_SUCH, REPORTED, POINTING, WITHIN))
_NOBODY = frozenset(["none", "outlet", "unnamed"])
# So much of what is denied another says; two denials of one matter share less.
_SAID, _ALIKE = 0.75, 0.6
_FEWEST = 2
# "Denies this": of what stands just before, and says something.
_REACH = 3
_LEAST = 4
_STEM = 5
_LONGEST = 14
# Who or what is meant stands before.
_VAGUE = ("they ", "this ", "that ", "these ", "those ")
# "Its owner, who is abroad, has offered": what only tells who is meant.
_ASIDE = re.compile(r"(?:, (?:who|which|whose|its|his|her|their|an?|the)\b[^,]*)+,")
# More disputes than a reader takes in, of the denials on most pages.
_MOST, _DENIALS = 30, 1000


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
    def head(self) -> str:
        """The first word of what is denied: of "any part in the theft" the part, not the theft."""
        return next((word for word in self.claim.lemmas if word in self.words), "")

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
    del denials[_DENIALS:]
    backing = _backing(denials, [one for one in sides if not one.denies])
    found: list[tuple[_Side, Question]] = []
    for at, denial in enumerate(denials):
        if not backing[at]:
            continue
        question = next((one for first, one in found if _is_one(first, denial)), None)
        if question is None:
            words = _words(denial, backing[at])
            if not words:
                continue
            question = _question(denial, words)
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
    if subject is None or origin.speaker.kind in ("none", "outlet") or subject.stance == "noncommittal":
        return ()
    own = frozenset(origin.speaker.canonical.lower().split())
    found: dict[str, _Side] = {}
    for at, claim in enumerate(subject.claims):
        denies = _is_denial(claim)
        if not denies and (at > 0 or claim.polarity != "asserted"):
            continue
        words = matters.matter(claim) - EMPTY_LEMMAS - LIGHT - own
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
        and _reads_alone(_ASIDE.sub("", one.text))
        and not one.text.lower().startswith(_VAGUE)
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
            if many >= max(_FEWEST, _SAID * len(denials[at].words)) and denials[at].head in side.words
        ]
        for at in {*meant, *enough}:
            told = denials[at].dead
            if not _is_of_one(denials[at], side) and (not told or told == side.dead):
                found[at].append(side)
    return found


def _is_of_one(one: _Side, other: _Side) -> bool:
    """True for one voice, or one person: who says yes and no turned, and disputes nothing with himself."""
    same = one.subject.origin.speaker.canonical == other.subject.origin.speaker.canonical
    return same or one.voice == other.voice


def _is_one(first: _Side, other: _Side) -> bool:
    """True for two denials of one matter."""
    if first.meant or other.meant:
        return first.meant == other.meant
    shared = len(first.words & other.words)
    return shared >= _FEWEST and shared >= _ALIKE * min(len(first.words), len(other.words))


def _question(denial: _Side, words: str) -> Question:
    key = (
        "statement",
        "contested",
        "+".join(sorted(denial.words)) or denial.meant,
        "",
        denial.subject.topic.day or "",
    )
    question = Question(key, "statement", "contested", frozenset(), frozenset(), None)
    question.words = words
    return question


def _words(denial: _Side, backing: Sequence[_Side]) -> str:
    """What is denied, in the words of the denial where they are a statement, else of who says it.

    Empty where neither can be read alone.
    """
    own = _REPORTED.sub("", denial.claim.text)
    if is_answer(denial.claim) and not denial.meant and _reads_alone(own):
        return own
    widest = max(backing, key=lambda one: (len(one.subject.origin.reports), one.claim.claim_id))
    held = [one for one in widest.subject.claims if one.claim_id == denial.meant] or [widest.claim]
    text = _ASIDE.sub("", held[0].text)
    return f"{text} ({widest.subject.origin.speaker.canonical})" if _reads_alone(text) else ""


def _reads_alone(text: str) -> bool:
    return _LEAST <= len(text.split()) <= _LONGEST
