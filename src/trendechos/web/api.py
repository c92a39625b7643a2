"""The documents behind the pages, as JSON: what a page shows, its address with `/api/v1` shows too."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import PlainTextResponse

from trendechos.records.codec import to_json
from trendechos.store.pages import Page
from trendechos.store.search import FACETS
from trendechos.web.pages import Day, origins_file, searched, site_of
from trendechos.web.site import asked, fresh, sent, summarised

router = APIRouter(prefix="/api/v1", tags=["situations"])
KINDS = "situation, brief, changes"


def _sent(request: Request, page: Page) -> Response:
    etag = f'"{page.etag}"'
    headers = {"etag": etag, "cache-control": "private, no-cache"}
    if fresh(request, etag):
        return Response(None, 304, headers)
    # A lone surrogate in an id from outside has no UTF-8 form.
    body = to_json(page.document).encode("utf-8", "replace")
    return Response(body, 200, headers, "application/json")


def _json(request: Request, document: dict[str, Any]) -> Response:
    return sent(request, to_json(document).encode("utf-8", "replace"), "application/json")


def _page(request: Request, situation: str, as_of: str, kind: str, key: str = "") -> Response:
    return _sent(request, asked(site_of(request), request, situation, as_of).page(kind, key))


@router.get("/situations", summary="Situations, latest made first")
def situations(
    request: Request, page: Annotated[int, Query(ge=1)] = 1, size: Annotated[int, Query(ge=1, le=200)] = 50
) -> Response:
    """Name, title and what each holds."""
    with site_of(request).view() as view:
        known = view.pages.situations()
        some = known[(page - 1) * size : page * size]
        entries = []
        for one, summary in (summarised(view, each) for each in some):
            entries.append(
                {"situation": one.situation_id, "title": one.title, "about": one.about, "made_at": one.made_at,
                 "summary": summary}
            )  # fmt: skip
    return _json(
        request, {"count": len(known), "page": page, "pages": -(-len(known) // size), "entries": entries}
    )


@router.get("/situations/{situation}", summary="One situation as of a day")
def situation(request: Request, situation: str, as_of: Day = "") -> Response:
    """What the page of a situation shows."""
    return _page(request, situation, as_of, "situation")


@router.get("/situations/{situation}/q/{proposition}", summary="One question with its echo trees")
def proposition(request: Request, situation: str, proposition: str, as_of: Day = "") -> Response:
    """What the page of a question shows."""
    return _page(request, situation, as_of, "proposition", proposition)


@router.get("/situations/{situation}/reports/{report}", summary="One report with its claims")
def report(request: Request, situation: str, report: str, as_of: Day = "") -> Response:
    """What the page of a report shows."""
    return _page(request, situation, as_of, "report", report)


@router.get("/situations/{situation}/sources/{source}", summary="One outlet")
def source(request: Request, situation: str, source: str, as_of: Day = "") -> Response:
    """What the page of a source shows."""
    return _page(request, situation, as_of, "source", source)


@router.get("/situations/{situation}/actors/{actor}", summary="One actor")
def actor(request: Request, situation: str, actor: str, as_of: Day = "") -> Response:
    """What the page of an actor shows."""
    return _page(request, situation, as_of, "actor", actor)


@router.get("/situations/{situation}/list/{name}", summary="Questions, reports, sources or actors, 100 a page")
def listing(
    request: Request,
    situation: str,
    name: str,
    as_of: Day = "",
    page: Annotated[int, Query(ge=1, le=99999)] = 1,
) -> Response:
    """One page of a list; `pages` says how many there are."""
    return _page(request, situation, as_of, "list", f"{name}-{page}")


@router.get("/situations/{situation}/changes", summary="What changed of late")
def changes(request: Request, situation: str, as_of: Day = "") -> Response:
    """What the page of changes shows."""
    return _page(request, situation, as_of, "changes")


@router.get("/situations/{situation}/brief", summary="The brief")
def brief(request: Request, situation: str, as_of: Day = "") -> Response:
    """What the page of the brief shows."""
    return _page(request, situation, as_of, "brief")


@router.get(
    "/situations/{situation}/origins.csv",
    summary="Origins with codes and grades, as CSV",
    response_class=PlainTextResponse,
)
def origins(request: Request, situation: str, as_of: Day = "") -> Response:
    """One row an origin: values, PLOVER and CAMEO codes, Goldstein values, Admiralty grades with reasons."""
    return origins_file(asked(site_of(request), request, situation, as_of))


@router.get("/search", summary="Search over reports, claims and quotes")
def search(
    request: Request,
    q: Annotated[str, Query(max_length=300)] = "",
    page: Annotated[int, Query(ge=1, le=500)] = 1,
) -> Response:
    """Hits, best first, twenty a page, with facets; narrow by kind, outlet, speaker, party or type."""
    chosen = {name: value[:200] for name in FACETS if (value := request.query_params.get(name))}
    found = searched(site_of(request), q, chosen, page)
    return _json(request, {"q": q, "chosen": chosen, "page": page, **found})
