"""Through whom words came: outermost first, without the speaker."""

from __future__ import annotations

import pytest

CHAINS = [
    # text, speaker, chain
    ("Officials told Reuters that the port had closed.", "Officials", ["Reuters"]),
    ("Ruth Adeyemi told reporters that the port had closed.", "Ruth Adeyemi", []),
    ("Ruth Adeyemi said in an interview with CNN that the port had closed.", "Ruth Adeyemi", ["CNN"]),
    ("Ruth Adeyemi wrote on Telegram that the port had closed.", "Ruth Adeyemi", ["Telegram"]),
    ("Xinhua reported that Ruth Adeyemi said the port had closed.", "Ruth Adeyemi", ["Xinhua"]),
    (
        "Two officials told the New York Times the port had closed, Ukrinform reports.",
        "Two officials", ["Ukrinform", "The New York Times"],
    ),
    ("The port had closed, Ruth Adeyemi said, according to Xinhua.", "Ruth Adeyemi", ["Xinhua"]),
    ("Kyodo reported, citing two officials, that the port had closed.", "two officials", ["Kyodo News"]),
    ("Ruth Adeyemi was quoted by Reuters as saying the port had closed.", "Ruth Adeyemi", ["Reuters"]),
    ("The port had closed, according to officials cited by Reuters.", "officials", ["Reuters"]),
    ("The port had closed, as Ruth Adeyemi stated, Xinhua reports.", "Ruth Adeyemi", ["Xinhua"]),
    ("Ruth Adeyemi told France 24 that the port had closed.", "Ruth Adeyemi", ["France 24"]),
    ("A leaked memo obtained by Reuters said the port had closed.", "leaked memo", ["Reuters"]),
    ("The port had closed, according to the National Harbour Agency.", "National Harbour Agency", []),
    # passed on more than once: the last to pass it on stands first
    (
        "Officials, cited by Reuters, as carried by Xinhua, said the port had closed.",
        "Officials", ["Xinhua", "Reuters"],
    ),
    (
        "The port had closed, Ruth Adeyemi told CNN, as reported by Reuters.",
        "Ruth Adeyemi", ["Reuters", "CNN"],
    ),
    (
        "The port had closed, Ruth Adeyemi said, as quoted by Reuters and reported by Xinhua.",
        "Ruth Adeyemi", ["Xinhua", "Reuters"],
    ),
]  # fmt: skip


def innermost(found):
    return next(
        one
        for index, one in enumerate(found)
        if one.cue is not None and one.act == "speech" and all(other.parent != index for other in found)
        and one.cue.text.lower() not in ("citing", "cited")
    )  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "chain"), CHAINS)
def test_chain(said, text, speaker, chain):
    _, found = said(text)
    one = innermost(found)
    assert (one.speaker.canonical, [link.canonical for link in one.chain]) == (speaker, chain)


def test_an_interview_goes_on(said):
    _, found = said("Ruth Adeyemi told KBS that the port had closed. She added that ships were waiting.")
    assert [[link.canonical for link in one.chain] for one in found] == [["KBS"], ["KBS"]]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Ruth Adeyemi said the port had closed.", {"credit": "Reuters"}),
        ("Ruth Adeyemi said the port had closed.", {"byline": "By Ana Lima, Reuters"}),
        ("LAGOS, Nov 4 (Reuters) - Ruth Adeyemi said the port had closed.", {}),
        ("Ruth Adeyemi said the port had closed.\n\n(Reuters)", {}),
    ],
)
def test_an_agency_credit_holds_for_the_page(said, text, fields):
    _, found = said(text, outlet="Daily Tamba", **fields)
    assert [link.canonical for link in found[0].chain] == ["Reuters"]


def test_the_pages_own_outlet_is_a_link_only_when_named(said):
    _, found = said("A diplomat told this newspaper that the port had closed.", outlet="Daily Tamba")
    assert [link.canonical for link in found[0].chain] == ["Daily Tamba"]
    _, found = said("A diplomat said that the port had closed.", outlet="Daily Tamba")
    assert found[0].chain == ()


def test_what_is_denied_did_not_come_through_the_denier(said):
    _, found = said("Observers dismissed the governor's claim that the count was fair.")
    inner = next(one for one in found if one.parent is not None)
    assert (inner.speaker.canonical, inner.chain) == ("governor", ())


def test_a_parent_is_counted_among_the_attributions(said):
    _, found = said("Lee said she wanted peace. The mayor said that the army said the dam was full.")
    inner = next(one for one in found if one.parent is not None)
    assert (inner.speaker.name, found[inner.parent].speaker.name) == ("the army", "The mayor")


def test_an_interview_goes_on_until_another_occasion(said):
    _, found = said(
        "Ruth Adeyemi told CNN the dam was full. She said it leaked. "
        "Adeyemi said at a briefing on Friday that it was safe."
    )
    chains = [[link.canonical for link in one.chain] for one in found if one.cue is not None]
    assert chains == [["CNN"], ["CNN"], []]
