"""The situation file: what a situation is about, its sources, and how they are watched."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trendechos.errors import InvalidInput
from trendechos.flow.situation_checks import Checker, Lines, Mistake
from trendechos.records.codec import content_id

TEMPLATE = Path(__file__).with_name("situation_template.toml")


def _key(default: Any, help_text: str, **limits: Any) -> Any:
    return field(default=default, metadata={"help": help_text, **limits})


def _flag(help_text: str, *, default: bool = False) -> Any:
    return field(default=default, metadata={"help": help_text})


@dataclass(frozen=True, slots=True)
class About:
    """What the situation is about; a report is taken when it meets each kind that is given."""

    terms: tuple[str, ...] = _key((), "A report must speak to one of these words or phrases.")
    actors: tuple[str, ...] = _key((), "and name one of these persons, bodies or countries")
    places: tuple[str, ...] = _key((), "and name one of these places")
    since: str = _key("", "First day of publication, YYYY-MM-DD; undated reports pass.", form="day")
    until: str = _key("", "Last day of publication, YYYY-MM-DD.", form="day")


@dataclass(frozen=True, slots=True)
class WatchedSource:
    """One address to watch."""

    url: str = _key(
        "", "Write the whole address, with https:// or http:// before it.", form="address", required=True
    )
    kind: str = _key(
        "auto", "auto, feed (RSS or Atom), json (JSON Feed), opml, sitemap or page.",
        one_of=("auto", "feed", "json", "opml", "sitemap", "page"),
    )  # fmt: skip
    every_minutes: float = _key(0, "Minutes between two visits; 0 takes [politeness].", least=0, most=10080)
    full_text: str = _key(
        "page", "page: follow entries to their pages; feed: take the text in the feed.", one_of=("page", "feed")
    )
    outlet: str = _key("", "Name of the outlet; empty takes what pages say.")


@dataclass(frozen=True, slots=True)
class Politeness:
    """How sources are asked."""

    every_minutes: float = _key(15, "Minutes between two visits to a feed.", least=1, most=10080)
    delay_seconds: float = _key(1, "Pause between two requests to one host.", least=0, most=3600)
    timeout_seconds: float = _key(30, "Seconds that one request may take in all.", least=0.1, most=600)
    max_bytes: int = _key(10_000_000, "Bytes that one page or feed may have.", least=1000, most=100_000_000)
    max_pages: int = _key(500, "Pages fetched in one pass; the others wait.", least=1, most=1_000_000)
    at_once: int = _key(16, "Hosts that are asked at the same time.", least=1, most=200)
    robots: bool = _flag("Obey robots.txt.", default=True)
    revisit_hours: tuple[float, ...] = _key(
        (1, 6, 24, 72), "Hours after which a page taken is looked at again, for edits and removal."
    )
    silent_hours: float = _key(72, "Hours without anything new until a source is shown as silent.", least=1)
    allow_hosts: tuple[str, ...] = _key((), "Private hosts that may be asked all the same.")
    keep_raw: bool = _flag("Keep every page as received, as WARC in raw/ beside this file.")


@dataclass(frozen=True, slots=True)
class OutletNote:
    """What the user knows about an outlet."""

    owner: str = _key("", "Who owns it.")
    reliability: str = _key("", "Its reliability, A to F.", one_of=("", "A", "B", "C", "D", "E", "F"))


@dataclass(frozen=True, slots=True)
class AlertRule:
    """When to tell whom."""

    rule: str = _key(
        "", "new_independent_origin, number_moved, reversal, new_version or removed.", required=True,
        one_of=("new_independent_origin", "number_moved", "reversal", "new_version", "removed"),
    )  # fmt: skip
    over_percent: float = _key(20, "For number_moved: by more than this share of the earlier number.", least=0)
    to: tuple[str, ...] = _key(("file",), "file, webhook or email.", one_of=("file", "webhook", "email"))


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where alerts and newsletters go; passwords and secret addresses come from the environment only."""

    file: str = _key("alerts.jsonl", "File for alerts, JSON Lines, beside this file.")
    webhook_env: str = _key("TRENDECHOS_WEBHOOK", "Environment variable that holds the webhook's address.")
    email_from: str = _key("", "Sender of e-mail.")
    email_to: tuple[str, ...] = _key((), "Receivers of e-mail.")
    smtp_host: str = _key("", "SMTP server; user and password come from TRENDECHOS_SMTP_USER, _PASSWORD.")
    smtp_port: int = _key(587, "Its port.", least=1, most=65535)
    smtp_security: str = _key("starttls", "starttls, tls or none.", one_of=("starttls", "tls", "none"))


@dataclass(frozen=True, slots=True)
class Newsletter:
    """A letter of what is new."""

    folder: str = _key("", "Folder for it, beside this file; empty: none is written.")
    every_hours: float = _key(24, "Hours between two letters.", least=0, most=8760)
    email: bool = _flag("Send it by e-mail too.")


@dataclass(frozen=True, slots=True)
class Feeds:
    """Feed files of what changed, for readers who have no server of ours."""

    folder: str = _key("", "Folder for an Atom and a JSON Feed, beside this file; empty: none are written.")
    address: str = _key(
        "", "Where `trendechos serve` is reached; empty: entries lead to the pages of outlets.", form="address"
    )


@dataclass(frozen=True, slots=True)
class SituationFile:
    """A situation as its file describes it."""

    path: Path
    situation_id: str
    title: str
    about: About
    sources: tuple[WatchedSource, ...]
    politeness: Politeness = Politeness()
    outlets: Mapping[str, OutletNote] = field(default_factory=dict)
    alerts: tuple[AlertRule, ...] = ()
    delivery: Delivery = Delivery()
    newsletter: Newsletter = Newsletter()
    feeds: Feeds = Feeds()

    def beside(self, name: str) -> Path:
        """The path `name`, counted from the folder of the file."""
        return self.path.parent / name


_TABLES: Mapping[str, type] = {
    "about": About,
    "politeness": Politeness,
    "delivery": Delivery,
    "newsletter": Newsletter,
    "feeds": Feeds,
}
_LISTS: Mapping[str, type] = {"sources": WatchedSource, "alerts": AlertRule}
_TOP = ("title", "id", *_TABLES, *_LISTS, "outlets")


def load(path: Path) -> SituationFile:
    """The situation that the file at `path` describes; raises InvalidInput with every mistake in it."""
    found, mistakes = read(path)
    if mistakes or found is None:
        lines = "\n".join(f"  {mistake}" for mistake in mistakes)
        many = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        raise InvalidInput(f"{path}: {many}:\n{lines}")
    return found


def read(path: Path) -> tuple[SituationFile | None, tuple[Mistake, ...]]:
    """The situation at `path`, or None, and the mistakes in it by line; raises InvalidInput for no file."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None, (Mistake(1, "the file is not UTF-8", "save it as UTF-8"),)
    except OSError as error:
        remedy = "give the path of a situation file; `trendechos init` writes one"
        raise InvalidInput(f"{path}: {error.strerror}; {remedy}") from error
    return parse(text, path)


def parse(text: str, path: Path) -> tuple[SituationFile | None, tuple[Mistake, ...]]:
    """The situation that `text` describes, or None, and what is wrong, in order of line."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, (_syntax(text, str(error)),)
    checker = Checker(Lines(text))
    checker.names(table, _TOP, "", "top")
    title = table.get("title")
    if not isinstance(title, str) or not title.strip():
        checker.add("title", "there is no title", 'write: title = "What it is called"')
    situation_id = table.get("id", _slug(path.stem))
    if not isinstance(situation_id, str) or not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,60}", situation_id):
        checker.add("id", "the id is not fit for an address", "use small letters, digits and hyphens")
    tables: dict[str, Any] = {
        name: checker.table(kind, table.get(name, {}), name) for name, kind in _TABLES.items()
    }
    lists: dict[str, Any] = {
        name: checker.tables(kind, table.get(name, []), name) for name, kind in _LISTS.items()
    }
    outlets = checker.named(OutletNote, table.get("outlets", {}), "outlets")
    _together(checker, tables, lists)
    if checker.mistakes:
        return None, checker.sorted()
    return SituationFile(path, situation_id, str(title), outlets=outlets, **tables, **lists), ()


def _together(checker: Checker, tables: Mapping[str, Any], lists: Mapping[str, Any]) -> None:
    """What fits alone but not together."""
    if not lists["sources"] and not checker.mistakes:
        checker.add("sources", "there is no source", 'add [[sources]] and below it url = "https://..."')
    seen: set[str] = set()
    for number, source in enumerate(lists["sources"]):
        if source.url and source.url in seen:
            checker.add(f"sources.{number}.url", f"{source.url} stands twice", "remove one of them")
        seen.add(source.url)
    about, delivery = tables["about"], tables["delivery"]
    if about.since and about.until and about.since > about.until:
        checker.add("about.until", "`until` is before `since`", "exchange them")
    mailed = [number for number, alert in enumerate(lists["alerts"]) if "email" in alert.to]
    places = [f"alerts.{number}.to" for number in mailed]
    places += ["newsletter.email"] if tables["newsletter"].email else []
    if places and not (delivery.smtp_host and delivery.email_from and delivery.email_to):
        remedy = "give smtp_host, email_from and email_to in [delivery]"
        checker.add(places[0], "e-mail has no server, sender or receiver", remedy)


def _syntax(text: str, message: str) -> Mistake:
    match = re.search(r"\(at line (\d+), column (\d+)\)", message)
    line = int(match[1]) if match else text.count("\n") + 1
    reason = re.sub(r"\s*\(at .*\)", "", message)
    remedy = 'texts stand in "quotes", lists in [brackets], each key once; see the file of `trendechos init`'
    return Mistake(line, f"not TOML: {reason}", remedy)


def _slug(name: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
    return slug or content_id("situation", name)
