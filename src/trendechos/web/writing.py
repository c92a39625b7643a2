"""What people may write: reports to add, corrections, and the sign-in before it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from trendechos.errors import InvalidInput
from trendechos.presentation.views import slug
from trendechos.records import Correction, Report, Span, Submission
from trendechos.records.codec import content_id
from trendechos.store.pages import Known
from trendechos.web.pages import site_of
from trendechos.web.security import COOKIE, SESSION_SECONDS, own_origin
from trendechos.web.site import asked, back, now, shown

router = APIRouter(include_in_schema=False)
Words = Annotated[str, Form(max_length=4000)]
Name = Annotated[str, Form(max_length=80)]
KINDS = ("person", "organisation", "government", "outlet", "document", "group", "unnamed")
FILES = 50
STATUSES = ("open", "came_true", "did_not", "void")


class Refused(Exception):
    """Somebody may not write; says why and with which status."""

    def __init__(self, status: int, why: str) -> None:
        """Keeps status and reason."""
        super().__init__(why)
        self.status, self.why = status, why


def author(request: Request, name: str) -> str:
    """Who writes; raises Refused when the request comes from elsewhere or nobody is signed in."""
    if not own_origin(request):
        raise Refused(403, "This form was sent from another site.")
    signed = site_of(request).person(request)
    if signed is None:
        raise Refused(401, "Sign in to add or correct.")
    name = signed or " ".join(name.split())
    if not name:
        raise InvalidInput("Give your name: it stands beside what you add or correct.")
    return name


@router.get("/sign-in")
def sign_in_form(request: Request, to: str = "/") -> Response:
    """The form to sign in."""
    return shown(site_of(request), request, "sign_in.html.j2", to=_local(to), wrong="")


@router.post("/sign-in")
def sign_in(
    request: Request, name: Name, secret: Annotated[str, Form(max_length=400)], to: Words = "/"
) -> Response:
    """Signs a person in."""
    site = site_of(request)
    if not own_origin(request):
        raise Refused(403, "This form was sent from another site.")
    who = request.client.host if request.client else ""
    if not site.attempts.allowed(who):
        raise Refused(429, "Too many attempts; wait five minutes.")
    name = " ".join(name.split())
    if not name or not site.access.admits(name, secret):
        wrong = "Name or password is not right."
        return shown(site, request, "sign_in.html.j2", to=_local(to), wrong=wrong, status=401)
    answer = back(_local(to))
    answer.set_cookie(
        COOKIE, site.sessions.begin(name), SESSION_SECONDS, httponly=True, samesite="lax",
        secure=request.url.scheme == "https",
    )  # fmt: skip
    return answer


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """Signs a person out."""
    if not own_origin(request):
        raise Refused(403, "This form was sent from another site.")
    site_of(request).sessions.end(request.cookies.get(COOKIE))
    answer = back("/")
    answer.delete_cookie(COOKIE)
    return answer


def _local(path: str) -> str:
    """A path of this server, "/" for anything else."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() else "/"


class Pasted(BaseModel):
    """One report as pasted into the form."""

    text: str = Field("", max_length=5_000_000)
    title: str = Field("", max_length=1000)
    outlet: str = Field("", max_length=300)
    published: str = Field("", max_length=30)
    url: str = Field("", max_length=2000)


@router.post("/reports")
async def add_reports(request: Request) -> Response:
    """Takes reports by file or paste, for a situation that is there or a new one."""
    async with request.form(max_files=FILES, max_fields=20, max_part_size=5_000_000) as form:
        fields = {key: value for key, value in form.items() if isinstance(value, str)}
        name = author(request, fields.get("person", "")[:80])
        files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.size]
        contents = [(one.filename or "file.txt", await one.read()) for one in files]
    pasted = Pasted(**{key: fields.get(key, "") for key in ("text", "outlet", "published", "url")})
    pasted.title = fields.get("headline", "")[:1000]
    if pasted.text.strip():
        row = {key: value.strip() for key, value in pasted.model_dump().items() if value.strip()}
        contents.append(("pasted.jsonl", json.dumps(row).encode()))
    if not contents:
        raise InvalidInput("Choose a file, or paste the text of a report.")
    situation, title = fields.get("situation", "")[:80], fields.get("title", "")[:300]
    target = await run_in_threadpool(_keep, request, situation, title, name, contents)
    return back(f"/s/{target}?told={quote(f'{len(contents)} added; they are being read.')}")


def _keep(request: Request, situation: str, title: str, name: str, contents: list[tuple[str, bytes]]) -> str:
    site, made_at = site_of(request), now()
    if situation:
        target = asked(site, request, situation, "").known.situation_id
    elif title.strip():
        target = slug(title)
    else:
        raise InvalidInput("Choose a situation, or give the new one a title.")
    with site.store.writer() as writer:
        if all(one.situation_id != target for one in writer.pages.situations()):
            writer.pages.add_situation(Known(target, " ".join(title.split()), None, made_at))
        for file, content in contents:
            submission_id = content_id("submission", target, file, name, made_at, content.hex())
            writer.pages.submit(Submission(submission_id, target, file[:200], content, name, made_at))
    return target


class Given(BaseModel):
    """The fields of the forms that correct a claim; each form sends its own."""

    claim: str = Field(max_length=80)
    report: str = Field(max_length=80)
    corrects: str = Field(max_length=20)
    reason: str = Field("", max_length=1000)
    person: str = Field("", max_length=80)
    name: str = Field("", max_length=200)
    kind: str = Field("person", max_length=20)
    party: str = Field("", max_length=40)
    at: str = Field("", max_length=600)
    other: str = Field("", max_length=200)
    same: str = Field("", max_length=5)
    status: str = Field("", max_length=20)


@router.post("/s/{situation}/corrections")
def correct(request: Request, situation: str, given: Annotated[Given, Form()]) -> Response:
    """Takes a correction of a claim, a link, a speaker or a prediction."""
    who = author(request, given.person)
    one = asked(site_of(request), request, situation, "")
    entry = _entry(one.page("report", given.report).document, given.claim)
    held = _held(request, one.known.situation_id, given.report)
    span = Span(entry["start"], entry["end"], entry["field"])
    words = held.words(span.field)[span.start : span.end]
    value = _value(given, entry, words, lambda key: _held(request, one.known.situation_id, key).report_id)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    made_at = now()
    key = (held.report_id, span.start, span.end, span.field, given.corrects, text, who, made_at)
    made = Correction(
        content_id("correction", *key), held.report_id, span, words, given.corrects, text, who, made_at,
        " ".join(given.reason.split()),
    )  # fmt: skip
    with one.site.store.writer() as writer:
        writer.add_correction(made)
    told = quote("Kept. The pages are being made again.")
    return back(f"/s/{situation}/reports/{given.report}?told={told}#d-{given.claim}")


def _entry(document: dict[str, Any], claim: str) -> dict[str, Any]:
    known = [*document["claims"], *document["struck"]]
    found = next((one for one in known if one["claim_id"] == claim), None)
    if found is None:
        raise InvalidInput("This claim is no longer on the page; load it again.")
    return dict(found)


def _held(request: Request, situation: str, report: str) -> Report:
    site = site_of(request)
    with site.view() as view:
        page = view.pages.get(situation, "", "report", report)
        raw = page.document["raw_id"] if page else ""
        versions = [
            one for one in view.reports([raw]) if page and one.version_id == page.document["version_id"]
        ]
    if not versions:
        raise InvalidInput("This report is no longer held.")
    return versions[0]


def _value(given: Given, entry: dict[str, Any], words: str, report_id: Callable[[str], str]) -> dict[str, Any]:
    """The value of a correction, checked; raises InvalidInput in words for the person."""
    if given.corrects == "accept":
        return {"accepted": given.same != "no"}
    if given.corrects == "speaker":
        name = " ".join(given.name.split())
        if not name or given.kind not in KINDS:
            raise InvalidInput("Give the name of the speaker.")
        return {"name": name, "kind": given.kind, "party": given.party.strip().upper()}
    if given.corrects == "resolution":
        if given.status not in STATUSES:
            raise InvalidInput("Choose what became of the prediction.")
        return {"status": given.status}
    if given.corrects == "split":
        return {"at": _cuts(given.at, words)}
    if given.corrects == "link":
        return {"other": _other(given.other, entry, report_id), "same": given.same == "yes"}
    raise InvalidInput("There is no such kind of correction.")


def _other(claim: str, entry: dict[str, Any], report_id: Callable[[str], str]) -> dict[str, Any]:
    found = next((one for one in (*entry["echoes"], *entry["apart"]) if one["claim"] == claim), None)
    if found is None:
        raise InvalidInput("Choose one of the pages listed.")
    place = {name: found[name] for name in ("start", "end", "field")}
    return {"report_id": report_id(found["report"]), **place}


def _cuts(text: str, words: str) -> list[int]:
    """Where the second part begins: given by its first words, which must stand in the claim once."""
    start = words.find(text.strip())
    if not text.strip() or start <= 0 or words.count(text.strip()) != 1:
        raise InvalidInput("Give the words with which the second part begins, as they stand in the claim.")
    return [start]
