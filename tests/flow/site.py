"""A site on loopback whose pages a test writes, changes and takes away."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from trendechos.batch import Serial
from trendechos.flow.alerts import Channels
from trendechos.flow.read import Reader
from trendechos.flow.situation_file import load
from trendechos.flow.watch import Watcher
from trendechos.flow.watch_clock import Clock
from trendechos.store import Store

SENTENCES = (
    "The river Odra rose to {n} centimetres at Exampletown on Monday, the mayor said.",
    "About {n} people left their homes, Civil Protection said in a statement.",
    "The governor denied that the dyke had been breached at kilometre {n}.",
)


def article(number: int, *, body: str = "", date: str = "2024-11-04") -> str:
    """A page of an invented outlet."""
    text = body or "".join(f"<p>{sentence.format(n=100 + number)}</p>" for sentence in SENTENCES)
    return (
        f'<!doctype html><html lang="en"><head><title>Flood report {number}</title>'
        f'<meta property="og:site_name" content="Example Post">'
        f'<meta property="article:published_time" content="{date}"></head>'
        f"<body><nav>Home News Sport</nav><article><h1>Flood report {number}</h1>{text}</article></body></html>"
    )


def rss(base: str, numbers: list[int], **fields: str) -> str:
    """An RSS feed of the articles with these numbers; every entry has the same time stamp."""
    date = fields.get("date", "Mon, 04 Nov 2024 10:00:00 GMT")
    entries = "".join(
        f"<item><guid>{fields.get('guid', 'g')}-{number}</guid><link>{base}/{number}</link>"
        f"<title>Flood report {number}</title><pubDate>{date}</pubDate></item>"
        for number in numbers
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Example</title>{entries}</channel></rss>'


@dataclass
class Reply:
    """What the site answers at one path."""

    body: str | bytes = ""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""
    slow: float = 0.0


@dataclass
class Site:
    """Pages by path, and how often each was asked for and sent in full."""

    base: str
    pages: dict[str, Reply] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    sent: Counter[str] = field(default_factory=Counter)
    posted: list[bytes] = field(default_factory=list)

    def put(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8", **more: object) -> None:
        """Serves `body` at `path` from now on."""
        self.pages[path] = Reply(body, kind, **more)  # type: ignore[arg-type]

    def feed(self, numbers: list[int], path: str = "/feed", **more: object) -> None:
        """Serves a feed of articles, and the articles."""
        self.put(path, rss(self.base, numbers), "application/rss+xml", **more)
        for number in numbers:
            self.pages.setdefault(f"/{number}", Reply(article(number)))


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Site]:
    """A Site that is served on loopback until the block ends."""
    site = Site("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            reply = site.pages.get(self.path, Reply("no", status=404))
            site.asked[self.path] += 1
            time.sleep(reply.slow)
            status, body = reply.status, reply.body.encode() if isinstance(reply.body, str) else reply.body
            if reply.etag and self.headers.get("If-None-Match") == reply.etag:
                status, body = 304, b""
            elif status == 200:
                site.sent[self.path] += 1
            self.send_response(status)
            extra = {"ETag": reply.etag} if reply.etag else {}
            for name, value in {"Content-Type": reply.kind, **extra, **reply.headers}.items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(OSError):  # the watcher may have hung up
                self.wfile.write(body)

        def do_POST(self) -> None:
            site.posted.append(self.rfile.read(int(self.headers["Content-Length"])))
            reply = site.pages.get(self.path, Reply(status=204))
            self.send_response(reply.status)
            self.send_header("Connection", "close")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            pass

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    site.base = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class FakeClock:
    """A clock that moves only when told to; `slept` is what was waited for in all."""

    def __init__(self, start: float = 1_730_800_800.0) -> None:
        self.time = start
        self.slept = 0.0
        self._lock = threading.Lock()

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        with self._lock:
            self.time += seconds
            self.slept += seconds


def begin_with(folder: Path, site: Site, store: Store, clock: FakeClock) -> Callable[..., Watcher]:
    """A function that starts a watcher of a situation file in `folder`; arguments are parts of the file."""

    def start(
        *paths: str,
        about: str = "",
        polite: str = "",
        more: str = "",
        environment: dict[str, str] | None = None,
    ) -> Watcher:
        addresses = "".join(f'[[sources]]\nurl = "{site.base}{path}"\n' for path in paths or ("/feed",))
        path = folder / "floods.toml"
        pauses = polite if "delay" in polite else f"delay_seconds = 0\n{polite}"
        allow = 'allow_hosts = ["127.0.0.1"]'
        path.write_text(
            f'title = "Floods"\n[about]\n{about}\n{addresses}\n[politeness]\n{pauses}\n{allow}\n{more}\n'
        )
        channels = Channels(environment or {})
        return Watcher(
            load(path), Reader(store, Serial()), clock=Clock(clock.now, clock.sleep), channels=channels
        )

    return start
