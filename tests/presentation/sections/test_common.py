"""How one statement reads in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.build import claim, evidence, origin, report, speaker

from trendechos.presentation.index import Index
from trendechos.presentation.sections.common import spoken, statement
from trendechos.presentation.wording.parts import plain
from trendechos.records import Cue, Span
from trendechos.situation import assess


def test_what_no_evidence_was_found_for_is_not_said_to_be_so() -> None:
    page = report("Moor found no sign that the bridge had fallen.")
    by = replace(speaker("Lena Moor"), span=Span(0, 4))
    verb = Cue("found", "show", Span(5, 10))
    made = claim("the bridge had fallen", by, page, cue=verb, polarity="denied")
    held = evidence((page,), (made,), origin(made))
    index = Index(assess(held, as_of="2024-11-05"), held)
    said = plain(spoken(index, held.origins[0]))
    assert said == "Lena Moor, 4 November: “Moor found no sign that the bridge had fallen”"


@pytest.mark.parametrize(
    ("cue", "polarity", "reads"),
    [
        ("does not think", "denied", "Lena Moor, 4 November: “Moor does not think the bridge has fallen”"),
        ("thinks", "asserted", "Lena Moor, 4 November: “thinks the bridge has fallen”"),
    ],
)
def test_what_is_not_believed_is_not_said_to_be_so(cue: str, polarity: str, reads: str) -> None:
    page = report(f"Moor {cue} the bridge has fallen.")
    by = replace(speaker("Lena Moor"), span=Span(0, 4))
    verb = Cue(cue, "claim", Span(5, 5 + len(cue)))
    made = claim("the bridge has fallen", by, page, cue=verb, polarity=polarity)
    held = evidence((page,), (made,), origin(made))
    index = Index(assess(held, as_of="2024-11-05"), held)
    assert plain(spoken(index, held.origins[0])) == reads


@pytest.mark.parametrize(
    ("outlet", "ends"),
    [
        ("Harbour News", "; one dated page (Harbour News)."),
        ("lena moor", "; one dated page, its own."),
        (None, "; one dated page."),
    ],
)
def test_a_single_page_is_named_and_one_of_the_speaker_told_as_such(outlet: str | None, ends: str) -> None:
    page = report("Moor says the bridge has fallen.", outlet=outlet)
    made = claim("the bridge has fallen", speaker("Lena Moor"), page)
    held = evidence((page,), (made,), origin(made))
    line = statement(Index(assess(held, as_of="2024-11-05"), held), held.origins[0])
    assert line.text.endswith(ends)
