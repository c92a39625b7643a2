"""What is not Python and yet needed at run time is in the wheel."""

from __future__ import annotations

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"


def test_the_wheel_holds_every_file_that_the_package_loads() -> None:
    packed = {one.distribution_path for one in WheelBuilder(str(ROOT)).recurse_included_files()}
    needed = {
        path.relative_to(SOURCE).as_posix()
        for path in (SOURCE / "trendechos").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert needed - packed == set()
    for name in ("web/static/web.css", "web/static/page.js", "web/templates/base.html.j2"):
        assert f"trendechos/{name}" in packed
    assert any(name.startswith("trendechos/presentation/templates/") for name in packed)
