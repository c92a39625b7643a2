"""How pages credit agencies for words and others for pictures, as words and patterns."""

from __future__ import annotations

import re
from functools import cache

# What is credited beside words: a credit for one of these says nothing of where the words come from.
PICTURES = (
    "video", "videos", "footage", "photo", "photos", "photograph", "photographs", "photography", "picture",
    "pictures", "image", "images", "graphic", "graphics", "illustration", "map", "audio", "cover", "screenshot",
)  # fmt: skip
# What may stand before a picture's name: "Featured image: ...", "File photo: ...".
_BEFORE = "(?:(?:featured|file|lead|main|top|cover|header|archive|aerial|satellite) )?"
# A whole line that credits a picture: "(Video credit: A News)", "Photo by A. Name/Agency".
_PICTURE_LINE = (
    r"[(\[]?\s*{before}(?P<what>{what})\s*"
    r"(?:(?:credits?|courtesy|source)\s*(?::|of\b|by\b)?|(?:by|via|from)\b|:)"
    r"\s*:?\s*(?P<name>[^\s()\[\]][^()\[\]\n]{{1,100}}?)\s*[)\]]?\.?"
)
# How the name in it looks; "Pictures from the scene show damage" and "Map: how it rose" are no credits.
_NAME = r"(?:the )?[A-Z@][\w.&'’-]*(?:[ /,;]+(?:[A-Z@0-9&][\w.&'’-]*|of|the|for|and|via|de|van|von|al))*"
# Lines that name an agency for words; `%A%` stands for one agency or more, as groups `name`.
# A dateline: "KYIV, Nov 4 (Reuters) -", "(AP) —", "PARIS (AFP):".
DATELINES = (r"[^\n()]{0,60}?\(%A%\)\s*(?:[-\u2013\u2014:]|\n)",)
# A byline as the text has it: "By Ada Writer, Associated Press", "By Reuters", "Reuters staff", "AFP - Paris".
BYLINES = (
    r"(?:by|written by|from|via)\s+(?:[^\n,|]{1,60}[,|]\s*)?(?:the\s+)?%A%(?:\s+(?:staff|news|wire|writers?))?",
    r"%A%\s+(?:staff|staff writers?|newsroom|wires?)", r"%A%",
)  # fmt: skip
# The last lines: "(With inputs from PTI)", "Additional reporting by AFP", "Source: Reuters", "— AFP",
# "[Reuters]", "© 2024 The Associated Press", "This story was first published by Reuters.".
LAST_LINES = (
    (
        r"[(\[]?\s*(?:with|additional|includes?)\s+(?:additional\s+)?(?:inputs?|reporting|reports?|material|files)"
        r"\s+(?:from|by|of)\s+(?:the\s+)?(?:news agenc(?:y|ies)\s+)?%A%\s*[)\]]?"
    ),
    r"[(\[]?\s*(?:sources?|credits?|courtesy|agenc(?:y|ies)|via)\s*:?\s*(?:of\s+)?(?:the\s+)?%A%\s*[)\]]?",
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{4}\s*)?(?:by\s+)?(?:the\s+)?%A%(?:[.,\s][^\n]{0,80})?",
    (
        r"(?:this|the)\s+(?:story|article|report)\s+(?:was|is|has been)\s+(?:first\s+|originally\s+)?"
        r"(?:published|provided|produced|written|distributed|supplied|reported)\s+by\s+(?:the\s+)?%A%"
    ),
    r"[-\u2013\u2014]+\s*%A%", r"[(\[]\s*%A%\s*[)\]]", r"%A%",
)  # fmt: skip
# The last words of the last line of prose: "... he said. (AFP)", "... he said. – Reuters".
LAST_WORDS = (r"[.!?\u201d\"']\s*(?:\(%A%\)|\[%A%\]|[-\u2013\u2014]{1,2}\s?%A%)",)


@cache
def picture_line() -> re.Pattern[str]:
    """Matches a whole line that credits a picture, with groups `what` and `name`."""
    return re.compile(_PICTURE_LINE.format(before=_BEFORE, what="|".join(PICTURES)), re.IGNORECASE)


@cache
def names() -> re.Pattern[str]:
    """Matches what may be the name of somebody who is credited."""
    return re.compile(_NAME)


@cache
def _picture_credit() -> re.Pattern[str]:
    words = "|".join(PICTURES)
    return re.compile(rf"[(\[]?\s*{_BEFORE}(?:{words})\b", re.IGNORECASE)


def for_words(credit: str | None) -> str:
    """The parts of a credit that are for words, not for pictures; parts end with semicolons.

    >>> for_words("Reuters; video by A News"), for_words("Photo: AFP"), for_words(None)
    ('Reuters', '', '')
    """
    parts = [part.strip() for part in (credit or "").split(";")]
    return "; ".join(part for part in parts if part and not _picture_credit().match(part))
