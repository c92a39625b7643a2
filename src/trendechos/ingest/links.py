"""The addresses that the text of a page links to: what it cites, not its menus."""

from __future__ import annotations

from typing import Any

from trendechos.ingest.feed import address

# An article that links to more is a list of links.
_MOST = 50
# So much of what follows a link tells it from a menu entry of the same words.
_BEHIND = 40
# "Home", "Read more" and the like stand in texts too.
_SHORTEST = 15


def links(tree: Any, text: str, url: str | None) -> tuple[str, ...]:
    """The whole addresses of links in `tree` (lxml) whose words stand in `text`, in order, each once.

    Links to the page itself are left out. A link counts when its words and those behind it are in the
    text, so that menus, lists of other stories and adverts give none.
    """
    held = "".join(text.split())
    found: dict[str, None] = {}
    for link in tree.iter("a"):
        target = address(link.get("href"), url or "")
        if target is None or target == address(url, ""):
            continue
        behind = " ".join((link.tail or "").split())[:_BEHIND]
        words = "".join(link.text_content().split())
        if words and len(words) + len(behind) >= _SHORTEST and words + "".join(behind.split()) in held:
            found.setdefault(target)
        if len(found) == _MOST:
            break
    return tuple(found)
