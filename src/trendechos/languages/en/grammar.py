"""Closed classes of English words that the grammar of claims turns on: the lists of grammar.tsv."""

from __future__ import annotations

from trendechos.languages.en.lists import read

_LISTS = read("grammar.tsv")

BARE = _LISTS["BARE"]
COLLECTIVES = _LISTS["COLLECTIVES"]
WHERE = _LISTS["WHERE"]
WHERE_ADVERBS = _LISTS["WHERE_ADVERBS"]
FROM = _LISTS["FROM"]
ENTERED = _LISTS["ENTERED"]
AREAS = _LISTS["AREAS"]
EQUAL_MARKS = _LISTS["EQUAL_MARKS"]
CONTENT_NOUNS = _LISTS["CONTENT_NOUNS"]
HOLDING_VERBS = _LISTS["HOLDING_VERBS"]
OBSERVING_VERBS = _LISTS["OBSERVING_VERBS"]
PASSING_ADJECTIVES = _LISTS["PASSING_ADJECTIVES"]
OCCURRENCE_VERBS = _LISTS["OCCURRENCE_VERBS"]
