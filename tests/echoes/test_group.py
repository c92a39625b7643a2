"""Which claims are one statement."""

from hypothesis import given
from hypothesis import strategies as st
from tests.build import speaker
from tests.echoes.scene import ENVOY, MINISTER, MINISTRY, NOBODY, RIVAL, figure, held, origins, said

from trendechos.echoes import compare, group, keys
from trendechos.echoes.compare import pairs

FLOOD = {"quantities": (figure(3000),)}
PAGES = (
    said("Floods displaced 3,000 people in the north, the minister said", page="Daily", **FLOOD),
    said("The minister put the number of displaced at about 3,000", page="Post", **FLOOD),
    said("Some 3,000 people had to leave their homes in the floods", MINISTRY, None, page="Wire", **FLOOD),
    said("Twelve bridges are closed after the floods", page="Daily", type="statement"),
    said("Germany will send tents and medicine", ENVOY, page="Post", type="aid"),
    said("Floods displaced 5,200 people, the minister said", on="2024-05-20", published="2024-05-21",
         page="Daily", quantities=(figure(5200),)),
)  # fmt: skip


def grouped(pages: tuple) -> set[frozenset[str]]:
    claims, reports = held(*pages)
    links = compare(pairs(claims.values()), reports=reports)
    return {frozenset(one.claim_ids) for one in group(claims, links, reports=reports)}


def test_one_statement_however_worded_is_one_group_and_the_rest_stay_apart() -> None:
    names = [claim.claim_id for claim, _ in PAGES]
    assert grouped(PAGES) == {frozenset(names[:3]), *(frozenset((name,)) for name in names[3:])}


@given(st.permutations(range(len(PAGES))))
def test_order_makes_no_difference(order: list[int]) -> None:
    assert grouped(tuple(PAGES[place] for place in order)) == grouped(PAGES)


def test_two_people_of_one_government_are_two_origins() -> None:
    text = "Floods displaced 3,000 people in the north"
    assert len(grouped((said(text, MINISTER, page="A", **FLOOD), said(text, RIVAL, page="B", **FLOOD)))) == 2


def test_a_chain_of_weak_links_does_not_join_two_occasions() -> None:
    text = "Rebels hold the town of Ada"
    early = said(text, on="2024-05-01", published="2024-05-02", page="A", type="capture")
    undated = said(text, on=None, published="2024-05-05", page="B", type="capture")
    late = said(text, on="2024-05-09", published="2024-05-10", page="C", type="capture")
    found = grouped((early, undated, late))
    assert len(found) == 2
    assert not any({early[0].claim_id, late[0].claim_id} <= one for one in found)


def test_a_number_without_a_source_echoes_the_statement_that_gave_it() -> None:
    pages = (
        said("Floods displaced 3,000 people in the north", page="A", **FLOOD),
        said("The floods have displaced 3,000 people", NOBODY, None, page="B", mode="asserted", **FLOOD),
    )
    assert len(grouped(pages)) == 1


def test_a_page_without_a_source_does_not_echo_what_was_said_after_it() -> None:
    pages = (
        said(
            "Floods displaced 3,000 people in the north",
            page="A",
            on="2024-05-10",
            published="2024-05-10",
            **FLOOD,
        ),
        said("The floods have displaced 3,000 people", NOBODY, None, page="B", mode="asserted", **FLOOD),
    )
    assert len(grouped(pages)) == 2


def test_one_denial_is_one_group_whatever_stands_for_the_matter() -> None:
    denied = {"type": "denial", "polarity": "denied", "on": None}
    pages = (
        said("dismissed the reports of a failed dam", page="A", **denied),
        said("denied it", page="B", **denied),
        said("rejected such talk as rumour", page="C", **denied),
    )
    assert len(grouped(pages)) == 1


def test_two_outlets_that_cite_each_other_are_one_origin() -> None:
    first = said(
        "The dam has failed, Post reported", speaker("Post", None, "outlet"), page="Daily", type="other"
    )
    second = said(
        "The dam has failed, Daily reported", speaker("Daily", None, "outlet"), page="Post", type="other"
    )
    assert len(origins(first, second)) == 1


def test_what_a_newspaper_has_from_officials_and_what_others_have_from_it_is_one_origin() -> None:
    officials = speaker("two officials", None, "unnamed")
    own = said("Suspicion had fallen on a crew that left the harbour", officials, page="Post", type="other")
    other = said("A crew under suspicion had left the harbour", speaker("Post", None, "outlet"), page="Daily",
                 type="other")  # fmt: skip
    (origin,) = origins(own, other)
    assert len(origin.reports) == 2


def test_claims_that_may_be_one_share_a_key() -> None:
    for one, two in ((0, 1), (0, 2), (1, 2)):
        assert set(keys(PAGES[one][0])) & set(keys(PAGES[two][0]))


def test_keys_are_sorted_and_come_from_the_claim_alone() -> None:
    claim = PAGES[0][0]
    assert list(keys(claim)) == sorted(set(keys(claim)))


def test_no_claims_give_no_groups() -> None:
    assert group({}, ()) == ()


def test_one_form_filled_in_with_many_names_is_many_statements() -> None:
    towns = ("Ada", "Keta", "Wa", "Bole", "Nalerigu", "Kumasi")
    words = ("form", "shell")
    pages = tuple(
        said(f"Rebel forces again shelled {town}", page=f"Page {town}", type="combat", lemmas=words)
        for town in towns
    )
    assert len(grouped(pages)) == len(towns)
    again = said("Rebels shelled the town of Ada", page="Herald", type="combat", lemmas=words)
    assert len(grouped((*pages, again))) == len(towns)
