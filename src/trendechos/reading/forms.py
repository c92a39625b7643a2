"""Parts of speech and lemmas, worked out once a word form.

The model's last two steps, the attribute ruler and the rule lemmatizer, look only at a token's text, tag and
relation, save for a few rules over two tokens ("gon na", "let 's"). They cost a quarter of a parse, and the
same forms come again and again, so their answers are kept; sentences with a word that may open a rule over
two tokens take the model's own way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc

STEPS = ("attribute_ruler", "lemmatizer")
# Forms kept before starting afresh; a million words of news have about 60,000.
MOST_KEPT = 400_000
_SEEN_BY_TOKEN = frozenset(["LOWER", "TAG", "DEP", "IS_SPACE", "ORTH"])

Form = tuple[int, int, int]


class Forms:
    """The remembered answers of one pipeline's attribute ruler and lemmatizer.

    `usable` is False for a pipeline whose last two steps are others or look at more than a token.
    """

    def __init__(self, pipeline: Language) -> None:
        """Reads the pipeline's rules."""
        self._pipeline = pipeline
        # None marks a form that may open a rule over two tokens.
        self._known: dict[Form, tuple[int, int] | None] = {}
        self.usable = pipeline.pipe_names[-2:] == list(STEPS)
        rules: list[list[dict[str, Any]]] = []
        if self.usable:
            ruler: Any = pipeline.get_pipe(STEPS[0])
            rules = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
            self.usable = getattr(pipeline.get_pipe(STEPS[1]), "mode", "") == "rule" and all(
                set(token) <= _SEEN_BY_TOKEN for rule in rules for token in rule
            )
        self._openers = [rule[0] for rule in rules if len(rule) > 1]
        # The ruler knows few words by name; for all others the tag and the relation decide.
        self._named, self._described = _named(rule[0] for rule in rules if len(rule) == 1)
        self._ruled: dict[tuple[str | None, int, int], tuple[int, int, int]] = {}
        if self.usable:
            _quicken(pipeline)

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Sets part of speech and lemma of every token, exactly as the pipeline's own two steps would."""
        if len(self._known) > MOST_KEPT:
            self._known.clear()
        forms: list[list[Any]] = [
            [tuple(row) for row in doc.to_array([ORTH, TAG, DEP]).tolist()] for doc in docs
        ]
        self._learn({form for own in forms for form in own})
        for doc, own in zip(docs, forms, strict=True):
            values = [self._known[form] for form in own]
            if None in values:
                for step in STEPS:
                    self._pipeline.get_pipe(step)(doc)
            elif values:
                doc.from_array([POS, LEMMA], np.array(values, dtype=np.uint64))  # type: ignore[arg-type]

    def _learn(self, forms: Iterable[Form]) -> None:
        vocab = self._pipeline.vocab
        new = []
        for form in sorted(form for form in forms if form not in self._known):
            word, tag, dep = (vocab.strings[part] if part else "" for part in form)
            seen = {"LOWER": word.lower(), "ORTH": word, "TAG": tag, "DEP": dep}
            if any(_may_open(opener, seen) for opener in self._openers):
                self._known[form] = None
            else:
                new.append(form)
        if not new:
            return
        doc = Doc(vocab, words=[vocab.strings[form[0]] for form in new])
        rows = [(*form[1:], *ruled) for form, ruled in zip(new, self._rule(new), strict=True)]
        doc.from_array([TAG, DEP, POS, MORPH, LEMMA], np.array(rows, dtype=np.uint64))  # type: ignore[arg-type]
        doc = self._pipeline.get_pipe(STEPS[1])(doc)
        for form, (pos, lemma) in zip(new, doc.to_array([POS, LEMMA]).tolist(), strict=True):
            self._known[form] = (pos, lemma)

    def _rule(self, forms: Sequence[Form]) -> list[tuple[int, int, int]]:
        """Part of speech, features and lemma (0: none) that the attribute ruler gives each form."""
        strings = self._pipeline.vocab.strings
        kinds = []
        for form in forms:
            word = strings[form[0]].lower()
            own = word in self._named or word.isspace() or self._described.search(word)
            kinds.append((word if own else None, *form[1:]))
        new = {kind: form for kind, form in zip(kinds, forms, strict=True) if kind not in self._ruled}
        if new:
            doc = Doc(self._pipeline.vocab, words=[strings[form[0]] for form in new.values()])
            doc.from_array([TAG, DEP], np.array([kind[1:] for kind in new], dtype=np.uint64))  # type: ignore[arg-type]
            doc = self._pipeline.get_pipe(STEPS[0])(doc)
            self._ruled.update(zip(new, map(tuple, doc.to_array([POS, MORPH, LEMMA]).tolist()), strict=True))
        return [self._ruled[kind] for kind in kinds]


def _named(tokens: Iterable[dict[str, Any]]) -> tuple[frozenset[str], re.Pattern[str]]:
    """The words, in small letters, that rules know by name, and a pattern of those that they describe."""
    found: set[str] = set()
    described: list[str] = []
    for token in tokens:
        for wanted in (token[name] for name in ("LOWER", "ORTH") if name in token):
            if isinstance(wanted, str):
                found.add(wanted.lower())
            elif set(wanted) == {"IN"}:
                found.update(word.lower() for word in wanted["IN"])
            else:
                # Of a description that is no plain pattern nothing is known: every word counts as meant.
                described.append(wanted["REGEX"] if set(wanted) == {"REGEX"} else "")
    return frozenset(found), re.compile("|".join(f"(?:{one})" for one in described) or "(?!)", re.IGNORECASE)


def _quicken(pipeline: Language) -> None:
    """Lets the lemmatizer ask a set whether a word exists, instead of searching a list of 57,000 nouns."""
    lemmatizer: Any = pipeline.get_pipe(STEPS[1])
    if lemmatizer.lookups.has_table("lemma_index"):
        table = lemmatizer.lookups.get_table("lemma_index")
        for part in list(table):
            table[part] = frozenset(table[part])


def _may_open(opener: dict[str, Any], seen: dict[str, str]) -> bool:
    """True unless the token surely fails the first half of a rule."""
    for name, wanted in opener.items():
        if name not in seen:
            continue
        if isinstance(wanted, str):
            if wanted != seen[name]:
                return False
        elif set(wanted) == {"IN"}:
            if seen[name] not in wanted["IN"]:
                return False
        elif set(wanted) == {"REGEX"} and not re.search(wanted["REGEX"], seen[name]):
            return False
    return True
