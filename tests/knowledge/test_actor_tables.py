from scripts import build_actors

from trendechos.knowledge.actor_tables import Office, organisations, persons, states


def test_the_tables_hold_no_mistakes():
    assert list(build_actors.problems()) == []


def test_the_tables_are_in_their_packaged_form():
    for path in build_actors.FOLDER.glob("*.tsv"):
        text = path.read_text("utf-8")
        assert build_actors.packaged(path.stem, text) == text, path.name


def test_the_world_is_there():
    assert len(states()) > 195
    assert sum(actor.kind == "group" for actor in organisations()) > 150
    assert len(persons()) > 1000


def test_a_term_covers_its_days_and_no_others():
    term = Office("president", "XXX", "2020-03", "2021-06-15")
    covered = ["2020-03", "2020-03-01", "2020", "2021-06-15", "2021-06", "2021"]
    assert [term.covers(day) for day in covered] == [True] * len(covered)
    outside = ["2020-02-29", "2019", "2021-06-16", "2022", ""]
    assert [term.covers(day) for day in outside] == [False] * len(outside)
    assert Office("president", "XXX", "2020", "").covers("2031-01-01")
