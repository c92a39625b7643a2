"""Text from outside made harmless: no control characters, no turned direction, no links but http(s)."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

# Overrides turn text around for the reader and are shown as what they are; the invisible embeddings
# and isolates could only leak into ours and are dropped. Marks that Arabic and Hebrew need stay.
_OVERRIDES = re.compile("[\u202d\u202e]")
_EMBEDDINGS = re.compile("[\u202a-\u202c\u2066-\u2069\ufeff]")
_HALVES = re.compile("[\ud800-\udfff]")
_ADDRESS_LIMIT = 2000


def inert(text: str) -> str:
    """Text that changes nothing around it: controls become blanks, direction overrides visible.

    >>> inert("a\\u202eb\\x00c")
    'a[U+202E]b c'
    """
    if text.isascii() and text.isprintable():
        return text
    text = _OVERRIDES.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)
    text = _HALVES.sub("\ufffd", _EMBEDDINGS.sub("", text))
    if text.isprintable():
        return text
    return "".join(" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in text)


def address(url: str | None) -> str | None:
    """An address that may become a link, None when it is none or its scheme is not http or https.

    >>> address("https://example.org/a b"), address("javascript:alert(1)"), address(" //x")
    ('https://example.org/a%20b', None, None)
    """
    text = inert(url or "").strip()
    try:
        parts = urlsplit(text)
        named = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not named or len(text) > _ADDRESS_LIMIT:
        return None
    return re.sub(
        r"""[\s<>"'`\\^{|}]""", lambda found: "".join(f"%{byte:02X}" for byte in found.group().encode()), text
    )


def host(url: str | None) -> str:
    """The host of an address that may become a link, "" otherwise.

    >>> host("https://www.example.org/a")
    'example.org'
    """
    safe = address(url)
    return (urlsplit(safe).hostname or "").removeprefix("www.") if safe else ""
