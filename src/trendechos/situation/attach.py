"""Which question a bare denial, doubt or non-answer speaks to, where it does not say so itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from trendechos.languages.en.stances import CONFIRMS, EMPTY_LEMMAS, NEGATED
from trendechos.records import TOLLS, Claim, Origin
from trendechos.records.proposition import StanceKind
from trendechos.situation.parties import demonyms
from trendechos.situation.questions import PLACED, Question
from trendechos.situation.scopes import stem
from trendechos.situation.stances import AGAINST, is_answer
from trendechos.situation.subjects import Subject, subject_of
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.tolls import is_nought
from trendechos.situation.topics import is_near

# "The Kremlin dismissed the reports": the reports are those told just before, seldom six claims away.
_REACH = 6
# A claim before is twice as likely to be what "it" means as one after (anaphora points back).
_BEFORE = 2.0
# Half of the best-supported question's votes: the reader would still say that it speaks to it.
_SHARE = 0.5
_AT_MOST = 3
# Up to here a denial is bare; above it must share words with what it is taken to deny.
_BARE_WORDS = 2
_SHARED_WORDS = 2
# Enough claims to know what a question is talked of in.
_WORDS_FROM = 40
# A clause that only tells which place, time or people are meant.
_BEHIND = re.compile(r"\b(?:where|when|after|since|because|while|which|who)\b")
_STEM = 4
_CONFIRMS = re.compile("|".join(CONFIRMS), re.IGNORECASE)
# A denial's own place is often the page's, not the matter's ("denied sending troops to fight in ...").
_ELSEWHERE = 0.4
_ANOTHER_KIND = 0.5


def attach(questions: Sequence[Question], around: Surroundings) -> None:
    """Adds to `questions` the origins that speak to them without naming party or place in full.

    A denial, doubt or non-answer goes to up to three questions; a statement of an event without a place,
    and a bare confirmation, to one. What fits none stays out.
    """
    neighbours = _Neighbours(around, questions)
    by_place: dict[str, list[Question]] = defaultdict(list)
    by_family: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        by_family[question.family].append(question)
        if question.scope:
            by_place[question.key[3]].append(question)
    for one in around.every(_speaking_to_others):
        votes = _votes(one, around, neighbours, by_place=by_place, by_family=by_family)
        _add(one, votes, neighbours, at_most=_AT_MOST if one.stance in AGAINST else 1)


def _speaking_to_others(origin: Origin, around: Surroundings) -> Subject | None:
    """A denial, doubt or non-answer, a bare confirmation, or an event without a place; None for all else."""
    one = subject_of(origin, around)
    if one is None or (one.stance in AGAINST and all(_to_come(claim) for claim in one.claims)):
        return None  # "sanctions alone will not do" contradicts nothing that is
    answers = one.stance in AGAINST or _confirms(one)
    if answers and one.origin.speaker.kind == "none":
        return None  # "is not without precedent" denies nothing that others said
    return one if answers or _is_unplaced(one) else None


def _pointed_at(subject: Subject, around: Surroundings) -> set[str]:
    """The places that a bare denial or doubt was found to speak of, where no word of its own names one."""
    if subject.topic.place or not _is_bare(subject):
        return set()
    return {
        around.scopes.of(place).broad
        for claim in subject.claims
        for place in claim.places
        if place.role == "event" and place.precision != "country" and is_near(claim, place)
    }


def _votes(
    subject: Subject,
    around: Surroundings,
    neighbours: _Neighbours,
    *,
    by_place: Mapping[str, Sequence[Question]],
    by_family: Mapping[str, Sequence[Question]],
) -> dict[tuple[str, ...], float]:
    """How strongly each question is what `subject` speaks to, by its words, its place and its neighbours."""
    against = subject.stance in AGAINST
    same = by_family.get(subject.topic.family or "", ())
    votes = _around(subject, same, neighbours)
    for question in by_place.get(subject.topic.place.broad, ()) if subject.topic.place else ():
        # "Denied harming civilians" answers nobody who says that they are there.
        meant = not against or _is_bare(subject) or neighbours.shares_words(subject, question.key)
        if (
            meant
            and _meets(subject, question)
            and not (
                subject.stance == "contradicts"
                and subject.topic.family in PLACED
                and same
                and question.family != subject.topic.family
            )
        ):
            # Its own words name the matter: worth as much as a claim just before it.
            votes[question.key] = votes.get(question.key, 0.0) + _BEFORE * len(subject.claims)
    for place in sorted(_pointed_at(subject, around)) if against else ():
        for key in _widest(by_place.get(place, ())):
            votes[key] = votes.get(key, 0.0) + _BEFORE
    if against and not any(is_answer(claim) for claim in subject.claims):
        # "I was not bothered by it" answers no report: a mere "not" speaks to its own kind of event.
        votes = {key: vote for key, vote in votes.items() if key[1] == subject.topic.family}
    if subject.stance == "doubts":
        votes = _of_its_kind(subject, votes, neighbours.questions)
    if not votes and against and subject.topic.family in PLACED:
        votes = _widest([question for question in same if subject.origin.party in question.concerned])
    if subject.stance in ("denies", "noncommittal") and subject.topic.place is None:
        votes = _widened(votes, neighbours.questions)
    return votes


def _weight(subject: Subject) -> tuple[int, str, str]:
    """What is read first of many: what most pages carry, then by its words."""
    return -len(subject.origin.reports), subject.origin.text, subject.origin.origin_id


def _confirms(subject: Subject) -> bool:
    """True for an origin that only bears out what stands before it ("confirmed it", "had such evidence")."""
    return subject.topic.family is None and any(
        len(own_words(claim)) <= _BARE_WORDS
        and ((claim.cue is not None and claim.cue.kind == "confirm") or _CONFIRMS.search(claim.text))
        for claim in subject.claims
    )


def _to_come(claim: Claim) -> bool:
    """True for a negative about what is to come."""
    planned = ("predicted", "announced", "considered")
    return claim.certainty == "conditional_or_future" or claim.status in planned


def _is_unplaced(subject: Subject) -> bool:
    """True for an event of which few claims say where; "near the border" does, though no map can tell."""
    somewhere = sum(any(place.name.islower() for place in claim.places) for claim in subject.claims)
    return (
        subject.events
        and subject.topic.place is None
        and subject.topic.family in PLACED
        and somewhere * 2 <= len(subject.claims)
    )


def _around(
    subject: Subject, same: Sequence[Question], neighbours: _Neighbours
) -> dict[tuple[str, ...], float]:
    """The votes of the claims around, for what an answer can mean; `same` are questions of its own kind."""
    votes = neighbours.votes(subject)
    own = subject.topic.family
    alike = [one for one in same if _fits(one, subject)] if own in PLACED else []
    if subject.stance == "contradicts" and alike:
        # Who says that they do not fight does not say that they are not there.
        return {key: vote for key, vote in votes.items() if key[1] == own} or _widest(alike)
    if subject.stance in AGAINST and not _is_bare(subject):
        return {key: vote for key, vote in votes.items() if neighbours.shares_words(subject, key)}
    return votes


def _of_its_kind(
    subject: Subject, votes: dict[tuple[str, ...], float], questions: Mapping[tuple[str, ...], Question]
) -> dict[tuple[str, ...], float]:
    """The votes for questions of the subject's own kind where there are any, else all.

    Who doubts that they fight, beside somebody who says so, does not doubt that they are there.
    """
    own = {key: vote for key, vote in votes.items() if key[1] == subject.topic.family}
    return own if any(_fits(questions[key], subject) for key in own) else votes


def _add(
    subject: Subject,
    votes: Mapping[tuple[str, ...], float],
    neighbours: _Neighbours,
    *,
    at_most: int,
) -> None:
    questions = neighbours.questions
    fitting = {
        key: vote * _discount(questions[key], subject)
        for key, vote in votes.items()
        if _fits(questions[key], subject) and neighbours.is_meant(subject, key)
    }
    if _says_where(subject):
        here = {key: vote for key, vote in fitting.items() if not _elsewhere(questions[key], subject)}
        fitting = here or fitting
    if not fitting:
        return
    best = max(fitting.values())
    ranked = sorted(fitting, key=lambda key: (-fitting[key], key))
    for key in ranked[:at_most]:
        if fitting[key] >= _SHARE * best:
            questions[key].add(subject, subject.stance)


def _widened(
    votes: Mapping[tuple[str, ...], float], questions: Mapping[tuple[str, ...], Question]
) -> dict[tuple[str, ...], float]:
    """The votes with those for a place counted for its country too, where the same is asked of the country.

    Who calls all of it a lie, and names no place, speaks to the widest question there is.
    """
    wide = dict(votes)
    for key, vote in votes.items():
        scope = questions[key].scope
        country = scope.country if scope else None
        broad = (*key[:3], f"country:{country}", *key[4:])
        if country and broad != key and broad in questions:
            wide[broad] = wide.get(broad, 0.0) + vote
            wide[key] = vote / 2
    return wide


def _meets(subject: Subject, question: Question) -> bool:
    """True when place and party, or place and kind of event, are the question's, by the words themselves."""
    if subject.topic.parties:
        return bool(subject.topic.parties & question.concerned)
    return _says_where(subject) or subject.topic.family == question.family


def _widest(questions: Sequence[Question]) -> dict[tuple[str, ...], float]:
    """One vote for the most answered question."""
    best = max(questions, key=lambda question: (len(question.members), question.key), default=None)
    return {best.key: 1.0} if best else {}


def _discount(question: Question, subject: Subject) -> float:
    """How far a vote counts where place or kind of event do not meet: both are often the page's guess."""
    factor = _ELSEWHERE if _elsewhere(question, subject) else 1.0
    family = subject.topic.family
    return factor * (_ANOTHER_KIND if family and family != question.family else 1.0)


def _is_bare(subject: Subject) -> bool:
    """True when most claims of a denial or doubt have no content of their own ("called the reports a lie")."""
    bare = sum(len(own_words(claim)) <= _BARE_WORDS for claim in subject.claims)
    return bare * 2 > len(subject.claims)


def _is_wordless(subject: Subject) -> bool:
    """True when most claims of a denial or doubt only point at what others said ("dismissed the reports")."""
    return sum(not own_words(claim) for claim in subject.claims) * 2 >= len(subject.claims)


@lru_cache(maxsize=200_000)
def own_words(claim: Claim) -> frozenset[str]:
    """The content words of a claim that say what it is about: not who speaks, not that somebody does."""
    return frozenset(claim.lemmas) - EMPTY_LEMMAS - frozenset(claim.speaker.canonical.lower().split())


def _negates(subject: Subject, family: str) -> bool:
    """True when half of the claims name what a question of `family` asks.

    That people came to harm is contradicted by a mere "not" only where it is said of everybody: "six of
    the deaths were not of the disease" does not say that nobody died.
    """
    words = NEGATED.get(family)
    if words is None:
        return True
    if family == "casualties" and subject.stance == "contradicts":
        number = subject.measure.quantity if subject.measure else None
        return number is not None and number.counts in TOLLS and is_nought(number)
    worded = [claim for claim in subject.claims if own_words(claim)]
    return sum(_says(claim, words, subject.stance) for claim in worded) * 2 >= len(worded)


def _says(claim: Claim, words: Collection[str], stance: StanceKind) -> bool:
    """True where a claim has one of `words`; a mere "not" negates none that stand in a clause behind it."""
    held = [word for word in claim.lemmas if word in words]
    if stance != "contradicts" or is_answer(claim):
        return bool(held)
    main = _BEHIND.split(claim.text.lower())[0]
    return any(word[:_STEM] in main for word in held)


def _says_other_land(subject: Subject, question: Question) -> bool:
    """True when the words name a country that the question is not about ("on Ukrainian soil")."""
    own = question.concerned | question.others
    return any(demonyms(claim.text) - own for claim in subject.claims)


def _says_where(subject: Subject) -> bool:
    """True when the place stands in the words of most of the origin's claims, not only on their pages."""
    place = subject.topic.place
    if place is None:
        return False
    word = stem(place.name)
    return sum(word in claim.text.lower() for claim in subject.claims) * 2 > len(subject.claims)


def _fits(question: Question, subject: Subject) -> bool:
    topic = subject.topic
    # Who says that nobody was killed says nothing of whether there was a fight.
    bound = subject.stance not in AGAINST or (subject.measure and is_nought(subject.measure.quantity))
    if bound and topic.family not in (None, question.family):
        return False
    if topic.family == question.family and _elsewhere(question, subject):
        return False
    if (bound and _is_anybodys(subject, question)) or (
        topic.parties and not topic.parties & (question.concerned | question.others)
    ):
        return False
    if subject.topic.place is None and subject.stance not in AGAINST and _says_other_land(subject, question):
        return False
    if subject.stance in ("denies", "noncommittal") and subject.origin.party:
        # A party denies and declines for itself; others doubt or contradict.
        return subject.origin.party in question.concerned | question.others
    return True


def _is_anybodys(subject: Subject, question: Question) -> bool:
    """True for a death or a blow that may be anybody's, not borne out, where the question names whose."""
    topic = subject.topic
    if topic.parties or not question.parties or topic.family not in ("casualties", "combat"):
        return False
    return not any(claim.cue and claim.cue.kind == "confirm" for claim in subject.claims)


def _elsewhere(question: Question, subject: Subject) -> bool:
    """True when both name a place and not the same; a front line or a battlefield is no place of its own."""
    place = subject.topic.place
    if place is None or question.scope is None or (place.precision == "area" and place.country is None):
        return False
    return place.broad != question.key[3]


class _Neighbours:
    """The claims around those of an origin, and the questions that each speaks to."""

    def __init__(self, around: Surroundings, questions: Sequence[Question]) -> None:
        self.questions = {question.key: question for question in questions}
        self._around = around
        self._order: dict[str, dict[str, int]] = {}
        self._words: dict[tuple[str, ...], list[frozenset[str]]] = {}
        # By origin: what each claim of it speaks to.
        self._answers: dict[str | None, list[tuple[str, ...]]] = defaultdict(list)
        for question in questions:
            for origin_id in question.members:
                self._answers[origin_id].append(question.key)

    def _at(self, claim: Claim) -> int:
        """The place of a claim among those of its page."""
        if claim.version_id not in self._order:
            page = self._around.page(claim.version_id)
            self._order[claim.version_id] = {one.claim_id: place for place, one in enumerate(page)}
        return self._order[claim.version_id][claim.claim_id]

    def is_meant(self, subject: Subject, key: tuple[str, ...]) -> bool:
        """False for a denial or doubt whose own words negate something else than the question."""
        if subject.stance not in AGAINST or _is_wordless(subject):
            return True
        if not _negates(subject, self.questions[key].family):
            return False
        return self.questions[key].family == "casualties" or self.shares_words(
            subject, key, 1 if _is_bare(subject) else _SHARED_WORDS
        )

    def shares_words(self, subject: Subject, key: tuple[str, ...], many: int = _SHARED_WORDS) -> bool:
        """True when a claim of `subject` and one of the question's have `many` content words in common."""
        if subject.topic.family == self.questions[key].family:
            return True
        if key not in self._words:
            members = sorted(self.questions[key].members.values(), key=_weight)[:_WORDS_FROM]
            claims = [claim for one in members for claim in one.claims[:5]]
            self._words[key] = [own_words(claim) for claim in claims]
        return any(
            len(own_words(claim) & words) >= many for claim in subject.claims for words in self._words[key]
        )

    def votes(self, subject: Subject) -> dict[tuple[str, ...], float]:
        """How strongly the claims around those of `subject` point at each question."""
        own = {claim.claim_id for claim in subject.claims}
        votes: dict[tuple[str, ...], float] = defaultdict(float)
        # "Dismissed the reports": those told before.
        back = subject.stance in AGAINST and _is_wordless(subject)
        for claim in subject.claims:
            page, at = self._around.page(claim.version_id), self._at(claim)
            for place in range(max(0, at - _REACH), at if back else min(len(page), at + _REACH + 1)):
                other = page[place]
                if other.claim_id in own:
                    continue
                weight = (_BEFORE if place < at else 1.0) / (1 + abs(place - at))
                for key in self._answers.get(self._around.origin_of(other), ()):
                    votes[key] += weight
        return votes
