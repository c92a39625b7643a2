"""PLOVER 2.0 decision rules: what status and wording make of the bare event."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from trendechos.claims.clauses import Clause
from trendechos.languages.en import modality
from trendechos.languages.en.events import Term
from trendechos.records import Status

_COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"})
_YIELDING = frozenset({"RETREAT", "CONCEDE"})
_CONFLICT = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "REJECT"})
# CAMEO codes of intent (03) by what is intended, and of threat (13) by what is threatened.
_INTENT = {
    "CONSULT": "036",
    "SUPPORT": "032",
    "COOPERATE": "031",
    "AID": "033",
    "RETREAT": "035",
    "CONCEDE": "035",
}
_THREAT = {
    "ASSAULT": ("violence", "138"), "COERCE": ("restrict", "132"), "SANCTION": ("restrict", "1312"),
    "MOBILIZE": ("violence", "138"), "PROTEST": ("relations", "133"), "REJECT": ("relations", "131"),
}  # fmt: skip
_NOT_YET = frozenset({"announced", "predicted"})


# "Must", "has to" without a word for an act that the scheme knows.
DEMAND = Term((), "call", "REQUEST", "change", "100")


# Appeals (CAMEO 02) by what is asked for: aid, another policy, to yield, to meet.
APPEALS = {"assist": "023", "change": "024", "yield": "025", "meet": "026"}


def recode(clause: Clause, path: Sequence[int], term: Term, status: Status, *, negated: bool) -> Term:
    """The row that the rules of PLOVER 2.0 leave: intent, threat, demand and refusal before the act itself."""
    parsed = clause.parsed
    beside = (child for token in path for child in clause.tree.children[token] if parsed.deps[child] == "acomp")
    lemmas = {parsed.lemmas[token].lower() for token in (*path[:-1], *beside)}
    root = term.plover or ""
    if status == "demanded" and root != "REQUEST":
        return demanded(term)
    if negated and root in _COOPERATION | _YIELDING:
        return replace(term, plover="REJECT", mode=_refusal(root), cameo="120")
    if negated and root in _CONFLICT:
        return term  # "will not ban flights" threatens nobody
    if status in _NOT_YET or lemmas & modality.WILLING_WORDS:
        return _intended(term, lemmas, named=parsed.poses[path[-1]] == "NOUN")
    return term


def demanded(term: Term) -> Term:
    """The request that somebody else do what `term` names."""
    return replace(term, plover="REQUEST", mode=_demand(term.plover or ""), cameo="100")


def threatened(term: Term) -> Term:
    """The threat of what `term` names, where that is an act of conflict."""
    if term.plover not in _THREAT:
        return term
    mode, cameo = _THREAT[term.plover]
    return replace(term, plover="THREATEN", mode=mode, cameo=cameo)


def _intended(term: Term, lemmas: Set[str], *, named: bool) -> Term:
    """What is meant where `term` is announced; measures only `named` ("announced sanctions") are laid on."""
    root = term.plover or ""
    if root in _COOPERATION - {"AGREE"}:
        return replace(term, plover="AGREE", mode=None, cameo=_INTENT[root])
    if root in _YIELDING:
        # An announced withdrawal or ceasefire is a concession made, and so is whatever was decided; a promised
        # release is still a promise.
        made = term.mode in ("withdraw", "ceasefire", "resign") or "decide" in lemmas
        if made and not lemmas & modality.WILLING_WORDS:
            return replace(term, plover="CONCEDE", mode=None, cameo="080")
        return replace(term, plover="AGREE", mode=None, cameo="035")
    if root in _CONFLICT and lemmas & modality.WILLING_WORDS - {"threaten", "warn", "vow"}:
        return replace(term, plover="AGREE", mode=None, cameo="030")
    laid = named and lemmas <= modality.ANNOUNCE_VERBS
    threatens = lemmas & (modality.COMMITMENT_VERBS | {"threaten", "warn"}) or not lemmas
    if root in _CONFLICT and threatens and not laid:
        return threatened(term)
    return term


def _demand(root: str) -> str:
    if root in _YIELDING:
        return "yield"
    if root in ("CONSULT", "AGREE"):
        return "meet"
    return "assist" if root in _COOPERATION else "change"


def _refusal(root: str) -> str:
    return {"CONSULT": "meet", "AID": "assist", "COOPERATE": "assist"}.get(root, "yield")
