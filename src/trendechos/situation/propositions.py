"""Which origins speak to the same question, and what each does to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from trendechos.records import Claim, Moment, Origin, Proposition, Stance
from trendechos.records.codec import content_id
from trendechos.situation import wording
from trendechos.situation.attach import attach
from trendechos.situation.calendar import spoken
from trendechos.situation.contested import contested
from trendechos.situation.control import others_hold
from trendechos.situation.naming import adjective, name
from trendechos.situation.parties import is_state_or_body
from trendechos.situation.questions import Question, statement_questions, value_questions
from trendechos.situation.ranges import compatible
from trendechos.situation.stances import AGAINST, FOR
from trendechos.situation.subjects import Subject, subject_of
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.topics import most
from trendechos.situation.voices import voice_of, voices_of

# Kinds of question that are no type of claim.
_TYPES = {"count": "other", "control": "combat", "contested": "other"}
# Enough for a reader to see that a government does not speak with one voice.
_SPLITS = 20


def pose(
    origins: Iterable[Origin], claims: Mapping[str, Claim], *, around: Surroundings | None = None
) -> tuple[Proposition, ...]:
    """The questions that `origins` speak to, most widely answered first, each with every stance on it.

    A number poses what it answers (what is counted, whose, where, for what stretch); an event poses
    whether it is so. What is to come and pure history pose none. Independence is left open: `assess`
    fills it from the origins' relations.
    """
    around = around or Surroundings(claims, origins)
    statements = statement_questions(around)
    values = value_questions(around, statements)
    _inside_shows_country(statements)
    attach(statements, around)
    _losses_show_fighting(around.every(_losing), statements)
    others_hold(around.every(_leaving), statements)
    questions = [*values, *statements]
    related = _related(questions)
    later = _later_support(statements)
    posed = [
        around.again(_proposition, "|".join(one.key), one, related[one.key], _superseded(one, later))
        for one in questions
    ]
    posed += [
        around.again(_proposition, "|".join(one.key), one, (), {}) for one in contested(around, questions)
    ]
    return tuple(sorted(_told_apart(posed), key=importance))


def _told_apart(posed: Sequence[Proposition]) -> list[Proposition]:
    """Occasions of which the same is asked, each with the day from which it is spoken of."""
    many = Counter(one.text for one in posed)
    return [
        replace(one, text=f"{one.text}, first said on {spoken(Moment(one.first_on, 'day'))}")
        if many[one.text] > 1 and one.first_on
        else one
        for one in posed
    ]


def importance(proposition: Proposition) -> tuple[int, int, int, str, str]:
    """Sort key: more voices first, then origins, then pages, then the latest, then by id."""
    last = "".join(chr(0x10FFFF - ord(letter)) for letter in proposition.last_on or "0")
    return (
        -proposition.voices_count, -proposition.origins_count, -proposition.pages_count, last,
        proposition.proposition_id,
    )  # fmt: skip


def _inside_shows_country(questions: Iterable[Question]) -> None:
    """Who alone says that forces are in a town or province speaks to whether they are in its country."""
    listed = [one for one in questions if one.family == "deployment" and one.scope and one.scope.country]
    whole = {(one.parties, one.key[3]): one for one in listed}
    for question in listed:
        country = whole.get((question.parties, f"country:{question.scope.country if question.scope else ''}"))
        voices = {voice for one in question.members.values() for voice in voices_of(one.origin)}
        if country is not None and country is not question and len(voices) <= 1:
            for origin_id, subject in question.members.items():
                if question.stances[origin_id] in FOR:
                    country.add(subject, question.stances[origin_id])


def _losses_show_fighting(found: Iterable[Subject], questions: Iterable[Question]) -> None:
    """Losses of a force that is said to fight in a place support that it fights there."""
    fights: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        if question.family == "combat":
            fights[question.key[3]].append(question)
    for one in found:
        for question in fights.get(one.topic.place.broad, ()) if one.topic.place else ():
            if one.topic.parties & question.parties:
                question.add(one, one.stance)


def _losing(origin: Origin, around: Surroundings) -> Subject | None:
    """An origin that tells of losses somewhere."""
    one = subject_of(origin, around)
    return one if one and one.topic.family == "casualties" and one.topic.place and one.events else None


def _leaving(origin: Origin, around: Surroundings) -> Subject | None:
    """An origin that tells of forces who left."""
    one = subject_of(origin, around)
    return one if one and one.topic.family == "withdrawal" and one.events else None


def _related(questions: Iterable[Question]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """For each question the ids of those of the other kind on the same parties and place."""
    matter: dict[tuple[str, str], list[Question]] = defaultdict(list)
    listed = list(questions)
    for question in listed:
        matter[_matter(question)].append(question)
    return {
        question.key: tuple(
            sorted(
                _id(other)
                for other in matter[_matter(question)]
                if (other.family == "count") != (question.family == "count")
            )
        )[:10]
        for question in listed
    }


def _matter(question: Question) -> tuple[str, str]:
    return "+".join(sorted(question.parties)), question.scope.broad if question.scope else ""


def _id(question: Question) -> str:
    return content_id("proposition", *question.key)


def _land(question: Question) -> str:
    return (question.scope.country if question.scope else None) or ""


def _later_support(questions: Iterable[Question]) -> dict[tuple[str, str, str], list[tuple[str, str, str]]]:
    """Who later said that it is so, by speaker, family and country: (day, origin, parties)."""
    said: dict[tuple[str, str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for question in questions:
        country, parties = _land(question), "+".join(sorted(question.parties))
        for origin_id, stance in question.stances.items():
            one = question.members[origin_id]
            if stance in FOR and one.topic.day:
                key = (one.origin.speaker.canonical, question.family, country)
                said[key].append((one.topic.day, origin_id, parties))
    for entries in said.values():
        entries.sort()
    return said


def _proposition(question: Question, related: tuple[str, ...], superseded: Mapping[str, str]) -> Proposition:
    order = sorted(question.members, key=lambda one: (question.members[one].topic.day or "9999", one))
    positive = [one for one in order if question.stances[one] in FOR or question.stances[one] == "differs"]
    first = min((day for one in positive if (day := question.members[one].topic.day)), default=None)
    stances = tuple(_stance(question, one, first, superseded.get(one)) for one in order)
    days = [stance.said_on for stance in stances if stance.said_on]
    speakers = [question.members[one].origin for one in positive]
    voices = {voice for origin in speakers for voice in voices_of(origin)}
    not_heard, before = _heard(question, stances)
    return Proposition(
        proposition_id=_id(question),
        text=_text(question),
        kind="value" if question.kind == "value" else "statement",
        stances=stances,
        pages_count=len({report for origin in speakers for report in origin.reports}),
        origins_count=len(positive),
        voices_count=len(voices),
        independent_origins_count=min(1, len(positive)),
        independence="not_established",
        reason="independence not yet assessed",
        not_heard=not_heard,
        splits=_splits(question, order),
        reversals=_reversals(question, order),
        against_count=sum(question.stances[one] in AGAINST for one in order),
        unnamed_count=sum(voice_of(origin) is None for origin in speakers),
        type=_TYPES.get(question.family, question.family),  # type: ignore[arg-type]
        counts=question.counts,  # type: ignore[arg-type]
        scope=question.scope.name if question.scope else None,
        window=question.window,  # type: ignore[arg-type]
        parties=tuple(sorted(question.parties)),
        concerned=tuple(sorted(party for party in question.concerned if is_state_or_body(party))),
        heard_before=before,
        related=related,
        first_on=min(days, default=None),
        last_on=max(days, default=None),
        status=most(question.members[one].claims[0].status for one in positive),
    )


def _stance(question: Question, origin_id: str, first: str | None, superseded_by: str | None) -> Stance:
    subject, kind = question.members[origin_id], question.stances[origin_id]
    number = subject.measure.quantity if question.family == "count" and subject.measure else None
    day = subject.topic.day
    against = kind in AGAINST
    return Stance(
        origin_id=origin_id,
        stance=kind,
        low=number.low if number else None,
        high=number.high if number else None,
        qualifier=number.qualifier if number else None,
        said_on=day,
        earlier=bool(against and day and first and day < first),
        superseded_by=superseded_by,
        words=number.words if number and number.low is None and number.high is None else None,
    )


def _superseded(
    question: Question, later: Mapping[tuple[str, str, str], list[tuple[str, str, str]]]
) -> dict[str, str]:
    """For each origin against, of which the speaker later said that it is so, that later origin."""
    country, parties = _land(question), "+".join(sorted(question.parties))
    found = {}
    for origin_id in (one for one, stance in question.stances.items() if stance in AGAINST):
        one = question.members[origin_id]
        speaker, day = one.origin.speaker.canonical, one.topic.day
        if speaker and day:
            said = later.get((speaker, question.family, country), ())
            after = next((one for on, one, whose in said if on > day and whose == parties), None)
            if after:
                found[origin_id] = after
    return found


def _heard(
    question: Question, stances: Sequence[Stance]
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The concerned parties without a statement on it, and those heard only before it arose."""
    spoke: dict[str, list[Stance]] = defaultdict(list)
    for stance in stances:
        origin = question.members[stance.origin_id].origin
        for party in {origin.party, origin.speaker.party, *(other.party for other in origin.co_speakers)}:
            if party and origin.speaker.kind not in ("unnamed", "none"):
                spoke[party].append(stance)
    states = [party for party in sorted(question.concerned) if is_state_or_body(party)]
    missing = tuple(party for party in states if party not in spoke)
    before = tuple(
        (party, max(stance.said_on or "" for stance in spoke[party]))
        for party in states
        if party in spoke and all(stance.earlier for stance in spoke[party])
    )
    return missing, before


def _splits(question: Question, order: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of origins inside one party, by different speakers, that do not agree."""
    by_party: dict[str, list[str]] = defaultdict(list)
    for one in order:
        party = question.members[one].origin.party
        if party:
            by_party[party].append(one)
    pairs = []
    for _, ids in sorted(by_party.items()):
        for place, left in enumerate(ids[:100]):
            for right in ids[place + 1 : 100]:
                if _differ(question, left, right) and not _same_speaker(question, left, right):
                    pairs.append((left, right))
    return tuple(pairs[:_SPLITS])


def _reversals(question: Question, order: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of origins of one named speaker whose stance turned, earlier first."""
    last: dict[str, str] = {}
    pairs = []
    for one in order:
        origin = question.members[one].origin
        if origin.speaker.kind in ("unnamed", "none") or not question.members[one].topic.day:
            continue
        before = last.get(origin.speaker.canonical)
        turned = before and (question.stances[before] in FOR) != (question.stances[one] in FOR)
        # Two answers of one day are a contradiction or two halves of one answer, and no turn.
        if (
            before
            and turned
            and (question.members[before].topic.day or "") < (question.members[one].topic.day or "")
        ):
            pairs.append((before, one))
        last[origin.speaker.canonical] = one
    return tuple(pairs[:_SPLITS])


def _differ(question: Question, left: str, right: str) -> bool:
    if (question.stances[left] in FOR) != (question.stances[right] in FOR):
        return True
    one, other = question.members[left].measure, question.members[right].measure
    if question.family != "count" or not one or not other:
        return False
    same_time = (question.members[left].topic.day or "")[:10] == (question.members[right].topic.day or "")[:10]
    return same_time and not compatible(one.quantity, other.quantity)


def _same_speaker(question: Question, left: str, right: str) -> bool:
    one, other = question.members[left].origin.speaker, question.members[right].origin.speaker
    return one.canonical == other.canonical


def _text(question: Question) -> str:
    if question.words:
        return f"Disputed: {question.words}"
    where = question.scope.name if question.scope else ""
    who = wording.listed(word for party in sorted(question.parties) if (word := adjective(party)))
    if question.family == "count":
        counts = question.counts or "other"
        on = f" on {spoken(Moment(question.on, 'day'))}" if question.on else ""
        if question.kind == "value":
            return wording.how_many(counts, question.unit, who, where, question.window) + on
        own = [subject.measure.quantity for subject in question.members.values() if subject.measure]
        numbers = [bound for number in own for bound in (number.low, number.high) if bound is not None]
        plain = all(number.low == number.high and number.qualifier in ("none", "exactly") for number in own)
        amount, window = max(numbers), question.window
        figure = wording.figure(
            counts, question.unit, who, where, amount=amount, window=window, about=not plain
        )
        return figure + on
    if question.family not in ("deployment", "combat", "control", "casualties", "capture", "withdrawal"):
        who = wording.listed(name(party) for party in sorted(question.parties))
    other = wording.listed(name(party) for party in sorted(question.others)[:3])
    forces = "troops" if question.force else ""
    events = [subject.claims[0].event for subject in question.members.values()]
    mode = most(event.mode for event in events if event) or ""
    return wording.statement(question.family, who, other, where, forces=forces, mode=mode)
