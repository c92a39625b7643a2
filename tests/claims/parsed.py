"""Sentences parsed once for the tests of claims."""

from functools import cache

from trendechos.claims import clauses, events
from trendechos.claims.clauses import Clause
from trendechos.reading import Parser
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
