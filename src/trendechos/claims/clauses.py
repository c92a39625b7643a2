"""Splits what a sentence says into clauses that each put one proposition forward."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from trendechos.languages.en import events, grammar, modality
from trendechos.records import ParsedSentence
from trendechos.text.tree import Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_PASS_VERBS = (
    modality.BELIEF_VERBS
    | modality.PLAN_VERBS
    | modality.ASPECT_VERBS
    | modality.CONSIDER_VERBS
    | modality.UNSETTLED_VERBS
    | modality.CHECK_VERBS
    | modality.NEGATION_RAISING
    | modality.MEANING_VERBS
)
_PASS_NOUNS = modality.POSSIBLE_NOUNS | modality.PLAN_NOUNS | modality.EVIDENCE_NOUNS | grammar.CONTENT_NOUNS
_PASS_ADJECTIVES = (
    modality.PLAN_ADJECTIVES
    | modality.POSSIBLE_ADJECTIVES
    | modality.ABILITY_ADJECTIVES
    | grammar.PASSING_ADJECTIVES
)
_OPEN_VERBS = modality.UNSETTLED_VERBS | modality.CHECK_VERBS | modality.BELIEF_VERBS
_SEEING_VERBS = grammar.HOLDING_VERBS | grammar.OBSERVING_VERBS


@dataclass(frozen=True, slots=True)
class Clause:
    """One proposition of a sentence, as token indices.

    `head` is its top word, `core` the word that names what is said to have happened, `above` the
    words passed on the way down ("is thought to", "evidence of"), outermost first. `tokens` are all
    its words, in order.
    """

    tree: Tree
    head: int
    core: int
    above: tuple[int, ...]
    tokens: tuple[int, ...]

    @property
    def parsed(self) -> ParsedSentence:
        """The sentence that holds the clause."""
        return self.tree.parsed

    @property
    def spine(self) -> tuple[int, ...]:
        """The words from the top down to the core."""
        return (*self.above, self.core)


def split(tree: Tree, inside: Set[int]) -> tuple[Clause, ...]:
    """The clauses among the tokens `inside`, in order of position; none where there is no word."""
    words = {token for token in inside if tree.parsed.poses[token] not in ("PUNCT", "SPACE")}
    if not words:
        return ()
    heads = sorted(set(_heads(tree, words)))
    clauses = []
    owned = [_own_tokens(tree, head, words, frozenset(heads) - {head}) for head in heads]
    # What no clause owns goes with the first.
    owned[0] = sorted(words.difference(*owned).union(owned[0]))
    for head, tokens in zip(heads, owned, strict=True):
        above, core = _descend(tree, head, frozenset(tokens))
        clauses.append(Clause(tree, head, core, above, trimmed(tree, tokens)))
    return tuple(clauses)


def under(tree: Tree, head: int) -> Clause:
    """The clause that `head` governs, coordinated clauses left out."""
    words = frozenset(
        token for token in tree.subtree(head) if tree.parsed.poses[token] not in ("PUNCT", "SPACE")
    )
    tokens = _own_tokens(tree, head, words, frozenset(_coordinates(tree, head)))
    above, core = _descend(tree, head, frozenset(tokens))
    return Clause(tree, head, core, above, trimmed(tree, tokens or [head]))


def _heads(tree: Tree, words: Set[int]) -> Iterator[int]:
    pending = _tops(tree, words)
    while pending:
        head = pending.pop()
        yield head
        pending.extend(token for token in _coordinates(tree, head) if token in words)


def _tops(tree: Tree, words: Set[int]) -> list[int]:
    """The words that head the rest: each verb with a subject, else one word, verbs first, then the longest."""
    parsed = tree.parsed
    tops = [token for token in words if parsed.heads[token] not in words or parsed.heads[token] == token]

    def full(token: int) -> bool:
        return parsed.poses[token] in _VERBS and tree.child(token, *_SUBJECTS) is not None

    def rank(token: int) -> tuple[bool, bool, int, int]:
        return full(token), parsed.poses[token] in _VERBS, len(tree.subtree(token)), -token

    clausal = [token for token in tops if parsed.deps[token] not in ("advcl", "relcl", "acl") and full(token)]
    if clausal or len(tops) == 1:
        return clausal or tops
    return [max(tops, key=rank)]


def _coordinates(tree: Tree, head: int) -> Iterator[int]:
    """Clauses put forward beside `head`: finite conjuncts, run-on halves, "while" clauses."""
    parsed = tree.parsed
    for child in tree.children[head]:
        dep, verb = parsed.deps[child], parsed.poses[child] in _VERBS
        if not verb:
            continue
        own_subject = tree.child(child, *_SUBJECTS) is not None
        finite = parsed.tags[child] in _FINITE or tree.child(child, "aux", "auxpass") is not None
        marks = {
            parsed.lemmas[mark] for mark in tree.children[child] if parsed.deps[mark] in ("mark", "advmod")
        }
        if dep == "conj" and not own_subject and _one_toll(tree, head, child):
            continue
        if dep == "conj" and (own_subject or finite or parsed.tags[child] == parsed.tags[head] == "VBN"):
            if parsed.tags[head] != "VB" or own_subject:
                yield child
        elif dep == "ccomp" and own_subject and child < head and not marks & {"that", "whether", "if"}:
            # "A was X, B did Y": the parser hangs the first half on the second.
            if parsed.lemmas[head] not in _PASS_VERBS and tree.child(head, *_SUBJECTS) not in (None, child):
                yield child
        elif dep == "advcl" and own_subject and marks & grammar.EQUAL_MARKS:
            yield child


def _one_toll(tree: Tree, verb: int, other: int) -> bool:
    """True for "killed or wounded" of one group, which is a toll of its own and no toll of the killed."""
    lemmas, children = tree.parsed.lemmas, tree.children[other]
    if lemmas[verb] not in grammar.HARM_VERBS or lemmas[other] not in grammar.HARM_VERBS:
        return False
    return not any(tree.parsed.deps[child] in ("dobj", "nummod", "auxpass", "oprd") for child in children)


def _own_tokens(tree: Tree, head: int, words: Set[int], others: Set[int]) -> list[int]:
    children, found, stack = tree.children, [], [head]
    while stack:
        token = stack.pop()
        if token in words:
            found.append(token)
        if below := children[token]:
            stack.extend([child for child in below if child not in others] if others else below)
    found.sort()
    return found


def trimmed(tree: Tree, tokens: list[int]) -> tuple[int, ...]:
    """The tokens without conjunctions and marks at the edges."""
    parsed = tree.parsed
    edge = {"cc", "mark", "punct", "preconj"}
    first, last = 0, len(tokens)
    kept = ("if", "unless", "whether", "neither")
    while (
        first < last - 1
        and parsed.deps[tokens[first]] in edge
        and not (
            parsed.lemmas[tokens[first]] in kept
            or (parsed.deps[tokens[first]] == "mark" and _leads_in(tree, tokens, first))
        )
    ):
        first += 1
    while last > first + 1 and parsed.deps[tokens[last - 1]] in edge:
        last -= 1
    return tuple(tokens[first:last])


def _leads_in(tree: Tree, tokens: list[int], first: int) -> bool:
    """True for the mark of a clause that leads up to the main one ("As I speak, 40 are buried")."""
    parsed = tree.parsed
    clause = parsed.heads[tokens[first]]
    return parsed.deps[clause] == "advcl" and parsed.heads[clause] in tokens and parsed.heads[clause] > clause


def _descend(tree: Tree, head: int, inside: Set[int]) -> tuple[tuple[int, ...], int]:
    above: list[int] = []
    token = head
    while (below := _below(tree, token, inside)) is not None and below not in above:
        above.append(token)
        token = below
    return tuple(above), token


def _below(tree: Tree, token: int, inside: Set[int]) -> int | None:
    """The next word towards the core, or None when `token` names what happened."""
    parsed = tree.parsed
    if parsed.poses[token] not in _VERBS:
        through = _complement(tree, token) if parsed.lemmas[token] in _PASS_NOUNS else None
        return through if through in inside else None
    ways = (_through_clause, _through_predicate, _through_noun, _through_object)
    return next((down for way in ways if (down := way(tree, token)) is not None and down in inside), None)


def _through_clause(tree: Tree, verb: int) -> int | None:
    """Through "believes that", "plans to", "is not known if"."""
    parsed = tree.parsed
    lemma = parsed.lemmas[verb]
    if lemma not in _PASS_VERBS:
        return _behind_condition(tree, verb)
    down = tree.child(verb, "ccomp", "xcomp")
    if down is None and lemma in _OPEN_VERBS:
        later = (child for child in tree.children[verb] if parsed.deps[child] == "advcl" and child > verb)
        down = next(later, None)
    return down if down is not None and parsed.poses[down] in _VERBS else None


def _behind_condition(tree: Tree, verb: int) -> int | None:
    """The main clause of "should they attack they become targets", which the parser hangs on the condition."""
    parsed, first = tree.parsed, tree.children[verb][0] if tree.children[verb] else verb
    if parsed.deps[first] != "aux" or parsed.lemmas[first] not in ("should", "have"):
        return None
    main = tree.child(verb, "ccomp")
    return main if main is not None and main > verb and tree.child(verb, "nsubj") is not None else None


def _through_predicate(tree: Tree, verb: int) -> int | None:
    """Through "is likely to go", "it is unclear if", "the plan is to go", "reports of deaths are true"."""
    parsed = tree.parsed
    if parsed.lemmas[verb] != "be":
        return None
    subject, adjective = tree.child(verb, "nsubj"), tree.child(verb, "acomp")
    if adjective is not None and parsed.lemmas[adjective] in _PASS_ADJECTIVES:
        down = tree.child(adjective, "xcomp", "ccomp") or tree.child(verb, "ccomp", "xcomp", "advcl", "csubj")
        if down is not None and parsed.poses[down] in _VERBS:
            return down
    if subject is None or parsed.lemmas[subject] not in _PASS_NOUNS:
        return None
    if adjective is not None and parsed.lemmas[adjective] in events.classes()["TRUTH"]:
        return _complement(tree, subject)
    return tree.child(verb, "xcomp", "ccomp")


def _through_noun(tree: Tree, verb: int) -> int | None:
    """Through "holds evidence of", "there is proof that", "worry mounts that"."""
    parsed = tree.parsed
    if parsed.lemmas[verb] not in _SEEING_VERBS:
        return None
    for child in tree.children[verb]:
        if parsed.deps[child] in ("dobj", "attr", "nsubj", "nsubjpass") and parsed.lemmas[child] in _PASS_NOUNS:
            through = _complement(tree, child)
            if through is not None:
                return through
    return None


def _through_object(tree: Tree, verb: int) -> int | None:
    """Through "confirmed troops in", "counted 11,000 of them in": the object is the proposition."""
    if tree.parsed.lemmas[verb] not in grammar.OBSERVING_VERBS:
        return None
    return tree.child(verb, "dobj")


def _complement(tree: Tree, noun: int) -> int | None:
    parsed = tree.parsed
    clause = tree.child(noun, "acl", "ccomp")
    if clause is not None and parsed.poses[clause] in _VERBS:
        return clause
    for child in tree.children[noun]:
        if parsed.deps[child] == "prep" and parsed.lemmas[child] in ("of", "for", "about", "on"):
            below = tree.child(child, "pobj", "pcomp")
            if below is not None:
                return below
    return None
