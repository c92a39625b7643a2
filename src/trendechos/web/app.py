"""The web application over a store."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse

from trendechos import __version__
from trendechos.errors import InvalidInput, NotFound, StoreError
from trendechos.presentation import packaged
from trendechos.presentation.wording import dates
from trendechos.presentation.wording.inert import inert
from trendechos.store import Store
from trendechos.web import api, pages, writing
from trendechos.web.security import Access, BodyTooLargeError, Guard
from trendechos.web.site import Elsewhere, Site, Waiting, shown

BODY_BYTES = 25_000_000
_STATIC = Path(__file__).parent / "static"
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def create_app(store: Store, access: Access | None = None, *, body_bytes: int = BODY_BYTES) -> FastAPI:
    """The application that shows `store` and lets those whom `access` admits add and correct."""
    access = access or Access()
    app = FastAPI(
        title="trendechos", version=__version__, docs_url=None, redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        description="The documents behind the pages of a situation. Read-only.",
    )  # fmt: skip
    app.state.site = Site(store, access, _templates(), _build(), pdf=find_spec("weasyprint") is not None)
    app.include_router(pages.router)
    app.include_router(writing.router)
    app.include_router(api.router)
    app.get("/static/{name}", include_in_schema=False)(_static)
    _errors(app)
    app.add_middleware(Guard, hosts=access.hosts, body_bytes=body_bytes)
    return app


@cache
def static() -> dict[str, bytes]:
    """The files that pages load, by name; the brief's own style and script are shared with it."""
    files = {path.name: path.read_bytes() for path in sorted(_STATIC.glob("*")) if path.suffix in _TYPES}
    return {
        "brief.css": packaged.text("brief.css").encode(),
        "copy.js": packaged.text("copy.js").encode(),
        **files,
    }


@cache
def _build() -> str:
    """Changes when a file or template of the web changes, so that nobody sees an old style."""
    folder = Path(__file__).parent / "templates"
    parts = [path.read_bytes() for path in sorted(folder.glob("*.j2"))] + [
        static()[name] for name in sorted(static())
    ]
    return blake2b(b"\0".join([__version__.encode(), *parts]), digest_size=6).hexdigest()


def _static(request: Request, name: str) -> Response:
    body = static().get(name)
    if body is None:
        raise NotFound("There is no such file.")
    # Addresses carry the build, so that a file may be kept for good.
    lasting = request.query_params.get("v") == _build()
    kept = "public, max-age=31536000, immutable" if lasting else "no-cache"
    return Response(body, 200, {"cache-control": kept}, _TYPES[Path(name).suffix])


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("trendechos.web", "templates"), autoescape=True, trim_blocks=True,
        lstrip_blocks=True,        undefined=StrictUndefined, finalize=_harmless,
    )  # fmt: skip
    environment.filters["drawing"] = _drawing
    return environment


def _harmless(value: object) -> object:
    """Whatever a template prints, without controls and overrides; our own markup as it is."""
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _drawing(value: str) -> Markup:
    """A drawing that presentation made, as markup; everything from outside in it is escaped already."""
    return Markup(value)  # noqa: S704  comes from the store's views, which only the worker writes


def _errors(app: FastAPI) -> None:
    """One table from error to answer."""
    table: dict[type[Exception], tuple[int, str]] = {
        NotFound: (404, "Not found"),
        InvalidInput: (400, "That does not fit"),
        ValidationError: (400, "That does not fit"),
        RequestValidationError: (400, "That does not fit"),
        StoreError: (503, "The store is busy"),
        BodyTooLargeError: (413, "Too large"),
    }
    texts = {
        ValidationError: "A field is too long.",
        RequestValidationError: "A field or parameter is missing, too long or of the wrong form.",
        StoreError: "Try again in a moment.",
        BodyTooLargeError: "That is more than this server takes at once.",
    }

    def answer(kind: type[Exception]) -> None:
        status, heading = table[kind]

        @app.exception_handler(kind)
        def _handle(request: Request, error: Exception) -> Response:
            return _told(request, status, heading, texts.get(kind) or str(error))

    for kind in table:
        answer(kind)

    @app.exception_handler(writing.Refused)
    def _refused(request: Request, error: writing.Refused) -> Response:
        return _told(request, error.status, "Not done", error.why)

    @app.exception_handler(Exception)
    def _fault(request: Request, error: Exception) -> Response:
        # The server logs it as well; what the reader gets says nothing of the inside.
        return _told(
            request, 500, "A fault of this server", "It is noted in the server's log. Try again later."
        )

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        return _told(
            request,
            error.status_code,
            "Not found" if error.status_code == 404 else "Not done",
            str(error.detail),
        )

    @app.exception_handler(Elsewhere)
    def _elsewhere(request: Request, error: Elsewhere) -> Response:
        return RedirectResponse(error.path, 307)

    @app.exception_handler(Waiting)
    def _waiting(request: Request, error: Waiting) -> Response:
        return _assessing(request, error)


def _told(request: Request, status: int, heading: str, text: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": heading, "detail": text}, status)
    site: Site = request.app.state.site
    return shown(site, request, "error.html.j2", status=status, heading=heading, text=text)


def _assessing(request: Request, waiting: Waiting) -> Response:
    """A page that says so and, with script, asks until its day is assessed."""
    asked = waiting.asked
    if request.url.path.startswith("/api/"):
        detail = "This day is being assessed; ask again in a moment."
        return JSONResponse({"error": "Being assessed", "detail": detail}, 202, {"retry-after": "2"})
    answer = shown(
        asked.site, request, "waiting.html.j2", known=asked.known, as_of=asked.as_of,
        as_of_text=dates.day(asked.as_of) if asked.as_of else "", status=202,
    )  # fmt: skip
    answer.headers["retry-after"] = "2"
    return answer
