"""Names of pages: fit for an address, short enough for a list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from hashlib import blake2b

from trendechos.languages.en.counting import COUNTING
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


def listed_actors(actors: Sequence[SituationActor]) -> list[SituationActor]:
    """The actors that somebody can look up: with a code, or a name with a capital of its own.

    Where the pages only describe them ("the army"), all of them.

    >>> some = [SituationActor(name, None, None, 1) for name in ("Darfur Bar", "Some 8,000", "the men")]
    >>> [one.name for one in listed_actors(some)], [one.name for one in listed_actors(some[1:])]
    (['Darfur Bar'], ['Some 8,000', 'the men'])
    """
    return [one for one in actors if one.code or _has_name(one.name)] or list(actors)


def _has_name(text: str) -> bool:
    """True for a capital beyond counting words; letters of a script without capitals have it too."""
    words = (word for word in text.split() if word.casefold() not in COUNTING)
    return any(word[:1].isalpha() and not word[:1].islower() for word in words)


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
    'A text…'
    """
    # Only the beginning is looked at: a text may have a million letters.
    line = inert(" ".join((report.title or report.text)[: 4 * limit].split()))
    if len(line) <= limit:
        return line
    # Behind a whole word, where one ends near the limit.
    head, space, tail = line[:limit].rpartition(" ")
    return f"{(head if space and len(tail) < 20 else line[: limit - 1]).rstrip(' ,;:.')}…"
