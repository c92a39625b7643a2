"""Sentences parsed once for the tests of claims."""

from functools import cache
from typing import Any

from tests.build import report

from trendechos import reading
from trendechos.claims import clauses, events, find
from trendechos.claims.clauses import Clause
from trendechos.reading import Parser
from trendechos.records import Claim
from trendechos.text.tree import Tree


@cache
def _parser() -> Parser:
    return Parser()


@cache
def tree(text: str) -> Tree:
    return Tree(_parser().parse([text])[0])


def split(text: str) -> tuple[Clause, ...]:
    parsed = tree(text)
    return clauses.split(parsed, set(range(len(parsed.parsed.words))))


def clause(text: str) -> Clause:
    return split(text)[0]


def words(found: Clause) -> str:
    return " ".join(found.parsed.words[token] for token in found.tokens)


def trigger(text: str, people: str | None = "PERSONNEL") -> events.Trigger | None:
    return events.find(clause(text), people)


def find_in(text: str, published: str | None = "2024-05-06", **fields: Any) -> list[Claim]:
    source = report(text, published, **fields)
    layout = reading.split(source)
    texts = [source.words(span.field)[span.start : span.end] for span in layout.sentences]
    read = reading.join(source, layout, dict(zip(texts, _parser().parse(texts), strict=True)))
    return [item for item in find(source, read) if isinstance(item, Claim)]


def one(text: str, published: str | None = "2024-05-06") -> Claim:
    (found,) = find_in(text, published)
    return found
