"""Where a content that is named rather than told ends, and what is too slight to be one."""

from __future__ import annotations

from trendechos.claims.found import Found
from trendechos.claims.line import Line

# Frames whose content is a thing, a wish or a demand, not a clause.
_NAMED = frozenset({"o", "p", "n", "x", "i", "g", "j", "s", "r"})
# Frames of clauses, of quotations still to come and of open questions ("it is unclear who ...").
_TOLD = frozenset({"c", "q", "j"})
_STANCES = frozenset({"deny", "doubt", "decline", "confirm"})
_PAUSES = frozenset({",", "—", "–", "-", "--", "―"})
# Relative clauses and appositions that begin so explain, behind a comma, in three of four cases (counted over
# American news of 2015-16).
_EXPLAINING = frozenset({"which", "where", "who"})
_ARTICLES = frozenset({"a", "an", "the"})
_FINITE = ("VBD", "VBZ")
_MARKS = frozenset({"“", "”", '"', "''", "``"})


def _is_done(line: Line, one: Found, token: int) -> bool:
    """True for the second act of "denied the charges and left", which the parse joins to what is denied."""
    head = line.heads[token]
    if head not in one.content or token < one.at or line.child(token, "nsubj", "nsubjpass") is not None:
        return False
    bare = line.tags[head] in ("VB", "VBG") or not line.is_verb(head)
    return bare and line.child(head, "nsubj", "nsubjpass") is None and line.deps[head] != "relcl"


def cut(line: Line, one: Found) -> None:
    """Takes off the end of a content what is not said ("backed Mr. Osei, the former mayor", "... and left")."""
    if one.frame not in _NAMED or len(one.content) < 2:
        return
    for token in sorted(one.content):
        if line.tags[token] in _FINITE and line.deps[token] == "conj" and _is_done(line, one, token):
            stop = min(line.subtree(token))
            one.content = {each for each in one.content if each < stop - 1} or one.content
            break
    last = max(one.content)
    for token in sorted(one.content):
        if line.deps[token] not in ("relcl", "appos") or line.heads[token] not in one.content:
            continue
        own = line.subtree(token)
        first = min(own)
        low = line.lows[first]
        explains = low in _EXPLAINING if line.deps[token] == "relcl" else low in _ARTICLES
        if not explains or first == 0 or line.lows[first - 1] not in _PAUSES or max(own) < last - 1:
            continue
        rest = {each for each in one.content if each < first - 1}
        if rest and not own & set(one.roots) and not any(line.lows[each] in _MARKS for each in own):
            one.content = rest
            return


def is_slight(line: Line, one: Found) -> bool:
    """True for the few words that somebody deep in a sentence, or nobody, speaks of ("who mocks losers").

    Of such contents at most one in three is annotated as said (counted over American news of 2015-16). A
    clause, a stance toward a thing, a number and words in quotation marks are kept.
    """
    if one.frame in _TOLD or one.kind in _STANCES or any(line.tags[token] == "CD" for token in one.content):
        return False
    if one.quotes and any(low in _MARKS for low in line.lows):
        return False
    if line.tags[one.at] == "VBG" and line.lows[one.at - 1] == ",":
        return False  # "..., stressing that delay could cost lives": the parse may cut the clause
    head = line.heads[one.at]
    deep = head != one.at and line.heads[head] != head
    if one.source is None:
        return len(one.content) <= (4 if deep else 2)
    return deep and len(one.content) == 1 and one.act != "attitude"
