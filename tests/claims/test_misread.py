"""Sentences that the language model misreads as a whole: who says what in them all the same."""

from __future__ import annotations

import pytest

SAID = [
    # text, speaker, cue, content
    (
        "The convoy left on Monday, said a guard at the gate.",
        "a guard at the gate", "said", "The convoy left on Monday",
    ),
    (
        "State news agency ZANA, citing a police source, said the blast hit a market.",
        "a police source", "said", "the blast hit a market",
    ),
    (
        "Photos posted online show burned houses in the village.",
        "Photos", "show", "burned houses in the village",
    ),
    ("The militia boasted of killing 40 soldiers.", "The militia", "boasted of", "killing 40 soldiers"),
    (
        "Mr. Osei, the envoy for the region, called on both sides to stop shelling.",
        "Mr. Osei", "called on", "both sides to stop shelling",
    ),
    (
        "At least 12 people have been hurt in protests in Lesotho, Open Rights Watch said on Friday.",
        "Open Rights Watch", "said", "At least 12 people have been hurt in protests in Lesotho",
    ),
    ("He's said the dam would hold.", "He", "'s said", "the dam would hold"),
    (
        "Kenya's military intelligence announced units trained in Chad were noted in Nakuru.",
        "Kenya's military intelligence", "announced", "units trained in Chad were noted in Nakuru",
    ),
    (
        "What their task is he said remained to be seen.",
        "he", "said", "What their task is remained to be seen",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "cue", "content"), SAID)
def test_said(said, text, speaker, cue, content):
    report, found = said(text)
    (one,) = [each for each in found if each.puts_forward]
    words = " ".join(report.text[span.start : span.end] for span in one.content)
    assert (one.speaker.name, one.cue.text, words) == (speaker, cue, content)


def test_what_one_answers_by_saying_is_said(said):
    _, found = said("She responded on Monday to one of his letters by saying, “Please stop it.”")
    quoted = [one for one in found if one.mode == "quoted"]
    assert [(one.cue.text, one.speaker.name) for one in quoted] == [("saying", "She")]


OWN_DEEDS = [
    # text, kind of cue, left open
    ("The army claimed to have shot down 12 drones.", "claim", False),
    ("The governor admitted losing the town to the rebels.", "confirm", False),
    ("Rwanda denied having sent troops across the border.", "deny", False),
    ("The bank acknowledged having lost the files of its clients.", "say", False),
    ("The minister did not rule out sending troops to the coast.", "deny", True),
    ("The company has yet to comment on the spill.", "say", True),
    ("The two have yet to say when they will meet.", "say", True),
    ("The premier's office did not respond to a request for comment.", "say", True),
    ("Inspectors saw nothing to suggest that the plant had leaked.", "claim", True),
]


@pytest.mark.parametrize(("text", "kind", "left_open"), OWN_DEEDS)
def test_what_one_says_of_oneself_is_not_the_pages(said, text, kind, left_open):
    _, found = said(text)
    (one,) = [each for each in found if each.puts_forward]
    assert (one.cue.kind, one.noncommittal, one.mode) == (kind, left_open, "reported")


def test_something_that_others_reject_is_denied_by_them(said):
    report, found = said("The government says the strike hit fighters, something the rebels reject.")
    assert [(one.speaker.name, one.cue.kind) for one in found] == [
        ("The government", "say"), ("the rebels", "deny"),
    ]  # fmt: skip
    assert {report.text[one.content[0].start : one.content[0].end] for one in found} == {
        "the strike hit fighters"
    }


def test_a_cue_between_two_halves_has_both(said):
    report, found = said("It will begin in June, he said, and will enrol 10,000 people.")
    (one,) = found
    assert [report.text[span.start : span.end] for span in one.content] == [
        "It will begin in June", "will enrol 10,000 people",
    ]  # fmt: skip


def test_what_nobody_asked_about_is_no_silence(said):
    _, found = said("The army did not respond to the attack.")
    assert not any(one.noncommittal for one in found)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The ministry did not comment.", "did not", "comment"),
        ("The company has yet to comment.", "has yet", "to comment"),
        ("“It will go on,” Ida Kim said, but did not elaborate.", "did not", "elaborate"),
    ],
)
def test_silence_is_kept_as_a_stance(said, text, cue, content):
    report, found = said(text)
    (one,) = [each for each in found if each.noncommittal]
    words = report.text[one.content[0].start : one.content[-1].end]
    assert (one.cue.text, words) == (cue, content)
    assert all(each.mode != "asserted" for each in found)


def test_what_the_silent_did_is_news(said):
    _, found = said("Osei, who did not comment, left the room.")
    assert "asserted" in [one.mode for one in found]


HEADLINES = [
    ("No measles in the camps, says minister; clinic treats 20", "minister", "No measles in the camps"),
    ("Landslide toll climbs to 14: rescuers", "rescuers", "Landslide toll climbs to 14"),
]


@pytest.mark.parametrize(("title", "speaker", "content"), HEADLINES)
def test_headlines_say_who_says_them(said, title, speaker, content):
    report, found = said("The clinic is open.", title=title)
    (one,) = [each for each in found if each.cue is not None]
    words = " ".join(report.title[span.start : span.end] for span in one.content)
    assert (one.speaker.name, words) == (speaker, content)
