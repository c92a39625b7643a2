"""Numbers as they are written: figures, words, magnitudes, currency signs and units of measure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from trendechos.languages.en import measures
from trendechos.languages.en import numbers as words
from trendechos.languages.en.measures import Unit
from trendechos.reading.number_context import moved_from


@dataclass(slots=True)
class Number:
    """One number in a sentence, `[start, end)` with its magnitude, `tail` the end of its unit of measure.

    `low` and `high` differ only in a range and are None for words that give no number and for
    malformed figures. `base` is the figure before its magnitude.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    base: float | None = None
    figure: bool = False
    plain: bool = False
    vague: str = ""
    part: bool = False
    currency: str | None = None
    currency_start: int = -1
    unit: Unit | None = None
    tail: int = -1
    hyphen: bool = False
    sign: str = ""
    whole: str = ""
    ranged: bool = False

    @property
    def first(self) -> int:
        """Where the expression begins, currency included."""
        return self.currency_start if self.currency_start >= 0 else self.start


def _any(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


@cache
def _hint() -> re.Pattern[str]:
    """Finds whether a sentence holds any number at all; most do not."""
    return re.compile(rf"[\d½¼¾]|\b(?:{_any([*_STEMS, 'number of'])})", re.IGNORECASE)


_STEMS = (
    *words.CARDINALS, *words.MAGNITUDES, "several", "few", "half", "quarter", "third", "scores", "tens",
)  # fmt: skip
# A word of these is a number or a part of one.
_SURE = frozenset({*_STEMS, *(f"{word}s" for word in (*words.MAGNITUDES, "quarter", "third"))})
_WORD = re.compile(r"[a-z]+")
_FIGURE = re.compile(r"[\d½¼¾]")
_UNSURE = frozenset({"number", "handful", "couple", "many", "halves", *words.PARTS})


@cache
def _numbers() -> re.Pattern[str]:
    single = _any(words.CARDINALS)
    cardinal = _any([*words.CARDINALS, *words.MAGNITUDES])
    magnitude = _any(words.MAGNITUDES)
    short = "|".join(sorted((form for form in words.SHORT_MAGNITUDES if len(form) > 1), key=len, reverse=True))
    part = _any(words.PARTS)
    lead = _any([form for form, value in words.CARDINALS.items() if 0 < value < 10])
    return re.compile(
        # No number begins inside a word or with a space.
        rf"""(?<!\w)(?!\s)(?:
        (?<![\w/.])(?P<ratio>\d{{1,2}}[/⁄]\d{{1,3}}(?=\s+of\b)|[½¼¾⅓⅔](?=\s+of\b))
      | (?:(?P<currency>(?<![\w-])(?:{_currency_forms()}))[ ]?
          |(?P<prefix>(?<!\w)(?:minus|sub|plus)[ -])
          |(?P<sign>(?<![\w)])[-−+])?(?<![\w.])(?<!\d[,/:'’])(?<![A-Za-z)][-–/]))
        (?P<figure>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!,?\d)|\d{{1,2}}(?:,\d\d)+,\d{{3}}(?!,?\d)
          |\d+(?:\.\d+)?(?![\d]|,\d)|\.\d+|\d[\d,.]*\d)(?!\d|(?i:st|nd|rd|th|s|(?<=[23])d)\b)
        (?P<power>[ ]?[×x][ ]?10\^?[−-]?\d{{1,3}})?
        (?:[ ]?-?(?P<magnitude>(?i:{magnitude}))s?\b|[ ]?(?P<short>(?i:{short}))\b
          |(?P<letter>[kKmMbB])(?![\w²³/-])|[ ](?P<spaced>[BM])(?=[ ][a-z]))?
      | \b(?P<part>(?i:(?:a|an|{lead})[ -](?:{part})\b
          |(?<!first[ ])(?<!second[ ])(?<!other[ ])(?<!latter[ ])half
           (?=\s+(?:of|the|a[ ]dozen|its|their|his|her|all)\b)))
      | \b(?P<large>(?i:{"|".join(words.VAGUE_LARGE)}))\b
      | \b(?P<halfa>(?i:(?:half|(?:a|three)[ -]quarters?[ ]of)[ ]an?[ ](?:{magnitude})))\b
      | \b(?P<words>(?i:(?:an?[ ](?:{magnitude})|{single})\b(?:(?:[ ]|-|[ ]and[ ])(?:{cardinal})\b)*))(?![\w'’])
      | \b(?P<small>(?i:{"|".join(words.VAGUE_SMALL)}))\b
        )""",
        re.VERBOSE,
    )


def _currency_forms() -> str:
    # In a verbose pattern a bare space means nothing.
    return _any(measures.currencies()).replace("\\ ", "[ ]?")


@cache
def _units() -> re.Pattern[str]:
    known = measures.units()
    exact = _any(form for form in known if len(form) <= 3)
    loose = _any(form for form in known if len(form) > 3)
    return re.compile(rf"(?P<space>\s?-?)(?P<form>(?i:{loose})|(?:{exact}))(?![\w²³])")


@cache
def _currency_behind() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:US|U\.S\.|Danish|Swedish|Norwegian|Chinese|Japanese|Canadian|Australian|Czech|Israeli|Swiss|Indian"
        r"|Turkish|Egyptian|Syrian|Sudanese|Iraqi|Hong Kong|Singapore|New Zealand|Taiwan)\s+"
    )


def hinted(text: str) -> bool:
    """True when `text` may hold a number."""
    if _FIGURE.search(text) or not _SURE.isdisjoint(found := _WORD.findall(text.lower())):
        return True
    # What only sounds like a number ("tension") is one beside words that are parts of numbers, or odd letters.
    unsure = not (_UNSURE.isdisjoint(found) and text.isascii())
    return unsure and _hint().search(text) is not None


def scan(text: str) -> list[Number]:
    """The numbers written in `text`, in order, with their units of measure; ranges not yet joined."""
    found: list[Number] = []
    for match in _numbers().finditer(text):
        for number in _of(match):
            _measure(number, text)
            found.append(number)
    return found


def _of(match: re.Match[str]) -> Iterator[Number]:
    kind = match.lastgroup
    start, end = match.span()
    if match["figure"]:
        yield _figure(match)
    elif match["ratio"]:
        share = _ratio(match["ratio"])
        yield Number(start, end, share, share, share, part=True)
    elif match["part"]:
        top, _, bottom = re.sub(r"[ -]", " ", match["part"].lower()).rpartition(" ")
        share = words.CARDINALS.get(top, 1) / words.PARTS[bottom]
        yield Number(start, end, share, share, share, part=True)
    elif match["halfa"]:
        written = match["halfa"].lower()
        share = 0.5 if written.startswith("half") else 0.75 if written.startswith("three") else 0.25
        value = words.MAGNITUDES[written.split(" ")[-1]] * share
        yield Number(start, end, value, value, value)
    elif match["words"]:
        yield from _spelt(match["words"], start)
    else:
        yield Number(start, end, None, None, vague=str(kind))


def _ratio(written: str) -> float | None:
    if len(written) == 1:
        return unicodedata.numeric(written)
    top, bottom = re.split("[/⁄]", written)
    return int(top) / int(bottom) if 0 < int(top) < int(bottom) else None


def _figure(match: re.Match[str]) -> Number:
    written = match["figure"]
    start, end = match.start("figure"), match.end()
    number = Number(
        start,
        end,
        None,
        None,
        figure=True,
    )
    if match["sign"] or match["prefix"]:
        number.sign = (
            match["prefix"].strip(" -").lower() if match["prefix"] else match["sign"].replace("−", "-")
        )
        number.start = match.start()
    if match["currency"]:
        number.currency = measures.currencies()[match["currency"]]
        number.currency_start = match.start("currency")
    if not re.fullmatch(r"[\d,]*\d(?:\.\d+)?|\.\d+", written) or _malformed(written):
        return number
    if match["power"]:
        return number
    base = float(written.replace(",", ""))
    factor = 1
    if match["magnitude"]:
        factor = words.MAGNITUDES[match["magnitude"].lower()]
    elif match["short"]:
        factor = words.SHORT_MAGNITUDES[match["short"].lower()]
    elif letter := match["letter"] or match["spaced"]:
        if letter == "m" and not number.currency and not _million(match):
            number.end = match.start("letter")
        else:
            factor = words.SHORT_MAGNITUDES[letter.lower()]
    value = round(base * factor, 6) if base * factor < 1e300 else None
    if value is not None and number.sign in ("-", "minus") and not number.currency:
        value = -value
    number.base, number.low, number.high = base, value, value
    number.plain = "," not in written and "." not in written and factor == 1
    number.whole = written
    return number


def _malformed(written: str) -> bool:
    whole = written.split(".", maxsplit=1)[0]
    return "," in whole and not re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)*,\d{3}", whole)


def _million(match: re.Match[str]) -> bool:
    """True when a glued "m" is rather a million than metres: something countable follows."""
    behind = match.string[match.end() : match.end() + 12]
    return (
        re.match(r"\s(?:of\b|(?!long|high|wide|deep|tall|away|from|and\b|above|below|off)[a-z]{3,})", behind)
        is not None
    )


def _spelt(text: str, start: int) -> Iterator[Number]:
    """The numbers in a run of number words; a run that no number can be ("one two") gives several."""
    value = group = 0.0
    begin = end = -1
    last = 0.0
    base = 0.0
    for match in re.finditer(r"[A-Za-z]+", text):
        word = match.group().lower()
        if word in ("and", "a", "an"):
            if begin < 0:
                begin = match.start()
            continue
        size = words.MAGNITUDES.get(word)
        step = float(words.CARDINALS.get(word, 0))
        fresh = begin < 0 or end < 0
        joins = size is not None or fresh or last >= 100 or (20 <= last < 100 and 0 < step < 10)
        if not joins:
            yield _word(start + begin, start + end, value + group, base)
            value = group = 0.0
            begin = match.start()
        if begin < 0:
            begin = match.start()
        if size is None:
            group += step
            base = group
        elif size in (12, 100):
            group = (group or 1) * size
        else:
            value += (group or 1) * size
            group = 0.0
        last = float(size) if size is not None else step
        end = match.end()
    if end >= 0:
        yield _word(start + begin, start + end, value + group, base)


def _word(start: int, end: int, value: float, base: float) -> Number:
    return Number(start, end, value, value, base if base and value % base == 0 else value)


def _measure(number: Number, text: str) -> None:
    """Gives `number` the unit of measure that stands behind it."""
    number.tail = number.end
    if number.vague == "small":
        return
    match = _units().match(text, number.end)
    if match is None and (skip := _currency_behind().match(text, number.end)):
        match = _units().match(text, skip.end())
        if match is not None and measures.units()[_key(match["form"])].counts != "money":
            match = None
    code = _CODE.match(text, number.end) if number.figure and number.currency is None else None
    if match is None and code and (name := measures.currencies().get(code[1])):
        number.unit, number.tail = Unit(name, "money", False), code.end()  # noqa: FBT003 - a field
        return
    if match is None or (not number.figure and len(match["form"]) < 3):
        number.hyphen = text.startswith("-", number.end) and text[number.end + 1 : number.end + 2].isalpha()
        return
    unit = measures.units()[_key(match["form"])]
    if unit.glued and (match["space"] or not number.figure):
        return
    number.hyphen = "-" in match["space"]
    if number.currency is None or unit.counts == "money":
        nation = text[number.end : match.start()].strip()
        number.unit = unit._replace(name=f"{nation} {unit.name}") if nation else unit
        number.tail = match.end()


# A currency's letters behind the figure: "108.79 JPY".
_CODE = re.compile(r"\s?([A-Z]{3})\b")


def _key(form: str) -> str:
    return form if len(form) <= 3 else form.lower()


_SHARED = re.compile(r"-?,?\s*(?:or|and)\s*", re.IGNORECASE)
_OUT_OF = re.compile(r"\s+(?:(?:out\s+of|in)(?:\s+every)?|of\s+every)\s+", re.IGNORECASE)
_LINK = re.compile(r"\s*(?:(?P<dash>[-–—])|(?P<to>to|till|through)|(?P<and>and))\s*", re.IGNORECASE)


def join_ranges(numbers: list[Number], text: str) -> list[Number]:
    """`numbers` with "8 to 10", "between 5 and 7 million" and "33-35 billion" made one each."""
    for dashes in (True, False):  # a dash binds closer: "from 24 to 33-35 billion"
        joined: list[Number] = []
        for number in numbers:
            if joined and (
                wide := _range(joined[-1], number, text, dashes=dashes) or _out_of(joined[-1], number, text)
            ):
                joined[-1] = wide
            else:
                joined.append(number)
        numbers = joined
    for left, right in pairwise(numbers):
        # "a 7- or 8-inch pipe", "eight or nine euros": one unit for both
        bare = left.low is not None and not (left.unit or left.currency or left.part)
        if bare and right.unit and not right.currency and _SHARED.fullmatch(text[left.end : right.first]):
            left.unit, left.hyphen = right.unit, False
    return numbers


def _out_of(left: Number, right: Number, text: str) -> Number | None:
    """ "One in five", "two out of three" as a part of a whole."""
    if (
        not left.low
        or not right.low
        or left.unit
        or left.part
        or right.part
        or not left.low < right.low <= 1000
    ):
        return None
    tens = right.low == 10 and text[left.end : right.start].strip() == "of"
    link = _OUT_OF.fullmatch(text[left.end : right.start])
    if tens or (link is not None and "of" in link[0]):
        share = left.low / right.low
        return Number(left.start, right.end, share, share, share, part=True, tail=right.end)
    if link is None or (
        "out" not in link[0] and (left.low != 1 or (right.figure and right.plain and right.low > 100))
    ):
        return None
    share = left.low / right.low
    return Number(left.start, right.end, share, share, share, part=True, tail=right.end)


def _range(left: Number, right: Number, text: str, *, dashes: bool) -> Number | None:
    if left.ranged or left.low is None or right.low is None or left.base is None or right.base is None:
        return None
    link = _LINK.fullmatch(text[left.tail : right.first]) if right.first >= left.tail else None
    if link is None or bool(link["dash"]) != dashes or left.part or right.part:
        return None
    before = text[max(0, left.first - 24) : left.first].lower()
    came_from = re.search(r"\bfrom\s+(?:\w+\s+)?$", before) is not None
    between = re.search(r"\bbetween\s+(?:\w+\s+)?$", before) is not None
    counts = not (left.unit or right.unit or left.currency or right.currency)
    if came_from and link["to"] and counts and moved_from(text, left.first):
        return None  # two counts, before and after
    if (link["and"] and not between) or not _one_measure(left, right, came_from=came_from):
        return None
    high = right.high if right.high is not None else right.low
    factor = high / right.base if right.base else 1.0
    scaled = left.low == left.base and factor > 1 and left.base <= right.base and not left.unit
    low = left.low * factor if scaled else left.low
    if low > high and not (link["to"] and came_from):
        return None
    return replace(
        left, end=right.end, low=low, high=high, base=right.base, figure=left.figure or right.figure,
        currency=left.currency or right.currency, unit=right.unit or left.unit, tail=right.tail,
        hyphen=right.hyphen, plain=left.plain and right.plain, sign="", ranged=True,
    )  # fmt: skip


def _one_measure(left: Number, right: Number, *, came_from: bool) -> bool:
    """True when two numbers can be ends of one range: no other unit or currency on either side."""
    if left.unit and right.unit and left.unit.name != right.unit.name:
        return False
    if left.currency and right.unit and right.unit.counts != "money":
        return False
    return not (left.unit and not right.unit and (right.currency or not came_from))
