"""Quotations that go on where no cue stands beside them: later in the sentence, in the next, below a credit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set

from trendechos.claims.adjacent import leading
from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.languages.en.reporting import MOODS, REACTIONS
from trendechos.languages.en.sources import kinds

Range = tuple[int, int]
# A mixed sentence carries on a speech only with a quotation of this many words.
LEAST_MIXED = 4
# So many characters at most stand between it and the quotation that it carries on.
MOST_BEFORE_MIXED = 150
# Headings inside a page quote so many words at most.
MOST_HEADING = 6
# "shot back, “...": so many words may stand between the verb and its quotation.
MOST_AFTER_VERB = 4
_CREDIT = re.compile(r"\s*[-–—―]{1,2}[ \xa0]?(?=[^\W\d_])")
_LINE_ENDS = re.compile(r"[ \t]*(?:\n|\Z)")
_ASIDE = re.compile(r" *[-–—]")
_MARKS = '“”"'
DASHES = frozenset({"-", "–", "—", "―", "--"})
_COURTESY = frozenset({"mr", "mrs", "ms", "dr", "miss", "prof", "professor"})
_NO_PERSON = frozenset({"market", "price", "river", "party"})
# A quotation that ends so goes on into the words behind it.
ENDED = (".”", '."', ".''", "!”", '!"', "?”", '?"')
CLOSED = (",”", ',"', ",''", "?”", '?"', "!”", '!"')


def position(lines: Sequence[Line], one: Found) -> int:
    """The character at which the cue stands."""
    line = lines[one.line]
    return line.offset + line.parsed.starts[one.at]


def final(text: str, end: int) -> str:
    """The last sign inside a quotation that ends at `end`, whatever its marks.

    >>> final("''Go now,'' he said.", 10)
    ','
    """
    return text[max(0, end - 4) : end].rstrip("”\"'’")[-1:]


def is_heading(text: str, start: int, end: int) -> bool:
    """True for a few words in single marks that are a paragraph of their own ('A long night.')."""
    if text[start] not in "'‘" or text.startswith("''", start) or len(text[start:end].split()) > MOST_HEADING:
        return False
    before = bare_end(text, start, " \t")
    return (before == 0 or text[before - 1] == "\n") and _LINE_ENDS.match(text, end) is not None


def bare_end(text: str, end: int, signs: str | None = None) -> int:
    """Where the text before `end` ends without white space, or without `signs`; looks no further than that.

    >>> bare_end("He said:  ", 10), bare_end("Go - ", 5, " -")
    (8, 2)
    """
    while end > 0 and (text[end - 1].isspace() if signs is None else text[end - 1] in signs):
        end -= 1
    return end


def begun(lines: Sequence[Line], at: int) -> Line | None:
    """The last of the lines of one field that begins before the character `at`, or None."""
    index = bisect_left(lines, at, key=_offset) - 1
    return lines[index] if index >= 0 else None


def _offset(line: Line) -> int:
    return line.offset


def line_at(lines: Sequence[Line], at: int) -> Line | None:
    """The line of one field that holds the character `at`, or None."""
    line = begun(lines, at + 1)
    return line if line is not None and at < line.sentence.span.end else None


def resumes(line: Line | None, one: Found, start: int, text: str) -> bool:
    """True when the quotation at `start` takes up that of `one` in the sentence of `line`.

    It stands behind a comma in lower case ('"Go," he said, turning away, "and stay."') or behind a colon.
    """
    if line is None or one.line != line.index or not _quoted_before(one, start, text):
        return False
    end = bare_end(text, start)
    before, first = text[max(0, end - 1) : end], text[start + 1 : start + 2]
    return before == ":" or (before == "," and first.islower())


def _quoted_before(one: Found, start: int, text: str) -> bool:
    return any(b <= start and text[a] in "“\"'‘" for a, b in one.ranges)


def mixed(line: Line | None, one: Found, quote: Range, cued: Set[int], text: str) -> bool:
    """True when a sentence without a cue or a name of its own carries on the quotation just before it.

    `cued` are the lines that have a cue outside quotations.
    """
    start, end = quote
    if line is None or line.index <= one.line or len(text[start:end].split()) < LEAST_MIXED:
        return False
    reach = max(b for _, b in one.ranges)
    if (
        start - reach > MOST_BEFORE_MIXED
        or "\n" in text[reach:start]
        or not any(mark in text[a:b] for a, b in one.ranges for mark in _MARKS)
    ):
        return False
    if start - line.offset <= 1 and _ASIDE.match(text, end) is not None:
        # "“We hold the town” - a claim that ...": the quotation opens the sentence, an aside follows.
        return True
    if line.index in cued:
        return False
    outside = (
        token for token in range(line.size) if not start <= line.offset + line.parsed.starts[token] < end
    )
    return not any(
        line.deps[token] in ("nsubj", "nsubjpass")
        and (line.tags[token].startswith(("NNP", "PRP")) or line.lemmas[token] in kinds())
        and line.lows[token] != "it"
        for token in outside
    )


def verb_before(line: Line, start: int) -> tuple[int, int] | None:
    """The verb and subject right before a quotation at `start` ("the guard shot back, ..."), or None."""
    last = max(
        (token for token in range(line.size) if line.offset + line.parsed.starts[token] < start), default=-1
    )
    for token in range(last, max(-1, last - MOST_AFTER_VERB - 1), -1):
        if line.tags[token] in ("VBD", "VBZ"):
            who = line.child(token, "nsubj")
            who = leading(line, token) if who is None else who
            person = who is not None and (line.tags[who] in ("NNP", "PRP", "WP") or line.lemmas[who] in kinds())
            return (token, who) if who is not None and person and who < token else None
        over = line.tags[token] == "IN" and line.lows[last] == ","
        if line.tags[token] in ("CC", "IN", "TO", "MD", "VB", "VBG", "VBN") and not over:
            return None
    return None


def credit_below(lines: Sequence[Line], end: int, text: str) -> tuple[Line, int] | None:
    """The line and head of a name behind a dash under a quotation ("— Ruth Adeyemi"), or None."""
    found = _CREDIT.match(text, end)
    if found is None:
        return None
    line = line_at(lines, found.end())
    stop = text.find("\n", found.end())
    stop = stop if stop >= 0 else len(text)
    if line is None or stop - found.end() > 60:
        return None
    named = []
    for token in range(line.size):
        at = line.offset + line.parsed.starts[token]
        if found.end() <= at < stop:
            if not line.tags[token].startswith("NNP") and not line.parsed.words[token][0].isupper():
                break
            named.append(token)
    return (line, named[-1]) if named else None


def reaction(lines: Sequence[Line], start: int, text: str) -> tuple[Line, int, int] | None:
    """The sentence right before `start`, its verb and the person who acts; None without.

    The quotation may open the next paragraph where the verb tells of a speaker ("Ms. Cole shrugged.").
    """
    line = begun(lines, start)
    if line is None or line.sentence.span.end > start:
        return None
    apart = "\n" in text[line.sentence.span.end : start]
    if any(mark in text[line.offset : line.sentence.span.end] for mark in _MARKS):
        return None
    verb = line.tree.roots[0] if line.tree.roots else None
    who = line.child(verb, "nsubj") if verb is not None else None
    if verb is None or who is None or line.tags[verb] not in ("VBD", "VBZ"):
        return None
    if line.lows[who] in ("he", "she") and not apart:
        return line, verb, who
    titled = any(line.lows[child].strip(".") in _COURTESY for child in line.children[who])
    person = line.tags[who] in ("NNP", "NN", "NNS") and line.lemmas[who] not in _NO_PERSON
    acts = line.lemmas[verb] in REACTIONS or (line.lemmas[verb] == "be" and _mood(line, verb))
    person = person or line.lows[who] in ("he", "she")
    told = (titled and line.lemmas[verb] != "be" and not apart) or (person and acts)
    return (line, verb, who) if told else None


def _mood(line: Line, verb: int) -> bool:
    """True for "was blunt", "was unrepentant": an adjective that stands alone."""
    state = line.child(verb, "acomp")
    return state is not None and line.lemmas[state] in MOODS and line.child(verb, "neg") is None
