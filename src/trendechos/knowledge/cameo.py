"""CAMEO 1.1b3: codes as strings, labels, both Goldstein tables, quad classes and the way to PLOVER 2.0.

Sources: the CAMEO manual, GDELT's and ICEWS's Goldstein tables. Where PLOVER's own conversion file is older
than its manual, `local` is set and data/codes/decisions.tsv gives the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from trendechos.knowledge.tables import rows


@dataclass(frozen=True, slots=True)
class Code:
    """One CAMEO code; a Goldstein value is None where the table has none, `plover` for roots 01 and 02."""

    code: str
    label: str
    goldstein_gdelt: float | None
    goldstein_icews: float | None
    plover: str | None
    mode: str | None
    contexts: tuple[str, ...]
    local: bool

    @property
    def root(self) -> str:
        """The two-digit root."""
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class Root:
    """One CAMEO root: quad class by GDELT and Phoenix (they differ), GDELT's Goldstein value, PLOVER type."""

    root: str
    name: str
    quad_gdelt: int
    quad_phoenix: int
    goldstein: float
    plover: str | None


@cache
def codes() -> MappingProxyType[str, Code]:
    """Every code of three or four digits, by the code.

    >>> codes()["016"].goldstein_gdelt, codes()["016"].goldstein_icews, codes()["154"].plover
    (-2.0, -5.0, 'MOBILIZE')
    """
    found = {}
    for code, label, gdelt, icews, plover, mode, contexts, decision in rows("codes/cameo", 8):
        found[code] = Code(
            code, label, _number(gdelt), _number(icews), plover or None, mode or None,
            tuple(contexts.split(";")) if contexts else (), decision == "local",
        )  # fmt: skip
    return MappingProxyType(found)


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


@cache
def roots() -> MappingProxyType[str, Root]:
    """The 20 roots, by their two digits.

    >>> roots()["16"].quad_gdelt, roots()["16"].quad_phoenix
    (4, 3)
    """
    found = {}
    for root, name, gdelt, phoenix, goldstein, plover in rows("codes/cameo_roots", 6):
        found[root] = Root(root, name, int(gdelt), int(phoenix), float(goldstein), plover or None)
    return MappingProxyType(found)


def goldstein(code: str, table: Literal["gdelt", "icews"] = "gdelt") -> float | None:
    """The Goldstein value of a code, of its parent where the table has none, or None for an unknown code.

    >>> goldstein("195"), goldstein("1952"), goldstein("999") is None
    (-10.0, -10.0, True)
    """
    while len(code) > 2:
        found = codes().get(code)
        value = (found.goldstein_gdelt if table == "gdelt" else found.goldstein_icews) if found else None
        if value is not None:
            return value
        code = code[:-1]
    return roots()[code].goldstein if code in roots() else None


def plover(code: str) -> tuple[str | None, str | None, tuple[str, ...]]:
    """The PLOVER type, mode and contexts of a code; a code of two digits gives its root's type alone.

    >>> plover("0871"), plover("010"), plover("15")
    (('RETREAT', 'ceasefire', ('military',)), (None, None, ()), ('MOBILIZE', None, ()))
    """
    found = codes().get(code)
    if found:
        return found.plover, found.mode, found.contexts
    root = roots().get(code[:2])
    return (root.plover if root else None), None, ()
