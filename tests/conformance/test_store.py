"""What every store must do."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from tests.build import claim, report, speaker

from trendechos.errors import StoreError
from trendechos.records import Correction, Gap, ParsedSentence, Run, Span
from trendechos.store import Store, open_store
from trendechos.store.engine import connect
from trendechos.store.schema import CLAIMS, READINGS, REPORTS, SENTENCES
from trendechos.store.store import Read

ENGINE = "engine-1"
PAGE = report("Troops crossed the river, the ministry said.", outlet="Daily Ferry", report_id="ferry-1")
SAID = claim("Troops crossed the river", speaker("the ministry", "AAA"), PAGE)
PARSED = ParsedSentence(
    "Rain falls .", "model-1", words=("Rain", "falls", "."), starts=(0, 5, 11), lemmas=("rain", "fall", "."),
    tags=("NN", "VBZ", "."), poses=("NOUN", "VERB", "PUNCT"), heads=(1, 1, 1), deps=("nsubj", "ROOT", "punct"),
)  # fmt: skip


def read_of(page=PAGE, *claims) -> Read:
    return Read(page, claims, (Gap(page.report_id, "find", "quote never closed"),), 1, 8)


def test_what_is_written_is_read_back(store: Store) -> None:
    with store.writer() as writer:
        writer.add_reports([PAGE])
        writer.add_sentences([PARSED])
        writer.add_read([read_of(PAGE, SAID)], ENGINE, {SAID.claim_id: ("key-a", "key-b")})
    with store.view() as view:
        assert view.reports() == [PAGE]
        assert view.reports(["ferry-1", "other"]) == [PAGE]
        assert view.sentences([PARSED.text, "never parsed"], "model-1") == {PARSED.text: PARSED}
        assert view.sentences([PARSED.text], "model-2") == {}
        assert view.claims([PAGE], ENGINE) == [SAID]
        assert view.claims([PAGE], "engine-2") == []
        assert view.claims_with(["key-b", "key-c"], ENGINE) == [SAID]
        assert [gap.reason for gap in view.gaps([PAGE], ENGINE)] == ["quote never closed"]


def test_writing_twice_changes_nothing(store: Store) -> None:
    for _ in range(2):
        with store.writer() as writer:
            writer.add_reports([PAGE])
            writer.add_sentences([PARSED])
            writer.add_read([read_of(PAGE, SAID)], ENGINE, {SAID.claim_id: ("key-a",)})
    with store.view() as view:
        assert [view.count(one) for one in (REPORTS, SENTENCES, READINGS, CLAIMS)] == [1, 1, 1, 1]


def test_unread_names_what_this_engine_has_not_read(store: Store) -> None:
    other = report("Nothing crossed the river.", report_id="ferry-2")
    with store.writer() as writer:
        writer.add_reports([PAGE, other])
        writer.add_read([read_of()], ENGINE, {})
    with store.view() as view:
        assert view.unread([other, PAGE], ENGINE) == [other]
        assert view.unread([other, PAGE], "engine-2") == [other, PAGE]


def test_a_later_version_is_kept_beside_the_first(store: Store) -> None:
    later = replace(PAGE, text=PAGE.text + " It later withdrew that.", version_id="version-later")
    with store.writer() as writer:
        writer.add_reports([PAGE])
        writer.add_reports([later])
    with store.view() as view:
        assert {one.version_id for one in view.reports(["ferry-1"])} == {PAGE.version_id, "version-later"}


def test_a_failed_batch_leaves_nothing(store: Store) -> None:
    def half_way() -> None:
        with store.writer() as writer:
            writer.add_reports([PAGE])
            raise RuntimeError("killed half-way")

    with pytest.raises(RuntimeError, match="half-way"):
        half_way()
    with store.view() as view:
        assert view.reports() == []


def test_any_text_survives(store: Store) -> None:
    odd = report("زلزال \u202e🌍 \ud83d half an emoji \x00 and a zero", outlet="Ferry 🛶", report_id="odd")
    with store.writer() as writer:
        writer.add_reports([odd])
    with store.view() as view:
        assert view.reports() == [odd]


def test_corrections_and_runs_are_kept_in_order(store: Store) -> None:
    first = Correction(
        "c-2", "ferry-1", Span(0, 6), "Troops", "speaker", '"the army"', "Ada", "2024-11-05T10:00:00Z"
    )
    second = replace(first, correction_id="c-1", made_at="2024-11-05T11:00:00Z")
    run = Run("run-1", "2024-11-05T09:00:00Z", None, 1, 1, 1, 1, "running")
    with store.writer() as writer:
        writer.add_correction(second)
        writer.add_correction(first)
        writer.add_run(run)
        writer.add_run(replace(run, status="done"))
    with store.view() as view:
        assert view.corrections() == [first, second]
        assert [one.status for one in view.runs()] == ["done"]


def test_opening_again_keeps_everything(location: str) -> None:
    with (opened := open_store(location)).writer() as writer:
        writer.add_reports([PAGE])
    opened.close()
    again = open_store(location)
    with again.view() as view:
        assert view.reports() == [PAGE]
    again.close()


def test_a_copy_takes_the_claims_of_what_was_read_in_its_place(store: Store) -> None:
    copy = replace(PAGE, report_id="copy-1", outlet="Other Post")
    with store.writer() as writer:
        writer.add_reports([PAGE, copy])
        writer.add_read([replace(read_of(PAGE, SAID), key="key-1")], ENGINE, {})
        assert list(writer.read_as(["key-1", "key-2"], ENGINE)) == ["key-1"]
        assert writer.read_as(["key-1"], "engine-2") == {}
        source = writer.read_as(["key-1"], ENGINE)["key-1"]
        moved = {"claim_id": "claim-copy", "report_id": "copy-1"}
        assert writer.add_copies([(copy, source)], ENGINE, lambda claim, _: claim | moved) == 1
    with store.view() as view:
        assert view.unread([PAGE, copy], ENGINE) == []
        assert view.claims([copy], ENGINE) == [replace(SAID, **moved)]
        assert [gap.subject for gap in view.gaps([PAGE, copy], ENGINE)] == ["copy-1", "ferry-1"]
        assert {hit.report_id for hit in view.search("troops", facets={"kind": "claim"})[0]} == {
            "copy-1",
            "ferry-1",
        }


def test_two_engines_find_one_claim_and_search_finds_it_once(store: Store) -> None:
    copy = replace(PAGE, report_id="copy-1")
    for engine in ("engine-1", "engine-2"):
        with store.writer() as writer:
            writer.add_reports([PAGE, copy])
            writer.add_read([replace(read_of(PAGE, SAID), key="key-1")], engine, {})
            source = writer.read_as(["key-1"], engine)["key-1"]
            for _ in range(2):
                writer.add_copies([(copy, source)], engine, lambda claim, _: claim | {"claim_id": "claim-copy"})
    with store.view() as view:
        assert view.count(CLAIMS) == 4
        assert view.search("troops", facets={"kind": "claim"})[1] == 2


def test_a_second_writer_waits_and_then_says_so(store: Store) -> None:
    hasty = Store(connect(store.location, busy_seconds=0.1), store.location)
    with (
        store.writer(),
        pytest.raises(StoreError, match="another trendechos is writing"),
        hasty.writer(),
    ):
        pass
    hasty.close()


def test_a_store_that_may_only_be_read_says_so_and_can_be_read(location: str) -> None:
    with (opened := open_store(location)).writer() as writer:
        writer.add_reports([PAGE])
    opened.close()
    shut = open_store(location, read_only=True)
    with pytest.raises(StoreError, match="give another --store"), shut.writer() as writer:
        writer.add_reports([replace(PAGE, report_id="ferry-9", version_id="version-9")])
    with shut.view() as view:
        assert view.reports() == [PAGE]
    shut.close()


def _read_while(location: str, stop: threading.Event, seen: list[int]) -> None:
    opened = open_store(location, read_only=True)
    while not stop.is_set():
        with opened.view() as view:
            seen.append(len(view.reports()))
    opened.close()


def test_one_writer_and_many_readers_do_not_wait_for_each_other(store: Store) -> None:
    stop, counts = threading.Event(), [[] for _ in range(4)]
    readers = [
        threading.Thread(target=_read_while, args=(store.location, stop, counts[number])) for number in range(4)
    ]
    for reader in readers:
        reader.start()
    with store.view() as held:
        held.reports()
        for number in range(25):
            with store.writer() as writer:
                writer.add_reports([report(f"Ferry {number} sank.", report_id=f"ferry-{number}")])
    stop.set()
    for reader in readers:
        reader.join()
    # A reader that failed would have ended early; pytest fails for errors in threads besides.
    assert all(seen == sorted(seen) and set(seen) <= set(range(26)) for seen in counts)
    with store.view() as view:
        assert len(view.reports()) == 25
