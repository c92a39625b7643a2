"""The main job on the example: cold, warm, peak memory, and what it costs beside the language model alone.

    python -m benchmarks.main_job [REPORTS.jsonl] [--runs 5]

Whole runs are processes of their own, timed from outside; CPU seconds are theirs and their children's.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from trendechos.flow.collect import collect
from trendechos.flow.work import Batch, parser, read_batch, sentence_texts
from trendechos.settings import Settings

EXAMPLE = Path(__file__).parents[1] / "examples" / "kursk-2024" / "reports.jsonl"


def whole_job(path: Path, out: str) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak resident MB of one `trendechos brief`."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "trendechos", "brief", str(path), "--out", out, "--quiet"]
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the job failed with status {status}")
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def cpu(work: object) -> float:
    before = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - before


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("reports", nargs="?", type=Path, default=EXAMPLE)
    arguments.add_argument("--runs", type=int, default=5)
    given = arguments.parse_args()

    cold, warm = [], []
    for _ in range(given.runs):
        with tempfile.TemporaryDirectory() as out:
            cold.append(whole_job(given.reports, out))
            warm.append(whole_job(given.reports, out))

    reports, _ = collect([str(given.reports)], Settings(), today="2999-12-31")
    texts = list({text: None for report in reports for text in sentence_texts(report)})
    words = sum(len(report.text.split()) for report in reports)
    model = parser("")
    read_batch(Batch(tuple(reports[:1]), {}, ""))  # loads the model and the packaged knowledge
    alone, whole = [], []
    for _ in range(given.runs):
        alone.append(cpu(lambda: model.parse(texts)))
        whole.append(cpu(lambda: read_batch(Batch(tuple(reports), {}, ""))))
    model_cost, whole_cost = statistics.median(alone), statistics.median(whole)

    print(
        f"{len(reports)} reports, {words:,} words, {len(texts):,} distinct sentences, medians of {given.runs}\n"
    )
    print("| run | wall s | CPU s | peak MB |")
    print("|---|---|---|---|")
    for name, runs in (("cold", cold), ("warm", warm)):
        wall, used, memory = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"| {name} | {wall:.1f} | {used:.1f} | {memory:.0f} |")
    print("\n| per 1,000 words | CPU s |")
    print("|---|---|")
    print(f"| language model alone | {model_cost / words * 1000:.4f} |")
    print(f"| whole reading | {whole_cost / words * 1000:.4f} |")
    print(f"| the rest adds | {(whole_cost / model_cost - 1) * 100:.0f}% |")
    print(f"\npeak of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
