"""Questions, stances and values of the situation stage against the gold propositions of a folder.

    python -m evaluation.kursk_situation FOLDER [--from-text] [--claims gold|system]

Runs on gold claims and gold origins, so that only this stage is measured. With `--from-text` a claim
keeps only parties and places whose name stands in its sentence, as a claims stage would see them. With
`--claims system` everything before is ours too: an origin answers the gold origin of most of its claims.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from evaluation import gold
from evaluation.kursk_origins import answers, outcome_of
from evaluation.kursk_system import system_claims
from evaluation.measure import Measure, share
from trendechos.echoes import trace
from trendechos.knowledge import countries
from trendechos.records import Actor, Claim, Cue, EchoGroup, Event, Origin, Place, Proposition
from trendechos.situation import pose
from trendechos.situation.parties import demonyms
from trendechos.situation.scopes import stem

Row = dict[str, Any]

_FORCES = re.compile(
    r"troops|soldiers|forces|units|personnel|officers|infantry|servicemen|engineers|battalion|koreans$"
)
_CUES = (
    ("decline", r"declin|refus|neither|refrain"), ("doubt", r"could not confirm|doubt"),
    ("deny", r"^den(?:y|ie)|dismiss|reject"),
)  # fmt: skip
_PLOVER = {
    "deployment": "MOBILIZE",
    "combat": "ASSAULT",
    "casualties": "ASSAULT",
    "aid": "AID",
    "sanction": "SANCTION",
}


def adapted(row: Row, claim: Claim, *, from_text: bool) -> Claim:
    """The gold claim with actors, places and cue as a claims stage codes them."""
    low = claim.text.lower()
    cue = claim.cue and next((kind for kind, words in _CUES if re.search(words, claim.cue.text)), "say")
    places = _places(row, claim)
    actors, recipients = _actors(row["actor"]), _actors(row["target"])
    if from_text:
        places = tuple(place for place in places if stem(place.name).split()[-1] in low)
        actors = tuple(actor for actor in actors if _mentioned(actor, claim.text))
        recipients = tuple(actor for actor in recipients if _mentioned(actor, claim.text))
    named = places[0].name if places else None
    plover = _PLOVER.get(claim.type) or _plover_of_words(low)
    return replace(
        claim,
        cue=Cue(claim.cue.text, cue, claim.cue.span) if claim.cue and cue else None,  # type: ignore[arg-type]
        places=places,
        event=Event(plover, None, actors=actors, recipients=recipients) if actors or recipients else None,
        quantities=tuple(replace(number, scope=named) for number in claim.quantities),
    )


def _plover_of_words(low: str) -> str | None:
    """What a denial or statement is about, as an event coder finds it in the words."""
    if re.search(r"\b(?:combat|fight|fought|battle|clash)", low):
        return "ASSAULT"
    return (
        "MOBILIZE"
        if re.search(r"\b(?:presence|troops|soldiers|moved|movement|inside|got to|of them in)\b", low)
        else None
    )


def _places(row: Row, claim: Claim) -> tuple[Place, ...]:
    name = row["place"]
    if not name:
        return ()
    country = countries.find(name)
    if country:
        return (Place(country.name, "country", claim.span, country.code, role="event"),)
    if stem(name) == "kursk":
        return (Place("Kursk Oblast", "province", claim.span, "RUS", "RU-KRS", role="event"),)
    words = name.split()
    inside = next((found for word in words if (found := countries.find(word) or countries.demonym(word))), None)
    return (Place(name, "area", claim.span, inside.code if inside else None, role="event"),)


def _actors(name: str | None) -> tuple[Actor, ...]:
    if not name:
        return ()
    country = countries.find(name)
    codes = {country.code} if country else demonyms(name)
    if "DPRK" in name or "Korean People" in name:
        codes = {"PRK"}
    force = "MIL" if _FORCES.search(name.lower()) else ""
    return tuple(Actor(name, code + force) for code in sorted(codes))


def _mentioned(actor: Actor, text: str) -> bool:
    country = countries.by_code((actor.code or "")[:3])
    names = (country.name, *country.aliases, *country.demonyms, country.capital, country.name.split()[0])
    return any(word and word in text for word in names)


def origins(folder: Path, *, from_text: bool) -> tuple[tuple[Origin, ...], dict[str, Claim], dict[str, str]]:
    """Origins traced from the gold groups, the claims, and the gold name of each origin."""
    reports = gold.reports(folder)
    rows = {row["claim_id"]: row for row in gold.each(folder, "claims")}
    claims = {
        one: adapted(rows[one], claim, from_text=from_text)
        for one, claim in gold.claims(folder, reports).items()
    }
    names: dict[str, str] = {}
    groups = []
    for name, ids in gold.gold_groups(folder).items():
        held = tuple(sorted(one for one in ids if one in claims))
        if held:
            groups.append(EchoGroup(name, held))
    traced = trace(groups, claims, reports)
    by_claim = {claim_id: name for name, ids in gold.gold_groups(folder).items() for claim_id in ids}
    for origin in traced:
        names[origin.origin_id] = by_claim[origin.claims[0]]
    return traced, claims, names


def best(wanted: set[str], posed: Iterable[Proposition], names: Mapping[str, str]) -> Proposition | None:
    """The question whose origins overlap most (Jaccard) with the gold question's."""
    scored = [
        (len(wanted & own) / len(wanted | own), proposition)
        for proposition in posed
        if (own := {names[stance.origin_id] for stance in proposition.stances}) & wanted
    ]
    return max(scored, key=lambda entry: (entry[0], entry[1].proposition_id))[1] if scored else None


def same(gold_stance: str, found: str | None) -> bool:
    """Gold's "earlier negative" is a negative; a value given for a gold figure supports it."""
    wanted = gold_stance.replace(" ", "_")
    if wanted == "earlier_negative":
        return found in ("contradicts", "denies", "doubts")
    return found == wanted or (wanted == "supports" and found == "value")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--from-text", action="store_true")
    parser.add_argument("--claims", choices=("gold", "system"), default="gold")
    parser.add_argument("-v", "--verbose", action="store_true")
    given = parser.parse_args()
    if given.claims == "system":
        traced, claims, names = of_system(given.folder, system_claims(gold.reports(given.folder)))
    else:
        traced, claims, names = origins(given.folder, from_text=given.from_text)
    posed = pose(traced, claims)
    print(f"origins {len(traced)}, claims {len(claims)}, questions {len(posed)}")
    if given.verbose:
        for proposition in posed:
            print(f"  {proposition.kind} {proposition.text!r} not heard {proposition.not_heard}")
            for stance in proposition.stances:
                print("     ", names[stance.origin_id], stance.stance, stance.low, stance.high, stance.said_on)
    for one in measures(given.folder, posed, names, errors=True):
        print(f"{one.name}: {one.right:.0f}/{one.total:.0f} = {one.value:.3f}")


def of_system(
    folder: Path, found: dict[str, Claim]
) -> tuple[tuple[Origin, ...], dict[str, Claim], dict[str, str]]:
    """The origins of system claims, the claims, and the gold origin that each answers, else its own id."""
    outcome = outcome_of(folder, found)
    by_claim = {claim_id: name for name, ids in gold.gold_groups(folder).items() for claim_id in ids}
    names = {}
    for origin_id, ids in answers(outcome).items():
        hits = Counter(by_claim[one] for one in sorted(ids))
        names[origin_id] = hits.most_common(1)[0][0] if hits else origin_id
    return outcome.origins, outcome.claims, names


def measures(
    folder: Path, posed: Iterable[Proposition], names: Mapping[str, str], *, errors: bool = False
) -> tuple[Measure, ...]:
    posed = list(posed)
    # Some origins stand only on pages that are held out; one whose claims were not found is missed.
    held = gold.gold_groups(folder).keys()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in gold.each(folder, "propositions"):
        wanted = {one["origin"]: one["stance"] for one in row["stances"] if one["origin"] in held}
        match = best(set(wanted), posed, names)
        own = {names[stance.origin_id]: stance.stance for stance in match.stances} if match else {}
        hits = [origin for origin, stance in wanted.items() if same(stance, own.get(origin))]
        if errors:
            answer = match.text if match else None
            print(f"{row['id']} {len(hits)}/{len(wanted)}  {row['proposition']}  ->  {answer}")
        for origin, stance in wanted.items():
            kind = "values" if stance == "value" else "stances"
            total[kind] += 1
            right[kind] += origin in hits
            if errors and origin not in hits:
                print(f"    {origin}: gold {stance}, found {own.get(origin)}")
    kinds = [share(kind, right[kind], total[kind]) for kind in sorted(total)]
    return (*kinds, share("all", sum(right.values()), sum(total.values())))


if __name__ == "__main__":
    main()
