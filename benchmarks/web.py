"""How quick the pages are: the first page of a large situation, and fifty readers while reports are added.

    python -m benchmarks.web [--claims 100000] [--readers 50] [--seconds 20] [--example REPORTS.jsonl]

The large situation is invented (benchmarks.assess) and put into a store as reading would leave it; its
pages are made once, and each is then asked for by one reader: first without anything kept, then again.
The readers work on the example through a server of its own, started as people start it, each asking for
one page after the other without a pause, while a report is handed in every second and the worker makes
the pages again. Times are those of the client on the same machine.
"""

from __future__ import annotations

import argparse
import http.client
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.assess import Wire
from trendechos import __version__
from trendechos.flow.publish import publish, register
from trendechos.flow.stages import engine_id
from trendechos.flow.work import parser
from trendechos.records import Claim, Report
from trendechos.store import open_store
from trendechos.store.store import Read

EXAMPLE = Path(__file__).parents[1] / "examples" / "kursk-2024" / "reports.jsonl"
PORT = 8377


def filled(path: Path, count: int) -> str:
    """A store at `path` with an invented situation of `count` claims, its pages made."""
    reports, claims = Wire().make(count)
    by_report: dict[str, list[Claim]] = {}
    for claim in claims:
        by_report.setdefault(claim.report_id, []).append(claim)
    engine = engine_id(parser("").model, __version__)
    with closing(open_store(str(path))) as store:
        for start in range(0, len(reports), 2000):
            some = reports[start : start + 2000]
            with store.writer() as writer:
                writer.add_reports(some)
                writer.add_read([_read(one, by_report) for one in some], engine, {})
        with store.writer() as writer:
            situation = register(writer, reports, title="Large", about=None, made_at="2024-06-01T00:00:00Z")
        cpu, wall = time.process_time(), time.perf_counter()
        made = publish(store, situation, engine)
        took = f"{time.process_time() - cpu:.0f} s CPU, {time.perf_counter() - wall:.0f} s"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    print(
        f"{made.claims:,} claims: {made.views:,} documents made in {took};"
        f" peak {peak:,.0f} MB; store {size:,.0f} MB"
    )
    return situation


def _read(report: Report, claims: dict[str, list[Claim]]) -> Read:
    return Read(report, tuple(claims.get(report.report_id, ())), (), 4, 60)


@contextmanager
def served(*arguments: str) -> Iterator[None]:
    """A server as people start it."""
    command = [sys.executable, "-m", "trendechos", "serve", "--port", str(PORT), "--quiet", *arguments]
    process = subprocess.Popen(command)
    try:
        wait_for("/", lambda status: status == 200)
        yield
    finally:
        process.terminate()
        process.wait(20)


def wait_for(path: str, good: Callable[[int], bool]) -> None:
    for _ in range(600):
        try:
            if good(get(path)[0]):
                return
        except OSError:
            pass
        time.sleep(0.5)
    raise SystemExit(f"{path} never came")


def get(path: str, connection: http.client.HTTPConnection | None = None) -> tuple[int, bytes, float]:
    own = connection or http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    start = time.perf_counter()
    own.request("GET", path)
    answer = own.getresponse()
    body = answer.read()
    took = time.perf_counter() - start
    if connection is None:
        own.close()
    return answer.status, body, took


def addresses(situation: str) -> list[str]:
    api, home = f"/api/v1/situations/{situation}", f"/s/{situation}"
    out = [home, f"{home}/changes", f"{home}/brief", "/", "/search?q=said"]
    for name in ("questions", "reports", "sources", "actors"):
        entries = json.loads(get(f"{api}/list/{name}")[1])["entries"]
        out += [f"{home}/{one['to']}" for one in entries[:3]] + [f"{home}/list/{name}"]
    return out


def first_pages(count: int) -> None:
    """Every kind of page of a large situation, without anything kept and then again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite"
        situation = filled(path, count)
        with served("--store", str(path)):
            for address in addresses(situation):
                times = []
                for number in range(5):
                    # A query of its own keeps the page from being taken as laid out before.
                    mark = f"{'&' if '?' in address else '?'}n={number}"
                    status, body, took = get(address + mark)
                    assert status == 200, address
                    times.append(took)
                get(address)
                again = get(address)[2]
                first = 1000 * statistics.median(times)
                print(f"{first:6.0f} ms, kept {1000 * again:4.0f} ms, {len(body):>9,} bytes  {address}")


def readers(example: Path, many: int, seconds: float) -> None:
    """Many readers at once while reports are handed in."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "store.sqlite")
        with served("--store", path, "--title", "Example", str(example)):
            wait_for("/s/example", lambda status: status == 200)
            pages = addresses("example")
            times: list[float] = []
            wrong: list[str] = []
            end = time.monotonic() + seconds
            threads = [
                threading.Thread(target=_reader, args=(pages[n % len(pages) :] + pages, end, times, wrong))
                for n in range(many)
            ]
            for thread in threads:
                thread.start()
            handed = _hand_in(end)
            for thread in threads:
                thread.join()
    ranked = sorted(times)
    p50, p95, p99 = (1000 * ranked[int(len(ranked) * share)] for share in (0.5, 0.95, 0.99))
    print(
        f"{many} readers, {seconds:.0f} s, {handed} reports handed in meanwhile: {len(times):,} pages"
        f" ({len(times) / seconds:.0f} a second), {len(wrong)} errors;"
        f" p50 {p50:.0f} ms, p95 {p95:.0f} ms, p99 {p99:.0f} ms"
    )


def _reader(pages: Sequence[str], end: float, times: list[float], wrong: list[str]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    while time.monotonic() < end:
        for address in pages:
            if time.monotonic() >= end:
                return
            status, _, took = get(address, connection)
            times.append(took)
            # A question may change its name when reports are added; nothing else may go.
            if status != 200 and not (status == 404 and "/q/" in address):
                wrong.append(f"{status} {address}")


def _hand_in(end: float) -> int:
    handed = 0
    headers = {"origin": f"http://127.0.0.1:{PORT}", "content-type": "application/x-www-form-urlencoded"}
    while time.monotonic() < end:
        text = f"The ministry said that {100 + handed} people were moved from Kursk on Monday."
        form = urlencode({"situation": "example", "person": "Ada", "text": text, "published": "2024-11-13"})
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        connection.request("POST", "/reports", form, headers)
        handed += connection.getresponse().status == 303
        connection.close()
        time.sleep(1)
    return handed


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--claims", type=int, default=100_000)
    arguments.add_argument("--readers", type=int, default=50)
    arguments.add_argument("--seconds", type=float, default=20)
    arguments.add_argument("--example", type=Path, default=EXAMPLE)
    given = arguments.parse_args()
    if given.readers:
        readers(given.example, given.readers, given.seconds)
    if given.claims:
        first_pages(given.claims)


if __name__ == "__main__":
    main()
