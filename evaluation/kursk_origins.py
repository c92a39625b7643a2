"""Origins, dependence and drift against the Kursk development gold.

python -m evaluation.kursk_origins GOLD [--claims gold|system] [--errors]

With system claims each gold claim is matched to the system claim of its page and speaker that shares
most of its span; gold claims not found count as alone.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation import gold
from evaluation.kursk_system import match, system_claims
from evaluation.measure import Measure, share
from trendechos import echoes
from trendechos.echoes.compare import pairs
from trendechos.records import Claim, Origin, Proposition, Report, Stance

Groups = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Outcome:
    """What the stage made of the claims; `gold_of` maps a claim to the gold claim that it answers."""

    reports: dict[str, Report]
    claims: dict[str, Claim]
    gold_of: dict[str, str]
    origins: tuple[Origin, ...]


def run(folder: Path, claims: dict[str, Claim], gold_of: dict[str, str]) -> Outcome:
    reports = gold.reports(folder)
    links = echoes.compare(pairs(claims.values(), reports=reports), reports=reports)
    groups = echoes.group(claims, links, reports=reports)
    return Outcome(reports, claims, gold_of, echoes.trace(groups, claims, reports))


def bcubed(found: Iterable[Iterable[str]], true: Iterable[Iterable[str]]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998) over the claims of `true`."""
    true_of = {member: frozenset(group) for group in map(tuple, true) for member in group}
    found_of = {member: frozenset(group) & true_of.keys() for group in map(tuple, found) for member in group}
    precision = recall = 0.0
    for member, group in true_of.items():
        mine = found_of.get(member) or frozenset((member,))
        both = len(mine & group)
        precision += both / len(mine)
        recall += both / len(group)
    precision, recall = precision / len(true_of), recall / len(true_of)
    return precision, recall, 2 * precision * recall / (precision + recall)


def answers(outcome: Outcome) -> dict[str, set[str]]:
    """The gold claims that each system origin holds."""
    return {
        origin.origin_id: {outcome.gold_of[claim] for claim in origin.claims if claim in outcome.gold_of}
        for origin in outcome.origins
    }


def best(members: Iterable[str], held: Mapping[str, set[str]]) -> str | None:
    """The system origin that holds most of the gold claims, or None."""
    counts = Counter({name: len(claims & set(members)) for name, claims in held.items()})
    name, hits = max(counts.items(), key=lambda pair: (pair[1], -len(held[pair[0]]), pair[0]))
    return name if hits else None


def score_pairs(folder: Path, outcome: Outcome, true: Groups, *, errors: bool) -> tuple[Measure, ...]:
    held = answers(outcome)
    of = {name: best(members, held) for name, members in true.items()}
    asked = [
        Proposition(row["id"], row["proposition"], "statement", stances, 0, 0, 0, 0, "not_established", "")
        for row in gold.each(folder, "propositions")
        if (stances := tuple(Stance(of.get(s["origin"]) or "", "supports") for s in row["stances"]))
    ]
    related = echoes.relate(outcome.origins, asked, outcome.claims, outcome.reports)
    verdicts = {
        (origin.origin_id, relation.origin_id): relation for origin in related for relation in origin.relations
    }
    tally: Counter[tuple[str, str]] = Counter()
    listed = list(gold.each(folder, "pairs"))
    for row in listed:
        a, b = of.get(row["a"]), of.get(row["b"])
        relation = verdicts.get((a or "", b or ""))
        answer = "dependent" if a and a == b else relation.independence if relation else "missing"
        tally[row["relation"], answer] += 1
        if errors and (row["relation"] == "dependent") != (answer == "dependent"):
            print("pair", row["a"], row["b"], row["relation"], answer, relation.detail if relation else "")
    right, wrong = tally["dependent", "dependent"], tally["not_dependent", "dependent"]
    total = sum(count for (kind, _), count in tally.items() if kind == "dependent")
    if errors:
        # Some pairs name an origin of which no page of this split says anything.
        both = sum(row["relation"] == "dependent" and bool(of[row["a"]] and of[row["b"]]) for row in listed
                   if row["a"] in of and row["b"] in of)  # fmt: skip
        print(f"dependent pairs of which the claims held tell both: {right} of {both}")
    return (
        share("dependent pairs recall", right, total),
        share("dependent pairs precision", right, right + wrong),
        share("dependent pairs not called independent", total - tally["dependent", "independent"], total),
    )


_KINDS = {
    "certainty differs between copies": {"hedge dropped", "attribution dropped", "meaning changed"},
    "number differs between copies": {"number changed", "unit changed"},
    "meaning changed": {"meaning changed"},
    "place changed": {"place changed"},
}


def score_drift(folder: Path, outcome: Outcome, true: Groups, *, errors: bool) -> tuple[Measure, ...]:
    cases = list(gold.each(folder, "drift"))
    held = answers(outcome)
    found = 0
    for case in cases:
        members = set(case.get("claims", true[case["origin"]]))
        kinds = {
            drift.what
            for origin in outcome.origins
            if held[origin.origin_id] & members
            for drift in origin.drift
        }
        hit = bool(kinds & _KINDS[case["what"]])
        found += hit
        if errors and not hit:
            print("drift missed", case["origin"], case["what"], sorted(kinds))
    changed = {claim for case in cases for claim in case.get("claims", true[case["origin"]])}
    # A case given by its page is about every claim there.
    pages = {case["page"] for case in cases if "page" in case}
    changed |= {row["claim_id"] for row in gold.each(folder, "claims") if row["page"] in pages}
    copies = false = 0
    for origin in outcome.origins:
        mine = [claim for claim in origin.claims if claim != origin.key_claim_id and claim in outcome.gold_of]
        copies += len(mine)
        for claim in sorted({drift.claim_id for drift in origin.drift} & set(mine)):
            if outcome.gold_of[claim] not in changed:
                false += 1
                if errors:
                    print("drift false", origin.label, [d for d in origin.drift if d.claim_id == claim])
    return share("drift found", found, len(cases)), share("copies without false drift", copies - false, copies)


def show_groups(outcome: Outcome, true: Groups) -> None:
    where = {member: name for name, members in answers(outcome).items() for member in members}
    label = {origin.origin_id: origin.label for origin in outcome.origins}
    for name, members in sorted(true.items()):
        parts: dict[str, list[str]] = {}
        for member in members:
            parts.setdefault(where.get(member, f"not found {member}"), []).append(member)
        if len(parts) > 1:
            print("split", name, sorted(parts.values(), key=len, reverse=True))
    origin_of = {member: name for name, members in true.items() for member in members}
    for name, matched in sorted(answers(outcome).items()):
        if len({origin_of[member] for member in matched}) > 1:
            print("merged", label[name], sorted((origin_of[member], member) for member in matched))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", choices=("gold", "system"), default="gold")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    found = None if args.claims == "gold" else system_claims(gold.reports(args.folder))
    outcome = outcome_of(args.folder, found)
    true = gold.gold_groups(args.folder)
    if args.errors:
        show_groups(outcome, true)
    matched = sum(map(len, answers(outcome).values()))
    print(f"claims: {len(outcome.claims)} ({matched} gold), origins: {len(outcome.origins)}")
    print(f"every claim alone: B-cubed F1 {bcubed([], true.values())[2]:.3f}")
    for one in measures(args.folder, outcome, errors=args.errors):
        print(f"{one.name:40} {one.value:.3f}  ({one.right:.1f} of {one.total:.0f})")


def outcome_of(folder: Path, found: dict[str, Claim] | None) -> Outcome:
    """The stage run on the claims `found`, or on the gold claims."""
    if found is not None:
        return run(folder, found, match(gold.rows(folder / "claims_dev.jsonl"), found))
    listed = gold.claims(folder, gold.reports(folder))
    return run(folder, listed, {name: name for name in listed})


def measures(folder: Path, outcome: Outcome, *, errors: bool = False) -> tuple[Measure, ...]:
    true = gold.gold_groups(folder)
    size = sum(map(len, true.values()))
    parts = zip(("precision", "recall", "F1"), bcubed(answers(outcome).values(), true.values()), strict=True)
    return (
        *(Measure(f"origins B-cubed {name}", value, value * size, size) for name, value in parts),
        *score_pairs(folder, outcome, true, errors=errors),
        *score_drift(folder, outcome, true, errors=errors),
    )


if __name__ == "__main__":
    main()
