"""A situation written out: brief, page, Markdown, JSON, map, charts and tables as strings and dicts."""

from trendechos.presentation import render
from trendechos.presentation.composer import compose

__all__ = ["compose", "render"]
