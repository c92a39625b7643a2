"""Who speaks, through whom, on what ground and how surely, in reports of many situations: elsewhere.tsv."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.build import report as make_report
from tests.claims.conftest import reading_of

from trendechos.claims import find
from trendechos.reading import Parser
from trendechos.records import Claim


def cases() -> Iterator[tuple[str, str, str, str]]:
    for line in (Path(__file__).parent / "elsewhere.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            day, words, expected, text = line.split("\t")
            yield day, words, expected, text


def says(claim: Claim) -> dict[str, str | None]:
    return {
        "speaker": claim.speaker.canonical, "kind": claim.speaker.kind, "party": claim.speaker.party,
        "chain": " > ".join(link.canonical for link in claim.chain), "basis": claim.basis,
        "certainty": claim.certainty, "polarity": claim.polarity, "reported_as": claim.reported_as,
    }  # fmt: skip


def closest(parser: Parser, text: str, words: str, day: str) -> Claim:
    """The shortest claim of `text` that holds some of `words`."""
    report = make_report(text, published=day)
    found = [item for item in find(report, reading_of(report, parser)) if isinstance(item, Claim)]
    start = text.index(words)
    near = [one for one in found if one.span.start < start + len(words) and start < one.span.end]
    return min(near, key=lambda one: (words not in one.text, len(one.text)))


@pytest.mark.parametrize(("day", "words", "expected", "text"), tuple(cases()))
def test_claim(parser: Parser, day: str, words: str, expected: str, text: str) -> None:
    said = says(closest(parser, text, words, day))
    for one in expected.split("; "):
        name, _, value = one.partition("=")
        assert said[name] == value, f"{name} is {said[name]!r} in {text!r}"


def test_both_governments_are_two_parties(parser: Parser) -> None:
    text = "Chad accused Sudan of raids. Sudan denied it. Both sides said they would talk."
    claim = closest(parser, text, "would talk", "2024-10-02")
    parties = [claim.speaker.party, *(other.party for other in claim.co_speakers)]
    assert sorted(map(str, parties)) == ["SDN", "TCD"]


def test_of_three_states_no_two_are_both(parser: Parser) -> None:
    text = (
        "Sudan said it would talk. Missiles from Libya have reportedly been fired in Sudan by Chad, "
        "something both capitals have denied."
    )
    claim = closest(parser, text, "have reportedly been fired", "2024-10-02")
    assert claim.speaker.party is None
    assert not claim.co_speakers


def test_many_cases() -> None:
    assert len(list(cases())) > 30
