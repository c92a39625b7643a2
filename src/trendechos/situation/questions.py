"""Questions in the making: which origins speak to the same one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from trendechos.records import FATES, Origin
from trendechos.records.proposition import StanceKind
from trendechos.situation.causes import is_mishap
from trendechos.situation.incidents import by_cause
from trendechos.situation.merging import accused, merge, sides
from trendechos.situation.naming import CIVILIANS
from trendechos.situation.nesting import one_cause, one_place, one_stretch
from trendechos.situation.occasions import by_own_day, occasions
from trendechos.situation.ranges import one_figure
from trendechos.situation.scopes import Scope
from trendechos.situation.sides import hosts, names_force
from trendechos.situation.stances import AGAINST
from trendechos.situation.subjects import Subject, subject_of
from trendechos.situation.surroundings import Surroundings
from trendechos.situation.things import counts_things, things
from trendechos.situation.tolls import is_nought
from trendechos.situation.topics import family_of, most
from trendechos.situation.voices import voice_of
from trendechos.situation.wording import WON

# Families that mean little without a place; one without is completed from the page's neighbourhood.
PLACED = frozenset(["deployment", "combat", "control", "casualties", "capture", "withdrawal", "protest"])
# Single happenings: the same words three weeks apart are another one. A state (troops are there) and
# fighting run on.
_HAPPENINGS = frozenset(
    ["casualties", "capture", "withdrawal", "protest", "agreement", "consultation", "aid", "sanction", "threat"]
)
# What takes place on somebody's land, and numbers of it.
_ON_LAND = frozenset(["deployment", "combat", "control", "casualties", "capture", "withdrawal", "count"])
# Of these a number says something even where no place is given.
_COUNTED_ANYWHERE = FATES | {"troops", "weapons", "share"}


@dataclass(slots=True)
class Question:
    """A question that gathers its origins; `key` is what makes it this question and no other.

    `on` is the day of which a toll is, where others are of other days; `words` are what is contested.
    """

    key: tuple[str, ...]
    kind: str
    family: str
    parties: frozenset[str]
    others: frozenset[str]
    scope: Scope | None
    counts: str | None = None
    unit: str = ""
    window: str = "none"
    on: str = ""
    words: str = ""
    force: bool = False
    concerned: frozenset[str] = frozenset()
    members: dict[str, Subject] = field(default_factory=dict)
    stances: dict[str, StanceKind] = field(default_factory=dict)

    def add(self, subject: Subject, stance: StanceKind) -> None:
        """Puts one origin's stance in; a second one of the same origin changes nothing."""
        if subject.origin.origin_id not in self.members:
            self.members[subject.origin.origin_id] = subject
            self.stances[subject.origin.origin_id] = stance

    def copy(self) -> Question:
        """The question with origins of its own, so that adding some leaves this one as it is."""
        return replace(self, members=dict(self.members), stances=dict(self.stances))

    def settle(self) -> Question:
        """Fixes what the question is about from the origins that pose it, before denials are added.

        `force` is True when armed forces are meant. `concerned` is everybody that it is about: who acts,
        who suffers, whose land it is. A crime or an accident in a country is no matter of its government;
        forces and foreigners are.
        """
        armed = sum(subject.topic.force for subject in self.members.values())
        self.force = self.counts == "troops" or armed * 2 >= len(self.members) > 0
        self.concerned = self._concerned()
        return self

    def _concerned(self) -> frozenset[str]:
        land = frozenset([self.scope.country]) if self.scope and self.scope.country else frozenset()
        if self.family not in _ON_LAND:
            return self.parties | self.others
        if not self.force and not self.parties - land:
            return frozenset()
        if self.family in ("deployment", "count") and land:
            return self.parties | land
        return self.parties | land | self.others


def value_questions(around: Surroundings, statements: Iterable[Question] = ()) -> list[Question]:
    """One question for each measure, in order of key; a denied number answers none.

    Troops of nobody named are those that most origins of `statements` place there.
    """
    standing = _standing(statements)
    bucket: dict[_What, dict[str, list[Subject]]] = defaultdict(lambda: defaultdict(list))
    for what, window, one in around.every(_counting):
        bucket[what][window].append(one)
    counted = things(around)
    _not_suffered(bucket, counted)
    _nationals(bucket)
    _bare_shares(bucket)
    one_cause(bucket, around)
    by_cause(bucket, around)
    one_stretch(bucket)
    one_place(bucket, around)
    found: list[Question] = []
    for what, windows in sorted(bucket.items()):
        groups = tuple((window, tuple(group)) for window, group in sorted(windows.items()))
        there = standing[what[2]] if what[0] == "troops" else None
        found += around.again(_numbers, "|".join(what), what, groups, there)
    for (thing, window), told in counted.items():
        found += around.again(_thing, f"{thing}|{window}", thing, window, tuple(told))
    return [one.copy() for one in found]


def _thing(thing: str, window: str, told: Sequence[Subject]) -> list[Question]:
    """The question of things counted by what is done to them, in the place that a quarter of them names."""
    scopes = [subject.measure.scope for subject in told if subject.measure]
    found = most(scopes)
    scope = found if scopes.count(found) * 4 >= len(scopes) else None
    key = ("value", "thing", thing, "", scope.key if scope else "", window, "")
    question = Question(key, "value", "count", frozenset(), frozenset(), scope, "other", thing, window)
    for subject in told:
        question.add(subject, "value")
    _settle_figure(question.settle(), [question])
    return [question]


# What is counted, its unit, and the key of the place.
_What = tuple[str, str, str]


def _counting(origin: Origin, around: Surroundings) -> tuple[_What, str, Subject] | None:
    """What an origin counts and for what stretch; None where it gives no number, or denies one."""
    one = subject_of(origin, around)
    number = one.measure if one else None
    if one is None or number is None or (one.stance in AGAINST and not is_nought(number.quantity)):
        return None
    if number.counts == "captured" and counts_things(origin, around):
        return None  # those to be freed are not taken there
    return (number.counts, number.unit, number.scope.key if number.scope else ""), number.window, one


def _numbers(
    what: _What, windows: Sequence[tuple[str, Sequence[Subject]]], standing: frozenset[str] | None
) -> list[Question]:
    """The questions of one thing counted in one place, by stretch and party."""
    counts, unit, place = what
    here: list[Question] = []
    for window, group in windows:
        for parties, part in sorted(_by_party(group, standing).items(), key=lambda entry: sorted(entry[0])):
            if _is_asked(counts, place, parties, part):
                here += _counted((counts, unit, place, window), parties, part)
    for question in here:
        _settle_figure(question, here if place else [question])
    return here


def _is_asked(counts: str, place: str, parties: frozenset[str], part: Sequence[Subject]) -> bool:
    """True for a number that answers a question others could speak to.

    One of nobody known and nowhere known answers none; nor do loose sums and bare counts of one speaker,
    troops that no word names as such, or that nobody was hurt where nobody says that somebody was.
    """
    won = {subject.measure.unit for subject in part if subject.measure} <= WON
    if not place and not (parties and (won or counts in _COUNTED_ANYWHERE)):
        return False
    if counts == "troops" and not parties:
        return any(subject.topic.force and names_force(subject.claims) for subject in part)
    if counts in FATES:
        return any(not is_nought(subject.measure.quantity) for subject in part if subject.measure)
    if counts == "troops":
        return True
    # What is counted by what is done to it stands among the things.
    return (counts == "share" or won) and len(part) > 1


def _counted(
    measured: tuple[str, str, str, str], parties: frozenset[str], part: list[Subject]
) -> Iterable[Question]:
    """The question of one measure; one for each day or occasion where it counts what befell people."""
    counts, unit, place, window = measured
    single = counts in FATES and window != "cumulative"
    for on, some in by_own_day(part) if single else [("", part)]:
        for occasion in occasions(some) if single else [some]:
            days = sorted(subject.topic.day for subject in occasion if subject.topic.day)
            start = on or (days[0] if days and single else "")
            key = ("value", counts, unit, "+".join(sorted(parties)), place, window, start)
            scope = occasion[0].measure.scope if occasion[0].measure else None
            question = Question(key, "value", "count", parties, frozenset(), scope, counts, unit, window, on)
            for subject in occasion:
                question.add(subject, "value")
            yield question.settle()


def _not_suffered(
    bucket: dict[_What, dict[str, list[Subject]]], counted: Mapping[tuple[str, str], Sequence[Subject]]
) -> None:
    """Leaves out of those who suffered who is counted as to be freed, or by the same voice as a case."""
    freed = {_figure(subject) for group in counted.values() for subject in group}
    cases = {
        (voice_of(subject.origin), _figure(subject))
        for (thing, _), group in counted.items()
        for subject in group
        if thing.endswith("cases")
    }
    for what in [what for what in bucket if what[0] in FATES]:
        for group in bucket[what].values():
            group[:] = [
                subject
                for subject in group
                if not (what[0] == "captured" and _figure(subject) in freed)
                and (voice_of(subject.origin), _figure(subject)) not in cases
            ]


def _figure(subject: Subject) -> tuple[float | None, float | None]:
    number = subject.measure.quantity if subject.measure else None
    return (number.low, number.high) if number else (None, None)


def _nationals(bucket: dict[_What, dict[str, list[Subject]]]) -> None:
    """Counts people of a country as its troops in a place where others count that country's troops."""
    for counts, unit, place in [key for key in bucket if key[:2] == ("other", "people") and key[2]]:
        troops = bucket.get(("troops", "", place))
        if troops is None:
            continue
        whose = {party for group in troops.values() for one in group for party in _whose(one)}
        for window, group in bucket[(counts, unit, place)].items():
            troops[window] += [subject for subject in group if _whose(subject) & whose]
            group[:] = [subject for subject in group if not _whose(subject) & whose]


def _bare_shares(bucket: dict[_What, dict[str, list[Subject]]]) -> None:
    """Shares of somebody that do not say of what are of the only thing that others tell his share of."""
    told: dict[frozenset[str], set[str]] = defaultdict(set)
    for (counts, unit, _), windows in bucket.items():
        for subject in windows["none"] if counts == "share" and unit else ():
            told[_whose(subject)].add(unit)
    bare = bucket.get(("share", "", ""), {}).get("none", [])
    for subject in [one for one in bare if len(told[_whose(one)]) == 1]:
        bare.remove(subject)
        (unit,) = told[_whose(subject)]
        bucket["share", unit, ""]["none"].append(subject)


def _whose(subject: Subject) -> frozenset[str]:
    return subject.measure.parties if subject.measure else frozenset()


def _standing(statements: Iterable[Question]) -> defaultdict[str, frozenset[str]]:
    """For each place the parties whose forces most origins say are there; none where nobody says so."""
    most: dict[str, tuple[int, list[str]]] = {}
    for question in statements:
        rank = (-len(question.members), sorted(question.parties))
        if question.family == "deployment" and question.parties and rank < most.get(question.key[3], (0, [])):
            most[question.key[3]] = rank
    return defaultdict(frozenset, {place: frozenset(parties) for place, (_, parties) in most.items()})


def _by_party(group: Iterable[Subject], standing: frozenset[str] | None) -> dict[frozenset[str], list[Subject]]:
    """The numbers by whose they are; one that names some of a wider set joins it where it gives its figure."""
    measured = sorted((one for one in group if one.measure), key=lambda one: one.origin.origin_id)
    merged = merge((_whose(one) for one in measured), subsets=False)
    if standing is None or not any(one.measure and one.measure.scope for one in measured):
        merged[frozenset()] = frozenset()  # a number of nobody, nowhere, is not the others'
    found: dict[frozenset[str], list[Subject]] = defaultdict(list)
    for subject in measured:
        found[merged[_whose(subject)]].append(subject)
    if standing is not None and frozenset() in found:
        nobody = found.pop(frozenset())
        found[standing or _hosts(nobody)] += nobody
    for parties in sorted(found, key=lambda one: (len(one), sorted(one))):
        wider = [other for other in found if parties < other and _one_figure([*found[parties], *found[other]])]
        if wider:
            found[min(wider, key=lambda one: (len(one), sorted(one)))] += found.pop(parties)
    return found


def _one_figure(group: Sequence[Subject]) -> bool:
    """True when all numbers of the group are one figure and can be right together."""
    own = [subject.measure.quantity for subject in group if subject.measure]
    return all(one_figure(own[0], other) for other in own[1:])


def _settle_figure(question: Question, others: Iterable[Question]) -> None:
    """Turns a question whose origins all give one figure into the statement of that figure.

    Origins among `others` that give it for the same kind and place, but of other parties or for
    another stretch, support it partly. A single origin leaves the question open.
    """
    group = list(question.members.values())
    if sum(subject.origin.speaker.kind != "none" for subject in group) < 2 or not _one_figure(group):
        return
    question.kind = "statement"
    for origin_id in question.stances:
        question.stances[origin_id] = "supports"
    for other in others:
        for subject in list(other.members.values()) if other is not question else ():
            if _one_figure([group[0], subject]):
                question.add(subject, "partly_supports")


def statement_questions(around: Surroundings) -> list[Question]:
    """One question for each kind of event, parties and place (and occasion), in order of key."""
    bucket: dict[tuple[str, str], list[Subject]] = defaultdict(list)
    for key, one in around.every(_stating):
        bucket[key].append(one)
    found: list[Question] = []
    for (family, place), group in sorted(bucket.items()):
        found += around.again(_statements, f"{family}|{place}", family, place, tuple(group))
    return [one.copy() for one in found]


def _stating(origin: Origin, around: Surroundings) -> tuple[tuple[str, str], Subject] | None:
    """The kind of event that an origin states, and where or with whom; None where it states none."""
    one = subject_of(origin, around)
    family = one.topic.family if one else None
    if one is None or not family or not one.events or _is_anybodys(one) or _is_aside(one):
        return None
    if family in PLACED:
        return ((family, one.topic.place.broad), one) if one.topic.place else None
    # Between whom is what it is: talks of one party with nobody named are any talks.
    both = one.topic.parties and one.topic.others
    return ((family, "+".join(sorted(one.topic.others))), one) if both else None


def _statements(family: str, place: str, group: Sequence[Subject]) -> list[Question]:
    """The questions of one kind of event in one place, by parties and occasion."""
    blamed = accused(group) if family == "combat" else frozenset()
    merged = merge((sides(subject.topic) for subject in group), subsets=family == "combat", accused=blamed)
    by_party: dict[frozenset[str], list[Subject]] = defaultdict(list)
    for subject in group:
        by_party[merged[sides(subject.topic)]].append(subject)
    if frozenset() in by_party:
        nobody = by_party.pop(frozenset())
        by_party[_hosts(nobody) if family == "deployment" else frozenset()] += nobody
    return [
        _statement(family, parties, place, occasion)
        for parties, part in sorted(by_party.items(), key=lambda entry: sorted(entry[0]))
        for occasion in (occasions(part) if family in _HAPPENINGS else [part])
    ]


def _is_aside(subject: Subject) -> bool:
    """True for forces that few of the origin's claims tell of: it is about something else."""
    told = sum(family_of(claim) == "deployment" for claim in subject.claims)
    return subject.topic.family == "deployment" and told * 3 <= len(subject.claims)


def _is_anybodys(subject: Subject) -> bool:
    """True for forces at home, men who may be anybody's, a blast by mishap, a place held by nobody named."""
    topic = subject.topic
    if topic.family == "combat":
        return not topic.parties and is_mishap(subject.claims)
    if topic.family == "control":
        return not topic.parties
    if topic.family != "deployment":
        return False
    # "Officers" and "men" who go somewhere may be anybody.
    return _at_home(subject) or not topic.force or not (topic.parties or names_force(subject.claims))


def _at_home(subject: Subject) -> bool:
    """True for the forces of a country somewhere in that country: nobody asks whether they are."""
    place = subject.topic.place
    if place is None or place.country is None:
        return False
    return place.broad == f"country:{place.country}" and subject.topic.parties == {place.country}


def _statement(family: str, parties: frozenset[str], place: str, group: list[Subject]) -> Question:
    days = sorted(subject.topic.day for subject in group if subject.topic.day)
    start = days[0] if days and family in _HAPPENINGS else ""
    scopes = [subject.topic.place for subject in group if subject.topic.place]
    whole = next((scope for scope in scopes if scope.key == place), scopes[0] if scopes else None)
    others = frozenset(party for subject in group for party in subject.topic.others) - parties
    key = ("statement", family, "+".join(sorted(parties)), place, start)
    named = parties - {CIVILIANS}
    question = Question(key, "statement", family, named, others, whole if family in PLACED else None)
    for subject in group:
        question.add(subject, subject.stance)
    return question.settle()


def _hosts(group: Sequence[Subject]) -> frozenset[str]:
    """Whose forces they are when nobody says so and only the country itself acts there: its own."""
    own = {party for subject in group for claim in subject.claims for party in hosts(claim)}
    return frozenset(own) if len(own) == 1 else frozenset()
