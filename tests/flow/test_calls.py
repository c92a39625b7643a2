"""Who is asked to do something, from words to calls: calls.tsv."""

from __future__ import annotations

from pathlib import Path

from tests.build import report

from trendechos.flow import api


def test_who_is_asked_is_who_should_do_it() -> None:
    wrong = []
    for line in (Path(__file__).parent / "calls.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        to, text = line.split("\t")
        page = report(text, "2025-03-04", title="", outlet="Paper")
        found = api.assess_claims([page], api.find([page]), api.Question()).situation.calls
        if [one.to or "-" for one in found] != ([] if to == "none" else [to]):
            wrong.append((text, [(one.to, one.words) for one in found]))
    assert wrong == []
