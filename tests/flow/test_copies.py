"""A report whose words were read before costs look-ups, and gives what reading it would give."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.build import day, report

from trendechos.batch import Serial
from trendechos.flow.copies import reading_key
from trendechos.flow.read import Reader
from trendechos.flow.run import claims_of
from trendechos.records import Report
from trendechos.records.codec import dumps
from trendechos.settings import Settings
from trendechos.store import open_store

TEXT = (
    "VALDORIA (Reuters) — The defence ministry said on Monday that about 300 soldiers crossed the river.\n\n"
    "“We hold the bridge,” Minister Ada Lorn told the Valdoria Post. She denied that anybody was hurt.\n\n"
    "Officials in Kyiv and Paris said that they could not confirm it."
)
PAGE = report(TEXT, outlet="The Hill", report_id="page-1", version_id="version-1", title="Troops cross river")
# What may differ between two pages that carry one text, and what each difference may change.
CHANGES = (
    {"outlet": "Copy Post"},
    {"outlet": None},
    {"outlet": "Le Monde"},
    {"outlet": "Valdoria Post"},
    {"outlet": "Reuters"},
    {"outlet": "reuters.com"},
    {"outlet": "Yonhap"},
    {"url": "https://example.fr/a"},
    {"byline": "By A. Writer, Reuters"},
    {"credit": "AFP"},
    {"published": day("2023-01-02")},
    {"published": None},
    {"title": "Other title"},
    {"text_kind": "restatement of a page"},
    {"text": TEXT.replace("told the Valdoria Post", "told this independent newspaper")},
    {"text": TEXT.replace("told the Valdoria Post", "told this newspaper"), "outlet": "Copy Post"},
)


def read(folder: Path, *steps: Sequence[Report]) -> list[str]:
    """The claims and gaps of all reports of `steps`, read one step after the other."""
    store = open_store(str(folder / "store.sqlite"))
    reader = Reader(store, Serial(), batch_words=50)
    for step in steps:
        reader.read(step)
    everything = [one for step in steps for one in step]
    with store.view() as view:
        found = [dumps(claim) for claim in view.claims(everything, reader.engine)]
        found += [dumps(gap) for gap in view.gaps(everything, reader.engine)]
        hits, count = view.search("soldiers", limit=1000)
        found.append(f"{count} {sorted(map(str, hits))}")
    store.close()
    return found


def variants() -> list[Report]:
    return [
        replace(PAGE, report_id=f"page-{number}", version_id=f"version-{number}", **change)
        for number, change in enumerate(CHANGES, 2)
    ]


def test_copies_equal_undisturbed_readings(tmp_path: Path) -> None:
    apart = []
    for one in (PAGE, *variants()):
        folder = tmp_path / one.report_id
        folder.mkdir()
        apart += read(folder, [one])[:-1]
    (tmp_path / "together").mkdir()
    together = read(tmp_path / "together", [PAGE], variants())
    assert sorted(together[:-1]) == sorted(apart)


def test_copies_may_come_in_any_order_and_with_their_original(tmp_path: Path) -> None:
    found = []
    for number, steps in enumerate(([[PAGE, *variants()]], [variants()[::-1], [PAGE]])):
        folder = tmp_path / str(number)
        folder.mkdir()
        found.append(sorted(read(folder, *steps)))
    assert found[0] == found[1]


def test_another_outlet_is_no_other_reading() -> None:
    page = replace(PAGE, outlet="Copy Post")
    other = replace(page, report_id="page-9", version_id="version-9", outlet="Other Copy", text_kind="x")
    assert reading_key(page) == reading_key(other)


INPUTS = [one for one in CHANGES if set(one) - {"outlet", "text_kind", "url"}]


@pytest.mark.parametrize("change", INPUTS, ids=str)
def test_what_a_reading_depends_on_is_in_its_key(change: dict[str, object]) -> None:
    assert reading_key(PAGE) != reading_key(replace(PAGE, **change))


def test_copies_are_not_read(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "store.sqlite"))
    reader = Reader(store, _Counting(), batch_words=50)
    page = replace(PAGE, outlet="Copy Post")
    first = reader.read([page])
    copies = [replace(page, report_id=f"copy-{number}", outlet=f"Copy {number}") for number in range(5)]
    tally = reader.read(copies)
    assert (tally.new_reports, tally.new_sentences) == (5, 0)
    assert tally.sentences == 5 * first.sentences
    assert reader.executor.batches == 1
    store.close()


class _Counting(Serial):
    """Counts the batches that are read."""

    def __init__(self) -> None:
        self.batches = 0

    def map(self, function, batches):
        for batch in batches:
            self.batches += 1
            yield function(batch)


def test_two_pages_of_one_outlet_day_and_text_keep_their_claims(tmp_path: Path) -> None:
    text = "The river rose to 300 centimetres, the mayor said on Monday."
    path = tmp_path / "rows.jsonl"
    rows = [{"id": name, "outlet": "Hill Post", "published": "2024-11-04", "text": text} for name in ("a", "b")]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    settings = Settings(store=str(tmp_path / "store.sqlite"), executor="serial")
    claims = claims_of([str(path)], settings).claims
    assert sorted(claim.report_id for claim in claims) == ["a", "b"]
    assert len({claim.claim_id for claim in claims}) == 2
