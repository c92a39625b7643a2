"""What every page needs of the server: the store, who asks, which day, and how a page is put together."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import blake2b
from threading import Lock
from typing import Any

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from trendechos.errors import InvalidInput, NotFound
from trendechos.presentation.views import LAYOUT
from trendechos.store import Store, View
from trendechos.store.pages import Known, Page
from trendechos.web.security import COOKIE, Access, Attempts, Sessions

# Rendered pages kept in memory, by what they show: what fifty readers of one situation ask for.
KEPT_PAGES = 64
KEPT_BYTES = 64_000_000


class Kept:
    """The pages rendered last, bounded in number and bytes."""

    def __init__(self) -> None:
        """Begins empty."""
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, etag: str) -> bytes | None:
        """The page that was kept under this tag."""
        with self._lock:
            body = self._pages.get(etag)
            if body is not None:
                self._pages.move_to_end(etag)
            return body

    def put(self, etag: str, body: bytes) -> None:
        """Keeps a page, and drops the ones not asked for longest."""
        with self._lock:
            if etag in self._pages or len(body) > KEPT_BYTES // 4:
                return
            self._pages[etag] = body
            self._bytes += len(body)
            while len(self._pages) > KEPT_PAGES or self._bytes > KEPT_BYTES:
                _, dropped = self._pages.popitem(last=False)
                self._bytes -= len(dropped)


@dataclass(frozen=True)
class Site:
    """One server."""

    store: Store
    access: Access
    templates: Environment
    build: str
    pdf: bool = False
    sessions: Sessions = field(default_factory=Sessions)
    attempts: Attempts = field(default_factory=Attempts)
    kept: Kept = field(default_factory=Kept)

    @contextmanager
    def view(self) -> Iterator[View]:
        """A look at what is committed now."""
        with self.store.view() as view:
            yield view

    def person(self, request: Request) -> str | None:
        """Who may write in this request: a name ("" when nobody signs in here), or None."""
        if not self.access.guarded:
            return ""
        return self.sessions.name(request.cookies.get(COOKIE))


@dataclass(frozen=True)
class Asked:
    """One request for a view of a situation: which situation, as of which day ("" for the latest)."""

    site: Site
    request: Request
    known: Known
    as_of: str

    def page(self, kind: str, key: str = "") -> Page:
        """The view asked for; raises Waiting when its day is not assessed yet, NotFound when there is none."""
        situation = self.known.situation_id
        with self.site.view() as view:
            mark = view.pages.get(situation, self.as_of, "mark")
            ready = mark is not None and mark.document.get("layout") == LAYOUT
            page = view.pages.get(situation, self.as_of, kind, key) if ready else None
        if page is not None:
            return page
        if ready:
            raise NotFound("This situation has no such page" + (f" as of {self.as_of}." if self.as_of else "."))
        if self.as_of:
            self._want()
        raise Waiting(self)

    def _want(self) -> None:
        """Notes the day for the worker, once it is known to lie within what is held."""
        first, last = self.bounds()
        if not first or not last or self.as_of < first:
            raise NotFound(
                f"No page that we hold was published by {self.as_of}; the first is of {first or 'no day'}."
            )
        if self.as_of > last:
            raise Elsewhere(f"{self.request.url.path}?as_of={last}")
        with self.site.store.writer() as writer:
            writer.pages.want(self.known.situation_id, self.as_of, now())

    def bounds(self) -> tuple[str | None, str | None]:
        """The first and last day held, as the latest pages have it."""
        with self.site.view() as view:
            latest = view.pages.get(self.known.situation_id, "", "list", "reports-1")
        if latest is None:
            raise Waiting(self)
        return latest.document["first_day"], latest.document["last_day"]


class Waiting(Exception):
    """What was asked for is being made."""

    def __init__(self, asked: Asked) -> None:
        """Says for which situation and day."""
        super().__init__()
        self.asked = asked


class Elsewhere(Exception):
    """What was asked for stands at another address of this server."""

    def __init__(self, path: str) -> None:
        """Says at which."""
        super().__init__(path)
        self.path = path


def summarised(view: View, known: Known) -> tuple[Known, dict[str, Any] | None]:
    """A situation and what the list shows of it; an untitled one is called what its pages call it."""
    page = view.pages.get(known.situation_id, "", "summary")
    summary = page.document if page else None
    return replace(known, title=known.title or (summary["title"] if summary else "Situation")), summary


def asked(site: Site, request: Request, situation: str, as_of: str) -> Asked:
    """The request, its situation and day checked; raises NotFound or InvalidInput."""
    with site.view() as view:
        known = next((one for one in view.pages.situations() if one.situation_id == situation), None)
        if known is None:
            raise NotFound("There is no such situation here.")
        known = known if known.title else summarised(view, known)[0]
    if as_of and not _is_day(as_of):
        raise InvalidInput("Give the day as YYYY-MM-DD.")
    return Asked(site, request, known, as_of)


def _is_day(value: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def now() -> str:
    """This instant in UTC, RFC 3339."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def shown(site: Site, request: Request, template: str, **context: Any) -> Response:
    """A page from a template, whole."""
    person = site.person(request)
    context = {
        "known": None,
        "as_of": "",
        "doc": None,
        "told": request.query_params.get("told", "")[:200],
        **context,
    }
    body = site.templates.get_template(template).render(
        person=person,
        guarded=site.access.guarded,
        path=request.url.path,
        build=site.build,
        pdf=site.pdf,
        **context,
    )
    status = context.get("status", 200)
    return HTMLResponse(body.encode("utf-8", "replace"), status, {"cache-control": "private, no-cache"})


def sent(request: Request, body: bytes, media_type: str) -> Response:
    """A body with an ETag of its own, or 304 when the reader has it."""
    etag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"etag": etag, "cache-control": "private, no-cache"}
    return Response(None, 304, headers) if fresh(request, etag) else Response(body, 200, headers, media_type)


def laid_out(one: Asked, template: str, page: Page, **context: Any) -> Response:
    """A page of a view: unchanged since the reader last saw it, kept from before, or laid out now."""
    site, request = one.site, one.request
    person = site.person(request)
    about = (page.etag, site.build, template, person, one.as_of, one.known.situation_id, one.known.title)
    extra = (request.url.query, site.pdf, sorted(context.items()) if context else None)
    etag = f'W/"{blake2b(repr((about, extra)).encode(), digest_size=12).hexdigest()}"'
    headers = {"etag": etag, "cache-control": "private, no-cache", "vary": "cookie"}
    if fresh(request, etag):
        return Response(None, 304, headers)
    body = site.kept.get(etag)
    if body is None:
        response = shown(
            site, request, template, known=one.known, as_of=one.as_of, doc=page.document, **context
        )
        body = bytes(response.body)
        site.kept.put(etag, body)
    return HTMLResponse(body, 200, headers)


def fresh(request: Request, etag: str) -> bool:
    """True when the reader holds this version already."""
    held = request.headers.get("if-none-match", "")
    return held == "*" or etag.removeprefix("W/") in [tag.strip().removeprefix("W/") for tag in held.split(",")]


def back(path: str) -> Response:
    """Sends the reader of a form on to a page of this server."""
    return RedirectResponse(path, 303)
