"""What a speaker gives as the ground of a claim."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.languages.en.basis import BASIS_WORDS, CAPTURED, GROUND_CUES
from trendechos.records import Basis, Speaker
from trendechos.text.tree import Tree


def basis(tree: Tree, speaker: Speaker, chain: Sequence[Speaker]) -> Basis:
    """The ground named beside the claim or in the speaker's own name; another's report when only relayed."""
    lemmas = tree.lemmas
    named = {
        form for word in speaker.name.lower().split()
        for form in (word, word.removesuffix("s"), word.removesuffix("es"))
    }  # fmt: skip
    if CAPTURED & named and speaker.kind in ("unnamed", "group", "person"):
        return "captive"
    for kind, words in BASIS_WORDS:
        for token, lemma in enumerate(lemmas) if tree.has(words) else ():
            if lemma in words and _is_ground(lemmas, token):
                return kind  # type: ignore[return-value]
        if named & words:
            return kind  # type: ignore[return-value]
    if chain or (speaker.kind == "outlet"):
        return "report_of_another"
    return "none_given"


def _is_ground(lemmas: Sequence[str], token: int) -> bool:
    """True when a word of citing or showing stands within four words of `token`."""
    near = lemmas[max(0, token - 4) : token + 5]
    return any(lemma in GROUND_CUES for lemma in near)
