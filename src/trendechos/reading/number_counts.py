"""What a number counts: told by the noun that is counted and the verb that it stands with."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from trendechos.languages.en.measures import counted
from trendechos.records import Counts, ParsedSentence

_NOT_INSIDE = frozenset({"not", "now", "only", "then", "already", "also", "still", "later", "earlier", "apparently"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OPENS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "VBN", "VBG"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "RB", "RBS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "csubj", "dative", "oprd", "npadvmod"})
# The parser takes "20 dead" and "30 wounded" for what it likes; these words count whatever their tag.
_FATES: dict[str, Counts] = {
    "killed": "killed", "dead": "killed", "slain": "killed", "wounded": "wounded", "injured": "wounded", "hurt": "wounded",
    "captured": "captured", "arrested": "captured", "detained": "captured", "missing": "missing",
    "displaced": "displaced", "homeless": "displaced",
}  # fmt: skip
_PEOPLE = re.compile(
    r"[A-Z][\w'’-]*(?:ans|ians|eans|is|ese|ards|itas|others)$"
    r"|(?:Turks|Kurds|Arabs|Poles|Danes|Finns|Swedes|Czechs|Slovaks|Serbs|Croats|Greeks|Thais|Uzbeks|Tajiks|Kazakhs"
    r"|Britons|Frenchmen|Dutchmen|Spaniards|Jews|Muslims|Christians|Filipinos|Latinos|Bosniaks|Chechens|Buryats"
    r"|Rohingya|Yazidis|Houthis|Hutus|Tutsis|Tamils|Uighurs|Uyghurs|Kyrgyz|Swiss|French|British|Irish|Dutch|Chinese)$"
)


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: the words from `first` to `last` (token indices), the head's lemma, the fate they name."""

    first: int
    last: int
    lemma: str
    fate: Counts | None = None


def people(word: str) -> bool:
    """True for the plural of a nationality or a people: "North Koreans", "Kurds"."""
    return _PEOPLE.fullmatch(word) is not None


def noun_behind(parsed: ParsedSentence, token: int, *, singular: bool = False) -> Noun | None:
    """The counted noun phrase that begins at `token`, or None where something else stands there.

    A singular noun counts only when `singular`, or when it names people in a body ("infantry").
    """
    tags, words, count = parsed.tags, parsed.words, len(parsed.words)
    if token < count and (fate := _FATES.get(words[token].lower())) and _is_fate(parsed, token):
        return _fate(parsed, token, fate)
    last = None
    for index in range(token, min(count, token + 9)):
        if tags[index] in _NOUN_TAGS:
            if index + 2 < count and tags[index + 1] == "POS" and tags[index + 2] in _OPENS:
                token = index + 2  # "the North's men"
                continue
            last = index
            goes_on = index + 1 < count and tags[index + 1] in _NOUN_TAGS and parsed.deps[index] in ("compound", "nmod", "amod")
            if not goes_on and not _runs_on(parsed, index):
                break
        elif tags[index] == "CC" and index > token and _joins(parsed, index):
            continue
        elif tags[index] == "CD" and index > token and words[index][:1].isdigit() and "NNP" in tags[index - 1 : index + 2 : 2]:
            continue  # "Model 3 sedans", "737 Max jets"
        elif tags[index] == "CD" and words[index][:1].isalpha() and any(letter.isdigit() for letter in words[index]):
            continue  # "F-16 jets"
        elif tags[index] not in _MODIFIERS or (words[index] in _NOT_INSIDE and words[index - 1] != "-"):
            break
    if last is None:
        return None
    while token < last and tags[token] in ("RB", "RBR", "RBS"):
        token += 1
    lemma = parsed.lemmas[last].lower()
    plural = tags[last] in _PLURAL_TAGS or people(words[last]) or lemma in _bodies()
    if not plural and not singular:
        return None
    return Noun(token, last, lemma)


def _runs_on(parsed: ParsedSentence, index: int) -> bool:
    """True when a noun only begins a longer one: by a hyphen, a figure of its name, or "Kia and Hyundai cars"."""
    following = parsed.words[index + 1 : index + 4]
    tags = parsed.tags[index + 1 : index + 4]
    if not following:
        return False
    if following[0] in ("-", "–") and len(following) > 1 and following[1][:1].isalpha():
        return True
    if following[0] == "and" and len(tags) > 2 and parsed.tags[index] == tags[1] == "NN" and tags[2] in _PLURAL_TAGS:
        return True
    if parsed.tags[index] != "NNP":
        return False
    if tags[0] == "CD" and len(tags) > 1 and tags[1] in ("NNS", "NNP"):
        return True
    return following[0] == "and" and len(tags) > 2 and tags[1] == "NNP" and tags[2] in _PLURAL_TAGS


def _joins(parsed: ParsedSentence, index: int) -> bool:
    """True for the "and" inside a noun phrase: "digital and physical sales"."""
    tags = parsed.tags
    return index + 2 < len(tags) and tags[index - 1] in ("JJ", "JJS", "NNP") and tags[index + 1] in ("JJ", "NNP", "NN") and (
        tags[index + 2] in _PLURAL_TAGS
    )


@cache
def _bodies() -> frozenset[str]:
    classes = counted()
    return frozenset({"infantry", "personnel", "police", "people", "militia", "cavalry", "staff", "head", "aircraft", "men"}) | (
        classes["weapons"] & {"ammunition", "artillery"}
    )


def _is_fate(parsed: ParsedSentence, token: int) -> bool:
    """True unless the word describes a noun behind it ("20 dead soldiers", "30 missing people")."""
    following = token + 1
    return not (following < len(parsed.words) and parsed.tags[following] in _NOUN_TAGS) or parsed.words[following][:1].isdigit()


def _fate(parsed: ParsedSentence, token: int, fate: Counts) -> Noun:
    words = parsed.words
    if token + 2 < len(words) and words[token + 1].lower() in ("and", "or", "/"):
        other = _FATES.get(words[token + 2].lower())
        if {fate, other} == {"killed", "wounded"}:
            return Noun(token, token + 2, "killed or wounded", "killed_or_wounded")
    return Noun(token, token, words[token].lower(), fate)


def classify(noun: str | None, word: str, verbs: tuple[str, ...], *, soldiers: Callable[[str], Counts]) -> Counts:
    """What a number counts, from the lemma of its noun, the noun as written, and the verbs it stands with.

    `soldiers` says of people named only by nation, or as men, what they are here.
    """
    classes = counted()
    fate = _by_verbs(verbs)
    lemma = (noun or "").lower()
    if lemma in classes["killed"]:
        return "killed"
    for kind in ("wounded", "casualties", "captured", "displaced", "missing"):
        if lemma in classes[kind]:
            return fate if kind in ("captured", "displaced") and fate in ("killed", "wounded") else kind  # type: ignore[return-value]
    soldier = lemma in classes["personnel"]
    nation = people(word)
    either = lemma in classes["either"]
    if soldier or nation or either or lemma in classes["civilian"]:
        if fate:
            return fate
        if nation or either:
            return soldiers(word)
        return "troops" if soldier else "civilians"
    if lemma in classes["weapons"]:
        return "weapons"
    if fate in ("killed", "wounded", "killed_or_wounded") and not {"die", "hurt"}.issuperset(verbs):
        return fate
    return "other"


def _by_verbs(verbs: tuple[str, ...]) -> Counts | None:
    classes = counted()
    found = {
        kind
        for verb in verbs
        for kind in ("killed", "wounded", "captured", "missing", "displaced", "casualties")
        if verb in classes[f"verb_{kind}"]
    }
    if {"killed", "wounded"} <= found:
        return "killed_or_wounded"
    order = ("killed", "wounded", "captured", "displaced", "missing", "casualties")
    return next((kind for kind in order if kind in found), None)  # type: ignore[return-value]


def fate_of(parsed: ParsedSentence, children: list[list[int]], verbs: tuple[int, ...]) -> Counts | None:
    """What became of those counted by a predicate: "were missing", "left 20 dead"; None where there is none."""
    for verb in verbs:
        for child in children[verb]:
            if parsed.deps[child] in ("acomp", "oprd", "attr", "ccomp") and (fate := _FATES.get(parsed.words[child].lower())):
                return fate
    return None


def verbs_with(parsed: ParsedSentence, children: list[list[int]], token: int) -> tuple[int, ...]:
    """The verbs that say what happened to the noun at `token`: its head, a participle on it, or their conjuncts by "or"."""
    found: list[int] = []
    for child in children[token]:
        if parsed.deps[child] in ("acl", "relcl", "amod") and parsed.poses[child] == "VERB":
            found.append(child)
    current = token
    for _ in range(3):
        dep, head = parsed.deps[current], parsed.heads[current]
        if dep in _SUBJECTS and parsed.poses[head] in ("VERB", "AUX"):
            found.append(head)
            break
        if dep not in ("conj", "appos", "pobj", "prep", "nummod") or head == current:
            break
        if dep == "prep" and parsed.words[current].lower() not in ("of", "by", "at", "to", "including", "among"):
            break
        current = head
        if parsed.poses[current] in ("VERB", "AUX"):
            found.append(current)
            break
    return tuple(dict.fromkeys([*found, *(_together(parsed, children, found))]))


def _together(parsed: ParsedSentence, children: list[list[int]], verbs: list[int]) -> list[int]:
    """Verbs joined to `verbs` with no object or subject of their own: "were killed or wounded"."""
    joined = []
    for verb in verbs:
        for child in children[verb]:
            if parsed.deps[child] != "conj" or parsed.tags[child] not in ("VBN", "JJ", "VBD") or child - verb > 3:
                continue
            if not any(parsed.deps[inner] in ("nsubj", "nsubjpass", "dobj", "nummod") for inner in children[child]):
                joined.append(child)
    return joined
