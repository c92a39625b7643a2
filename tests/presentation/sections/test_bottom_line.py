"""What leads: the latest figure of whoever is carried widest."""

from __future__ import annotations

from dataclasses import replace

from tests.build import claim, day, evidence, number, origin, report, speaker
from tests.presentation import scene

from trendechos.presentation.index import Index
from trendechos.presentation.sections import bottom_line
from trendechos.records import Evidence, Origin, Proposition, Stance

AGENCY = speaker("Relief Agency (Togo)", "TGO", "organisation")


def said(many: int, on: str, pages: int) -> tuple[Origin, Evidence]:
    held = tuple(report(f"{many} died, page {rank}", on) for rank in range(pages))
    claims = tuple(
        claim(one.text, AGENCY, one, said_when=day(on), quantities=(number(many, many, counts="killed"),))
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
