"""How sure a clause sounds, and the words that soften it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trendechos.claims.clauses import Clause
from trendechos.claims.events import CONDITION_WORDS, is_condition
from trendechos.claims.polarity import sure
from trendechos.languages.en import modality
from trendechos.records import Certainty, HedgeKind

CLEAR = frozenset({"clear", "certain", "known", "sure"})
# Of an event that its subject names these foretell it ("an attack is likely").
_FORETELLING = frozenset({"likely", "unlikely", "imminent", "inevitable"})
# A sentence without any of these holds no hedge among the dependants of a word.
_SOFTENING = CLEAR.union(
    modality.POSSIBLE_MODALS, modality.FUTURE_MODALS, modality.REPORTED_ADVERBS, modality.REPORTED_ADJECTIVES,
    modality.POSSIBLE_ADVERBS, modality.POSSIBLE_ADJECTIVES, modality.PLAN_ADJECTIVES, modality.POSSIBLE_NOUNS,
    modality.PLAN_NOUNS, modality.UNCONFIRMED_ADJECTIVES,
)  # fmt: skip
_LEFT_OPEN = frozenset({"remain", "ask", "wonder"})
_UNSURE = modality.UNSETTLED_VERBS | modality.CHECK_VERBS


@dataclass(frozen=True, slots=True)
class Softening:
    """A word that softens or postpones a clause: its kind, its token, what it does to certainty, and
    whether it leaves the matter open ("it is not known if")."""

    token: int
    kind: HedgeKind
    certainty: Certainty
    open: bool = False


def soften(clause: Clause, path: Sequence[int]) -> tuple[Softening, ...]:
    """The hedges on the way from the top of `clause` down to what happened (`path`), in order of position."""
    found = {item.token: item for token in path for item in _around(clause, token, path)}
    if clause.tree.has(CONDITION_WORDS):
        found |= {item.token: item for item in _conditions(clause, path)}
    return tuple(found[token] for token in sorted(found))


def certainty(softenings: Sequence[Softening]) -> Certainty:
    """The certainty that the hedges leave: a plan, condition or future before a mere possibility.

    "may ... if" and "believed to be about to" speak of what has not happened, whatever else softens them;
    a question left open is possible both ways;
    a hedge of the page ("reportedly") leaves the speaker's certainty alone.
    """
    kinds = {item.certainty for item in softenings if item.kind != "reported"}
    if any(item.open for item in softenings):
        return "possible"
    if "conditional_or_future" in kinds:
        return "conditional_or_future"
    return "possible" if "possible" in kinds else "asserted"


def _around(clause: Clause, token: int, path: Sequence[int]) -> Iterator[Softening]:
    tree, parsed = clause.tree, clause.parsed
    below = token != path[-1]
    lemma = tree.lemmas[token]
    verb = parsed.poses[token] in ("VERB", "AUX")
    if verb and below:
        if lemma in modality.BELIEF_VERBS:
            yield Softening(token, "verb", "possible")
        elif lemma in modality.PLAN_VERBS and not (_wished(clause, token, path) or _meant(clause, token, path)):
            yield Softening(token, "verb", "conditional_or_future")
        elif lemma in _UNSURE and _open(clause, token):
            yield Softening(token, "verb", "possible", open=True)
    if not verb and below and lemma in modality.POSSIBLE_NOUNS and not sure(clause, token):
        yield Softening(token, "noun", "possible")
    if not verb and below and lemma in modality.PLAN_NOUNS:
        yield Softening(token, "noun", "conditional_or_future")
    yield from _modifiers(clause, token)
    if below and lemma == "be" and tree.child(token, "nsubj") == path[-1]:
        adjective = tree.child(token, "acomp")
        open_ended = adjective is not None and tree.child(adjective, "xcomp") is None
        if adjective is not None and open_ended and tree.lemmas[adjective] in _FORETELLING:
            yield Softening(adjective, "adjective", "conditional_or_future")
    if verb and (weighs(clause, token, path) or _is_set(clause, token)):
        yield Softening(token, "verb", "conditional_or_future")
    if verb and not below and _to_come(clause, token):
        yield Softening(token, "modal", "conditional_or_future")


def _modifiers(clause: Clause, token: int) -> Iterator[Softening]:
    for child in clause.tree.children[token] if clause.tree.has(_SOFTENING) else ():
        yield from _modifier(clause, token, child)


def _modifier(clause: Clause, token: int, child: int) -> Iterator[Softening]:
    """Hedges among the direct dependants of a word on the path, and on the noun phrases beside it."""
    parsed, tree = clause.parsed, clause.tree
    dep, word, lemma = parsed.deps[child], tree.lows[child], tree.lemmas[child]
    if dep == "aux":
        if word in modality.POSSIBLE_MODALS and not _backshifted(clause, token, word):
            yield Softening(child, "modal", "possible")
        elif word in modality.FUTURE_MODALS:
            yield Softening(child, "modal", "conditional_or_future")
    elif word in modality.REPORTED_ADVERBS or lemma in modality.REPORTED_ADJECTIVES:
        yield Softening(child, "reported", "possible")
    elif word in modality.POSSIBLE_ADVERBS and dep in ("advmod", "acomp", "amod"):
        yield Softening(child, "adverb", "possible")
    elif parsed.poses[child] in ("ADJ", "NOUN", "VERB"):
        yield from _predicate(clause, token, child)
    if dep in ("nsubj", "nsubjpass", "dobj") and parsed.poses[child] == "NOUN":
        yield from _attributes(clause, child)


def _predicate(clause: Clause, token: int, child: int) -> Iterator[Softening]:
    """ "is likely", "is set to", "there is a chance", "the plan is"."""
    tree, parsed = clause.tree, clause.parsed
    dep, lemma = parsed.deps[child], tree.lemmas[child]
    if lemma in CLEAR and dep == "acomp" and tree.child(token, "neg") is not None:
        yield Softening(child, "adjective", "possible", open=True)
    elif lemma in modality.POSSIBLE_ADJECTIVES and dep in ("acomp", "amod", "attr", "oprd"):
        yield Softening(child, "adjective", "possible")
    elif lemma in modality.PLAN_ADJECTIVES and (
        (dep in ("acomp", "acl") and tree.child(child, "xcomp") is not None)
        or (lemma == "ready" and parsed.lemmas[token] == "get")
    ):
        yield Softening(child, "adjective", "conditional_or_future")
    elif parsed.lemmas[token] == "be" and dep in ("attr", "dobj", "nsubj"):
        if lemma in modality.POSSIBLE_NOUNS and not sure(clause, child):
            yield Softening(child, "noun", "possible", open=lemma == "question")
        elif lemma in modality.PLAN_NOUNS and dep == "nsubj":
            yield Softening(child, "noun", "conditional_or_future")


def _attributes(clause: Clause, noun: int) -> Iterator[Softening]:
    """ "alleged attackers", "unconfirmed reports"."""
    for child in clause.tree.children[noun]:
        lemma = clause.tree.lemmas[child]
        if lemma in modality.REPORTED_ADJECTIVES:
            yield Softening(child, "reported", "possible")
        elif lemma in modality.UNCONFIRMED_ADJECTIVES:
            yield Softening(child, "adjective", "possible")


def _backshifted(clause: Clause, token: int, word: str) -> bool:
    """True for "could" of ability under a negation or a verb of checking ("could not confirm")."""
    negated = clause.tree.child(token, "neg") is not None
    return word == "could" and (negated or clause.parsed.lemmas[token] in modality.CHECK_VERBS)


def _wished(clause: Clause, token: int, path: Sequence[int]) -> bool:
    """True for "wants help": a wish for a thing says nothing about what is to come."""
    after = path[list(path).index(token) + 1]
    wish = clause.parsed.lemmas[token].lower() in ("want", "wish", "hope", "seek", "wait")
    return wish and clause.parsed.poses[after] not in ("VERB", "AUX")


def _is_set(clause: Clause, token: int) -> bool:
    """True for "is set to", "are slated to", which the parse takes for passives."""
    passive = clause.parsed.tags[token] == "VBN" and clause.tree.child(token, "xcomp") is not None
    return passive and clause.parsed.words[token].lower() in modality.PLAN_ADJECTIVES


def weighs(clause: Clause, token: int, path: Sequence[int]) -> bool:
    """True for a verb of weighing ("is considering curbs", "discussed sending men"); not "reviewed files"."""
    parsed = clause.parsed
    if parsed.lemmas[token].lower() not in modality.CONSIDER_VERBS:
        return False
    if token == path[-1]:
        return parsed.tags[token] == "VBG" and parsed.lemmas[token].lower() in modality.MIND_VERBS
    below = path[list(path).index(token) + 1]
    return parsed.tags[token] != "VBD" or parsed.poses[below] in ("VERB", "AUX")


def _meant(clause: Clause, token: int, path: Sequence[int]) -> bool:
    """True for "means that they left": only an infinitive or a thing is what somebody means to do."""
    after = path[list(path).index(token) + 1]
    return clause.parsed.lemmas[token].lower() == "mean" and clause.parsed.deps[after] == "ccomp"


def _open(clause: Clause, token: int) -> bool:
    """True when a verb of knowing or checking leaves its clause open ("not known if")."""
    tree, parsed = clause.tree, clause.parsed
    state = tree.child(token, "acomp")  # "remained cut off" leaves nothing open
    stays = parsed.lemmas[token] == "remain" and state is not None and _is_state(clause, state)
    if tree.child(token, "neg") is not None or (parsed.lemmas[token] in _LEFT_OPEN and not stays):
        return True
    down = tree.child(token, "ccomp", "advcl", "xcomp")
    marks = [parsed.lemmas[mark] for mark in tree.children[down]] if down is not None else []
    return parsed.tags[token] in ("VB", "VBN") and bool({"if", "whether"} & set(marks))


def _is_state(clause: Clause, token: int) -> bool:
    """True for a participle that says what is so ("cut off"), not how well it is known ("unconfirmed")."""
    return clause.parsed.tags[token] == "VBN" and not clause.tree.lows[token].startswith("un")


def _to_come(clause: Clause, token: int) -> bool:
    """True for "is to meet", "about to start", "getting ready to" and the bare infinitive of headlines."""
    tree, parsed = clause.tree, clause.parsed
    if parsed.tags[token] not in ("VB", "VBN"):
        return False
    if all(parsed.tags[child] != "TO" for child in tree.children[token]):
        return False
    head, dep = parsed.heads[token], parsed.deps[token]
    if head == token:
        return tree.child(token, "nsubj", "nsubjpass") is not None
    if dep in ("xcomp", "ccomp") and parsed.lemmas[head] in modality.TRY_VERBS | modality.CALL_VERBS:
        return True
    return dep == "xcomp" and parsed.lemmas[head] == "be" and parsed.poses[head] == "AUX"


def _conditions(clause: Clause, path: Sequence[int]) -> Iterator[Softening]:
    """Conditions on the path; one that only doubts the ground ("if true") leaves it possible."""
    tree = clause.tree
    for token in path:
        for child in tree.children[token]:
            if child not in path and is_condition(tree, child):
                inner = tree.subtree(child)
                words = [token for token in inner if tree.lows[token] in CONDITION_WORDS]
                doubts = any(tree.lemmas[token] in modality.TRUTH_WORDS for token in inner)
                yield Softening(min(words), "condition", "possible" if doubts else "conditional_or_future")


def doubts_ground(clause: Clause) -> bool:
    """True when a condition beside the clause asks whether its ground holds ("if real", "where they exist").

    It holds for all that is said of one thing: "the photos are serious and, if real, prove a crime".
    """
    parsed, tree = clause.parsed, clause.tree
    for token, lemma in enumerate(tree.lemmas) if tree.has(modality.TRUTH_WORDS) else ():
        if lemma in modality.TRUTH_WORDS:
            marks = {tree.lows[child] for child in tree.children[token]}
            if marks & {"if", "where"} and parsed.heads[token] != token:
                head = parsed.heads[token]
                if clause.core == head or _same_subject(clause, head):
                    return True
    return False


def _same_subject(clause: Clause, other: int) -> bool:
    """True when `other` is joined to the core of the clause without a subject of its own."""
    tree, parsed = clause.tree, clause.parsed
    if tree.child(other, "nsubj", "nsubjpass") is not None:
        return other in tree.ancestors(clause.core) and parsed.deps[clause.core] == "conj"
    above = parsed.heads[other]
    # The parse often joins the second half to the verb of speech instead.
    beside = other > clause.core and above in tree.ancestors(clause.core)
    return beside or (parsed.deps[other] == "conj" and clause.core in (above, *tree.ancestors(above)))


def unconfirmed(name: str) -> bool:
    """True for "unconfirmed reports" as a source."""
    return not (modality.UNCONFIRMED_ADJECTIVES | modality.REPORTED_ADJECTIVES).isdisjoint(name.lower().split())


def believes(cue: str) -> bool:
    """True when a cue is one of belief ("believes", "is thought to"), so that its content is held possible."""
    words = cue.lower().split()
    return any(form in _BELIEF_FORMS for form in words)


def _forms(verb: str) -> frozenset[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    return frozenset({verb, verb + "s", stem + "ed", stem + "ing"})


_BELIEF_FORMS = frozenset().union(*map(_forms, modality.BELIEF_VERBS - {"understand"})) | {"thought", "felt"}
