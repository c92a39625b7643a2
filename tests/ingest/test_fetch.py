"""One address is fetched within limits, from real servers on loopback."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from trendechos.errors import SkipItem
from trendechos.ingest.addresses import literal
from trendechos.ingest.fetch import Limits, get

HOME = frozenset({"127.0.0.1", "localhost"})
# Wide in time, so that a busy machine does not decide; the slow pages get their own.
QUICK = Limits(total_seconds=30, wait_seconds=10, max_bytes=100_000, redirects=3)
HASTY = Limits(total_seconds=0.6, wait_seconds=0.3, max_bytes=100_000, redirects=3)


class Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        try:
            PAGES.get(self.path, Pages.missing)(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass

    def answer(
        self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **more: str
    ) -> None:
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"} | more
        for name, value in headers.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def missing(self) -> None:
        self.answer(b"no", status=404)

    def to(self, location: str) -> None:
        self.answer(b"", status=302, Location=location)

    def drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            self.wfile.write(b"X-%d: y\r\n" % number)
            time.sleep(0.1)

    def drip_body(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.close_connection = True
        for _ in range(100):
            self.wfile.write(b"a")
            time.sleep(0.1)

    def endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.close_connection = True
        while True:
            self.wfile.write(b"a" * 10_000)

    def hang(self) -> None:
        time.sleep(2)


PAGES: dict[str, Callable[[Pages], None]] = {
    "/ok": lambda page: page.answer(b"<p>hello</p>"),
    "/bare": lambda page: page.answer(b"hello", kind=""),
    "/gzip": lambda page: page.answer(gzip.compress(b"hello"), Content_Encoding="gzip"),
    "/broken-gzip": lambda page: page.answer(b"hello", Content_Encoding="gzip"),
    "/brotli": lambda page: page.answer(b"hello", Content_Encoding="br"),
    "/bomb": lambda page: page.answer(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip"),
    "/big": lambda page: page.answer(b"a" * 100_001),
    "/fits": lambda page: page.answer(b"a" * 100_000),
    "/video": lambda page: page.answer(b"hello", kind="video/mp4"),
    "/octets": lambda page: page.answer(b"hello", kind="application/octet-stream"),
    "/rows.jsonl": lambda page: page.answer(b"{}", kind="application/octet-stream"),
    "/error": lambda page: page.answer(b"no", status=500),
    "/to-ok": lambda page: page.to("/ok"),
    "/to-localhost": lambda page: page.to(f"http://localhost:{page.server.server_address[1]}/ok"),
    "/to-private": lambda page: page.to("http://169.254.169.254/latest/meta-data/"),
    "/to-file": lambda page: page.to("file:///etc/passwd"),
    "/to-nowhere": lambda page: page.answer(b"", status=302),
    "/loop": lambda page: page.to("/loop"),
    "/drip-headers": Pages.drip_headers,
    "/drip-body": Pages.drip_body,
    "/endless": Pages.endless,
    "/hang": Pages.hang,
}


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("path", "data", "final"),
    [
        ("/ok", b"<p>hello</p>", "/ok"), ("/to-ok", b"<p>hello</p>", "/ok"), ("/gzip", b"hello", "/gzip"),
        ("/bare", b"hello", "/bare"), ("/fits", b"a" * 100_000, "/fits"), ("/rows.jsonl", b"{}", "/rows.jsonl"),
    ],
)  # fmt: skip
def test_what_is_fetched(base: str, path: str, data: bytes, final: str) -> None:
    fetched = get(base + path, allow=HOME, limits=QUICK)
    assert (fetched.data, fetched.url, fetched.final_url) == (data, base + path, base + final)


def test_media_type_and_headers_come_along(base: str) -> None:
    fetched = get(base + "/ok", allow=HOME, limits=QUICK)
    assert fetched.media_type == "text/html"
    assert dict(fetched.headers)["content-length"] == "12"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/no", "answered 404"), ("/error", "answered 500"), ("/video", "type video/mp4"),
        ("/octets", "octet-stream"), ("/big", "larger than 100000"), ("/bomb", "larger than 100000"),
        ("/endless", "larger than 100000"), ("/broken-gzip", "packed body is broken"),
        ("/brotli", "packed as br"),
        ("/loop", "more than 3 redirects"), ("/to-private", "not a public address"),
        ("/to-file", "only http and https"), ("/to-nowhere", "redirect to nowhere"),
    ],
)  # fmt: skip
def test_what_is_refused(base: str, path: str, reason: str) -> None:
    with pytest.raises(SkipItem, match=reason):
        get(base + path, allow=HOME, limits=QUICK)


@pytest.mark.parametrize("path", ["/hang", "/drip-headers", "/drip-body"])
def test_a_slow_server_does_not_hold_the_run(base: str, path: str) -> None:
    started = time.monotonic()
    with pytest.raises(SkipItem, match="in time"):
        get(base + path, allow=HOME, limits=HASTY)
    assert time.monotonic() - started < 8  # the page itself would take ten seconds


def test_loopback_is_refused_unless_named(base: str) -> None:
    with pytest.raises(SkipItem, match="not a public address"):
        get(base + "/ok")


def test_a_redirect_to_another_name_is_checked_again(base: str) -> None:
    with pytest.raises(SkipItem, match=r"localhost \(.+\): not a public address"):
        get(base + "/to-localhost", allow=frozenset({"127.0.0.1"}), limits=QUICK)


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/", "http://0x7f000001/", "http://127.1/", "http://0/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[fec0::1]/", "http://[fe80::1]/",
        "http://10.0.0.1/", "http://169.254.169.254/", "http://localhost/",
    ],
)  # fmt: skip
def test_every_spelling_of_inside_is_refused(url: str) -> None:
    with pytest.raises(SkipItem, match="not a public address"):
        get(url, limits=QUICK)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a.example/", "file:///etc/passwd", "//a.example", "a", "", "http://", "http:///x",
        "javascript:alert(1)",
        "http://user:secret@a.example/", "http://a\x00b/", "http://[::1", "http://a:99999999/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_and_no_secret_is_shown(url: str) -> None:
    with pytest.raises(SkipItem) as caught:
        get(url, limits=QUICK)
    assert "secret" not in str(caught.value)


def test_nothing_listens(base: str) -> None:
    with pytest.raises(SkipItem):
        get("http://127.0.0.1:1/", allow=HOME, limits=QUICK)


def test_proxies_of_the_environment_are_ignored(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    assert get(base + "/ok", allow=HOME, limits=QUICK).data == b"<p>hello</p>"


def answers(monkeypatch: pytest.MonkeyPatch, *found: list[str]) -> list[str]:
    """Makes the resolver give these addresses, one list a question; returns the names asked for."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def resolve(host: str, port: int, *given: int, **named: int) -> list[tuple[object, ...]]:
        if literal(host):
            return real(host, port, *given, **named)
        asked.append(host)
        addresses = found[min(len(asked), len(found)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def test_a_name_is_resolved_once_so_that_it_cannot_change_its_mind(
    base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Public when it is checked, ours a moment later; nothing is reached at the first (it is no host's).
    asked = answers(monkeypatch, ["198.20.0.1"], ["127.0.0.1"])
    reached: list[object] = []
    connect = socket.create_connection

    def connected(address: tuple[str, int], *given: object, **named: object) -> socket.socket:
        reached.append(address[0])
        return connect(("127.0.0.1", 1), *given, **named)

    monkeypatch.setattr(socket, "create_connection", connected)
    with pytest.raises(SkipItem):
        get(base.replace("127.0.0.1", "turncoat.example") + "/ok", limits=HASTY)
    assert asked == ["turncoat.example"]
    assert reached == ["198.20.0.1"]


@pytest.mark.parametrize(
    "inside", ["127.0.0.1", "10.1.2.3", "64:ff9b::a00:1", "2002:a00:1::", "::ffff:10.0.0.1"]
)
def test_one_address_inside_among_public_ones_closes_the_name(
    inside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, ["93.184.216.34", inside])
    with pytest.raises(SkipItem, match="not a public address"):
        get("http://two-faced.example/", limits=HASTY)


def test_an_allowed_name_does_not_open_the_names_it_redirects_to(
    base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = base.rpartition(":")[2]
    PAGES["/to-other"] = lambda page: page.to(f"http://other.example:{port}/ok")
    answers(monkeypatch, ["127.0.0.1"])
    assert get(f"http://mine.example:{port}/ok", allow=frozenset({"mine.example"}), limits=QUICK).data
    with pytest.raises(SkipItem, match=r"other\.example \(127\.0\.0\.1\): not a public address"):
        get(f"http://mine.example:{port}/to-other", allow=frozenset({"mine.example"}), limits=QUICK)
