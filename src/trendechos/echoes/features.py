"""The named reasons for and against a link between two claims.

Each feature is a pure function of two profiles that returns an agreement in -1..1 and a detail for
people. The documentation of the method is made from this list.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from trendechos.echoes import identity, numbers
from trendechos.echoes.named import apart
from trendechos.echoes.profile import OFTEN, Profile, mass
from trendechos.records import Feature

Finding = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Named:
    """A feature with its weight; `vetoes` says that an agreement of -1 forbids the link.

    `reads` gives what the feature reads of a profile, where many claims are alike in that: two pairs
    with the same readings agree alike, where `joint` is the same for both too: what it reads of two profiles
    together. None for words, which differ from claim to claim; these have `agree`, the agreement without the
    detail.
    """

    name: str
    weight: float
    measure: Callable[[Profile, Profile], Finding]
    vetoes: bool = False
    reads: Callable[[Profile], Hashable] | None = None
    joint: Callable[[Profile, Profile], bool] | None = None
    agree: Callable[[Profile, Profile], float] | None = None

    @property
    def help(self) -> str:
        """What the documentation says of the feature: the docstring of its function."""
        return " ".join((self.measure.__doc__ or "").split())


# From here on two names are one voice: the same, or a body and who speaks for it.
_ONE = 0.9


def speaker(left: Profile, right: Profile) -> Finding:
    """Who speaks: one person, a body and its spokesperson, a government; others forbid a link."""
    found = [identity.identity(one, two) for one in left.speakers for two in right.speakers]
    best = max(found, key=lambda finding: finding[0])
    told = _told(left), _told(right)
    if all(told) and told[0].isdisjoint(told[1]):
        # Each outlet has its own unnamed officials, however alike the words for them.
        return -1.0, f"unnamed, to {', '.join(sorted(told[0]))} and to {', '.join(sorted(told[1]))}"
    if best[0] > 0 and len(left.speakers) != len(right.speakers):
        # What two say together is seldom what one of them said alone.
        best = best[0] / 2, f"{best[1]}, jointly on one page only"
    if 0 < best[0] < _ONE and left.claim.polarity == right.claim.polarity == "noncommittal":
        return 0.0, f"two who gave no answer: {best[1]}"
    if best[0] >= 0.2 or not left.routes or not right.routes:
        return best
    shared = (left.routes & right.routes) - ({left.outlet} & {right.outlet})
    kinds = {left.claim.speaker.kind, right.claim.speaker.kind}
    if shared and ("outlet" in kinds or kinds <= {"unnamed", "group"}):
        return 0.7, f"through the same outlet, {', '.join(sorted(shared))}"
    return best


def _told(of: Profile) -> frozenset[str]:
    """The outlets that somebody unnamed is said to have spoken to."""
    return of.told if of.claim.speaker.kind == "unnamed" else frozenset()


def occasion(left: Profile, right: Profile) -> Finding:
    """When it was said: one day speaks for a link, an unstated day leaves it open, other days forbid it."""
    if left.said is None or right.said is None:
        return _by_page(left, right)
    (a, b), (c, d) = left.said, right.said
    gap = max(a, c) - min(b, d)
    day = date.fromordinal(a).isoformat()
    if gap <= 0:
        wide = max(b - a, d - c)
        if wide == 0:
            return 1.0, f"said on {day}"
        return (0.4, "days that overlap") if wide <= _WEEK else (0.0, "long times that overlap")
    days = f"a day apart, {day} and {date.fromordinal(c).isoformat()}"
    if gap == 1 and _turned(left, right):
        return -1.0, f"{days}, said to be so and not so"
    # Evening statements carry the next day's date elsewhere on the globe.
    if gap == 1:
        return 0.2, days
    return -1.0, f"{gap} days apart, {day} and {date.fromordinal(c).isoformat()}"


def _turned(left: Profile, right: Profile) -> bool:
    """True where one day's words say the opposite of another's: a speaker who turned, not one statement."""
    return {left.claim.polarity, right.claim.polarity} == {"asserted", "denied"}


# A longer stretch holds many occasions.
_WEEK = 7
# A page seldom recalls a statement without its date after this long (own judgement; dev pages stay under 30).
MEMORY = 45
# After so many days a page that does not recall it tells another statement.
_STALE = 5
# Pages that tell a statement as their day's news are at most this far apart when it is one statement.
LIVE = 2
# What a page says without a source belongs to a statement of these days or to none.
_ANYBODY = 10


def _by_page(left: Profile, right: Profile) -> Finding:
    for known, other in ((left, right), (right, left)):
        if known.said is None or other.published is None:
            continue
        before = known.said[0] - other.published
        if before > 1:
            return -1.0, "said after the other page was published"
        if -before > MEMORY:
            return -1.0, f"said {-before} days before the other page"
        if -before > _STALE and not other.claim.background and not restated(left, right):
            return -0.7, "day stated on one page only, the other tells it as news of a later day"
        return (0.4 if -before <= 3 else 0.0), "day stated on one page only"
    if left.published is None or right.published is None:
        return 0.0, "day not stated"
    return _between_pages(left, right, abs(left.published - right.published))


def _between_pages(left: Profile, right: Profile, gap: int) -> Finding:
    if 0 < gap <= MEMORY and restated(left, right):
        return _near(gap), f"one figure told again, pages {gap} days apart"
    if _older(left, right) or _older(right, left):
        return -1.0, "told on an older page before it was news"
    apart = 0 if _turned(left, right) else LIVE
    if gap > apart and left.claim.said_when and right.claim.said_when and not _bare(left, right):
        # Each page tells it as the news of its own day: two days, two statements.
        return -1.0, f"news of two days, {gap} apart"
    if gap > (_ANYBODY if "none" in (left.claim.speaker.kind, right.claim.speaker.kind) else MEMORY):
        return -1.0, f"pages {gap} days apart and no day stated"
    return _near(gap), f"no day stated, pages {gap} days apart"


def restated(left: Profile, right: Profile) -> bool:
    """True where later news gives the very figure of earlier news: a page tells again what was said before."""
    if not left.claim.quantities or not right.claim.quantities:
        return False
    if _turned(left, right) or _bare(left, right):
        return False
    one, two = (numbers.telling(side.claim.quantities) for side in (left, right))
    return any(numbers.same_measure(mine, other) for mine in one for other in two)


def _bare(left: Profile, right: Profile) -> bool:
    return "none" in (left.claim.speaker.kind, right.claim.speaker.kind)


def _older(early: Profile, other: Profile) -> bool:
    """True for a page without a source or that recalls it, older than one that tells it as its day's news."""
    recalled = early.claim.speaker.kind == "none" or (early.claim.background and not early.claim.said_when)
    if not recalled or other.claim.said_when is None:
        return False
    return (other.published or 0) - (early.published or 0) > 1


def _near(gap: int) -> float:
    """How far pages that state no day speak of one occasion: news moves on within days."""
    return 0.6 if gap == 0 else 0.3 if gap <= 3 else 0.0 if gap <= 10 else -0.3


def content(left: Profile, right: Profile) -> Finding:
    """What is said: the share of content words that both have; the same words told of other names forbid it."""
    if not left.content or not right.content:
        return _same_content(left, right), "no content words to compare"
    shared = left.content.keys() & right.content.keys()
    found = ", ".join(sorted(left.content[concept] for concept in shared))
    agreement = _same_content(left, right)
    if agreement <= -1:
        return agreement, f"the same words of other names: {found}"
    return agreement, f"shared words: {found}" if shared else "no shared content words"


def _same_content(left: Profile, right: Profile) -> float:
    silent = max(silence(left), silence(right), min(openness(left), openness(right)))
    if not left.content or not right.content:
        return -STRANGE if silent else 0.0
    one, two = left.mass, right.mass
    against = min(MOST, STRANGE + silent * min(one, two))
    shared = left.content.keys() & right.content.keys()
    if not shared:
        return -against
    both = mass(shared)
    # One more word on either side keeps a single shared word in two short claims from deciding.
    share = max(2 * both / (one + two + 1), 0.75 * both / (min(one, two) + 1))
    agreement = min(1.0, (1 + against) * share / SAME_SAID - against)
    return -1.0 if agreement > SAME_TOLD and told_of_others(left, right) else agreement


def told_of_others(left: Profile, right: Profile) -> bool:
    """True when two claims name others, unless a figure that they share says that it is one statement."""
    if not left.names or not right.names or not apart(left.names, right.names):
        return False
    one, two = left.claim.quantities, right.claim.quantities
    if not one or not two:
        return True
    return numbers.agreement(numbers.of_people(one), numbers.of_people(two))[0] < SAME_FIGURE


# A share of content words from which on two claims say the same.
SAME_SAID = 0.65
# What speaks against a link of two claims that share no content word: so much, and so much again for each word
# of the shorter where a page carries much of the speaker and the type leaves open what it is about (`often`).
# Over 840 articles of PolNeAR's training split 1,104 of 3,350 groups held two claims without a word or figure
# in common before the second, 226 of 2,185 with it; the development gold scores the same.
STRANGE = 0.3
# The least that each word of the shorter says where no day, figure or type says that two statements are one: of
# 840 articles' groups 222 of 2,072 hold two claims without a word or figure in common instead of 296 of 2,186.
OTHER_WORDS = 0.07
# Words that differ forbid no link, whatever their number.
MOST = 0.99
# From this agreement on two claims use the same words: a form filled in twice where they name others ("shelled
# Lyman", "shelled Sumy"), unless they share a figure of some size.
SAME_TOLD = 0.5
SAME_FIGURE = 0.5
# A page that names a speaker more often than FEW, up to OFTEN, carries ever more statements of that speaker.
FEW = 3


def silence(of: Profile) -> float:
    """What each content word of the claim says against a link when the other claim has none of them."""
    if of.claim.polarity == "asserted" and of.claim.type not in _UNTOLD:
        return 0.0
    return STRANGE * often(of)


def openness(of: Profile) -> float:
    """The same where both leave open what they are about; 0 for a bare noun, with a figure or day."""
    # A bare noun stands for the statement itself ("the claim", "the alarm").
    told = of.claim.polarity != "asserted" or of.claim.type not in _UNTOLD or of.claim.quantities
    return 0.0 if told or of.said or of.mass <= 1 else OTHER_WORDS


def often(of: Profile) -> float:
    """How far the page carries so much of the speaker that not each claim is the one, 0..1; 0 with a figure."""
    return 0.0 if of.claim.quantities else max(0.0, (of.heard - FEW) / (OFTEN - FEW))


# Types that pages use for each other when they restate one claim.
_KIN = (
    frozenset(("deployment", "prediction", "assessment", "withdrawal")),
    frozenset(("combat", "casualties", "capture")),
    frozenset(("statement", "call", "denial", "threat", "assessment", "other", "consultation")),
    frozenset(("aid", "sanction", "agreement")),
)
# Types that hold statements of every sort.
_VAGUE = frozenset(("statement", "call", "assessment", "other"))
# Types that leave open what happens.
_UNTOLD = _VAGUE | {"prediction"}


def act(left: Profile, right: Profile) -> Finding:
    """What kind of act it is: type, polarity and status alike, so that a forecast is not taken for a report."""
    a, b = left.claim, right.claim
    if a.polarity == b.polarity != "asserted":
        # To deny and to leave open are acts of their own, whatever words stand for the matter.
        return (1.0 if a.type == b.type else 0.6), f"both {a.polarity}"
    if a.polarity != b.polarity:
        denied = "denied" in (a.polarity, b.polarity)
        return (-0.8 if denied else -0.4), f"{a.polarity} against {b.polarity}"
    if a.type == b.type:
        if a.type in _VAGUE:
            return 0.6 - 0.5 * max(often(left), often(right)), f"both {a.type}, which says little"
        return (1.0 if a.status == b.status else 0.6), f"both {a.type}"
    if any(a.type in kin and b.type in kin for kin in _KIN):
        return 0.2, f"{a.type} and {b.type}"
    open_type = {a.type, b.type} & {"statement", "other"}
    return (0.0 if open_type else -0.6), f"{a.type} against {b.type}"


def place(left: Profile, right: Profile) -> Finding:
    """Where it is said to happen: places that both claims name, against places that only one names."""
    if not left.places or not right.places:
        return 0.0, "no place on one page"
    shared = left.places & right.places
    if shared:
        return 1.0, f"both name {', '.join(sorted(shared))}"
    return -0.5, f"{', '.join(sorted(left.places))} against {', '.join(sorted(right.places))}"


def number(left: Profile, right: Profile) -> Finding:
    """Which figures it gives: one figure of one kind speaks for a link, another of that kind forbids it."""
    agreement, detail = numbers.agreement(left.claim.quantities, right.claim.quantities)
    if agreement > 0 and left.on_top != right.on_top:
        return -0.6, f"{detail}, on top of another in one only"
    return agreement, detail


def wording(left: Profile, right: Profile) -> Finding:
    """How it is worded: the share of runs of four words that both claims have."""
    share = _same_wording(left, right)
    return share, (f"{share:.0%} of four-word runs shared" if share else "worded apart")


def _same_wording(left: Profile, right: Profile) -> float:
    least = min(len(left.wording), len(right.wording))
    return len(left.wording & right.wording) / least if least else 0.0


def route(left: Profile, right: Profile) -> Finding:
    """How it came: through one outlet or interview that both pages credit."""
    shared = (left.routes - {left.outlet}) & (right.routes - {right.outlet})
    crossed = (left.routes & {right.outlet}) | (right.routes & {left.outlet})
    if shared:
        return 1.0, f"both credit {', '.join(sorted(shared))}"
    if crossed - {""} and left.outlet != right.outlet:
        return 1.0, f"one page credits the other, {', '.join(sorted(crossed))}"
    return 0.0, "no shared credit"


# Two statements of one speaker on one page are one only where everything else agrees.
SAME_PAGE = -0.8


def page(left: Profile, right: Profile) -> Finding:
    """Where it stands: two propositions of one attribution are never one, two statements on one page seldom."""
    a, b = left.claim, right.claim
    if a.version_id == b.version_id:
        if a.attribution_id == b.attribution_id:
            return -1.0, "two propositions of one attribution"
        if a.span.field != b.span.field:
            return 0.0, "the title of the page and its text"
        return SAME_PAGE, "two statements on one page"
    return 0.0, "different pages"


def _reads_number(of: Profile) -> Hashable:
    figures = tuple(
        (one.low, one.high, one.words if numbers.value(one) is None else "", one.unit, one.counts, one.scope,
         one.window, one.qualifier)
        for one in of.claim.quantities
    )  # fmt: skip
    return figures, of.on_top


def _reads_speaker(of: Profile) -> Hashable:
    spoken = tuple((one.kind, one.canonical, one.name, one.party) for one in of.speakers)
    silent = of.claim.polarity == "noncommittal"
    return spoken, of.claim.speaker.kind, silent, of.routes, of.outlet, _told(of)


def _reads_occasion(of: Profile) -> Hashable:
    bare, dated = of.claim.speaker.kind == "none", of.claim.said_when is not None
    return of.said, of.published, bare, dated, of.claim.background, of.claim.polarity


FEATURES: tuple[Named, ...] = (
    Named("speaker", 0.30, speaker, vetoes=True, reads=_reads_speaker),
    Named("occasion", 0.15, occasion, vetoes=True, reads=_reads_occasion, joint=restated),
    Named("number", 0.30, number, vetoes=True, reads=_reads_number),
    Named("act", 0.20, act, reads=lambda of: (of.claim.type, of.claim.polarity, of.claim.status, often(of))),
    Named("content", 0.20, content, vetoes=True, agree=_same_content),
    Named("place", 0.08, place, reads=lambda of: of.places),
    Named("wording", 0.20, wording, agree=_same_wording),
    Named("route", 0.12, route, reads=lambda of: (of.routes, of.outlet)),
    Named("page", 0.2, page, vetoes=True),
)

PAGE = FEATURES[-1]
# What tells two claims apart wherever they stand.
APART = FEATURES[:-1]


# Most reasons are given for many pairs: one object each.
_feature = lru_cache(maxsize=1 << 16)(Feature)


def findings(
    left: Profile, right: Profile, features: tuple[Named, ...] = FEATURES
) -> tuple[Feature, ...] | None:
    """Every feature of the pair in the order given, or None as soon as one forbids the link."""
    found = []
    for named in features:
        agreement, detail = named.measure(left, right)
        if named.vetoes and agreement <= -1:
            return None
        found.append(_feature(named.name, named.weight, agreement, detail))
    return tuple(found)
