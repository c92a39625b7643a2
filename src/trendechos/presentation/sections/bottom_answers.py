"""Lines of the bottom line on statements, denials, silence and what is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from trendechos.languages.en.stances import NO_COMMENT
from trendechos.presentation.index import Index
from trendechos.presentation.sections import common
from trendechos.presentation.sections.values import is_voice, values, voice
from trendechos.presentation.wording import dates, figures, parties
from trendechos.presentation.wording.parts import Part, Phrase, given, joined, note, plain, say
from trendechos.records import TOLLS, BriefSentence, Origin, Proposition, Stance, StanceKind

_VERBS: dict[StanceKind, str] = {
    "supports": "said so",
    "partly_supports": "said that it may be so",
    "contradicts": "said otherwise",
    "doubts": "doubted it",
    "denies": "denied it",
    "noncommittal": "left it open",
}
# Answers by which a matter is disputed; whoever leaves it open disputes nothing.
_OTHERWISE = common.AGAINST - {"noncommittal"}
_NO_COMMENT = re.compile(NO_COMMENT, re.IGNORECASE)
NAMED = 3
# A matter on fewer of the pages than this is a detail of a wide collection, not its bottom line.
LEADING_SHARE = 0.05
# Unless so many pages carry it, or all that there are.
_PAGES = 2
# So few pages are read together: what one voice says on them is worth a line.
FEW_PAGES = 20
# Below the leading figure a reader wants to know whether they fight and what it cost, then the rest.
_FIRST = ("combat", "casualties", "capture", "deployment")


def chosen(index: Index, lead: Proposition | None) -> list[Proposition]:
    """The questions of fact worth a line: the leading matter first, then what several voices answer."""
    asked = [
        one
        for one in index.situation.propositions
        if one.kind == "statement" and one.counts is None and _worth(index, one) and not _is_told(one, lead)
    ]
    return sorted(asked, key=lambda one: _rank(one, lead))


def _is_told(proposition: Proposition, lead: Proposition | None) -> bool:
    """True where the leading toll says it: that people of nobody's in particular were killed or hurt."""
    toll = lead is not None and lead.counts in TOLLS
    return toll and proposition.type == "casualties" and not (proposition.parties or is_disputed(proposition))


def is_wide(index: Index, proposition: Proposition) -> bool:
    """True where several voices or pages speak to it: one page alone sets the matter of no collection."""
    pages = index.situation.coverage.reports
    least = max(min(_PAGES, pages), LEADING_SHARE * pages)
    return proposition.voices_count > 1 or proposition.pages_count >= least


def is_disputed(proposition: Proposition) -> bool:
    """True where somebody says so and another says otherwise."""
    return proposition.origins_count > 0 and any(one.stance in _OTHERWISE for one in proposition.stances)


def _worth(index: Index, proposition: Proposition) -> bool:
    """True when a voice says so, and it is disputed, or several speak to it or it is between parties."""
    positive = index.known(one.origin_id for one in proposition.stances if one.stance in _FOR)
    if not any(is_voice(origin) or origin.speaker.kind == "unnamed" for origin in positive):
        return index.situation.coverage.reports == 1 and bool(proposition.parties and positive)
    if is_disputed(proposition):
        return proposition.pages_count >= LEADING_SHARE * index.situation.coverage.reports
    few = index.situation.coverage.reports <= FEW_PAGES
    several = bool(proposition.parties) or proposition.voices_count > 1 or few
    return several and is_wide(index, proposition)


_FOR: frozenset[StanceKind] = frozenset({"supports", "partly_supports"})


def _rank(proposition: Proposition, lead: Proposition | None) -> tuple[bool, bool, bool, int, int, int]:
    # A toll is of nobody's: there the place alone makes it the leading matter.
    same = lead is not None and (not lead.parties or bool(set(lead.parties) & set(proposition.parties)))
    here = same and lead is not None and proposition.scope == lead.scope
    order = _FIRST.index(proposition.type) if proposition.type in _FIRST else len(_FIRST)
    ordered = here and lead is not None and bool(lead.parties)
    # What is disputed stands behind the leading matter alone.
    beside = not (here or is_disputed(proposition))
    rank = order if ordered else 0
    return not here, beside, not same, rank, -proposition.voices_count, -proposition.pages_count


def statements(index: Index, lead: Proposition | None, shown: Sequence[Proposition]) -> list[BriefSentence]:
    """One line a question of fact: who said so, and who else said otherwise than those with own lines."""
    own = _concerned(lead, shown)
    return [line for one in shown if (line := _statement(index, one, own)) is not None]


def _concerned(lead: Proposition | None, shown: Sequence[Proposition]) -> frozenset[str]:
    """The parties that the leading matters concern, whose answers have lines of their own."""
    matter = [*([lead] if lead is not None else []), *shown[:2]]
    return frozenset(party for one in matter for party in one.concerned)


def _statement(index: Index, proposition: Proposition, own: frozenset[str]) -> BriefSentence | None:
    clauses: list[Phrase] = []
    used: list[Origin] = []
    spoken: set[str] = set()
    for stance, verb in _VERBS.items():
        ids = [one.origin_id for one in proposition.stances if one.stance == stance and _stands(one)]
        origins = [
            one for one in _one_a_voice(index.known(ids)) if _is_named(index, one) and _name(one) not in spoken
        ]
        if stance in common.AGAINST:
            origins = [one for one in origins if one.party not in own]
        if not origins:
            continue
        spoken |= {_name(one) for one in origins}
        most = NAMED if stance == "supports" else NAMED - 1
        phrases: list[Phrase] = [index.tagged(origin) for origin in origins[:most]]
        if len(origins) > most:
            phrases.append((figures.count(len(origins) - most, "other"),))
        pages = (", on ", *index.pages(*index.known(ids))) if stance == "supports" else ()
        clauses.append((*joined(phrases), f" {verb}", *pages))
        used += origins[:most]
    if not clauses:
        return None
    body = joined(clauses, last="; ", between="; ")
    parts: list[Part] = [given(proposition.text.rstrip(". ")), ": ", *body, "."]
    if proposition.voices_count > 1:
        many = figures.small(proposition.voices_count).capitalize()
        parts.append(f" {many} voices; {common.independence(proposition)}.")
    return say(*parts, claims=index.cites(*used))


def _name(origin: Origin) -> str:
    return origin.speaker.canonical or origin.origin_id


def _is_named(index: Index, origin: Origin) -> bool:
    """True for a speaker to put into a line; a page alone speaks only where there is no other page."""
    kind = origin.speaker.kind
    return kind not in ("none", "outlet") or (kind == "none" and index.situation.coverage.reports == 1)


def _stands(stance: Stance) -> bool:
    """False for an answer that its speaker later replaced, and for a doubt from before the matter arose."""
    before = stance.earlier and stance.stance != "denies"
    return not (stance.stance in common.AGAINST and (before or stance.superseded_by))


def _one_a_voice(origins: Iterable[Origin]) -> list[Origin]:
    """The origin on most pages for each voice, largest first."""
    best: dict[str, Origin] = {}
    for origin in sorted(origins, key=lambda one: (-len(one.reports), one.origin_id)):
        best.setdefault(voice(origin), origin)
    return list(best.values())


def denials(index: Index, lead: Proposition | None, shown: Sequence[Proposition]) -> list[BriefSentence]:
    """One line for each party that the leading matter concerns and that denies or does not answer.

    Its most widely carried answer and its latest one, in the words of the pages.
    """
    concerned = _concerned(lead, shown)
    asked = [*([lead] if lead is not None else []), *shown]
    answered = {stance.origin_id for one in asked for stance in one.stances if stance.stance in common.AGAINST}
    by_party: dict[str, list[Origin]] = {}
    for origin in index.situation.origins:
        party = origin.party or origin.speaker.party
        against = origin.origin_id in answered or _denies(index, origin)
        if party in concerned and against and _says_on_what(index, origin):
            by_party.setdefault(party or "", []).append(origin)
    since = _first_day(index, lead)
    ranked = sorted(by_party.items(), key=lambda one: (-max(len(origin.reports) for origin in one[1]), one[0]))
    return [_answers(index, code, origins, since) for code, origins in ranked]


def _denies(index: Index, origin: Origin) -> bool:
    """True for a denial in so many words, on whatever matter of the party; not for every "not"."""
    claim = index.claim(origin)
    return origin.polarity == "denied" and bool(claim and claim.cue and claim.cue.kind == "deny")


def _says_on_what(index: Index, origin: Origin) -> bool:
    """True for somebody's answer that holds what it is about ("declined to comment": on what?)."""
    if origin.speaker.kind == "none" or not index.cites(origin):
        return False
    return not _NO_COMMENT.search(index.answer(origin).text)


def _answers(index: Index, code: str, origins: list[Origin], since: str | None) -> BriefSentence:
    widest = min(origins, key=lambda origin: (-len(origin.reports), origin.origin_id))
    others = [one for one in origins if one.origin_id != widest.origin_id]
    # A later answer of another kind tells most; then the latest of all.
    others.sort(key=lambda one: (one.polarity == widest.polarity, _late(one), one.origin_id))
    pair = sorted([widest, *others[:1]], key=lambda one: one.said_when.first if one.said_when else "9999")
    label = index.party(code) or code
    listed = joined([_denial(index, origin, since, label) for origin in pair], last="; ")
    # Where the party itself answers first, its name is not said twice.
    head = ", " if _is_itself(index.bare(pair[0]), label) else ": "
    return say(given(label), head, *listed, ".", claims=index.cites(*pair))


def _late(origin: Origin) -> str:
    first = origin.said_when.first if origin.said_when else ""
    return "".join(chr(0x10FFFF - ord(letter)) for letter in first) or "\U0010ffff"


def _denial(index: Index, origin: Origin, since: str | None, label: str) -> Phrase:
    said = origin.said_when.day if origin.said_when else None
    before = ", before these figures" if since and said and said < since else ""
    when = f", {index.day(origin)}{before}" if origin.said_when else ", no day given"
    who = index.bare(origin)
    answer = index.answer(origin)
    if origin.speaker.kind == "unnamed" and plain(who).split(" (")[0] in answer.text:
        return (f"an unnamed speaker{when}: ", answer)
    if _is_itself(who, label):
        return (f"{when.removeprefix(', ')}: ", answer)
    return (*who, f"{when}: ", answer)


def _is_itself(who: Phrase, label: str) -> bool:
    """True where a party speaks as a whole, so that speaker and party are one name."""
    return plain(who).removeprefix("the ") == label.removeprefix("the ")


def _first_day(index: Index, lead: Proposition | None) -> str | None:
    if lead is None:
        return None
    days = [value.origin.said_when.day for value in values(index, lead) if value.origin.said_when]
    return min((one for one in days if one), default=None)


def silence(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    """From whom no reply to the leading figures is held; nothing where none of them is heard at all."""
    heard = {origin.party for origin in index.situation.origins}
    if lead is None or not lead.not_heard or not set(lead.not_heard) & heard:
        return []
    earlier = dict(lead.heard_before)
    names = [parties.named(index.party(code) or code) for code in lead.not_heard]
    before = [
        (*parties.named(index.party(code) or code), f" ({dates.day(day, index.year)})")
        for code, day in earlier.items()
    ]
    tail: Phrase = ("; heard only before them: ", *joined(before)) if before else ()
    shown = [value for value in values(index, lead) if value.bounds[:2] != (None, None)]
    what = "this figure" if len(shown) == 1 else "these figures"
    return [note("We hold no reply from ", *joined(names, last=" or "), f" to {what}", *tail, ".")]


def unknown(index: Index, lead: Proposition | None) -> list[BriefSentence]:
    """What is not known on the leading question, and how many pages were left out."""
    out = _left_out(index)
    known = [value for value in values(index, lead) if is_voice(value.origin)] if lead is not None else []
    origins = [value.origin for value in known]
    bare = [origin for origin in origins if origin.basis == "none_given"]
    open_points: list[Phrase] = []
    if bare and len(bare) == len(origins):
        many = "these figures were" if len(origins) > 1 else "the figure was"
        open_points.append((f"how {many} obtained (no page says)",))
    elif bare:
        names = [_whose(index, origin, bare) for origin in _one_a_voice(bare)[:NAMED]]
        several = len(names) > 1 or len(bare) > 1
        open_points.append(("how ", *joined(names), " obtained ", "these figures" if several else "the figure"))
    if lead is not None and lead.independence == "not_established" and len(origins) > 1:
        open_points.append(("whether any two of them rest on separate evidence",))
    if not open_points:
        return [note(out.strip())] if out else []
    listed = joined(open_points, last="; ", between="; ")
    return [say("Not known: ", *listed, f".{out}", claims=index.cites(*origins))]


def _whose(index: Index, origin: Origin, every: Sequence[Origin]) -> Phrase:
    """The speaker, or the party where several of its people gave figures."""
    same = [one for one in every if voice(one) == voice(origin)]
    label = index.party(origin.party)
    return parties.named(label) if len(same) > 1 and label else index.who(origin)


def _left_out(index: Index) -> str:
    coverage = index.situation.coverage
    left = []
    if coverage.left_out_undated:
        left.append(f"{figures.count(coverage.left_out_undated, 'page')} without a full date")
    if coverage.left_out_later:
        left.append(f"{figures.count(coverage.left_out_later, 'page')} published later")
    return f" Left out: {' and '.join(left)}." if left else ""
