from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from trendechos.presentation.wording.inert import address, host, inert


@given(st.text())
def test_what_comes_out_holds_nothing_that_acts(text: str) -> None:
    made = inert(text)
    assert not [letter for letter in made if unicodedata.category(letter) in ("Cc", "Cs")]
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(made)


@given(st.text())
def test_an_address_is_http_or_nothing_and_holds_no_quote_or_blank(text: str) -> None:
    made = address(text)
    assert made is None or made.startswith(("http://", "https://"))
    assert made is None or not set("\"'<> \n\t") & set(made)


def test_marks_that_arabic_and_hebrew_need_stay() -> None:
    assert inert("\u200fשלום") == "\u200fשלום"


def test_hosts() -> None:
    assert host("https://www.example.org:8080/x") == "example.org"
    assert host("ftp://example.org") == ""
    assert address("https://[bad") is None
