"""Text that one report has from another."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.build import report

from trendechos.echoes import CopyIndex, copies
from trendechos.echoes.table import Earliest
from trendechos.records import Copy, Report

STORY = (
    "The river rose by two metres overnight and cut the only road to the town of Ada. "
    "Rescue boats brought four hundred people to a school on higher ground, the fire service said. "
    "Engineers expect the water to fall from Thursday, though more rain is forecast in the hills. "
    "A bridge further upstream was closed as a precaution after cracks were seen in a pillar. "
    "The market stays shut until the weekend and traders ask the council for help with their losses."
)
SENTENCES = STORY.replace(". ", ".|").split("|")
OTHER = (
    "The central bank left interest rates unchanged and warned that food prices may climb again in autumn. "
    "Its governor told reporters that growth had slowed more than forecast because exports of cocoa fell. "
    "Analysts had expected a small cut and the currency gained slightly against the dollar after the news. "
    "The next decision is due in September, when new figures for wages will be known."
)


def found(*reports: Report) -> tuple[Copy, ...]:
    return copies({one.report_id: one for one in reports})


def test_a_copy_points_at_the_same_words_in_both_texts() -> None:
    first = report(STORY, "2024-05-01", report_id="first")
    second = report(f"ADA —  {STORY}", "2024-05-02", report_id="second")
    (copy,) = found(second, first)
    assert (copy.report_id, copy.of_report_id, copy.kind) == ("second", "first", "copy")
    (start, end), (of_start, of_end) = copy.spans[0], copy.of_spans[0]
    assert second.text[start:end] == first.text[of_start:of_end]
    assert copy.share > 0.95


def test_part_of_a_text_inside_another_is_an_excerpt() -> None:
    part = " ".join(SENTENCES[1:3])
    (copy,) = found(
        report(STORY, "2024-05-01", report_id="first"),
        report(f"{OTHER} {part} {OTHER[:200]}", "2024-05-02", report_id="host"),
    )
    assert copy.kind == "excerpt"
    assert 0.2 < copy.share < 0.5


NAMED = (
    "The mayor of Ada, Kofi Darko, told Radio Volta on Friday that 412 families had left Ada and Kasseh "
    "since 3 May. At Tema Harbour the Ghana Navy counted 17 boats and 230 sailors. "
    "In Accra, Health Minister Amina Osei promised 4,500 tents and asked Togo and Benin for help by 9 May. "
    "The bridge at Sogakope, built in 1967, was shut when the Volta rose by 2 metres."
)
TOLD_ANEW = (
    "Speaking to Radio Volta last Friday, 412 households abandoned Ada and Kasseh from 3 May on, so Kofi "
    "Darko. Moored in Tema Harbour: 17 vessels of the Ghana Navy, crewed by 230. "
    "From Accra came a pledge: Amina Osei will deliver 4,500 shelters, and neighbours Togo and Benin may "
    "step in before 9 May. Traffic over Sogakope, whose crossing dates to 1967, ended once the Volta gained "
    "2 metres."
)


@pytest.mark.parametrize(
    ("added", "fields", "kind"),
    [
        ("", {}, "retold"),
        (" Translated from Ewe by the desk.", {}, "translated"),
        ("", {"language": "fr"}, "translated"),
    ],
)
def test_the_same_names_and_figures_in_other_words_are_retold(added: str, fields: dict, kind: str) -> None:
    first = report(NAMED, "2024-05-10", report_id="first", language="en")
    other = report(TOLD_ANEW + added, "2024-05-11", report_id="other", **{"language": "en", **fields})
    (copy,) = found(first, other)
    assert (copy.report_id, copy.of_report_id, copy.kind) == ("other", "first", kind)
    assert copy.share > 0.6


def test_the_same_names_in_another_order_are_no_copy() -> None:
    sentences = TOLD_ANEW.split(". ")
    mixed = ". ".join(reversed(sentences))
    assert found(report(NAMED, "2024-05-10"), report(mixed, "2024-05-11")) == ()


def test_rewritten_sentences_are_reworded() -> None:
    rewritten = (
        "Overnight the river rose two metres and the only road into the town of Ada was cut. "
        "The fire service said boats had brought four hundred people to a school on the higher ground. "
        "More rain is forecast in the hills but engineers expect water levels to fall from Thursday on. "
        "After cracks were seen in a pillar a bridge upstream was closed, as a precaution. "
        "Traders ask the council to help with losses and the market stays shut until the weekend."
    )
    (copy,) = found(report(STORY, "2024-05-01", report_id="a"), report(rewritten, "2024-05-02", report_id="b"))
    assert copy.kind == "reworded"
    assert len(copy.spans) >= 3


def test_the_same_address_again_is_a_version_and_no_copy() -> None:
    first = report(STORY, "2024-05-01", report_id="a", url="https://daily.example/flood")
    second = replace(first, report_id="b", version_id="v2", text=STORY + " Updated at noon.")
    assert [copy.kind for copy in found(first, second)] == ["version"]


def test_unrelated_reports_and_short_phrases_share_nothing() -> None:
    assert found(report(STORY), report(OTHER)) == ()
    assert found(report("He said no."), report("He said no, and left the hall without another word.")) == ()
    assert found(report(""), report("…")) == ()


def test_ten_copies_lead_to_the_earliest_and_cost_ten_links() -> None:
    held = [report(STORY, f"2024-05-{day:02d}", report_id=f"page {day}") for day in range(1, 11)]
    links = found(*held)
    assert {copy.of_report_id for copy in links} == {"page 1"}
    assert len(links) == 9


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(5)))
def test_order_makes_no_difference(order: list[int]) -> None:
    texts = (STORY, OTHER, f"{OTHER} {STORY}", " ".join(SENTENCES[:3]), STORY.replace("river", "lake"))
    held = [report(text, f"2024-05-0{day + 1}", report_id=str(day)) for day, text in enumerate(texts)]
    assert found(*(held[place] for place in order)) == found(*held)
    index = CopyIndex({one.report_id: one for one in held})
    for place in order:
        index.add(str(place))
        index.add(str(place))
    assert tuple(copy for name in "01234" for copy in index.find(name)) == found(*held)


def test_the_table_keeps_what_was_put_in_while_it_grows() -> None:
    table, rng = Earliest(slots=8), np.random.default_rng(5)
    hashes = rng.integers(0, 2**63, 400, np.uint64)
    hashes[0] = 0
    for owner in range(20):
        table.put(hashes[owner * 20 : owner * 20 + 20], owner)
    assert table.get(hashes).tolist() == [place // 20 for place in range(400)]
    assert (table.get(rng.integers(2**63, 2**64 - 1, 50, np.uint64)) == -1).all()
    table.put(hashes[:20], 99)
    assert table.get(hashes[:20]).tolist() == [99] * 20
    assert len(table) == 400
