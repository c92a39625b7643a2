"""Which people a report speaks of: soldiers or civilians, and whom a number without a noun means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from trendechos.languages.en.measures import counted
from trendechos.reading.number_counts import people
from trendechos.records import Counts, ParsedSentence, Sentence
from trendechos.text.tree import grown

_PLURAL = frozenset({"NNS", "NNPS", "NNP"})
_ENDING = re.compile(r"(?:s|es)$")
# How many sentences back a number may look for what it counts.
_REACH = 3


@dataclass(slots=True)
class People:
    """The people nouns of one report by sentence, and the nations whose people are soldiers in it."""

    nouns: dict[int, list[tuple[int, str, Counts, bool]]] = field(default_factory=dict)
    armed: set[str] = field(default_factory=set)
    unarmed: set[str] = field(default_factory=set)
    military: bool = False

    def soldiers(self, word: str) -> Counts:
        """What `word`, a nation's plural or "men", means in this report; `other` where it does not say."""
        if not people(word):
            if self.military:
                return "troops"
            return "civilians" if word.lower() in ("man", "men") else "other"
        stem = _stem(word)
        if stem in self.armed:
            return "troops" if stem not in self.unarmed else "other"
        return "civilians" if stem in self.unarmed else "other"

    def before(self, sentence: int, token: int) -> tuple[str, Counts] | None:
        """The nearest people named before `token` of `sentence`, soldiers first; None when far off.

        Of an earlier sentence those come first who do something in it: it is they of whom more is told.
        """
        near: tuple[str, Counts] | None = None
        for index in range(sentence, max(-1, sentence - _REACH - 1), -1):
            named = self.nouns.get(index, [])[::-1]
            if index < sentence:
                named.sort(key=lambda noun: not noun[3])
            for place, words, counts, _ in named:
                if index == sentence and place >= token:
                    continue
                if counts == "troops":
                    return words, counts
                near = near or (words, counts)
        return near


def survey(sentences: tuple[Sentence, ...]) -> People:
    """The people of a report; one pass over its lemmas."""
    found = People()
    classes = counted()
    firm = classes["personnel"] - {"personnel", "military", "force", "enemy"}
    war = any(not classes["war"].isdisjoint(grown(sentence.parsed).lemmas) for sentence in sentences)
    found.military = war or any(not firm.isdisjoint(sentence.parsed.lemmas) for sentence in sentences)
    for sentence in sentences:
        _nations(sentence.parsed, found, war=war)
    for index, sentence in enumerate(sentences):
        _nouns(index, sentence.parsed, found)
    return found


def _stem(word: str) -> str:
    return _ENDING.sub("", word.lower())


def _nations(parsed: ParsedSentence, found: People, *, war: bool) -> None:
    classes = counted()
    drilled = not classes["military"].isdisjoint(parsed.lemmas) and any(
        lemma in classes["military"] and parsed.poses[token] in ("VERB", "NOUN")
        for token, lemma in enumerate(parsed.lemmas)
    )
    for token, word in enumerate(parsed.words):
        if not word[:1].isupper() or len(word) < 4:
            continue
        head = parsed.lemmas[parsed.heads[token]].lower()
        if parsed.deps[token] in ("amod", "compound", "nmod") and parsed.heads[token] > token:
            if head in classes["personnel"]:
                found.armed.add(_stem(word))
            elif head in classes["civilian"]:
                found.unarmed.add(_stem(word))
        elif people(word) and parsed.deps[token] in ("nsubj", "nsubjpass", "dobj", "pobj"):
            sent = war and head in classes["moved"]
            if drilled or sent or head in classes["military"]:
                found.armed.add(_stem(word))


def _nouns(index: int, parsed: ParsedSentence, found: People) -> None:
    classes = counted()
    here: list[tuple[int, str, Counts, bool]] = []
    for token, word in enumerate(parsed.words):
        if parsed.tags[token] not in _PLURAL:
            continue
        lemma, acts = parsed.lemmas[token].lower(), parsed.deps[token] in ("nsubj", "nsubjpass")
        if lemma in classes["personnel"] or (lemma in classes["either"] and found.military):
            here.append((token, word, "troops", acts))
        elif (lemma in classes["civilian"] and lemma != "people") or lemma in classes["either"]:
            here.append((token, word, "civilians", acts))
        elif people(word) and parsed.tags[token] != "NNP":
            first = (
                token - 1
                if token and parsed.deps[token - 1] == "compound" and parsed.words[token - 1][:1].isupper()
                else token
            )
            name = parsed.text[parsed.starts[first] : parsed.end(token)]
            here.append((token, name, found.soldiers(word), acts))
    if here:
        found.nouns[index] = here
