"""Names in one parsed sentence: what packaged knowledge lists or composes, then runs of capitalised words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from trendechos.knowledge import actors, composition, offices, outlets
from trendechos.knowledge.actor_tables import index, states
from trendechos.knowledge.actor_tables import words as table_words
from trendechos.knowledge.actors import KnownActor
from trendechos.knowledge.keys import acronym, key
from trendechos.languages.en import geography, lists, reporting
from trendechos.records import MentionKind, ParsedSentence

# No packaged name and no composed phrase is longer than this many tokens of the model.
LONGEST = 9
_NAME_TAGS = frozenset({"NNP", "NNPS"})
# Nouns, adjectives, participles, possessives and hyphens.
_PHRASE_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH", "VBN", "VBG", "FW"})
_QUOTES = frozenset("\"'“”‘’")


@dataclass(frozen=True, slots=True)
class Found:
    """A name from `first` to `last` token, inclusive; `kind` None while only the report can tell.

    `titles` are the descriptions that stand with a person's name ("Ukrainian army spokesman").
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
def _starts() -> dict[str, int]:
    """The first words of packaged names, and the most words that a name beginning with each has."""
    found: dict[str, int] = {}
    names = [*index().names, *(key(short) for short in index().acronyms)]
    for outlet in outlets.outlets():
        for name in (outlet.name, *outlet.aliases):
            # The tokenizer may part "LIGA.net".
            names.extend((key(name), key(name.replace(".", " "))))
    for name in names:
        parts = name.split()
        if parts:
            found[parts[0]] = max(found.get(parts[0], 0), len(parts))
    return found


@cache
def _role_ends() -> frozenset[str]:
    """Last words of roles and titles, to try only phrases that can be composed."""
    phrases = [*composition.roles(), *offices.titles()]
    return frozenset(phrase.split()[-1] for phrase in phrases if phrase)


class Scanner:
    """One sentence being searched for names; `on` is the day as of which offices are read."""

    def __init__(self, parsed: ParsedSentence, on: str) -> None:
        """Prepares the tokens."""
        self.parsed, self.on = parsed, on
        self.words, self.tags, self.deps, self.heads = parsed.words, parsed.tags, parsed.deps, parsed.heads
        letters = [letter for letter in parsed.text if letter.isalpha()]
        # In capitals throughout, case tells nothing; only what knowledge lists is a name.
        self.shouted = len(letters) > 12 and sum(map(str.isupper, letters)) > 0.8 * len(letters)
        self.size = len(self.words)
        self._first_word = next((at for at, word in enumerate(self.words) if word[:1].isalpha()), 0)

    def text(self, first: int, last: int) -> str:
        """The words from token `first` to token `last` as written."""
        return self.parsed.text[self.parsed.starts[first] : self.parsed.end(last)]

    def capital(self, token: int) -> bool:
        """True when the token is written like a name, wherever it stands."""
        word = self.words[token]
        return word[0].isupper() or (word[0].isdigit() and any(map(str.isupper, word)))

    def find(self) -> list[Found]:
        """The names of the sentence in order, none inside another."""
        if not any(map(str.isupper, self.parsed.text)):
            return []
        known = list(self._known())
        made = list(self._made())
        best = _longest([*known, *made])
        if self.shouted:
            return best
        taken = {token: one for one in best for token in range(one.first, one.last + 1)}
        runs = [self._run(first, last, taken) for first, last in self._runs()]
        return _longest([*best, *(run for run in runs if run is not None)])

    # What knowledge lists.

    def _known(self) -> Iterator[Found]:
        token = 0
        while token < self.size:
            found = self._known_at(token) if self._may_start(token) else None
            if found:
                yield found
            token = found.last + 1 if found else token + 1

    def _may_start(self, token: int) -> bool:
        word = self.words[token]
        if self.capital(token):
            return True
        return word[0].isdigit() or (token + 1 < self.size and self.words[token + 1] == "-")

    def _known_at(self, first: int) -> Found | None:
        head = key(self.words[first]).split()
        most = _starts().get(head[0], 0) if head else 0
        if not most:
            return None
        # Hyphens, points and possessives are tokens of their own, so a name has more tokens than words.
        for last in range(min(first + 2 * most, first + LONGEST, self.size - 1), first - 1, -1):
            word = self.words[last]
            pointed = word.endswith(".") and (
                word.count(".") > 1 or word.lower() in ("jr.", "sr.", "inc.", "corp.")
            )
            if not (word[-1:].isalnum() or pointed or word.endswith("+")) or word in ("'s", "’s"):
                continue
            phrase = self.text(first, last)
            actor = self._look_up(phrase, first, last)
            if actor is not None:
                return self._sized(first, last, actor)
        return None

    def _look_up(self, phrase: str, first: int, last: int) -> KnownActor | None:
        alone = first == last
        low = phrase.lower().removeprefix("the ")
        if alone and (low in words("common") or (low in words("not_name") and not phrase.isupper())):
            return None
        if alone and self.shouted and len(phrase) < 3:
            return None
        found = actors.candidates(phrase)
        if found:
            actor = actors.find(phrase, self.on)
            tagged = self.tags[first] in _NAME_TAGS or low not in geography.ordinary_words()
            return None if actor is None or (alone and actor.kind == "person" and not tagged) else actor
        if low in words("common"):
            return None
        outlet = outlets.find(phrase) if self.capital(last) else None
        if outlet is None or (alone and phrase.isupper() and len(phrase) < 2):
            return None
        return KnownActor(f"outlet:{key(outlet.name)}", outlet.name, "outlet", f"{outlet.country}MED", None)

    def _sized(self, first: int, last: int, actor: KnownActor) -> Found | None:
        """The match, or None when a longer name holds it ("Hunter Biden", "Moscow State University")."""
        after = last + 1 < self.size and self._joined(last) and self.capital(last + 1)
        if actor.kind == "person":
            if first == last and first and self._joined(first - 1):
                before = self.words[first - 1].strip(".").lower()
                if (
                    self.capital(first - 1)
                    and before not in words("title")
                    and not composition.state_of(before)
                ):
                    return None
            if after and self.words[last + 1].lower().strip(".") not in ("jr", "sr", "ii", "iii"):
                following = self.words[last + 1].lower()
                if (
                    self.tags[last + 1] in _NAME_TAGS
                    and self.heads[last] == last + 1
                    and following not in words("office")
                ):
                    return None
            return Found(first, last, "person", actor, self.description(first, last))
        if actor.actor_id in states() or key(self.text(first, last)) in table_words("seat"):
            held = after and self.tags[last + 1] in _NAME_TAGS and self.deps[last] in ("compound", "nmod")
            inside = (
                first and self._joined(first - 1) and self.capital(first - 1) and self.heads[first - 1] == last
            )
            if held or (inside and self.tags[first - 1] in _NAME_TAGS and first - 1 > self._first_word):
                return None
            return Found(first, last, None, actor)
        if after and first == last and self._part_of_more(first) or self._of_another(first, actor):
            return None
        return Found(first, last, _kind(actor), actor)

    def _part_of_more(self, token: int) -> bool:
        """True for a word that only begins a longer name: "Amnesty Bill", "Congress Party"."""
        word, after = self.words[token], self.words[token + 1].lower()
        held = self.tags[token + 1] in _NAME_TAGS and self.heads[token] == token + 1
        return held and not word.isupper() and after not in words("title") | words("office")

    def _of_another(self, first: int, actor: KnownActor) -> bool:
        """True when another state owns the body: "Ecuador's National Electoral Council" is not Venezuela's."""
        if not first or actor.party not in states():
            return False
        before = first - 2 if self.words[first - 1] in ("'s", "’s") else first - 1
        owner = composition.state_of(self.words[before]) if before >= 0 and self._joined(first - 1) else None
        return owner is not None and owner.code != actor.party

    def _joined(self, token: int) -> bool:
        """True when only white space parts the token from the next."""
        gap = self.parsed.text[self.parsed.end(token) : self.parsed.starts[token + 1]]
        return gap.isspace() or not gap

    # What a state or body and a role make.

    def _made(self) -> Iterator[Found]:
        ends = [at for at in range(self.size) if key(self.words[at]) in _role_ends()]
        for end in ends:
            found = self._made_before(end)
            if found:
                yield found
        for token in range(1, self.size):
            if self.words[token] in ("of", "for") and token + 1 < self.size:
                found = self._made_around(token)
                if found:
                    yield found

    def _made_before(self, end: int) -> Found | None:
        """A phrase that ends in a role: "South Korea's defence ministry"."""
        for first in range(max(0, end - LONGEST + 1), end):
            if not self.capital(first) or not self._unbroken(first, end):
                continue
            found = self._composed(first, end)
            if found:
                return found
        return None

    def _made_around(self, joint: int) -> Found | None:
        """A role, "of" and a name: "the president of Kenya", "Ministry of Defence of Ukraine"."""
        if key(self.words[joint - 1]) not in _role_ends():
            return None
        after = joint + 2 if self.words[joint + 1] == "the" else joint + 1
        if after >= self.size or not self.capital(after):
            return None
        last = after
        while last + 1 < self.size and self._joined(last) and self.capital(last + 1) and last - after < 5:
            last += 1
        for end in range(last, after - 1, -1):
            for first in range(max(0, joint - 6), joint):
                if self.words[first].lower() in ("the", "a", "an") or not self._unbroken(first, joint - 1):
                    continue
                found = self._composed(first, end)
                if found:
                    return found
        return None

    def _unbroken(self, first: int, last: int) -> bool:
        """True when the tokens can be one noun phrase: no finite verb, number or article inside."""
        for token in range(first, last + 1):
            tag = self.tags[token]
            if tag not in _PHRASE_TAGS and self.words[token] not in ("of", "and", "-") and token != first:
                return False
        return True

    def _composed(self, first: int, last: int) -> Found | None:
        phrase = self.text(first, last)
        follows = last + 1 < self.size and self._joined(last) and self.tags[last + 1] in _NAME_TAGS
        holder = None if follows else actors.titled(phrase, self.on)
        if holder is not None and self.definite(first):
            return Found(first, last, "person", holder, titled=True)
        made = actors.compose(phrase)
        if made is None or (follows and made.kind == "unnamed"):
            return None
        return Found(first, last, _kind(made), made)

    def definite(self, first: int) -> bool:
        """True when the phrase means one person, not one of several ("a former minister")."""
        return first == 0 or self.words[first - 1].lower() not in (
            "a",
            "an",
            "former",
            "one",
            "ex",
            "-",
            "any",
            "no",
        )

    def definite_short(self, token: int) -> bool:
        """True when the capitalised word stands alone behind "the", or as a name before a noun."""
        return token > 0 and self.words[token - 1].lower() == "the" and token != self._first_word

    # Runs of capitalised words.

    def _runs(self) -> Iterator[tuple[int, int]]:
        token = 0
        while token < self.size:
            if not self._in_name(token):
                token += 1
                continue
            first = last = token
            while True:
                if last + 1 < self.size and self._joined(last) and self._in_name(last + 1):
                    last += 1
                elif (bridge := self._bridge(last)) is not None:
                    last = bridge
                else:
                    break
            yield first, last
            token = last + 1

    def _in_name(self, token: int) -> bool:
        word = self.words[token]
        if not self.capital(token) or self.tags[token] in ("PRP", "PRP$", "DT", "UH", "WDT", "WP", "WRB"):
            return False
        if self.tags[token] in _NAME_TAGS:
            return word.lower() not in words("not_name") or word.lower().strip(".") in words("organisation")
        first = token == self._first_word
        return (
            not first and self.tags[token][:2] in ("NN", "JJ", "FW") and word.lower() not in words("not_name")
        )

    def _bridge(self, last: int) -> int | None:
        """The token behind "of", "and the", a particle, a hyphen or a possessive that goes on with the name."""
        after = last + 1
        if after + 1 >= self.size:
            return None
        word = self.words[after].lower()
        joined = self._joined(last)
        if word in ("-", "–", "&") and self._in_name(after + 1) and (joined or word == "&"):
            return after + 1
        if word in _PARTICLES and self._in_name(after + 1):
            return after + 1
        if word in ("al", "el") and after + 2 < self.size and self.words[after + 1] == "-":
            return after + 2 if self._in_name(after + 2) or self.words[after + 2][0].isupper() else None
        if word in _QUOTES and after + 3 < self.size and self.words[after + 2] in _QUOTES:
            return after + 3 if self._in_name(after + 1) and self._in_name(after + 3) else None
        organisation = key(self.words[last]) in words("organisation")
        if word in ("of", "for") and organisation:
            step = after + 2 if self.words[after + 1].lower() == "the" else after + 1
            return step if step < self.size and self._in_name(step) else None
        return None

    def _run(self, first: int, last: int, taken: dict[int, Found]) -> Found | None:
        """What a run names: a person, a body, or None; what knowledge holds of it is taken over."""
        inside = sorted({id(taken[at]): taken[at] for at in range(first, last + 1) if at in taken}.values(),
                        key=lambda one: one.first)  # fmt: skip
        if any(one.first <= first and one.last >= last for one in inside):
            return None
        # A known body or person in the run ends it: "Pentagon Press Secretary Pat Ryder".
        if inside and not all(one.kind is None for one in inside):
            first = max(first, max(one.last for one in inside) + 1)
            if first > last or (self.words[first] in ("'s", "’s")):
                return None
            inside = []
        start = first
        while start < last and self._is_title(start):
            start += 1
        if start > first and self.words[start] == "-":
            start += 1
        lows = [key(self.words[token]) for token in range(start, last + 1)]
        kind = self._judge(start, last, lows, titled=start > first, state=bool(inside))
        if kind is None:
            return None
        if kind != "person":
            start = first
        if kind != "person":
            return Found(start, last, kind)
        return Found(start, last, kind, None, self.description(start, last), speaks=self._speaks(last))

    def _is_title(self, token: int) -> bool:
        word = self.words[token].lower().strip(".")
        return word in words("title") or composition.state_of(self.words[token]) is not None or word == "-"

    def _judge(
        self, first: int, last: int, lows: list[str], *, titled: bool, state: bool
    ) -> MentionKind | None:
        name, lows = self.text(first, last), [low for low in lows if low]
        size = len(lows)
        if not size or (size == 1 and lows[0] in words("not_name")) or "[" in name:
            return None
        if last + 1 < self.size and self.words[last + 1] == ":" and first <= self._first_word + 1 and size < 4:
            return "person" if name.isupper() and lows[-1] not in words("organisation") else None
        short = acronym(name)
        if size == 1 and short and name.replace(".", "").isupper():
            return self._abbreviation(name, first)
        if any(low in words("organisation") for low in lows):
            return self._body(lows) if size > 1 or titled else self._short(first, lows[0])
        if lows[-1] in words("thing"):
            return None
        person = self._is_person(first, last, lows, titled=titled, state=state)
        return "person" if person and size < 7 else None

    def _short(self, token: int, low: str) -> MentionKind | None:
        return "organisation" if low in words("short") and self.definite_short(token) else None

    def _abbreviation(self, name: str, token: int) -> MentionKind | None:
        fit = name.replace(".", "") not in words("not_acronym") and 2 < len(name) < 7
        fit = fit and not (token and self.words[token - 1] == ".")
        return "organisation" if fit and self.words[token].isalpha() else None

    def _is_person(self, first: int, last: int, lows: list[str], *, titled: bool, state: bool) -> bool:
        size = len(lows)
        if titled or self._person_around(first, last, size):
            return size > 1 or (
                self.tags[first] in _NAME_TAGS and lows[0] not in words("title") | words("office")
            )
        if state or self._located(first):
            return False
        given = lows[0] in geography.given_names()
        if (
            (given and size > 1)
            or not _PATRONYMS.isdisjoint(lows[1:])
            or (lows[0] in ("abu", "umm") and size > 2)
        ):
            return True
        if size == 1 and self.tags[first] not in _NAME_TAGS:
            return False
        head = self.parsed.lemmas[self.heads[last]]
        plays = self.deps[last] in ("nsubj", "nsubjpass", "poss", "dative", "appos")
        if plays and (lows[0] in ("abu", "umm") or (given and lows[0] not in geography.ordinary_words())):
            return True
        return self._speaks(last) and (size > 1 or head in ("say", "tell", "add"))

    def _body(self, lows: list[str]) -> MentionKind:
        return (
            "group" if lows[-1] in words("group") and lows[-1] not in words("organisation") else "organisation"
        )

    def _located(self, first: int) -> bool:
        before = self.words[first - 1].lower() if first else ""
        return before in words("locative") and self.deps[first - 1] == "prep" and before != "from"

    def _person_around(self, first: int, last: int, size: int) -> bool:
        """True when a title stands before the name, or an age or office behind it."""
        if first and self._joined(first - 1):
            before = self.words[first - 1].lower()
            if before in words("office") and self.tags[first - 1] == "NN":
                return True
        root = self._root_of(first, last)
        if self.deps[root] == "appos" and self.words[self.heads[root]].lower() in words("office") and size > 1:
            return True
        if last + 2 < self.size and self.words[last + 1] == ",":
            after = last + 2
            if self.words[after].isdigit() and 5 < int(self.words[after][:4]) < 110 and size > 1:
                return True
            if size > 1 and self.deps[root] != "pobj":
                for token in range(after, min(after + 7, self.size)):
                    if self.words[token] in (",", "."):
                        break
                    if self.words[token].lower() in words("office") and self.deps[token] == "appos":
                        return first <= self.heads[token] <= last
        return False

    def _root_of(self, first: int, last: int) -> int:
        return next((at for at in range(last, first - 1, -1) if not first <= self.heads[at] <= last), last)

    def _speaks(self, last: int) -> bool:
        head = self.heads[last]
        return self.deps[last] == "nsubj" and self.parsed.lemmas[head] in _speech()

    def description(self, first: int, last: int) -> tuple[str, ...]:
        """What stands before and behind a person's name and says who it is, the nearer first."""
        start = first
        while start and start > first - 8 and self._joined(start - 1):
            tag, word = self.tags[start - 1], self.words[start - 1]
            if tag not in _PHRASE_TAGS and word not in ("of", "for", "the", "-"):
                break
            start -= 1
        found = [self.text(start, first - 1)] if start < first else []
        after = last + 1
        if after + 1 < self.size and self.words[after] in (",", "of", "from", "at", "with"):
            end = after
            while (
                end + 1 < self.size
                and end < after + 12
                and (
                    self.tags[end + 1] in _PHRASE_TAGS
                    or self.words[end + 1] in ("of", "for", "the", "a", "an", "at", "in", "to")
                )
            ):
                end += 1
            if end > after:
                found.append(self.text(after + 1, end))
        return tuple(found)


@cache
def _speech() -> frozenset[str]:
    return frozenset(word for word, entry in reporting.entries()["v"].items() if entry.act == "speech")


_PATRONYMS = frozenset({"bin", "bint", "ibn"})
_PARTICLES = frozenset(
    {"bin", "bint", "ibn", "van", "von", "de", "da", "dos", "del", "der", "den", "di", "du", "ul", "ag"}
)


def _kind(actor: KnownActor) -> MentionKind:
    kinds: dict[str, MentionKind] = {
        "person": "person", "organisation": "organisation", "government": "government", "group": "group",
        "outlet": "organisation", "document": "other",
    }  # fmt: skip
    return kinds.get(actor.kind, "other")


def _longest(found: list[Found]) -> list[Found]:
    """The longer of any two that overlap, the earlier of two as long, in order of position."""
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
    if dep in ("nsubj", "csubj", "npadvmod") or parsed.lemmas[token].lower() in _MEMBERS:
        return True
    if dep == "pobj" and parsed.lemmas[parsed.heads[head]].lower() not in _MEMBERS:
        return parsed.lemmas[head].lower() in ("by", "with", "between", "against") or (
            parsed.lemmas[head].lower() == "to" and parsed.lemmas[parsed.heads[head]].lower() == "accord"
        )
    if dep == "pobj" and parsed.lemmas[parsed.heads[head]].lower() in _MEMBERS:
        return True
    return dep in ("dobj", "dative", "nsubjpass") and parsed.lemmas[head] in _ADDRESSED


# "Partners such as Kenya", "allies including Japan": parties, not places.
_MEMBERS = frozenset(
    {"country", "nation", "ally", "partner", "government", "power", "party", "neighbour", "neighbor"}
)
# Verbs whose object is asked or blamed as a party.
_ADDRESSED = frozenset(
    [
        "accuse", "urge", "warn", "tell", "ask", "condemn", "criticise", "criticize", "blame", "press", "sanction",
        "call", "support", "back", "help", "assist", "join", "threaten", "pressure", "expect", "want", "allow", "force",
        "supply", "provide", "give", "thank", "praise", "denounce", "oblige", "request", "invite", "advise",
    ]
)  # fmt: skip
