"""Frequent sentences of news that the parse misreads as a whole, read off their order."""

from __future__ import annotations

from trendechos.claims.line import Line
from trendechos.claims.rescue import Complement
from trendechos.languages.en.reporting import Entry
from trendechos.languages.en.sources import kinds

_PAST = ("VBD", "VBZ")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN"})
# Words of a name or of a short noun phrase.
_NAMED = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "DT", "POS"})
_WITHIN_NAMES = frozenset({"of", "for", "on", "-"})
# "Said a prayer": what is said, where nobody stands behind the verb.
_SAID = frozenset({"word", "thing", "prayer", "goodbye", "mass", "yes", "no"})
# What is done with pictures and papers before they show something.
_PUT_OUT = frozenset(
    [
        "posted",
        "shared",
        "published",
        "released",
        "circulated",
        "obtained",
        "taken",
        "seen",
        "verified",
        "filmed",
    ]
)
_SHOW = frozenset({"show", "shows", "showed", "depict", "depicts", "depicted"})
# "Photos posted online by residents late on Monday show ..."
MOST_BEFORE_SHOW = 9
# Fewer words before the comma are a name.
LEAST_TOLD = 3


def inverted(line: Line, verb: int, entry: Entry) -> tuple[Complement, int] | None:
    """The complement and the source of "The convoy left, said a guard", where the convoy seems to say it."""
    if line.tags[verb] not in _PAST or verb < 3 or line.lows[verb - 1] != "," or not {"c", "q"} <= entry.frames:
        return None
    closing = _closing(line, verb)
    if closing is not None:
        return closing
    first, last = line.child(verb, "nsubj"), line.child(verb, "dobj")
    if first is None or last is None or first > verb or min(line.subtree(last)) != verb + 1:
        return None
    told = line.subtree(first)
    clause = any(line.tags[token] in _FINITE and line.deps[token] == "acl" for token in told)
    speaks = line.tags[last].startswith(("NN", "PRP")) and line.lemmas[last] not in _SAID
    if not clause or not speaks or max(told) >= verb:
        return None
    content = set(range(min(told), verb - 1))
    return (content, (first,), "c", []), last


def _closing(line: Line, verb: int) -> tuple[Complement, int] | None:
    """What a headline without a verb says ("No flights till May, says minister"), and who says it."""
    stop, start = verb + 1, verb - 1
    while stop < line.size and line.tags[stop] in _NAMED:
        stop += 1
    while start > 0 and line.lows[start - 1] != ";":
        start -= 1
    speaks = line.tags[stop - 1].startswith("NNP") or line.lemmas[stop - 1] in kinds()
    ended = stop == line.size or line.lows[stop] in (";", ".")
    if stop == verb + 1 or not speaks or not ended or line.child(verb, "ccomp") is not None:
        return None
    content = set(range(start, verb - 1))
    bare = len(content) > 1 and not any(line.tags[token] in _FINITE for token in content)
    return ((content, (start,), "c", []), stop - 1) if bare else None


def joined(line: Line, verb: int, entry: Entry) -> tuple[Complement, int] | None:
    """The complement and the source of "Rain fell in Beira, Water Watch said", read as two places."""
    name = first = verb - 1
    office = _office_of(line, verb)
    if office is not None:
        name, first = office, min(line.subtree(office))
    while first > 1 and (line.tags[first - 1] in _NAMED or line.lows[first - 1] in _WITHIN_NAMES):
        first -= 1
    while line.heads[name] in range(first, name):
        # "..., the head of the Water Watch said"
        name = line.heads[name]
    speech = line.tags[verb] in _PAST and {"c", "q"} <= entry.frames
    if not speech or line.deps[name] not in ("conj", "appos") or not line.tags[name].startswith("NN"):
        return None
    own = [child for child in line.children[verb] if line.deps[child] == "nsubj" or _behind(line, verb, child)]
    if own or not 2 <= first <= name or line.lows[first - 1] != ",":
        return None
    content = set(range(first - 1))
    told = [token for token in sorted(content) if line.tags[token] in _FINITE]
    return ((content, (_main(line, told[0]),), "c", []), name) if told else None


def _office_of(line: Line, verb: int) -> int | None:
    """The office of "..., a rebel spokesman, Ana Reis, said", read as if it said what stands before it."""
    name = verb - 2
    if name < 0:
        return None
    office = line.heads[name]
    closed = line.lows[verb - 1] == "," and line.tags[name].startswith("NNP") and line.deps[name] == "appos"
    apposed = closed and office < name and line.deps[office] == "appos" and line.tags[office] == "NN"
    return office if apposed and kinds().get(line.lemmas[office]) == "unnamed" else None


def apposed(line: Line, verb: int) -> tuple[Complement, int] | None:
    """The complement and the source of "The raid killed 30 men, a source told AFP", read as if the men told.

    A true apposition is closed by a comma ("Musa, a guard, said").
    """
    thing, told = line.child(verb, "nsubj"), line.child(verb, "ccomp")
    name = line.child(thing, "appos") if thing is not None else None
    if thing is None or name is None or not thing < name < verb:
        return None
    first, start = min(line.subtree(name)), min(line.subtree(thing))
    if line.lows[first - 1] != "," or line.deps[max(line.subtree(name)) + 1] == "punct":
        return None
    if told is None:
        # A verb that the tagger takes for a noun: "The army retook Bo, a spokesman said".
        speaks = line.lemmas[name] in kinds() and first - start > LEAST_TOLD
        return ((set(range(start, first - 1)), (thing,), "c", []), name) if speaks else None
    if told > thing or line.deps[start - 1] == "punct" or line.child(told, "dobj", "attr") is not None:
        return None
    return (set(range(min(line.subtree(told)), first - 1)), (told,), "c", []), name


def _behind(line: Line, verb: int, child: int) -> bool:
    """True for a clause behind its verb."""
    return child > verb and line.deps[child] == "ccomp"


def _main(line: Line, verb: int) -> int:
    """The verb that an auxiliary helps, else `verb` itself."""
    return line.heads[verb] if line.deps[verb] in ("aux", "auxpass") else verb


def names(line: Line, verb: int, entry: Entry) -> bool:
    """True for the "called" of "A nurse called the wait a disgrace", of which the tagger makes a participle."""
    if entry.word != "call" or line.child(verb, "aux", "auxpass") is not None:
        return False
    things = [child for child in line.children[verb] if line.deps[child] == "oprd" and child > verb]
    return len(things) == 2 and named_by(line, verb) is not None


def named_by(line: Line, verb: int) -> int | None:
    """Who calls something so: the subject, or the noun that the parse hangs the verb on."""
    who = line.child(verb, "nsubj")
    return line.heads[verb] if who is None and line.deps[verb] == "acl" and line.heads[verb] < verb else who


def finite(line: Line, verb: int, entry: Entry) -> tuple[Complement, tuple[int, None]] | None:
    """The complement and source of "Chad's army announced units were moved", read as "announced units".

    So too of "What it is she said remained open", an aside without commas.
    """
    if line.deps[verb] == "parataxis":
        return _aside(line, verb, entry)
    thing, who = line.heads[verb], verb - 1
    speech = line.tags[verb] == "VBD" and line.deps[verb] == "amod" and "c" in entry.frames
    if not speech or entry.act != "speech" or line.deps[thing] not in ("nsubj", "nsubjpass"):
        return None
    told = line.heads[thing]
    if told < thing or who < 0 or line.deps[who] not in ("nsubj", "compound") or line.tags[who][0] != "N":
        return None
    content = {token for token in line.subtree(told) if token > verb and line.deps[token] != "punct"}
    return (content, (told,), "c", []), (who, None)


def _aside(line: Line, verb: int, entry: Entry) -> tuple[Complement, tuple[int, None]] | None:
    """The complement and source of "What it is she said remained open", an aside without commas."""
    who, main = verb - 1, line.heads[verb]
    speech = line.deps[verb] == "parataxis" and entry.act == "speech" and "c" in entry.frames
    if not speech or main != verb + 1 or line.heads[who] != verb or line.deps[who] != "nsubj":
        return None
    content = {token for token in line.subtree(main) - line.subtree(verb) if line.lows[token] != "."}
    return ((content, (main,), "c", []), (who, None)) if line.tags[main] in _FINITE and content else None


def capitals(line: Line, verb: int) -> int | None:
    """The name in capitals before `verb` taken for a verb ("State agency ZNA said"), or None."""
    for child in line.children[verb]:
        word = line.parsed.words[child]
        if child < verb and line.deps[child] in ("ccomp", "advcl", "dep") and line.tags[child][0] == "V":
            before = line.child(child, "nsubj")
            named = word.isupper() and len(word) > 1 and before == child - 1
            if named and not line.parsed.words[verb].isupper():
                return child
    return None


def shown(line: Line, verb: int) -> int | None:
    """The "show" of "Photos posted online show ...", of which the tagger makes a noun; None without."""
    thing = line.child(verb, "nsubj")
    if thing is None or line.tags[verb] != "VBD" or line.lows[verb] not in _PUT_OUT:
        return None
    if kinds().get(line.lemmas[thing]) != "document":
        return None
    for token in range(verb + 1, min(line.size - 2, verb + MOST_BEFORE_SHOW)):
        if line.lows[token] in _SHOW:
            return token
        if line.lows[token] == ",":
            return None
    return None
