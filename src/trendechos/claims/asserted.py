"""What the outlet says in its own voice: sentences, or parts of them, without a source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from trendechos.claims.anonymity import is_wish
from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.verb_groups import nobody

Range = tuple[int, int]
# A remainder of fewer words holds no proposition.
LEAST_WORDS = 3
_SAYING = frozenset({"say", "tell"})


def rest(line: Line, found: Sequence[Found], covered: Sequence[Range]) -> tuple[set[int], tuple[int, ...]]:
    """The tokens of `line` that nobody is quoted for, and their clause heads; empty where there are none.

    `found` are the cues of this line that put a proposition forward, `covered` the character ranges
    attributed to somebody, in this line or by speech that goes on from another.
    """
    # Who did something and then spoke ("Mr. Osei shut the school. “We had to.”") did it all the same.
    told = [one for one in found if one.source != one.at or line.heads[one.at] == one.at]
    cues = {one.at for one in told} | {token for one in told for token in one.cue}
    cues |= {line.heads[one.at] for one in found if one.frame in ("n", "j")}
    cues |= {token for one in found for token in _around(line, one)}
    held = _covered(line, covered)
    heads = []
    for root in line.tree.roots:
        stack = [root]
        while stack:
            token = stack.pop()
            empty = line.is_verb(token) and (_only_says(line, token, held) or is_wish(line, token))
            if token not in cues and token not in held and not empty:
                heads.append(token)
            stack.extend(
                child for child in line.children[token] if line.deps[child] == "conj" and line.is_verb(child)
            )
    if not heads:
        return set(), ()
    drop: set[int] = set(cues)
    for one in found:
        if one.source is not None and one.antecedent is None and line.heads[one.source] in cues:
            drop |= line.subtree(one.source)
        elif one.source is not None and one.source in line.tree.roots and line.heads[one.at] == one.source:
            # "The envoy boasted ...", where the parse makes the noun the head of the sentence.
            drop |= line.subtree(one.source)
    kept: set[int] = set()
    for head in heads:
        kept |= line.subtree(head)
    kept = (kept - drop - held) | set(heads)
    for token in sorted(kept, reverse=True):
        if line.deps[token] not in ("cc", "punct", "mark"):
            break
        kept.discard(token)
    if len([token for token in kept if line.deps[token] != "punct"]) < LEAST_WORDS:
        return set(), ()
    return kept, tuple(sorted(heads))


def _only_says(line: Line, verb: int, held: Set[int]) -> bool:
    """True for "He told reporters on Monday.", which holds no news without what is said."""
    if line.lemmas[verb] not in _SAYING:
        return False
    others = line.subtree(verb) - {verb, *(child for child in line.children[verb] if line.deps[child] == "aux")}
    return not any(line.is_verb(other) for other in others - held)


def _covered(line: Line, ranges: Sequence[Range]) -> set[int]:
    """The tokens that begin in one of `ranges`."""
    starts, found = line.parsed.starts, set[int]()
    for start, end in ranges:
        first = bisect_left(starts, start - line.offset)
        found.update(range(first, bisect_left(starts, end - line.offset, first)))
    return found


def _around(line: Line, one: Found) -> Iterator[int]:
    """Verbs that only bring a cue and hold no news of their own.

    "Photos posted online show ...", "answered by saying", "cited her as saying", "went on to say", "it is worth
    noting", "saw nothing to suggest that ...".
    """
    head = line.heads[one.at]
    if line.deps[one.at] == "pcomp" and (
        line.lows[head] == "by" or line.lemmas[line.heads[head]] in ("quote", "cite")
    ):
        yield line.heads[head]
    if line.deps[one.at] == "xcomp" and one.act == "speech":
        yield head
        if line.deps[head] == "acomp":
            yield line.heads[head]
    if one.kind == "show" and one.source is not None and one.source < one.at:
        yield line.heads[one.source]
    if one.negated and line.deps[one.at] in ("relcl", "acl") and nobody(line, head):
        yield line.heads[head]
