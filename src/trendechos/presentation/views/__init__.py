"""Every page of a situation as a document that a page can be laid out from without further thought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from trendechos.presentation import exports
from trendechos.presentation.composer import compose
from trendechos.presentation.index import Index
from trendechos.presentation.views import actor, brief, changes, listing, outlet, proposition, report, situation
from trendechos.presentation.views.bounds import short
from trendechos.presentation.views.keys import actor_key, key, listed_actors, slug
from trendechos.presentation.views.sheet import Scene
from trendechos.presentation.views.tree import Links
from trendechos.records import Claim, Corrected, Evidence, Origin, Report, Situation
from trendechos.records.codec import Json

__all__ = ["LAYOUT", "changes", "documents", "key", "slug"]

# The form of the documents: raised when a template needs what older ones do not hold. The web shows no
# document of another form, and the worker makes them again.
LAYOUT = 10

View = tuple[str, str, Json]


def documents(
    found: Situation, evidence: Evidence, corrected: Mapping[str, tuple[Corrected, ...]] | None = None
) -> Iterator[View]:
    """Every page as (kind, key, document), the situation's own first; `corrected` is by claim id."""
    index = Index(found, evidence)
    scene = Scene(index, short(compose(found, evidence), index), corrected or {})
    yield "situation", "", situation.document(scene)
    yield "summary", "", situation.summary(scene)
    yield "brief", "", brief.document(scene)
    yield from brief.files(scene)
    yield "file", "origins.csv", {"text": exports.to_csv(evidence)}
    links = Links.of(scene.index)
    for one in found.propositions:
        yield "proposition", one.proposition_id, proposition.document(scene, one, links)
    by_origin, asked = _asked(scene)
    yield "changes", "", changes.document(scene, by_origin)
    yield from listing.documents(scene)
    yield from _reports(scene, links, asked)
    yield from _outlets(scene)
    yield from _actors(scene)


def _asked(scene: Scene) -> tuple[dict[str, str], report.Asked]:
    """The first question that each origin, and so each claim, speaks to, and what people struck."""
    by_origin: dict[str, str] = {}
    by_question: dict[str, list[Origin]] = {}
    for one in scene.situation.propositions:
        for stance in one.stances:
            by_origin.setdefault(stance.origin_id, one.proposition_id)
            if origin := scene.index.origins.get(stance.origin_id):
                by_question.setdefault(one.proposition_id, []).append(origin)
    by_claim = {
        claim_id: by_origin[origin.origin_id]
        for origin in scene.situation.origins if origin.origin_id in by_origin
        for claim_id in origin.claims
    }  # fmt: skip
    struck: dict[str, list[Corrected]] = {}
    for notes in scene.corrected.values():
        for note in notes:
            if note.corrects == "accept" and note.claim_id not in scene.index.evidence.claims:
                struck.setdefault(note.report_id, []).append(note)
    predicted = frozenset(one.origin_id for one in scene.situation.predictions)
    return by_origin, report.Asked(by_claim, by_question, predicted, struck)


def _by_report(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    out: dict[str, list[Claim]] = {}
    for claim in claims:
        out.setdefault(claim.report_id, []).append(claim)
    return out


def _reports(scene: Scene, links: Links, asked: report.Asked) -> Iterator[View]:
    claims = _by_report(scene.index.evidence.claims.values())
    for report_id, one in scene.index.evidence.reports.items():
        copies = list(links.copies.get(report_id, ()))
        yield "report", key(report_id), report.document(scene, one, claims.get(report_id, []), copies, asked)


def _outlets(scene: Scene) -> Iterator[View]:
    reports: dict[str, list[Report]] = {}
    for one in scene.index.evidence.reports.values():
        reports.setdefault(one.outlet or "", []).append(one)
    claims = _by_report(scene.index.evidence.claims.values())
    for source in scene.situation.sources:
        yield (
            "source",
            key(source.outlet),
            outlet.document(scene, source, reports.get(source.outlet, []), claims),
        )


def _actors(scene: Scene) -> Iterator[View]:
    for one in listed_actors(scene.situation.actors):
        yield "actor", actor_key(one), actor.document(scene, one)
