from __future__ import annotations

import itertools

from tests.build import claim, place, speaker

from trendechos.situation.scopes import Scopes

BY = speaker("A")
OBLAST = claim("in the oblast", BY, places=(place("Kherson Oblast", "province", "UKR", "UA-65"),))
CITY = claim("in the city", BY, places=(place("Kherson", "town", "UKR", "UA-65"),))
EAST = claim("in the east", BY, places=(place("eastern Ukraine", "area", "UKR"),))
OTHER = claim("elsewhere", BY, places=(place("Odesa", "town", "UKR", "UA-51"),))


def test_a_province_and_the_town_that_names_it_are_one_place() -> None:
    scopes = Scopes([OBLAST, CITY, OTHER])
    assert (
        scopes.named("Kherson region").key == scopes.of(CITY.places[0]).key == scopes.of(OBLAST.places[0]).key
    )
    assert scopes.named("Odesa").key != scopes.named("Kherson").key


def test_a_stretch_of_a_country_is_its_own_place_but_broadly_the_country() -> None:
    scope = Scopes([EAST]).of(EAST.places[0])
    assert scope.key != scope.broad == "country:UKR"


def test_the_order_of_claims_makes_no_difference() -> None:
    every = [OBLAST, CITY, EAST, OTHER]
    results = {
        tuple(Scopes(order).named(name) for name in ("Kherson", "eastern Ukraine", "Odesa"))
        for order in itertools.permutations(every)
    }
    assert len(results) == 1


def test_an_unknown_name_has_a_key_of_its_own() -> None:
    scopes = Scopes([OTHER])
    assert not scopes.knows("Xyzzyville")
    assert scopes.named("Xyzzyville").country is None
