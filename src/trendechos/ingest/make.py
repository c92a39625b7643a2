"""Reports with their ids, and what is said about the ones that are not read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trendechos.ingest import dates
from trendechos.ingest.decode import clean
from trendechos.ingest.language import identify
from trendechos.records import Gap, Moment, Report
from trendechos.records.codec import content_id

STAGE = "ingest"
# A long book; no news page comes near, and the language model's memory grows with it.
TEXT_LIMIT = 2_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """What one item of the input says about itself, before it is checked."""

    text: str
    report_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    title: str | None = None
    byline: str | None = None
    credit: str | None = None
    retrieved: str | None = None
    text_kind: str | None = None
    extra: tuple[tuple[str, str], ...] = ()


def gap(subject: str, reason: str, detail: str = "") -> Gap:
    """A gap of this stage; subject and detail are cut to a readable length."""
    return Gap(clean(subject)[:500], STAGE, reason, clean(detail)[:500])


def refused(subject: str, error: object) -> Gap:
    """A gap of what was refused with "reason: detail", so that equal reasons are counted together.

    >>> refused("rows.jsonl, line 2", ValueError("not JSON: Expecting value, character 1")).reason
    'not JSON'
    """
    reason, _, detail = str(error).partition(": ")
    return gap(subject, reason, detail)


def reports(
    found: Found, subject: str, *, path: str | None = None, today: str | None = None
) -> Iterator[Report | Gap]:
    """The report of `found` and a gap for each thing wrong with it; only gaps when it holds no usable text.

    `path` identifies a text that comes without anything else; `today` (a day) is what a date is in
    the future of, the day of retrieval where it is None.
    """
    if not found.text.strip():
        yield gap(subject, "no text")
        return
    if len(found.text) > TEXT_LIMIT:
        yield gap(subject, "too large", f"{len(found.text):,} characters, the limit is {TEXT_LIMIT:,}")
        return
    retrieved = dates.parse(found.retrieved) if found.retrieved else None
    if found.retrieved and retrieved is None:
        yield gap(subject, "retrieval date not understood", found.retrieved)
    published, reason = _published(found.published, today or (retrieved.first if retrieved else None))
    if reason:
        yield gap(subject, reason, found.published or "")
    language = identify(found.text, found.language)
    if language not in ("en", None):
        yield gap(subject, "language not read", f"{language}; only English is read so far")
    yield _report(found, path=path, language=language, published=published, retrieved=retrieved)


def _published(value: str | None, today: str | None) -> tuple[Moment | None, str]:
    if not value:
        return None, ""
    moment = dates.parse(value)
    if moment is None:
        return None, "publication date not understood"
    if today and len(today) >= 10 and dates.future(moment, today):
        return None, "publication date in the future"
    return moment, ""


def completed(
    report: Report,
    *,
    title: str | None = None,
    published: str | None = None,
    byline: str | None = None,
    outlet: str | None = None,
    today: str | None = None,
) -> Report:
    """`report` with what it does not say itself, as another source (a feed) says it; never a future date."""
    moment = report.published
    if moment is None and published:
        moment, _ = _published(published, today)
    named, told = report.outlet or outlet, report.title or title
    return replace(
        report,
        title=told,
        outlet=named,
        published=moment,
        byline=report.byline or byline,
        version_id=content_id("version", named, moment.value if moment else None, told, report.text),
    )


def _report(
    found: Found, *, path: str | None, language: str | None, published: Moment | None, retrieved: Moment | None
) -> Report:
    date = published.value if published else None
    content = (found.outlet, date, found.title, found.text)
    return Report(
        report_id=found.report_id or _content_address(found, content, path),
        version_id=content_id("version", *content),
        text=found.text,
        title=found.title,
        url=found.url,
        outlet=found.outlet,
        language=language,
        byline=found.byline,
        credit=found.credit,
        published=published,
        retrieved=retrieved,
        text_kind=found.text_kind,
        extra=found.extra,
    )


def _content_address(found: Found, content: tuple[str | None, ...], path: str | None) -> str:
    if found.url:
        # The same address with another text is a later version, so the text may not enter the id.
        return content_id("report", found.url.split("#")[0])
    if path:
        return content_id("report", path)
    return content_id("report", *content)
