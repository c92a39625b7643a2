"""Finds the word of a clause that names what happened, and its codes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from trendechos.claims.arguments import Arguments, arguments, spread
from trendechos.claims.clauses import Clause
from trendechos.claims.match import AT, Match, stands_for_people
from trendechos.languages.en import events as lexicon
from trendechos.languages.en import grammar
from trendechos.languages.en.events import Term
from trendechos.languages.en.times import MONTHS
from trendechos.text.tree import Tree

_POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}
_PRESENCE = Term((), "deployment", "MOBILIZE", "troops", "154")
_TOLL = Term((), "casualties", None, None, None)
_COUNTED = {
    "troops": _PRESENCE, "killed": _TOLL, "wounded": _TOLL, "killed_or_wounded": _TOLL, "casualties": _TOLL,
    "captured": Term((), "capture", "ASSAULT", "abduct", "181"),
}  # fmt: skip
# Clauses that only qualify what the head says are searched last.
_ORDER = (
    "dobj",
    "attr",
    "xcomp",
    "ccomp",
    "acomp",
    "prt",
    "prep",
    "pobj",
    "pcomp",
    "nsubjpass",
    "acl",
    "nsubj",
)
_RANKS = {dep: rank for rank, dep in enumerate(_ORDER)}
# Events that have taken place whatever is said about them; other nouns may only be a topic.
_HARD = frozenset({"combat", "casualties", "capture", "deployment", "protest", "withdrawal"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "advmod", "nummod"})
# What opens a condition: the second set only as its first word.
_INVERTED = frozenset({"should", "provided", "had"})
CONDITION_WORDS = _INVERTED | {"if", "unless"}
_QUALIFIERS = frozenset({"advcl", "relcl", "appos", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names what happened, its row of the lexicon and its arguments."""

    token: int
    term: Term
    arguments: Arguments


def find(clause: Clause, people: str | None) -> Trigger | None:
    """The first word from the core outwards that the lexicon knows, or None.

    `people` is the noun class (`PERSONNEL`, `CIVIL`) of the group last named in the report, for which
    "they", "some of them" and bare numbers stand.
    """
    own, known, tried = frozenset(clause.tokens), words(clause.tree), set[int]()
    for way in (_outwards, _beyond):
        for token in way(clause, own):
            if token in tried or token not in known:
                continue
            tried.add(token)
            trigger = at(clause.tree, token, own, people)
            if trigger is not None and not _only_a_topic(clause, trigger):
                return trigger
        if way is _outwards and _present(clause, people):
            return Trigger(clause.core, _PRESENCE, arguments(clause.tree, clause.core))
    return None


def counted(clause: Clause, counts: Sequence[str]) -> Trigger | None:
    """What a clause without a word for an event says by what it counts ("put the total at 11,000"), or None."""
    parsed = clause.parsed
    if parsed.poses[clause.core] in ("VERB", "AUX") and parsed.lemmas[clause.core] not in grammar.NUMBER_VERBS:
        return None
    for kind in counts:
        if kind in _COUNTED:
            return Trigger(clause.core, _COUNTED[kind], arguments(clause.tree, clause.core))
    return None


def _only_a_topic(clause: Clause, trigger: Trigger) -> bool:
    """True for a noun such as "pact" that the clause speaks about without saying that it came about."""
    parsed, token = clause.parsed, trigger.token
    if _is_likened(clause, token):
        return True
    hard = _HARD if parsed.deps[token] != "pobj" else _HARD - {"deployment", "withdrawal"}
    if trigger.term.claim_type in hard or parsed.poses[token] not in ("NOUN", "PROPN") or token == clause.core:
        return False
    dep, head = parsed.deps[token], parsed.heads[token]
    if dep in ("nsubj", "nsubjpass"):
        predicate = clause.tree.child(head, "attr", "acomp", "ccomp", "oprd") is not None
        return parsed.lemmas[head] not in grammar.OCCURRENCE_VERBS or predicate
    return dep == "pobj"


def _is_likened(clause: Clause, token: int) -> bool:
    """True for what something is turned into or called ("into a massacre", "the protests were terrorism")."""
    parsed, head, dep = clause.parsed, clause.parsed.heads[token], clause.parsed.deps[token]
    if parsed.poses[token] != "NOUN" or token == clause.core:
        return False
    if dep == "pobj":
        return parsed.lemmas[head] == "into" and parsed.lemmas[parsed.heads[head]] in (
            "turn",
            "make",
            "transform",
        )
    said = clause.tree.child(head, "attr") if dep == "nsubj" and parsed.lemmas[head] == "be" else None
    return said is not None and parsed.poses[said] == "NOUN" and clause.tree.child(said, "nummod") is None


def path(clause: Clause, trigger: Trigger | None) -> tuple[int, ...]:
    """The words from the top of the clause down to the word that names what happened, or to its core."""
    if trigger is None or trigger.token in clause.spine:
        return clause.spine if trigger is None else clause.spine[: clause.spine.index(trigger.token) + 1]
    own = frozenset(clause.tokens)
    up = [token for token in clause.tree.ancestors(trigger.token) if token in own]
    return (*clause.above, *(token for token in reversed(up) if token not in clause.above), trigger.token)


def _present(clause: Clause, people: str | None) -> bool:
    """True when the core is itself a group of personnel said to be somewhere ("11,000 of them in Kursk")."""
    tree, core = clause.tree, clause.core
    if tree.parsed.poses[core] in ("VERB", "AUX") or not any(_lies(tree, token) for token in clause.tokens):
        return False
    group = [people_class(tree, token) for token in spread(tree, [core])]
    return "PERSONNEL" in group or (people == "PERSONNEL" and stands_for_people(tree, core))


def _lies(tree: Tree, preposition: int) -> bool:
    """True for "in Kursk", not for "in combat"."""
    parsed = tree.parsed
    if parsed.deps[preposition] != "prep" or parsed.lemmas[preposition] not in AT:
        return False
    inner = tree.child(preposition, "pobj")
    return inner is not None and tree.lemmas[inner] not in lexicon.classes()["FIGHTING"]


def at(tree: Tree, token: int, own: Set[int], people: str | None) -> Trigger | None:
    """What the lexicon says `token` means among the words `own`, or None."""
    rows = words(tree).get(token)
    if rows is None:
        return None
    around = arguments(tree, token)
    match = Match(tree, token, around, own, people)
    for term in rows:
        if all(match.holds(condition) for condition in term.conditions):
            return Trigger(token, term, around)
    return None


@lru_cache(maxsize=1_000)
def words(tree: Tree) -> Mapping[int, tuple[Term, ...]]:
    """The tokens of a sentence that the lexicon knows, each with its rows.

    A predicative participle tagged as an adjective ("are deployed") has its verb's.
    """
    found, known, poses, deps = {}, _lemmas(), tree.parsed.poses, tree.parsed.deps
    for token, lemma in enumerate(tree.lemmas):
        if lemma not in known and not lemma.endswith("ed"):
            continue
        part = _POS.get(poses[token])
        rows = _rows_of(lemma, part, deps[token] == "amod") if part else ()
        # "On 3 March" nobody marched.
        if rows and not (poses[token] == "PROPN" and lemma in MONTHS):
            found[token] = rows
    return found


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(lemma for lemma, _ in lexicon.terms()).union(lexicon.LEMMAS)


@lru_cache(maxsize=200_000)
def _rows_of(lemma: str, part: str, attributive: bool) -> tuple[Term, ...]:  # noqa: FBT001 - a key of the cache
    if part == "v":
        lemma = lexicon.LEMMAS.get(lemma, lemma)
    rows = lexicon.terms().get((lemma, part), ())
    if rows or part != "a" or not lemma.endswith("ed") or attributive:
        return rows
    stems = (lemma[:-2], lemma[:-1], lemma[:-3])
    return next((found for stem in stems if (found := lexicon.terms().get((stem, "v")))), ())


def _outwards(clause: Clause, own: Set[int]) -> Iterator[int]:
    """The core, then the words under it by depth, qualifying clauses last; only ways to known words."""
    tree, ways = clause.tree, _ways(clause.tree)
    for allowed in (False, True):
        queue, seen = deque([clause.core]), set()
        while queue:
            token = queue.popleft()
            if token in seen or token not in own or token not in ways:
                continue
            seen.add(token)
            yield token
            queue.extend(
                child for child in _ranked(tree, [child for child in tree.children[token] if child in ways])
                if _leads(tree, token, child, qualifying=allowed)
            )  # fmt: skip


@lru_cache(maxsize=1_000)
def _ways(tree: Tree) -> Set[int]:
    """The words that the lexicon knows and all above them."""
    found: set[int] = set()
    for token in words(tree):
        while token not in found:
            found.add(token)
            token = tree.parsed.heads[token]  # noqa: PLW2901 - up to the root
    return found


def _beyond(clause: Clause, own: Set[int]) -> Iterator[int]:
    """What else stands under the words above the core, nearest first."""
    for token in reversed(clause.above):
        if not is_inverted(clause.tree, token):
            yield token
        below = (child for child in clause.tree.children[token] if child in own and child not in clause.spine)
        for child in below:
            if _leads(clause.tree, token, child, qualifying=False):
                yield from (inner for inner in clause.tree.subtree(child) if inner in own)
    # "is willing to" hangs the adjective beside the verb, not on the way down.
    tree = clause.tree
    yield from (
        child for token in clause.above for child in tree.children[token] if tree.parsed.deps[child] == "acomp"
    )


def _leads(tree: Tree, token: int, child: int, *, qualifying: bool) -> bool:
    """True when `child` can still name what `token` says happened."""
    parsed = tree.parsed
    dep = parsed.deps[child]
    if dep == "prep" and tree.lemmas[child] in grammar.ASIDE:
        return False
    if dep in _QUALIFIERS:
        return qualifying and not is_condition(tree, child) and not _is_ahead(tree, child)
    if dep in _MODIFIERS:
        return parsed.poses[child] == "NOUN" and parsed.lemmas[token] in grammar.UNDERTAKINGS
    return dep not in ("poss", "aux", "auxpass", "punct", "mark", "cc")


def _is_ahead(tree: Tree, clause: int) -> bool:
    """True for what something else comes before ("will not end before they disarm")."""
    lows, deps = tree.lows, tree.parsed.deps
    return tree.parsed.poses[clause] in ("VERB", "AUX") and any(
        deps[child] == "mark" and lows[child] in ("before", "until", "till") for child in tree.children[clause]
    )


def _ranked(tree: Tree, tokens: list[int]) -> list[int]:
    if len(tokens) < 2:
        return tokens
    deps = tree.parsed.deps
    return sorted(tokens, key=lambda token: _RANKS.get(deps[token], len(_RANKS)))


def is_inverted(tree: Tree, verb: int) -> bool:
    """True for a condition without "if" ("should they attack, ...")."""
    first = tree.children[verb][0] if tree.children[verb] else verb
    return tree.parsed.deps[first] == "aux" and tree.lows[first] in ("should", "had")


def is_condition(tree: Tree, clause: int) -> bool:
    """True for an adverbial clause that opens with "if", "unless" or an inverted "should"."""
    if tree.parsed.deps[clause] not in ("advcl", "dep", "amod", "acomp", "appos", "nmod"):
        return False
    if not tree.has(CONDITION_WORDS):
        return False
    below = [tree.lows[mark] for mark in tree.children[clause]]
    if "as" in below:
        return False  # "looks as if"
    return "if" in below or "unless" in below or tree.lows[tree.subtree(clause)[0]] in _INVERTED


def martial(tree: Tree) -> bool:
    """True when the sentence speaks of war, so that a bare number of a nation's people means its soldiers."""
    return not lexicon.classes()["MARTIAL"].isdisjoint(tree.lemmas)


@cache
def people_words() -> frozenset[str]:
    """The lemmas of the nouns that have a class of people."""
    return lexicon.classes()["PERSONNEL"] | lexicon.classes()["CIVIL"]


def people_class(tree: Tree, token: int) -> str | None:
    """`PERSONNEL` or `CIVIL` when `token` is a noun for a group of them, else None."""
    if tree.parsed.poses[token] not in ("NOUN", "PROPN"):
        return None
    lemma, classes = tree.lemmas[token], lexicon.classes()
    if lemma in classes["PERSONNEL"]:
        return "PERSONNEL"
    return "CIVIL" if lemma in classes["CIVIL"] and tree.parsed.tags[token] in ("NNS", "NNPS") else None
