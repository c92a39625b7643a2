"""Lines of the bottom line on statements, denials, silence and what is not known."""

from __future__ import annotations

from collections.abc import Iterable

from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.sections.values import values, voice
from trendechos.presentation.wording import dates, figures, parties
from trendechos.presentation.wording.parts import Part, Phrase, given, joined, note, plain, say
from trendechos.records import BriefSentence, Origin, Proposition

_VERBS = {
    "supports": "said so",
    "partly_supports": "said so in part",
    "contradicts": "said otherwise",
    "doubts": "doubted it",
    "denies": "denied it",
    "noncommittal": "left it open",
}
NAMED = 3


def statements(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    """One line a question of fact: who said so, who said otherwise; those close to the leading figure first."""
    asked = [one for one in index.situation.propositions if one.kind == "statement"]
    related = lead.related if lead is not None else ()
    asked.sort(key=lambda one: _statement_rank(one, related))
    return [line for one in asked if (line := _statement(index, one)) is not None]


def _statement_rank(proposition: Proposition, related: tuple[str, ...]) -> tuple[bool, bool, int, int]:
    """What several voices speak to first, of that what is close to the leading figure, then the widest."""
    alone = proposition.voices_count < 2
    far = proposition.proposition_id not in related
    return alone, far, -proposition.voices_count, -proposition.pages_count


def _statement(index: Index, proposition: Proposition) -> BriefSentence | None:
    clauses: list[Phrase] = []
    used: list[Origin] = []
    for stance, verb in _VERBS.items():
        ids = (one.origin_id for one in proposition.stances if one.stance == stance)
        origins = _one_a_voice(index.known(ids))
        if stance == "supports" and all(origin.speaker.kind == "none" for origin in origins):
            return None
        if not origins:
            continue
        most = NAMED if stance == "supports" else NAMED - 1
        phrases: list[Phrase] = [index.tagged(origin) for origin in origins[:most]]
        if len(origins) > most:
            phrases.append((figures.count(len(origins) - most, "other"),))
        pages = f", on {index.pages(*origins)}" if stance == "supports" else ""
        clauses.append((*joined(phrases), f" {verb}{pages}"))
        used += origins[:most]
    body = joined(clauses, last="; ", between="; ")
    parts: list[Part] = [given(proposition.text.rstrip(". ")), ": ", *body, "."]
    if proposition.voices_count > 1:
        many = figures.small(proposition.voices_count).capitalize()
        parts.append(f" {many} voices; {common.independence(proposition)}.")
    return say(*parts, claims=index.cites(*used))


def _one_a_voice(origins: Iterable[Origin]) -> list[Origin]:
    """The origin on most pages for each voice, largest first."""
    best: dict[str, Origin] = {}
    for origin in sorted(origins, key=lambda one: (-len(one.reports), one.origin_id)):
        best.setdefault(voice(origin), origin)
    return list(best.values())


def denials(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    """One line a party that denies or does not answer, in the words of the pages, widest carried first."""
    by_voice: dict[str, list[Origin]] = {}
    for origin in index.situation.origins:
        if origin.polarity != "asserted" and origin.speaker.kind != "none" and index.cites(origin):
            by_voice.setdefault(voice(origin), []).append(origin)
    since = _first_day(index, lead)
    ranked = sorted(by_voice.items(), key=lambda one: (-max(len(origin.reports) for origin in one[1]), one[0]))
    lines = []
    for code, origins in ranked:
        top = sorted(origins, key=lambda origin: (-len(origin.reports), origin.origin_id))[:2]
        label = index.party(code) or code
        phrases = [_denial(index, origin, since) for origin in top]
        nameless = top[0].speaker.kind == "unnamed" and not (top[0].party or top[0].speaker.party)
        named_anyway = all(plain(phrase).startswith((label, f"the {label}")) for phrase in phrases)
        heading: Phrase = () if nameless or named_anyway else (given(label), ": ")
        lines.append(say(*heading, *joined(phrases, last="; "), ".", claims=index.cites(*top)))
    return lines


def _denial(index: Index, origin: Origin, since: str | None) -> Phrase:
    said = origin.said_when.day if origin.said_when else None
    before = ", before these figures" if since and said and said < since else ""
    when = f", {index.day(origin)}{before}" if origin.said_when else ""
    return (*index.bare(origin), f"{when}: ", index.answer(origin))


def _first_day(index: Index, lead: Proposition | None) -> str | None:
    if lead is None:
        return None
    days = [value.origin.said_when.day for value in values(index, lead) if value.origin.said_when]
    return min((one for one in days if one), default=None)


def silence(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    """From whom no reply to the leading figures is held."""
    if lead is None or not lead.not_heard:
        return []
    earlier = dict(lead.heard_before)
    names = [parties.named(index.party(code) or code) for code in lead.not_heard]
    before = [
        (*parties.named(index.party(code) or code), f" ({dates.day(day, index.year)})")
        for code, day in earlier.items()
    ]
    tail: Phrase = ("; heard only before them: ", *joined(before)) if before else ()
    return [note("We hold no reply from ", *joined(names, last=" or "), " to these figures", *tail, ".")]


def unknown(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    """What is not known on the leading question, and how many pages were left out."""
    out = _left_out(index)
    known = values(index, lead) if lead is not None else []
    origins = [value.origin for value in known]
    bare = [origin for origin in origins if origin.basis == "none_given"]
    open_points: list[Phrase] = []
    if bare and len(bare) == len(origins):
        many = "these figures were" if len(origins) > 1 else "the figure was"
        open_points.append((f"how {many} obtained (no page says)",))
    elif bare:
        names = _one_a_voice(bare)[:NAMED]
        who = joined([index.who(origin) for origin in names])
        open_points.append(
            ("how ", *who, " obtained the figure" if len(names) == 1 else " obtained their figures")
        )
    if lead is not None and lead.independence == "not_established" and len(origins) > 1:
        open_points.append(("whether any two of them rest on separate evidence",))
    if not open_points:
        return [note(out.strip())] if out else []
    listed = joined(open_points, last="; ", between="; ")
    return [say("Not known: ", *listed, f".{out}", claims=index.cites(*origins))]


def _left_out(index: Index) -> str:
    coverage = index.situation.coverage
    left = []
    if coverage.left_out_undated:
        left.append(f"{figures.count(coverage.left_out_undated, 'page')} without a full date")
    if coverage.left_out_later:
        left.append(f"{figures.count(coverage.left_out_later, 'page')} published later")
    return f" Left out: {' and '.join(left)}." if left else ""
