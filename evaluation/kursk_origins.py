"""Origins, dependence and drift against the Kursk development gold.

python -m evaluation.kursk_origins GOLD [--claims gold|system] [--errors]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from evaluation import gold
from trendechos import echoes
from trendechos.echoes.compare import pairs


def bcubed(found: Iterable[tuple[str, ...]], true: Iterable[tuple[str, ...]]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998) over the items of `true`."""
    true_of = {item: frozenset(group) for group in true for item in group}
    found_of = {item: frozenset(group) & true_of.keys() for group in found for item in group}
    precision = recall = 0.0
    for item, group in true_of.items():
        mine = found_of.get(item) or frozenset((item,))
        both = len(mine & group)
        precision += both / len(mine)
        recall += both / len(group)
    precision, recall = precision / len(true_of), recall / len(true_of)
    return precision, recall, 2 * precision * recall / (precision + recall)


def show_errors(
    found: Mapping[str, str], true: Mapping[str, tuple[str, ...]], claims: Mapping[str, object]
) -> None:
    for origin, members in sorted(true.items()):
        parts: dict[str, list[str]] = {}
        for member in members:
            parts.setdefault(found.get(member, "alone"), []).append(member)
        if len(parts) > 1:
            print("split", origin, sorted(parts.values(), key=len, reverse=True))
    origin_of = {member: origin for origin, members in true.items() for member in members}
    merged: dict[str, set[str]] = {}
    for member, group in found.items():
        if member in origin_of:
            merged.setdefault(group, set()).add(origin_of[member])
    for group, origins in sorted(merged.items()):
        if len(origins) > 1:
            print(
                "merged",
                {o: [m for m in found if found[m] == group and origin_of.get(m) == o] for o in sorted(origins)},
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", choices=("gold", "system"), default="gold")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    reports = gold.reports(args.folder)
    claims = gold.claims(args.folder, reports)
    true = gold.gold_groups(args.folder)
    links = list(echoes.compare(pairs(claims.values()), reports=reports))
    groups = echoes.group(claims, links, reports=reports)
    found = {claim_id: group.group_id for group in groups for claim_id in group.claim_ids}
    if args.errors:
        show_errors(found, true, claims)
    p, r, f = bcubed([group.claim_ids for group in groups], true.values())
    print(
        f"origins: B-cubed precision {p:.3f} recall {r:.3f} F1 {f:.3f} ({len(claims)} claims, {len(groups)} groups)"
    )


if __name__ == "__main__":
    main()
