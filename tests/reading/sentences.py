"""Sentences parsed by the packaged model, for tests of what is found in them."""

from functools import cache

from tests.build import report

from trendechos.reading import Parser
from trendechos.records import Report, Sentence, Span


@cache
def parser() -> Parser:
    return Parser()


def parsed(*texts: str, published: str | None = "2024-11-05") -> tuple[Report, tuple[Sentence, ...]]:
    """A report that holds `texts` as its sentences, one space apart."""
    sentences = []
    start = 0
    for text, parse in zip(texts, parser().parse(list(texts)), strict=True):
        sentences.append(Sentence(Span(start, start + len(text)), parse))
        start += len(text) + 1
    return report(" ".join(texts), published), tuple(sentences)
