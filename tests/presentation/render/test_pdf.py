"""The brief as PDF: its drawings keep their look, and nothing is fetched."""

from __future__ import annotations

import re

from trendechos.presentation.render.pdf import with_drawings


def test_each_drawing_carries_the_style_of_print() -> None:
    page = with_drawings(
        '<p>a</p><svg class="map" viewBox="0 0 9 9"><path class="land" d="M0 0"/></svg><svg></svg>'
    )
    styles = re.findall(r"<svg[^>]*><style>(.*?)</style>", page)
    assert len(styles) == 2
    assert "var(" not in page
    assert re.search(r"\.land \{ fill: #[0-9a-f]{3,6}; stroke: #[0-9a-f]{3,6}", styles[0])
    assert re.search(r"\.place \{ font-weight: 600 \}", styles[0])
    # A halo would lie over the letters, as there is no paint-order.
    assert "paint-order" not in page
