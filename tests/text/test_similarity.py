"""How much two sets share."""

from trendechos.text.similarity import containment, dice


def test_nothing_shares_with_nothing() -> None:
    assert dice(frozenset(), frozenset("a")) == containment(frozenset("a"), frozenset()) == 0.0


def test_containment_forgives_a_longer_text_and_dice_does_not() -> None:
    short, long = frozenset("ab"), frozenset("abcdef")
    assert containment(short, long) == 1.0
    assert dice(short, long) == 0.5
