"""Holds the conditions of a lexicon row against the words around a trigger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass

from trendechos.claims.arguments import Arguments
from trendechos.languages.en import grammar
from trendechos.languages.en.events import Condition
from trendechos.text.tree import Tree

# Prepositions of rest; "to", "through" and the like lead on.
AT = grammar.WHERE - {"for", "to", "into", "toward", "towards", "over", "through", "between", "under", "above"}


_NAMED: Mapping[str, Callable[[Arguments], tuple[int, ...]]] = {
    "subj": lambda around: around.subjects,
    "obj": lambda around: around.objects,
    "comp": lambda around: around.complements,
    "prt": lambda around: around.particles,
    "adv": lambda around: (*around.adverbs, *around.particles),
}


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger with its arguments, the words of its clause and the group of people named before."""

    tree: Tree
    token: int
    around: Arguments
    own: Set[int]
    people: str | None

    def holds(self, condition: Condition) -> bool:
        """True when the slot of `condition` holds one of its words, or, where it forbids, none."""
        if condition.slot == "about":
            return (self.people in condition.words) != condition.forbid
        if condition.slot == "prep":
            return (self._governor() in condition.words) != condition.forbid
        return any(self._fits(token, condition) for token in self._slot(condition.slot)) != condition.forbid

    def _slot(self, slot: str) -> tuple[int, ...]:
        around = self.around
        if slot == "any":
            return tuple(token for token in self.own if token != self.token)
        if slot == "where":
            return self._where()
        if slot in ("inf", "bid"):
            return self._infinitives(bid=slot == "bid")
        named = _NAMED.get(slot)
        return named(around) if named is not None else around.after(slot)

    def _infinitives(self, *, bid: bool) -> tuple[int, ...]:
        """Verbs behind "to" under the trigger; with `bid` only what another is to do ("wants them to go")."""
        tree, parsed = self.tree, self.tree.parsed
        found = (
            child for child in tree.children[self.token]
            if parsed.deps[child] in ("xcomp", "ccomp", "advcl")
            and any(parsed.tags[mark] == "TO" for mark in tree.children[child])
        )  # fmt: skip
        return tuple(
            verb for verb in found
            if not bid or self.around.objects or tree.child(verb, "nsubj", "nsubjpass") is not None
        )  # fmt: skip

    def _where(self) -> tuple[int, ...]:
        lows = self.tree.lows
        adverbs = (token for token in self.around.adverbs if lows[token] in grammar.WHERE_ADVERBS)
        named = (token for word, objects in self.around.prepositions if word in AT for token in objects)
        return (*adverbs, *named)

    def _fits(self, token: int, condition: Condition) -> bool:
        if condition.anything or self.tree.lemmas[token] in condition.words:
            return True
        if "NAME" in condition.words and self.tree.parsed.poses[token] == "PROPN":
            return True
        group = "PEOPLE" if self.people is None and "PEOPLE" in condition.words else self.people
        if condition.slot == "any" or group is None or group not in condition.words:
            return False
        return stands_for_people(self.tree, token)

    def _governor(self) -> str:
        parsed = self.tree.parsed
        return parsed.lemmas[parsed.heads[self.token]] if parsed.deps[self.token] == "pobj" else ""


def stands_for_people(tree: Tree, token: int) -> bool:
    """True for "they", a bare number and a people's name, which take their class from before."""
    parsed = tree.parsed
    if tree.lemmas[token] == "number" and any(parsed.words[child] == "of" for child in tree.children[token]):
        return False  # "the number of dead" says itself who is counted
    if tree.lemmas[token] in grammar.BARE or tree.lows[token] in grammar.BARE:
        return True
    if parsed.poses[token] == "NUM":
        if any(parsed.words[child] in "$€£¥₹" for child in tree.children[token]):
            return False
        return parsed.deps[token] not in ("nummod", "quantmod", "compound")
    return parsed.tags[token] == "NNPS"
