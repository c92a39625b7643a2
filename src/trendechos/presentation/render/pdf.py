"""The brief as PDF, where the extra `pdf` is installed."""

from __future__ import annotations

from typing import Any, NoReturn


def pdf(page: str) -> bytes:
    """The self-contained page of a brief as PDF; nothing is fetched. Raises ImportError without the extra."""
    from weasyprint import HTML  # noqa: PLC0415  an optional extra, slow to load

    document: Any = HTML(string=page, url_fetcher=_refuse)
    data: bytes = document.write_pdf(pdf_tags=True)
    return data


def _refuse(address: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"nothing is fetched for a PDF: {address}")
