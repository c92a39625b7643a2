from __future__ import annotations

import json

from syrupy.assertion import SnapshotAssertion
from tests.presentation import scene

from trendechos.presentation import compose, render


def test_summary_reads_as_before(snapshot: SnapshotAssertion) -> None:
    situation = scene.situation()
    assert render.summary(compose(situation, scene.evidence()), situation) == snapshot


def test_listing_writes_lines_an_array_one_object_or_columns() -> None:
    documents = [{"a": 1, "b": {"c": "x\ny"}}, {"a": None, "b": {}}]
    assert render.listing(documents, "jsonl", ("a",)) == '{"a": 1, "b": {"c": "x\\ny"}}\n{"a": null, "b": {}}\n'
    assert json.loads(render.listing(documents, "json", ("a",))) == documents
    assert json.loads(render.listing(documents[:1], "json", ())) == documents[0]
    assert render.listing(documents, "table", ("a", "b.c")) == "a  b\n1  x y\n\n"


def test_columns_are_cut_and_cannot_move_the_cursor() -> None:
    made = render.table([{"name": "\x1b[31m" + "x" * 100}], ("name",))
    assert "\x1b" not in made
    assert made.splitlines()[1].endswith("x…")
