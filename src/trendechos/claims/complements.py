"""What a reporting verb puts forward: the complement that one of its frames allows.

The frames are those of languages/en/reporting.tsv. Every function gives content tokens, clause heads, the
frame, and the preposition that belongs to the cue, or None.
"""

from __future__ import annotations

from trendechos.claims import objects
from trendechos.claims.demands import demand, trailing
from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.rescue import Complement
from trendechos.claims.sources import is_time, phrase
from trendechos.claims.verb_groups import FINITE, infinitive, marked
from trendechos.languages.en.events import classes
from trendechos.languages.en.reporting import RELATIVES, Entry, entries
from trendechos.languages.en.sources import CARRIERS, kinds

_TOPIC = frozenset({"for", "over", "as", "on", "about", "of"})
# What follows a number belongs to it: "estimates 500 from the south in the city", "500 to 600".
_AROUND = frozenset({"from", "in", "at", "near", "inside", "among", "to", "across"})
_PAUSES = frozenset({",", "—", "–", "--", "”", '"'})
# "held them back", "saw him leave" put nothing forward.
_THAT_ONLY = frozenset({"hold", "see"})
# Verbs that give a name, mostly in a quotation: "called her handling of it “careless”".
_NAMING = frozenset({"call", "label", "brand", "dub", "term", "deem"})
# "Compared with last year" compares nothing that anybody says.
_OF_A_THING = frozenset({"compare", "liken", "put"})
# With somebody in office behind them these are deeds.
_OUT_OF_OFFICE = frozenset({"dismiss", "recall"})
# "Counted 40 dead" reports, "counted votes" does not.
_COUNTING = frozenset({"count", "register"})
_CAUSES = frozenset({"for", "over"})
_BREAKS = frozenset({";", ":", "-", "–", "—", "--"})
# What completes a clause behind a cue in parenthesis ("It is, she said, one of the worst").
_COMPLETING = frozenset({"TO", "DT", "CD", "JJ", "NN", "NNS", "PRP$", "VB", "VBN"})
# Fewer words before a cue in parenthesis are no clause of their own.
LEAST_OPENING = 2
_MARKS = frozenset({"”", '"', "''", "’", "“"})


def dismisses(line: Line, verb: int) -> bool:
    """True for "dismissed his minister", "recalled its envoy": nothing is said."""
    thing = line.child(verb, "dobj") if line.lemmas[verb] in _OUT_OF_OFFICE else None
    return thing is not None and line.lemmas[thing] in classes()["OFFICE"]


def active(line: Line, verb: int, entry: Entry) -> Complement | None:
    """The complement of an active verb: a clause, an infinitive, a gerund, else nouns."""
    asked = demand(line, verb, entry)
    if asked is not None:
        return asked
    thing = line.child(verb, "dobj")
    clauses = [
        child for child in line.children[verb]
        if line.deps[child] == "ccomp" and not _ended_before(line, child, verb, thing)
    ]  # fmt: skip
    if clauses:
        # "held them accountable" is no clause; a quoted fragment after "said" may lack a verb.
        loose = entry.act not in ("belief", "evidence", "attitude")
        finite = [child for child in clauses if not infinitive(line, child) and (loose or line.is_verb(child))]
        if entry.word in _THAT_ONLY:
            finite = [child for child in finite if marked(line, child, "that")]
        if finite and "c" in entry.frames:
            return _clauses(line, verb, entry, finite, thing), tuple(finite), "c", []
        if not finite and entry.frames & {"i", "x"}:
            return line.subtree(clauses[0]), (clauses[0],), "i", []
        after = [child for child in clauses if child > verb]
        if "s" in entry.frames and thing is not None and "c" not in entry.frames and after:
            # "called the ruling wrong" where the parse makes a clause of it.
            return line.subtree(after[0]) | line.subtree(thing), (after[0],), "s", []
    return _infinitives(line, verb, entry, thing) or nominal(line, verb, entry, thing)


def _ended_before(line: Line, clause: int, verb: int, thing: int | None) -> bool:
    """True for "A said 12 died; B verified 9 deaths": the half before the semicolon is not what B verified."""
    last = max(line.subtree(clause))
    return thing is not None and last < verb < thing and line.lows[last + 1] == ";"


def _clauses(line: Line, verb: int, entry: Entry, finite: list[int], thing: int | None) -> set[int]:
    content: set[int] = set()
    for child in _behind(line, verb, finite):
        content |= line.subtree(child)
    content -= trailing(line, verb, content)
    if (
        thing is not None
        and content
        and "t" not in entry.frames
        and min(content) == max(line.subtree(thing)) + 1
    ):
        # The parse cut the clause's subject off: "indicated [the total] could be larger".
        content |= line.subtree(thing)
    return content | _lead(line, verb, content) | _joined(line, verb, finite[0])


def _behind(line: Line, verb: int, finite: list[int]) -> list[int]:
    """Of clauses on both sides of a cue the later one ("Rain fell, and she said the dam was full").

    A quotation before the cue, and a content that the cue interrupts, keep both.
    """
    first = finite[0]
    if first > verb or finite[-1] < verb or line.child(finite[-1], "nsubj", "nsubjpass") is None:
        return finite
    before = max(token for token in line.subtree(first) if token < verb)
    around = line.lows[max(0, before - 1) : verb]
    opened = line.lows[before + 1] if before + 1 < verb else ""
    own = line.child(first, "nsubj", "nsubjpass")
    joined = opened in ("and", "but", ";", "-", "–", "—") or (
        opened == "," and line.lows[before + 2] in ("and", "but", "yet", "so")
    )
    if own is None or not joined or any(mark in _MARKS for mark in around):
        return finite
    return [child for child in finite if child > verb]


def _infinitives(line: Line, verb: int, entry: Entry, thing: int | None) -> Complement | None:
    frames = entry.frames
    for child in line.children[verb]:
        source = line.child(verb, "nsubj")
        if "r" in frames and source is not None and line.deps[child] in ("oprd", "acomp") and child > verb:
            # "The town seems calm".
            return line.subtree(child) | line.subtree(source), (child,), "r", []
        if line.deps[child] != "xcomp":
            continue
        content = line.subtree(child)
        if "r" in frames:
            return content | (line.subtree(source) if source is not None else set()), (child,), "r", []
        if infinitive(line, child) and frames & {"x", "i"}:
            if "i" in frames and thing is not None:
                return content | line.subtree(thing), (child,), "i", []
            if "x" in frames or thing is not None:
                if thing is not None and verb < thing < child and numbered(line, thing):
                    content |= line.subtree(thing)  # "pledged 4 million to rebuild homes"
                return content, (child,), "x", []
        perfect = line.tags[child] in ("VBN", "VBD") and line.lows[child - 1] == "having"
        if (line.tags[child] == "VBG" or perfect) and "g" in frames:
            return content, (child,), "g", []
    return None


def nominal(line: Line, verb: int, entry: Entry, thing: int | None) -> Complement | None:
    """The complement of a verb without a clause: object and predicate, object, or what a preposition brings."""
    frames = entry.frames
    if "s" in frames:
        found = _predicate(line, verb, thing)
        if found is None and (thing is not None or entry.word in _NAMING):
            found = objects.named(line, verb, thing)
        if found is not None:
            return found
    heard = "t" in frames and thing is not None and _hears(line, thing)
    if "o" in frames and thing is not None and not heard:
        content = line.subtree(thing)
        numeric = line.tags[thing] == "CD" or line.child(thing, "nummod") is not None
        if entry.word in _COUNTING and not numeric:
            return None
        for child in line.children[verb]:
            if line.deps[child] != "prep" or child < thing:
                continue
            valued = entry.word == "estimate" and line.lows[child] == "at"
            beside = (valued or (numeric and line.lows[child] in _AROUND)) and child == max(content) + 1
            if beside or line.lows[child] in _TOPIC:
                content |= line.subtree(child)
        return content | objects.trailing(line, verb, entry, content), (thing,), "o", []
    if thing is None and entry.word in _OF_A_THING:
        return None
    return _brought(line, verb, entry, thing)


def _brought(line: Line, verb: int, entry: Entry, thing: int | None) -> Complement | None:
    """What one of the verb's own prepositions brings."""
    below = line.child(thing, "acl") if thing is not None else None
    late = line.children[below] if below is not None and "o" not in entry.frames else _stated(line, verb)
    for child in (*line.children[verb], *late):
        if line.deps[child] in ("prep", "prt") and line.lows[child] in entry.prepositions and child > verb:
            inner = line.child(child, "pobj", "pcomp")
            if inner is not None and not (entry.word == "put" and not numbered(line, inner)):
                content = line.subtree(inner) | (line.subtree(thing) | {child} if thing is not None else set())
                content |= _role(line, verb, inner)
                return content | objects.trailing(line, verb, entry, content), (inner,), "p", [child]
    if thing is not None and entry.word == "put":
        return _put(line, thing)
    return objects.within(line, verb, entry, thing) if thing is not None else None


def _stated(line: Line, verb: int) -> list[int]:
    """What hangs on the statement instead of the verb: "called in a joint statement for ..."."""
    inside = (line.child(child, "pobj") for child in line.children[verb] if line.lows[child] == "in")
    noun = next((noun for noun in inside if noun is not None and line.lemmas[noun] in CARRIERS), None)
    return line.children[noun] if noun is not None else []


def _put(line: Line, thing: int) -> Complement | None:
    """The number of "puts the number of people killed since May at 40", which the parse hangs deep in it."""
    content = line.subtree(thing)
    for token in sorted(content, reverse=True):
        inner = line.child(token, "pobj") if line.lows[token] == "at" else None
        if inner is not None and numbered(line, inner):
            return content, (inner,), "p", [token]
    return None


def _hears(line: Line, thing: int) -> bool:
    """True for who is asked ("asked the minister on Monday"), which is not what is asked."""
    return line.tags[thing].startswith(("NNP", "PRP")) or kinds().get(line.lemmas[thing]) == "unnamed"


def numbered(line: Line, noun: int) -> bool:
    """True for an amount: "put the toll at 40", and not "put them at risk"."""
    return line.tags[noun] in ("CD", "$") or line.child(noun, "nummod", "quantmod", "nmod") is not None


def _role(line: Line, verb: int, inner: int) -> set[int]:
    """The "as" phrase behind the thing spoken of ("referred to him as a friend")."""
    beside = (
        child for child in line.children[verb]
        if line.deps[child] == "prep" and line.lows[child] == "as" and child > inner
    )  # fmt: skip
    role = next(beside, None)
    return line.subtree(role) if role is not None else set()


def _predicate(line: Line, verb: int, thing: int | None) -> Complement | None:
    """ "called it a lie", "described it as a lie"."""
    for child in line.children[verb]:
        if line.deps[child] == "oprd" or (line.deps[child] == "prep" and line.lows[child] == "as"):
            if thing is None and line.child(child, "nsubj") is None:
                continue
            rest = line.subtree(thing) if thing is not None else set()
            return line.subtree(child) | rest, (child,), "s", []
    small = line.child(verb, "ccomp", "xcomp")
    return (line.subtree(small), (small,), "s", []) if small is not None and thing is None else None


def of_passive(line: Line, verb: int, entry: Entry) -> Complement | None:
    """The complement of a passive verb, whose subject belongs to what is put forward."""
    theme, reduced = line.child(verb, "nsubjpass"), False
    if theme is None and line.deps[verb] == "acl":
        theme, reduced = line.heads[verb], True
    if reduced and entry.word in ("call", "name"):
        # "A staffer named Lee", "a show called “Brokers”": names, and nobody's words.
        return None
    return _of_theme(line, verb, entry, theme, reduced=reduced)


def _of_theme(line: Line, verb: int, entry: Entry, theme: int | None, *, reduced: bool) -> Complement | None:
    clause = line.child(verb, "ccomp")
    if clause is not None and "c" in entry.frames:
        if theme is not None and line.lows[theme] != "it" and "t" not in entry.frames:
            return None
        content = line.subtree(clause)
        return content | _lead(line, verb, content), (clause,), "c", []
    below = line.child(verb, "xcomp", "oprd")
    if below is not None and entry.frames & {"i", "x", "s", "c", "r"}:
        return line.subtree(below) | (line.subtree(theme) if theme is not None else set()), (below,), "i", []
    asked = objects.of_hearer(line, verb, entry)
    if asked is not None:
        return asked
    if theme is None:
        return nominal(line, verb, entry, None)
    return None if reduced else _theme(line, verb, entry, theme)


def _theme(line: Line, verb: int, entry: Entry, theme: int) -> Complement | None:
    content = line.subtree(theme)
    for child in line.children[verb]:
        if "s" in entry.frames and line.deps[child] == "prep" and line.lows[child] == "as":
            return content | line.subtree(child), (child,), "s", []
    if "o" in entry.frames:
        for child in line.children[verb]:
            if line.deps[child] == "prep" and line.lows[child] in _CAUSES and entry.act == "topic":
                why = line.child(child, "pobj", "pcomp")
                content |= line.subtree(child) if why is not None and not is_time(line, why) else set()
        first = line.lows[min(line.subtree(theme))]
        return (content, (theme,), "o", []) if first not in RELATIVES else None
    for child in line.children[verb]:
        if line.deps[child] == "prep" and line.lows[child] in entry.prepositions:
            inner = line.child(child, "pobj", "pcomp")
            if inner is not None:
                return content | line.subtree(inner), (inner,), "p", [child]
    return None


def _lead(line: Line, verb: int, content: set[int]) -> set[int]:
    """Words before a fronted content that belong to it though the parse hangs them on the cue ("But ...")."""
    first = min(content)
    lead: set[int] = set()
    for child in line.children[verb] if first < verb else ():
        if child < first and line.deps[child] in ("cc", "punct", "advmod", "mark", "intj"):
            lead |= line.subtree(child)
    return lead


def _joined(line: Line, verb: int, clause: int) -> set[int]:
    """A clause that the parse joins to the cue though it goes on with the content ("said A, but that B")."""
    found: set[int] = set()
    before = line.child(clause, "nsubj", "nsubjpass")
    for child in line.children[verb]:
        own = line.child(child, "nsubj", "nsubjpass")
        if line.deps[child] == "conj" and own is None and _resumed(line, verb, clause, child):
            found |= line.subtree(child)
        if line.deps[child] != "conj" or child < clause or own is None or line.lemmas[child] in entries()["v"]:
            continue
        same = before is not None and line.tags[own] == "PRP" and line.lows[own] == line.lows[before]
        if same or marked(line, child, "that"):
            found |= line.subtree(child)
    return found


def _resumed(line: Line, verb: int, clause: int, other: int) -> bool:
    """True for "It begins in June, he said, and will end in May", where the cue stands between two halves."""
    aside = verb + 2 < line.size and line.lows[verb + 1] == "," and line.lows[verb + 2] in ("and", "but")
    later = any(line.tags[child] == "MD" for child in line.children[other])
    return aside and later and max(line.subtree(clause)) < verb < other


def fronted(line: Line, one: Found) -> set[int]:
    """The opening words before a cue between commas ("In some cases, officials say, they ...")."""
    if one.source is None or not one.content or min(one.content) < one.cue[-1]:
        return set()
    low, high = _extent(line, one, one.source)
    enclosed = low >= 2 and line.lows[low - 1] == "," and high + 1 < line.size and line.lows[high + 1] == ","
    if not enclosed or min(one.content) != high + 2:
        return set()
    return set(range(opening(line, low - 1), low - 1))


def around(line: Line, one: Found, source: int) -> set[int]:
    """The words around a cue in parenthesis ("Talks, the envoy said, go on"), where the parse gave it none."""
    low, high = _extent(line, one, source)
    if high - low > len(one.cue) + len(line.subtree(source)) or low < 2 or line.lows[low - 1] not in _PAUSES:
        return set()
    left = set(range(opening(line, low - 1), low - 1))
    ahead = range(high + 1, min(line.size, high + 12))
    comma = next((token for token in ahead if line.lows[token] == ","), None)
    right: set[int] = set()
    if comma is not None and comma + 1 < line.size and line.tags[comma + 1] not in ("VBG", "WP", "WDT", "WRB"):
        rest = set(range(comma + 1, line.size))
        goes_on = line.tags[comma + 1] in _COMPLETING or any(line.tags[token] in FINITE for token in rest)
        right = rest if goes_on else set()
    both = left | right
    # A headline drops the auxiliary ("12 killed in raid, police say, blaming rebels").
    told = (*FINITE, "VBN") if line.sentence.span.field == "title" else FINITE
    return both if any(line.tags[token] in told for token in both) else set()


def opening(line: Line, stop: int) -> int:
    """The first token of the clause that ends before `stop`: behind a semicolon, a colon or a lone dash."""
    marks = [token for token in range(stop) if line.lows[token] in _BREAKS]
    dashes = [token for token in marks if line.lows[token] not in (";", ":")]
    if len(dashes) % 2 == 0:
        # A pair of dashes holds an aside; what stands around it is one clause.
        marks = [token for token in marks if token not in dashes]
    first = marks[-1] + 1 if marks else 0
    if first and line.deps[first] == "cc":
        first += 1
    return first if stop - first >= LEAST_OPENING else 0


def _extent(line: Line, one: Found, source: int) -> tuple[int, int]:
    first, last = phrase(line, source, set(one.cue))
    return min(first, one.cue[0]), max(last, one.cue[-1])
