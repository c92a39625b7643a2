"""The situation file: what it means, and what is said about each mistake in it."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from trendechos.errors import InvalidInput
from trendechos.flow import situation_file
from trendechos.flow.situation_file import TEMPLATE, load, parse

PATH = Path("River Flood.toml")
GOOD = 'title = "Floods"\n[[sources]]\nurl = "https://a.example/feed"\n'
TEXT = TEMPLATE.read_text(encoding="utf-8")


def mistakes(text: str) -> list[str]:
    return [str(mistake) for mistake in parse(text, PATH)[1]]


def test_the_least_that_is_needed() -> None:
    found, wrong = parse(GOOD, PATH)
    assert wrong == ()
    assert found is not None
    assert (found.situation_id, found.title) == ("river-flood", "Floods")
    assert found.sources[0].kind == "auto"


def test_the_template_is_right_as_it_is_and_with_every_line_in_force() -> None:
    assert mistakes(TEXT) == []
    in_force = re.sub(r"(?m)^# (?=\[|\w+ = )", "", TEXT)
    assert mistakes(in_force) == []
    for kind in (
        "About",
        "WatchedSource",
        "Politeness",
        "OutletNote",
        "AlertRule",
        "Delivery",
        "Newsletter",
        "Feeds",
    ):
        for entry in fields(getattr(situation_file, kind)):
            assert re.search(rf"(?m)^{entry.name} = ", in_force), f"{kind}.{entry.name} is not in the template"


@pytest.mark.parametrize(("text", "line", "words"), [
    ("", 1, "there is no title"),
    ('title = "x"\n', 1, "there is no source"),
    (GOOD + "oops", 4, "not TOML"),
    (GOOD + '[politness]\n', 4, "did you mean 'politeness'?"),
    (GOOD + 'kind = "rss"\n', 4, "kind = 'rss' is not known"),
    (GOOD + '[[sources]]\nkind = "feed"\n', 4, "'url' is missing"),
    (GOOD + '[[sources]]\n\nurl = "ftp://a"\n', 6, "'ftp://a' is not an http or https address"),
    (GOOD + '[[sources]]\nurl = "https://ada:pw@a.example/"\n', 5, "not an http or https address"),
    (GOOD + '[[sources]]\nurl = "https://a.example/feed"\n', 5, "stands twice"),
    (GOOD + '[about]\nterms = "flood"\n', 5, "write terms = [...]"),
    (GOOD + "[about]\nsince = 2024-11-05\nuntil = 2024-11-04\n", 6, "`until` is before `since`"),
    (GOOD + '[about]\nsince = "5.11.2024"\n', 5, "is no day"),
    (GOOD + "[politeness]\n\ndelay_seconds = -1\n", 6, "too small"),
    (GOOD + "[politeness]\nrobots = 1\n", 5, "'robots' is not true or false"),
    (GOOD + '[outlets."Example Post"]\nreliability = "G"\n', 5, "known are A, B"),
    (GOOD + '[outlets]\n"Example Post" = "B"\n', 5, 'write [outlets."Example Post"]'),
    (GOOD + '[feeds]\naddress = "news"\n', 5, "not an http or https address"),
    (GOOD + '[[alerts]]\nrule = "number_movd"\n', 5, "did you mean 'number_moved'?"),
    (GOOD + '[[alerts]]\nrule = "reversal"\nto = ["email"]\n', 6, "smtp_host"),
    (GOOD + 'title = "again"\n', 4, "'title'"),
    ('sources = 3\ntitle = "x"\n', 1, "two brackets"),
    ('id = "Not Good"\n' + GOOD, 1, "the id is not fit"),
])  # fmt: skip
def test_each_mistake_has_its_line_and_a_remedy(text: str, line: int, words: str) -> None:
    found = mistakes(text)
    assert any(one.startswith(f"line {line}: ") and words in one and "; " in one for one in found), found


def test_all_mistakes_come_at_once(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('[[sources]]\nurl = "x"\nkind = "y"\n')
    with pytest.raises(InvalidInput, match="3 mistakes"):
        load(path)
    with pytest.raises(InvalidInput, match="trendechos init"):
        load(tmp_path / "none.toml")
    path.write_bytes(b"title = '\xff'")
    with pytest.raises(InvalidInput, match="UTF-8"):
        load(path)
