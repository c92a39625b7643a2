"""Sign-off: a brief frozen with the hashes of its files and inputs, who signed it, when, and remarks.

The hashes show that nothing has changed since; they do not prove who signed, as no key is involved.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from trendechos import __version__
from trendechos.errors import InvalidInput
from trendechos.flow.collect import INPUTS, SITUATION
from trendechos.flow.run import SIGNATURE, now, words_hash
from trendechos.records.codec import Json, to_json
from trendechos.store import open_store

FORMAT = "trendechos signature, version 1"
# A brief's own files; its store goes on growing and is checked report by report.
FROZEN = ("brief.html", "brief.md", SITUATION, INPUTS)
NEEDED = (SITUATION, INPUTS)


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of checking a signature: who signed when, what has changed, what was not checked."""

    signed_by: str
    signed_at: str
    remarks: str
    files: int
    reports: int
    changed: tuple[str, ...]
    notes: tuple[str, ...] = ()


def sign(out: Path, name: str, remarks: str = "") -> Path:
    """Writes signature.json into the folder of a brief and returns its path.

    Raises InvalidInput without a name, without a brief, or where somebody has signed already.
    """
    who = " ".join(name.split())
    if not who:
        raise InvalidInput("a signature needs a name: --name")
    missing = [one for one in NEEDED if not (out / one).is_file()]
    if missing:
        raise InvalidInput(f"{out}: no brief here ({', '.join(missing)} missing); name a brief's folder")
    if (out / SIGNATURE).exists():
        raise InvalidInput(f"{out}: signed already; trendechos verify {out} says by whom")
    body = signed(_hashes(out), _read(out / SITUATION), _read(out / INPUTS), who, remarks.strip(), now())
    path = out / SIGNATURE
    try:
        # "x": of two people who sign at the same moment one is told.
        with path.open("x", encoding="utf-8") as stream:
            stream.write(to_json(body, indent=2) + "\n")
    except FileExistsError as error:
        raise InvalidInput(f"{out}: signed already; trendechos verify {out} says by whom") from error
    except OSError as error:
        raise InvalidInput(f"{path}: cannot be written: {error.strerror}") from error
    return path


def signed(
    files: Mapping[str, str],
    situation: Mapping[str, Any],
    inputs: Mapping[str, Any],
    name: str,
    remarks: str,
    at: str,
) -> Json:
    """The signature as a document whose last key is the hash of all others."""
    body: Json = {
        "format": FORMAT,
        "title": situation.get("title", ""),
        "as_of": situation.get("as_of"),
        "signed_by": name,
        "signed_at": at,
        "remarks": remarks,
        "trendechos": inputs.get("trendechos", __version__),
        "files": dict(files),
        "reports": inputs.get("reports", []),
    }
    return {**body, "hash": _hash(to_json(body).encode("utf-8", "surrogatepass"))}


def verify(out: Path, store: Path | None = None) -> Verified:
    """What has changed in a signed folder since; with a store also in the reports that it holds.

    Raises InvalidInput where there is no readable signature.
    """
    if not (out / SIGNATURE).exists():
        raise InvalidInput(f"{out}: nobody has signed a brief here; trendechos sign {out} --name NAME does")
    body = _read(out / SIGNATURE)
    if body.get("format") != FORMAT or not isinstance(body.get("files"), dict):
        raise InvalidInput(f"{out / SIGNATURE}: not a signature of a brief")
    changed = []
    rest = {key: value for key, value in body.items() if key != "hash"}
    if _hash(to_json(rest).encode("utf-8", "surrogatepass")) != body.get("hash"):
        changed.append(f"{SIGNATURE} itself was changed")
    present = _hashes(out)
    for name, wanted in sorted(body["files"].items()):
        if name not in present:
            changed.append(f"{name} is missing")
        elif present[name] != wanted:
            changed.append(f"{name} was changed")
    changed += [f"{name} was added" for name in sorted(present.keys() - body["files"].keys())]
    reports = body.get("reports") if isinstance(body.get("reports"), list) else []
    notes: tuple[str, ...] = ()
    if store is not None and store.is_file():
        changed += _reports(store, reports or [])
    else:
        notes = ("the reports themselves were not checked: no store here; name it with --store",)
    return Verified(
        str(body.get("signed_by", "")), str(body.get("signed_at", "")), str(body.get("remarks", "")),
        len(body["files"]), len(reports or []), tuple(changed), notes,
    )  # fmt: skip


def _reports(store: Path, listed: Sequence[Mapping[str, Any]]) -> list[str]:
    with closing(open_store(str(store), read_only=True)) as opened, opened.view() as view:
        held = {
            (one.report_id, one.version_id): one for one in view.reports([row["report_id"] for row in listed])
        }
    found = []
    for row in listed:
        report = held.get((row["report_id"], row["version_id"]))
        if report is None:
            found.append(f"report {row['report_id']}: this version is no longer in the store")
        elif words_hash(report) != row["words"]:
            found.append(f"report {row['report_id']}: its words in the store were changed")
    return found


def _hashes(out: Path) -> dict[str, str]:
    return {name: _hash((out / name).read_bytes()) for name in FROZEN if (out / name).is_file()}


def _hash(content: bytes) -> str:
    return blake2b(content, digest_size=32).hexdigest()


def _read(path: Path) -> Json:
    try:
        read = json.loads(path.read_bytes())
    except OSError as error:
        raise InvalidInput(f"{path}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise InvalidInput(f"{path}: not readable as JSON: {error}") from error
    if not isinstance(read, dict):
        raise InvalidInput(f"{path}: not a JSON object")
    return read
