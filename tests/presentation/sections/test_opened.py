"""What most pages open with leads, with whom they name for it and how many name nobody."""

from __future__ import annotations

from tests.build import claim, evidence, origin, report, speaker

from trendechos.presentation.index import Index
from trendechos.presentation.sections import bottom_line
from trendechos.records import Speaker
from trendechos.situation import assess

NOBODY = Speaker("", "", "none", None, None)


def first_line(*speakers: Speaker) -> str:
    pages = [
        report("A ferry with tourists sank off Lake Orta.", outlet=f"Paper {at}") for at in range(len(speakers))
    ]
    claims = [claim(page.text.rstrip("."), who, page) for page, who in zip(pages, speakers, strict=True)]
    held = evidence(tuple(pages), tuple(claims), *(origin(one) for one in claims))
    index = Index(assess(held, as_of="2024-11-05"), held)
    return bottom_line.build(index).sentences[0].text


def test_who_says_it_and_who_names_nobody_is_counted() -> None:
    told = "“A ferry with tourists sank off Lake Orta”: so or in other words on three of three pages"
    assert first_line(NOBODY, NOBODY, NOBODY) == f"{told}; none names a source."
    mixed = first_line(speaker("Ada Kuhn"), NOBODY, NOBODY)
    assert mixed == f"{told}; by Ada Kuhn; two name no source."
    assert first_line(*(speaker(name) for name in ("Ada Kuhn", "Ben Oyo", "Cleo Day"))).startswith(
        f"{told}; by "
    )
