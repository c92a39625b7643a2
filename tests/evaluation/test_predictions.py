from __future__ import annotations

import json

from evaluation.predictions import LABELS, PASSES, Labels, kappa, measures


def test_agreement_beyond_chance() -> None:
    assert kappa([("a", "a"), ("b", "b")]) == 1.0
    assert kappa([("a", "b"), ("b", "a")]) == -1.0


def test_only_sentences_on_which_both_passes_agree_and_whose_text_is_held_count() -> None:
    one, two, three = ("f", "d", 0, 1), ("f", "d", 2, 3), ("f", "d", 4, 5)
    both = Labels(
        {one: "call", two: "none", three: "none"},
        {one: "call", two: "threat", three: "none"},
        frozenset({one, two}),
    )
    assert both.agreed == {one: "call"}


def test_a_kind_of_another_register_counts_as_found_of_either_only() -> None:
    at = ("f", "d", 0, 1)
    found = {one.name: one.value for one in measures({at: "call"}, {at: {"ahead"}})}
    assert (found["call recall"], found["ahead precision"], found["either recall"]) == (0.0, 0.0, 1.0)


def test_the_labels_hold_no_text_and_both_passes_the_same_sentences() -> None:
    passes = [
        [json.loads(row) for row in (LABELS / f"labels_{name}.jsonl").read_text().splitlines()]
        for name in PASSES
    ]
    keys = {"file", "id", "start", "end", "sentence", "label"}
    assert all(row.keys() == keys for rows in passes for row in rows)
    first, second = ({(row["id"], row["start"]) for row in rows} for rows in passes)
    assert first == second
    assert [row["start"] for row in passes[0]] != [row["start"] for row in passes[1]]
