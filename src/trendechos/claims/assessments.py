"""Tells judgements of meaning, motive and capability from events."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.claims.arguments import spread
from trendechos.claims.clauses import Clause
from trendechos.languages.en import events, modality

_JUDGED = ("nsubj", "nsubjpass", "csubj")


def is_assessment(clause: Clause) -> bool:
    """True when the clause says what something means, why it was done or what somebody is able to do."""
    return (
        _meaning(clause, clause.head)
        or _motive(clause)
        or _capability(clause, clause.spine)
        or _supposition(clause)
    )


def _meaning(clause: Clause, head: int) -> bool:
    """ "The order shows how far ...", "it signals a shift": a thing, not a person or a document, as subject."""
    tree, parsed = clause.tree, clause.parsed
    if parsed.lemmas[head].lower() not in modality.MEANING_VERBS:
        return False
    subject = tree.child(head, *_JUDGED)
    if subject is None:
        return False
    thing = parsed.poses[subject] in ("NOUN", "VERB") or parsed.words[subject].lower() in (
        "it",
        "this",
        "that",
        "which",
        "what",
    )
    source = parsed.lemmas[subject] in modality.SHOWING_NOUNS
    classes = events.classes()
    people = classes["PERSONNEL"] | classes["CIVIL"]
    somebody = any(parsed.lemmas[one].lower() in people for one in spread(tree, [subject]))
    complement = tree.child(head, "ccomp", "dobj", "advcl", "xcomp", "prep")
    return thing and not source and not somebody and complement is not None


def _supposition(clause: Clause) -> bool:
    """ "Sanctions would be unjust": what something would be like is judged, not foretold."""
    tree, parsed, head = clause.tree, clause.parsed, clause.head
    would = any(
        parsed.deps[one] == "aux" and parsed.words[one].lower() == "would" for one in tree.children[head]
    )
    adjective = tree.child(head, "acomp")
    if not would or parsed.lemmas[head].lower() != "be" or adjective is None:
        return False
    if tree.child(adjective, "xcomp", "prep") is not None:
        return False  # "would be fit to fight"
    ahead = modality.PLAN_ADJECTIVES | modality.POSSIBLE_ADJECTIVES | modality.ABILITY_ADJECTIVES
    return parsed.lemmas[adjective].lower() not in ahead


def _motive(clause: Clause) -> bool:
    """ "The step is meant to ...", "the attack aims to ..."."""
    tree, parsed = clause.tree, clause.parsed
    head = clause.head
    lemma = parsed.lemmas[head].lower()
    subject = tree.child(head, *_JUDGED)
    if subject is None or parsed.poses[subject] != "NOUN":
        return False
    if lemma in ("mean", "intend", "design", "aim") and (
        tree.child(head, "auxpass") is not None
        or parsed.lemmas[subject] in ("move", "step", "attack", "deployment", "offensive", "measure", "goal")
    ):
        return tree.child(head, "xcomp", "prep") is not None
    return lemma == "be" and parsed.lemmas[subject] in (
        "aim",
        "goal",
        "purpose",
        "motive",
        "objective",
        "point",
        "reason",
    )


def _capability(clause: Clause, spine: Sequence[int]) -> bool:
    tree, parsed = clause.tree, clause.parsed
    for token in spine:
        if parsed.lemmas[token].lower() in ("capable", "incapable", "afford", "depend", "rely"):
            return True
        for child in tree.children[token]:
            if parsed.deps[child] == "acomp" and parsed.lemmas[child].lower() in (
                "capable",
                "incapable",
                "desperate",
                "dependent",
            ):
                return True
            if parsed.deps[child] == "aux" and parsed.words[child].lower() in ("can", "ca", "cannot"):
                subject = tree.child(token, "nsubj")
                if subject is None or parsed.poses[subject] not in ("NOUN", "PROPN"):
                    return False
                checked = {parsed.lemmas[item].lower() for item in spine}
                return not checked & (modality.CHECK_VERBS | {"see", "say"})
    return False
