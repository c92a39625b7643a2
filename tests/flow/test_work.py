"""Reading one batch."""

from dataclasses import replace

from tests.build import report

from trendechos.flow.work import Batch, parser, read_batch, sentence_texts


def test_a_fault_in_one_report_is_a_gap_and_the_others_are_read() -> None:
    broken = report("The mayor said the bridge is safe.", report_id="broken")
    sound = report("The minister said the dam will hold.", report_id="sound")
    (text,) = sentence_texts(broken)
    (made,) = parser("").parse([text])
    # A damaged store: every word hangs on one that does not exist.
    damaged = replace(made, heads=tuple(99 for _ in made.heads))
    first, second = read_batch(Batch((broken, sound), {text: damaged}, "")).reads
    assert [gap.reason for gap in first.gaps] == ["fault of this program, please report it"]
    assert "IndexError" in first.gaps[0].detail
    assert first.claims == ()
    assert [claim.text for claim in second.claims] == ["the dam will hold"]
