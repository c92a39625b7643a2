"""Who may write, and what every answer and request must look like."""

from __future__ import annotations

import hmac
import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import scrypt
from ipaddress import ip_address
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from trendechos.errors import InvalidInput

COOKIE = "trendechos"
SESSION_SECONDS = 12 * 3600
SESSIONS_AT_MOST = 1000
# A person mistypes a few times; a program that guesses needs millions of tries.
TRIES = 8
TRY_SECONDS = 300.0
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # `no-referrer` would turn the Origin of our own forms into `null`, and the check below needs it.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


@dataclass(frozen=True, slots=True)
class Access:
    """Who may write: with neither token nor people, anybody on this machine (and nobody else can reach it).

    `hosts` are the names under which the server answers; any other is refused, so that a page elsewhere
    cannot reach it under a name of its own.
    """

    token: str = ""
    people: Mapping[str, str] = field(default_factory=dict)
    hosts: frozenset[str] = frozenset(LOOPBACK)

    @property
    def guarded(self) -> bool:
        """True when writing needs a sign-in."""
        return bool(self.token or self.people)

    def admits(self, name: str, secret: str) -> bool:
        """True when `secret` is the shared token or the password of `name`."""
        known = self.people.get(name)
        if known is not None:
            return checks(secret, known)
        return bool(self.token) and hmac.compare_digest(secret.encode(), self.token.encode())


def is_loopback(host: str) -> bool:
    """True when a server bound to `host` can be reached from this machine only.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def hashed(password: str, salt: bytes | None = None) -> str:
    """A password as it stands in a password file (scrypt, RFC 7914; n 2^14, r 8, p 1)."""
    salt = salt or secrets.token_bytes(16)
    return f"scrypt${salt.hex()}${scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1).hex()}"


def checks(password: str, stored: str) -> bool:
    """True when `password` is the one that `stored` was made from."""
    try:
        kind, salt, _ = stored.split("$")
        return kind == "scrypt" and hmac.compare_digest(hashed(password, bytes.fromhex(salt)), stored)
    except ValueError:
        return False


def people(path: Path) -> dict[str, str]:
    """The people of a password file, one `name:hash` a line; raises InvalidInput where it is none."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(f"{path}: not readable as a password file") from error
    found = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, stored = line.partition(":")
        if not name.strip() or not stored.startswith("scrypt$"):
            raise InvalidInput(
                f"{path}, line {number}: give name:hash, made with trendechos serve --add-person NAME"
            )
        found[name.strip()] = stored.strip()
    return found


class Sessions:
    """Who is signed in, in memory: a restart signs everybody out."""

    def __init__(self) -> None:
        """Begins with nobody."""
        self._open: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._lock = Lock()

    def begin(self, name: str) -> str:
        """A new session for `name`: the value of its cookie."""
        value = secrets.token_urlsafe(32)
        with self._lock:
            self._open[value] = (name, time.monotonic() + SESSION_SECONDS)
            while len(self._open) > SESSIONS_AT_MOST:
                self._open.popitem(last=False)
        return value

    def name(self, value: str | None) -> str | None:
        """Who holds this cookie, None when nobody does or the session has ended."""
        with self._lock:
            held = self._open.get(value or "")
            if held is None or held[1] < time.monotonic():
                self._open.pop(value or "", None)
                return None
            return held[0]

    def end(self, value: str | None) -> None:
        """Signs out."""
        with self._lock:
            self._open.pop(value or "", None)


class Attempts:
    """How often somebody tried to sign in of late."""

    def __init__(self) -> None:
        """Begins with no attempt."""
        self._tries: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def allowed(self, who: str) -> bool:
        """Counts one attempt of `who`; False when there were too many within five minutes."""
        now = time.monotonic()
        with self._lock:
            tries = self._tries.setdefault(who, deque(maxlen=TRIES))
            self._tries.move_to_end(who)
            while len(self._tries) > SESSIONS_AT_MOST:
                self._tries.popitem(last=False)
            if len(tries) == TRIES and now - tries[0] < TRY_SECONDS:
                return False
            tries.append(now)
            return True


def own_origin(request: Request) -> bool:
    """True when a writing request comes from a page of this server."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site") == "same-origin"
    return urlsplit(origin).netloc == request.headers.get("host", "")


class Guard:
    """Refuses foreign host names and large bodies, and puts the security headers on every answer."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str], body_bytes: int) -> None:
        """Stands before `app`; `body_bytes` is the most that one request may bring."""
        self.app, self.hosts, self.body_bytes = app, hosts, body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handles one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refused(headers)
        if refused is not None:
            await refused(scope, receive, _adding(send))
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.body_bytes:
                raise BodyTooLargeError
            return message

        await self.app(scope, counted, _adding(send))

    def _refused(self, headers: Headers) -> PlainTextResponse | None:
        host = headers.get("host", "")
        name = host if host.endswith("]") else host.rsplit(":", 1)[0]
        if name.lower() not in self.hosts:
            return PlainTextResponse("This server does not answer under that name.\n", 421)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self.body_bytes:
            return PlainTextResponse(f"At most {self.body_bytes:,} bytes at once.\n", 413)
        return None


class BodyTooLargeError(Exception):
    """A request without a stated length turned out too large."""


def _adding(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent
