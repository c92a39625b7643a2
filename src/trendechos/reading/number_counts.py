"""What a number counts: told by the noun that is counted and the verb that it stands with."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from trendechos.languages.en.measures import counted
from trendechos.records import Counts, ParsedSentence

_NOT_INSIDE = frozenset(
    {"not", "now", "only", "then", "already", "also", "still", "later", "earlier", "apparently"}
)
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OPENS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "VBN", "VBG"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "RB", "RBS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "csubj", "dative", "oprd", "npadvmod"})
# The parser takes "20 dead" and "30 wounded" for what it likes; these words count whatever their tag.
_FATES: dict[str, Counts] = {
    "killed": "killed", "dead": "killed", "slain": "killed", "wounded": "wounded", "injured": "wounded",
    "hurt": "wounded",
    "captured": "captured", "arrested": "captured", "detained": "captured", "missing": "missing",
    "displaced": "displaced", "homeless": "displaced",
}  # fmt: skip
# "300 feared dead"
_HELD_TO_BE = frozenset({"feared", "presumed", "believed", "reported", "confirmed"})
_PEOPLE = re.compile(
    r"[A-Z][\w'’-]*(?:ans|ians|eans|is|ese|ards|itas|others)$"
    r"|(?:Turks|Kurds|Arabs|Poles|Danes|Finns|Swedes|Czechs|Slovaks|Serbs|Croats|Greeks|Thais|Uzbeks|Tajiks|Kazakhs"
    r"|Britons|Frenchmen|Dutchmen|Spaniards|Jews|Muslims|Christians|Filipinos|Latinos|Bosniaks|Chechens|Buryats"
    r"|Rohingya|Yazidis|Houthis|Hutus|Tutsis|Tamils|Uighurs|Uyghurs|Kyrgyz|Swiss|French|British|Irish|Dutch|Chinese)$"
)


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted: the words from token `first` to `last`, the head's lemma, the fate that they name."""

    first: int
    last: int
    lemma: str
    fate: Counts | None = None


def people(word: str) -> bool:
    """True for the plural of a nationality or a people: "North Koreans", "Kurds"."""
    return word[:1].isupper() and _PEOPLE.fullmatch(word) is not None


def noun_behind(parsed: ParsedSentence, token: int, *, singular: bool = False) -> Noun | None:
    """The counted noun phrase that begins at `token`, or None where something else stands there.

    A singular noun counts only when `singular`, or when it names people in a body ("infantry").
    """
    tags, words = parsed.tags, parsed.words
    if token < len(words) and (fate := _FATES.get(words[token].lower())) and _is_fate(parsed, token):
        return _fate(parsed, token, fate)
    if token + 1 < len(words) and words[token].lower() in _HELD_TO_BE:
        fate = _FATES.get(words[token + 1].lower())
        if fate:
            return _fate(parsed, token + 1, fate)
    token, last = _phrase(parsed, token)
    if last < 0:
        return None
    while token < last and tags[token] in ("RB", "RBR", "RBS"):
        made = tags[token + 1] in ("VBN", "VBG") or parsed.words[token + 1].endswith("ed")
        token += 2 if made and token + 1 < last else 1  # "newly built homes", "decently sized rooms"
    # The tagger takes "corpses" for the plural of "corps".
    lemma = "corpse" if words[last].lower() == "corpses" else parsed.lemmas[last].lower()
    plural = tags[last] in _PLURAL_TAGS or people(words[last]) or lemma in _bodies()
    return Noun(token, last, lemma) if plural or singular else None


def _phrase(parsed: ParsedSentence, token: int) -> tuple[int, int]:
    """First and last token of the noun phrase at `token`, without a possessor; last is -1 for none."""
    tags, count = parsed.tags, len(parsed.words)
    last = -1
    for index in range(token, min(count, token + 9)):
        if tags[index] in _NOUN_TAGS:
            if index + 2 < count and tags[index + 1] == "POS" and tags[index + 2] in _OPENS:
                token = index + 2
                continue
            last = index
            tied = parsed.deps[index] in ("compound", "nmod", "amod") or parsed.words[index - 1] == "and"
            goes_on = index + 1 < count and tags[index + 1] in _NOUN_TAGS and tied
            if not goes_on and not _runs_on(parsed, index):
                break
        elif not _inside(parsed, index, index == token):
            break
    return token, last


def _inside(parsed: ParsedSentence, index: int, first: bool) -> bool:  # noqa: FBT001 - private, named by its only call
    """True for a word that may stand before the noun: an adjective, a participle, a figure of a name."""
    word, tag = parsed.words[index], parsed.tags[index]
    if tag == "CC" and not first:
        return _joins(parsed, index)
    if tag == "CD" and word[:1].isalpha():
        return any(letter.isdigit() for letter in word)  # "F-16 jets"
    if tag == "CD" and not first:
        return word[:1].isdigit() and "NNP" in parsed.tags[index - 1 : index + 2 : 2]  # "737 Max jets"
    return tag in _MODIFIERS and (word not in _NOT_INSIDE or parsed.words[index - 1] == "-")


def _runs_on(parsed: ParsedSentence, index: int) -> bool:
    """True when a noun only begins a longer one: by a hyphen, a figure, or "and" ("Kia and Hyundai cars")."""
    following = parsed.words[index + 1 : index + 4]
    tags = parsed.tags[index + 1 : index + 4]
    if not following:
        return False
    if following[0] in ("-", "–") and len(following) > 1 and following[1][:1].isalpha():
        return True
    if (
        following[0] == "and"
        and len(tags) > 2
        and parsed.tags[index] == tags[1] == "NN"
        and tags[2] in _PLURAL_TAGS
    ):
        return True
    if parsed.tags[index] != "NNP":
        return False
    if tags[0] == "CD" and len(tags) > 1 and tags[1] in ("NNS", "NNP"):
        return True
    return following[0] == "and" and len(tags) > 2 and tags[1] == "NNP" and tags[2] in _PLURAL_TAGS


def _joins(parsed: ParsedSentence, index: int) -> bool:
    """True for the "and" inside a noun phrase: "digital and physical sales"."""
    tags = parsed.tags
    return (
        index + 2 < len(tags)
        and tags[index - 1] in ("JJ", "JJS", "NNP")
        and tags[index + 1] in ("JJ", "NNP", "NN")
        and (tags[index + 2] in _PLURAL_TAGS)
    )


@cache
def _bodies() -> frozenset[str]:
    classes = counted()
    return frozenset(
        {"infantry", "personnel", "police", "people", "militia", "cavalry", "staff", "head", "aircraft", "men"}
    ) | (classes["weapons"] & {"ammunition", "artillery"})


def _is_fate(parsed: ParsedSentence, token: int) -> bool:
    """True unless the word describes a noun behind it ("20 dead soldiers", "30 missing people")."""
    following = token + 1
    return (
        not (following < len(parsed.words) and parsed.tags[following] in _NOUN_TAGS)
        or parsed.words[following][:1].isdigit()
    )


def _fate(parsed: ParsedSentence, token: int, fate: Counts) -> Noun:
    words = parsed.words
    if token + 2 < len(words) and words[token + 1].lower() in ("and", "or", "/"):
        other = _FATES.get(words[token + 2].lower())
        if {fate, other} == {"killed", "wounded"}:
            return Noun(token, token + 2, "killed or wounded", "killed_or_wounded")
    return Noun(token, token, words[token].lower(), fate)


def classify(
    noun: str | None, word: str, verbs: tuple[str, ...], *, soldiers: Callable[[str], Counts]
) -> Counts:
    """What a number counts, from the lemma of its noun, the noun as written, and the verbs it stands with.

    `soldiers` says of people named only by nation, or as men, what they are here.
    """
    lemma, fate = (noun or "").lower(), _by_verbs(verbs)
    kind = _named_fate(lemma)
    if kind is not None:
        return fate if kind in ("captured", "displaced") and fate in ("killed", "wounded") else kind
    if (person := _person(lemma, word, soldiers)) is not None:
        return fate or person
    if lemma in counted()["weapons"]:
        return "weapons"
    if lemma in counted()["police"] or lemma == "other":
        return fate or "other"  # "61,000 others have been displaced"
    if fate in ("killed", "wounded", "killed_or_wounded") and not {"die", "hurt"}.issuperset(verbs):
        return fate
    return "other"


def _named_fate(lemma: str) -> Counts | None:
    """What became of those whom the noun itself names by it: deaths, losses, captives."""
    classes = counted()
    kinds: tuple[Counts, ...] = ("killed", "wounded", "casualties", "captured", "displaced", "missing")
    return next((kind for kind in kinds if lemma in classes[kind]), None)


def _person(lemma: str, word: str, soldiers: Callable[[str], Counts]) -> Counts | None:
    """Troops or civilians for a noun of people; None for things."""
    classes = counted()
    if people(word) or lemma in classes["either"]:
        return soldiers(word)
    if lemma in classes["personnel"]:
        return "troops"
    return "civilians" if lemma in classes["civilian"] else None


def _by_verbs(verbs: tuple[str, ...]) -> Counts | None:
    classes = counted()
    kinds: tuple[Counts, ...] = ("killed", "wounded", "captured", "displaced", "missing", "casualties")
    found = [kind for kind in kinds if not classes[f"verb_{kind}"].isdisjoint(verbs)]
    if found[:2] == ["killed", "wounded"]:
        return "killed_or_wounded"
    return found[0] if found else None


def fate_of(parsed: ParsedSentence, children: list[list[int]], verbs: tuple[int, ...]) -> Counts | None:
    """What became of those counted by a predicate: "were missing", "left 20 dead"; None where there is none."""
    for verb in verbs:
        if parsed.words[verb].lower() == "missing" or _sought(parsed, children, verb):
            return "missing"
        if _costs_lives(parsed, children, verb):
            return "killed"
        for child in children[verb]:
            if parsed.deps[child] in ("acomp", "oprd", "attr", "ccomp") and (
                fate := _FATES.get(parsed.words[child].lower())
            ):
                return fate
            if parsed.words[child].lower() == "among" and (fate := _among(parsed, children, child)):
                return fate
    return None


def _among(parsed: ParsedSentence, children: list[list[int]], among: int) -> Counts | None:
    """The fate of those among whom somebody is said to be ("were among the dead", "among those killed")."""
    around = [inner for child in children[among] for inner in (child, *children[child])]
    for token in around:
        lemma = parsed.lemmas[token].lower()
        fates: tuple[Counts, ...] = ("killed", "wounded", "missing")
        fate = next((fate for fate in fates if lemma in counted()[fate] | counted()[f"verb_{fate}"]), None)
        if fate or (fate := _FATES.get(parsed.words[token].lower())):
            return fate
        if _costs_lives(parsed, children, token):
            return "killed"
    return None


def _costs_lives(parsed: ParsedSentence, children: list[list[int]], verb: int) -> bool:
    """True for "lost their lives"."""
    lost = parsed.lemmas[verb].lower() == "lose"
    return lost and any(parsed.lemmas[child].lower() == "life" for child in children[verb])


def _sought(parsed: ParsedSentence, children: list[list[int]], verb: int) -> bool:
    """True for "are yet to be found", "are being looked for" and "remain unaccounted for"."""
    for token in (verb, *children[verb]):
        if parsed.words[token].lower() == "unaccounted":
            return True
        if parsed.tags[token] == "VBN" and parsed.lemmas[token] in ("look", "search"):
            return any(parsed.words[child].lower() == "for" for child in children[token])
        if parsed.lemmas[token] in ("find", "trace", "locate"):
            return any(parsed.words[child].lower() == "yet" for child in (*children[token], *children[verb]))
    return False


def in_camps(parsed: ParsedSentence, children: list[list[int]], verbs: tuple[int, ...]) -> bool:
    """True when a verb says that somebody is in camps or shelters, or was moved there."""
    camps = counted()["place_displaced"]
    return any(
        parsed.lemmas[inner].lower() in camps
        for verb in verbs
        for child in children[verb]
        if parsed.deps[child] == "prep"
        for inner in children[child]
    )


def verbs_with(parsed: ParsedSentence, children: list[list[int]], token: int) -> tuple[int, ...]:
    """The words that say what happened to the noun at `token`: its head, participles on it, their conjuncts.

    Verbs, and nouns for what is done: "the killing of 20 villagers", "108 people with burns".
    """
    found: list[int] = []
    for child in children[token]:
        told = parsed.deps[child] in ("acl", "relcl", "amod") and parsed.poses[child] == "VERB"
        if told and not _of_some(parsed, children, child):
            found.append(child)
    behind = token + 1
    if behind < len(parsed.words) and parsed.words[behind].lower() == "with":
        found += [inner for inner in children[behind] if parsed.lemmas[inner].lower() in _harms()]
    current = token
    for _ in range(7):
        dep, head = parsed.deps[current], parsed.heads[current]
        if dep in _SUBJECTS and parsed.poses[head] in ("VERB", "AUX"):
            # The parser may hang the subject of "are missing" on "are".
            found.append(parsed.heads[head] if parsed.deps[head] in ("aux", "auxpass") else head)
            break
        if dep == "prep" and parsed.deps[head] == "acl" and parsed.words[current].lower() in ("from", "to"):
            current = parsed.heads[head]  # "its count of civilians killed from 47 to 53"
            continue
        if parsed.words[head].lower() == "of" and _is_harm(parsed, parsed.heads[head]):
            found.append(parsed.heads[head])
            break
        if dep not in ("conj", "appos", "pobj", "prep", "nummod", "quantmod") or head == current:
            break
        risen = parsed.words[current].lower() == "from" and parsed.lemmas[head] in counted()["verb_measure"]
        if (
            dep == "prep"
            and not risen
            and parsed.words[current].lower()
            not in (
                "of",
                "by",
                "at",
                "to",
                "including",
                "among",
            )
        ):
            break
        current = head
        if parsed.poses[current] in ("VERB", "AUX") and parsed.deps[current] != "prep":
            found.append(current)
            break
    return tuple(dict.fromkeys([*found, *(_together(parsed, children, found))]))


def _is_harm(parsed: ParsedSentence, token: int) -> bool:
    """True for a noun for what is done to people ("the bodies of 19 miners").

    A body of people is none, nor are the bodies that one side gives back to another.
    """
    word = parsed.words[token].lower()
    if word in ("body", "bodies"):
        return word == "bodies" and counted()["given_back"].isdisjoint(parsed.lemmas)
    return parsed.lemmas[token].lower() in _harms()


def _of_some(parsed: ParsedSentence, children: list[list[int]], verb: int) -> bool:
    """True for what happened to some of those counted ("23 patients, of whom five have died")."""
    around = children[verb]
    some = any(
        parsed.deps[child] in ("nsubj", "nsubjpass") and parsed.poses[child] in ("NUM", "PRON", "DET")
        and parsed.tags[child] not in ("WP", "WDT")
        for child in around
    )  # fmt: skip
    below = [one for child in around for one in (child, *children[child])]
    return some and any(parsed.words[inner].lower() == "whom" for one in below for inner in children[one])


def suffered(parsed: ParsedSentence, children: list[list[int]], token: int, verb: int) -> bool:
    """False where the noun at `token` does what `verb` says to others ("four bombs killed three")."""
    if parsed.heads[token] != verb or parsed.deps[token] != "nsubj":
        return True
    return not any(parsed.deps[child] == "dobj" for child in children[verb])


def _together(parsed: ParsedSentence, children: list[list[int]], verbs: list[int]) -> list[int]:
    """Verbs joined to `verbs` with no object or subject of their own: "were killed or wounded"."""
    joined = []
    for verb in verbs:
        if verb > 1 and parsed.words[verb - 1].lower() in ("or", "and") and parsed.lemmas[verb - 2] in _harms():
            joined.append(verb - 2)  # "killing or wounding 300"
        for child in children[verb]:
            if (
                parsed.deps[child] != "conj"
                or parsed.tags[child] not in ("VBN", "JJ", "VBD")
                or child - verb > 3
            ):
                continue
            if not any(
                parsed.deps[inner] in ("nsubj", "nsubjpass", "dobj", "nummod") for inner in children[child]
            ):
                joined.append(child)
    return joined


@cache
def _harms() -> frozenset[str]:
    """Nouns and verbs for what is done to people."""
    kinds = ("killed", "wounded", "captured", "displaced")
    return frozenset(word for kind in kinds for word in (*counted()[f"verb_{kind}"], *counted()[kind]))


def noun_after_of(parsed: ParsedSentence, token: int) -> Noun | None:
    """The noun phrase behind "of" at `token`, without determiner, possessor or number; None for a pronoun."""
    first = token + 1
    while first < len(parsed.words) and (
        parsed.tags[first] in ("DT", "PRP$", "PDT", "CD", "WDT") or parsed.words[first] in ("’s", "'s")
    ):
        if parsed.words[first].lower() in ("those", "these", "that") and noun_behind(parsed, first + 1) is None:
            return None
        first += 1
    return noun_behind(parsed, first, singular=True) if first < len(parsed.words) else None
