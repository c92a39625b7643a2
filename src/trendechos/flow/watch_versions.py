"""What an edited page says otherwise: its claims before and after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from trendechos.records import Claim

# Two wordings by one speaker that share less than this are two claims. Set by hand on twenty edited
# sentences of our own: a changed figure or hedge stays above 0.8, another statement below 0.5.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class ClaimsChanged:
    """Claims that a new version adds, drops and words otherwise (before, after)."""

    added: tuple[Claim, ...]
    dropped: tuple[Claim, ...]
    changed: tuple[tuple[Claim, Claim], ...]

    def document(self) -> dict[str, object]:
        """The change as JSON, words and speakers only."""
        return {
            "added": [_shown(claim) for claim in self.added],
            "dropped": [_shown(claim) for claim in self.dropped],
            "changed": [{"before": _shown(old), "after": _shown(new)} for old, new in self.changed],
        }


def claims_changed(before: Sequence[Claim], after: Sequence[Claim]) -> ClaimsChanged:
    """How the claims of two versions differ; a claim is the same with the same speaker and words."""
    olds, news = list(before), list(after)
    for old in before:
        same = next((new for new in news if _key(new) == _key(old)), None)
        if same:
            olds.remove(old)
            news.remove(same)
    pairs = sorted(
        ((Indel.normalized_similarity(old.text, new.text), i, j)
         for i, old in enumerate(olds) for j, new in enumerate(news)
         if old.speaker.canonical == new.speaker.canonical),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )  # fmt: skip
    used_old: set[int] = set()
    used_new: set[int] = set()
    changed = []
    for alike, i, j in pairs:
        if alike >= _ALIKE and i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            changed.append((olds[i], news[j]))
    return ClaimsChanged(
        tuple(new for j, new in enumerate(news) if j not in used_new),
        tuple(old for i, old in enumerate(olds) if i not in used_old),
        tuple(sorted(changed, key=lambda pair: pair[1].span)),
    )


def _key(claim: Claim) -> tuple[str, str, str, str]:
    return claim.speaker.canonical, " ".join(claim.text.split()), claim.certainty, claim.polarity


def _shown(claim: Claim) -> dict[str, object]:
    return {"speaker": claim.speaker.canonical, "text": claim.text, "claim_id": claim.claim_id}
