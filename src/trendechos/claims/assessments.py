"""Tells judgements of meaning, motive and capability from events."""

from __future__ import annotations

from collections.abc import Sequence

from trendechos.claims.arguments import spread
from trendechos.claims.clauses import Clause
from trendechos.languages.en import events, modality, things

# A sentence without any of these says nothing of what somebody is able to do.
_ABLE = frozenset(
    {"capable", "incapable", "afford", "depend", "rely", "desperate", "dependent", "can", "ca", "cannot"}
)
_JUDGED = ("nsubj", "nsubjpass", "csubj")


def is_assessment(clause: Clause) -> bool:
    """True when the clause says what something means, why it was done or what somebody is able to do."""
    return (
        _meaning(clause, clause.head)
        or _motive(clause)
        or _capability(clause, clause.spine)
        or _supposition(clause)
        or _effect(clause)
        or _worth(clause)
    )


def _meaning(clause: Clause, head: int) -> bool:
    """ "The order shows how far ...", "it signals a shift": a thing, not a person or a document, as subject."""
    tree, parsed = clause.tree, clause.parsed
    if tree.lemmas[head] not in modality.MEANING_VERBS:
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


def _effect(clause: Clause) -> bool:
    """ "The arrival of foreign troops could strain morale": what one thing that is no body does to another."""
    tree, parsed, head = clause.tree, clause.parsed, clause.head
    subject = tree.child(head, *_JUDGED)
    if parsed.lemmas[head].lower() not in things.AFFECTING or subject is None or not _is_thing(clause, subject):
        return False
    touched = [token for token in tree.children[head] if parsed.deps[token] in ("dobj", "ccomp")]
    within = (token for token in tree.children[head] if parsed.deps[token] == "prep")
    touched += [inner for token in within if (inner := tree.child(token, "pobj")) is not None]
    counted = any(parsed.poses[token] == "NUM" for one in touched for token in tree.subtree(one))
    return not counted and any(parsed.deps[one] == "ccomp" or _is_thing(clause, one) for one in touched)


def _worth(clause: Clause) -> bool:
    """ "Closer ties will be essential": how much something matters."""
    tree, parsed, head = clause.tree, clause.parsed, clause.head
    adjective, subject = tree.child(head, "acomp"), tree.child(head, *_JUDGED)
    if parsed.lemmas[head].lower() != "be" or adjective is None or subject is None:
        return False
    weighty = parsed.lemmas[adjective].lower() in things.WEIGHTY
    return weighty and (parsed.poses[subject] == "VERB" or _is_thing(clause, subject))


def _is_thing(clause: Clause, token: int) -> bool:
    """True for "this" and for a noun that names an act or a state, no person and no body."""
    parsed, lemma = clause.parsed, clause.parsed.lemmas[token].lower()
    if parsed.poses[token] != "NOUN":
        return parsed.words[token].lower() in ("this", "that", "which")
    named = lemma in things.THINGS or lemma in things.MATTERS or lemma.endswith(things.SUFFIXES)
    return named and lemma not in things.HOLDERS and lemma not in events.classes()["PERSONNEL"]


def _supposition(clause: Clause) -> bool:
    """ "Sanctions would be unjust": what something would be like is judged, not foretold."""
    tree, parsed, head = clause.tree, clause.parsed, clause.head
    adjective = tree.child(head, "acomp") if tree.lemmas[head] == "be" else None
    if adjective is None:
        return False
    if all(parsed.deps[one] != "aux" or tree.lows[one] != "would" for one in tree.children[head]):
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
    for token in spine if tree.has(_ABLE) else ():
        if tree.lemmas[token] in ("capable", "incapable", "afford", "depend", "rely"):
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
