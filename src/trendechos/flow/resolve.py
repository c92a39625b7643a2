"""A person's word on what became of a prediction, kept as a Correction that the next assessment applies."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from trendechos import __version__
from trendechos.errors import InvalidInput, NotFound
from trendechos.flow.run import now
from trendechos.flow.stages import engine_id
from trendechos.flow.work import parser
from trendechos.records import Claim, Correction, Report
from trendechos.records.codec import Json, content_id
from trendechos.store import open_store

Outcome = Literal["came_true", "did_not", "void"]
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a person says: what became of it, who says so, why, and the claim or address it rests on."""

    outcome: Outcome
    author: str
    reason: str
    evidence: str

    def __post_init__(self) -> None:
        for name in ("author", "reason", "evidence"):
            if not getattr(self, name).strip():
                raise InvalidInput(
                    f"a resolution needs {'a name: --name' if name == 'author' else f'its {name}: --{name}'}"
                )


def situation_in(out: Path) -> Json:
    """The situation of the brief in the folder `out`; raises InvalidInput where there is none."""
    path = out / "situation.json"
    try:
        read = json.loads(path.read_bytes())
    except OSError as error:
        raise InvalidInput(
            f"{out}: no brief here ({path.name}: {error.strerror}); name a brief's folder"
        ) from error
    except ValueError as error:
        raise InvalidInput(f"{path}: not readable as JSON: {error}") from error
    if not isinstance(read, dict) or not isinstance(read.get("predictions"), list):
        raise InvalidInput(f"{path}: not a situation")
    return read


def prediction_in(situation: Mapping[str, Any], wanted: str) -> Json:
    """The one prediction whose id is `wanted` or begins with it, `prediction-` left out or not.

    Raises NotFound where there is none and InvalidInput where there are several.
    """
    ids = (wanted, f"prediction-{wanted}")
    found = [one for one in situation["predictions"] if one["prediction_id"].startswith(ids)]
    if not found:
        raise NotFound(f"no prediction {wanted!r} in this situation; without one the command lists them")
    if len(found) > 1:
        raise InvalidInput(f"{wanted!r} begins {len(found)} ids; give more of it")
    return dict(found[0])


def resolve(
    situation: Mapping[str, Any], wanted: str, said: Resolution, *, store_url: str, model: str = ""
) -> Correction:
    """Keeps what a person says became of a prediction, on every claim that carries it, and returns the first.

    Raises NotFound where the store no longer holds the prediction's claim, or the claim named as evidence.
    """
    prediction = prediction_in(situation, wanted)
    origin = next(one for one in situation["origins"] if one["origin_id"] == prediction["origin_id"])
    with closing(open_store(store_url)) as store:
        with store.view() as view:
            reports = view.reports(origin["reports"])
            claims = view.claims(reports, engine_id(model or parser(model).model, __version__))
        claim = next((one for one in claims if one.claim_id == origin["key_claim_id"]), None)
        if claim is None:
            raise NotFound(f"{store_url}: holds no claim {origin['key_claim_id']}; run the brief again")
        evidence = evidence_of(said.evidence, situation)
        made = correction(claim, _version_of(claim, reports), said, evidence=evidence, made_at=now())
        with store.writer() as writer:
            writer.add_correction(made)
    return made


def evidence_of(given: str, situation: Mapping[str, Any]) -> str:
    """`given` when it is an address or a claim of the situation; raises InvalidInput otherwise."""
    if given.startswith(("http://", "https://")) and not any(char.isspace() for char in given):
        return given
    if any(given in origin["claims"] for origin in situation["origins"]):
        return given
    raise InvalidInput(f"{given!r} is neither an address (http:// or https://) nor a claim of this situation")


def correction(claim: Claim, report: Report, said: Resolution, *, evidence: str, made_at: str) -> Correction:
    """A resolution of the prediction that `claim` holds, as a Correction on its words."""
    value = json.dumps({"status": said.outcome, "evidence": evidence}, ensure_ascii=False, sort_keys=True)
    span, author = claim.span, _line(said.author)[:200]
    words = report.words(span.field)[span.start : span.end]
    key = (report.report_id, span.start, span.end, span.field, "resolution", value, author, made_at)
    reason = _line(said.reason)[:LONGEST]
    return Correction(
        content_id("correction", *key),
        report.report_id,
        span,
        words,
        "resolution",
        value,
        author,
        made_at,
        reason,
    )


def _version_of(claim: Claim, reports: Sequence[Report]) -> Report:
    return next(one for one in reports if one.version_id == claim.version_id)


def _line(text: str) -> str:
    return " ".join(text.split())
