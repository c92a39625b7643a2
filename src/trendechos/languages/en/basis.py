"""English words for what a speaker gives as the ground of a claim: the lists of basis.tsv."""

from __future__ import annotations

from trendechos.languages.en.lists import read

_LISTS = read("basis.tsv")

BASIS_WORDS = tuple((name, words) for name, words in _LISTS.items() if name.islower())
GROUND_CUES = _LISTS["GROUND"]
CAPTURED = _LISTS["CAPTURED"]
