"""The language model's matrix products by NumPy's library, which uses the whole processor.

The library that the model comes with is built for any processor of its kind: 33 thousand million operations
a second against NumPy's 95 on one core of an AMD EPYC (288 columns by 288, 22 November 2026).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import NumpyOps

# Small products take other paths, whose sums differ in the last bit, so that a sentence parsed alone could come
# out otherwise than among others: rows are added until a product of the model's sizes is no longer small.
LEAST_ROWS = 64


class Products(NumpyOps):  # type: ignore[misc]  # thinc gives no types here
    """Arithmetic in which a row's result depends on that row only, however many stand beside it."""

    def gemm(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices, either turned first when asked."""
        rows = x.shape[0]
        if rows >= LEAST_ROWS or trans1 or out is not None:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        padded = np.zeros((LEAST_ROWS, x.shape[1]), x.dtype)
        padded[:rows] = x
        return super().gemm(padded, y, trans2=trans2)[:rows]


def use_products(pipeline: Language) -> None:
    """Lets every layer of a pipeline that works on the processor use `Products`."""
    products = Products(use_blis=False)
    for _, part in pipeline.pipeline:
        model: Any = getattr(part, "model", None)
        for layer in model.walk() if hasattr(model, "walk") else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = products
