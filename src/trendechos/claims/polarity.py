"""Whether a clause is put forward, denied or left open."""

from __future__ import annotations

from collections.abc import Sequence, Set

from trendechos.claims.clauses import Clause
from trendechos.languages.en import modality
from trendechos.text.tree import Tree

# "Will not let it go unanswered": these negate once more.
_UNDONE = frozenset({"unanswered", "unpunished"})
_ASKED = frozenset({"if", "whether", "how", "when", "where", "who", "whose", "which", "what", "why"})
_LINKING = frozenset({"seem", "look", "be", "sound", "become", "remain", "appear"})
_RAISING = modality.NEGATION_RAISING | modality.ASPECT_VERBS | modality.PLAN_VERBS | {"be", "hold"}
# A sentence without any of these, and without a "neg", negates nothing.
_NEGATING = modality.NEGATIVE_VERBS | {"no", "not", "never", "none", "nobody", "nothing", "neither"}
_LACKED = modality.EVIDENCE_NOUNS | modality.PLAN_NOUNS
_DETERMINED = ("nsubj", "nsubjpass", "dobj", "attr", "pobj", "dative", "oprd")


def negated(clause: Clause, path: Sequence[int]) -> bool:
    """True when the clause says that something did not happen or is not so; two negations cancel out."""
    tree, count = clause.tree, 0
    if _may_negate(tree):
        way = frozenset(path)
        count = sum(_negations(clause, token, below=token != path[-1], skip=way) for token in path)
    if tree.has(_UNDONE):
        count += sum(tree.lemmas[token] in _UNDONE for token in clause.tokens)
    return count % 2 == 1


def _may_negate(tree: Tree) -> bool:
    return "neg" in tree.parsed.deps or tree.has(_NEGATING)


def left_open(clause: Clause) -> bool:
    """True for an indirect question ("whether it fell", "whose it was")."""
    lows = clause.tree.lows
    return any(lows[token] in _ASKED for token in clause.tokens if token <= clause.core)


def ruled_out(clause: Clause, path: Sequence[int]) -> bool:
    """True when what stands above the clause turns it ("nothing suggests that it fell")."""
    if len(path) < 2 or not _may_negate(clause.tree):
        return False
    way = frozenset(path)
    return any(_negations(clause, token, below=True, skip=way) for token in path[:-1])


def unable_to_check(clause: Clause) -> bool:
    """True for "could not confirm that", where neither the event nor its absence is claimed."""
    tree = clause.tree
    for token in clause.spine:
        if tree.lemmas[token] not in modality.CHECK_VERBS and not _leaves_open(clause, token):
            continue
        tokens = (token, *_outer(clause, token))
        beside = [child for item in tokens for child in tree.children[item]]
        if any(_negations(clause, item, below=False) for item in tokens) or any(
            tree.lemmas[item] == "unable" for item in (*tokens, *beside)
        ):
            return True
        subject = tree.child(token, "nsubj")
        if subject is not None and tree.lows[subject] in ("neither", "none", "nobody"):
            return True
    return False


def _leaves_open(clause: Clause, token: int) -> bool:
    """True for "could not say whether", "do not know how" and "would not rule out"."""
    tree = clause.tree
    if tree.lemmas[token] == "rule":
        return any(tree.lows[child] == "out" for child in tree.children[token])
    if tree.lemmas[token] not in ("say", "tell", "know", "predict"):
        return False
    down = tree.child(token, "ccomp", "advcl", "xcomp")
    below = (*tree.children[down], tree.subtree(down)[0]) if down is not None else ()
    return any(tree.lows[child] in _ASKED for child in below)


def called_false(clause: Clause) -> bool:
    """True when the clause calls something false ("is fake news", "dismissed as rumour")."""
    parsed, tree = clause.parsed, clause.tree
    for token in clause.tokens if tree.has(modality.FALSE_WORDS) else ():
        if tree.lemmas[token] not in modality.FALSE_WORDS and tree.lows[token] not in modality.FALSE_WORDS:
            continue
        dep = parsed.deps[token]
        head = parsed.heads[token]
        if _ends_as(clause, token):
            return True
        if dep in ("attr", "acomp", "oprd", "pobj", "ROOT") or (
            dep == "ccomp" and (parsed.poses[token] == "ADJ" or parsed.tags[token] == "VBN")
        ):
            return True
        if dep == "dobj" and parsed.lemmas[head] in _LINKING:
            return True
        if (
            dep in ("amod", "compound")
            and (parsed.deps[head] != "dobj" or parsed.lemmas[parsed.heads[head]] in _LINKING)
            and parsed.deps[head] in ("attr", "pobj", "oprd", "ROOT", "dobj")
            and not _in_passing(clause, head)
        ):
            return tree.child(head, "neg") is None
    return False


def _in_passing(clause: Clause, noun: int) -> bool:
    """True for "contrary to false reports, ...", which tells of a falsehood beside what it says."""
    to = clause.parsed.heads[noun]
    return clause.parsed.deps[noun] == "pobj" and clause.parsed.lemmas[clause.parsed.heads[to]] == "contrary"


def sure(clause: Clause, token: int) -> bool:
    """True for "no doubt" and "no question", which deny nothing of what they speak of."""
    tree = clause.tree
    doubt = tree.lemmas[token] in ("doubt", "question")
    return doubt and any(tree.lows[child] == "no" for child in tree.children[token])


def called_untrue(clause: Clause) -> bool:
    """True when the clause says that something is not true ("the figure is not correct")."""
    parsed, tree = clause.parsed, clause.tree
    return tree.has(modality.TRUTH_WORDS) and any(
        tree.lemmas[token] in modality.TRUTH_WORDS
        and parsed.deps[token] in ("acomp", "attr")
        and any(tree.child(head, "neg") is not None for head in (token, parsed.heads[token]))
        for token in clause.tokens
    )


def _ends_as(clause: Clause, token: int) -> bool:
    """True for "a report that 60 died as false": wherever the parser hangs the verdict, it ends the clause."""
    words = clause.parsed.words
    behind = (after for after in clause.tokens if after > token)
    return (
        token > 0
        and words[token - 1].lower() == "as"
        and not any(words[after][0].isalnum() for after in behind)
    )


def turned(clause: Clause) -> bool:
    """True when "not", "never" or "nobody" turns the main verb, against "no answer" as the thing of a verb."""
    tree, parsed = clause.tree, clause.parsed
    for child in tree.children[clause.core]:
        word = tree.lows[child]
        if parsed.deps[child] == "neg" and not _not_only(clause, child):
            return not _left_undone(clause)
        if parsed.deps[child] in ("nsubj", "nsubjpass", "dobj") and _empty(clause, child):
            return parsed.deps[child] != "dobj" or word == "nobody" or _nobodys(clause, child)
        if tree.lemmas[child] in modality.COUNTED_CASES and _empty(clause, child):
            return True
    return False


def _left_undone(clause: Clause) -> bool:
    """True for "have not stepped up": what somebody leaves undone is told, not denied."""
    parsed, children = clause.parsed, clause.tree.children[clause.core]
    has = any(parsed.deps[child] == "aux" and parsed.lemmas[child] in ("have", "'ve") for child in children)
    return has and clause.tree.child(clause.core, "auxpass", "nsubjpass") is None


def _nobodys(clause: Clause, token: int) -> bool:
    return any(clause.tree.lows[child] in ("nobody", "anyone") for child in clause.tree.children[token])


def lacks_evidence(clause: Clause) -> bool:
    """True for "there is no evidence that", "lacks proof", "has no plan to", which deny what they speak of."""
    tree, parsed = clause.tree, clause.parsed
    for token in clause.tokens if tree.has(_LACKED) else ():
        if tree.lemmas[token] not in _LACKED:
            continue
        head = parsed.heads[token]
        none = any(tree.lows[child] == "no" for child in tree.children[token])
        held = tree.lemmas[head] in ("be", "have", "see", "find", "hold", "show", "remain", "exist")
        if (none and held) or (parsed.lemmas[head] == "lack" and parsed.deps[token] == "dobj"):
            return True
        if held and tree.child(head, "neg") is not None and parsed.deps[token] in ("dobj", "attr", "nsubj"):
            return True
    return False


def _outer(clause: Clause, token: int) -> Sequence[int]:
    spine = clause.spine
    return spine[: spine.index(token)]


def _negations(clause: Clause, token: int, *, below: bool, skip: Set[int] = frozenset()) -> int:
    """Negations on one word of the path; a negated verb of belief or finding counts for what hangs on it."""
    tree, parsed = clause.tree, clause.parsed
    count = 0
    verb = parsed.poses[token] in ("VERB", "AUX")
    raises = not below or parsed.lemmas[token] in _RAISING
    for child in tree.children[token]:
        word, dep = tree.lows[child], parsed.deps[child]
        if child in skip or sure(clause, child):
            continue
        if dep == "neg" or (word in ("never", "no", "not") and dep in ("advmod", "det") and verb):
            count += int(raises and not _not_only(clause, child))
        elif (
            dep in _DETERMINED
            and (raises or parsed.lemmas[token] in modality.MEANING_VERBS)
            and (verb or dep == "pobj")
        ):
            count += int(_empty(clause, child))
        elif (dep == "preconj" and word == "neither") or (dep == "poss" and word == "nobody"):
            count += 1
    if verb and below and parsed.lemmas[token] in modality.NEGATIVE_VERBS:
        count += 1
    no = not verb and any(tree.lows[child] == "no" for child in tree.children[token])
    if no and not sure(clause, token):
        count += 1
    if tree.lows[token] in ("none", "nobody", "nothing"):
        count += 1
    return min(count, 1)


def _not_only(clause: Clause, token: int) -> bool:
    lows = clause.tree.lows
    return token + 1 < len(lows) and lows[token + 1] in (
        "only",
        "just",
        "merely",
        "least",
        "fewer",
        "less",
        "more",
    )


def _empty(clause: Clause, token: int) -> bool:
    """True for "none", "nobody", "no soldiers", "neither side", "none of them"."""
    tree, parsed = clause.tree, clause.parsed
    lows = tree.lows
    if lows[token] in ("none", "nobody", "nothing", "neither"):
        return True
    if any(lows[child] == "nobody" and parsed.deps[child] == "poss" for child in tree.children[token]):
        return True
    return any(
        (lows[child] in ("no", "neither") and parsed.deps[child] in ("det", "preconj", "neg")
        and not _not_only(clause, child))
        or (lows[child] == "not" and lows[child + 1] in ("a", "one"))
        for child in tree.children[token]
    )  # fmt: skip
