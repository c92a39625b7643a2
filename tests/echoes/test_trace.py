"""The statement behind a group."""

from dataclasses import replace

import pytest
from tests.build import day, report, speaker
from tests.echoes.scene import MINISTER, MINISTRY, figure, origins, said

from trendechos.echoes.label import amount
from trendechos.echoes.sentence import briefing, cited, sentence
from trendechos.records import Moment, Span, Speaker

FLOOD = {"quantities": (figure(3000, qualifier="at_least", high=None, scope="Accra"),)}
TEXT = "Floods displaced at least 3,000 people in Accra"


def test_an_origin_names_speaker_day_and_figure() -> None:
    (origin,) = origins(said(TEXT, MINISTER, "2024-05-06", page="Daily", **FLOOD))
    assert origin.label == "Amina Osei, 2024-05-06: at least 3,000 people in Accra"
    assert (origin.party, origin.quantity.low, origin.certainty) == ("GHA", 3000, "asserted")


def test_the_named_person_stands_for_the_body_and_the_first_dated_pages_come_first() -> None:
    agency = Speaker("Wire", "Wire", "outlet")
    pages = (
        said(TEXT, MINISTRY, None, page="Late", published="2024-05-09", **FLOOD),
        said(TEXT, MINISTER, page="Early", published="2024-05-07", chain=(agency,), **FLOOD),
        said(TEXT, MINISTER, None, page="Undated", published=None, **FLOOD),
    )
    (origin,) = origins(*pages)
    assert origin.speaker == MINISTER
    assert origin.earliest_held == (pages[1][1].report_id,)
    assert origin.reports == tuple(pages[place][1].report_id for place in (1, 0, 2))
    assert origin.via == ("Wire",)
    assert origin.key_claim_id == pages[1][0].claim_id


def test_a_day_that_no_page_states_is_called_so() -> None:
    (origin,) = origins(said("The bridge at Ada is closed", on=None, published=None))
    assert origin.said_when is None
    assert origin.label.startswith("Amina Osei, day not stated: The bridge")
    assert origin.earliest_held == ()


HOURS = ("2024-05-07T09:40:00Z", "2024-05-07T11:05:00Z", None)


@pytest.mark.parametrize(
    ("hours", "credit", "first"),
    [
        ((0, 1), None, ["a"]),
        ((1, 0), None, ["b"]),
        ((0, 0), None, ["a", "b"]),
        ((0, 2), None, ["a", "b"]),
        ((2, 2), None, ["a", "b"]),
        ((2, 2), "AFP", ["b"]),
        ((2, 2), "Photo: AFP", ["a", "b"]),
        ((0, 1), "AFP", ["a"]),
    ],
)
def test_of_one_day_the_earlier_hour_and_the_page_that_others_credit_come_first(
    hours: tuple[int, int], credit: str | None, first: list[str]
) -> None:
    pages = [
        said(TEXT, page=name, id=key, **FLOOD) for key, name in (("a", "Daily"), ("b", "Agence France-Presse"))
    ]
    moments = [Moment(value, "minute") if (value := HOURS[hour]) else day("2024-05-07") for hour in hours]
    (origin,) = origins(
        *(
            (one, replace(of, published=moment, credit=credit if of.outlet == "Daily" else None))
            for (one, of), moment in zip(pages, moments, strict=True)
        )
    )
    assert list(origin.earliest_held) == first
    assert list(origin.reports[: len(first)]) == first


def test_pages_that_credit_each_other_are_both_the_earliest() -> None:
    pages = [said(TEXT, page=name, id=name, **FLOOD) for name in ("Daily", "Herald")]
    other = {"Daily": "Herald", "Herald": "Daily"}
    (origin,) = origins(*((one, replace(of, credit=other[of.outlet or ""])) for one, of in pages))
    assert origin.earliest_held == ("Daily", "Herald")


def test_two_ids_of_one_address_are_one_witness() -> None:
    pages = [said(TEXT, page=name, id=name, **FLOOD) for name in ("a", "b")]
    (origin,) = origins(*((one, replace(of, url="https://daily.example/1")) for one, of in pages))
    assert origin.reports == ("a",)
    assert len(origin.claims) == 2


def test_what_the_speaker_leans_on_is_cited() -> None:
    text = "Citing the Volta River Authority, she said the dam holds."
    (origin,) = origins(said(text, page="Daily"))
    assert origin.cites == ("Volta River Authority",)


def test_names_after_words_of_ground_are_cited_and_days_are_not() -> None:
    assert cited("According to Friday's note and based on Maxar images") == ("Maxar",)
    assert cited("He cited military intelligence") == ("military intelligence",)
    assert cited("Nothing here") == ()
    assert briefing("She spoke after a briefing by the army") != ""
    assert briefing("She spoke") == ""


def test_the_sentence_around_a_claim_keeps_its_attribution() -> None:
    of = report("The rain stopped. Citing the army, he said 40 villages are cut off. More follows.")
    claim, _ = said("40 villages are cut off")
    start = of.text.index("40 villages")
    moved = replace(claim, span=Span(start, start + 23))
    assert sentence(moved, of) == "Citing the army, he said 40 villages are cut off."
    assert sentence(moved, None) == claim.text


def test_amounts_keep_their_words() -> None:
    assert amount(figure(None, words="dozens", low=None, high=None)) == "dozens"
    assert amount(figure(None, low=10, high=12)) == "10 to 12"
    assert amount(figure(12000, qualifier="nearly")) == "nearly 12,000"


def test_unnamed_speakers_keep_their_description() -> None:
    (origin,) = origins(said("The road is mined", speaker("a relief worker", None, "unnamed")))
    assert origin.label.startswith("a relief worker,")


@pytest.mark.parametrize(
    ("after", "cites"),
    [
        ("Its figure draws on the Red Cross and on hospitals.", ("Red Cross",)),
        ("The count is based on data from the Volta Health Service.", ("Volta Health Service",)),
        ("Its boats draw on the Red Cross.", ()),
    ],
)
def test_the_next_sentence_says_what_a_figure_rests_on(after: str, cites: tuple[str, ...]) -> None:
    claim, source = said("Flood Watch counted 90 dead", page="Post", quantities=(figure(90, counts="killed"),))
    (origin,) = origins((claim, replace(source, text=f"{source.text}. {after}")))
    assert origin.cites == cites
