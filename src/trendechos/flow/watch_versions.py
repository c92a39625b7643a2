"""Versions of a watched page: which one just arrived, and what it says otherwise than the one before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from trendechos.flow.versions import age
from trendechos.records import Claim, Report
from trendechos.records.codec import content_id, to_json
from trendechos.store.watching import Notice

# Two wordings by one speaker that share less than this are two claims. Set by hand on twenty edited
# sentences of our own: a changed figure or hedge stays above 0.8, another statement below 0.5.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report as a version of its page: `fresh` when it was not held, with its neighbours in time."""

    report: Report
    fresh: bool
    before: Report | None = None
    after: Report | None = None


def arrived(report: Report, held: Collection[Report]) -> Arrival:
    """Which version of its page `report` is, given the versions held.

    Words that its neighbours in time do not have make a version, also when the page had them once
    before: a page that returns to an earlier text has three versions. Such a one gets an id of its own,
    which the words and the moment of retrieval make.
    """
    for one in held:
        if _words(one) == _words(report) and one.retrieved == report.retrieved:
            return Arrival(one, fresh=False)
    before = max((one for one in held if age(one) <= age(report)), key=age, default=None)
    after = min((one for one in held if age(one) > age(report)), key=age, default=None)
    for near in (before, after):
        if near and _words(near) == _words(report):
            return Arrival(near, fresh=False)
    if any(_words(one) == _words(report) for one in held):
        when = report.retrieved.value if report.retrieved else None
        report = replace(report, version_id=content_id("version", "again", report.version_id, when))
    return Arrival(report, fresh=True, before=before, after=after)


def _words(report: Report) -> tuple[str | None, ...]:
    """What makes a version: outlet, date, title and text, the headline in the text or not."""
    day = report.published.value if report.published else None
    # Stores of earlier builds hold texts with the headline as first line: that is no edit of the page.
    text = report.text.removeprefix(f"{report.title}\n") if report.title else report.text
    return report.outlet, day, report.title, text.strip()


def edited(situation_id: str, before: Report, after: Report, now: str) -> Notice:
    """The notice that a page has a new version; its claims are compared when both were read."""
    body = {"url": after.url, "before": before.version_id, "after": after.version_id}
    notice_id = content_id("notice", situation_id, "version", after.report_id, now, body)
    return Notice(notice_id, situation_id, now, "version", after.report_id, to_json(body), "unread")


@dataclass(frozen=True, slots=True)
class ClaimsChanged:
    """Claims that a new version adds, drops and words otherwise (before, after)."""

    added: tuple[Claim, ...]
    dropped: tuple[Claim, ...]
    changed: tuple[tuple[Claim, Claim], ...]

    def document(self) -> dict[str, object]:
        """The change as JSON, words and speakers only."""
        return {
            "added": [_shown(claim) for claim in self.added],
            "dropped": [_shown(claim) for claim in self.dropped],
            "changed": [{"before": _shown(old), "after": _shown(new)} for old, new in self.changed],
        }


def claims_changed(before: Sequence[Claim], after: Sequence[Claim]) -> ClaimsChanged:
    """How the claims of two versions differ; a claim is the same with the same speaker and words."""
    olds, news = list(before), list(after)
    for old in before:
        same = next((new for new in news if _key(new) == _key(old)), None)
        if same:
            olds.remove(old)
            news.remove(same)
    pairs = sorted(
        ((Indel.normalized_similarity(old.text, new.text), i, j)
         for i, old in enumerate(olds) for j, new in enumerate(news)
         if old.speaker.canonical == new.speaker.canonical),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )  # fmt: skip
    used_old: set[int] = set()
    used_new: set[int] = set()
    changed = []
    for alike, i, j in pairs:
        if alike >= _ALIKE and i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            changed.append((olds[i], news[j]))
    return ClaimsChanged(
        tuple(new for j, new in enumerate(news) if j not in used_new),
        tuple(old for i, old in enumerate(olds) if i not in used_old),
        tuple(sorted(changed, key=lambda pair: pair[1].span)),
    )


def _key(claim: Claim) -> tuple[str, str, str, str]:
    return claim.speaker.canonical, " ".join(claim.text.split()), claim.certainty, claim.polarity


def _shown(claim: Claim) -> dict[str, object]:
    return {"speaker": claim.speaker.canonical, "text": claim.text, "claim_id": claim.claim_id}
