"""SVG elements as strings, with everything from outside escaped."""

from __future__ import annotations

import re
from functools import cache

from markupsafe import Markup, escape

from trendechos.presentation.wording.inert import inert

Attribute = str | float | int
_MARKUP = re.compile(r"[&<>\"']")


def tag(name: str, *children: str, **attributes: Attribute) -> Markup:
    """One element; `klass` is its class, an underscore in a name stands for a hyphen.

    >>> str(tag("text", "a < b", x=1.0, text_anchor="end", klass="k"))
    '<text x="1" text-anchor="end" class="k">a &lt; b</text>'
    """
    # Plain joining: Markup.format took two thirds of the time of a large situation's drawings.
    pairs = "".join([f' {_kept(key)}="{_text(value)}"' for key, value in attributes.items()])
    inner = "".join([child if isinstance(child, Markup) else _safe(inert(child)) for child in children])
    return Markup(f"<{name}{pairs}>{inner}</{name}>")  # noqa: S704  escaped above; element names are ours


@cache
def _kept(key: str) -> str:
    return {"klass": "class", "viewBox": "viewBox", "preserveAspectRatio": "preserveAspectRatio"}.get(
        key
    ) or key.replace("_", "-")


def _text(value: Attribute) -> str:
    if isinstance(value, str):
        return _safe(value)
    return f"{value:.1f}".removesuffix(".0")


def _safe(text: str) -> str:
    """Text escaped; most has nothing to escape, and asking costs a tenth of escaping."""
    return str(escape(text)) if _MARKUP.search(text) else text
