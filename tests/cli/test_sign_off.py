"""A brief with what is new, resolved, signed and verified, as a user does it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_commands import EXAMPLE, run


def test_what_is_new_is_told_resolved_and_signed(tmp_path: Path) -> None:
    brief = ("brief", str(EXAMPLE), "--since", "2024-10-28", "--out", "made", "--store", "made.sqlite", "-q")
    assert run(*brief, folder=tmp_path).returncode == 0
    situation = json.loads((tmp_path / "made" / "situation.json").read_text(encoding="utf-8"))
    changes = situation["changes"]
    assert {"new_origin", "number_moved", "echo_of_old", "prediction_due"} <= {one["kind"] for one in changes}
    assert all(one["on"] >= "2024-10-28" for one in changes if one["kind"] == "new_origin")
    text = (tmp_path / "made" / "brief.md").read_text(encoding="utf-8")
    assert "Since 28 October" in text
    assert "Old, repeated" in text

    listed = run("resolve", "made", folder=tmp_path).stdout.splitlines()
    key = next(line for line in listed if " open " in line).split()[0]
    said = ("--name", "A. Analyst", "--reason", "not seen", "--evidence", "https://example.org/page")
    done = run("resolve", "made", key, "did_not", *said, "--store", "made.sqlite", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert run(*brief, folder=tmp_path).returncode == 0
    assert "did not come true, says A. Analyst" in (tmp_path / "made" / "brief.md").read_text(encoding="utf-8")

    assert run("sign", "made", "--name", "A. Analyst", folder=tmp_path).returncode == 0
    assert (
        "Unchanged: 4 files, 79 reports."
        in run("verify", "made", "--store", "made.sqlite", folder=tmp_path).stdout
    )
    with (tmp_path / "made" / "brief.md").open("a", encoding="utf-8") as stream:
        stream.write("more")
    changed = run("verify", "made", folder=tmp_path)
    assert (changed.returncode, "CHANGED brief.md" in changed.stdout) == (1, True)


def test_wrong_use_is_told_with_the_remedy(tmp_path: Path) -> None:
    for arguments, words in (
        (("sign", "nowhere", "--name", "A"), "no brief here"),
        (("verify", "nowhere"), "nobody has signed"),
        (("resolve", "nowhere"), "no brief here"),
    ):
        done = run(*arguments, folder=tmp_path)
        assert (done.returncode, words in done.stderr) == (2, True)
        assert "Traceback" not in done.stderr
