"""Pairs of claims to echoes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from trendechos.echoes.features import findings
from trendechos.echoes.keys import keys, keys_of
from trendechos.echoes.nearby import nearby
from trendechos.echoes.profile import Profile, profile
from trendechos.records import Claim, Echo, Report
from trendechos.records.echo import EchoKind

# Below this a pair is no echo. Well under the mean that joins clusters, so that the mean alone decides.
LINK = 0.30


def pairs(
    claims: Iterable[Claim], *, reports: Mapping[str, Report] | None = None
) -> Iterator[tuple[Claim, Claim]]:
    """All pairs of claims that share a key, each once, lower id first; in order of ids without `reports`.

    With the `reports` by id, pairs whose days forbid a link are left out: far fewer where claims are many.
    """
    held = {claim.claim_id: claim for claim in claims}
    ordered = [held[claim_id] for claim_id in sorted(held)]
    if reports is not None:
        profiles = [profile(claim, reports.get(claim.report_id)) for claim in ordered]
        for left, right in nearby(profiles, (keys_of(made) for made in profiles)):
            yield from ((ordered[a], ordered[b]) for a, b in zip(left.tolist(), right.tolist(), strict=True))
        return
    shelves: dict[str, list[int]] = {}
    found = [keys(claim) for claim in ordered]
    for at, some in enumerate(found):
        for key in some:
            shelves.setdefault(key, []).append(at)
    for at, some in enumerate(found):
        for other in sorted({other for key in some for other in shelves[key] if other > at}):
            yield ordered[at], ordered[other]


def compare(
    pairs: Iterable[tuple[Claim, Claim]], *, reports: Mapping[str, Report] | None = None
) -> Iterator[Echo]:
    """The pairs that repeat one statement, with the features that say so; none for a pair that one forbids.

    `reports` by id lend each claim its page's date and outlet; without them both count as unknown.
    """
    held: dict[str, Profile] = {}
    for pair in pairs:
        for claim in pair:
            if claim.claim_id not in held:
                held[claim.claim_id] = profile(claim, (reports or {}).get(claim.report_id))
        left, right = sorted((held[claim.claim_id] for claim in pair), key=lambda side: side.claim.claim_id)
        echo = weigh(left, right)
        if echo is not None and echo.similarity >= LINK:
            yield echo


def weigh(left: Profile, right: Profile) -> Echo | None:
    """The echo of two profiles whatever its similarity, or None when a feature forbids it."""
    found = findings(left, right)
    if found is None:
        return None
    similarity = round(sum(feature.weight * feature.agreement for feature in found), 4)
    return Echo(
        left.claim.claim_id, right.claim.claim_id, _kind(left, right, found[6].agreement), similarity, found
    )


def _kind(left: Profile, right: Profile, wording: float) -> EchoKind:
    a, b = left.claim, right.claim
    if a.report_id == b.report_id and a.version_id != b.version_id:
        return "version"
    return "copy" if wording >= 0.6 else "echo"
