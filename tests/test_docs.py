"""Documentation that a test can refute."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import trendechos
from trendechos.cli.lazy import COMMANDS
from trendechos.records.codec import to_json

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("command", [line for block in blocks(README, "bash") for line in block.splitlines()])
def test_commands_of_the_readme_run(command: str, tmp_path: Path) -> None:
    assert command.startswith("trendechos ")
    given = command.replace("trendechos ", f"{sys.executable} -m trendechos ", 1).replace(
        "out/", f"{tmp_path}/"
    )
    environment = {**os.environ, "TRENDECHOS_STORE": str(tmp_path / "store.sqlite")}
    done = subprocess.run(given.split(" ") if '"' not in given else ["bash", "-c", given],
                          cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_commands_of_the_readme_that_go_on_running_exist() -> None:
    for line in (line for block in blocks(README, "sh") for line in block.splitlines()):
        program, command, argument = line.split("#")[0].split()
        assert (program, command in COMMANDS) == ("trendechos", True)
        assert argument == "situation.toml" or (ROOT / argument).exists()


@pytest.mark.parametrize("page", ["README.md", "docs/python.md"])
def test_python_of_the_docs_runs(page: str, tmp_path: Path) -> None:
    (code,) = [
        block for block in blocks((ROOT / page).read_text(encoding="utf-8"), "python") if "te.load" in block
    ]
    script = code.replace('"examples/', f'"{ROOT}/examples/').replace('"out"', to_json(str(tmp_path / "out")))
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_readme_opens_with_the_two_commands() -> None:
    opening = README.splitlines()[:6]
    assert [line.split("#")[0].strip() for line in opening if line.startswith("    ")] == [
        "make brief",
        "make test",
    ]


def test_links_of_the_docs_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_command_is_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"## `trendechos {command}`" in page


def test_the_changelog_knows_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{trendechos.__version__}]" in changelog or "## [Unreleased]" in changelog
