from __future__ import annotations

import pytest

from trendechos.presentation.wording.checks import fault
from trendechos.presentation.wording.parts import Given, note, say, words


@pytest.mark.parametrize(
    "likelihood", ["almost no chance", "very unlikely", "roughly even chance", "probable", "almost certain"]
)
def test_likelihood_and_confidence_never_share_a_sentence(likelihood: str) -> None:
    text = f"It is {likelihood}, with moderate confidence."
    assert fault(text, text)
    assert fault(f"It is {likelihood}.", f"It is {likelihood}.") is None


@pytest.mark.parametrize("verb", ["confirmed", "claimed", "admitted", "alleged", "revealed", "insisted"])
def test_a_loaded_verb_of_ours_cannot_be_built(verb: str) -> None:
    with pytest.raises(ValueError, match=verb):
        note(f"The minister {verb} it.")


def test_a_page_may_say_what_we_may_not() -> None:
    sentence = say("He said: ", words("I confirmed it, it is likely.", quoted=True), ".", claims=("c",))
    assert sentence.text == "He said: “I confirmed it, it is likely”."
    assert [sentence.text[start:end] for start, end in sentence.marked] == ["“I confirmed it, it is likely”"]


def test_quotation_marks_inside_become_single_and_restatements_get_none() -> None:
    assert words("He called it “fake”.", quoted=True) == Given("“He called it ‘fake’”", words=True)
    assert words("He called it fake.", quoted=False) == Given("He called it fake", words=True)
