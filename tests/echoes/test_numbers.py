"""Which numbers answer one question, and how."""

import pytest
from tests.echoes.scene import figure

from trendechos.echoes.numbers import agreement
from trendechos.records import Quantity


@pytest.mark.parametrize(
    ("left", "right", "at_least", "at_most"),
    [
        (figure(3000), figure(3000), 1.0, 1.0),
        (figure(3000, qualifier="about"), figure(3000), 1.0, 1.0),
        (figure(3000, low=None, qualifier="up_to"), figure(3000), 1.0, 1.0),
        (figure(3000), figure(3500), -1.0, -1.0),
        (figure(40, counts="killed"), figure(90, counts="wounded"), -1.0, -1.0),
        (figure(40, counts="killed"), figure(40, counts="money"), -0.5, -0.5),
        (figure(3000, scope="Accra"), figure(3000, scope="Kumasi"), 0.5, 0.9),
        (figure(3000, window="day"), figure(3000, window="week"), 0.3, 0.6),
        (figure(3050), figure(None, low=3000, high=3500, qualifier="range"), 0.2, 0.4),
        (figure(3000, high=None, qualifier="at_least"), figure(3000, qualifier="about"), 0.6, 0.8),
        (figure(7, counts="other", unit="ships"), figure(3000), -0.5, -0.5),
        (figure(7, counts="other", unit="ships"), figure(3000, counts="troops"), -0.3, 0.0),
        (figure(3), figure(3), 0.1, 0.4),
        (figure(48, counts="duration", unit="hours"), figure(48, counts="duration", unit="hours"), 0.1, 0.4),
        (figure(28, counts="other", unit="cases"), figure(28, counts="killed"), -0.5, -0.5),
        (figure(28, counts="other", unit=None), figure(28, counts="killed"), 0.5, 1.0),
        (figure(None, words="a few thousand"), figure(None, words="a couple of thousand"), 0.3, 0.5),
        (figure(None, words="a few thousand"), figure(None, words="hundreds"), -0.3, -0.1),
    ],
)
def test_agreement(left: Quantity, right: Quantity, at_least: float, at_most: float) -> None:
    assert at_least <= agreement([left], [right])[0] <= at_most
    assert agreement([left], [right])[0] == agreement([right], [left])[0]


def test_one_shared_figure_outweighs_others() -> None:
    assert agreement([figure(3000), figure(12)], [figure(3000), figure(55)])[0] == 1.0


def test_two_tolls_are_two_though_a_small_figure_is_in_both() -> None:
    few = figure(5, counts="other", unit=None)
    left, right = ([figure(toll, counts="killed"), few] for toll in (19, 43))
    assert agreement(left, right)[0] == -1.0


def test_a_figure_in_one_only_counts_less_in_words() -> None:
    assert agreement([figure(3000)], [])[0] < agreement([figure(None)], [])[0] < 0


def test_words_alone_decide_nothing() -> None:
    assert agreement([figure(None)], [figure(3000)])[0] == pytest.approx(-0.2)


def test_a_count_of_the_dead_is_no_statement_on_who_they_were() -> None:
    dead, men = figure(53, counts="killed"), figure(53, counts="troops")
    assert agreement((dead,), ())[0] < agreement((men,), ())[0] < 0
    assert agreement((figure(None, counts="killed"),), ())[0] > agreement((dead,), ())[0]
