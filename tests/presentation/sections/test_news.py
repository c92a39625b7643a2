"""What moved leads, new facts on the main questions follow, quotes on nothing in particular close."""

from __future__ import annotations

from tests.build import claim, evidence, origin, report, speaker
from tests.presentation import scene

from trendechos.presentation.index import Index
from trendechos.presentation.sections import news
from trendechos.records import Difference


def test_new_facts_on_the_main_questions_stand_before_what_fell_due_and_other_quotes() -> None:
    whole = scene.situation()
    answers = {stance.origin_id for one in whole.propositions for stance in one.stances}
    steps = {origin for one in whole.response for origin in one.origins}
    fact = next(one for one in whole.origins if one.origin_id in answers)
    quote = next(one for one in whole.origins if one.origin_id not in answers | steps)
    changes = (
        Difference("echo_of_old", "said again", fact.origin_id, "2024-06-14"),
        Difference("new_origin", quote.label, quote.origin_id, "2024-06-14"),
        Difference("prediction_due", "it will rain", quote.origin_id, "2024-06-14"),
        Difference("new_origin", fact.label, fact.origin_id, "2024-06-14"),
        Difference("number_moved", "from 3 to 4", quote.origin_id, "2024-06-14"),
    )
    section = news.build(Index(scene.situation(changes=changes, since="2024-06-13"), scene.evidence()))
    _, moved, new, due, other, old = (one.text for one in section.sentences[:6])
    assert moved.startswith("Number moved")
    assert due.startswith("Prediction due")
    assert old.startswith("Old, repeated")
    assert fact.speaker.canonical in new or not fact.speaker.canonical
    assert quote.speaker.canonical in other or not quote.speaker.canonical


def test_what_a_headline_tells_stands_before_side_remarks_and_scraps_close() -> None:
    title = "President of Togo dismisses minister of mines"
    said = ("she met the ambassador twice in spring", "dozens", "the president dismisses her minister of mines")
    page = report(". ".join(said), "2024-06-14", title=title)
    claims = [claim(one, speaker("Ama Kofi", "TGO"), page) for one in said]
    origins = tuple(origin(one) for one in claims)
    changes = tuple(Difference("new_origin", "new", one.origin_id, "2024-06-14") for one in origins)
    whole = scene.situation(origins=origins, changes=changes, since="2024-06-13", propositions=(), response=())
    section = news.build(Index(whole, evidence((page,), tuple(claims), *origins)))
    shown = [next(one for one in said if one in line.text) for line in section.sentences[1:4]]
    assert shown == [said[2], said[0], said[1]]


def test_many_new_statements_do_not_hide_what_is_repeated() -> None:
    whole = scene.situation()
    fact = whole.origins[0]
    said = tuple(Difference("new_origin", fact.label, fact.origin_id, "2024-06-14") for _ in range(70))
    again = Difference("echo_of_old", "said again", fact.origin_id, "2024-06-14")
    shown = scene.situation(changes=(*said, again), since="2024-06-13")
    (more,) = news.build(Index(shown, scene.evidence())).subsections
    assert len(more.sentences) == news.STATEMENTS - news.SHOWN + 2
    assert more.sentences[-2].text.startswith("Old, repeated")
    assert more.sentences[-1].text.lower().startswith("ten changes beyond")
