"""Phrases that put a sentence into history."""

from __future__ import annotations

import re

_WARS = (
    r"the (?:\w+ ){0,2}(?:Cold War|[A-Z]\w+ War|[A-Z]\w+ Revolution|(?:First|Second) World War)"
    r"|World War (?:I{1,2}|One|Two)|independence"
)
# A named war, an age or a count of decades; "last year" is no history.
HISTORY = re.compile(
    rf"\b(?:(?:[Ss]ince|[Aa]fter|[Ff]ollowing|[Dd]uring|[Bb]efore|[Ff]rom) (?:{_WARS})"
    r"|[Ff]or (?:\w+ )?(?:decades|generations|centuries|half a century)"
    rf"|[Ii]n the decades (?:since|after|following)(?: (?:{_WARS}))?"
    r"|(?:[Oo]ver|[Ii]n|[Tt]hrough) the (?:past|last) (?:\w+ )?(?:decades|centuries)"
    r"|[Hh]istorically|[Ii]n recent years|decades ago|(?:[Ss]ince|[Ii]n) the (?:19|18)\d0s)\b"
)
# Every way of saying so holds one of these.
HISTORIC = (
    "War", "Revolution", "independence", "decades", "generations", "centur", "istorically", "recent years",
    "0s",
)  # fmt: skip
