"""What people may write: reports to add, corrections, and the sign-in before it."""

from __future__ import annotations

import json
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, File, Form, Request, Response, UploadFile
from starlette.concurrency import run_in_threadpool

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
def sign_in(request: Request, name: Name, secret: Annotated[str, Form(max_length=400)], to: Words = "/") -> Response:
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


@router.post("/reports")
async def add_reports(
    request: Request,
    situation: Annotated[str, Form(max_length=80)] = "",
    title: Annotated[str, Form(max_length=300)] = "",
    person: Name = "",
    text: Annotated[str, Form(max_length=5_000_000)] = "",
    headline: Annotated[str, Form(max_length=1000)] = "",
    outlet: Annotated[str, Form(max_length=300)] = "",
    published: Annotated[str, Form(max_length=30)] = "",
    url: Annotated[str, Form(max_length=2000)] = "",
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Takes reports by file or paste, for a situation that is there or a new one."""
    name = author(request, person)
    contents = [(one.filename or "file.txt", await one.read()) for one in files or [] if one.size]
    if text.strip():
        fields = {"text": text, "title": headline, "outlet": outlet, "published": published, "url": url}
        row = {key: value.strip() for key, value in fields.items() if value.strip()}
        contents.append(("pasted.jsonl", json.dumps(row).encode()))
    if not contents:
        raise InvalidInput("Choose a file, or paste the text of a report.")
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


@router.post("/s/{situation}/corrections")
def correct(
    request: Request,
    situation: str,
    claim: Annotated[str, Form(max_length=80)],
    report: Annotated[str, Form(max_length=80)],
    corrects: Annotated[str, Form(max_length=20)],
    reason: Words = "",
    person: Name = "",
    name: Annotated[str, Form(max_length=200)] = "",
    kind: Annotated[str, Form(max_length=20)] = "person",
    party: Annotated[str, Form(max_length=40)] = "",
    at: Annotated[str, Form(max_length=600)] = "",
    other: Annotated[str, Form(max_length=200)] = "",
    same: Annotated[str, Form(max_length=5)] = "",
    status: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """Takes a correction of a claim, a link, a speaker or a prediction."""
    who = author(request, person)
    one = asked(site_of(request), request, situation, "")
    entry = _entry(one.page("report", report).document, claim)
    given = {"name": name, "kind": kind, "party": party, "at": at, "other": other, "same": same, "status": status}
    quote_text, report_id = _stored(request, one.known.situation_id, report, entry)
    value = _value(corrects, given, entry, quote_text, lambda key: _stored_id(request, one.known.situation_id, key))
    span = Span(entry["start"], entry["end"], entry["field"])
    made_at = now()
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    correction_id = content_id("correction", report_id, span.start, span.end, span.field, corrects, text, who, made_at)
    made = Correction(correction_id, report_id, span, quote_text, corrects, text, who, made_at, " ".join(reason.split()))
    with one.site.store.writer() as writer:
        writer.add_correction(made)
    told = quote("Kept. The pages are being made again.")
    return back(f"/s/{situation}/reports/{report}?told={told}#d-{claim}")


def _entry(document: dict[str, Any], claim: str) -> dict[str, Any]:
    found = next((one for one in document["claims"] if one["claim_id"] == claim), None)
    if found is None:
        raise InvalidInput("This claim is no longer on the page; load it again.")
    return dict(found)


def _stored(request: Request, situation: str, report: str, entry: dict[str, Any]) -> tuple[str, str]:
    """The exact words of a claim in the report as it is kept, and the report's own id."""
    held = _held(request, situation, report)
    return held.words(entry["field"])[entry["start"] : entry["end"]], held.report_id


def _stored_id(request: Request, situation: str, report: str) -> str:
    return _held(request, situation, report).report_id


def _held(request: Request, situation: str, report: str) -> Report:
    site = site_of(request)
    with site.view() as view:
        page = view.pages.get(situation, "", "report", report)
        raw = page.document["raw_id"] if page else ""
        versions = [one for one in view.reports([raw]) if page and one.version_id == page.document["version_id"]]
    if not versions:
        raise InvalidInput("This report is no longer held.")
    return versions[0]


def _value(corrects: str, given: dict[str, str], entry: dict[str, Any], words: str, report_id: Any) -> dict[str, Any]:
    """The value of a correction, checked; raises InvalidInput in words for the person."""
    if corrects == "accept":
        return {"accepted": given["same"] != "no"}
    if corrects == "speaker":
        if not given["name"].strip() or given["kind"] not in KINDS:
            raise InvalidInput("Give the name of the speaker.")
        return {"name": " ".join(given["name"].split()), "kind": given["kind"], "party": given["party"].strip().upper()}
    if corrects == "resolution":
        if given["status"] not in STATUSES:
            raise InvalidInput("Choose what became of the prediction.")
        return {"status": given["status"]}
    if corrects == "split":
        return {"at": _cuts(given["at"], words)}
    if corrects == "link":
        found = next((one for one in entry["echoes"] if one["claim"] == given["other"]), None)
        if found is None:
            raise InvalidInput("Choose one of the pages that the claim is joined with.")
        place = {"report_id": report_id(found["report"]), "start": found["start"], "end": found["end"], "field": found["field"]}
        return {"other": place, "same": given["same"] == "yes"}
    raise InvalidInput("There is no such kind of correction.")


def _cuts(text: str, words: str) -> list[int]:
    """Where the second part begins: given by its first words, which must stand in the claim once."""
    start = words.find(text.strip())
    if not text.strip() or start <= 0 or words.count(text.strip()) != 1:
        raise InvalidInput("Give the words with which the second part begins, as they stand in the claim.")
    return [start]
