import pytest
from tests.claims.parsed import clause, trigger

from trendechos.claims import events
from trendechos.knowledge import cameo
from trendechos.languages.en import events as lexicon


@pytest.mark.parametrize(
    ("text", "claim_type", "cameo"),
    [
        ("Chad has sent 2,000 soldiers to the border.", "deployment", "154"),
        ("Some 3,000 of them are now in the province.", "deployment", "154"),
        ("Rebels attacked the base at dawn.", "combat", "190"),
        ("The jets bombed a refinery.", "combat", "195"),
        ("The units have come under fire.", "combat", "190"),
        ("The militia captured the town of Bama.", "combat", "192"),
        ("The rebels took dozens of hostages.", "capture", "181"),
        ("Police arrested eight students.", "capture", "173"),
        ("Rebels killed 40 villagers.", "casualties", "190"),
        ("Floods killed 40 villagers.", "casualties", None),
        ("Twelve people were killed in an earthquake.", "casualties", None),
        ("Wildfires displaced 2,300 residents.", "other", None),
        ("The army withdrew its troops from the valley.", "withdrawal", "0874"),
        ("Japan donated vaccines to Laos.", "aid", "070"),
        ("Brussels imposed sanctions on four generals.", "sanction", "163"),
        ("The two sides signed a treaty.", "agreement", "057"),
        ("The envoys held talks in Doha.", "consultation", "040"),
        ("Teachers staged a protest in the capital.", "protest", "141"),
        ("The envoy condemned the raid.", "statement", "111"),
        ("The pope called for a ceasefire.", "call", "100"),
        ("The junta threatened the press.", "threat", "130"),
    ],
)
def test_names_what_happened(text: str, claim_type: str, cameo: str | None) -> None:
    found = trigger(text)
    assert found is not None
    assert (found.term.claim_type, found.term.cameo) == (claim_type, cameo)


@pytest.mark.parametrize(
    "text",
    [
        "The weather was mild.",
        "The pact is ours to manage.",  # a topic, not an event
        "The team sent 3,000 letters to voters.",
        "Doctors are fighting the outbreak.",
    ],
)
def test_names_nothing_where_nothing_happened(text: str) -> None:
    assert trigger(text) is None


def test_pronouns_and_bare_numbers_take_the_group_named_before() -> None:
    text = "About 900 of them went to Goma."
    soldiers, residents = trigger(text, "PERSONNEL"), trigger(text, "CIVIL")
    assert soldiers is not None
    assert soldiers.term.claim_type == "deployment"
    assert residents is None


def test_a_count_types_a_clause_without_an_event_word() -> None:
    found = events.counted(clause("The total stands near 7,000."), ("share", "killed"))
    assert found is not None
    assert found.term.claim_type == "casualties"
    assert events.counted(clause("The total stands near 7,000."), ("money",)) is None


def test_every_row_of_the_lexicon_has_a_code_of_the_standards() -> None:
    # Rows whose PLOVER 2.0 rule differs from the older mapping of their code (docs/standards, section 1).
    apart = {("0871", "CONCEDE"), ("0831", "RETREAT"), ("175", "COERCE"), ("016", "REJECT")}
    rows = [term for rows in lexicon.terms().values() for term in rows if term.cameo]
    assert {term.cameo for term in rows} <= set(cameo.codes()) | {"010"}
    assert {
        (term.cameo, term.plover) for term in rows if term.plover != cameo.plover(str(term.cameo))[0]
    } <= apart  # fmt: skip
