"""Words about a source's name being withheld ("asked not to be named"), which are no statement of anybody's."""

from __future__ import annotations

from trendechos.claims.line import Line

# Verbs by which sources keep their names back, or by which the page says so.
_ASKING = frozenset(
    [
        "ask", "request", "decline", "refuse", "insist", "wish", "want", "prefer", "demand", "seek", "agree",
        "speak", "talk", "plead", "choose", "grant", "give",
    ]
)  # fmt: skip
_NAMING = frozenset({"name", "identify", "quote", "use", "publish", "disclose", "cite"})
_HIDDEN = frozenset({"anonymity", "anonymous", "anonymously", "unnamed", "unidentified", "nameless"})
# "their names not be used", "his full name be withheld"
_NAMES = frozenset({"name", "identity"})
_WITHHELD = _NAMING | {"withhold", "give", "reveal", "print", "share", "provide"}
# What stands between the verb and the word that tells is short.
MOST_BETWEEN = 10


def is_wish(line: Line, verb: int) -> bool:
    """True when `verb` asks for a source's name to be withheld, and for nothing else."""
    if line.lemmas[verb] == "identify":
        return line.child(verb, "auxpass") is not None and _withholds(line, verb)
    if line.tags[verb] == "VB" and _purpose(line, verb):
        return True
    if line.lemmas[verb] not in _ASKING:
        return False
    for child in line.children[verb]:
        if child > verb and line.deps[child] != "conj":
            if line.lows[child] in _HIDDEN:
                return True
            if _withholds(line, child) or any(_hides(line, token) for token in _near(line, verb, child)):
                return True
    return False


def _purpose(line: Line, verb: int) -> bool:
    """True for "granted anonymity to discuss the plan"."""
    above = line.heads[verb]
    if above == verb or line.deps[verb] not in ("advcl", "xcomp", "acl", "relcl"):
        return False
    hidden = any(line.lows[token] in _HIDDEN for token in range(max(0, verb - 4), verb))
    return hidden and (line.lows[above] in _HIDDEN or (above < verb and is_wish(line, above)))


def _near(line: Line, verb: int, child: int) -> list[int]:
    """The noun under a preposition or in it: "on condition of anonymity"."""
    found, token = [], child
    for _ in range(3):
        inner = line.child(token, "prep", "pobj", "dobj", "acomp")
        if inner is None or inner - verb > MOST_BETWEEN:
            break
        found.append(inner)
        token = inner
    return found


def _hides(line: Line, token: int) -> bool:
    return line.lows[token] in _HIDDEN


def _withholds(line: Line, clause: int) -> bool:
    """True for "not to be named", "that their names not be used", "to give his name"."""
    thing = line.child(clause, "dobj")
    if thing is not None and line.tags[clause] == "VB":
        return line.lemmas[thing] in _NAMES and line.lemmas[clause] in _WITHHELD
    if line.child(clause, "auxpass") is None:
        return False
    own = line.child(clause, "nsubjpass")
    if own is not None and line.lows[own] not in ("he", "she", "they"):
        return line.lemmas[own] in _NAMES and line.lemmas[clause] in _WITHHELD
    if line.lemmas[clause] == "identify" and any(
        line.lemmas[at] in _NAMES for at in _near(line, clause, clause)
    ):
        # "asked to be identified only by her first name"
        return True
    bare = line.child(clause, "prep") is None
    verbs = {clause, *(child for child in line.children[clause] if line.deps[child] == "conj")}
    return bare and any(line.lemmas[each] in ("name", "identify", "quote", "cite") for each in verbs)
