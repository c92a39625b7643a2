"""What is new: since the day asked about, or over the last days held."""

from __future__ import annotations

import re
from collections.abc import Mapping

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.parts import WORDS_LIMIT, Given, flat, note, say
from trendechos.records import BriefSentence, Difference, Origin, Section

# In the order in which they matter: what moved, what turned, what fell due, what was taken back, what is new;
# new facts on the main questions and steps taken come right after what turned.
_KINDS = {
    "number_moved": "Number moved",
    "stance_reversed": "Changed position",
    "prediction_due": "Prediction due",
    "corrected": "Corrected",
    "removed": "Removed",
    "new_origin": "New",
    "echo_of_old": "Old, repeated",
}
_IN_ORDER = tuple(_KINDS)
# So many questions are the main ones: about as many as the bottom line has room for.
MAIN = 8
SHOWN = 12
# New statements, and changes of any kind, beyond these a reader looks up: all are in the situation file.
STATEMENTS, ALL = 60, 200
# A statement has so many words, and so many in common with a headline that tells it.
_WHOLE, _SHARED = 5, 3
_STEM = 4
# Behind all that a page leads with.
_LATE = 1_000_000
# Words that open a clause which hangs on another ("when the police opened fire").
_HANGING = frozenset(
    ["when", "where", "which", "who", "whose", "that", "because", "while", "after", "before", "if", "to", "of"]
)
_WORD = re.compile(r"[\w’']+")
# Without a day to compare with, "new" is what was first said in the last two days held.
NEW_DAYS = 2


def build(index: Index) -> Section:
    """What is new, as one line each; echoes of old things are named as old."""
    situation = index.situation
    weights = _weights(index)
    ranked = sorted(situation.changes, key=lambda one: _rank(index, one, weights))
    ranked = [one for at, one in enumerate(ranked) if at < STATEMENTS or one.kind != "new_origin"][:ALL]
    lines = [change(index, one) for one in ranked]
    if not situation.since:
        lines = [*_latest(index, weights), *lines]
        return Section("new", "What is new", (*lines[:ALL], *_loud(index)), listed=True)
    since = f"Since {dates.day(situation.since, index.year)}"
    head = note(f"{since}: {figures.count(len(situation.changes), 'change')}.")
    rest = tuple(lines[SHOWN:])
    more: tuple[Section, ...] = ()
    if rest:
        beyond = len(situation.changes) - len(ranked)
        cut = (note(f"{figures.count(beyond, 'change')} beyond these: all are in the situation file."),)
        heading = figures.count(len(rest), "more change")
        more = (Section("new-more", heading, rest + cut * bool(beyond), listed=True, collapsed=True),)
    return Section("new", "What is new", (head, *lines[:SHOWN], *_loud(index)), subsections=more, listed=True)


def _rank(
    index: Index, one: Difference, weights: Mapping[str, int]
) -> tuple[int, int, bool, int, int, int, str]:
    """What moved or turned, then new facts on the main questions and steps taken, what fell due, the rest.

    What the headline of its page tells is a new fact, too; scraps close. Named speakers stand before none,
    widely carried before narrow, what a page leads with before the rest, the first question before the next.
    """
    origin = index.origins.get(one.origin_id)
    if origin is None:
        return _IN_ORDER.index(one.kind), 0, True, 0, 0, MAIN, one.origin_id
    said = index.said(origin).text
    headline, group, tier = _is_headline(index, origin, said), _IN_ORDER.index(one.kind), 0
    if one.kind == "new_origin" and (not _is_whole(said) or origin.key_claim_id in index.mistold):
        tier = 1
    elif one.kind == "new_origin" and (headline or one.origin_id in weights):
        group, tier = _IN_ORDER.index("stance_reversed"), 1
    nobody, weight = origin.speaker.kind == "none", weights.get(one.origin_id, MAIN)
    claim = index.claim(origin)
    at = claim.span.start if claim and headline else _LATE
    return group, tier, nobody, -len(origin.reports), at, weight, one.origin_id


def _is_whole(said: str) -> bool:
    """True for a statement that can be read alone: some words, and no clause that hangs on another."""
    found = said.lower().split()
    return len(found) >= _WHOLE and found[0].strip("“\"'") not in _HANGING


def _is_headline(index: Index, origin: Origin, said: str) -> bool:
    """True for what the headline of its page tells."""
    page = index.report(index.claim(origin))
    return page is not None and len(_stems(said) & _stems(page.title or "")) >= _SHARED


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()) if len(word) >= _STEM)


def _weights(index: Index) -> dict[str, int]:
    """The place of the main question that an origin answers; behind them all for a step taken or weighed."""
    steps = (one for each in index.situation.response if each.status != "demanded" for one in each.origins)
    found = dict.fromkeys(steps, MAIN)
    for at, one in reversed(list(enumerate(index.situation.propositions[:MAIN]))):
        found.update((stance.origin_id, at) for stance in one.stances)
    return found


def change(index: Index, one: Difference) -> BriefSentence:
    """One change as a line: what is new in the words of the page, else what moved, turned or fell due."""
    label = _KINDS.get(one.kind, "Change")
    when = f", {dates.day(one.on, index.year)}" if one.on else ""
    origin = next(iter(index.known((one.origin_id,))), None)
    if origin is None:
        return note(f"{label}{when}: ", _whole(one), ".")
    if one.kind == "new_origin":
        return common.statement(index, origin)
    both = [*index.known((one.before_id,)), origin] if one.before_id else [origin]
    return say(f"{label}{when}: ", _whole(one), ".", claims=index.cites(*both))


def _whole(change: Difference) -> Given:
    """The text of a change, on one line; it may hold two statements side by side."""
    return Given(flat(change.text.rstrip("."), WORDS_LIMIT))


def _latest(index: Index, weights: Mapping[str, int]) -> list[BriefSentence]:
    """Without a day to compare with: what was first said in the last days held, most carried first."""
    last = index.situation.as_of or index.situation.coverage.dated_to
    fresh = [
        origin
        for origin in index.situation.origins
        if origin.said_when and common.recent(origin.said_when.day, last, NEW_DAYS) and index.cites(origin)
    ]
    if not fresh:
        return [note("No earlier day was asked for, and nothing dated falls in the last days held.")]
    fresh.sort(key=lambda origin: _newest(origin, weights))
    days = figures.small(NEW_DAYS + 1)
    lines = [note(f"No earlier day was asked for; these were first said in the last {days} days held.")]
    lines += [common.statement(index, origin) for origin in fresh[:6]]
    if len(fresh) > 6:
        lines.append(
            note(f"And {figures.count(len(fresh) - 6, 'further origin')} in the same days, listed below.")
        )
    return lines


def _newest(origin: Origin, weights: Mapping[str, int]) -> tuple[bool, bool, int, int, str]:
    """Facts on the main questions and steps first; named speakers before none, wide before narrow."""
    weight = weights.get(origin.origin_id, MAIN + 1)
    return weight > MAIN, origin.speaker.kind == "none", -len(origin.reports), weight, origin.origin_id


def _loud(index: Index) -> list[BriefSentence]:
    """Days on which pages repeated and nothing new was said: a finding of its own."""
    days = [one for one in index.situation.attention if one.echoes >= 3 and one.new_origins == 0]
    return [
        note(
            f"Loud but nothing new: {figures.count(one.echoes, 'repeated claim')}"
            f" on {dates.day(one.day, index.year)}, no new origin."
        )
        for one in days[-2:]
    ]
