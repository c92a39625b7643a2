from __future__ import annotations

from tests.presentation import scene

from trendechos.presentation import compose
from trendechos.presentation.render.numbering import numbering, run_label, runs


def test_numbers_follow_first_use_and_every_citation_is_used() -> None:
    brief = compose(scene.situation(), scene.evidence())
    numbered = numbering(brief)
    assert numbered.of(brief.sections[1].sentences[0].claim_ids) == (1, 2, 3)
    assert set(numbered.used) == set(range(1, len(brief.citations) + 1))


def test_neighbours_are_joined() -> None:
    assert [run_label(run) for run in runs([1, 2, 3, 5, 6, 9])] == ["1–3", "5, 6", "9"]
    assert runs([]) == []
