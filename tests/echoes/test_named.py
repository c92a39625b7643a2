"""Whom and what a claim names."""

import pytest
from tests.build import claim, report, speaker

from trendechos.echoes.named import apart, names
from trendechos.records import Claim, Place, Span

POLICE = speaker("Accra Police", "GHA", "organisation")


def held(text: str, **places: str) -> Claim:
    """A claim with places by name: `code` or `code/province`."""
    found = []
    for name, codes in places.items():
        country, _, adm1 = codes.partition("/")
        start = text.index(name)
        kind = "country" if name == "Ghana" else "town"
        found.append(Place(name, kind, Span(start, start + len(name)), country, adm1 or None))
    return claim(text, POLICE, report(text), places=tuple(found))


def test_runs_of_capitals_and_places_are_names() -> None:
    found = [name.stems for name in names(held("The mayor of Ada met Kofi Mensah on Tuesday", Ada="GHA"))]
    assert found == [("ada",), ("kofi", "mensa")]


def test_speakers_first_words_and_titles_in_capitals_name_nobody() -> None:
    assert names(held("Floods cut the road, Accra Police said")) == ()
    assert names(held("Floods Cut Road To Northern Market Town")) == ()


@pytest.mark.parametrize(
    ("one", "two", "two_statements"),
    [
        (held("They shelled Ada", Ada="GHA"), held("They shelled Keta", Keta="GHA"), True),
        (held("They held Ama Mensah"), held("They held Kojo Badu"), True),
        (held("They held Ama Mensah"), held("They held Mensah"), False),
        (held("They shelled Ada", Ada="GHA"), held("They shelled Ghana", Ghana="GHA"), False),
        (held("They shelled Ada", Ada="GHA"), held("They shelled the town"), False),
        (held("They fight the Ghanaians"), held("They fight beside the Kenyans"), False),
    ],
)
def test_other_names_tell_statements_apart(one: Claim, two: Claim, two_statements: bool) -> None:
    assert apart(names(one), names(two)) is two_statements
    assert apart(names(two), names(one)) is two_statements
