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
from spacy.attrs import DEP, LEMMA, ORTH, POS, TAG
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
        doc.from_array([TAG, DEP], np.array([form[1:] for form in new], dtype=np.uint64))  # type: ignore[arg-type]
        for step in STEPS:
            doc = self._pipeline.get_pipe(step)(doc)
        for form, (pos, lemma) in zip(new, doc.to_array([POS, LEMMA]).tolist(), strict=True):
            self._known[form] = (pos, lemma)


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
