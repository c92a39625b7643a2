"""Tells old news, recalled on the page, from the news of the page."""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from trendechos.languages.en import modality, periods
from trendechos.records import Moment, ParsedSentence

# A statement of the day before is still news of the page, an older one recalled; two days part the dev set.
_NEWS_DAYS = 2
_OLD_EVENT_DAYS = 60
# Without one of these the words around a statement do not date it.
DATING = modality.BACKGROUND_ADVERBS | {"time"}
# What happened in another season is no news, even where somebody says it today (own judgement).
_LONG_AGO_DAYS = 270


def is_background(
    parsed: ParsedSentence,
    outside: Set[int],
    said: Moment | None,
    happened: Moment | None,
    published: str | None,
) -> bool:
    """True when the words around the content (`outside`), or the dates, put it before the news of the page."""
    if published is not None:
        if happened is not None and (_days_before(happened, published) or 0) > _LONG_AGO_DAYS:
            return True  # whoever says it today
        if said is not None and (days := _days_before(said, published)) is not None:
            return days > _NEWS_DAYS
        if happened is not None and said is None and (_days_before(happened, published) or 0) > _OLD_EVENT_DAYS:
            return True
    words = [parsed.words[token].lower() for token in sorted(outside)]
    if any(word in modality.BACKGROUND_ADVERBS for word in words):
        return True
    return any(words[at : at + 3] == ["at", "the", "time"] for at in range(len(words) - 2))


def is_history(sentence: str) -> bool:
    """True for a sentence that the page puts into the past in so many words ("for decades", "since the war").

    >>> is_history("In the decades following the Border War, it armed others"), is_history("It armed others")
    (True, False)
    """
    hinted = any(words in sentence for words in periods.HISTORIC)
    return hinted and periods.HISTORY.search(sentence) is not None


def _days_before(moment: Moment, published: str) -> int | None:
    """Days from the start of `moment` to `published`; None when either is no full date."""
    last = moment.first or moment.last
    padded = {4: last + "-12-31", 7: last + "-28"}.get(len(last), last[:10])
    try:
        return (date.fromisoformat(published[:10]) - date.fromisoformat(padded)).days
    except ValueError:
        return None
