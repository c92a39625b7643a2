"""The quality gate: every measure whose gold may be in the repository, against pinned floors.

    python -m evaluation.gate [--update [--allow-regression]]

Fails (exit status 1) when a measure lies below its floor by more than `NOISE`, or by more than one
answer where there are few, when a measure or a floor is missing, or when the gold is not the gold that
the floors were set on. `--update` raises floors to the present values; it refuses to lower one unless
`--allow-regression` is given, which a commit has to explain. Only development data stands behind it.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from evaluation import events, kursk, kursk_origins, kursk_situation, names, times
from evaluation.kursk_system import system_claims
from evaluation.measure import Measure, under
from trendechos.records import Claim
from trendechos.situation import pose

HERE = Path(__file__).parent
GOLD = HERE / "gold"
FLOORS = HERE / "floors.json"
# Same input, same output on one machine; another processor's arithmetic may turn a parse or two.
NOISE = 0.005
Evaluator = Callable[[Path], tuple[Measure, ...]]
REMEDY = "check the change to the gold, then set the floors anew: python -m evaluation.gate --update"


@dataclass(frozen=True, slots=True)
class Floors:
    """The least values by measure, and the fingerprints of the gold files on which they were set."""

    values: Mapping[str, float]
    fingerprints: Mapping[str, str]


class Refused(Exception):
    """An update that would lower floors; its arguments name them."""


def fingerprints(folder: Path) -> dict[str, str]:
    """BLAKE2b (16 bytes, hex) of each gold file, by its path in `folder`."""
    return {
        path.relative_to(folder).as_posix(): blake2b(path.read_bytes(), digest_size=16).hexdigest()
        for path in sorted(folder.rglob("*.jsonl"))
    }


def load(path: Path) -> Floors:
    """The floors at `path`; none where the file does not exist yet."""
    if not path.exists():
        return Floors({}, {})
    read = json.loads(path.read_text(encoding="utf-8"))
    return Floors(read["floors"], read["gold"])


def save(path: Path, floors: Floors) -> None:
    body: dict[str, Any] = {
        "gold": dict(sorted(floors.fingerprints.items())),
        "floors": {name: round(value, 4) for name, value in sorted(floors.values.items())},
    }
    path.write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8")


def allowed(one: Measure) -> float:
    """How far a measure may lie below its floor: `NOISE`, or one answer where there are fewer than 200."""
    return max(NOISE, 1 / one.total if one.total else 0.0) + 1e-9


def failures(found: Iterable[Measure], floors: Floors, now: Mapping[str, str]) -> list[str]:
    """What is wrong, one line each; nothing where the gate is passed."""
    before = floors.fingerprints
    changed = sorted(name for name in {*now, *before} if now.get(name) != before.get(name))
    if changed:
        return [f"gold changed since the floors were set: {', '.join(changed)}; {REMEDY}"]
    held = {one.name: one for one in found}
    out = [
        f"{name}: {held[name].value:.4f} is below its floor {floor:.4f} by more than {allowed(held[name]):.4f}"
        for name, floor in floors.values.items()
        if name in held and held[name].value < floor - allowed(held[name])
    ]
    out += [f"{name}: has a floor and was not measured" for name in sorted(floors.values.keys() - held.keys())]
    unset = sorted(held.keys() - floors.values.keys())
    return out + [f"{name}: has no floor; set it with --update" for name in unset]


def updated(
    found: Iterable[Measure], floors: Floors, now: Mapping[str, str], *, allow_regression: bool
) -> Floors:
    """Floors at the present values, never lower than before.

    Raises Refused where a present value lies below its floor by more than the noise and the gold is the
    same, unless `allow_regression`: then every floor is the present value.
    """
    held = {one.name: one for one in found}
    same_gold = dict(now) == dict(floors.fingerprints)
    if allow_regression or not same_gold:
        return Floors({name: one.value for name, one in held.items()}, now)
    lower = tuple(
        name
        for name, floor in floors.values.items()
        if name not in held or held[name].value < floor - allowed(held[name])
    )
    if lower:
        raise Refused(*lower)
    return Floors({name: max(one.value, floors.values.get(name, 0.0)) for name, one in held.items()}, now)


def _kursk(folder: Path) -> tuple[Measure, ...]:
    """All stages on the Kursk gold: claims once, then origins and questions on gold claims and on ours."""
    reports, wanted = kursk.read(folder)
    ours = system_claims(reports)
    found: dict[str, list[Claim]] = {report_id: [] for report_id in reports}
    for claim in ours.values():
        found[claim.report_id].append(claim)
    made = [*under("claims", kursk.measures(wanted, found))]
    for name, claims in (("gold claims", None), ("our claims", ours)):
        outcome = kursk_origins.outcome_of(folder, claims)
        made += under(f"origins from {name}", kursk_origins.measures(folder, outcome))
    traced, listed, known = kursk_situation.origins(folder, from_text=False)
    made += under("questions from gold claims", kursk_situation.measures(folder, pose(traced, listed), known))
    traced, listed, known = kursk_situation.of_system(folder, ours)
    made += under("questions from our claims", kursk_situation.measures(folder, pose(traced, listed), known))
    return tuple(made)


EVALUATORS: tuple[tuple[str, Evaluator, str], ...] = (
    ("kursk", _kursk, "kursk"),
    ("times", times.measures, "times/gum_news_dev.jsonl"),
    ("events", events.measures, "events/plover_gsr.jsonl"),
    ("names", names.measures, "entities/re3d.jsonl"),
)


def measure(folder: Path) -> tuple[Measure, ...]:
    """Every measure on the gold in `folder`, named by its evaluator."""
    return tuple(one for name, run, path in EVALUATORS for one in under(name, run(folder / path)))


def table(found: Iterable[Measure], floors: Floors) -> str:
    lines = [f"{'measure':72} {'value':>6} {'floor':>6}  counts"]
    for one in found:
        floor = floors.values.get(one.name)
        shown = f"{floor:.3f}" if floor is not None else "none"
        lines.append(f"{one.name:72} {one.value:6.3f} {shown:>6}  {one.right:.4g} of {one.total:.4g}")
    return "\n".join(lines)


def main(arguments: list[str] | None = None, *, measured: Evaluator | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="raise floors to the present values")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: lower floors too")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--floors", type=Path, default=FLOORS)
    given = parser.parse_args(arguments)
    begun = time.monotonic()
    floors, now = load(given.floors), fingerprints(given.gold)
    found = (measured or measure)(given.gold)
    print(table(found, floors))
    print(f"{len(found)} measures in {time.monotonic() - begun:.0f} s")
    if given.update:
        return _update(given.floors, found, floors, now, allow_regression=given.allow_regression)
    wrong = failures(found, floors, now)
    print(*(f"FAILED {line}" for line in wrong), sep="\n")
    return 1 if wrong else 0


def _update(
    path: Path, found: Iterable[Measure], floors: Floors, now: Mapping[str, str], *, allow_regression: bool
) -> int:
    try:
        save(path, updated(found, floors, now, allow_regression=allow_regression))
    except Refused as refused:
        print(f"REFUSED to lower {', '.join(refused.args)}; say why in the commit and give --allow-regression")
        return 1
    print(f"floors written: {path}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
