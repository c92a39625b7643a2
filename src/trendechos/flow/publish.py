"""From a situation in the store to the pages that show it: the web looks them up and computes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trendechos import __version__
from trendechos.errors import NotFound
from trendechos.flow import watch_outlets
from trendechos.flow.assess import Assessed, Question, assess
from trendechos.flow.kept import Kept
from trendechos.flow.progress import Progress, silent
from trendechos.flow.seen import seen
from trendechos.presentation import views
from trendechos.records import Corrected, Report
from trendechos.records.codec import Json, content_id
from trendechos.store import Store, View, Writer
from trendechos.store.pages import Known, packed

# "What is new" compares with the day so many days before the last one held.
NEW_DAYS = 7


@dataclass(frozen=True, slots=True)
class Published:
    """What came of publishing one day of a situation."""

    situation_id: str
    as_of: str
    views: int
    claims: int


def register(
    writer: Writer, reports: Iterable[Report], *, title: str, about: str | None, made_at: str, only: bool = True
) -> str:
    """Puts reports into the situation of this title and narrowing, and returns its name.

    With `only` the situation holds exactly these reports afterwards, as a brief does. The reports must
    be in the store.
    """
    situation_id = views.slug(f"{title} {about or ''}")
    writer.pages.add_situation(Known(situation_id, title, about, made_at))
    if only:
        writer.pages.clear_members(situation_id)
    writer.pages.add_members(situation_id, reports)
    return situation_id


def publish(
    store: Store,
    situation_id: str,
    engine: str,
    *,
    as_of: str | None = None,
    kept: Kept | None = None,
    progress: Progress = silent,
) -> Published:
    """Assesses a situation as of a day (by default the latest held) and writes every page of it.

    `kept` is what the last call for this situation found (see `flow.kept`). Raises NotFound when the store
    knows no such situation. Nothing is written when it holds no report.
    """
    with store.view() as view:
        known = known_as(view, situation_id)
        reports = watch_outlets.members(view, situation_id)
        claims = view.claims(reports, engine)
        gaps = view.gaps(reports, engine)
        corrections = view.corrections()
        beside = seen(view, situation_id)
        mark = fingerprint(view, situation_id, engine)
    question = Question(as_of, since(as_of, reports), known.about, known.title)
    assessed = assess(
        reports, claims, question, gaps=gaps, corrections=corrections, seen=beside, kept=kept, progress=progress
    )
    # Packed one by one: a large situation's documents would not fit into memory all at once.
    made = [packed(*one) for one in documents(assessed)]
    made.append(packed("mark", "", {"fingerprint": mark, "layout": views.LAYOUT}))
    with store.writer() as writer:
        writer.pages.put_packed(situation_id, as_of or "", made)
    return Published(situation_id, as_of or "", len(made), len(assessed.evidence.claims))


def documents(assessed: Assessed) -> Iterator[tuple[str, str, Json]]:
    """Every page of an assessment as (kind, key, document)."""
    corrected: dict[str, tuple[Corrected, ...]] = {}
    for one in assessed.corrected:
        corrected[one.claim_id] = (*corrected.get(one.claim_id, ()), one)
    return views.documents(assessed.situation, assessed.evidence, corrected)


def known_as(view: View, situation_id: str) -> Known:
    """The situation of this name; raises NotFound when the store knows none."""
    for known in view.pages.situations():
        if known.situation_id == situation_id:
            return known
    raise NotFound(f"no situation {situation_id!r} in this store")


def fingerprint(view: View, situation_id: str, engine: str) -> str:
    """Changes when anything changes that the pages of a situation rest on."""
    members = view.pages.member_versions(situation_id)
    known = known_as(view, situation_id)
    corrections = [one.correction_id for one in view.corrections()]
    outlets = sorted(map(repr, watch_outlets.noted(view, situation_id).items()))
    gone = [(one.report_id, one.noticed_at, one.returned_at) for one in view.watching.removals(situation_id)]
    said = (known.title, known.about, members, corrections, outlets, gone)
    return content_id("pages", views.LAYOUT, __version__, engine, *said)


def stale(view: View, situation_id: str, engine: str) -> bool:
    """True when the latest pages of a situation are missing or rest on something that has changed."""
    page = view.pages.get(situation_id, "", "mark")
    return page is None or page.document["fingerprint"] != fingerprint(view, situation_id, engine)


def since(as_of: str | None, reports: Sequence[Report]) -> str | None:
    """The day that changes are counted from: a week before the day shown."""
    last = as_of or max((day for one in reports if (day := one.published_on)), default=None)
    try:
        return (date.fromisoformat(last) - timedelta(days=NEW_DAYS)).isoformat() if last else None
    except ValueError:
        return None
