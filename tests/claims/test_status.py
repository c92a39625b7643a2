import pytest
from tests.claims.parsed import clause

from trendechos.claims import certainty, events, status


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Rebels took the airport.", "done"),
        ("Rebels have taken the airport.", "done"),
        ("Rebels are attacking the airport.", "ongoing"),
        ("Soldiers are in the city.", "ongoing"),
        ("Rebels will attack the airport.", "predicted"),
        ("Brussels will impose sanctions on the junta.", "announced"),
        ("Brussels is considering sanctions on the junta.", "considered"),
        ("Brussels may consider sanctions on the junta.", "considered"),
        ("Brussels is considering a curfew.", "considered"),
        ("The ministry reviewed the records of 17 deaths.", "done"),
        ("The council discussed sending troops to the port.", "considered"),
        ("Brussels may impose sanctions on the junta.", "considered"),
        ("The rebels must leave the city.", "demanded"),
        ("The rebels must have left the city.", "done"),
        ("The photographs must show something.", "done"),
        ("The militia prepares an attack on the port.", "predicted"),
    ],
)
def test_status(text: str, state: str) -> None:
    found = clause(text)
    trigger = events.find(found, "PERSONNEL")
    path = events.path(found, trigger)
    kind = trigger.term.claim_type if trigger else None
    assert status.status(found, path, certainty.soften(found, path), kind) == state
