"""How the words of a source show who is meant: names behind titles, offices, capitals, counts of people."""

from __future__ import annotations

import re
from functools import lru_cache

from trendechos.claims.line import Line
from trendechos.claims.outlets import outlet
from trendechos.claims.sources import core
from trendechos.knowledge import actors, composition
from trendechos.knowledge.actors import KnownActor
from trendechos.knowledge.keys import key
from trendechos.languages.en.pointing import COUNTRY, IN_OFFICE, OFFICER, RANKS, STATES
from trendechos.languages.en.sources import CARRIERS, DESK, FIRM_WORDS, JUDGED, OBTAINED, TITLES, kinds
from trendechos.records import Mention, Reading, Span, Speaker, SpeakerKind

NAME_TAGS = ("NNP", "NNPS")
# "The North's agency" in a report that names one of the Koreas.
_ABROAD = re.compile(r"\b(?:diplomat|envoy|ambassador|analyst|expert)s? (?:in|at) ", re.IGNORECASE)
_HALF = re.compile(r"\b(North|South)(['’]s)(?= )")


def counted(line: Line, head: int) -> SpeakerKind | None:
    """`unnamed` for "one of the officials", whose noun stands behind "of"."""
    for child in line.children[head]:
        inner = line.child(child, "pobj") if line.lows[child] == "of" else None
        if inner is not None and (kinds().get(line.lemmas[inner]) == "unnamed" or line.lows[inner] == "them"):
            return "unnamed"
    return None


def shouted(line: Line, head: int) -> bool:
    """True for a common noun in capitals ("MILITARY SOURCES"), which the tagger takes for a name."""
    low = line.lows[head]
    return line.parsed.words[head].isupper() and (low in kinds() or low.removesuffix("s") in kinds())


def name_behind(line: Line, head: int, last: int) -> int | None:
    """The head of a person's name in apposition to a title: "chief of staff Tom Li", "her aide, Tom Li,"."""
    office = line.lemmas[last] in OFFICER and line.lows[last - 1] in ("'s", "’s")
    if line.tags[head] in NAME_TAGS and kinds().get(line.lows[head]) != "unnamed" and not office:
        # But for "The Law Society of Chad's head, Ana Reis,"
        return None
    for inside in range(head, last + 1):
        # "the mayor of Lokoja, Ana Reis": the parse may hang the name on the place.
        for child in line.children[inside]:
            if child > last and line.deps[child] == "appos" and line.tags[child] in NAME_TAGS:
                return child
    token = last + 1
    while token < line.size and (
        line.tags[token] in NAME_TAGS or (last + 1 < token < line.size - 1 and line.lows[token] == "-")
    ):
        # "Son Woo-mok"
        token += 1 + (line.lows[token] == "-")
    joined = token - 1 > last and line.deps[token - 1] in ("appos", "nsubj", "nmod")
    return token - 1 if joined else None


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


def carried(line: Line, head: int) -> int | None:
    """The author of a statement that stands as a source: "the ministry's statement", "a letter from X".

    So too whoever has a press office ("the company's press service").
    """
    if line.lemmas[head] not in CARRIERS:
        owner = line.child(head, "poss") if line.lows[head - 1] in ("press", "media") else None
        speaks = owner is not None and kinds().get(line.lemmas[owner]) in ("organisation", "government")
        return owner if speaks and line.lemmas[head] in ("service", "office", "department") else None
    for child in line.children[head]:
        # "US estimates put it at 400"
        judge = line.lemmas[head] in JUDGED and child == head - 1 and line.tags[child] in NAME_TAGS
        if judge or (line.deps[child] == "poss" and line.tags[child] != "PRP$"):
            return child
        if line.deps[child] == "prep" and line.lows[child] in ("by", "from"):
            return line.child(child, "pobj")
        if line.deps[child] == "relcl" and line.lemmas[child] in ("say", "state", "write", "report"):
            # "a statement in which the ministry said so"
            inside = line.child(child, "prep")
            if inside is not None and inside < child and line.lows[inside] == "in":
                return line.child(child, "nsubj")
        if (
            line.deps[child] == "acl"
            and line.child(child, "agent") is not None
            and line.lemmas[child] not in OBTAINED
        ):
            by = line.child(child, "agent")
            return None if by is None else line.child(by, "pobj")
    return None


def is_own_version(line: Line, head: int) -> bool:
    """True for "an earlier version of this report", which is the page's own and no source."""
    return line.lemmas[head] == "version" and "this" in line.lows[head : head + 4]


def known_body(own: Mention | None, at: Span) -> bool:
    """True for the mention around `at` of a listed body or group that is no outlet."""
    if own is None or not own.known or own.kind not in ("organisation", "group"):
        return False
    return own.span.start <= at.start and at.end <= own.span.end and actors.find(own.canonical) is not None


def behind_country(line: Line, first: int) -> int | None:
    """The token behind "the country's" or "the kingdom's" that begins at `first`, or None."""
    if line.lows[first] not in ("the", "this") or first + 3 >= line.size:
        return None
    if line.lows[first + 1] in COUNTRY and line.lows[first + 2] in ("'s", "’s"):
        return first + 3
    return None


def redefined(own: Mention | None) -> bool:
    """True for an abbreviation that the report does not leave to the one known body of that name."""
    if own is None or not own.name.isupper():
        return False
    known = actors.find(own.name)
    return not own.known or (known is not None and known.canonical != own.canonical)


def is_title(line: Line, head: int, first: int) -> bool:
    """True for "the High Commissioner", a title in capitals without a name."""
    bare = first == head and line.sentence.span.field == "title"
    return (bare or line.lows[first] == "the") and kinds().get(line.lows[head]) == "unnamed"


def desk(line: Line, head: int) -> str | None:
    """The outlet that a reporter speaks for: "an Ukrinform correspondent", "the BBC's reporter"."""
    if line.lemmas[head] not in DESK:
        return None
    for child in line.children[head]:
        if line.deps[child] in ("compound", "poss", "nmod") and (name := outlet(line.text(*core(line, child)))):
            return name
    return None


def party_inside(line: Line, first: int, last: int) -> str | None:
    """The only state named inside a description: "an aide in Kenya's cabinet"; None for several."""
    if _ABROAD.search(line.text(first, last)):
        return None
    found = {
        known.code for token in range(first, last + 1)
        if line.tags[token] in (*NAME_TAGS, "JJ") and line.parsed.words[token][:1].isupper()
        and (known := composition.state_of(line.parsed.words[token])) is not None
    }  # fmt: skip
    return next(iter(found)) if len(found) == 1 else None


def in_apposition(line: Line, first: int, last: int) -> frozenset[str]:
    """The words of what stands in apposition: "Ana Reis, a nurse", "an officer, Colonel Reis"."""
    found: set[str] = set()
    for token in range(first, last + 1):
        for child in line.children[token]:
            if line.deps[child] == "appos" and line.tags[child][0] == "N":
                low, high = core(line, child)
                found.update(line.lows[low : high + 1])
    return frozenset(found)


def is_body(line: Line, first: int, last: int) -> bool:
    """True for a name with a body in apposition: "Delta, a union of nurses", and not "Ana Reis, its head"."""
    return any(
        kinds().get(line.lemmas[child]) in ("organisation", "government")
        for token in range(first, last + 1)
        for child in line.children[token]
        if line.deps[child] == "appos" and line.tags[child] in ("NN", "NNS")
    )


def _told(line: Line, head: int) -> int | None:
    """The clause behind the verb of the subject `head`; None for a quotation before it."""
    told = line.child(line.heads[head], "ccomp") if line.deps[head] == "nsubj" else None
    return told if told is not None and told > line.heads[head] > head else None


def calls_itself_it(line: Line, head: int) -> bool:
    """True for the subject of "said it would appeal", which is no person where nothing stands before it."""
    told = _told(line, head)
    subject = line.child(told, "nsubj") if told is not None else None
    return subject is not None and line.lows[subject] == "it" and not stands_for_clause(line, subject)


def is_firm(line: Line, head: int) -> bool:
    """True for a name that its sentence shows to be no person's: "Ipsa said its plant is safe".

    What stands in apposition tells it too ("Ipsa, a maker of pumps, ..."), and "Ipsa Coal" itself.
    """
    told = _told(line, head)
    subject = line.child(told, "nsubj", "nsubjpass") if told is not None else None
    owner = line.child(subject, "poss") if subject is not None else None
    its = owner is not None and line.lows[owner] == "its"
    closed = line.lows[head] in FIRM_WORDS
    return closed or its or calls_itself_it(line, head) or is_body(line, head, head)


def pronouns_told(line: Line, head: int) -> list[str]:
    """The words "him" or "her" for whom the subject `head` tells or asks something."""
    if "her" not in line.lows and "him" not in line.lows:
        return []
    return [line.lows[heard] for heard in hearers(line, head) if line.lows[heard] in ("him", "her")]


_AIR = frozenset({"television", "radio", "tv", "newswire"})


def without_role(name: str) -> str:
    """A full name without an office before it, as far as two words are left.

    >>> without_role("Kerr County Sheriff Lena Costa"), without_role("Technical Services Lena Costa")
    ('Lena Costa', 'Lena Costa')
    >>> without_role("Lena Costa")
    'Lena Costa'
    """
    words = name.split()
    offices = (at for at, word in enumerate(words[:-2]) if _is_role(word.lower()))
    return " ".join(words[max(offices, default=-1) + 1 :])


def _is_role(word: str) -> bool:
    return kinds().get(word) == "unnamed" or word in OFFICER | IN_OFFICE or word.removesuffix("s") in _SERVICES


_SERVICES = frozenset({"service", "affair"})


def is_office(name: str) -> bool:
    """True for a title that stands as a name.

    >>> is_office("High Commissioner"), is_office("Lena King")
    (True, False)
    """
    first, _, last = name.lower().partition(" ")
    return bool(last) and (first in RANKS or first in TITLES) and kinds().get(last) == "unnamed"


def calls_press(line: Line, first: int, stop: int) -> bool:
    """True for "state news agency" and "local broadcaster" before a name that begins at `stop`."""
    before = line.lemmas[first:stop]
    called = (lemma in _AIR or kinds().get(lemma) == "outlet" for lemma in before[-1:])
    return before[-2:] == ["news", "agency"] or any(called)


def hearers(line: Line, head: int) -> list[int]:
    """The tokens of those whom the subject `head` tells or asks something."""
    verb = line.heads[head]
    if line.deps[head] != "nsubj":
        return []
    found = [child for child in line.children[verb] if line.deps[child] in ("dobj", "dative") and child > verb]
    for child in line.children[verb]:
        if line.deps[child] == "prep" and line.lows[child] in ("to", "with", "of") and child > verb:
            found.extend(inner for inner in line.children[child] if line.deps[inner] == "pobj")
    return found


def means_pair(line: Line, head: int, first: int, last: int) -> bool:
    """True for "both governments" and "the two sides", whatever the parse leaves out of the phrase."""
    if line.lemmas[head] not in STATES:
        return False
    start = first + (line.lows[first] in ("the", "these", "those"))
    inside = line.lows[start] in ("both", "two") and last <= start + 1
    return inside or (head > 0 and line.lows[head - 1] in ("both", "two"))


def initials(line: Line, token: int) -> bool:
    """True for a body's letters that read like a pronoun ("WHO"), in a line that is not all in capitals."""
    word = line.parsed.words[token]
    return len(word) > 1 and word.isupper() and any(other.islower() for other in line.parsed.words)


@lru_cache(maxsize=20_000)
def known_actor(words: str, on: str, *, koreas: bool) -> KnownActor | None:
    """The actor of packaged knowledge that `words` name on the day `on`; `koreas` reads "the North's" so."""
    plain = words.strip(" \"'“”‘’.,")
    if not plain or " and " in plain:
        return None
    if koreas:
        plain = _HALF.sub(r"\1 Korea\2", plain)
    found = actors.find(plain, on) or actors.titled(plain, on) or actors.compose(plain)
    if found is not None and found.kind == "unnamed" and _ABROAD.search(plain):
        # "A diplomat in Goma" may be anybody's.
        return None
    if found is None and plain.lower().startswith("the ") and plain[4:5].isupper():
        # "the Americans" speak for their state.
        state = actors.state(plain[4:])
        found = actors.find(state.government, on) if state is not None else None
    return found


def stands_for_clause(line: Line, head: int) -> bool:
    """True for the "it" of "it was not possible to verify", which means nobody."""
    verb = line.heads[head]
    said = line.child(verb, "acomp") if line.lemmas[verb] == "be" else None
    below = [token for token in (verb, said) if token is not None]
    return said is not None and any(line.child(token, "xcomp", "ccomp", "advcl") is not None for token in below)


def leads(line: Line, token: int) -> bool:
    """True for a subject and for the owner of one ("Mr. Osei's office said he was ill")."""
    head = line.heads[token]
    owns = line.deps[token] == "poss" and line.tags[head] in ("NN", "NNS")
    return line.deps[head if owns else token] in ("nsubj", "nsubjpass")


def calls(words: str, canonical: str) -> bool:
    """True where the words hold a name of somebody, and not an office alone.

    >>> calls("Mr. Osei", "Kofi Osei"), calls("the premier", "Kofi Osei")
    (True, False)
    """
    known = actors.find(words)
    shared = not set(key(words).split()).isdisjoint(key(canonical).split())
    return shared or (known is not None and known.canonical == canonical)
