"""The words around a number: qualifier, change, window and scope."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from trendechos.knowledge import countries
from trendechos.languages.en import events, grammar
from trendechos.languages.en import numbers as words
from trendechos.languages.en.parties import BODY_WORDS
from trendechos.languages.en.reporting import SAFETY
from trendechos.records import Change, ParsedSentence, Qualifier, Window
from trendechos.text.normalise import small

_SCOPE_WORDS = frozenset({
    "in", "inside", "into", "within", "near", "at", "across", "around", "throughout", "to", "toward",
    "towards", "on", "along",
    "outside",
})  # fmt: skip
_SAYING = frozenset({
    "say", "tell", "report", "announce", "state", "add", "claim", "confirm", "write", "note", "speak", "brief",
    "estimate", "believe", "warn", "argue", "cite", "quote",
})  # fmt: skip
_NOT_PLACES = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Ramadan|Christmas|Easter)\.?$"
)
_NOWHERE = {"to": grammar.TRAVELS, "on": events.classes()["SANCTION"]}
_REGIONS = frozenset({
    "part", "region", "province", "city", "town", "village", "district", "area", "north", "south", "east",
    "west", "center", "centre",
    "outskirt", "border", "coast", "capital", "suburb", "state", "island", "port", "camp", "strip", "edge",
    "rest", "interior",
    "northeast", "northwest", "southeast", "southwest", "side", "bank", "valley", "plain", "stretch",
    "street", "shore",
})  # fmt: skip
# Words for bodies that end the names of places too.
_ALSO_PLACES = frozenset({"state", "republic", "union", "federation", "front", "authority", "league"})
_ARTICLES = frozenset({"the", "a", "an", "all", "both", "its", "their", "his", "her", "our"})


def _any(forms: tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True))


@cache
def _before() -> tuple[re.Pattern[str], dict[str, Qualifier]]:
    names = {form: cast(Qualifier, name) for name, forms in words.BEFORE.items() for form in forms}
    between = _any(list(words.BETWEEN))
    pattern = rf"(?:(?<![\w-])(?P<words>{_any(list(names))})(?:\s+(?:{between}))*\s*|(?P<sign>[~≈><≥≤])\s?)$"
    return re.compile(pattern), names


@cache
def _after() -> tuple[re.Pattern[str], dict[str, Qualifier]]:
    names = {form: cast(Qualifier, name) for name, forms in words.AFTER.items() for form in forms}
    return re.compile(rf",?\s+(?P<words>{_any(list(names))})\b", re.IGNORECASE), names


_SIGNS: dict[str, Qualifier] = {
    "~": "about", "≈": "about", ">": "more_than", "<": "less_than", "≥": "at_least", "≤": "at_most",
}  # fmt: skip


def qualifier_before(text: str, start: int, *, duration: bool = False) -> tuple[Qualifier, int]:
    """The qualifier that stands before position `start` and where it begins; `none` and `start` without one.

    Before a duration "over" is rather a length of time in which something else happened.
    """
    left = max(0, start - 48)
    pattern, names = _before()
    match = pattern.search(small(text[left:start]))
    if match is None:
        return "none", start
    if match["sign"]:
        return _SIGNS[match["sign"]], left + match.start()
    form = re.sub(r"\s+", " ", match["words"])
    lead = text[left : left + match.start()].rstrip().lower()
    if (
        form == "over"
        and duration
        and not re.search(r"\b(?:for|just|well|of|took|taken|lasted|been|is|was)$", lead)
    ):
        return "none", start
    if form in ("over", "under", "above", "around", "about") and re.search(
        r"\b(?:the|past|last|next)\s", match[0].lower()
    ):
        return "none", start
    if form.startswith("top") and lead.endswith((" the", " its", " their")):
        return "none", start
    return names[form], left + match.start("words")


def qualifier_after(text: str, end: int) -> tuple[Qualifier, int]:
    """The qualifier that stands behind position `end` and where it ends; `none` and `end` without one."""
    if text.startswith("+", end) or text.startswith("-plus", end):
        return "at_least", end + (1 if text[end] == "+" else 5)
    pattern, names = _after()
    match = pattern.match(text, end)
    if match is None:
        return "none", end
    return names[re.sub(r"\s+", " ", match["words"].lower())], match.end()


@cache
def _verbs() -> dict[str, tuple[str, Change]]:
    forms: dict[str, tuple[str, Change]] = {}
    for verbs, change in ((words.UP_VERBS, "up"), (words.DOWN_VERBS, "down")):
        for verb in verbs:
            stem, _, rest = verb.partition(" ")
            tail = f" {rest}" if rest else ""
            root = stem[:-1] if stem.endswith("e") else stem
            spelt = {stem, stem + "s", root + "ed", root + "ing"}
            if stem.endswith("y"):
                spelt |= {stem[:-1] + "ies", stem[:-1] + "ied"}
            for form in spelt:
                forms[form + tail] = (verb, cast(Change, change))
    for form, verb in words.IRREGULAR.items():
        forms[form] = (verb, "up" if verb in words.UP_VERBS else "down")
    return forms


@cache
def _change() -> re.Pattern[str]:
    verbs = _any([*_verbs(), "up", "down"])
    return re.compile(
        rf"\b(?P<verb>{verbs}|upwards?|downwards?)(?:\s+(?:\w+\s+){{1,2}}(?P<far>by)|(?:\s+(?:\w+ly|back|further|sharply|as\s+much\s+as))?(?:\s+(?P<by>by))?)"
        r"(?:\s+(?:an?|the|another|additional|some))*\s*$"
    )


@cache
def _from() -> re.Pattern[str]:
    moved = rf"(?:{_any(list(_verbs()))})(?:\s+\w+){{0,2}}?"
    revised = rf"(?:{'|'.join(words.REVISING)})(?:\s+[\w'’-]+){{1,14}}?"
    return re.compile(rf"\b(?:{moved}|{revised})\s+from\s+(?:\w+\s+)?$", re.IGNORECASE)


def moved_from(text: str, start: int) -> bool:
    """True where the number at `start` is where a rise or fall began ("rose from 8,000 to 11,000")."""
    return text[max(0, start - 16) : start].lower().count("from") > 0 and (
        _from().search(text[max(0, start - 120) : start]) is not None
    )


_TO_FROM = re.compile(
    r"\b(?:to|at)\s+(?:[\w-]+\s+){0,3}?[\d.,]*\d(?:\s+\w+){0,2}\s*,?\s+(?:up |down )?from\s+(?:\w+\s+)?$"
)


def replaced(text: str, start: int) -> bool:
    """True where another number stands for the one at `start`, before it or behind ("to 38 from 41")."""
    return moved_from(text, start) or _TO_FROM.search(text[max(0, start - 60) : start]) is not None


_PHRASAL = re.compile(
    r"\b(?:g[ai]v(?:e|es|en|ing)|put|puts|putting|pick(?:s|ed|ing)?|set|sets|setting|ma(?:de|ke|kes|king)|end(?:s|ed|ing)?"
    r"|c[ao]m(?:e|es|ing)|t[ao](?:ke|kes|king|ok)|bl[eo]w(?:s|n|ing)?|shut(?:s|ting)?|turn(?:s|ed|ing)?|back(?:s|ed|ing)?|br(?:ing|ings|ought)"
    r"|shot|shoot|round(?:ed)?|gun(?:ned)?|br(?:eak|oke|oken)|hunt(?:ed)?|lock(?:ed)?)\s+$",
    re.IGNORECASE,
)
_MORE = re.compile(rf"\b(?:{_any(list(words.MORE_BEFORE))})\s*$", re.IGNORECASE)
_MORE_BEHIND = re.compile(rf"\s+(?:{_any(list(words.MORE_AFTER))})\b(?!\s+than)", re.IGNORECASE)


def change(
    text: str, start: int, end: int, *, measure: bool, percent: bool = False, bare: bool = False
) -> Change:
    """Whether the number is an addition or a fall: "rose by 5%", "down 3 points", "a further 1,500",
    "500 more".

    `measure` says that a measure is counted and no people or things: only then do verbs such as
    "lose" and "add" say a change; `bare`, that no noun follows, so that "up" and "down" may.
    """
    before = small(text[max(0, start - 40) : start])
    match = _change().search(before)
    if match:
        form = re.sub(r"\s+", " ", match["verb"])
        verb, found = _verbs().get(form, (form, cast(Change, re.sub(r"wards?$", "", form))))
        if form in ("up", "down") and _PHRASAL.search(before[: match.start()]):
            return "none"
        if (
            match["by"]
            or match["far"]
            or measure
            or (verb not in words.MEASURE_ONLY and (bare or form not in ("up", "down")))
        ):
            return found
    if not percent and (_MORE.search(before) or _MORE_BEHIND.match(text, end)):
        return "up"
    return "none"


@cache
def _windows() -> tuple[tuple[Window, re.Pattern[str]], ...]:
    return tuple(
        (cast(Window, name), re.compile(rf"\b(?:{pattern})", re.IGNORECASE))
        for name, pattern in words.WINDOWS.items()
    )


_DAILY = re.compile(r"\bdaily\s+(?:\w+\s+){0,3}$")


def window(before: str, after: str) -> Window:
    """The window that the clause around a number says; `none` where it says none."""
    low = small(before)
    daily = "daily" in low and _DAILY.search(low) is not None
    for name, pattern in _windows():
        if pattern.search(after) or (name == "cumulative" and pattern.search(before[-30:])):
            return name
        if name == "day" and daily:
            return name
    return "none"


def planned(parsed: ParsedSentence, children: list[list[int]], verbs: tuple[int, ...]) -> bool:
    """True when the verbs that the number stands with are to come: will, plans to, is preparing.

    Who seeks refuge is there.
    """
    for verb in verbs[:1]:
        current = verb
        if any(parsed.lemmas[child] in SAFETY for child in children[verb]):
            return False
        for _ in range(3):
            if parsed.lemmas[current] in words.PLANNED_VERBS and parsed.poses[current] in (
                "VERB",
                "NOUN",
                "ADJ",
            ):
                return True
            if any(
                parsed.deps[child] == "aux"
                and parsed.lemmas[child].lower() in ("will", "shall", "would", "'ll")
                for child in children[current]
            ):
                return True
            if parsed.deps[current] not in ("xcomp", "acl", "ccomp", "advcl", "pcomp", "prep", "attr"):
                break
            if parsed.deps[current] == "ccomp" and parsed.lemmas[parsed.heads[current]] in _SAYING:
                break
            current = parsed.heads[current]
    return False


def scope(parsed: ParsedSentence, children: list[list[int]], first: int, last: int, *, stop: int) -> str | None:
    """The place phrase that the number between tokens `first` and `last` is about, or None.

    Looked for behind the number as far as token `stop` (the next number), then at the head of the sentence.
    """
    fallback = None
    for token in range(last + 1, min(stop, len(parsed.words))):
        if parsed.words[token] in (";", ":") or (
            parsed.lemmas[token] in _SAYING and parsed.poses[token] == "VERB"
        ):
            break
        word = parsed.words[token].lower()
        if word in _SCOPE_WORDS and (place := _place(parsed, children, token)):
            if word not in ("to", "toward", "towards", "on"):
                return place
            fallback = fallback or place
    if fallback:
        return fallback
    for token in range(min(first, 6)):
        if parsed.words[token].lower() in ("in", "inside", "across", "near") and (
            place := _place(parsed, children, token)
        ):
            return place if token < 2 else None
    return None


def is_body(word: str) -> bool:
    """True for a word that ends the name of a body and of no place ("Agency", "NEMA").

    >>> [is_body(word) for word in ("Agency", "NEMA", "US", "Kogi", "State")]
    [True, True, False, False, False]
    """
    if word.isupper() and len(word.replace(".", "")) > 2:
        return countries.find(word) is None
    return word.lower() in BODY_WORDS - _ALSO_PLACES


def _place(parsed: ParsedSentence, children: list[list[int]], token: int) -> str | None:
    governor = parsed.lemmas[parsed.heads[token]].lower()
    said = governor in _SAYING and parsed.deps[token] == "prep"
    if said or governor in _NOWHERE.get(parsed.words[token].lower(), ()):
        return None  # "flown to Goma", "sanctions on Astana"
    phrase = next((child for child in children[token] if parsed.deps[child] == "pobj"), None)
    if phrase is None or phrase <= token:
        return None
    begin = token + 1
    while begin < phrase and parsed.words[begin].lower() in _ARTICLES:
        begin += 1
    end = phrase
    if end + 2 < len(parsed.words) and parsed.words[end + 1].lower() == "of":
        inner = next((child for child in children[end + 1] if parsed.deps[child] == "pobj"), None)
        wide = parsed.words[end][:1].isupper() or parsed.lemmas[end].lower() in _REGIONS
        end = inner if inner is not None and inner - end < 5 and wide else end
    found = range(begin, end + 1)
    names = [index for index in found if parsed.words[index][:1].isupper()]
    head = parsed.words[phrase]
    body = is_body(head) or parsed.words[token - 1].lower() == "according"
    if body or (not head[:1].isupper() and parsed.lemmas[phrase].lower() not in _REGIONS):
        return None
    names = [
        index for index in names if parsed.tags[index].startswith("NNP") or not parsed.words[index].isupper()
    ]
    if not names or end - begin > 6 or any(parsed.words[index][:1].isdigit() for index in found):
        return None
    if any(_NOT_PLACES.match(parsed.words[index]) for index in found) or any(
        parsed.words[index] in (",", "(", "–", "—") for index in found
    ):
        return None
    return parsed.text[parsed.starts[begin] : parsed.end(end)]
