"""Which of "he" and "she" goes with a name."""

from __future__ import annotations

import pytest

from trendechos.claims.sexes import Sexes


@pytest.mark.parametrize(
    ("name", "beside", "sex"),
    [
        ("Mary Osei", [], "she"),
        ("Ivan Novak", ["mrs."], "she"),
        ("Ivan Novak", ["mr."], "he"),
        ("Kaso Umbo", [], "he"),
        ("Kaso Umbo", ["mr", "mrs"], "he"),
    ],
)
def test_titles_go_before_first_names_and_nothing_is_guessed(name: str, beside: list[str], sex: str) -> None:
    sexes = Sexes()
    sexes.tell(name, frozenset(beside))
    assert sexes.likely(name, "he") == sex


def test_what_was_told_first_stays_until_a_pronoun_takes_the_name() -> None:
    sexes = Sexes()
    assert (sexes.knows("Kaso Umbo"), sexes.fits("he", "Kaso Umbo")) == (False, True)
    sexes.tell("Kaso Umbo", frozenset(["mrs"]))
    sexes.tell("Kaso Umbo", frozenset(["mr"]))
    assert (sexes.knows("Kaso Umbo"), sexes.fits("he", "Kaso Umbo")) == (True, False)
    sexes.take("he", "Kaso Umbo")
    assert sexes.fits("he", "Kaso Umbo")


def test_whom_a_pronoun_cannot_mean_is_ruled_out_for_that_one_only() -> None:
    sexes = Sexes()
    sexes.rule_out("she", "Kaso Umbo")
    assert (sexes.ruled_out("she", "Kaso Umbo"), sexes.ruled_out("he", "Kaso Umbo")) == (True, False)
