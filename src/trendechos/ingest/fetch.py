"""The only network code: one address fetched within limits, never from inside the house."""

from __future__ import annotations

import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import httpcore2
import httpx2

from trendechos.errors import SkipItem
from trendechos.ingest import addresses
from trendechos.ingest.files import SUFFIXES

AGENT = "trendechos (news reader; honours limits)"
TYPES = frozenset({
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/json", "application/pdf",
    "application/x-ndjson", "application/jsonl", "application/x-jsonlines", "application/rss+xml",
    "application/atom+xml", "application/feed+json", "application/xml", "text/xml",
})  # fmt: skip
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADER_LIMIT = 8_192


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one fetch may take: seconds in all and per wait, bytes after unpacking, redirects."""

    total_seconds: float = 60.0
    wait_seconds: float = 15.0
    max_bytes: int = 20_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `url` as asked for, `final_url` after redirects, the unpacked body.

    `status` is 200, or 304 without a body when the copy that the caller holds is still good.
    """

    url: str
    final_url: str
    data: bytes
    media_type: str
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200

    def header(self, name: str) -> str | None:
        """The first header of this name (in small letters), or None."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True)
class Held:
    """What an earlier answer said about itself, so that an unchanged page is not sent again."""

    etag: str | None = None
    last_modified: str | None = None


class BadAnswer(SkipItem):
    """The server answered, but with a `status` that gives no page; `retry_after` as the header has it."""

    def __init__(self, message: str, status: int, retry_after: str | None = None) -> None:
        """Keeps what the server answered."""
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


class NoAnswer(SkipItem):
    """Nobody answered, or not in time: it says nothing about the page, which may be asked for again."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One request as the caller made it; redirects change only where it goes."""

    url: str
    allow: frozenset[str]
    limits: Limits
    deadline: float
    types: frozenset[str] | None
    headers: tuple[tuple[bytes, bytes], ...] = ()
    body: bytes | None = None


def get(
    url: str,
    *,
    allow: frozenset[str] = frozenset(),
    limits: Limits | None = None,
    held: Held | None = None,
    types: frozenset[str] | None = TYPES,
) -> Fetched:
    """The body behind `url`; raises SkipItem, which says why, when there is none within the limits.

    Only http and https. Every address that a host name resolves to must be public unless the name is
    in `allow`; the connection goes to the address that was checked, and each redirect is checked again.
    With `held` the request is conditional, and an unchanged page comes back with status 304 and no
    body. `types` are the media types read; None takes any.
    """
    bounds = limits or Limits()
    names = frozenset(name.lower() for name in allow)
    deadline = time.monotonic() + bounds.total_seconds
    asked = _Asked(url, names, bounds, deadline, types, tuple(_conditions(held)))
    current = _checked(url)
    for _ in range(bounds.redirects + 1):
        answer = _once(current, asked)
        if isinstance(answer, Fetched):
            return answer
        current = answer
    raise SkipItem(f"{url}: more than {bounds.redirects} redirects")


def post(
    url: str,
    body: bytes,
    media_type: str,
    *,
    allow: frozenset[str] = frozenset(),
    limits: Limits | None = None,
) -> None:
    """Hands `body` to `url` under the same checks; raises SkipItem, without the address, unless it is taken.

    Redirects are not followed. The address may itself be a secret, so no message repeats it.
    """
    bounds = limits or Limits()
    names = frozenset(name.lower() for name in allow)
    headers = ((b"Content-Type", media_type.encode()), (b"Content-Length", str(len(body)).encode()))
    deadline = time.monotonic() + bounds.total_seconds
    try:
        target = _checked(url)
    except SkipItem as error:
        raise SkipItem("webhook: its address is not one that is fetched") from error
    asked = _Asked("webhook", names, bounds, deadline, None, headers, body)
    try:
        answer = _once(target, asked)
    except SkipItem as error:
        raise SkipItem(str(error).replace(target.host, "its host")) from None
    if isinstance(answer, httpx2.URL):
        raise SkipItem("webhook: redirects are not followed")


def _conditions(held: Held | None) -> Iterator[tuple[bytes, bytes]]:
    if held and held.etag:
        yield b"If-None-Match", held.etag.encode("latin-1", "replace")
    if held and held.last_modified:
        yield b"If-Modified-Since", held.last_modified.encode("latin-1", "replace")


def _checked(url: str, base: httpx2.URL | None = None) -> httpx2.URL:
    try:
        parsed = base.join(url) if base else httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError, UnicodeError) as error:
        raise SkipItem(f"{url[:200]}: not an address: {error}") from error
    if parsed.scheme not in ("http", "https"):
        raise SkipItem(f"{url[:200]}: only http and https are fetched")
    if not parsed.host:
        raise SkipItem(f"{url[:200]}: no host")
    if parsed.userinfo:
        raise SkipItem(f"{parsed.host}: an address with a user name is not fetched")
    return parsed


def _once(url: httpx2.URL, asked: _Asked) -> Fetched | httpx2.URL:
    """The body, or the address that the answer redirects to."""
    headers = [
        (b"Host", url.netloc), (b"User-Agent", AGENT.encode()), (b"Accept", b"*/*"),
        (b"Accept-Encoding", b"gzip, deflate"), (b"Connection", b"close"), *asked.headers,
    ]  # fmt: skip
    target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    waits = dict.fromkeys(("connect", "read", "write", "pool"), asked.limits.wait_seconds)
    method = "GET" if asked.body is None else "POST"
    try:
        with (
            httpcore2.ConnectionPool(
                ssl_context=_certificates(), network_backend=_Backend(asked.allow, asked.deadline)
            ) as pool,
            pool.stream(
                method, target, headers=headers, content=asked.body, extensions={"timeout": waits}
            ) as response,
        ):
            return _answer(response, url, asked)
    except httpcore2.TimeoutException as error:
        raise NoAnswer(f"{asked.url}: no answer in time") from error
    except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
        raise NoAnswer(f"{asked.url}: {_reason(error)}") from error
    except (httpcore2.UnsupportedProtocol, UnicodeError) as error:
        raise SkipItem(f"{asked.url}: {_reason(error)}") from error


@cache
def _certificates() -> ssl.SSLContext:
    return httpcore2.default_ssl_context()


def _answer(response: httpcore2.Response, url: httpx2.URL, asked: _Asked) -> Fetched | httpx2.URL:
    headers = tuple(
        (name.decode("latin-1").lower(), value.decode("latin-1")[:_HEADER_LIMIT])
        for name, value in response.headers
    )
    first = dict(reversed(headers))
    media_type = first.get("content-type", "").split(";")[0].strip().lower()
    if response.status in _REDIRECTS:
        if "location" not in first:
            raise SkipItem(f"{asked.url}: a redirect to nowhere")
        return _checked(first["location"], url)
    if asked.body is not None and 200 <= response.status < 300:
        return Fetched(asked.url, str(url), b"", media_type, headers, response.status)
    if response.status == 304 and asked.headers:
        return Fetched(asked.url, str(url), b"", media_type, headers, 304)
    if response.status != 200:
        message = f"{asked.url}: the server answered {response.status}"
        raise BadAnswer(message, response.status, first.get("retry-after"))
    if asked.types is not None and media_type not in asked.types and not _undeclared(media_type, url):
        raise SkipItem(f"{asked.url}: content of type {media_type} is not read")
    data = b"".join(_unpacked(response.iter_stream(), first, asked.url, asked.limits.max_bytes))
    return Fetched(asked.url, str(url), data, media_type, headers)


def _undeclared(media_type: str, url: httpx2.URL) -> bool:
    """True when the type says nothing, and the name of the file may speak for it."""
    if not media_type:
        return True
    return media_type in ("application/octet-stream", "binary/octet-stream") and (
        PurePosixPath(url.path).suffix.lower() in SUFFIXES
    )


def _unpacked(stream: Iterable[bytes], headers: dict[str, str], asked: str, limit: int) -> Iterator[bytes]:
    """The body in pieces; stops with SkipItem at the byte that passes `limit`, packed or unpacked."""
    packing = headers.get("content-encoding", "identity").strip().lower()
    unpack = _unpacker(packing, asked)
    received = given = 0
    for chunk in stream:
        received += len(chunk)
        piece = unpack(chunk, limit - given + 1)
        given += len(piece)
        if given > limit or received > limit:
            raise SkipItem(f"{asked}: larger than {limit} bytes")
        yield piece


def _unpacker(packing: str, asked: str) -> Callable[[bytes, int], bytes]:
    if packing in ("", "identity"):
        return lambda chunk, room: chunk[:room]
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise SkipItem(f"{asked}: packed as {packing[:40]}, which is not read")
    state = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)  # 32: gzip or zlib, by its own header

    def unpack(chunk: bytes, room: int) -> bytes:
        try:
            return state.decompress(chunk, room)
        except zlib.error as error:
            raise SkipItem(f"{asked}: the packed body is broken") from error

    return unpack


def _reason(error: Exception) -> str:
    text = str(error).strip()
    return text[:300] or type(error).__name__


class _Backend(httpcore2.NetworkBackend):
    """Connects only to addresses that were checked, and to the one that was checked (no rebinding)."""

    def __init__(self, allow: frozenset[str], deadline: float) -> None:
        self._allow = allow
        self._deadline = deadline
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        failure: Exception = httpcore2.ConnectError("no address")
        for address in self._resolve(host, port):
            left = _left(self._deadline, timeout)
            try:
                stream = self._plain.connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(stream, self._deadline)
        raise failure

    def _resolve(self, host: str, port: int) -> list[str]:
        name = host.strip("[]")
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
        resolved = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        closed = [address for address in resolved if not addresses.public(address)]
        if closed and name.lower() not in self._allow:
            what = name if addresses.literal(name) else f"{name} ({closed[0]})"
            # One word for both: the list of a situation file and the setting of the other commands.
            raise SkipItem(f"{what}: not a public address; allow the host by its name if it is yours")
        return resolved


class _Stream(httpcore2.NetworkStream):
    """A stream whose every wait ends at the deadline of the whole fetch, so that a drip cannot hold it."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline, timeout))
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("the time for this address is used up")
    return left if timeout is None else min(left, timeout)
