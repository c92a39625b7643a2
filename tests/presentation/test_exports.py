"""Rows for other systems: codes, values and grades with their reasons."""

import csv
import io
from dataclasses import replace

import pytest
from tests.build import claim, evidence, origin, report, speaker

from trendechos.presentation import exports
from trendechos.records import Event, Evidence, Proposition, Relation, Stance
from trendechos.records.proposition import StanceKind

ONE = speaker("Amina Osei", "GHA")
TWO = speaker("Ama Boateng", "TGO")


def made(
    independence: str = "not_established", stance: StanceKind = "supports", letter: str | None = None
) -> Evidence:
    extra = (("reliability", f'"{letter}"'),) if letter else ()
    pages = tuple(report(f"{name} said the dam failed", outlet=name, extra=extra) for name in ("Daily", "Post"))
    event = Event("AID", "070", None, (), (), ())
    claims = (claim("the dam failed", ONE, pages[0], event=event), claim("the dam failed", TWO, pages[1]))
    one, two = (origin(each) for each in claims)
    one = replace(one, relations=(Relation(two.origin_id, independence, "unknown"),))  # type: ignore[arg-type]
    stances = (Stance(one.origin_id, "supports"), Stance(two.origin_id, stance))
    asked = Proposition("p", "Did the dam fail?", "statement", stances, 2, 2, 2, 0, "not_established", "")
    return evidence(pages, claims, one, two, propositions=(asked,))


@pytest.mark.parametrize(
    ("independence", "stance", "digit"),
    [
        ("not_established", "supports", "6"),
        ("dependent", "supports", "6"),
        ("independent", "supports", "1"),
        ("independent", "denies", "6"),
    ],
)
def test_confirmed_only_by_independent_evidence(independence: str, stance: StanceKind, digit: str) -> None:
    row = exports.rows(made(independence, stance))[0]
    assert row["admiralty_credibility"] == digit
    assert row["admiralty_credibility_reason"]


@pytest.mark.parametrize(("letter", "grade"), [(None, "F"), ("B", "B"), ("Z", "F")])
def test_the_letter_is_f_unless_a_person_has_set_one(letter: str | None, grade: str) -> None:
    assert exports.rows(made(letter=letter))[0]["admiralty_reliability"] == grade


def test_codes_come_with_both_goldstein_values() -> None:
    row = exports.rows(made())[0]
    assert (row["plover"], row["cameo"], row["goldstein_gdelt"], row["goldstein_icews"]) == (
        "AID",
        "070",
        7.0,
        7.0,
    )
    assert tuple(row) == exports.COLUMNS


def test_text_from_a_page_is_no_formula() -> None:
    held = made()
    risky = replace(held, origins=(replace(held.origins[0], label="=HYPERLINK(1)"), *held.origins[1:]))
    first, _ = csv.DictReader(io.StringIO(exports.to_csv(risky)))
    assert first["label"] == "'=HYPERLINK(1)"
