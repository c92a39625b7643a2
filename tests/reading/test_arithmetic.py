"""Products by another library leave every parse as it was."""

import numpy as np
import pytest
import spacy
from thinc.api import NumpyOps

from trendechos import reading
from trendechos.reading.arithmetic import LEAST_ROWS, Products
from trendechos.reading.parse import EXCLUDED, PACKAGE

TEXTS = [
    "The ministry said on Monday that 40 trucks had crossed the river.",
    "Yes.",
    "Officials in Port Veld, who asked not to be named, denied it; others were not so sure.",
]


@pytest.mark.parametrize("rows", [1, 2, 15, LEAST_ROWS - 1, LEAST_ROWS, 333])
def test_a_row_is_the_same_whatever_stands_beside_it(rows: int) -> None:
    chance = np.random.default_rng(8)
    left = chance.standard_normal((1000, 288), dtype=np.float32)
    right = chance.standard_normal((288, 288), dtype=np.float32)
    products = Products(use_blis=False)
    whole = products.gemm(left, right, trans2=True)
    assert np.array_equal(products.gemm(left[:rows], right, trans2=True), whole[:rows])
    assert np.allclose(whole, NumpyOps().gemm(left, right, trans2=True), atol=1e-3)


def test_parses_equal_those_of_the_model_as_it_comes() -> None:
    stock = spacy.load(PACKAGE, exclude=list(EXCLUDED))
    for text, parsed in zip(TEXTS, reading.Parser().parse(TEXTS), strict=True):
        doc = stock(text)
        assert parsed.tags == tuple(token.tag_ for token in doc)
        assert parsed.lemmas == tuple(token.lemma_ for token in doc)
        assert parsed.deps == tuple(token.dep_ for token in doc)
