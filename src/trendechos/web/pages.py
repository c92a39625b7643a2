"""The pages: each looks its view up and lays it out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import HTMLResponse

from trendechos.errors import InvalidInput, NotFound
from trendechos.presentation.render import pdf
from trendechos.presentation.views import changes as feeds
from trendechos.presentation.views import excerpt
from trendechos.presentation.views.keys import key
from trendechos.store.search import FACETS, TALLIED
from trendechos.web.site import Asked, Site, asked, back, laid_out, sent, shown, summarised

router = APIRouter(include_in_schema=False)
Day = Annotated[str, Query(max_length=10)]
HITS = 20


def site_of(request: Request) -> Site:
    """The server that answers this request."""
    site: Site = request.app.state.site
    return site


@router.get("/")
def situations(request: Request) -> Response:
    """The list of situations."""
    site = site_of(request)
    entries = []
    with site.view() as view:
        for known in view.pages.situations():
            waiting = len(view.pages.submissions(state="waiting", situation_id=known.situation_id))
            titled, summary = summarised(view, known)
            entries.append({"known": titled, "doc": summary, "waiting": waiting})
    return shown(site, request, "situations.html.j2", entries=entries)


@router.get("/s/{situation}")
def situation(request: Request, situation: str, as_of: Day = "") -> Response:
    """One situation."""
    one = asked(site_of(request), request, situation, as_of)
    return laid_out(one, "situation.html.j2", one.page("situation"), handed=_handed(one))


def _handed(one: Asked) -> list[tuple[str, str, str, str]]:
    """The reports handed in last and what came of them."""
    with one.site.view() as view:
        some = view.pages.submissions(situation_id=one.known.situation_id)[-5:]
    return [(each.submission.name[:80], each.state, each.note[:300], each.submission.made_at) for each in some]


@router.get("/s/{situation}/q/{proposition}")
def proposition(request: Request, situation: str, proposition: str, as_of: Day = "") -> Response:
    """One question with its echo tree."""
    one = asked(site_of(request), request, situation, as_of)
    return laid_out(one, "proposition.html.j2", one.page("proposition", proposition))


@router.get("/s/{situation}/reports/{report}")
def report(request: Request, situation: str, report: str, as_of: Day = "") -> Response:
    """One report with its claims marked."""
    one = asked(site_of(request), request, situation, as_of)
    return laid_out(one, "report.html.j2", one.page("report", report))


@router.get("/s/{situation}/sources/{source}")
def source(request: Request, situation: str, source: str, as_of: Day = "") -> Response:
    """One outlet."""
    one = asked(site_of(request), request, situation, as_of)
    return laid_out(one, "source.html.j2", one.page("source", source))


@router.get("/s/{situation}/actors/{actor}")
def actor(request: Request, situation: str, actor: str, as_of: Day = "") -> Response:
    """One actor."""
    one = asked(site_of(request), request, situation, as_of)
    return laid_out(one, "actor.html.j2", one.page("actor", actor))


@router.get("/s/{situation}/list/{name}")
def listing(
    request: Request,
    situation: str,
    name: str,
    as_of: Day = "",
    page: Annotated[int, Query(ge=1, le=99999)] = 1,
) -> Response:
    """One page of a list of questions, reports, sources or actors."""
    one = asked(site_of(request), request, situation, as_of)
    return laid_out(one, "list.html.j2", one.page("list", f"{name}-{page}"))


@router.get("/s/{situation}/changes")
def changes(request: Request, situation: str, as_of: Day = "") -> Response:
    """What changed of late."""
    one = asked(site_of(request), request, situation, as_of)
    return laid_out(one, "changes.html.j2", one.page("changes"))


@router.get("/s/{situation}/changes.atom")
def atom(request: Request, situation: str) -> Response:
    """The changes as an Atom feed."""
    one = asked(site_of(request), request, situation, "")
    text = feeds.atom(one.page("changes").document, _base(request), situation)
    return sent(request, text.encode("utf-8", "replace"), "application/atom+xml")


@router.get("/s/{situation}/changes.json")
def json_feed(request: Request, situation: str) -> Response:
    """The changes as a JSON Feed."""
    one = asked(site_of(request), request, situation, "")
    text = feeds.json_feed(one.page("changes").document, _base(request), situation)
    return sent(request, text.encode("utf-8", "replace"), "application/feed+json")


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")


@router.get("/s/{situation}/brief")
def brief(request: Request, situation: str, as_of: Day = "") -> Response:
    """The brief as a page."""
    one = asked(site_of(request), request, situation, as_of)
    return laid_out(one, "brief.html.j2", one.page("brief"))


@router.get("/s/{situation}/brief.{form}")
def brief_file(request: Request, situation: str, form: str, as_of: Day = "") -> Response:
    """The brief as a file: a page that needs nothing but itself, Markdown, or PDF."""
    one = asked(site_of(request), request, situation, as_of)
    if form not in ("html", "md", "pdf") or (form == "pdf" and not one.site.pdf):
        raise NotFound("The brief does not come in that form here.")
    name = f"{situation}-{as_of or 'latest'}.{form}"
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "private, no-cache"}
    page = one.page("file", "brief.md" if form == "md" else "brief.html")
    text: str = page.document["text"]
    if form == "md":
        return Response(text.encode("utf-8", "replace"), 200, headers, "text/markdown; charset=utf-8")
    if form == "html":
        return HTMLResponse(text.encode("utf-8", "replace"), 200, headers)
    body = one.site.kept.get(f"pdf-{page.etag}")
    if body is None:
        body = pdf.pdf(text)
        one.site.kept.put(f"pdf-{page.etag}", body)
    return Response(body, 200, headers, "application/pdf")


@router.get("/s/{situation}/origins.csv")
def origins(request: Request, situation: str, as_of: Day = "") -> Response:
    """The origins with codes and grades, for other systems, as a file."""
    return origins_file(asked(site_of(request), request, situation, as_of))


def origins_file(one: Asked) -> Response:
    """The origins of a situation as CSV, named after it and its day."""
    text: str = one.page("file", "origins.csv").document["text"]
    response = sent(one.request, text.encode("utf-8", "replace"), "text/csv; charset=utf-8; header=present")
    name = f"{one.known.situation_id}-origins-{one.as_of or 'latest'}.csv"
    response.headers["content-disposition"] = f'attachment; filename="{name}"'
    return response


@router.get("/search")
def search(
    request: Request,
    q: Annotated[str, Query(max_length=300)] = "",
    page: Annotated[int, Query(ge=1, le=500)] = 1,
) -> Response:
    """Search over reports, claims and quotes."""
    site = site_of(request)
    chosen = {name: request.query_params.get(name, "")[:200] for name in FACETS}
    chosen = {name: value for name, value in chosen.items() if value}
    found = searched(site, q, chosen, page)
    return shown(site, request, "search.html.j2", q=q, chosen=chosen, page=page, **found)


def searched(site: Site, q: str, chosen: dict[str, str], page: int) -> dict[str, object]:
    """The hits of one page of a search, with the facets to narrow it by."""
    if not q.strip():
        return {"hits": [], "total": 0, "facets": {}, "tallied": TALLIED, "pages": 0}
    with site.view() as view:
        hits, total = view.search(q, facets=chosen, limit=HITS, offset=(page - 1) * HITS)
        facets = {name: values[:12] for name, values in view.facets(q).items()}
        keys = {hit.report_id: key(hit.report_id) for hit in hits}
        where = view.pages.showing(sorted(set(keys.values())))
    if page > 1 and not hits:
        raise InvalidInput("There are not so many pages of results.")
    listed = [excerpt.hit(hit, q, keys[hit.report_id], where.get(keys[hit.report_id], "")) for hit in hits]
    return {"hits": listed, "total": total, "facets": facets, "tallied": TALLIED, "pages": -(-total // HITS)}


@router.get("/favicon.ico")
def favicon() -> Response:
    """Nothing: browsers ask for it."""
    return back("/static/mark.svg")
