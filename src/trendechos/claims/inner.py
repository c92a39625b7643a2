"""Which attributions stand inside what another one puts forward."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.claims.attribution import Attribution

Nested = tuple[Attribution, tuple[Attribution, ...]]


def nested(attributions: Sequence[Attribution]) -> tuple[Nested, ...]:
    """Each attribution with those whose cue stands in its content, in order; mere links are left out."""
    by_sentence: dict[int, list[Attribution]] = {}
    for one in attributions:
        by_sentence.setdefault(one.sentences[0], []).append(one)
    found = []
    for outer in attributions:
        near = (other for sentence in set(outer.sentences) for other in by_sentence.get(sentence, ()))
        inner = tuple(other for other in near if other is not outer and _inside(other, outer))
        if not _only_a_link(outer, inner):
            found.append((outer, inner))
    return tuple(found)


def _inside(inner: Attribution, outer: Attribution) -> bool:
    cue = inner.cue
    return cue is not None and any(span.holds(cue.span) for span in outer.content)


def _only_a_link(outer: Attribution, inner: Sequence[Attribution]) -> bool:
    """True when the attributions inside say it all, so that the outer speaker is only a link of their chain."""
    held = sum(span.end - span.start for span in outer.content)
    said_inside = sum(
        one.content[-1].end - one.content[0].start for one in inner if one.content and one.puts_forward
    )
    return said_inside * 2 > held > 0
