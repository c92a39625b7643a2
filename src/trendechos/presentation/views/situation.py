"""The page of a situation: what is said, by whom, against whom, on what evidence, as of one day."""

from __future__ import annotations

from dataclasses import replace

from trendechos.presentation.drawing import days as drawn
from trendechos.presentation.index import Index
from trendechos.presentation.sections import (
    bottom_line,
    common,
    coverage,
    gaps,
    history,
    news,
    numbers,
    outlook,
    questions,
    response,
    series,
    sources,
    timeline,
    where,
)
from trendechos.presentation.views import chips
from trendechos.presentation.views.bounds import few_in, is_large
from trendechos.presentation.views.keys import actor_key, key, listed_actors
from trendechos.presentation.views.sheet import Scene, Sheet
from trendechos.presentation.wording import dates, figures
from trendechos.presentation.wording.dates import known_day
from trendechos.presentation.wording.inert import inert
from trendechos.presentation.wording.parts import flat
from trendechos.records import (
    Attention,
    Origin,
    Proposition,
    Section,
    SituationActor,
    SituationPlace,
    SourceShare,
)
from trendechos.records.codec import Json

# What one screen after the other can hold; the rest stands on pages of its own and in the API.
CARDS = 12
CHARTS = 6
SIDE = 3
LISTED = 30
# Evidence a line: six where a reader may follow it all, two where the list would outgrow the page.
CITED, CITED_LARGE = 6, 2


def _beside_the_tiles(index: Index) -> Section:
    return Section("coverage", "Coverage", coverage.uncounted(index))


_SECTIONS = (
    _beside_the_tiles,
    bottom_line.build,
    news.build,
    series.build,
    numbers.build,
    where.build,
    timeline.build,
    response.build,
    outlook.judgements,
    outlook.outlook,
    history.build,
    questions.build,
    sources.build,
    gaps.build,
)


def document(scene: Scene) -> Json:
    """Everything that the page shows, ready to be laid out; bounded however large the situation is."""
    index, situation = scene.index, scene.situation
    actors = listed_actors(situation.actors)
    most = CITED_LARGE if is_large(situation) else CITED
    cards = [few_in(_card_section(scene, one), most) for one in situation.propositions[:CARDS]]
    built = tuple(_bounded(build(index), most) for build in _SECTIONS)
    sheet = Sheet.of(index, (*built, *cards))
    sections = {one.key: sheet.section(one) for one in built}
    sections["series"]["figures"] = sections["series"]["figures"][:CHARTS]
    return {
        "kind": "situation",
        "title": flat(inert(situation.title), 300) or "Situation",
        **days(scene),
        "tiles": _tiles(scene),
        "sections": sections,
        "cards": [
            _card(scene, one, sheet, part) for one, part in zip(situation.propositions, cards, strict=False)
        ],
        "propositions": [
            {
                "key": one.proposition_id,
                "text": inert(flat(one.text, 300)),
                "origins": one.origins_count,
                "against": one.against_count,
                "kind": one.kind,
            }
            for one in situation.propositions[:200]
        ],
        "measures": _measures(scene),
        "drawings": _drawings(scene),
        "places": _places(scene),
        "actors": [_actor(scene, one) for one in actors[:LISTED]],
        "actors_count": len(actors),
        "sources": [_source(one) for one in situation.sources[:LISTED]],
        "sources_count": len(situation.sources),
        "spark": str(drawn.spark(_attention(scene), "spark")),
        "evidence": sheet.evidence(),
    }


def summary(scene: Scene) -> Json:
    """What the list of situations shows of this one."""
    counts, lead = scene.situation.counts, next(iter(scene.situation.propositions), None)
    return {
        "kind": "summary",
        "title": flat(inert(scene.situation.title), 300) or "Situation",
        **days(scene),
        "spark": str(drawn.spark(_attention(scene), "spark")),
        "pages": counts.reports,
        "origins": counts.origins,
        "parties": counts.parties,
        "lead": inert(flat(lead.text, 300)) if lead else "",
        "lead_key": lead.proposition_id if lead else "",
    }


def days(scene: Scene) -> Json:
    """The day shown, and the days that can be asked for."""
    situation = scene.situation
    held = situation.coverage
    return {
        "as_of": situation.as_of,
        "as_of_text": dates.day(situation.as_of) if situation.as_of else "",
        "first_day": held.dated_from,
        "last_day": held.dated_to,
        "since": situation.since,
    }


def _bounded(section: Section, most: int) -> Section:
    """A section without what only the brief holds: tables beyond the third, parts beyond the fourth."""
    # Sources stand as a list of links of their own.
    shown = {"numbers": 9, "sources": 0}.get(section.key, 3)
    return few_in(replace(section, tables=section.tables[:shown], subsections=section.subsections[:4]), most)


def _tiles(scene: Scene) -> list[Json]:
    counts = scene.situation.counts
    tiles = (
        ("Pages", f"{counts.reports:,}", f"{coverage.provenance(scene.index)}: our collection, not the world"),
        ("Claims", f"{counts.claims:,}", f"{figures.share(counts.echo_share)} repeat an origin already held"),
        ("Origins", f"{counts.origins:,}", "statements behind the claims; pages are not counted as evidence"),
        ("Parties", f"{counts.parties:,}", "a government is one voice, however many of its people speak"),
        ("Unnamed", figures.share(counts.unnamed_share), "of the claims name no speaker"),
    )
    return [{"label": label, "value": value, "means": means} for label, value, means in tiles]


def _card_section(scene: Scene, proposition: Proposition) -> Section:
    """The statements for a question and, in the same measure, those against."""
    pro, con = sides(scene, proposition)
    lines = tuple(common.statement(scene.index, origin) for origin in (*pro[:SIDE], *con[:SIDE]))
    return Section(f"card-{proposition.proposition_id}", flat(proposition.text, 300), lines, listed=True)


def sides(scene: Scene, proposition: Proposition) -> tuple[list[Origin], list[Origin]]:
    """The origins for a question and those against, in doubt or without an answer, widest carried first."""
    pro: list[Origin] = []
    con: list[Origin] = []
    for stance in proposition.stances:
        for origin in scene.index.known((stance.origin_id,)):
            if stance.stance in common.AGAINST:
                con.append(origin)
            elif stance.stance != "differs":
                pro.append(origin)
    for side in (pro, con):
        side.sort(key=lambda origin: (-len(origin.reports), origin.origin_id))
    return pro, con


def _card(scene: Scene, proposition: Proposition, sheet: Sheet, part: Section) -> Json:
    pro, con = sides(scene, proposition)
    lines = [sheet.sentence(one) for one in part.sentences]
    shown = min(len(pro), SIDE)
    related = [one for one in scene.situation.propositions if one.proposition_id in proposition.related]
    return {
        "key": proposition.proposition_id,
        "text": inert(flat(proposition.text, 300)),
        "kind": proposition.kind,
        "span": chips.span(scene.index, proposition),
        "chips": chips.of(scene.index, proposition),
        "pro": lines[:shown],
        "pro_more": max(0, len(pro) - SIDE),
        "con": lines[shown:],
        "con_more": max(0, len(con) - SIDE),
        "not_heard": [inert(scene.index.party(one) or one) for one in proposition.not_heard[:6]],
        "related": [{"key": one.proposition_id, "text": inert(flat(one.text, 120))} for one in related[:3]],
    }


def _measures(scene: Scene) -> list[Json]:
    """The charts by measure, for the switch: the rank of the chart and its title."""
    return [
        {"key": one.series_id, "title": inert(numbers.title(one))}
        for one in series.charted(scene.index)[:CHARTS]
    ]


def _attention(scene: Scene) -> list[Attention]:
    return [one for one in scene.situation.attention if known_day(one.day)]


def _drawings(scene: Scene) -> Json:
    """Attention and timeline, wide and narrow."""
    index, situation = scene.index, scene.situation
    held = _attention(scene)
    bursts = [one for one in situation.bursts if known_day(one.first_on) and known_day(one.last_on)]
    out: Json = {"attention": [], "lanes": [], "days": [one.day for one in held]}
    if held:
        out["attention"] = [
            str(drawn.attention(held, bursts, width, f"att-{name}", index.year))
            for width, name in ((760.0, "w"), (340.0, "n"))
        ]
    entries = [one for one in situation.timeline if known_day(one.when.day) and not one.background]
    if entries:
        out["lanes"] = [
            str(drawn.lanes(entries, width, f"lan-{name}", index.year))
            for width, name in ((760.0, "w"), (340.0, "n"))
        ]
    out["attention_rows"] = [
        [dates.day(one.day, index.year), one.reports, one.echoes, one.new_origins] for one in held[-60:]
    ]
    out["bursts"] = [
        {
            "series": one.series.replace("_", " "),
            "span": f"{dates.day(one.first_on, index.year)} to {dates.day(one.last_on, index.year)}",
            "finding": one.finding,
        }
        for one in bursts[-6:]
    ]
    return out


def _places(scene: Scene) -> list[Json]:
    """For each place of the map, the first day on which a claim names it: the slider hides later ones."""
    out = []
    for place in scene.situation.places[:60]:
        out.append({"name": inert(flat(place.name)), "first": _first_day(scene, place)})
    return out


def _first_day(scene: Scene, place: SituationPlace) -> str | None:
    index = scene.index
    by_id = index.at.get(("", place.geonameid), ()) if place.geonameid is not None else ()
    ids = by_id or index.at.get((place.name, None), ())
    found = []
    for claim_id in ids:
        report = index.evidence.reports.get(index.evidence.claims[claim_id].report_id)
        if report and known_day(report.published_on):
            found.append(report.published_on)
    return min((day for day in found if day), default=None)


def _actor(scene: Scene, one: SituationActor) -> Json:
    return {
        "key": actor_key(one),
        "name": inert(flat(one.name)),
        "acts": one.origins_count,
        "spoken": len(scene.said_by(one)),
    }


def _source(one: SourceShare) -> Json:
    return {
        "key": key(one.outlet),
        "name": inert(flat(one.outlet)) or "not named",
        "pages": one.reports,
        "original": figures.share(one.original_share) if one.claims else "no claims",
    }
