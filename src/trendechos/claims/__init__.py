"""Reading -> Claims: who says what, through whom, how surely, about what."""

from trendechos.claims.attribute import attribute
from trendechos.claims.attribution import Attribution

__all__ = ["Attribution", "attribute"]
