"""Cues read off the words right behind a quotation, where the parse mistakes who speaks.

"...," said Ruth Lee, who ...; "...," Lee, 58, told reporters: order and punctuation show what a parser
that knows no quotations often loses.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.sources import beyond_title
from trendechos.languages.en.reporting import Entry, entries
from trendechos.languages.en.sources import SHORTENED, kinds
from trendechos.records.span import Field

Range = tuple[int, int]
# Words of a noun phrase, and what may stand between the parts of one.
_PHRASE = frozenset(
    {"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH", "VBG", "$", "CC"}
)
_LINKS = frozenset({"of", "for", "in", "at", "from", "with", "on", "to"})
_HEADS = ("NN", "NNS", "NNP", "NNPS", "CD")
_PAST = ("VBD", "VBZ", "VBN", "VBP")
# An apposition of more words is a clause of its own.
MOST_ASIDE = 25
# Verbs that never carry a quotation, whatever stands beside them.
SILENT = frozenset(
    {"be", "have", "do", "seem", "appear", "become", "look", "feel", "get", "go", "come", "make"}
)
# A quotation of fewer words behind which a verb of no list stands is a term.
LEAST_WORDS = 3
# Adverbs between a quotation and its verb, or a speaker and the verb ("he then said").
MOST_ADVERBS = 2
_STARTERS = frozenset({",", "and", "but", "while", "-", "–", "—", "--", ";", ":", '"', "”", "''"})
# Words that stand for a speaker by themselves ("tweeted another").
_ALONE = frozenset({"another", "others", "one", "some", "many", "several", "both"})
_DASHES = frozenset({"-", "–", "—", "--"})
_COMMAS = (",”", ',"', ",''", ",’", ",'")
_CALLS = ("?”", '?"', "!”", '!"', "?''", "!''", "—”", "–”", '—"', '-"')


def repair(
    lines: Sequence[Line],
    found: list[Found],
    quotes: Mapping[Field, Sequence[Range]],
    text: Mapping[Field, str],
) -> None:
    """Sets the source of cues right behind a quotation where the parse has none or one inside the quotation.

    A verb behind a quotation and a comma speaks, whatever the verb is; it becomes a cue of its own.
    """
    for one in found:
        if one.source is not None:
            one.source = beyond_title(lines[one.line], one.source)
    at = {(one.line, one.at): one for one in found}
    ends = {field: [end for _, end in marked] for field, marked in quotes.items()}
    for line in lines:
        field = line.sentence.span.field
        first = bisect_left(ends[field], line.offset + 2)
        last = bisect_left(ends[field], line.sentence.span.end)
        for start, end in quotes[field][first:last]:
            closed = text[field][max(0, end - 3) : end].replace(" ", "")
            read = _behind(line, end, closed)
            if read is None or (read[2] is None and not _told(line, read, text[field][start:end])):
                continue
            verb, source, entry = read
            known = at.get((line.index, verb))
            if known is not None:
                _mend(line, known, source, (start, end))
            elif not any(verb in one.cue for one in found if one.line == line.index):
                made = _made(line, verb, source, entry)
                at[line.index, verb] = made
                found.append(made)


def _behind(line: Line, end: int, closed: str) -> tuple[int, int, Entry | None] | None:
    """The verb behind a quotation that ends at `end`, its subject, and its entry, or None."""
    comma, call = closed.endswith(_COMMAS), closed.endswith(_CALLS)
    first = bisect_left(line.parsed.starts, end - line.offset)
    token = first
    while token < line.size and token - first < MOST_ADVERBS and line.tags[token] == "RB":
        token += 1
    if token >= line.size:
        return None
    entry = _speaks(line, token)
    if entry and line.lows[token] == "read" and line.tags[token] in ("VB", "VBP", "VBN"):
        comma = True
    finite = line.tags[token] in ("VBD", "VBZ") or line.lows[token] == "read"
    if (finite and (entry or comma or call)) or (line.tags[token] == "VBN" and entry and comma):
        head = phrase_head(line, token + 1)
        return (token, head, entry) if head is not None else None
    noted = _noted(line, token) if comma else None
    if noted is not None:
        return noted
    head = token if line.tags[token] == "PRP" else phrase_head(line, token)
    verb = next(_verbs_of(line, head), None) if head is not None else None
    if head is None or verb is None:
        return None
    entry = _speaks(line, verb)
    named = comma or line.tags[token] == "PRP" or line.parsed.words[token][0].islower()
    if entry and (comma or call or named):
        return verb, head, entry
    return (verb, head, None) if comma and line.tags[verb] in ("VBD", "VBZ") and _near(head, verb) else None


def _noted(line: Line, token: int) -> tuple[int, int, Entry] | None:
    """ "...," Lee notes.": a verb at the end that the tagger takes for a noun, its subject and its entry."""
    head = phrase_head(line, token)
    if head is None or head == token:
        return None
    if line.tags[head - 1][:2] not in ("NN", "CD") and kinds().get(line.lows[head - 1]) != "document":
        return None
    one = line.tags[head] == "NNS" and line.tags[head - 1].startswith("NNP")
    many = line.tags[head] == "NN" and line.tags[head - 1] in ("NNS", "NNPS", "CD")
    if line.lows[head] != "read" and not one and not many:
        return None
    entry = entries()["v"].get(line.lemmas[head])
    stops = _ends(line, head + 1) or line.tags[head + 1] == "IN"
    if entry is None or "q" not in entry.frames or not stops:
        return None
    return head, head - 1, entry


def _told(line: Line, read: tuple[int, int, Entry | None], quote: str) -> bool:
    """True for a verb of no list that may still carry the quotation: an act of somebody, and no mere word."""
    verb, source, _ = read
    if line.lemmas[verb] in SILENT:
        return False
    return verb < source or len(quote.split()) >= LEAST_WORDS


def _near(head: int, verb: int) -> bool:
    return verb <= head + 1 + MOST_ADVERBS


def _speaks(line: Line, token: int) -> Entry | None:
    entry = entries()["v"].get(line.lemmas[token])
    past = line.tags[token] in _PAST or line.lows[token] == "read"
    return entry if entry is not None and "q" in entry.frames and past else None


def phrase_head(line: Line, first: int) -> int | None:
    """The head of the noun phrase that begins at `first`: its last noun before a preposition; None without."""
    if first >= line.size or line.tags[first] == "CC":
        return None
    if line.tags[first] == "PRP" or (line.lows[first] in _ALONE and _ends(line, first + 1)):
        return first
    if line.tags[first] == "MD" and line.parsed.words[first] == "Will" and line.tags[first + 1] in _PAST:
        # "Will wrote": a name.
        return first
    head = None
    for token in range(first, line.size):
        if line.lows[token] == "." and token > first and line.lows[token - 1] in SHORTENED:
            # "GEN. OKORO", which the tokeniser takes apart.
            continue
        told = line.tags[token] == "VBN" and token + 1 < line.size and line.tags[token + 1][0] == "N"
        if line.tags[token] not in _PHRASE and line.lows[token] not in ("``", "''") and not told:
            break
        if line.tags[token] in ("CC", "VBG") and head is not None:
            break
        if line.tags[token] in _HEADS:
            head = token
    return head


def _ends(line: Line, token: int) -> bool:
    return token >= line.size or line.lows[token] in (",", ".", ";", "(")


def _verbs_of(line: Line, head: int) -> Iterator[int]:
    """The finite verbs that may belong to the subject `head`, over appositions and what hangs on it."""
    token = head + 1
    while token < line.size and line.lows[token] in _LINKS | {"and"}:
        inner = phrase_head(line, token + 1)
        if inner is None:
            return
        token = inner + 1
    if token < line.size and line.tags[token] == "-LRB-":
        token = next(_closings(line, token), token)
    if token >= line.size:
        return
    places = _closings(line, token) if line.tags[token] in (",", ":") else iter((token,))
    for place in places:
        verb = _verb_at(line, place)
        if verb is not None:
            yield verb


def _verb_at(line: Line, token: int) -> int | None:
    """The finite verb at `token`, behind adverbs; of "has said" the participle."""
    start = token
    while token < line.size and token - start < MOST_ADVERBS and line.tags[token] in ("RB", "MD"):
        token += 1
    if token >= line.size or line.tags[token] not in _PAST:
        return None
    following = line.tags[token + 1] if token + 1 < line.size else "."
    if line.tags[token] == "VBN" and (following == "IN" or _speaks(line, token) is None):
        return None
    if line.tags[token] in ("VBD", "VBZ") and following == "VBN":
        return token + 1 if _speaks(line, token + 1) else None
    return token


def _closings(line: Line, opened: int) -> Iterator[int]:
    """The tokens behind each mark that may close the aside that opens at `opened`."""
    low = line.lows[opened]
    closing = _DASHES if low in _DASHES else frozenset({","} if low == "," else ())
    for token in range(opened + 1, min(line.size, opened + 1 + MOST_ASIDE)):
        if line.lows[token] in closing or (low == "(" and line.tags[token] == "-RRB-"):
            yield token + 1


def leading(line: Line, verb: int) -> int | None:
    """The head of the noun phrase before `verb`, over asides, for a verb that the parse leaves without subject.

    "Ruth Lee (North), head of the panel that drafted it, said ..."; the earliest phrase that leads there.
    """
    starts = [0, *(token + 1 for token in range(verb) if line.lows[token] in _STARTERS)]
    for first in starts:
        head = phrase_head(line, first)
        if head is not None and head < verb and line.tags[head] != "CD" and verb in _verbs_of(line, head):
            return head
    return None


def _mend(line: Line, known: Found, source: int, quote: Range) -> None:
    """Gives a cue its source where it has none, or one that stands in the quotation."""
    here = line.offset + line.parsed.starts[known.source] if known.source is not None else -1
    if known.source is not None and not quote[0] <= here < quote[1]:
        return
    known.source, known.antecedent, known.quotes = source, None, True
    own = {token for token in line.subtree(source) if token >= known.at}
    if own & known.content:
        known.content -= own
        known.ranges = line.ranges(known.content, set(known.cue))


def _made(line: Line, verb: int, source: int, entry: Entry | None) -> Found:
    kind, stance = (entry.kind, entry.stance) if entry is not None else ("say", "neutral")
    return Found(line.index, verb, (verb,), set(), (), kind, stance, "speech", "q", source=source, quotes=True)
