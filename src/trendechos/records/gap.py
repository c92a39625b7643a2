"""What was not produced, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """What was not produced, and why: `subject` names the thing (a file and line, a report, a claim)."""

    subject: str
    stage: str
    reason: str
    detail: str = ""

    @property
    def why(self) -> str:
        """The reason with its detail, in one phrase."""
        return f"{self.reason}, {self.detail}" if self.detail else self.reason
