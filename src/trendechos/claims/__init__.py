"""Reading -> Claims: who says what, through whom, how surely, about what."""

from trendechos.claims.attribute import attribute
from trendechos.claims.attribution import Attribution
from trendechos.claims.code import code
from trendechos.claims.find import find
from trendechos.claims.identity import moved, names_itself

__all__ = ["Attribution", "attribute", "code", "find", "moved", "names_itself"]
