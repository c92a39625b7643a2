"""What one voice says and another denies is a question of its own, in the words that are denied."""

from __future__ import annotations

from typing import Any

import pytest
from tests.build import claim, number, origin, report, speaker

from trendechos.records import Claim, Cue, Proposition, Span
from trendechos.situation.propositions import pose
from trendechos.situation.surroundings import Surroundings

MAYOR = speaker("Rosa Lind")
UNION, FIRM = speaker("Dock Union", None, "organisation"), speaker("Quay Ltd", None, "organisation")
DENIED = Cue("denied", "deny", Span(0, 6))


def denied(text: str, who: Any, lemmas: str, **fields: Any) -> Claim:
    return said(text, who, lemmas, **({"polarity": "denied", "type": "denial", "cue": DENIED} | fields))


def said(text: str, who: Any, lemmas: str, **fields: Any) -> Claim:
    return claim(text, who, lemmas=tuple(lemmas.split()), **fields)


def disputes(*claims: Claim) -> list[Proposition]:
    around = Surroundings({one.claim_id: one for one in claims}, [origin(one) for one in claims])
    posed = pose([origin(one) for one in claims], {one.claim_id: one for one in claims}, around=around)
    return [one for one in posed if one.text.startswith("Disputed: ")]


LOCKED = denied("reports that the gates of the quay were locked", FIRM, "gate quay lock")


@pytest.mark.parametrize(
    ("other", "disputed"),
    [
        (said("the firm locked all gates of the quay at noon", UNION, "firm lock gate quay noon"), True),
        (said("the firm locked all gates of the quay at noon", FIRM, "firm lock gate quay noon"), False),
        (said("the firm will sell the quay", UNION, "firm sell quay"), False),
        (denied("the gates of the quay were locked", UNION, "gate quay lock"), False),
    ],
)
def test_a_denial_of_what_another_voice_says_poses_a_question(other: Claim, disputed: bool) -> None:
    found = disputes(LOCKED, other)
    assert [one.text for one in found] == ["Disputed: the gates of the quay were locked"] * disputed
    assert all({stance.stance for stance in one.stances} == {"supports", "denies"} for one in found)


def test_two_denials_of_one_matter_are_one_question() -> None:
    other = denied("any locking of gates", MAYOR, "lock gate")
    asserted = said("the firm locked all gates of the quay at noon", UNION, "firm lock gate quay noon")
    (found,) = disputes(LOCKED, other, asserted)
    assert (found.against_count, found.voices_count) == (2, 1)


@pytest.mark.parametrize("answer", ["this", "the allegation", "it had received no such complaint"])
def test_a_denial_points_at_what_another_said_just_before(answer: str) -> None:
    text = f"Fumes rose from hold four, a complaint of the union says. Quay Ltd denied: {answer}."
    page = report(text)
    first = claim(
        "Fumes rose from hold four, a complaint", UNION, page, lemmas=("fume", "rise", "hold", "complaint")
    )
    words = ("receive", "complaint") if "such" in answer else ()
    answers = claim(answer, FIRM, page, lemmas=words, polarity="denied", type="denial", cue=DENIED)
    (found,) = disputes(first, answers)
    assert found.text == "Disputed: Fumes rose from hold four, a complaint (Dock Union)"


def test_another_toll_is_no_dispute_of_the_words() -> None:
    dead = {"type": "casualties"}
    ours = said(
        "nine dockers had died", UNION, "docker die", quantities=(number(9, 9, counts="killed"),), **dead
    )
    theirs = {"quantities": (number(20, 20, counts="killed"),)}
    assert not disputes(ours, denied("a report that twenty dockers had died", FIRM, "docker die", **theirs))
    assert not disputes(ours, said("no docker died", MAYOR, "docker die", polarity="denied"))


@pytest.mark.parametrize(
    ("asserted", "lemmas", "disputed"),
    [
        ("the firm had a part in the theft of the crane", "firm part theft crane", True),
        ("the theft of the crane was well planned", "theft crane", False),  # nobody's part in it
    ],
)
def test_what_is_denied_is_its_first_word(asserted: str, lemmas: str, disputed: bool) -> None:
    denial = denied("any part in the theft of the crane", FIRM, "part theft crane")
    assert bool(disputes(denial, said(asserted, UNION, lemmas))) is disputed


def test_no_dispute_has_more_words_than_can_be_read_alone() -> None:
    long = "the gates of the quay were locked " + "and chained " * 8
    assert not disputes(
        denied(long.strip(), FIRM, "gate quay lock"), said(long + "at noon", UNION, "gate quay lock")
    )
