"""Places in a report: which names stand for places, and for which."""

from __future__ import annotations

from functools import cache

from trendechos.knowledge.actor_tables import called, states
from trendechos.knowledge.gazetteer import GazetteerEntry, fold
from trendechos.languages.en import geography
from trendechos.reading.resolve import resolve
from trendechos.reading.toponyms import KEPT, Spotter, Toponym, is_spelling
from trendechos.records import Mention, Place, Report, Sentence, Span


@cache
def _spotter() -> Spotter:
    return Spotter()


def find(
    report: Report,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    *,
    dateline: Span | None = None,
) -> tuple[Place, ...]:
    """The places that a report names, demonyms and countries included, in order of position.

    Each is resolved to one place of the packaged gazetteer by the whole report; a name that the text
    calls a village or town and that no gazetteer holds has no coordinates. `role` stays `mentioned`.
    """
    spotter = _spotter()
    found: list[Toponym] = []
    for index, sentence in enumerate(sentences):
        found.extend(spotter.spot(index, sentence))
    _weigh_persons(found, sentences, mentions)
    _weigh_bodies(found, sentences, mentions)
    _weigh_report(found)
    kept = [toponym for toponym in found if toponym.evidence >= KEPT]
    heads: list[Toponym] = []
    if dateline is not None:
        heads = spotter.spot_text(report.words(dateline.field)[dateline.start : dateline.end], dateline.start)
    chosen = resolve([*heads, *kept], report)
    places = [_place(toponym, entry, sentences) for toponym, entry in zip([*heads, *kept], chosen, strict=True)]
    return tuple(
        sorted(places, key=lambda place: (place.span.field != "title", place.span.start, place.span.end))
    )


def _place(toponym: Toponym, entry: GazetteerEntry | None, sentences: tuple[Sentence, ...]) -> Place:
    field = sentences[toponym.sentence].span.field if toponym.sentence >= 0 else "text"
    span = Span(toponym.start, toponym.end, field)
    if entry is None:
        return Place(toponym.words, "town", span)
    return Place(
        name=toponym.words if _is_better_spelt(toponym, entry) else _in_english(toponym, entry.name),
        precision=entry.kind,
        span=span,
        country=entry.country,
        adm1=entry.adm1,
        geonameid=entry.geonameid,
        lat=entry.lat,
        lon=entry.lon,
    )


def _in_english(toponym: Toponym, name: str) -> str:
    """The name of a region, called so in English where the gazetteer has only what it is called at home."""
    kind = geography.LOCAL_KINDS.get(name.rpartition(" ")[2])
    if kind is None:
        return name
    bare = [word for word in toponym.words.split() if fold(word) not in geography.KIND_BEHIND]
    return " ".join((*bare, kind))


def _is_better_spelt(toponym: Toponym, entry: GazetteerEntry) -> bool:
    """True where the page's spelling is the better known: "Bara" for "Bārah", "Hodeidah" for "Al Ḩudaydah"."""
    if entry.kind in ("country", "area", "province") or entry.how not in ("name", "alias"):
        return False
    plain = toponym.words.isascii() and not toponym.words.isupper()
    return plain and (not entry.name.isascii() or is_spelling(fold(entry.name), toponym.folded))


def _weigh_persons(
    found: list[Toponym], sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
) -> None:
    """Takes weight from names inside a person's name, and from single names that are a person's elsewhere."""
    persons = [mention for mention in mentions if mention.kind == "person" and _is_sure(mention)]
    surnames = {
        word for mention in persons for word in mention.name.split()[-1:] if len(mention.name.split()) > 1
    }
    spans: dict[tuple[str, int], Mention] = {}
    for mention in persons:
        for position in range(mention.span.start, mention.span.end):
            spans[mention.span.field, position] = mention
    for toponym in found:
        field = sentences[toponym.sentence].span.field
        inside = spans.get((field, toponym.start))
        if inside is not None and toponym.demonym and toponym.end == inside.span.end:
            toponym.evidence -= 3.0  # "Volker Türk"
        if toponym.demonym or not toponym.entries:
            continue
        if inside is not None and _names_person(inside, toponym):
            toponym.evidence -= 3.0
        elif toponym.entries[0].kind in ("country", "province"):
            continue
        elif toponym.words in surnames and not toponym.located and not toponym.container:
            toponym.evidence -= 2.0


def _weigh_bodies(found: list[Toponym], sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> None:
    """Takes weight from the name of a known group ("Wagner fighters"), and from a continent in forces' name."""
    bodies = [one for one in mentions if one.known and one.kind in ("group", "organisation", "other")]
    held = {(one.span.field, at): one for one in bodies for at in range(one.span.start, one.span.end)}
    for toponym in found:
        body = held.get((sentences[toponym.sentence].span.field, toponym.start))
        if body is None:
            continue
        own = called(body.party or "") if body.party not in states() else None
        named = own is not None and own.kind == "group" and own.canonical.split()[0] == toponym.words
        # Forces named after a continent are not all over it; a union of its states is spoken of as its place.
        armed = (body.code or "")[3:6] == "MIL" and bool(toponym.entries) and toponym.entries[0].kind == "area"
        if named or armed:
            toponym.evidence -= 3.0


def _is_sure(mention: Mention) -> bool:
    """True for a person of packaged knowledge or with a first name; a lone or odd name may be a place's."""
    parts = [fold(part) for part in mention.name.split()]
    if len(parts) < 2 or any(part in geography.BODY_BEHIND or part in geography.KIND_BEHIND for part in parts):
        return False
    return mention.known or parts[0] in geography.given_names()


def _names_person(mention: Mention, toponym: Toponym) -> bool:
    """False for the place in front of an office: "Kyiv's mayor", "Alberta Health Minister Anna Bell"."""
    if toponym.kinds or (
        toponym.entries[0].kind in ("country", "province") and toponym.folded not in geography.given_names()
    ):
        return False
    rest = mention.name[toponym.end - mention.span.start :].replace("’", "'").removeprefix("'s").split()
    return not any(word[0].islower() or fold(word) in geography.PERSON_TITLES for word in rest)


def _weigh_report(found: list[Toponym]) -> None:
    """Lets clear uses of a name speak for its other uses, and their lack against a name that only speaks."""
    clear: dict[str, bool] = {}
    person: dict[str, bool] = {}
    for toponym in found:
        clear[toponym.folded] = clear.get(toponym.folded, False) or (
            toponym.evidence >= KEPT and (toponym.located or toponym.container is not None)
        )
        person[toponym.folded] = person.get(toponym.folded, False) or toponym.evidence < -1.0
    for toponym in found:
        if toponym.demonym or toponym.located or toponym.container is not None:
            continue
        if clear[toponym.folded] and toponym.evidence > -1.0:
            toponym.evidence += 0.5
        elif (
            person[toponym.folded]
            and not clear[toponym.folded]
            and toponym.entries[:1]
            and toponym.entries[0].kind != "country"
        ) or (toponym.said and not clear[toponym.folded]):
            toponym.evidence -= 1.5
