"""A brief or a record as text: page, Markdown, JSON-ready dicts, GeoJSON, terminal."""

from trendechos.presentation.render.documents import claim, document, origin, reading
from trendechos.presentation.render.markdown import markdown
from trendechos.presentation.render.page import html
from trendechos.presentation.render.places import geojson
from trendechos.presentation.render.terminal import (
    CLAIM_COLUMNS,
    ORIGIN_COLUMNS,
    READING_COLUMNS,
    listing,
    summary,
    table,
)

__all__ = [
    "CLAIM_COLUMNS",
    "ORIGIN_COLUMNS",
    "READING_COLUMNS",
    "claim",
    "document",
    "geojson",
    "html",
    "listing",
    "markdown",
    "origin",
    "reading",
    "summary",
    "table",
]
