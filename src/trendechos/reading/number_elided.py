"""Numbers whose noun the text leaves out, and whom they count."""

from __future__ import annotations

import re
from dataclasses import replace

from trendechos.languages.en.measures import counted
from trendechos.reading.number_counts import classify, fate_of, noun_behind, people, verbs_with
from trendechos.reading.number_forms import Number
from trendechos.reading.number_line import Line, words_of
from trendechos.records import FATES, Counts, Quantity

_BACK = re.compile(
    r"\b(?:that\s+(?:number|total|figure)|them|these|those|whom|which|their\s+number)\b", re.IGNORECASE
)


_MOVES = frozenset({
    "send", "deploy", "dispatch", "move", "train", "fight", "station", "mass", "enter", "reach", "arrive",
    "cross", "join",
    "transfer", "ship", "shift", "prepare", "ready", "mobilise", "mobilize", "withdraw", "pull", "head",
    "go", "have",
    "be", "field", "estimate", "give", "assess", "report", "record", "hold", "claim", "announce", "put",
    "get", "confirm", "garrison", "recruit", "commit", "desert", "reinforce", "strengthen", "include",
})  # fmt: skip


_POINTING = (" the ", " those ", " these ", "the ", "those ")
_AGAINST = re.compile(r"\b(?:compared\s+(?:with|to)|versus|against|(?:up|down)\s+from|from)\s+$", re.IGNORECASE)
# "600 a day" is a rate; "AFN 96 million" is money of a code that nothing knows.
_RATE = re.compile(r"\s+(?:a|an|per|each|every)\s+(?:day|night|week|month|year|hour)\b|-\w")
_CODE = re.compile(r"\b[A-Z]{3}\s?$")
_NAMED = re.compile(r"\b(?:figure|number|total|tally|sum)\s+of\s+$", re.IGNORECASE)
_DEATHS = "deaths"
# A headline's toll, whatever the parser makes of it: "Floods death toll climbs to 29".
_TOLL = re.compile(
    r"\b(?:toll|deaths|fatalities)\b[^.,;:]{0,50}?\b(?:to|at|of|is|was|now|past)\s+$", re.IGNORECASE
)
_FATE_BEFORE = re.compile(r"\b(?:killed|dead) (?:and|or) (?:wounded|injured|hurt)\b")
# A count said against the one before it: "organisers spoke of more than 6,000", "a list of 900".
_GOES_ON = re.compile(
    r"\b(?:kn[eo]ws? of|sp(?:eaks?|oke|oken) of|lists? of|put (?:it|them) at|counted|listed|documented|recorded"
    r"|registered)(?: (?:only|some|about|around|at least|more than|over|nearly|almost|up to|as many as))*\s+$",
    re.IGNORECASE,
)
_AT_END = re.compile(r"\s*(?:[.,;:)\"”’]|$)")
# It goes on counting what was counted within about two sentences.
_NEAR = 400


def _no(_: str) -> Counts:
    return "civilians"


def elided(line: Line, number: Number, quantity: Quantity, last: Quantity | None) -> Quantity | None:
    """A number whose noun the text leaves out: its clause or the people named last say what it counts."""
    parsed = line.parsed
    token = line.token(number.end - 1)
    if number.low == 1 and not number.figure:
        return None
    if last is not None and last.unit and (_compared(line, quantity, last) or _goes_on(line, number, last)):
        return replace(quantity, unit=last.unit, counts=last.counts)
    verbs = verbs_with(parsed, line.tree.children, token)
    lemmas = tuple(parsed.lemmas[verb].lower() for verb in verbs)
    known = _by_clause(line, quantity, token, verbs) or _by_fate(line, verbs, lemmas)
    if known is not None:
        return replace(quantity, unit=known[0], counts=known[1])
    small = number.vague == "small"
    if small and not re.match(r"\s+(?:of|from)\b", parsed.text[number.end : number.end + 8]):
        return None
    meant = _meant(line, number, lemmas, quantity.scope, last)
    if meant is None:
        return None if small else quantity
    return replace(quantity, unit=meant[0], counts=meant[1])


def _compared(line: Line, quantity: Quantity, last: Quantity) -> bool:
    """True when the sentence holds the number against the one before: "60 arrests, compared with 40"."""
    base = line.sentence.span
    if (
        last.span.field != base.field
        or last.span.start < base.start
        or last.counts in ("share", "money", "age")
    ):
        return False
    return _AGAINST.search(line.parsed.text[: quantity.span.start - base.start]) is not None


def _goes_on(line: Line, number: Number, last: Quantity) -> bool:
    """True when somebody gives another number of those who suffered, or came, and the clause ends there."""
    base, text = line.sentence.span, line.parsed.text
    if last.counts not in FATES and last.unit not in counted()["crowd"]:
        return False
    if last.span.field != base.field or base.start + number.start - last.span.end > _NEAR:
        return False
    return bool(_GOES_ON.search(text[: number.start]) and _AT_END.match(text, number.end))


_Meaning = tuple[str | None, Counts]


def _by_clause(line: Line, quantity: Quantity, token: int, verbs: tuple[int, ...]) -> _Meaning | None:
    """What the number is the size of: a body of soldiers, or the subject of a verb of measure."""
    parsed = line.parsed
    if strength := body(line, token):
        return None, strength
    sizing = bool(verbs) and parsed.lemmas[verbs[0]].lower() in counted()["verb_measure"]
    if sizing and (measured := _measured(line, verbs[0], token)):
        return measured
    before = parsed.text[: quantity.span.start - line.sentence.span.start]
    if quantity.qualifier == "more_than" and (fate := _FATE_BEFORE.search(before)):
        return fate[0], "killed_or_wounded"
    toll = _TOLL.search(before)
    return (_DEATHS, "killed") if toll else None


def _by_fate(line: Line, verbs: tuple[int, ...], lemmas: tuple[str, ...]) -> _Meaning | None:
    """What became of those counted, or what a predicate noun says that they are."""
    fate = fate_of(line.parsed, line.tree.children, verbs) or classify("person", "", lemmas, soldiers=_no)
    if fate not in ("civilians", "casualties"):
        return None, fate
    return _told(line, verbs[0]) if verbs and lemmas[0] == "be" else None


def _told(line: Line, verb: int) -> tuple[str, Counts] | None:
    """What a predicate noun says that the number counts: "17,000 of them were militants"."""
    parsed = line.parsed
    for child in line.tree.children[verb]:
        if parsed.deps[child] == "attr" and parsed.tags[child] in ("NNS", "NNPS") and child > verb:
            kind = classify(parsed.lemmas[child], parsed.words[child], (), soldiers=line.people.soldiers)
            return (parsed.words[child], kind) if kind != "other" else None
    return None


def _meant(
    line: Line, number: Number, verbs: tuple[str, ...], scope: str | None, last: Quantity | None
) -> _Meaning | None:
    """The people that a bare number counts, as words and kind; None when the text does not make it clear."""
    if not _clear(line, number, verbs, scope) or _indexed(line, number):
        return None
    named = line.people.before(line.index, line.token(number.start))
    recent = last is not None and (
        last.counts in ("troops", "civilians") or people((last.unit or "").split(" ")[-1])
    )
    if recent and last is not None and (named is None or named[1] == last.counts):
        return last.unit, last.counts
    placed = scope is not None or (verbs and verbs[0] in counted()["military"])
    if named is None and line.people.military and placed:
        return None, "troops"
    return named


def _clear(line: Line, number: Number, verbs: tuple[str, ...], scope: str | None) -> bool:
    """True when a bare number is large enough and stands so that it can only count people spoken of."""
    text = line.parsed.text
    behind = text[number.end : number.end + 28]
    if _NAMED.search(text[max(0, number.start - 12) : number.start]):
        return False
    if _RATE.match(behind) or _CODE.search(text[max(0, number.start - 5) : number.start]):
        return False
    if _BACK.search(behind) or text[max(0, number.start - 7) : number.start].lower().endswith(_POINTING):
        return True
    if not number.vague and (number.low or number.high or 0) < 10:
        return False
    parsed, token = line.parsed, line.token(number.end - 1)
    if parsed.deps[token] == "attr" and parsed.lemmas[parsed.heads[token]] == "be":
        return scope is not None  # "life expectancy is 73"
    led = re.match(r"\s+(?:from|more|in all)\b", behind)
    return scope is not None or not verbs or verbs[0] in _MOVES or led is not None


def body(line: Line, token: int) -> Counts | None:
    """`troops` for the strength of a body of soldiers: "a force of 50,000", "five formations of 3,000"."""
    parsed = line.parsed
    head = parsed.heads[token]
    if parsed.deps[token] != "pobj" or parsed.words[head].lower() != "of":
        return None
    lemma = parsed.lemmas[parsed.heads[head]].lower()
    classes = counted()
    military = lemma in classes["personnel"] or (lemma in classes["formation"] and line.people.military)
    return "troops" if military else None


def _indexed(line: Line, number: Number) -> bool:
    """True for a level of something that is no people: a figure with decimals behind "to" or "at"."""
    before = line.parsed.text[max(0, number.start - 4) : number.start].lower()
    return (
        before.endswith((" at ", " to "))
        and not number.vague
        and number.low is not None
        and number.low != int(number.low)
    )


def _measured(line: Line, verb: int, token: int) -> _Meaning | None:
    """What the verb gives the size of: its subject ("losses exceed 500") or object ("put losses at 500")."""
    parsed = line.parsed
    for wanted in ("dobj", "nsubj", "nsubjpass"):
        for child in line.tree.children[verb]:
            if parsed.deps[child] != wanted or child >= token:
                continue
            for index in (index for index in line.tree.subtree(child) if index < token):
                if found := _sized(line, index):
                    return found
    return None


def _sized(line: Line, index: int) -> _Meaning | None:
    """The counted noun at `index` and what it counts there ("the count of civilians killed"); None for none."""
    parsed = line.parsed
    noun = noun_behind(parsed, index, singular=True)
    if noun is None:
        return None
    if noun.fate:
        return words_of(line, noun), noun.fate
    done = (parsed.lemmas[act].lower() for act in verbs_with(parsed, line.tree.children, index) if act > index)
    lemma, word = parsed.lemmas[index].lower(), parsed.words[index]
    if lemma in counted()["crowd"]:
        return word, "civilians"
    kind = classify(lemma, word, tuple(done), soldiers=line.people.soldiers)
    if kind == "killed" and parsed.tags[index] == "NN":
        word = _DEATHS  # "the death toll"
    return (word, kind) if kind != "other" and parsed.tags[index].startswith("NN") else None
