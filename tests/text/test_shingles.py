"""Runs of words and the choice among their hashes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from trendechos.text.hashing import word_hashes
from trendechos.text.shingles import shingle_hashes, shingles, winnow


def test_shingles_of_a_short_text_are_empty() -> None:
    assert shingles(["only", "two"], 3) == frozenset()


def test_the_order_of_words_matters() -> None:
    one, two = (shingle_hashes(word_hashes(text).hashes, 3) for text in ("he never said", "never he said"))
    assert one[0] != two[0]


@given(arrays.arrays(np.uint64, st.integers(1, 60), elements=st.integers(0, 2**64 - 1)), st.integers(2, 9))
def test_the_smallest_of_every_window_is_chosen(hashes: np.ndarray, window: int) -> None:
    held = hashes.tolist()
    smallest = {min(held[start : start + window]) for start in range(max(1, len(held) - window + 1))}
    assert winnow(hashes, window).tolist() == sorted(smallest)


def test_no_hashes_choose_nothing() -> None:
    assert len(winnow(np.empty(0, np.uint64), 4)) == 0
