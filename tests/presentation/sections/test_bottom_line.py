"""What leads: the latest figure of whoever is carried widest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.build import claim, day, evidence, number, origin, report, speaker
from tests.presentation import scene

from trendechos.presentation.index import Index
from trendechos.presentation.sections import bottom_answers, bottom_line
from trendechos.records import Cue, Difference, Evidence, Origin, Proposition, Span, Speaker, Stance

AGENCY = speaker("Relief Agency (Togo)", "TGO", "organisation")


def said(many: int, on: str, pages: int, by: Speaker = AGENCY) -> tuple[Origin, Evidence]:
    held = tuple(report(f"{many} died, page {rank}", on) for rank in range(pages))
    claims = tuple(
        claim(one.text, by, one, said_when=day(on), quantities=(number(many, many, counts="killed"),))
        for one in held
    )
    return origin(*claims), evidence(held, claims)


def test_a_figure_that_its_speaker_revised_does_not_lead() -> None:
    (old, before), (new, after) = said(38, "2024-11-01", 4), said(44, "2024-11-04", 2)
    held = replace(
        before, reports={**before.reports, **after.reports}, claims={**before.claims, **after.claims}
    )
    stances = tuple(Stance(one.origin_id, "value") for one in (old, new))
    asked = Proposition(
        "p", "How many people were killed in Lomé", "value", stances, 6, 2, 1, 0, "dependent", "same speaker",
        counts="killed", scope="Lomé",
    )  # fmt: skip
    situation = scene.situation(origins=(old, new), propositions=(asked,))
    lines = [one.text for one in bottom_line.build(Index(situation, held)).sentences]
    assert lines[0].startswith("The Relief Agency (Togo) put the number of people killed in Lomé at 44")
    assert lines[1] == "Earlier: the Relief Agency (Togo, 1 November): 38."


def asked(name: str, *origins: Origin) -> Proposition:
    stances = tuple(Stance(one.origin_id, "value") for one in origins)
    pages, voices = sum(len(one.reports) for one in origins), len({one.party for one in origins})
    return Proposition(
        name, f"How many people were killed in {name}", "value", stances, pages, len(origins), voices, 0,
        "not_established", "", counts="killed", scope=name,
    )  # fmt: skip


def first_line(held: list[tuple[Origin, Evidence]], *questions: Proposition) -> str:
    reports = {key: page for _, one in held for key, page in one.reports.items()}
    claims = {key: each for _, one in held for key, each in one.claims.items()}
    found = replace(held[0][1], reports=reports, claims=claims)
    situation = scene.situation(origins=tuple(one for one, _ in held), propositions=questions)
    return bottom_line.build(Index(situation, found)).sentences[0].text


def test_the_latest_figure_of_a_government_leads_whoever_gave_its_first() -> None:
    held = [said(38, "2024-11-01", 4), said(44, "2024-11-04", 1, speaker("Ama Kofi", "TGO"))]
    assert first_line(held, asked("Lomé", *(one for one, _ in held))).startswith("Ama Kofi (Togo) put")


def test_the_question_leads_that_most_voices_answered_in_the_last_week() -> None:
    ghana = speaker("Kofi Osei", "GHA")
    lome = [said(41, "2024-06-13", 1), said(42, "2024-06-14", 1, ghana)]
    kara = [
        said(7, "2024-06-14", 1),
        said(8, "2024-05-01", 4, ghana),
        said(9, "2024-05-02", 4, speaker("Jo", "BEN")),
    ]
    questions = [asked(name, *(one for one, _ in some)) for name, some in (("Kara", kara), ("Lomé", lome))]
    assert "killed in Lomé" in first_line([*kara, *lome], *questions)


def test_a_toll_leads_however_short_and_a_scrap_does_not() -> None:
    page = report("Ama Kofi said that five died. She called it a shame.", "2024-11-01")
    mayor = speaker("Ama Kofi")
    toll = claim(
        "five died", mayor, page, said_when=day("2024-11-01"), quantities=(number(5, 5, counts="killed"),)
    )
    scrap = claim("it a shame", mayor, page, said_when=day("2024-11-01"))
    for said, leads in ((toll, True), (scrap, False)):
        one = origin(said)
        index = Index(scene.situation(origins=(one,), propositions=()), evidence((page,), (said,), one))
        first = bottom_line.build(index).sentences[0].text
        assert first.startswith("Ama Kofi") is leads


def test_neither_one_page_alone_nor_a_nought_leads() -> None:
    many, nobody = said(9, "2024-06-14", 1), said(0, "2024-06-14", 3)
    lines = first_line([many, nobody], asked("Kara", many[0]), asked("Lomé", nobody[0]))
    assert "put the number" not in lines


def turn(after: Origin, on: str, before: Origin | None = None) -> Difference:
    return Difference("stance_reversed", "yes; then no", after.origin_id, on, before and before.origin_id)


def test_who_says_otherwise_than_before_stands_behind_the_figures_the_last_two() -> None:
    held = [said(one, "2024-06-14", 2) for one in (3, 4, 5)]
    first, second, third = (one for one, _ in held)
    changes = (turn(first, "2024-06-11"), turn(second, "2024-06-12", first), turn(third, "2024-06-13"))
    found = replace(
        held[0][1],
        reports={key: page for _, one in held for key, page in one.reports.items()},
        claims={key: each for _, one in held for key, each in one.claims.items()},
    )
    situation = scene.situation(
        origins=(first, second, third), propositions=(asked("Lomé", third),), changes=changes
    )
    lines = [one.text for one in bottom_line.build(Index(situation, found)).sentences]
    at = [rank for rank, line in enumerate(lines) if line.startswith("Changed position")]
    assert [lines[rank][:26] for rank in at] == ["Changed position, 12 June:", "Changed position, 13 June:"]
    assert lines[0].startswith("The Relief Agency (Togo) put the number")


def test_what_more_pages_carry_stands_before_a_count_of_things() -> None:
    counted, truce = said(7, "2024-06-14", 2), said(5, "2024-06-14", 3, speaker("Ama Kofi", "TGO"))
    crates = replace(asked("Lomé", counted[0]), text="How many crates were counted", counts="other", scope=None)
    assert first_line([counted, truce], crates).startswith("Ama Kofi (Togo) said on 14 June")
    assert first_line([counted, truce], asked("Lomé", counted[0])).startswith("The Relief Agency (Togo) put")


@pytest.mark.parametrize(("words", "told"), [("to comment", False), ("to say who locked the gate", True)])
def test_a_refusal_to_comment_says_nothing_of_a_matter(words: str, told: bool) -> None:
    page = report(f"The agency declined {words}.", "2024-06-14")
    cue = Cue("declined", "decline", Span(11, 19))
    answer = claim(words, AGENCY, page, cue=cue, polarity="noncommittal")
    one = origin(answer)
    matter = replace(asked("Lomé", one), stances=(Stance(one.origin_id, "noncommittal"),), concerned=("TGO",))
    held = evidence((page,), (answer,), one)
    index = Index(scene.situation(origins=(one,), propositions=(matter,)), held)
    assert bool(bottom_answers.denials(index, matter, ())) is told
