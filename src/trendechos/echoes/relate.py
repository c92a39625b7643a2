"""How far two origins of one question depend on each other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import combinations

from trendechos.echoes import identity, numbers
from trendechos.echoes.sentence import briefing, sentence
from trendechos.knowledge import actors
from trendechos.languages.en.citing import OWN
from trendechos.records import Claim, Independence, Origin, Proposition, Quantity, Reason, Relation, Report
from trendechos.text.normalise import fold, words
from trendechos.text.shingles import shingles

Verdict = tuple[Independence, Reason, str]

# First-hand grounds: somebody looked, listened or asked. Intelligence without more may be another's.
_FIRST_HAND = frozenset(("imagery", "intercept", "captive", "eyewitness"))
# Runs of this many words are hardly ever written twice independently (quotations and copies apart).
_RUN = 8
# More figures in one claim are a table, in which some add up by chance.
_ADDED = 5


@dataclass(frozen=True, slots=True)
class _Voice:
    """An origin with what the tests of dependence read, worked out once."""

    origin: Origin
    parties: frozenset[str]
    names: frozenset[str]
    credits: frozenset[str]
    briefed: str
    runs: Mapping[str, frozenset[str]]
    evidence: frozenset[str]
    owns: bool
    owner: str
    parts: tuple[Quantity, ...]


def relate(
    origins: Iterable[Origin],
    propositions: Iterable[Proposition],
    claims: Mapping[str, Claim],
    reports: Mapping[str, Report],
) -> tuple[Origin, ...]:
    """The same origins with a relation to every other that speaks to a shared proposition, in the order given.

    Dependent when one shares speaker or party with, credits, is briefed by, or repeats the words or
    figures of the other; independent only when both state first-hand evidence of their own; else
    not established.
    """
    held = {origin.origin_id: origin for origin in origins}
    asked = {
        (left, right)
        for proposition in propositions
        for left, right in combinations(sorted({stance.origin_id for stance in proposition.stances}), 2)
        if left in held and right in held
    }
    named = sorted({name for pair in asked for name in pair})
    voices = {name: _voice(held[name], claims, reports) for name in named}
    found: dict[str, list[Relation]] = {}
    for left, right in sorted(asked):
        independence, reason, detail = judge(voices[left], voices[right])
        found.setdefault(left, []).append(Relation(right, independence, reason, detail))
        found.setdefault(right, []).append(Relation(left, independence, reason, detail))
    return tuple(
        replace(origin, relations=tuple(sorted(found.get(name, ()), key=lambda one: one.origin_id)))
        for name, origin in held.items()
    )


def judge(left: _Voice, right: _Voice) -> Verdict:
    """The relation of two voices; the same whichever comes first."""
    for test in (_same_speaker, _same_party, _same_owner, _separate, _credit, _briefing, _wording, _figures):
        verdict = test(left, right)
        if verdict is not None:
            return verdict
    shared = left.parties & right.parties
    if shared:
        return "not_established", "unknown", f"{', '.join(sorted(shared))} is among the speakers of both"
    return "not_established", "unknown", "no page states separate evidence for both"


def _same_speaker(left: _Voice, right: _Voice) -> Verdict | None:
    if left.parties != right.parties:
        return None
    agreement, detail = identity.identity(left.origin.speaker, right.origin.speaker)
    if agreement >= 0.9 and left.origin.speaker.kind not in ("unnamed", "none"):
        return "dependent", "same speaker", detail
    if left.origin.speaker.kind == "unnamed" and agreement >= 0.5 and left.credits & right.credits:
        return (
            "dependent",
            "same speaker",
            f"{detail}, through {', '.join(sorted(left.credits & right.credits))}",
        )
    return None


def _same_party(left: _Voice, right: _Voice) -> Verdict | None:
    # Of a joint statement only part may rest on the shared party: equal sets depend, overlapping ones may.
    if left.parties and left.parties == right.parties:
        return "dependent", "same party", f"both speak for {', '.join(sorted(left.parties))}"
    return None


def _same_owner(left: _Voice, right: _Voice) -> Verdict | None:
    if left.owner and left.owner == right.owner:
        return "dependent", "same party", f"both stand on pages that {left.owner} owns"
    return None


def _separate(left: _Voice, right: _Voice) -> Verdict | None:
    if left.parties & right.parties or not left.parties or not right.parties:
        return None
    if not left.evidence or not right.evidence:
        return None
    # Two parties may look at one commercial picture or hear one witness: one ground alone needs "our own".
    # Further grounds on either side never take independence away, so that one more report cannot.
    if len(left.evidence | right.evidence) == 1 and not (left.owns and right.owns):
        return None
    mine, other = (", ".join(sorted(voice.evidence)) for voice in (left, right))
    return "independent", "separate evidence", f"{left.origin.party}: {mine}; {right.origin.party}: {other}"


def _credit(left: _Voice, right: _Voice) -> Verdict | None:
    for one, two in ((left, right), (right, left)):
        if not one.credits.isdisjoint(two.names):
            named = one.credits & two.names
            return "dependent", "credits it", f"{_name(one)} credits {', '.join(sorted(named))}"
    return None


def _briefing(left: _Voice, right: _Voice) -> Verdict | None:
    for one, two in ((left, right), (right, left)):
        if not one.briefed:
            continue
        told = next(
            (name for name in sorted(two.names) if name and re.search(rf"\b{re.escape(name)}", one.briefed)), ""
        )
        if told:
            return "dependent", "briefed by it", f"{_name(one)} spoke after a briefing by {told}"
    return None


def _wording(left: _Voice, right: _Voice) -> Verdict | None:
    if left.runs.keys().isdisjoint(right.runs):
        return None
    shared = sorted(run for run in left.runs.keys() & right.runs.keys() if left.runs[run] != right.runs[run])
    return ("dependent", "shared wording", f"both have “{shared[0]}”") if shared else None


def _figures(left: _Voice, right: _Voice) -> Verdict | None:
    """A page's own number without a source that equals another origin's, or adds it up, is that origin's."""
    for one, two in ((left, right), (right, left)):
        mine, other = one.origin.quantity, two.origin.quantity
        if one.origin.speaker.kind != "none" or mine is None or other is None:
            continue
        a, b = numbers.value(mine), numbers.value(other)
        if a and b and numbers.same_kind(mine, other) and numbers.same_value(a, b):
            return "dependent", "restates its figures", f"it gives {mine.words} without a source"
        if any(numbers.same_kind(part, other) and numbers.value(part) == b for part in one.parts):
            return "dependent", "sums its figures", f"it adds {other.words} up without a source"
    return None


def _parts(members: Iterable[Claim]) -> tuple[Quantity, ...]:
    """The figures that one claim gives beside their total ("1,500 and 3,000, 4,500 in all")."""
    found: list[Quantity] = []
    for claim in members:
        given = [one for one in claim.quantities if (numbers.value(one) or 0) >= numbers.SMALL]
        for total in given:
            others = [one for one in given if one is not total and numbers.same_kind(one, total)]
            for size in range(2, len(others) + 1 if len(others) <= _ADDED else 0):
                for some in combinations(others, size):
                    if sum(numbers.value(one) or 0 for one in some) == numbers.value(total):
                        found.extend(some)
    return tuple(found)


def _name(voice: _Voice) -> str:
    return voice.origin.speaker.canonical or "the page"


def _voice(origin: Origin, claims: Mapping[str, Claim], reports: Mapping[str, Report]) -> _Voice:
    members = [claims[claim_id] for claim_id in origin.claims if claim_id in claims]
    speakers = (origin.speaker, *origin.co_speakers)
    parties = {speaker.party or _belongs(speaker.name, speaker.kind) for speaker in speakers}
    if not any(parties):
        parties = {origin.party}
    texts = [sentence(claim, reports.get(claim.report_id)) for claim in members]
    return _Voice(
        origin=origin,
        parties=frozenset(party for party in parties if party),
        names=frozenset(fold(speaker.canonical) for speaker in speakers if speaker.canonical),
        credits=frozenset(fold(name) for name in (*origin.via, *origin.cites)),
        briefed=fold(" ".join(filter(None, map(briefing, texts)))),
        runs=_runs(members),
        evidence=frozenset(_own_evidence(claim) for claim in members) - {""},
        owns=any(_own().search(text) for text in texts),
        owner=_owner(origin, reports),
        parts=_parts(members) if origin.speaker.kind == "none" else (),
    )


def _owner(origin: Origin, reports: Mapping[str, Report]) -> str:
    """Who owns the pages that say something in their own voice, where a person noted one owner for all."""
    if origin.speaker.kind not in ("none", "outlet"):
        return ""
    noted = {dict(reports[name].extra).get("outlet_owner", "") for name in origin.reports if name in reports}
    return str(json.loads(noted.pop())) if len(noted) == 1 and noted != {""} else ""


@lru_cache(maxsize=4096)
def _belongs(name: str, kind: str) -> str | None:
    """The party of somebody unnamed whom the words before the last place with a body ("a NATO figure")."""
    before = name.split()[:-1]
    body = actors.find(before[-1]) if kind == "unnamed" and before and before[-1][:1].isupper() else None
    return body.party if body is not None and body.kind != "person" else None


def _runs(members: Iterable[Claim]) -> Mapping[str, frozenset[str]]:
    """The long runs of words of the copies, each with the pages that have it: one page quotes nobody else's."""
    found: dict[str, set[str]] = {}
    for claim in members:
        for run in shingles(words(claim.text), _RUN):
            found.setdefault(run, set()).add(claim.report_id)
    return {run: frozenset(pages) for run, pages in found.items()}


def _own_evidence(claim: Claim) -> str:
    """The first-hand ground that this copy states for a known party, unless it credits somebody on the way."""
    if claim.basis not in _FIRST_HAND or claim.polarity != "asserted" or not claim.speaker.party:
        return ""
    return "" if any(link.kind != "outlet" for link in claim.chain) else claim.basis


@cache
def _own() -> re.Pattern[str]:
    return re.compile("|".join(OWN), re.IGNORECASE)
