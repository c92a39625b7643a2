"""Countries and territories with an ISO 3166-1 code (and Kosovo, XKX): names, people, position, neighbours.

Built by scripts/build_gazetteer.py from GeoNames and the sources in NOTICE.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from trendechos.knowledge.gazetteer import fold

TABLE = Path(__file__).parent / "data" / "geo" / "countries.tsv"


@dataclass(frozen=True, slots=True)
class Country:
    """A country: `code` is ISO 3166-1 alpha-3, position the middle of its largest part in degrees, area in km2.

    `demonyms` holds the adjective first, then words for its people; `neighbours` are codes.
    """

    code: str
    alpha2: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    lat: float
    lon: float
    area_km2: float
    population: int
    neighbours: tuple[str, ...]
    geonameid: int | None

    @property
    def adjective(self) -> str | None:
        """ "Ukrainian" for Ukraine; None where no demonym is known."""
        return self.demonyms[0] if self.demonyms else None


@cache
def every() -> tuple[Country, ...]:
    """All countries, by code."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    return tuple(
        Country(
            code=row["code"],
            alpha2=row["alpha2"],
            name=row["name"],
            aliases=_parts(row["aliases"], ";"),
            demonyms=_parts(row["demonyms"], ";"),
            capital=row["capital"],
            lat=round(float(row["lat"]), 4),
            lon=round(float(row["lon"]), 4),
            area_km2=float(row["area_km2"]),
            population=int(row["population"]),
            neighbours=_parts(row["neighbours"], " "),
            geonameid=int(row["geonameid"]) or None,
        )
        for row in rows
    )


def _parts(cell: str, mark: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(mark) if part)


@cache
def _codes() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for country in every():
        found[country.code] = country
        found[country.alpha2] = country
    return found


@cache
def _names() -> dict[str, Country]:
    found: dict[str, Country] = {}
    # Of two countries of one name the more populous is meant (Congo).
    for country in sorted(every(), key=lambda one: -one.population):
        for name in (country.name, *country.aliases):
            found.setdefault(fold(name), country)
    return found


@cache
def _demonyms() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for country in sorted(every(), key=lambda one: -one.population):
        for name in country.demonyms:
            found.setdefault(fold(name), country)
    return found


@cache
def _capitals() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for country in sorted(every(), key=lambda one: -one.population):
        if country.capital:
            found.setdefault(fold(country.capital), country)
            # "Washington, D.C." is also Washington.
            found.setdefault(fold(country.capital.split(",")[0]), country)
    return found


def by_code(code: str) -> Country:
    """The country of an ISO 3166-1 code of two or three letters; raises KeyError for an unknown one."""
    return _codes()[code.upper()]


def find(name: str) -> Country | None:
    """The country of that name, other name or ISO code; None when there is none.

    >>> find("DPRK").code, find("the United States") is find("USA"), find("Atlantis")
    ('PRK', True, None)
    """
    folded = fold(name)
    found = _names().get(folded) or _names().get(folded.removeprefix("the "))
    return found or (_codes().get(name) if name.isupper() else None)


def demonym(word: str) -> Country | None:
    """The country whose adjective or people the word is; None when there is none.

    >>> demonym("Russians").code, demonym("South Korean").code, demonym("Martian")
    ('RUS', 'KOR', None)
    """
    return _demonyms().get(fold(word))


def capital_of(name: str) -> Country | None:
    """The country whose capital bears the name; None when there is none.

    >>> capital_of("Pyongyang").code
    'PRK'
    """
    return _capitals().get(fold(name))
