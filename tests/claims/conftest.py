"""The language model, loaded once for all tests of claims that need real parses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.build import report as make_report

from trendechos.claims import Attribution, attribute
from trendechos.reading import Parser, join, split
from trendechos.records import Reading, Report

Said = Callable[..., tuple[Report, tuple[Attribution, ...]]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def said(parser: Parser) -> Said:
    """Attributes a text: `said("...", title="...", outlet="...")` gives the report and its attributions."""

    def read(text: str, **fields: Any) -> tuple[Report, tuple[Attribution, ...]]:
        report = make_report(text, **fields)
        return report, attribute(report, reading_of(report, parser))

    return read


def reading_of(report: Report, parser: Parser) -> Reading:
    layout = split(report)
    words = [report.words(span.field)[span.start : span.end] for span in layout.sentences]
    return join(report, layout, dict(zip(words, parser.parse(words), strict=True)))
