import pytest
from tests.build import speaker
from tests.claims.parsed import tree

from trendechos.claims.basis import basis


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Satellite images show trenches near the port, the ministry said.", "imagery"),
        ("Citing intelligence, the president said troops had crossed.", "intelligence"),
        ("The general cited intercepted calls.", "intercept"),
        ("According to witnesses the bridge was hit.", "eyewitness"),
        ("According to court documents he fled.", "document"),
        ("The minister said the bridge was hit.", "none_given"),
        ("The minister praised the intelligence service.", "none_given"),
    ],
)
def test_names_the_ground_that_the_speaker_gives(text: str, ground: str) -> None:
    assert basis(tree(text), speaker("Ama Mensah"), ()) == ground


def test_relayed_words_rest_on_anothers_report() -> None:
    agency = speaker("Yonhap", kind="outlet")
    assert basis(tree("The minister said so."), speaker("Ama Mensah"), (agency,)) == "report_of_another"
