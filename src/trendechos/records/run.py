"""One pass of the stages over an input."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """One pass of the stages: when, over how many reports, how many were new, how it ended."""

    run_id: str
    started_at: str
    ended_at: str | None
    reports: int
    new_reports: int
    sentences: int
    new_sentences: int
    status: str
