"""Names in a sentence that may stand for places, with what the sentence says for and against it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from trendechos.knowledge.gazetteer import Gazetteer, GazetteerEntry, fold, load, lookup
from trendechos.languages.en import geography as words
from trendechos.reading.toponym_runs import opens, run_from
from trendechos.records import ParsedSentence, Sentence

# A name is kept at this evidence or more; tuned on the development texts of LGL, GeoWebNews and TR-News.
KEPT = 1.0
LARGE, MIDDLING, SMALL = 1_000_000, 100_000, 5_000
NAME_TAGS = ("NNP", "NNPS")


@dataclass(slots=True)
class Toponym:
    """A name that may stand for a place: tokens `[first, last)` of a sentence, candidates, evidence so far."""

    sentence: int
    first: int
    last: int
    start: int
    end: int
    folded: str
    words: str
    entries: tuple[GazetteerEntry, ...]
    kinds: tuple[str, ...] | None
    evidence: float
    located: bool = False
    said: bool = False
    premodified: bool = False
    container: Toponym | None = None

    @property
    def demonym(self) -> bool:
        """True when the word is only an adjective or a word for people."""
        return bool(self.entries) and self.entries[0].how == "demonym"


class Spotter:
    """Finds toponyms sentence by sentence."""

    def __init__(self) -> None:
        """Opens the gazetteer and the word lists."""
        self._gazetteer: Gazetteer = load()
        self._ordinary = words.ordinary_words()
        self._given = words.given_names()

    def spot(self, index: int, sentence: Sentence) -> list[Toponym]:
        """The toponyms of one sentence in order of position, none overlapping."""
        parsed = sentence.parsed
        tokens = parsed.words
        titled = _is_titled(parsed)
        found: list[Toponym] = []
        token = 0
        while token < len(tokens):
            toponym = self._at(index, parsed, token, titled=titled) if opens(tokens, token) else None
            if toponym is None:
                token += 1
                continue
            toponym.start += sentence.span.start
            toponym.end += sentence.span.start
            found.append(toponym)
            token = toponym.last
        self._contain(parsed, found)
        sides = {id(one) for one, land in pairwise(found) if _is_side(one, land)}
        return [one for one in found if id(one) not in sides]

    def spot_text(self, text: str, offset: int) -> list[Toponym]:
        """The toponyms of a dateline, which the language model has not read."""
        found: list[Toponym] = []
        tokens = tuple(match.group() for match in _TOKEN.finditer(text))
        starts = tuple(match.start() for match in _TOKEN.finditer(text))
        token = 0
        while token < len(tokens):
            if tokens[token] == "(":
                break
            run, ends = run_from(tokens, token) if tokens[token][0].isupper() else ("", {})
            names = [name for name in self._gazetteer.longest(run) if len(name) in ends] if run else []
            entries: tuple[GazetteerEntry, ...] = ()
            if names:
                last = ends[len(names[-1])]
                end = starts[last - 1] + len(tokens[last - 1])
                written = text[starts[token] : end]
                entries = tuple(entry for entry in lookup(names[-1]) if _bears(entry, written))
            if not entries or written.rstrip(".").lower() in _MONTHS:
                token += 1
                continue
            found.append(
                Toponym(
                    -1,
                    token,
                    last,
                    starts[token] + offset,
                    end + offset,
                    names[-1],
                    written,
                    entries,
                    None,
                    3.0,
                )
            )
            token = last
        for inner, outer in pairwise(found):
            if tokens[inner.last : outer.first] == (",",) and _may_hold(inner, outer):
                inner.container = outer
        return found

    def _at(self, index: int, parsed: ParsedSentence, first: int, *, titled: bool) -> Toponym | None:
        run, ends = run_from(parsed.words, first)
        for name in reversed(self._gazetteer.longest(run)):
            last = ends.get(len(name))
            if last is None:
                continue
            entries = lookup(name)
            toponym = self._judge(index, parsed, first, last, name, entries, titled=titled)
            if toponym is not None:
                return toponym
        return self._unknown(index, parsed, first)

    def _judge(
        self,
        index: int,
        parsed: ParsedSentence,
        first: int,
        last: int,
        name: str,
        entries: tuple[GazetteerEntry, ...],
        *,
        titled: bool,
    ) -> Toponym | None:
        tokens = parsed.words
        written = parsed.text[parsed.starts[first] : parsed.end(last - 1)]
        entries = tuple(entry for entry in entries if _bears(entry, written))
        if not entries:
            return None
        if _is_river(parsed, first, last, entries):
            return None
        kinds = self._kinds(parsed, first, last)
        if kinds:
            fitting = tuple(entry for entry in entries if entry.kind in kinds)
            if fitting:
                entries = fitting
            else:
                kinds = None
        toponym = Toponym(
            index, first, last, parsed.starts[first], parsed.end(last - 1), name, written, entries, kinds, 0.0
        )
        toponym.evidence = self._prior(toponym, kinds, titled=titled) + self._tags(
            parsed, toponym, titled=titled
        )
        toponym.evidence += self._neighbours(parsed, toponym, titled=titled)
        if kinds and _is_called(tokens, first):
            toponym.evidence += 1.5  # "the town of Sake" is one, whatever the word means elsewhere
        if kinds and last < len(tokens) and fold(tokens[last]) in words.KIND_BEHIND:
            toponym.last = last + 1 if tokens[last][0].isupper() or tokens[last] in _WIDENED else last
            if toponym.last > last:
                toponym.end = parsed.end(last)
        return toponym

    def _kinds(self, parsed: ParsedSentence, first: int, last: int) -> tuple[str, ...] | None:
        tokens = parsed.words
        if last < len(tokens):
            # "A Texas city" is not the city of Texas: settlements count only as part of the name.
            low = tokens[last].lower().rstrip(".")
            behind = words.KIND_BEHIND.get(low)
            if behind and (tokens[last][0].isupper() or "town" not in behind or low == "district"):
                return behind
        before = first - 1
        if before >= 0 and tokens[before].lower() == "of":
            before -= 1
            if before >= 0:
                return words.KIND_BEFORE.get(tokens[before].lower())
        elif before >= 0:
            return words.KIND_BEFORE.get(tokens[before].lower())
        return None

    def _prior(self, toponym: Toponym, kinds: tuple[str, ...] | None, *, titled: bool) -> float:
        best = toponym.entries[0]
        if best.how == "demonym":
            return 3.0
        if best.how == "abbreviation":
            return 1.2 if "." in toponym.words else 0.8
        if toponym.words.isupper() and best.kind == "country" and len(toponym.words) <= 6 and not titled:
            return 2.6
        other = best.how == "alias" and not is_spelling(fold(best.name), toponym.folded)
        evidence = _size(best) + (0.8 if kinds else 0.0) - (0.6 if other else 0.0)
        if toponym.folded in words.NEVER_ALONE:
            return evidence - 3.0
        if " " in toponym.folded:
            return evidence + 0.8
        if toponym.folded in self._ordinary:
            evidence -= 1.5
        return evidence - (1.5 if len(toponym.folded) <= 2 else 0.0)

    def _tags(self, parsed: ParsedSentence, toponym: Toponym, *, titled: bool) -> float:
        if toponym.demonym:
            return 0.0
        tags = parsed.tags[toponym.first : toponym.last]
        if any(tag in NAME_TAGS for tag in tags):
            return 0.0 if not titled else -0.3
        if any(tag in ("JJ", "NN", "NNS", "FW") for tag in tags):
            return -0.8
        return -2.0

    def _neighbours(self, parsed: ParsedSentence, toponym: Toponym, *, titled: bool) -> float:
        tokens, tags = parsed.words, parsed.tags
        first, last = toponym.first, toponym.last
        before = tokens[first - 1] if first else ""
        after = tokens[last] if last < len(tokens) else ""
        evidence = 0.0
        low = before.lower().rstrip(".")
        if low in words.LOCATIVE and tags[first - 1] in ("IN", "TO", "RB", "VBG"):
            toponym.located = low in words.STRONG_LOCATIVE
            evidence += 0.9 if toponym.located else 0.3
        if low in words.PREMODIFIERS:
            toponym.premodified = before[0].isupper()
            evidence += 0.3
        elif toponym.demonym or toponym.entries[0].how == "abbreviation":
            return evidence
        elif low in words.PERSON_TITLES and toponym.entries[0].kind != "country":
            evidence -= 2.5
        elif before[:1].isupper() and tags[first - 1] in NAME_TAGS and not titled:
            evidence += self._behind_name(fold(before), toponym)
        if toponym.folded in self._given or fold(tokens[first]) in self._given:
            evidence -= 0.2
        if after[:1].isupper() and last < len(tags) and tags[last] in NAME_TAGS:
            evidence += self._before_name(parsed, toponym, fold(after))
        if after and parsed.lemmas[last] in words.SPEECH_VERBS and toponym.entries[0].kind == "town":
            toponym.said = True
        return evidence

    def _behind_name(self, before: str, toponym: Toponym) -> float:
        """A name behind another: most often a surname, or the last word of an organisation."""
        if before in self._given or len(before) == 1:
            return -3.0
        if self._gazetteer.holds(before):
            return -0.3
        return -0.9 if toponym.entries[0].kind in ("country", "province") else -1.4

    def _before_name(self, parsed: ParsedSentence, toponym: Toponym, after: str) -> float:
        """A name before another: a first name, or the beginning of an organisation or thing."""
        if after in words.KIND_BEHIND or after in words.BODY_BEHIND:
            return 0.3
        if after in words.STREET_BEHIND and toponym.entries[0].kind != "country" and not toponym.kinds:
            return -2.0
        if after in words.NOT_A_PLACE_BEHIND:
            return -2.0
        if toponym.entries[0].kind == "country":
            return 0.0
        article = toponym.first and parsed.tags[toponym.first - 1] == "DT"
        if toponym.folded in self._given and not article:
            return -3.0
        return 0.0 if article else -0.4

    def _unknown(self, index: int, parsed: ParsedSentence, first: int) -> Toponym | None:
        """A name no gazetteer holds that the sentence calls a village, town or the like."""
        tokens, tags = parsed.words, parsed.tags
        named = tags[first] in NAME_TAGS or (tokens[first][0].isupper() and tags[first] in ("NN", "NNS", "JJ"))
        if not named or not _is_called(tokens, first):
            return None
        last = first + 1
        while last < len(tokens) and tags[last] in NAME_TAGS and tokens[last][0].isupper() and last - first < 4:
            last += 1
        written = parsed.text[parsed.starts[first] : parsed.end(last - 1)]
        return Toponym(
            index,
            first,
            last,
            parsed.starts[first],
            parsed.end(last - 1),
            fold(written),
            written,
            (),
            ("town",),
            2.0,
        )

    def _contain(self, parsed: ParsedSentence, found: list[Toponym]) -> None:
        """Notes "X, Ohio" and "X in Ohio", where the second contains the first, and "Chad's X"."""
        for inner, outer in pairwise(found):
            gap = parsed.words[inner.last : outer.first]
            if _owns(inner, gap) and _may_hold(outer, inner):
                outer.container = inner
                outer.evidence += 1.0
                continue
            if gap == (",",) and not outer.demonym and _may_hold(inner, outer):
                inner.container = outer
                inner.evidence += 1.5
                outer.evidence += 1.0
            elif len(gap) <= 2 and gap[-1:] and gap[-1].lower() in ("in", "of") and _may_hold(inner, outer):
                inner.container = outer
            elif gap in (("(",),) and _may_hold(inner, outer):
                inner.container = outer
                inner.evidence += 1.0
                outer.evidence += 0.6


_TOKEN = re.compile(r"[^\W\d_](?:[\w.'’]*[\w.])?|\d+|\S")
_MONTHS = frozenset(
    [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january",
        "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    ]
)  # fmt: skip
_SETTLEMENTS = frozenset(
    ["village", "town", "settlement", "hamlet", "villages", "township", "commune", "suburb", "kibbutz"]
)
_MODIFYING = frozenset({"compound", "amod", "nmod", "poss"})
_LONGEST_GAP = 4
_WIDENED = frozenset(["region", "province", "oblast", "governorate", "county", "prefecture", "krai"])


def is_spelling(name: str, written: str) -> bool:
    """True for a name whose last letter is another, or one more or less ("Bārah", "Bara")."""
    longer = abs(len(name) - len(written)) == 1 and (name.startswith(written) or written.startswith(name))
    return longer or (len(name) == len(written) > 3 and name[:-1] == written[:-1])


def _is_side(one: Toponym, land: Toponym) -> bool:
    """True for the first word of "Central Kazakhstan" in a title in capitals."""
    return (
        one.last == land.first
        and one.folded in words.PREMODIFIERS
        and land.entries[:1] != ()
        and (land.entries[0].kind == "country")
    )


def _size(entry: GazetteerEntry) -> float:
    if entry.kind in ("country", "province", "area"):
        return 2.6
    if entry.population >= LARGE:
        return 2.0
    if entry.population >= MIDDLING:
        return 1.6
    return 1.1 if entry.population >= SMALL or entry.kind == "district" else 0.6


def _is_called(tokens: tuple[str, ...], first: int) -> bool:
    """True for a name behind "the town of", "the village of" and the like."""
    return first > 1 and tokens[first - 1].lower() == "of" and tokens[first - 2].lower() in _SETTLEMENTS


def _bears(entry: GazetteerEntry, written: str) -> bool:
    """False where the writing rules the entry out: abbreviations need stops or capitals."""
    if entry.how == "abbreviation" or (len(written) <= 3 and entry.kind == "country"):
        return "." in written or written.isupper()
    return not (written.isupper() and len(written) <= 3 and entry.kind == "town" and entry.population < LARGE)


def _may_hold(inner: Toponym, outer: Toponym) -> bool:
    if not outer.entries:
        return False
    codes = {entry.country for entry in inner.entries}
    wide = [entry for entry in outer.entries if entry.kind in ("country", "province", "district", "area")]
    big = [entry for entry in outer.entries if entry.kind == "town" and entry.population >= MIDDLING]
    return any(entry.country in codes for entry in (*wide, *big))


def _owns(state: Toponym, gap: tuple[str, ...]) -> bool:
    """True for the words between a state and a place in it ("Chad's Abéché", "the Chadian town of Abéché")."""
    if not state.entries or state.entries[0].kind not in ("country", "province"):
        return False
    if gap in (("'s",), ("’s",), ("'",), ("’",)):
        return True
    settled = gap[-1:] == ("of",) and any(word.lower() in words.KIND_BEFORE for word in gap[:-1])
    return settled and state.demonym and len(gap) <= _LONGEST_GAP


def _is_river(parsed: ParsedSentence, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    """True for "the River Niger", "the Niger River" and "the Niger", which are not the land of that name.

    States and provinces that take an article ("the Philippines") have names in the plural or of two words.
    """
    tokens = parsed.words
    beside = (tokens[first - 1] if first else "", tokens[last] if last < len(tokens) else "")
    if any(word.lower() in ("river", "rivers") for word in beside):
        return entries[0].kind in ("country", "province")
    land = entries[0].kind in ("country", "province") and entries[0].how in ("name", "alias")
    word = tokens[first]
    alone = last - first == 1 and not word.isupper() and not word.endswith("s")
    bare = beside[0].lower() == "the" and parsed.deps[first] not in _MODIFYING
    return land and alone and bare and fold(word) not in words.ARTICLED


def _is_titled(parsed: ParsedSentence) -> bool:
    """True for a headline in which most words are capitalised, or all letters are capitals."""
    letters = [word for word in parsed.words if word[0].isalpha() and len(word) > 3]
    return len(letters) >= 3 and sum(word[0].isupper() for word in letters) >= 0.8 * len(letters)
