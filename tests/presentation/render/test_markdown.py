from __future__ import annotations

import re

from tests.presentation import scene

from trendechos.presentation import compose, render


def markdown(**changes: object) -> str:
    situation, evidence = scene.situation(**changes), scene.evidence()
    return render.markdown(compose(situation, evidence), situation, evidence)


def test_text_from_outside_cannot_become_markup() -> None:
    text = markdown(title="<script>x</script> [a](javascript:b) | *c*\n# d")
    assert text.startswith("# \\<script\\>x\\</script\\> \\[a\\](javascript:b) \\| \\*c\\* \\# d\n")
    assert "\\<b\\>Mirror\\</b\\>" in text


def test_tables_have_as_many_cells_as_their_head() -> None:
    for block in re.findall(r"(?:^\|.*\n)+", markdown(), re.MULTILINE):
        widths = {len(re.split(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(widths) == 1


def test_evidence_numbers_lead_to_the_list() -> None:
    text = markdown()
    linked = {int(found) for found in re.findall(r"\(#e(\d+)\)", text)}
    listed = {int(found) for found in re.findall(r'<a id="e(\d+)">', text)}
    assert linked <= listed
    assert listed == set(range(1, len(listed) + 1))


def test_an_address_that_is_no_link_stays_out() -> None:
    assert "javascript:" not in markdown()
