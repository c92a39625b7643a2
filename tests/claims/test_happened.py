"""What is said to have happened, in the field's codes, in reports of many situations: happened.tsv."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.claims.parsed import find_in

from trendechos.records import Actor


def cases() -> Iterator[tuple[str, ...]]:
    for line in (Path(__file__).parent / "happened.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield tuple(line.split("\t"))


def named(actors: tuple[Actor, ...]) -> str:
    return ", ".join(actor.code or actor.name for actor in actors) or "-"


@pytest.mark.parametrize(("kind", "event", "auxiliary", "actors", "recipients", "text"), tuple(cases()))
def test_claim(kind: str, event: str, auxiliary: str, actors: str, recipients: str, text: str) -> None:
    found = find_in(text)[0]
    assert found.type == kind
    happened = found.event
    if happened is None:
        assert (event, auxiliary, actors, recipients) == ("-", "-", "-", "-")
        return
    assert event == (f"{happened.plover}/{happened.mode or '-'}" if happened.plover else "-")
    assert (", ".join(happened.auxiliary) or "-") == auxiliary
    assert (named(happened.actors), named(happened.recipients)) == (actors, recipients)


def test_many_cases() -> None:
    assert len(list(cases())) > 40
