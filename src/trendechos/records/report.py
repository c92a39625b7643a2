"""One published item, frozen as received."""

from __future__ import annotations

from dataclasses import dataclass, field

from trendechos.records.moment import Moment


@dataclass(frozen=True, slots=True)
class Report:
    """One published item, frozen as received.

    `report_id` is the id or address under which it was given, else a hash of its content; two
    versions of one page share it and differ in `version_id`, the hash of outlet, date, title and text.
    `extra` keeps unknown input keys as (key, JSON text).
    """

    report_id: str
    version_id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    byline: str | None = None
    credit: str | None = None
    published: Moment | None = None
    retrieved: Moment | None = None
    text_kind: str | None = None
    extra: tuple[tuple[str, str], ...] = field(default=())

    @property
    def restated(self) -> bool:
        """True when the words are not the outlet's own, so that nothing may stand in quotation marks."""
        return (self.text_kind or "").startswith("restatement")

    @property
    def published_on(self) -> str | None:
        """The day of publication, or None when undated or dated only to the month or year."""
        return self.published.day if self.published else None

    def words(self, field_name: str) -> str:
        """The frozen string that spans of `field_name` (`text` or `title`) count in."""
        return self.text if field_name == "text" else (self.title or "")
