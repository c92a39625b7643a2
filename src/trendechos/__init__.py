"""trendechos: who said what first, who only repeats it, how many independent origins stand behind it.

import trendechos as te

reports = te.load("reports.jsonl")
situation = te.assess(reports, as_of="2024-11-05")
te.write(reports, "out", as_of="2024-11-05")
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

# One batch of sentences is too little to share out among threads, which would mostly wait; work is shared among
# processes instead. NumPy reads this when it is first imported; whoever sets it otherwise is left alone.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

if TYPE_CHECKING:
    from trendechos.flow.api import (
        assess,
        compose,
        find,
        html,
        load,
        load_with_gaps,
        markdown,
        read,
        trace,
        write,
    )  # fmt: skip

__all__ = [
    "assess", "compose", "find", "html", "load", "load_with_gaps", "markdown", "read", "trace", "write",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    # The language tools cost a second to import; `trendechos --help` and the records do without them.
    if name in __all__:
        return getattr(import_module("trendechos.flow.api"), name)
    raise AttributeError(f"module 'trendechos' has no attribute {name!r}")
