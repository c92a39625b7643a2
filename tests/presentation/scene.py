# ruff: noqa: E501
"""A situation made by hand: an invented crossing from Sudan into Chad, by invented people and outlets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.build import claim, day, report, speaker

from trendechos.records import (
    Act,
    Assessment,
    Attention,
    Background,
    Burst,
    Call,
    Claim,
    Coverage,
    Cue,
    Difference,
    Evidence,
    Gap,
    Moment,
    Origin,
    Place,
    Point,
    Prediction,
    Proposition,
    Quantity,
    Relation,
    Report,
    Response,
    Series,
    Situation,
    SituationActor,
    SituationPlace,
    SourceShare,
    Span,
    Stance,
    TimelineEntry,
    Totals,
)  # fmt: skip

HOSTILE = "<script>alert(1)</script> \u202egnp.exe " + "long title " * 1000

_PAGES = {
    "P1": ("Adré Courier", "2024-06-12", "The governor of Ouaddaï, Mahamat Seid, said at least 40,000 people had crossed into Adré since Sunday. He asked for tents and water."),
    "P2": ("Lake Wire", "2024-06-12", "At least 40,000 people have crossed into Adré since Sunday, Governor Mahamat Seid said on Wednesday. The Sudanese army denied that its aircraft had struck El Geneina."),
    "P3": ("The Harbour Post", "2024-06-13", "About 55,000 people have reached eastern Chad, said Ines Marte of the Refugee Assistance Office, citing counts at the border. “We counted them at the crossing, not from the air,” she said."),
    "P4": ("Northern Ledger", "2024-06-13", "The Refugee Assistance Office put arrivals in eastern Chad at about 55,000. Analysts say the number may double before the rains."),
    "P5": ("Nile Evening", "2024-06-13", "Between 120 and 150 people were killed in El Geneina on 9 June, two aid workers said. A spokesman for the Rapid Support Forces, Hamid Osman, said the group had not entered the town."),
    "P6": ("Lake Wire", "2024-06-14", "Chad’s interior minister, Ali Brahim, said up to 60,000 people were in Adré. Chad will open a second camp at Farchana, he said. He called on Sudan’s neighbours to share the burden."),
    "P7": ("The Harbour Post", "2024-06-14", "France announced 12 million euros for the camps. The United Nations Security Council is considering a meeting on Darfur."),
    "P8": ("Plain Weekly", None, "At least 40,000 people crossed into Adré. The crossing shows how little is left of the 2020 peace agreement, said researcher Tom Aalto."),
    "P9": ("Border Radio", "2024-06-14", "A senior Sudanese official would neither confirm nor deny strikes near the border. In 2004, some 200,000 people fled the same way."),
    "P10": ("<b>Mirror</b>", "2024-06-14", "Up to 60,000 people are in Adré, the minister said."),
}  # fmt: skip

SEID = speaker("Mahamat Seid", "TCD")
MARTE = speaker("Ines Marte", "Refugee Assistance Office")
OFFICE = speaker("Refugee Assistance Office", None, "organisation")
BRAHIM = speaker("Ali Brahim", "TCD")
ARMY = speaker("Sudanese army", "SDN", "government")
OSMAN = speaker("Hamid Osman", "Rapid Support Forces")
WORKERS = speaker("two aid workers", None, "unnamed")
OFFICIAL = speaker("a senior Sudanese official", "SDN", "unnamed")
ANALYSTS = speaker("analysts", None, "unnamed")
AALTO = speaker("Tom Aalto")
FRANCE = speaker("France", "FRA", "government")
NOBODY = speaker("", None, "none")


def number(words: str, low: float | None, high: float | None, qualifier: Any, **fields: Any) -> Quantity:
    fields.setdefault("counts", "displaced")
    return Quantity(words, Span(0, len(words)), low, high, qualifier, fields.pop("unit", "people"), **fields)


def place(name: str, precision: Any, country: str, lat: float, lon: float, **fields: Any) -> Place:
    return Place(name, precision, Span(0, len(name)), country, lat=lat, lon=lon, role="event", **fields)


ADRE = place("Adré", "town", "TCD", 13.467, 22.201, geonameid=245785)
GENEINA = place("El Geneina", "town", "SDN", 13.453, 22.447, geonameid=371760)
OUADDAI = place("Ouaddaï", "province", "TCD", 13.5, 21.2, adm1="TD-OD")
SUDAN = place("Sudan", "country", "SDN", 15.6, 30.2)

_FORTY = number("at least 40,000", 40000, None, "at_least", scope="Adré")
_FIFTY_FIVE = number("about 55,000", 55000, 55000, "about", scope="eastern Chad")
_SIXTY = number("up to 60,000", None, 60000, "up_to", scope="Adré")
_DEAD = number("between 120 and 150", 120, 150, "range", counts="killed", scope="El Geneina")
_MONEY = number("12 million euros", 12e6, 12e6, "exactly", counts="money", unit="euros")
_THEN = number("some 200,000", 200000, 200000, "about")

# origin: speaker, said, basis, quantity, polarity, places, claims as (page, words)
_ORIGINS: dict[str, tuple[Any, ...]] = {
    "seid-40": (SEID, "2024-06-12", "none_given", _FORTY, "asserted", (ADRE,), (
        ("P1", "at least 40,000 people had crossed into Adré since Sunday"),
        ("P2", "At least 40,000 people have crossed into Adré since Sunday"),
        ("P8", "At least 40,000 people crossed into Adré"))),
    "seid-tents": (SEID, "2024-06-12", "none_given", None, "asserted", (), (("P1", "He asked for tents and water"),)),
    "army-no": (ARMY, "2024-06-12", "none_given", None, "denied", (GENEINA,), (
        ("P2", "its aircraft had struck El Geneina"),)),
    "marte-55": (MARTE, "2024-06-13", "eyewitness", _FIFTY_FIVE, "asserted", (OUADDAI,), (
        ("P3", "About 55,000 people have reached eastern Chad"),
        ("P4", "arrivals in eastern Chad at about 55,000"))),
    "marte-count": (MARTE, "2024-06-13", "eyewitness", None, "asserted", (), (
        ("P3", "We counted them at the crossing, not from the air"),)),
    "analysts-double": (ANALYSTS, "2024-06-13", "none_given", None, "asserted", (), (
        ("P4", "the number may double before the rains"),)),
    "workers-dead": (WORKERS, "2024-06-13", "none_given", _DEAD, "asserted", (GENEINA,), (
        ("P5", "Between 120 and 150 people were killed in El Geneina on 9 June"),)),
    "osman-no": (OSMAN, "2024-06-13", "none_given", None, "denied", (GENEINA,), (
        ("P5", "the group had not entered the town"),)),
    "brahim-60": (BRAHIM, "2024-06-14", "none_given", _SIXTY, "asserted", (ADRE,), (
        ("P6", "up to 60,000 people were in Adré"), ("P10", "Up to 60,000 people are in Adré"))),
    "brahim-camp": (BRAHIM, "2024-06-14", "none_given", None, "asserted", (), (
        ("P6", "Chad will open a second camp at Farchana"),)),
    "brahim-call": (BRAHIM, "2024-06-14", "none_given", None, "asserted", (), (
        ("P6", "He called on Sudan’s neighbours to share the burden"),)),
    "france-12": (FRANCE, "2024-06-14", "none_given", _MONEY, "asserted", (), (
        ("P7", "France announced 12 million euros for the camps"),)),
    "council": (NOBODY, "2024-06-14", "none_given", None, "asserted", (SUDAN,), (
        ("P7", "The United Nations Security Council is considering a meeting on Darfur"),)),
    "aalto": (AALTO, None, "none_given", None, "asserted", (), (
        ("P8", "The crossing shows how little is left of the 2020 peace agreement"),)),
    "official-neither": (OFFICIAL, "2024-06-14", "none_given", None, "noncommittal", (), (
        ("P9", "would neither confirm nor deny strikes near the border"),)),
    "history": (NOBODY, "2024-06-14", "none_given", _THEN, "asserted", (), (
        ("P9", "In 2004, some 200,000 people fled the same way"),)),
}  # fmt: skip


def reports() -> dict[str, Report]:
    out = {}
    for page, (outlet, published, text) in _PAGES.items():
        url = (
            "javascript:alert(1)"
            if page == "P10"
            else f"https://{page.lower()}.example.org/story?id={page}&x=1"
        )
        title = HOSTILE if page == "P10" else None
        kind = "restatement" if page in ("P8", "P9") else None
        out[page] = report(
            text, published, outlet=outlet, url=url, title=title, report_id=page, language="en", text_kind=kind
        )
    return out


def _claims(held: dict[str, Report]) -> dict[str, Claim]:
    out = {}
    for origin_id, (who, said, basis, quantity, polarity, places, found) in _ORIGINS.items():
        for page, words in found:
            made = claim(
                words, who, held[page], claim_id=f"{origin_id}/{page}", basis=basis, polarity=polarity,
                quantities=(quantity,) if quantity else (), places=places, said_when=day(said),
            )  # fmt: skip
            if polarity == "denied" and "denied" in held[page].text:
                at = held[page].text.index("denied")
                made = replace(made, cue=Cue("denied", "deny", Span(at, at + 6)))
            out[made.claim_id] = made
    return out


def _origins(held: dict[str, Report]) -> tuple[Origin, ...]:
    out = []
    for origin_id, (who, said, basis, quantity, polarity, _, found) in _ORIGINS.items():
        pages = tuple(page for page, _ in found)
        dated = sorted((held[page].published_on or "9999", page) for page in pages)
        ids = tuple(f"{origin_id}/{page}" for page in pages)
        relations = ()
        if origin_id == "brahim-60":
            relations = (Relation("seid-40", "dependent", "same party", "both speak for Chad"),)
        out.append(
            Origin(
                origin_id, f"{who.canonical or 'no source'}, {said}: {found[0][1]}", who, who.party, day(said), basis,
                ids, pages, (dated[0][1],), ids[0], found[0][1], polarity=polarity, quantity=quantity,
                via=("Lake Wire",) if origin_id == "brahim-60" else (), relations=relations,
                cites=("counts at the border",) if origin_id == "marte-55" else (),
            )
        )  # fmt: skip
    return tuple(out)


def _propositions() -> tuple[Proposition, ...]:
    return (
        Proposition(
            "q-adre", "How many displaced people are in Adré", "value",
            (
                Stance("seid-40", "value", 40000, None, "at_least", said_on="2024-06-12"),
                Stance("brahim-60", "value", None, 60000, "up_to", said_on="2024-06-14"),
            ),
            5, 2, 1, 0, "dependent", "2 origins that depend on each other: both speak for Chad", not_heard=("SDN",),
            open_questions=("On what basis this is said is not given by any page.", "What would change the picture: a count by somebody with access of their own."),
            splits=(("seid-40", "brahim-60"),), counts="displaced", scope="Adré", parties=("SDN",),
            related=("q-chad",),
        ),
        Proposition(
            "q-chad", "How many displaced people are in eastern Chad", "value",
            (Stance("marte-55", "value", 55000, 55000, "about", said_on="2024-06-13"),),
            2, 1, 1, 0, "not_established", "unknown", counts="displaced", scope="eastern Chad", related=("q-adre",),
        ),
        Proposition(
            "q-geneina", "People were killed in El Geneina", "statement",
            (
                Stance("workers-dead", "supports", said_on="2024-06-13"),
                Stance("osman-no", "denies", said_on="2024-06-13"),
                Stance("army-no", "denies", said_on="2024-06-12", earlier=True),
                Stance("official-neither", "noncommittal", said_on="2024-06-14"),
            ),
            1, 1, 0, 0, "not_established", "unknown", open_questions=("What would change the picture: pictures from the place.",), against_count=3,
            unnamed_count=1, not_heard=("FRA",), heard_before=(("SDN", "2024-06-12"),),
        ),
    )  # fmt: skip


def _series() -> tuple[Series, ...]:
    return (
        Series(
            "s-adre", "Displaced people in Adré", "displaced", "Adré", "none",
            (
                Point("seid-40", "2024-06-12", 40000, None, "at_least", 3),
                Point("brahim-60", "2024-06-14", None, 60000, "up_to", 2),
            ),
            contested=(("2024-06-12", "2024-06-14"),), echoes_count=3,
        ),
        Series("s-chad", "Displaced people in eastern Chad", "displaced", "eastern Chad", "none",
               (Point("marte-55", "2024-06-13", 55000, 55000, "about", 2),)),
        Series("s-dead", "People killed in El Geneina", "killed", "El Geneina", "day",
               (Point("workers-dead", "2024-06-13", 120, 150, "range", 1),)),
        Series("s-money", "Money from France", "money", None, "none",
               (Point("france-12", "2024-06-14", 12e6, 12e6, "exactly", 1),)),
    )  # fmt: skip


def _timeline() -> tuple[TimelineEntry, ...]:
    return (
        TimelineEntry(Moment("2024-06-09", "day"), "event", "people were killed in El Geneina", "casualties", ("workers-dead",)),
        TimelineEntry(Moment("2024-06-09/2024-06-12", "day"), "event", "people crossed into Adré", "other", ("seid-40", "brahim-60")),
        TimelineEntry(Moment("2024-06-12", "day"), "statement", "its aircraft had struck El Geneina", "denial", ("army-no",)),
        TimelineEntry(Moment("2024-06-14", "day"), "statement", "Chad will open a second camp at Farchana", "aid", ("brahim-camp",)),
    )  # fmt: skip


def situation(**changes: Any) -> Situation:
    held = reports()
    fields: dict[str, Any] = {
        "title": "The crossing into Chad",
        "as_of": "2024-06-14",
        "coverage": Coverage(
            10, "2024-06-12", "2024-06-14", 1, 0, 2, (("en", 10),), 8, (("TCD", 4), ("FRA", 2), ("", 4)), 2
        ),
        "counts": Totals(10, 20, 16, 6, 0.2, 0.15),
        "origins": _origins(held),
        "propositions": _propositions(),
        "series": _series(),
        "timeline": _timeline(),
        "places": (
            SituationPlace("Adré", 13.467, 22.201, "town", "TCD", 4, 2, "town in Ouaddaï, Chad, 1 km from Sudan", "TD-OD", 245785),
            SituationPlace("El Geneina", 13.453, 22.447, "town", "SDN", 3, 3, "town in West Darfur, Sudan, 26 km from Chad", "SD-DW", 371760),
            SituationPlace("Ouaddaï", 13.5, 21.2, "province", "TCD", 2, 1, "province of Chad", "TD-OD"),
            SituationPlace("Sudan", 15.6, 30.2, "country", "SDN", 1, 1, "country"),
        ),
        "actors": (SituationActor("Chad", "TCD", "TCD", 5, (Act("aid", "SDN", 1, ("brahim-camp",)),)),),
        "response": (
            Response("FRA", "announced", "aid", "France announced 12 million euros for the camps", ("france-12",)),
            Response("TCD", "announced", "aid", "Chad will open a second camp at Farchana", ("brahim-camp",)),
            Response("United Nations Security Council", "considered", "consultation", "considering a meeting on Darfur", ("council",)),
            Response("TCD", "demanded", "aid", "He asked for tents and water", ("seid-tents",)),
        ),
        "attention": (Attention("2024-06-12", 2, 1, 3), Attention("2024-06-13", 3, 1, 5), Attention("2024-06-14", 4, 4, 0)),
        "bursts": (Burst("attention", "2024-06-13", "2024-06-14", 2.5, "loud but nothing new"),),
        "predictions": (Prediction("pr1", ANALYSTS, "the number may double before the rains", "analysts-double", likelihood="may"),),
        "calls": (Call(BRAHIM, "Sudan’s neighbours", "He called on Sudan’s neighbours to share the burden", "brahim-call"),),
        "assessments": (Assessment(AALTO, "The crossing shows how little is left of the 2020 peace agreement", "aalto"),),
        "background": (Background(Moment("2004", "year"), "In 2004, some 200,000 people fled the same way", "history"),),
        "changes": (Difference("number_moved", "Adré: at least 40,000, then up to 60,000", "brahim-60", "2024-06-14"),),
        "sources": (
            SourceShare("Adré Courier", "TCD", 1, 2, 1.0), SourceShare("Lake Wire", "TCD", 2, 5, 0.8, ("Adré Courier",)),
            SourceShare("The Harbour Post", "FRA", 2, 4, 1.0), SourceShare("<b>Mirror</b>", None, 1, 1, 0.0),
        ),
        "gaps": (Gap("notes.pdf", "parse", "no text", "page 1 holds an image"),),
        "since": None,
    }  # fmt: skip
    return Situation(**(fields | changes))


def evidence() -> Evidence:
    held = reports()
    return Evidence(held, _claims(held), (), _origins(held), _propositions(), left_out_later=2)
