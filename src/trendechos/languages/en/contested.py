"""English words by which a denial points at what it denies; patterns over lower-cased words."""

from __future__ import annotations

# A denial that names what another said before by its noun.
NO_SUCH = r"\bno such (\w+)"
# A denial without content of its own.
POINTING = (
    r"(?:it|this|that|them|(?:all|both|any) of (?:it|this|them)|"
    r"(?:the|these|those|such|this|that|all|any) (?:\w+ ){0,1}"
    r"(?:claims?|allegations?|accusations?|charges?|reports?|suggestions?|criticism|account|version|statement))"
)
# A "not" that stands beside what is said ("people who did not move").
WITHIN = r"\b(?:who|which|because|although|while|where) (?:[\w'’]+ ){0,3}?(?:not|never)\b"
# What stands before the statement that is denied.
REPORTED = (
    r"^(?:(?:the|any|media|news|earlier)? ?"
    r"(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?) (?:that|of)|that) "
)
# Verbs that say little without their object.
LIGHT: frozenset[str] = frozenset(["use", "have", "make", "take", "do", "give", "get", "want"])
# A denial of what is meant to be done contradicts nothing that is.
PLANS: frozenset[str] = frozenset(["intention", "intend", "plan", "consider"])
