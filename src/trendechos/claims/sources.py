"""The source of a cue: the noun that the grammar makes its subject, agent or owner."""

from __future__ import annotations

from trendechos.claims.line import Line
from trendechos.languages.en.reporting import RELATIVES

_NOMINAL = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "DT", "CD", "JJ", "EX", "PRP$", "FW", "WRB"}
)


def subject(line: Line, verb: int) -> tuple[int | None, int | None]:
    """The head token of the subject of `verb` and, for a relative pronoun, its antecedent; (None, None) without."""
    token, seen = verb, set()
    while token not in seen:
        seen.add(token)
        found = line.child(token, "nsubj", "nsubjpass", "expl")
        if found is not None:
            if line.lows[found] in RELATIVES and line.deps[token] == "relcl":
                return found, line.heads[token]
            return found, None
        dep, head = line.deps[token], line.heads[token]
        if dep in ("acl", "relcl") and line.tags[head][0] in "NP":
            return head, None
        if dep in (
            "conj",
            "xcomp",
            "advcl",
            "ccomp",
            "dep",
            "aux",
            "auxpass",
            "prep",
            "pcomp",
            "acomp",
            "parataxis",
        ):
            token = head
            continue
        return None, None
    return None, None


def beside(line: Line, verb: int) -> int | None:
    """The head of the noun phrase right behind or right before a finite `verb` whose subject the parse lost."""
    token = verb + 1
    while token < line.size and line.tags[token] in ("DT", "JJ", "NNP", "NN", "POS", "PRP$", "CD") and token < verb + 8:
        following = line.tags[token + 1] if token + 1 < line.size else "."
        if line.tags[token] in ("NNP", "NN") and following not in ("NNP", "NNPS", "NN", "NNS", "POS"):
            return token
        token += 1
    token = verb - 1
    while token > 0 and (line.tags[token] in ("RB", "MD") or line.deps[token] in ("aux", "neg", "advmod")):
        token -= 1
    if token >= 0 and line.tags[token] in ("NNP", "NNPS", "NN", "NNS", "PRP"):
        return token
    return None


def governor(line: Line, noun: int) -> int | None:
    """The subject of the verb that `noun` stands under ("raised money in support of ..."), or None."""
    token, steps = noun, 0
    while line.heads[token] != token and steps < 6:
        token, steps = line.heads[token], steps + 1
        if line.is_verb(token):
            return subject(line, token)[0]
    return None


def agent(line: Line, verb: int) -> int | None:
    """The head token of the "by" phrase of a passive `verb`, or None."""
    by = line.child(verb, "agent")
    return None if by is None else line.child(by, "pobj")


def owner(line: Line, noun: int) -> int | None:
    """Whose `noun` it is: its possessor, or what stands behind its "by", "from" or "of"; None without."""
    found = line.child(noun, "poss")
    if found is not None:
        return found
    for child in line.children[noun]:
        if line.deps[child] in ("prep", "agent") and line.lows[child] in ("by", "from", "among"):
            return line.child(child, "pobj")
    return None


def phrase(line: Line, head: int, stop: set[int] | frozenset[int] = frozenset()) -> tuple[int, int]:
    """The first and last token of the noun phrase around `head` without tokens of `stop`, appositions kept."""
    tokens = line.subtree(head) - set(stop)
    first = last = head
    while first - 1 in tokens:
        first -= 1
    while last + 1 in tokens:
        last += 1
    while last > head and line.lows[last] in {",", ";", "—", "–", "-", ":"}:
        last -= 1
    while first < head and line.deps[first] in ("punct", "cc"):
        first += 1
    return first, last
