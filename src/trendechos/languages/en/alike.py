"""Words that pages put for each other when they restate a statement: the sets of alike.tsv."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from trendechos.languages.en.lists import read

_VOWELS = "aeiou"


@cache
def alike() -> Mapping[str, str]:
    """The name of its set by word, regular inflections included.

    >>> alike()["photographs"] == alike()["images"], "table" in alike()
    (True, False)
    """
    found: dict[str, str] = {}
    listed = sorted(read("alike.tsv").items())
    for name, lemmas in listed:
        found.update((lemma, name) for lemma in lemmas)
    for name, lemmas in listed:
        for lemma in lemmas:
            for form in _forms(lemma):
                found.setdefault(form, name)
    return found


def _forms(lemma: str) -> tuple[str, ...]:
    """Regular plural and verb forms; some are no words, which does no harm in a look-up."""
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    doubled = lemma + lemma[-1]
    plural = lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh")) else "s")
    return plural, lemma + "ed", lemma + "ing", doubled + "ed", doubled + "ing"
