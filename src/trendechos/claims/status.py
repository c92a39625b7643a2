"""How far along what a clause speaks of is: done, ongoing, announced, considered, demanded or predicted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from trendechos.claims.certainty import Softening, weighs
from trendechos.claims.clauses import Clause
from trendechos.languages.en import grammar, modality, things
from trendechos.records import Status

# What an actor decides about itself is announced; what others will do, or what will befall them, is foretold.
_OWN_ACTS = frozenset({"sanction", "aid", "agreement", "consultation", "withdrawal", "statement", "other"})
# Acts that a bare noun tells as done ("the murder of the mayor"); fighting goes on.
_BEFALLEN = frozenset({"casualties", "capture"})
# "It will", "we will": the speaker's own act.
_SELF = frozenset({"we", "i"})
_OUGHT = frozenset({"must", "ought", "should"})
_ASKED_FOR = frozenset({"xcomp", "ccomp", "advcl"})
_STATES = frozenset(
    [
        "be",
        "stand",
        "remain",
        "stay",
        "sit",
        "lie",
        "reside",
        "exist",
        "train",
        "drill",
        "operate",
        "serve",
        "hold",
        "keep",
        "wait",
        "live",
        "work",
        "continue",
        "believe",
    ]
)


def status(
    clause: Clause, path: Sequence[int], softenings: Sequence[Softening], claim_type: str | None
) -> Status:
    """The status of what stands at the end of `path`; the claim's type tells own acts from foretold ones."""
    parsed = clause.parsed
    if is_duty(clause, path) or asker(clause, path) is not None:
        return "demanded"
    if any(weighs(clause, token, path) for token in path):
        return "considered"
    if claim_type == "call":
        return "demanded"
    if to_come := _to_come(clause, path, softenings, claim_type):
        return to_come
    if claim_type in _OWN_ACTS and promises(clause, path):
        return "announced"
    done = claim_type in _BEFALLEN and parsed.poses[path[-1]] == "NOUN" and path[-1] == clause.head
    return "ongoing" if not done and _ongoing(clause, path) else "done"


def _to_come(
    clause: Clause, path: Sequence[int], softenings: Sequence[Softening], claim_type: str | None
) -> Status | None:
    """The status of what has not happened; what somebody "could" do if is considered, not announced."""
    heads, own = clause.parsed.heads, claim_type in _OWN_ACTS
    modals = [item for item in softenings if item.kind == "modal" and heads[item.token] == path[-1]]
    open_still = own and not _perfect(clause, path[-1])
    if open_still and any(item.certainty == "possible" for item in modals):
        return "considered"
    kinds = {item.certainty for item in softenings}
    if "conditional_or_future" in kinds or _readies_attack(clause, path, claim_type):
        return "announced" if own or _own(clause, path) or _offered(clause, path, claim_type) else "predicted"
    return "considered" if open_still and modals else None


def asker(clause: Clause, path: Sequence[int]) -> int | None:
    """The verb on `path` by which somebody asks that what hangs on it be done ("asked France to send aid")."""
    parsed, tree = clause.parsed, clause.tree
    for token, below in pairwise(path):
        if tree.lemmas[token] not in grammar.APPEALS or parsed.deps[below] not in _ASKED_FOR:
            continue
        if any(parsed.tags[child] == "TO" for child in tree.children[below]):
            return token
    return None


def promises(clause: Clause, path: Sequence[int]) -> bool:
    """True for a proposal ("proposed talks") and for what an announcement names ("announced sanctions")."""
    parsed = clause.parsed
    last, above = path[-1], path[-2] if len(path) > 1 else path[-1]
    named = parsed.deps[last] in ("dobj", "nsubjpass") and clause.tree.lemmas[above] in modality.ANNOUNCE_VERBS
    return named or clause.tree.lemmas[last] in modality.PROPOSE_VERBS


def _offered(clause: Clause, path: Sequence[int], claim_type: str | None) -> bool:
    """True for forces that somebody offers or promises: his own act, and no forecast."""
    return claim_type == "deployment" and any(
        clause.tree.lemmas[token] in modality.PROMISE_VERBS for token in path[:-1]
    )


def _own(clause: Clause, path: Sequence[int]) -> bool:
    parsed, tree = clause.parsed, clause.tree
    return any(
        parsed.deps[child] == "nsubj" and tree.lows[child] in _SELF
        for token in path for child in tree.children[token]
    )  # fmt: skip


def is_duty(clause: Clause, path: Sequence[int]) -> bool:
    """True for "must", and for "should" behind somebody who can act."""
    parsed, tree = clause.parsed, clause.tree
    return tree.has(_OUGHT) and any(
        parsed.deps[child] == "aux"
        and (
            (tree.lows[child] in ("must", "ought") and not _inferred(clause, token))
            or (parsed.words[child] == "should" and _asked(clause, token))
        )
        for token in path for child in tree.children[token]
    )  # fmt: skip


def _inferred(clause: Clause, token: int) -> bool:
    """True for "it must have fallen", "it must show something": what somebody concludes, and asks of nobody."""
    return _perfect(clause, token) or clause.parsed.lemmas[token].lower() in things.CONCLUDING | {"know"}


def _asked(clause: Clause, token: int) -> bool:
    """True for "should" behind somebody who can act: elsewhere it tells what is expected."""
    subject = clause.tree.child(token, "nsubj")
    return subject is not None and clause.parsed.lemmas[subject].lower() in grammar.ASKED


def _readies_attack(clause: Clause, path: Sequence[int], claim_type: str | None) -> bool:
    return claim_type in ("combat", "casualties") and any(
        clause.tree.lemmas[token] in modality.READY_VERBS for token in path[:-1]
    )


def _perfect(clause: Clause, token: int) -> bool:
    return any(
        clause.parsed.deps[child] == "aux" and clause.parsed.lemmas[child] == "have"
        for child in clause.tree.children[token]
    )


def _ongoing(clause: Clause, path: Sequence[int]) -> bool:
    """True for progressives, states and "still"."""
    parsed, tree = clause.parsed, clause.tree
    last = next((token for token in reversed(path) if parsed.poses[token] in ("VERB", "AUX")), path[-1])
    if parsed.tags[last] == "VBG" and tree.child(last, "aux") is not None:
        return True
    if any(tree.lows[child] in ("still", "continually") for child in tree.children[last]):
        return True
    if any(parsed.lemmas[token] in ("continue", "keep", "remain") for token in path):
        return True
    state = parsed.lemmas[last] in _STATES or parsed.poses[last] not in ("VERB", "AUX")
    present = parsed.tags[last] in ("VBZ", "VBP", "VBD", "NN", "NNS")
    return (state and present) or (parsed.tags[last] in ("VBZ", "VBP") and parsed.lemmas[last] not in ("say",))
