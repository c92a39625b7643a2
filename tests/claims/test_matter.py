"""What a pronoun is about, from the words beside it."""

import pytest
from tests.claims.parsed import one


@pytest.mark.parametrize(
    ("text", "named", "left_out"),
    [
        ("Asked about the satellite pictures, Osei said they are worrying.", {"picture", "worry"}, {"ask"}),
        ("On the new tariffs the minister said these are needed.", {"tariff"}, {"minister"}),
        ("On Tuesday the minister said it is needed.", {"need"}, {"tuesday"}),
        ("On the new tariffs the minister said prices are falling.", {"price"}, {"tariff"}),
    ],
)
def test_a_pronoun_takes_the_matter_that_its_sentence_names(
    text: str, named: set[str], left_out: set[str]
) -> None:
    found = set(one(text).lemmas)
    assert named <= found
    assert not left_out & found
