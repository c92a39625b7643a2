"""What the situation file says of outlets reaches what is assessed."""

from __future__ import annotations

from collections.abc import Callable

from tests.build import report
from tests.echoes.scene import NOBODY, held, said
from tests.flow.site import FakeClock, Site, article

from trendechos.echoes import relate
from trendechos.echoes.trace import trace
from trendechos.flow.publish import fingerprint
from trendechos.flow.situation_file import OutletNote
from trendechos.flow.watch import Watcher
from trendechos.flow.watch_news import news
from trendechos.flow.watch_outlets import labelled
from trendechos.presentation import exports
from trendechos.records import EchoGroup, Proposition, Report, Stance

Begin = Callable[..., Watcher]


def letter(one: Report, notes: dict[str, OutletNote]) -> str | None:
    return dict(labelled([one], notes)[0].extra).get("reliability")


def test_a_note_is_found_by_name_other_name_and_host() -> None:
    notes = {
        "example post": OutletNote("Holding", "B"),
        "AP": OutletNote("", "A"),
        "weir.example": OutletNote("", "D"),
    }
    assert letter(report("x", outlet="Example  Post"), notes) == '"B"'
    assert letter(report("x", outlet="Associated Press"), notes) == '"A"'
    assert letter(report("x", url="https://www.weir.example/1"), notes) == '"D"'
    assert letter(report("x", outlet="Other"), notes) is None
    assert letter(report("x"), notes) is None


def test_letters_reach_the_export_and_follow_the_file(site: Site, clock: FakeClock, begin: Begin) -> None:
    site.feed([1])
    marks = set()
    for given in ("B", "C", ""):
        more = f'[outlets."Example Post"]\nowner = "Holding"\nreliability = "{given}"\n' if given else ""
        watcher = begin(more=more)
        watcher.once()
        with watcher.reader.store.view() as view:
            found = news(view, "floods", watcher.reader.engine, before=frozenset(), title="Floods")
            marks.add(fingerprint(view, "floods", watcher.reader.engine))
        graded = {row["admiralty_reliability"] for row in exports.rows(found.after.evidence)}
        assert graded == {given or "F"}
    # Pages of the web are made again when a letter changes.
    assert len(marks) == 3


def test_outlets_of_one_owner_depend_on_each_other() -> None:
    claims, reports = held(
        said("Ada is cut off", NOBODY, page="A"), said("Ada has no road left", NOBODY, page="B")
    )
    for owners, expected in (
        ({"A", "B"}, ("dependent", "same party")),
        ({"A"}, ("not_established", "unknown")),
    ):
        noted = {
            key: labelled([one], {one.outlet or "": OutletNote("Holding", "")})[0]
            if (one.outlet or "")[-1:] in owners else one
            for key, one in reports.items()
        }  # fmt: skip
        origins = trace([EchoGroup(name, (name,)) for name in claims], claims, noted)
        stances = tuple(Stance(origin.origin_id, "supports") for origin in origins)
        asked = Proposition("p", "?", "statement", stances, 0, 0, 0, 0, "not_established", "")
        relation = relate(origins, (asked,), claims, noted)[0].relations[0]
        assert (relation.independence, relation.reason) == expected


def test_a_note_on_an_outlet_says_nothing_of_other_pages(site: Site, begin: Begin) -> None:
    site.feed([1, 2])
    site.put("/2", article(2).replace("Example Post", "Weir Weekly"))
    watcher = begin(more='[outlets."Weir Weekly"]\nreliability = "A"\n')
    watcher.once()
    with watcher.reader.store.view() as view:
        found = news(view, "floods", watcher.reader.engine, before=frozenset(), title="Floods")
    letters = {one.title: dict(one.extra).get("reliability") for one in found.after.evidence.reports.values()}
    assert letters == {"Flood report 1": None, "Flood report 2": '"A"'}
