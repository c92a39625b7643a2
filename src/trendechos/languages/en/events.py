"""What English words say happened: the rows of event_terms.tsv and the classes of noun_classes.tsv."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from trendechos.languages.en.lists import lines, read

_NONE = "-"
# What the language model makes of some verbs ("raped" comes as "rap"), and the verb that it is.
LEMMAS: Mapping[str, str] = MappingProxyType(
    {
        "ax": "axe", "fin": "fine", "fulfil": "fulfill", "lambast": "lambaste", "rap": "rape",
        "readie": "ready", "stag": "stage", "unbane": "unban", "wag": "wage",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Condition:
    """One demand on the words around a trigger: `slot` must (with `forbid`, must not) hold one of `words`."""

    slot: str
    words: frozenset[str]
    anything: bool
    forbid: bool


@dataclass(frozen=True, slots=True)
class Term:
    """What a word says happened when all `conditions` hold; None where the scheme has no code."""

    conditions: tuple[Condition, ...]
    claim_type: str
    plover: str | None
    mode: str | None
    cameo: str | None


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Noun classes by name, each as a set of lemmas."""
    return read("noun_classes.tsv")


def _condition(text: str) -> Condition:
    forbid, text = text.startswith("!"), text.lstrip("!")
    slot, alternatives = text.split(":", 1)
    words: set[str] = set()
    for word in alternatives.split("|"):
        words |= classes().get(word, frozenset()) | {word}
    return Condition(slot, frozenset(words), "*" in words, forbid)


@cache
def terms() -> Mapping[tuple[str, str], tuple[Term, ...]]:
    """Rows by (lemma, part of speech), in the order in which they are tried."""
    found: dict[tuple[str, str], list[Term]] = {}
    for line in lines("event_terms.tsv"):
        words, pos, conditions, claim_type, plover, mode, cameo = line.split("\t")
        term = Term(
            tuple(_condition(part) for part in conditions.split()) if conditions != _NONE else (),
            claim_type,
            *(None if value == _NONE else value for value in (plover, mode, cameo)),
        )
        for word in words.split():
            rows = found.setdefault((word, pos), [])
            rows.append(term)
    return MappingProxyType({key: tuple(rows) for key, rows in found.items()})
