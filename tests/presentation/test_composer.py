"""The brief as a whole: order, citations, wording."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace

import pytest
from syrupy.assertion import SnapshotAssertion
from tests.presentation import scene

from trendechos.presentation import compose, render
from trendechos.presentation.composer import cited
from trendechos.presentation.wording.checks import fault
from trendechos.records import Brief, BriefSentence, Coverage, Evidence, Row, Section, Situation, Totals

KEYS = [
    "coverage", "bottom-line", "new", "numbers", "denials", "claims", "series", "attention", "where",
    "timeline", "response", "judgements", "outlook", "background", "questions", "sources", "gaps", "method",
]  # fmt: skip


def brief() -> Brief:
    return compose(scene.situation(), scene.evidence())


def sentences(sections: tuple[Section, ...]) -> list[BriefSentence]:
    found: list[BriefSentence] = []
    for section in sections:
        found += [*section.sentences, *sentences(section.subsections)]
    return found


def test_sections_come_in_the_order_an_editor_needs() -> None:
    assert [section.key for section in brief().sections] == KEYS


def test_every_sentence_and_row_cites_claims_that_exist_or_speaks_of_the_collection() -> None:
    held = scene.evidence().claims
    made = brief()
    assert {claim for section in made.sections for claim in cited(section)} <= held.keys()
    for sentence in sentences(made.sections):
        assert sentence.claim_ids or sentence.about == "coverage"


def test_a_sentence_or_row_without_a_citation_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="citation"):
        BriefSentence("He said so.", ())
    with pytest.raises(ValueError, match="citation"):
        Row(("He said so",), ())


def test_citations_hold_the_exact_words_at_their_place() -> None:
    reports = scene.reports()
    for citation in brief().citations:
        assert (
            reports[citation.report_id].words(citation.field)[citation.start : citation.end] == citation.words
        )


def test_restated_words_never_stand_in_quotation_marks() -> None:
    for citation in brief().citations:
        assert citation.quoted == (citation.report_id not in ("P8", "P9"))
    text = render.markdown(brief(), scene.situation(), scene.evidence())
    for words in ("would neither confirm nor deny", "how little is left", "some 200,000 people fled"):
        assert words in text
        assert not re.search(rf"“[^”]*{words}", text)


def test_bottom_line_has_at_most_ten_lines_and_leads_with_the_figure() -> None:
    lines = brief().sections[1].sentences
    assert len(lines) <= 10
    assert lines[0].text == (
        "Mahamat Seid (Chad) on 12 June gave the number of displaced people in Adré as at least 40,000:"
        " one origin, two dated pages, one undated, no basis given."
    )
    assert lines[0].claim_ids == ("seid-40/P1", "seid-40/P2", "seid-40/P8")


def test_our_own_prose_says_said_and_never_mixes_likelihood_with_confidence() -> None:
    for sentence in sentences(brief().sections):
        ours, at = "", 0
        for start, end in sentence.marked:
            ours, at = ours + sentence.text[at:start], end
        assert fault(sentence.text, ours + sentence.text[at:]) is None


def test_values_stand_side_by_side_and_kinds_apart() -> None:
    numbers = brief().sections[3]
    assert [row.cells[0] for row in numbers.tables[0].rows] == ["up to 60,000 people", "at least 40,000 people"]
    assert [row.cells[0] for row in numbers.tables[1].rows] == [
        "Displaced people in eastern Chad", "People killed in El Geneina, in a day", "Money from France",
    ]  # fmt: skip


def test_same_input_in_any_order_gives_the_same_brief() -> None:
    held = scene.evidence()
    turned = Evidence(
        dict(reversed(held.reports.items())),
        dict(reversed(held.claims.items())),
        (),
        held.origins,
        held.propositions,
    )
    assert compose(scene.situation(), turned) == compose(scene.situation(), held)


def test_an_empty_situation_still_makes_a_brief_that_says_so() -> None:
    names = (
        "origins propositions series timeline places actors response attention bursts predictions calls"
        " assessments background changes sources gaps"
    )
    nothing: dict[str, tuple[object, ...]] = dict.fromkeys(names.split(), ())
    bare = scene.situation(
        title="", as_of=None, counts=Totals(0, 0, 0, 0, 0.0, 0.0),
        coverage=Coverage(0, None, None, 0, 0, 0, (), 0), **nothing,
    )  # fmt: skip
    evidence = Evidence({}, {}, (), (), ())
    made = compose(bare, evidence)
    assert made.citations == ()
    assert [section.key for section in made.sections] == KEYS
    assert "No claim was found" in render.markdown(made, bare, evidence)
    assert render.html(made, bare, evidence).startswith("<!doctype html>")


def test_the_brief_reads_as_before(snapshot: SnapshotAssertion) -> None:
    assert render.markdown(brief(), scene.situation(), scene.evidence()) == snapshot


OUTSIDE = frozenset(
    [
        *("name", "canonical", "label", "text", "words", "unit", "scope", "via", "cites", "reason", "title"),
        *("open_questions", "measure", "context", "outlet", "credits", "condition", "likelihood"),
        *("subject", "actor"),
    ]
)


def poisoned(value: object, words: str) -> object:
    """A record with `words` put into every text of it that comes from outside."""
    if isinstance(value, str):
        return f"{value} {words}"
    if isinstance(value, tuple):
        return tuple(poisoned(one, words) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for one in fields(value):
        held = getattr(value, one.name)
        records = is_dataclass(held) or (isinstance(held, tuple) and held and is_dataclass(held[0]))
        if held and (records or one.name in OUTSIDE):
            changed[one.name] = poisoned(held, words)
    return replace(value, **changed)


def test_words_from_outside_never_stop_the_brief() -> None:
    words = "confirmed and admitted, likely with high confidence <b> \u202e \ud83d"
    situation, held = scene.situation(), scene.evidence()
    bad = poisoned(situation, words)
    assert isinstance(bad, Situation)
    made = compose(bad, held)
    assert "confirmed and admitted" in render.markdown(made, bad, held)
    page = render.html(made, bad, held)
    assert "<b> " not in page
    page.encode("utf-8")
    render.summary(made, bad).encode("utf-8")
