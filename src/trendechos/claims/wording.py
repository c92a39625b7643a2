"""How the words of a source show who is meant: names behind titles, offices, capitals, counts of people."""

from __future__ import annotations

from trendechos.claims.line import Line
from trendechos.knowledge import actors
from trendechos.knowledge.actors import KnownActor
from trendechos.languages.en.sources import kinds
from trendechos.records import Reading, Span, Speaker, SpeakerKind

NAME_TAGS = ("NNP", "NNPS")


def counted(line: Line, head: int) -> SpeakerKind | None:
    """`unnamed` for "one of the officials", whose noun stands behind "of"."""
    for child in line.children[head]:
        inner = line.child(child, "pobj") if line.lows[child] == "of" else None
        if inner is not None and kinds().get(line.lemmas[inner]) == "unnamed":
            return "unnamed"
    return None


def shouted(line: Line, head: int) -> bool:
    """True for a common noun in capitals ("MILITARY SOURCES"), which the tagger takes for a name."""
    low = line.lows[head]
    return line.parsed.words[head].isupper() and (low in kinds() or low.removesuffix("s") in kinds())


def name_behind(line: Line, head: int, last: int) -> int | None:
    """The head of a person's name in apposition to a title: "chief of staff Tom Li", "her aide, Tom Li,"."""
    if line.tags[head] in NAME_TAGS:
        return None
    for child in line.children[head]:
        if line.deps[child] == "appos" and line.tags[child] in NAME_TAGS:
            return child
    token = last + 1
    while token < line.size and line.tags[token] in NAME_TAGS:
        token += 1
    inside = token - 1 > last and line.deps[token - 1] in ("appos", "nsubj", "nmod")
    return token - 1 if inside else None


def name_start(line: Line, head: int, first: int) -> int:
    """The first token of the run of names that ends with `head`, hyphens included ("Yong-hyun")."""
    low = head
    while low - 1 >= first and line.deps[low - 1] != "poss":
        if line.tags[low - 1] in NAME_TAGS:
            low -= 1
        elif line.lows[low - 1] in ("-", "‑") and low - 2 >= first and line.tags[low - 2] in NAME_TAGS:
            low -= 2
        else:
            break
    return low


def holds_office(known: KnownActor, word: str, on: str) -> bool:
    """True when `word` stands in the title of an office that the actor holds on the day `on`."""
    return any(word in term.title.lower().split() and (not on or term.covers(on)) for term in known.offices)


def renamed(one: Speaker, name: str, span: Span) -> Speaker:
    """The same speaker as written at `span`."""
    return Speaker(name, one.canonical, one.kind, one.party, span)


def dated_by(reading: Reading) -> str:
    """For a report without any day: the first day on which all office-holders that it names served, or ""."""
    first, last = "", "9999"
    for mention in reading.mentions:
        known = actors.find(mention.canonical) if mention.kind == "person" else None
        terms = [term for term in known.offices if not term.last_on] or known.offices[-1:] if known else ()
        for term in terms:
            first = max(first, term.first_on)
            last = min(last, term.last_on or "9999")
    return first if first <= last else ""
