"""How long it takes from a feed to the claims: sources on loopback, one pass of watching, start to end.

    python -m benchmarks.watching [--sources 200] [--entries 1] [--words 300]

Every source has a host name of its own (127.0.0.N), a robots.txt, a feed and its pages, and is asked
with the default pause of one second between two requests. The language model is loaded within the time.
Seconds at work (processor time, the little server's included) are what a busy machine does not change.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from trendechos import batch
from trendechos.flow.read import Reader
from trendechos.flow.situation_file import load
from trendechos.flow.watch import Watcher
from trendechos.store import open_store
from trendechos.store.schema import CLAIMS

PLACES = ("Exampletown", "Upper Weir", "Lower Weir", "Ferry Landing", "Old Mill", "Long Meadow", "Stonebridge")
BODIES = ("The mayor", "Civil Protection", "The governor", "The interior ministry", "The Red Cross", "The army")
SAYINGS = (
    "{body} said on Monday that the river at {place} had risen to {n} centimetres.",
    "About {n} people left their homes in {place}, {lower} said in a statement.",
    "{body} denied that the dyke near {place} had been breached at kilometre {n}.",
    "According to {lower}, at least {n} soldiers were sent to {place} to fill sandbags.",
    "The water may reach {place} by Friday, {lower} warned, adding that {n} houses were at risk.",
)


def page(source: int, entry: int, words: int) -> str:
    """An article of about so many words; no two have the same sentences."""
    sentences = []
    length = step = 0
    while length < words:
        seed = source * 31 + entry * 7 + step
        body = BODIES[seed % len(BODIES)]
        saying = SAYINGS[(seed // 3) % len(SAYINGS)].format(
            body=body, lower=body[0].lower() + body[1:], place=PLACES[(seed // 5) % len(PLACES)],
            n=100 + source * 10 + step,
        )  # fmt: skip
        sentences.append(f"<p>{saying}</p>")
        length += len(saying.split())
        step += 1
    return (
        f'<!doctype html><html lang="en"><head><title>Flood report {source}-{entry}</title>'
        f'<meta property="og:site_name" content="Outlet {source}">'
        '<meta property="article:published_time" content="2024-11-04"></head><body><nav>Home News Sport</nav>'
        f"<article><h1>Flood report {source}-{entry}</h1>{''.join(sentences)}</article></body></html>"
    )


def server(entries: int, words: int) -> ThreadingHTTPServer:
    """A server for every loopback address; the last part of the address is the number of the source."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"]
            source = int(host.split(":")[0].rpartition(".")[2])
            if self.path == "/robots.txt":
                self.send_error(404)
                return
            if self.path == "/feed":
                links = "".join(
                    f"<item><guid>{source}-{entry}</guid><link>http://{host}/{entry}</link></item>"
                    for entry in range(entries)
                )
                body = f'<rss version="2.0"><channel><title>Outlet {source}</title>{links}</channel></rss>'
            else:
                body = page(source, int(self.path[1:]), words)
            self.send_response(200)
            self.send_header("Content-Type", "text/xml" if self.path == "/feed" else "text/html")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            pass

    return ThreadingHTTPServer(("0.0.0.0", 0), Handler)  # only for the time of the benchmark


def measured(sources: int, entries: int, words: int, folder: Path) -> str:
    """One pass over a fresh store, then one with nothing new; the result as a line."""
    served = server(entries, words)
    threading.Thread(target=served.serve_forever, daemon=True).start()
    hosts = [f"127.0.0.{number}" for number in range(2, sources + 2)]
    port = served.server_address[1]
    file = folder / "floods.toml"
    file.write_text(
        'title = "Floods"\n[about]\nterms = ["river", "dyke", "flood"]\n'
        + "".join(f'[[sources]]\nurl = "http://{host}:{port}/feed"\n' for host in hosts)
        + f"[politeness]\nmax_pages = 100000\nallow_hosts = {hosts!r}\n".replace("'", '"')
    )
    with (
        closing(open_store(str(folder / "store.sqlite"))) as store,
        closing(batch.choose("auto", words=0)) as one,
    ):
        watcher = Watcher(load(file), Reader(store, one))
        started, worked = time.perf_counter(), time.process_time()
        done = watcher.once()
        first, worked = time.perf_counter() - started, time.process_time() - worked
        started = time.perf_counter()
        watcher.once()
        second = time.perf_counter() - started
        with store.view() as view:
            claims = view.count(CLAIMS)
    served.shutdown()
    return (
        f"{done.polled.asked} sources, {done.fetched} pages, {done.decided.taken} taken, {claims} claims: "
        f"{first:.1f} s from the first request to the last decision, {worked:.1f} of them at work; "
        f"a pass with nothing due {second:.2f} s"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=int, default=200)
    parser.add_argument("--entries", type=int, default=1)
    parser.add_argument("--words", type=int, default=300)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(measured(given.sources, given.entries, given.words, Path(folder)))


if __name__ == "__main__":
    main()
