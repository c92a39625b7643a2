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
        ("The arrival of foreign troops could strain relations.", True),
        ("This adds complexity to the war.", True),
        ("The deployment raises fears in the capital.", True),
        ("Providing support to the farmers will be essential.", True),
        ("The closure affected 300 families.", False),
        ("The bakery added two ovens.", False),
        ("The soldiers provided food to the villagers.", False),
        ("Satellite images show trenches near the port.", False),
        ("The general showed reporters the tunnel.", False),
        ("The army took the city.", False),
    ],
)
def test_tells_judgements_from_events(text: str, judged: bool) -> None:
    assert is_assessment(clause(text)) is judged
