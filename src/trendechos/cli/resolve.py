"""`trendechos resolve`: what became of a prediction, said by a person."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from trendechos.cli import options
from trendechos.cli.console import out as show
from trendechos.cli.sign import Folder
from trendechos.errors import InvalidInput
from trendechos.flow import resolve as resolving


class Outcome(StrEnum):
    """What may have become of a prediction."""

    came_true = "came_true"
    did_not = "did_not"
    void = "void"


def resolve(
    out: Folder,
    prediction: Annotated[
        str | None,
        typer.Argument(metavar="[PREDICTION]", help="Its id or the start of it; without one, all are listed."),
    ] = None,
    outcome: Annotated[
        Outcome | None, typer.Argument(metavar="[OUTCOME]", help="came_true, did_not or void.")
    ] = None,
    name: Annotated[str, typer.Option(metavar="NAME", help="Who says so.")] = "",
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why.")] = "",
    evidence: Annotated[
        str, typer.Option(metavar="CLAIM|URL", help="The claim or the address that shows it.")
    ] = "",
    store: options.Store = None,
) -> None:
    """Say what became of a prediction; the next brief shows it with name, day and reason.

    OUT is the folder of a brief. What the machine found stays in the store beside what you say; the
    last word said counts. Without PREDICTION the predictions are listed with their ids.
    """
    situation = resolving.situation_in(out)
    if prediction is None:
        show("\n".join(_line(one) for one in situation["predictions"]) or "No predictions in this situation.")
        return
    if outcome is None:
        raise InvalidInput("say what became of it: came_true, did_not or void")
    settings = options.settings(store, None)
    kept = settings.store or str(out / "trendechos.sqlite")
    said = resolving.Resolution(outcome.value, name, reason, evidence)
    made = resolving.resolve(situation, prediction, said, store_url=kept, model=settings.model)
    show(f"Kept as said by {made.author}; the next brief shows it: {made.quote}")


def _line(one: dict[str, Any]) -> str:
    key = one["prediction_id"].removeprefix("prediction-")[:8]
    return f"{key}  {one['status']:10} {one['author']['canonical'] or 'nobody named'}: {one['words']}"
