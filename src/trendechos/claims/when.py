"""When a claim was put forward, and the time that its own words speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from trendechos.claims.attribution import Attribution
from trendechos.claims.clauses import Clause
from trendechos.claims.context import Context
from trendechos.claims.types import Said
from trendechos.languages.en import grammar, modality
from trendechos.records import ClaimType, Moment, Report, Status, Timex

# Acts of speech: what happens is that they are said. A foretelling is one; what it foretells has a date of
# its own or none.
_SPOKEN = frozenset({"statement", "call", "denial", "assessment", "threat", "prediction"})
_TO_COME = frozenset({"announced", "predicted", "considered", "demanded"})
_SUDDEN = frozenset({"combat", "casualties", "capture"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|year|today|tomorrow|week|day\b|month|hour")
_EARLIER = modality.BACKGROUND_ADVERBS | {"first"}
_MONTH = 7  # "2024-11"
_PLUPERFECT = frozenset({"had", "'d"})
_PERFECT = frozenset({"has", "have", "'s", "'ve"})


def said(
    report: Report, attribution: Attribution, around: Sequence[Context], earlier: Moment | None
) -> Moment | None:
    """When the words were spoken: the time beside the cue, else that of the words before, else the page's day.

    The day of publication stands only for a live report on a dated page: a cue in the present or simple
    past ("said", "says", "according to") without a word that dates it earlier. Nothing else is filled in.
    """
    if attribution.cue is None:
        return _published(report, around) if attribution.mode == "asserted" else None
    context = around[attribution.sentences[0]]
    told = [
        timex
        for timex in context.times
        if timex.moment is not None
        and _has_come(timex.moment, report)
        and _of_telling(attribution, context, timex)
    ]
    if told:
        cue = attribution.cue.span.start
        nearest = min(told, key=lambda timex: (abs(timex.span.start - cue), timex.span.start)).moment
        return _whole_day(nearest)
    if _looks_back(attribution, context) or recalls(attribution, context):
        return None
    return earlier or _published(report, around)


def _has_come(moment: Moment, report: Report) -> bool:
    """False for a day behind that of the page, on which nobody has spoken yet ("cut as of Friday, he said")."""
    return not report.published_on or not moment.first or moment.first <= report.published_on


def _published(report: Report, around: Sequence[Context]) -> Moment | None:
    """The day or month of publication; no month where the page tells days from itself ("on Thursday")."""
    published = report.published
    if published is None or published.precision == "year":
        return None
    if published.precision == "month":
        lost = (item.text for one in around for item in one.times if item.moment is None and not item.duration)
        return None if any(not re.search(r"\d", text) for text in lost) else published
    return _whole_day(published)


def _of_telling(attribution: Attribution, context: Context, timex: Timex) -> bool:
    """True for a time that the tree hangs on the cue or on what leads to it, none of the words told.

    The time of a participant, of another speaker's words beside, and an end of a stretch ("since 1975", "up to
    5 May") do not say when the words were spoken. A time right behind the cue does, wherever the parser puts it
    ("said on Monday it had withdrawn").
    """
    cue = attribution.cue
    if cue is None:
        return False
    words = context.report.words(cue.span.field)
    held = [span for span in attribution.content if span.holds(timex.span)]
    if held:
        between = words[cue.span.end : timex.span.start].split()
        return held[0].start >= cue.span.end and len(between) <= 1 and between[:1] in ([], ["on"], ["late"])
    parsed, tree = context.sentence.parsed, context.tree
    tokens, cues = context.tokens([timex.span]), context.tokens([cue.span])
    way = cues.union(*(tree.ancestors(token) for token in cues))
    for token in sorted(tokens)[:1]:
        for above in (token, *tree.ancestors(token)):
            if above in way and parsed.poses[above] in ("VERB", "AUX"):
                return True
            if parsed.lemmas[above].lower() in grammar.BOUNDS and parsed.deps[above] in ("prep", "mark"):
                return False
            if parsed.poses[above] in ("VERB", "AUX") and not _publishes(context, above):
                return False
    return True


def beside(attribution: Attribution, context: Context) -> Moment | None:
    """The stretch beside a cue that what it names fills ("recorded 118 deaths between 25 and 31 October")."""
    parsed, tree = context.sentence.parsed, context.tree
    cues = context.tokens([attribution.cue.span]) if attribution.cue is not None else frozenset[int]()
    for timex in context.times:
        tokens = sorted(context.tokens([timex.span]))
        if timex.moment is None or "/" not in timex.moment.value or not tokens:
            continue
        chain = (tokens[0], *tree.ancestors(tokens[0]))
        verb = next((above for above in chain if parsed.poses[above] in ("VERB", "AUX")), None)
        if verb in cues and any(parsed.lemmas[above].lower() in grammar.BOUNDS for above in chain[:3]):
            return timex.moment
    return None


def _publishes(context: Context, verb: int) -> bool:
    """True for "asked on Monday", "a letter dated 3 May", "speaking on Friday" beside the cue."""
    parsed, tree = context.sentence.parsed, context.tree
    dep = parsed.deps[verb]
    if dep in ("advcl", "acl", "pcomp", "prep") and tree.child(verb, "nsubj", "nsubjpass") is None:
        return True
    return dep in ("advcl", "acl", "relcl", "conj") and parsed.lemmas[verb].lower() in grammar.PUBLISHED


def _whole_day(moment: Moment | None) -> Moment | None:
    """The day of a moment given to the minute: an occasion is told from others by its day."""
    if moment is None or moment.precision != "minute" or "/" in moment.value:
        return moment
    return Moment(moment.value[:10], "day")


def recalls(attribution: Attribution, context: Context) -> bool:
    """True for a cue in the perfect ("has denied", "had said") after the first sentence; the page gives no day.

    In the first sentence the perfect gives the news of the page.
    """
    if attribution.cue is None or context.sentence.span.field == "title":
        return False
    parsed, tree = context.sentence.parsed, context.tree
    verbs = [token for token in context.tokens([attribution.cue.span]) if parsed.poses[token] == "VERB"]
    auxiliaries = {
        parsed.words[child].lower()
        for token in verbs for child in tree.children[token] if parsed.deps[child] == "aux"
    }  # fmt: skip
    if auxiliaries & _PLUPERFECT:
        return True
    again = any(parsed.lemmas[token].lower() in grammar.SAYING_AGAIN for token in verbs)
    return bool(auxiliaries & _PERFECT) and not (context.lead or attribution.negated or again)


def _looks_back(attribution: Attribution, context: Context) -> bool:
    """True for "earlier", "before" outside the content, which date the statement before the news."""
    parsed, lows = context.sentence.parsed, context.tree.lows
    if not context.tree.has(_EARLIER):
        return False
    outside = context.outside(attribution.content)
    if any(lows[token] in modality.BACKGROUND_ADVERBS for token in outside):
        return True
    # "First denied it, then ..." tells a row of answers, of which the day is the last one's.
    cues = context.tokens([attribution.cue.span]) if attribution.cue else frozenset()
    return any(
        lows[token] == "first" and parsed.tags[token] == "RB" and parsed.heads[token] in cues
        for token in outside
    )


def ahead(timex: Timex, state: Status, spoken: Moment | None) -> Moment | None:
    """The moment of `timex`; in a foretold clause a day or season without a year is the next such one."""
    moment = timex.moment
    if moment is None or spoken is None or state not in _TO_COME or _YEAR.search(timex.text):
        return moment
    year = spoken.first[:4] or spoken.last[:4]
    if len(moment.first) < _MONTH or not year:
        return moment
    start = year + moment.first[4:]
    late = start < (spoken.first or spoken.last)[: len(start)]
    shift = int(year) + int(late) - int(moment.first[:4])
    ends = (f"{int(end[:4]) + shift}{end[4:]}" if end else "" for end in moment.value.split("/"))
    return replace(moment, value="/".join(ends))


def reference(
    clause: Clause, path: Sequence[int], kind: ClaimType, how: Said, spoken: Moment | None
) -> Moment | None:
    """The time that the tense points to where no time is given: that of speaking, or None.

    A statement, a foretelling and an answer that leaves it open happen when they are spoken; a present or
    perfect ("are in", "has sent") speaks of the time of speaking (Reichenbach's reference time). A simple
    past or a future without a time says no day.
    """
    parsed = clause.parsed
    if kind == "statement" and how.status == "done" and _is_past(clause, path[-1]):
        return None  # "the water came in the night"
    if kind in _SPOKEN or how.polarity == "noncommittal":
        return spoken
    if how.status in _TO_COME:
        return None
    verb = next((token for token in reversed(path) if parsed.poses[token] in ("VERB", "AUX")), None)
    if verb is None and kind in _SUDDEN and _is_known(clause, path[-1]):
        return None
    if verb is None or how.status == "ongoing":
        return spoken
    return spoken if _speaks_of_now(clause, _ruling(clause, verb)) else None


def _is_past(clause: Clause, verb: int) -> bool:
    """True for a plain simple past of a deed of others ("the water came"), not of a state ("was safe").

    What speakers say of themselves ("it regretted", "condemned") they do in saying it.
    """
    parsed = clause.parsed
    subject = clause.tree.child(verb, "nsubj", "nsubjpass")
    if subject not in clause.tokens or parsed.poses[subject or 0] == "PRON":
        return False
    helping = [child for child in clause.tree.children[verb] if parsed.deps[child] in ("aux", "auxpass")]
    if parsed.poses[verb] != "VERB" or any(parsed.lemmas[child] != "be" for child in helping):
        return False
    return parsed.tags[verb] == "VBD" or any(parsed.tags[child] == "VBD" for child in helping)


def _is_known(clause: Clause, noun: int) -> bool:
    """True for an act taken as known ("the murder of six priests"), which is not said to be of now."""
    parsed = clause.parsed
    return any(
        parsed.words[child].lower() in grammar.DEFINITE or parsed.deps[child] == "poss"
        for child in clause.tree.children[noun]
    )


def _ruling(clause: Clause, verb: int) -> int:
    """The verb that gives `verb` its time: "begun" of "have begun to fight"."""
    parsed = clause.parsed
    while (
        parsed.deps[verb] == "xcomp"
        and parsed.heads[verb] in clause.tokens
        and (parsed.poses[parsed.heads[verb]] in ("VERB", "AUX"))
    ):
        verb = parsed.heads[verb]
    return verb


def _speaks_of_now(clause: Clause, verb: int) -> bool:
    """True for the present and perfect, passives among them ("are deployed"), and for what may be so now."""
    parsed, tree = clause.parsed, clause.tree
    if parsed.deps[verb] in ("acl", "advcl") and parsed.tags[verb] == "VBN" and verb != clause.head:
        if parsed.poses[clause.head] in ("NOUN", "NUM", "PROPN"):
            return True  # "puts losses at 900 killed"
        verb = next((above for above in tree.ancestors(verb) if parsed.poses[above] in ("VERB", "AUX")), verb)
    helping = [child for child in tree.children[verb] if parsed.deps[child] in ("aux", "auxpass")]
    if any(parsed.lemmas[child] == "have" or parsed.tags[child] in ("VBZ", "VBP") for child in helping):
        return True
    modal = any(parsed.words[child].lower() in ("may", "might", "could") for child in helping)
    if modal and len(helping) == 1:
        return parsed.lemmas[verb] in ("be", "hold", "remain", "stand", "number", "total", "exceed")
    return not helping and parsed.tags[verb] in ("VBZ", "VBP", "VBG")
