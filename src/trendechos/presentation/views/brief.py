"""The brief as a page, and as the files that can be taken away."""

from __future__ import annotations

from trendechos.presentation.render.markdown import markdown
from trendechos.presentation.render.numbering import numbering
from trendechos.presentation.render.page import Page, html
from trendechos.presentation.views.sheet import Scene, Sheet
from trendechos.presentation.views.situation import days
from trendechos.presentation.wording.inert import inert
from trendechos.records.codec import Json


def document(scene: Scene) -> Json:
    """Sections and evidence of the brief, with the same numbers as in its other forms."""
    sheet = Sheet(Page(scene.brief, scene.index, numbering(scene.brief)))
    return {
        "kind": "brief",
        "title": inert(scene.brief.title),
        **days(scene),
        "sections": sheet.sections(),
        "evidence": sheet.evidence(),
    }


def files(scene: Scene) -> list[tuple[str, str, Json]]:
    """The brief as one self-contained page and as Markdown."""
    index = scene.index
    page = html(scene.brief, index.situation, index.evidence)
    text = markdown(scene.brief, index.situation, index.evidence)
    return [("file", "brief.html", {"text": page}), ("file", "brief.md", {"text": text})]
