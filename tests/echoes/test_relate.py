"""How far origins depend on each other."""

import pytest
from tests.build import speaker
from tests.echoes.scene import ENVOY, MINISTER, NOBODY, RIVAL, figure, held, said

from trendechos.echoes import relate
from trendechos.echoes.trace import trace
from trendechos.records import EchoGroup, Proposition, Relation, Speaker, Stance

OTHER = speaker("Ama Boateng", "TGO")


def related(*pages: tuple) -> Relation:
    """The relation of the first page's origin to the second's, each page an origin of its own."""
    claims, reports = held(*pages)
    groups = [EchoGroup(name, (name,)) for name in claims]
    origins = trace(groups, claims, reports)
    stances = tuple(Stance(origin.origin_id, "supports") for origin in origins)
    asked = Proposition("p", "?", "statement", stances, 0, 0, 0, 0, "not_established", "")
    found = {origin.claims[0]: origin for origin in relate(origins, (asked,), claims, reports)}
    (relation,) = found[pages[0][0].claim_id].relations
    (back,) = found[pages[1][0].claim_id].relations
    assert (relation.independence, relation.reason) == (back.independence, back.reason)
    return relation


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        (said("Ada is cut off", MINISTER), said("Ada is closed", MINISTER, page="B"), "same speaker"),
        (said("Ada is cut off", MINISTER), said("Ada is closed", RIVAL), "same party"),
        (said("Ada is cut off", MINISTER), said("Citing Amina Osei, Brandt said so", ENVOY), "credits it"),
        (
            said("Ada is cut off", MINISTER),
            said("Ada is closed", ENVOY, chain=(Speaker("Osei", "Amina Osei", "person"),)),
            "credits it",
        ),
        (
            said("Ada is cut off", MINISTER),
            said("After a briefing by Amina Osei she confirmed it", ENVOY),
            "briefed by it",
        ),
        (
            said("the only road to Ada has been under water since Monday night", MINISTER),
            said("the only road to Ada has been under water since Monday", ENVOY),
            "shared wording",
        ),
        (
            said("3,000 are displaced", MINISTER, quantities=(figure(3000),)),
            said("The floods displaced 3,000", NOBODY, quantities=(figure(3000),), mode="asserted"),
            "restates its figures",
        ),
        (
            said("3,000 are displaced in the north", MINISTER, quantities=(figure(3000),)),
            said(
                "3,000 displaced in the north and 1,500 in the south make 4,500",
                NOBODY,
                quantities=(figure(4500), figure(3000), figure(1500)),
                mode="asserted",
            ),
            "sums its figures",
        ),
        (
            said("The alliance has seen them", speaker("NATO", "NATO", "organisation")),
            said("They are on the road", Speaker("a senior NATO figure", "senior NATO figure", "unnamed")),
            "same party",
        ),
    ],
)
def test_what_makes_origins_depend(one: tuple, two: tuple, reason: str) -> None:
    relation = related(one, two)
    assert (relation.independence, relation.reason) == ("dependent", reason)
    assert relation.detail


def test_two_governments_are_two_voices_and_not_independent() -> None:
    assert (
        related(said("Ada is cut off", MINISTER), said("Ada is closed", ENVOY)).independence
        == "not_established"
    )


def test_separate_first_hand_evidence_makes_them_independent() -> None:
    one = said("Our prisoners say so", MINISTER, basis="captive")
    two = said("Our satellite pictures show it", OTHER, basis="imagery")
    relation = related(one, two)
    assert (relation.independence, relation.reason) == ("independent", "separate evidence")


def test_one_sort_of_picture_may_be_one_picture() -> None:
    one = said("Pictures show it", MINISTER, basis="imagery")
    two = said("Images show it", OTHER, basis="imagery")
    assert related(one, two).independence == "not_established"


def test_further_grounds_on_either_side_keep_two_independent() -> None:
    claims, reports = held(
        said("Ada burns", MINISTER, page="A", basis="imagery"),
        said("Fires are seen in Ada", MINISTER, page="B", basis="captive"),
        said("The town is on fire", ENVOY, page="C", basis="imagery"),
        said("Ada is ablaze", ENVOY, page="D", basis="captive"),
    )
    names = list(claims)
    groups = [EchoGroup("one", tuple(names[:2])), EchoGroup("two", tuple(names[2:]))]
    found = trace(groups, claims, reports)
    stances = tuple(Stance(origin.origin_id, "supports") for origin in found)
    asked = Proposition("p", "?", "statement", stances, 0, 0, 0, 0, "not_established", "")
    assert relate(found, (asked,), claims, reports)[0].relations[0].independence == "independent"


def test_intelligence_alone_is_no_separate_evidence() -> None:
    one = said("Spies say so", MINISTER, basis="intelligence")
    two = said("Pictures show it", OTHER, basis="imagery")
    assert related(one, two).independence == "not_established"


def test_a_joint_statement_does_not_depend_on_each_of_its_parties() -> None:
    joint = said("Ada is cut off", MINISTER, co_speakers=(OTHER,))
    assert related(joint, said("Ada is closed", RIVAL)).independence == "not_established"
