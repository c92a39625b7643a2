import pytest
from tests.claims.parsed import clause

from trendechos.claims.assessments import is_assessment


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("The order shows how far the junta depends on its neighbour.", True),
        ("It signals a shift in policy.", True),
        ("The offensive is meant to split the coalition.", True),
        ("The goal of the raid was to free the hostages.", True),
        ("The army is capable of holding the city.", True),
        ("Satellite images show trenches near the port.", False),
        ("The general showed reporters the tunnel.", False),
        ("The army took the city.", False),
    ],
)
def test_tells_judgements_from_events(text: str, judged: bool) -> None:
    assert is_assessment(clause(text)) is judged
