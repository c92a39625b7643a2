"""English words that get lost or change when one page retells another's statement; plain data.

Patterns are searched in text as written, case apart; lemmas and forms are lower-cased.
"""

from __future__ import annotations

# Words that keep a statement to a part of what it could be about ("in several districts", "parts of the town").
PARTLY: tuple[str, ...] = (
    r"\b(?:in|across|at|of) (?:some|several|certain|a few|a number of) (?:[\w-]+ ){0,2}\w+s\b",
    r"\b(?:parts?|some|most|half|many) of (?:the|its|their|his|her)\b",
    r"\b(?:partly|partially|in part|in places|locally)\b",
)
# Words for people whom something reached, without saying how.
TOUCHED: frozenset[str] = frozenset(("affect", "affected", "impact", "impacted", "touch", "touched"))
# Clauses that make a statement hang on something.
CONDITIONS: tuple[str, ...] = (
    r"(?<!as )(?<!even )\b(?:if|unless) [^,.;”\"]+",
    r"\b(?:provided|on condition|on the condition|as long as|in the event)(?: that)? [^,.;”\"]+",
)
