"""Lines of the bottom line on what pages open with, whoever says it, and how many of them name a source."""

from __future__ import annotations

from trendechos.presentation.index import Index
from trendechos.presentation.sections.values import is_voice, voice
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.parts import Phrase, joined, say
from trendechos.records import BriefSentence, Lead, Origin, Proposition

# Without a figure that leads, what this share of the pages opens with is worth a line, three lines at most.
_SHARE = 0.2
_LINES = 3
# Who says it, by name, and claims cited.
_NAMED, _CITED = 3, 12


def lines(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    """What most pages open with; where no figure leads, what a fifth of them do."""
    found = index.situation.leads
    most = [one for one in found if 2 * one.pages_count >= one.of_count]
    if lead is None:
        most = [one for one in found if one.pages_count >= _SHARE * one.of_count][:_LINES]
    return [_line(index, one) for one in most]


def _line(index: Index, lead: Lead) -> BriefSentence:
    since = f" published since {dates.day(lead.from_day, index.year)}" if lead.from_day else ""
    share = f"{figures.small(lead.pages_count)} of {figures.count(lead.of_count, 'page')}{since}"
    told = [index.origin_of[claim] for claim in lead.claims if claim in index.origin_of]
    words = index.marked(lead.text, told[0] if told else None)
    return say(words, f": so or in other words on {share}", *_by(index, told), ".", claims=lead.claims[:_CITED])


def _by(index: Index, told: list[Origin]) -> Phrase:
    """Whom these pages name for it, and how many name nobody."""
    named = list({voice(one): index.who(one) for one in reversed(told) if is_voice(one)}.values())[::-1]
    bare = sum(one.speaker.kind in ("none", "outlet") for one in told)
    more = (("others",),) if len(named) > _NAMED else ()
    by: Phrase = ("; by ", *joined([*named[:_NAMED], *more])) if named else ()
    if bare == len(told):
        return ("; none names a source",)
    return (*by, f"; {figures.small(bare)} {'names' if bare == 1 else 'name'} no source") if bare else by
