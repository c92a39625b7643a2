"""Names of pages: fit for an address, short enough for a list."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

from trendechos.presentation.wording.inert import inert
from trendechos.records import Report, SituationActor

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")


def key(name: str) -> str:
    """A short name for the address of a page: `name` itself where it is plain, else words and a hash.

    >>> key("K001"), key("Daily Post (AP)"), key("")
    ('K001', 'daily-post-ap-dbd1d0ae', '1271cf25')
    """
    if _PLAIN.fullmatch(name):
        return name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-")
    tail = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{words}-{tail}" if words else tail


def actor_key(actor: SituationActor) -> str:
    """The name of an actor's page; actors of one name are told apart by their code."""
    return key(f"{actor.name} {actor.code}" if actor.code else actor.name)


def slug(title: str) -> str:
    """A title as a short name of a situation, "situation" where nothing is left.

    >>> slug("North Korean troops in Russia"), slug("…")
    ('north-korean-troops-in-russia', 'situation')
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:48].strip("-") or "situation"


def headline(report: Report, limit: int = 110) -> str:
    """The title of a report, else the beginning of its text, cut for a list.

    >>> headline(Report("r", "v", "A text without a title that goes on and on."), 12)
    'A text with…'
    """
    # Only the beginning is looked at: a text may have a million letters.
    line = inert(" ".join((report.title or report.text)[: 4 * limit].split()))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
