"""The tokens of one sentence as the search for names sees them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from trendechos.knowledge.actors import KnownActor
from trendechos.knowledge.keys import key
from trendechos.languages.en import lists, reporting
from trendechos.records import MentionKind, ParsedSentence

NAME_TAGS = frozenset({"NNP", "NNPS"})
# Nouns, adjectives, participles, possessives and hyphens: what stands inside one noun phrase.
PHRASE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH", "VBN", "VBG", "FW"})


@dataclass(frozen=True, slots=True)
class Found:
    """A name from `first` to `last` token, inclusive; `kind` None for a state or seat, which may be a place.

    `titles` are the descriptions that stand with a person's name ("Ukrainian army spokesman"), `titled` says
    that the phrase is an office itself, `speaks` that it is the subject of a verb of speech.
    """

    first: int
    last: int
    kind: MentionKind | None
    actor: KnownActor | None = None
    titles: tuple[str, ...] = ()
    titled: bool = False
    speaks: bool = False


@cache
def words(name: str) -> frozenset[str]:
    """A list of words that tell names apart."""
    return lists.read("names.tsv")[name]


@cache
def _speech() -> frozenset[str]:
    return frozenset(word for word, entry in reporting.entries()["v"].items() if entry.act == "speech")


class Tokens:
    """One sentence being searched for names; `on` is the day as of which offices are read."""

    __slots__ = (
        "capitals", "deps", "first_word", "heads", "keys", "on", "parsed", "shouted", "size", "tags", "words",
    )  # fmt: skip

    def __init__(self, parsed: ParsedSentence, on: str) -> None:
        """Prepares the tokens."""
        self.parsed, self.on = parsed, on
        self.words, self.tags, self.deps, self.heads = parsed.words, parsed.tags, parsed.deps, parsed.heads
        # Which tokens are written like names.
        self.capitals = [
            word[0].isupper() or (word[0].isdigit() and any(map(str.isupper, word))) for word in parsed.words
        ]
        # The form in which each word is looked up.
        self.keys = [key(word) for word in parsed.words]
        # In capitals throughout, case tells nothing; only what knowledge lists is a name.
        self.shouted = _is_shouted(parsed.text)
        self.size = len(self.words)
        self.first_word = next((token for token, word in enumerate(self.words) if word[:1].isalpha()), 0)

    def text(self, first: int, last: int) -> str:
        """The words from token `first` to token `last` as written."""
        return self.parsed.text[self.parsed.starts[first] : self.parsed.end(last)]

    def capital(self, token: int) -> bool:
        """True when the token is written like a name, wherever it stands."""
        return self.capitals[token]

    def joined(self, token: int) -> bool:
        """True when only white space parts the token from the next."""
        gap = self.parsed.text[self.parsed.end(token) : self.parsed.starts[token + 1]]
        return gap.isspace() or not gap

    def definite(self, first: int) -> bool:
        """True when the phrase means one person, not one of several ("a former minister")."""
        return first == 0 or self.words[first - 1].lower() not in words("indefinite")

    def definite_short(self, token: int, *, anywhere: bool = False) -> bool:
        """True when a capitalised word stands alone behind "the"; at a sentence's start only if `anywhere`."""
        alone = token + 1 >= self.size or not self.joined(token) or not self.capital(token + 1)
        behind = token > 0 and self.words[token - 1].lower() == "the"
        return behind and alone and (anywhere or token != self.first_word)

    def unbroken(self, first: int, last: int) -> bool:
        """True when the tokens can be one noun phrase: no finite verb, number or article inside."""
        return all(
            self.tags[token] in PHRASE_TAGS or self.words[token] in ("of", "and", "-")
            for token in range(first + 1, last + 1)
        )

    def located(self, first: int) -> bool:
        """True when a preposition of place stands before the token."""
        before = self.words[first - 1].lower() if first else ""
        return before in words("locative") and self.deps[first - 1] == "prep" and before != "from"

    def speaks(self, last: int) -> bool:
        """True when the token is the subject of a verb of speech."""
        head = self.heads[last]
        return self.deps[last] == "nsubj" and self.parsed.lemmas[head] in _speech()

    def root_of(self, first: int, last: int) -> int:
        """The token through which the stretch hangs on the rest of the sentence."""
        tokens = range(last, first - 1, -1)
        return next((token for token in tokens if not first <= self.heads[token] <= last), last)

    def description(self, first: int, last: int) -> tuple[str, ...]:
        """What stands before and behind a person's name and says who it is."""
        start = first
        while start and start > first - 8 and self.joined(start - 1) and self._describes(start - 1):
            start -= 1
        found = [self.text(start, first - 1)] if start < first else []
        after = last + 1
        if after + 1 < self.size and self.words[after] in (",", "of", "from", "at", "with"):
            end = after
            while end + 1 < self.size and end < after + 12 and self._describes(end + 1):
                end += 1
            if end > after:
                found.append(self.text(after + 1, end))
        return tuple(found)

    def _describes(self, token: int) -> bool:
        small = ("of", "for", "the", "a", "an", "at", "in", "to")
        # "Haiti - Ana Reis" is no Haitian, "vice-president Ana Reis" is vice president
        if self.words[token] == "-":
            return self.parsed.starts[token] == self.parsed.end(token - 1)
        return self.tags[token] in PHRASE_TAGS or self.words[token] in small


def _is_shouted(text: str) -> bool:
    """True when more than four fifths of the letters are capitals."""
    if sum(map(str.isupper, text)) <= 12 * 0.8:
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 12 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def longest(found: list[Found]) -> list[Found]:
    """The longer of any two that overlap, the earlier given of two as long, in order of position."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda item: (item.first - item.last, item.first)):
        if all(one.last < other.first or other.last < one.first for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda item: item.first)


def acts(parsed: ParsedSentence, last: int) -> bool:
    """True when the name that ends at token `last` is a party that acts, not a place where something is."""
    token, steps = last, 0
    while parsed.deps[token] in ("conj", "appos") and steps < 6:
        token, steps = parsed.heads[token], steps + 1
    dep, head = parsed.deps[token], parsed.heads[token]
    if dep == "poss":
        return parsed.lemmas[head].lower() not in words("part")
    if dep == "pobj":
        above = parsed.lemmas[parsed.heads[head]].lower()
        preposition = parsed.lemmas[head].lower()
        return above in words("member") or preposition in ("by", "with", "between", "against", "accord")
    if dep in ("dobj", "dative", "nsubjpass"):
        return parsed.lemmas[head] in words("addressed")
    return dep in ("nsubj", "csubj", "npadvmod") or parsed.lemmas[token].lower() in words("member")
