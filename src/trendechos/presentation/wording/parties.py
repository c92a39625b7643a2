"""Who speaks, as a reader would name them."""

from __future__ import annotations

import re
from functools import cache

from trendechos.knowledge import actor_tables, countries
from trendechos.presentation.wording.parts import Given, Phrase, given, joined
from trendechos.records import Speaker

# Bodies that English names with an article; matched as the last or, before "of"/"for", the head noun.
_HEADS = (
    "administration agency alliance army assembly authority board bureau cabinet coalition command"
    " commission committee congress council court department directorate embassy fleet force forces"
    " government group guard house institute intelligence kremlin league legislature ministry mission"
    " movement navy office organisation organization parliament party pentagon police presidency press"
    " secretariat senate service services staff treasury union"
    " association bank centre center federation lab laboratory nations network society"
)
_WITH_ARTICLE = frozenset(_HEADS.split())
_PLURAL_STATES = frozenset(
    {
        "United States",
        "United Kingdom",
        "Netherlands",
        "Philippines",
        "United Arab Emirates",
        "Bahamas",
        "Maldives",
    }
)

_DETERMINERS = "the a an his her its their our my one two three some several many both"
_DETERMINED = frozenset(_DETERMINERS.split())
# A page's "he" whom nobody could tie to a name.
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who", "one", ""})


def named(name: str) -> Phrase:
    """A name with its article where English wants one.

    >>> named("Pentagon"), named("NATO")
    (('the ', Given(text='Pentagon', words=False)), (Given(text='NATO', words=False),))
    >>> named("Statistics Agency (Chad)")[0]
    'the '
    >>> named("doctors' group"), named("Chad's army")
    (('the ', Given(text="doctors' group", words=False)), (Given(text="Chad's army", words=False),))
    """
    text = given(name)
    lowered = text.text.partition(" (")[0].lower().split()
    owned = any(word.endswith(("'s", "’s", "s'", "s’")) for word in lowered[:-1])
    if not lowered or lowered[0] in _DETERMINED:
        return (text,)
    if owned:
        # "The doctors' group" is somebody's and still described; "Chad's army" is named.
        return ("the ", text) if text.text[0].islower() else (text,)
    head = next((lowered[i - 1] for i, word in enumerate(lowered) if i and word in ("of", "for")), lowered[-1])
    if head in _WITH_ARTICLE or text.text in _PLURAL_STATES:
        return ("the ", text)
    return (text,)


def speaker(who: Speaker, party_name: str | None, outlet: str | None) -> Phrase:
    """Who says it, with the party behind them; a page that names no source is named itself.

    `party_name` is the party in plain words, None where unknown; `outlet` stands in where the page
    gives no source.
    """
    if who.kind == "none":
        return (given(outlet) if outlet else "the page itself", " (no source named)")
    if who.kind == "outlet":
        return (given(who.canonical or who.name),)
    tail = "" if not party_name or _tells(who.canonical or who.name, party_name) else f" ({party_name})"
    if who.kind == "unnamed":
        told = [] if _UNNAMED.search(who.name or who.canonical) else ["unnamed"]
        parts = ", ".join([*told, *([party_name] if tail and party_name else [])])
        inside = f" ({parts})" if parts else ""
        if who.name.lower() in _PRONOUNS:
            return ("a speaker", Given(inside))
        return (given(described(who.name or who.canonical)), Given(inside))
    base = named(who.canonical or who.name) if who.kind != "person" else (given(who.canonical or who.name),)
    return (*base, Given(tail)) if tail else base


# Where the page says so itself, we need not.
_UNNAMED = re.compile(r"\b(?:unnamed|anonymous|unidentified)\b", re.IGNORECASE)
_NO_LETTER = re.compile(r"\W+")
# A description that opened its sentence stands inside ours.
_ARTICLE = re.compile(r"^(?:An?|Another|The|One|Some|Several|Many|Two|Three)(?= [a-zA-Z]|$)")


def described(name: str) -> str:
    """A description as it stands inside a sentence: without the capital that it had where one began.

    >>> described("The official"), described("Residents"), described("Ukrainians"), described("Western aides")
    ('the official', 'residents', 'Ukrainians', 'Western aides')
    """
    plain = name.isalpha() and name[1:].islower() and not countries.demonym(name.removesuffix("s"))
    return name.lower() if plain else _ARTICLE.sub(_lowered, name)


def _lowered(found: re.Match[str]) -> str:
    return found[0].lower()


def _tells(name: str, party_name: str) -> bool:
    """True when a name already says whose it is: "the South Korean ministry", "Intelligence of Ukraine".

    A short form counts: "US" in "US Department" tells of the United States.
    """
    country = countries.find(party_name)
    marks = [party_name, *(country.demonyms if country else ()), *(country.aliases if country else ())]
    folded = f" {_NO_LETTER.sub(' ', name.casefold())} "
    return any(f" {_NO_LETTER.sub(' ', mark.casefold())} " in folded for mark in marks)


def all_of(names: list[str]) -> Phrase:
    """Names as a list in prose, each with its article."""
    return joined([named(name) for name in names])


@cache
def known(code: str | None) -> str | None:
    """The name of a country or body by its code, None when the packaged knowledge holds none.

    >>> known("PRK"), known("UNO"), known("GBRPTYLAB"), known("XYZABC")
    ('North Korea', 'United Nations', 'Labour Party (United Kingdom)', None)
    """
    try:
        return countries.by_code(code or "").name
    except KeyError:
        body = actor_tables.called(code or "")
    return body.canonical if body else None


def is_country(code: str) -> bool:
    """True for the ISO 3166 alpha-3 code of a country.

    >>> is_country("PRK"), is_country("NATO")
    (True, False)
    """
    try:
        return countries.by_code(code).code == code
    except KeyError:
        return False


def party(code: str | None) -> str | None:
    """A party in plain words: a country's or body's name, else its own name as it is, None when empty.

    >>> party("PRK"), party("Ines Marte"), party("")
    ('North Korea', 'Ines Marte', None)
    """
    return known(code) or code or None
