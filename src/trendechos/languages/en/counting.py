"""Words that count or point: alone before a common noun ("some 8,000", "the men") they name nobody."""

from __future__ import annotations

COUNTING = frozenset(
    (
        "a", "about", "an", "all", "almost", "another", "any", "around", "at", "between", "both",
        "dozens", "each", "every", "few", "fewer", "hundreds", "least", "many", "more", "most",
        "nearly", "no", "none", "one", "other", "others", "over", "several", "some", "ten", "tens",
        "than", "that", "the", "their", "these", "they", "this", "those", "thousands", "three", "two",
        "up",
    )
)  # fmt: skip
