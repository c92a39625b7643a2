"""The brief as PDF, where the extra `pdf` is installed."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NoReturn

from trendechos.presentation import packaged

_RULE = re.compile(r"^(svg [^{}]+)\{([^{}]*)\}", re.MULTILINE)
_COLOUR = re.compile(r"--([a-z]+): (#[0-9a-f]+)")
_USED = re.compile(r"var\(--([a-z]+)\)")


def pdf(page: str) -> bytes:
    """The self-contained page of a brief as PDF; nothing is fetched. Raises ImportError without the extra."""
    from weasyprint import HTML  # noqa: PLC0415  an optional extra, slow to load

    document: Any = HTML(string=with_drawings(page), url_fetcher=_refuse)
    data: bytes = document.write_pdf(pdf_tags=True)
    return data


def with_drawings(page: str) -> str:
    """The page with the style of drawings inside each: WeasyPrint gives a drawing none of the page's own."""
    return re.sub(r"(<svg\b[^>]*>)", lambda found: found[1] + _drawn(), page)


@cache
def _drawn() -> str:
    """The rules of brief.css for what is in a drawing, with the colours of print in place."""
    style = packaged.text("brief.css")
    plain, _, printed = style.partition("@media print")
    # Later ones win: first the light colours, then those of print.
    colours = dict(_COLOUR.findall(plain.partition("@media")[0])) | dict(_COLOUR.findall(printed))
    rules = ["text { font-family: sans-serif }"]
    for names, body in _RULE.findall(plain):
        inside = [name.strip().removeprefix("svg ") for name in names.split(",") if name.strip()[:4] == "svg "]
        lines = [line.strip() for line in body.split(";") if line.strip()]
        if any(line.startswith("paint-order") for line in lines):
            # Without paint-order the halo of a label would lie over its letters.
            lines = [line for line in lines if not line.startswith(("paint-order", "stroke"))]
        told = "; ".join(_USED.sub(lambda used: colours.get(used[1], "#000"), line) for line in lines)
        if inside and told:
            rules.append(f"{', '.join(inside)} {{ {told} }}")
    return f"<style>{' '.join(rules)}</style>"


def _refuse(address: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"nothing is fetched for a PDF: {address}")
