"""Runs of capitalised words that knowledge does not list, and what in the sentence tells whom they name."""

from __future__ import annotations

from collections.abc import Iterator

from trendechos.knowledge import actors, composition, gazetteer
from trendechos.knowledge.keys import acronym, key
from trendechos.languages.en import geography
from trendechos.reading.name_tokens import NAME_TAGS, Found, Tokens, words
from trendechos.records import MentionKind

_QUOTES = frozenset("\"'“”‘’")
_PATRONYMS = frozenset({"bin", "bint", "ibn"})
_DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "central", "northern", "southern", "eastern", "western"}
)
_REGIONS = frozenset({"state", "county", "province", "regional", "district"})
_PARTICLES = frozenset(
    {"bin", "bint", "ibn", "van", "von", "de", "da", "dos", "del", "der", "den", "di", "du", "ul", "ag"}
)


def find(at: Tokens, known: list[Found]) -> list[Found]:
    """The persons and bodies that runs outside the `known` names stand for."""
    taken = {token: one for one in known for token in range(one.first, one.last + 1)}
    found = (_run(at, first, last, taken) for first, last in _runs(at))
    return [one for one in found if one is not None]


def _runs(at: Tokens) -> Iterator[tuple[int, int]]:
    token = 0
    while token < at.size:
        if not _in_name(at, token):
            token += 1
            continue
        first = last = token
        while True:
            if last + 1 < at.size and at.joined(last) and _in_name(at, last + 1):
                last += 1
            elif (bridge := _bridge(at, last)) is not None:
                last = bridge
            else:
                break
        yield first, last
        token = last + 1


def _in_name(at: Tokens, token: int) -> bool:
    word = at.words[token]
    if not at.capital(token) or at.tags[token] in ("PRP", "PRP$", "DT", "UH", "WDT", "WP", "WRB"):
        return False
    if at.tags[token] in NAME_TAGS:
        return word.lower() not in words("not_name") or word.lower().strip(".") in words("organisation")
    first = token == at.first_word
    return not first and at.tags[token][:2] in ("NN", "JJ", "FW") and word.lower() not in words("not_name")


def _bridge(at: Tokens, last: int) -> int | None:
    """The token behind "of", a particle, a hyphen or a nickname that goes on with the name, or None."""
    after = last + 1
    if after + 1 >= at.size:
        return None
    word = at.words[after].lower()
    step = after + 1
    if word in ("-", "–") and _second_half(at, last, step):
        return step
    if word in ("-", "–"):
        fits = at.joined(last)
    elif word in ("al", "el") and at.words[step] == "-" and step + 1 < at.size:
        step += 1
        return step if at.words[step][0].isupper() else None
    elif word in _QUOTES and after + 3 < at.size and at.words[after + 2] in _QUOTES:
        fits, step = _in_name(at, after + 1), after + 3
    elif word in ("of", "for"):
        fits = key(at.words[last]) in words("organisation")
        step += at.words[step].lower() == "the"
    elif word == "and":
        fits = _goes_on(at, last, step)
    else:
        fits = word in _PARTICLES or word == "&"
    return step if fits and step < at.size and _in_name(at, step) else None


def _goes_on(at: Tokens, last: int, step: int) -> bool:
    """True for the "and" of "Centre for Democracy and Human Rights", where both halves are what it is for."""
    opened = last - 1
    while opened > 0 and at.capital(opened):
        opened -= 1
    if (
        opened < 1
        or at.words[opened].lower() != "for"
        or key(at.words[opened - 1]) not in words("organisation")
    ):
        return False
    return at.words[step].lower() in geography.ordinary_words() and not at.words[step].isupper()


def _second_half(at: Tokens, last: int, step: int) -> bool:
    """True for the "soo" of "Kim Moon-soo", against "New York-based"."""
    word = at.words[step]
    if not (last and _in_name(at, last - 1) and at.joined(last) and at.joined(last + 1) and word.islower()):
        return False
    named = at.tags[step] in NAME_TAGS or (at.tags[step] == "NN" and len(word) < 6)
    return word.isalpha() and named and word not in geography.ordinary_words()


def _run(at: Tokens, first: int, last: int, taken: dict[int, Found]) -> Found | None:
    """What a run names: a person, a body, or None; a known body in front of it ends there."""
    inside = [taken[token] for token in range(first, last + 1) if token in taken]
    if any(one.first <= first and one.last >= last for one in inside):
        return None
    # "The state agency Aemet": a body's name, whatever it does.
    kind_before = at.words[first - 1] if first and at.joined(first - 1) and at.tags[first - 1] == "NN" else ""
    if kind_before.lower() in words("organisation") and not inside:
        return Found(first, last, "organisation")
    state = bool(inside)
    if any(one.kind is not None for one in inside):
        # "Pentagon Press Secretary Pat Ryder"
        first, state = max(first, max(one.last for one in inside) + 1), False
        if first > last or at.words[first] in ("'s", "’s"):
            return None
    start, given = first, False
    while start < last and (_is_title(at, start) or _qualifies(at, start, last)):
        given = _given_like_a_state(at, start, last)
        if given:
            break
        start += 1
    state = state and not given
    lows = [key(at.words[token]) for token in range(start, last + 1)]
    kind = _judge(at, start, last, lows, titled=start > first, state=state)
    if kind is None or kind != "person":
        return Found(_from_direction(at, first, last), last, kind) if kind else None
    return Found(start, last, kind, None, at.description(start, last), speaks=at.speaks(last))


def _is_title(at: Tokens, token: int) -> bool:
    word = at.words[token].lower().strip(".")
    return word in words("title") or composition.state_of(at.words[token]) is not None or word == "-"


def _given_like_a_state(at: Tokens, first: int, last: int) -> bool:
    """True for "Chad Okafor" and "Sofia Lind": the plain name of a state or seat before one family name."""
    state = composition.state_of(at.words[first]) if last == first + 1 else None
    if state is None or at.words[first].isupper() or at.words[first] in state.adjectives:
        return False
    family = at.heads[first] == last and at.deps[first] == "compound" and at.tags[last] == "NNP"
    low = at.words[last].lower()
    lists = ("organisation", "title", "office", "thing", "group", "not_name")
    return family and not any(low in words(name) for name in lists)


def _from_direction(at: Tokens, first: int, last: int) -> int:
    """Where a body's name begins with its direction or state: "South Belt Committee", "Kogi State Police".

    "The American Soybean Council" and "the State Audit Office" begin so too.
    """
    before = first - 1
    if before > 0 and at.joined(before) and at.capital(before) and at.heads[before] == last:
        behind = at.words[before - 1].lower()
        whose = behind in ("'s", "’s") and at.words[before].lower() in _REGIONS
        if whose or (behind == "the" and composition.state_of(at.words[before]) is not None):
            return before
    if before > 0 and at.words[before].lower() in _REGIONS and at.joined(before) and at.joined(before - 1):
        return before - 1 if at.tags[before - 1] in NAME_TAGS and at.capital(before - 1) else first
    fits = last > first and before >= 0 and at.joined(before) and at.tags[before] in NAME_TAGS
    return before if fits and at.capital(before) and at.words[before].lower() in _DIRECTIONS else first


def _qualifies(at: Tokens, token: int, last: int) -> bool:
    """True for the first word of "Labour Secretary Ana Reis": what stands before an office is no given name."""
    office = at.words[token + 1].lower() in words("office") and token + 2 < last
    return office and key(at.words[token]) not in geography.given_names()


def _judge(
    at: Tokens, first: int, last: int, lows: list[str], *, titled: bool, state: bool
) -> MentionKind | None:
    name, lows = at.text(first, last), [low for low in lows if low]
    size = len(lows)
    if not size or "[" in name:
        return None
    if size == 1 and (lows[0] in words("not_name") or composition.state_of(name)):
        return None
    if last + 1 < at.size and at.words[last + 1] == ":" and first <= at.first_word + 1 and size < 4:
        # A label in a transcript.
        return "person" if name.isupper() and lows[-1] not in words("organisation") else None
    if size == 1 and acronym(name) and name.replace(".", "").isupper():
        return _abbreviation(at, name, first)
    if not words("organisation").isdisjoint(lows):
        return _body(lows) if size > 1 or titled else _short(at, first, lows[0])
    thing = lows[-1] in words("thing") or size > 6
    return "person" if not thing and _is_person(at, first, last, lows, titled=titled, state=state) else None


def _short(at: Tokens, token: int, low: str) -> MentionKind | None:
    return "organisation" if low in words("short") and at.definite_short(token) else None


def _abbreviation(at: Tokens, name: str, token: int) -> MentionKind | None:
    fit = name.replace(".", "") not in words("not_acronym") and 2 < len(name) < 7
    fit = fit and not (token and at.words[token - 1] == ".")
    return "organisation" if fit and at.words[token].isalpha() else None


def _is_person(at: Tokens, first: int, last: int, lows: list[str], *, titled: bool, state: bool) -> bool:
    size = len(lows)
    named = at.tags[first] in NAME_TAGS
    if titled or _person_around(at, first, last, size):
        return size > 1 or (named and lows[0] not in words("title") | words("office"))
    name = at.text(first, last)
    # "Austin said": a town that bears a known person's name does not speak.
    if state or at.located(first) or (_is_place(name) and not (at.speaks(last) and actors.namesakes(name))):
        return False
    given, father = lows[0] in geography.given_names(), lows[0] in ("abu", "umm")
    if (given and size > 1) or (father and size > 2) or not _PATRONYMS.isdisjoint(lows[1:]):
        return True
    plays = at.deps[last] in ("nsubj", "nsubjpass", "poss", "dative", "appos")
    if plays and (named or size > 1) and (father or (given and lows[0] not in geography.ordinary_words())):
        return True
    told = at.parsed.lemmas[at.heads[last]] in ("say", "tell", "add")
    # A family name alone that speaks by another verb ("Okoth reported") needs a known bearer.
    return at.speaks(last) and (size > 1 or (named and (told or bool(actors.namesakes(name)))))


def _is_place(name: str) -> bool:
    """True for the name of a region or sizeable town: "Florida" is a first name too."""
    return any(one.kind != "town" or one.population > 50_000 for one in gazetteer.candidates(name))


def _body(lows: list[str]) -> MentionKind:
    return "group" if lows[-1] in words("group") and lows[-1] not in words("organisation") else "organisation"


def _person_around(at: Tokens, first: int, last: int, size: int) -> bool:
    """True when a title stands before the name, or an age or office behind it."""
    noun = first and at.joined(first - 1) and at.tags[first - 1] == "NN"
    if noun and at.words[first - 1].lower() in words("office"):
        return True
    root = at.root_of(first, last)
    if size < 2:
        return False
    if at.deps[root] == "appos" and at.words[at.heads[root]].lower() in words("office"):
        return True
    if last + 2 >= at.size or at.words[last + 1] != ",":
        return False
    age = at.words[last + 2]
    if age.isdecimal() and len(age) < 4 and 5 < int(age) < 110:
        return True
    return at.deps[root] != "pobj" and _office_behind(at, first, last)


def _office_behind(at: Tokens, first: int, last: int) -> bool:
    for token in range(last + 2, min(last + 9, at.size)):
        if at.words[token] in (",", "."):
            return False
        if at.words[token].lower() in words("office") and at.deps[token] == "appos":
            return first <= at.heads[token] <= last
    return False
