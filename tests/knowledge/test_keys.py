import pytest

from trendechos.knowledge.keys import acronym, bare, key


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Łódź", "lodz"),
        ("Hay’at Tahrir al-Shām", "hayat tahrir al sham"),
        ("People's Liberation Army", "people liberation army"),
        ("the Center for Defense", "centre for defence"),
        ("AT&T", "at and t"),
        ("", ""),
        ("…", ""),
    ],
)
def test_keys(name, folded):
    assert key(name) == folded


def test_bare_keeps_case():
    assert bare("“The U.S.’s”") == "U.S."


def test_acronyms_need_capitals():
    assert [acronym(name) for name in ("SBU", "U.S.", "us", "Us", "Unicef", "M23", "Kim Jong Un")] == [
        "SBU", "US", None, None, "UNICEF", "M23", None,
    ]  # fmt: skip
