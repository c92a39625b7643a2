"""Cues of one sentence: reporting verbs, nouns and adjectives with their complements, and phrases."""

from __future__ import annotations

from collections.abc import Iterator

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.rescue import Complement, rescue
from trendechos.claims.sources import agent, beside, governor, owner, phrase, subject
from trendechos.languages.en.reporting import RELATIVES, REPORT_ADVERBS, Entry, entries

# "As the talks continue" reports nothing.
_GO_ON = frozenset({"continue", "go_on", "add", "say_so"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "no"})


def find(line: Line) -> list[Found]:
    """Every cue of the sentence with a content, in order of position."""
    lexicon = entries()
    verbs, nouns, adjectives = lexicon["v"], lexicon["n"], lexicon["j"]
    found: list[Found] = []
    for token in range(line.size):
        tag, lemma = line.tags[token], line.lemmas[token]
        if tag[0] == "V" and line.deps[token] != "amod":
            entry = _phrasal(line, token) or verbs.get(lemma)
            if lemma == "accord" or line.lows[token] == "according":
                found.extend(_according(line, token))
            elif entry:
                found.extend(_verb(line, token, entry))
        elif tag == "NNS" and line.lows[token] == "reports" and _credits(line, token):
            found.extend(_verb(line, token, verbs["report"]))
        elif tag in ("NN", "NNS"):
            entry = nouns.get(lemma)
            if entry:
                found.extend(_noun(line, token, entry))
        elif tag == "JJ":
            entry = adjectives.get(lemma)
            if entry:
                found.extend(_adjective(line, token, entry))
        elif line.lows[token] == "according":
            found.extend(_according(line, token))
        elif line.lows[token] == "per" and line.deps[token] == "prep":
            found.extend(_per(line, token))
        elif line.lows[token] in REPORT_ADVERBS:
            found.extend(_adverb(line, token))
    return found


def _credits(line: Line, token: int) -> bool:
    """True for "reports" behind a name at the end of a sentence, which the tagger takes for a noun."""
    return (
        token >= line.size - 2
        and token > 1
        and line.tags[token - 1] == "NNP"
        and line.deps[token - 1] == "nsubj"
    )


def _phrasal(line: Line, verb: int) -> Entry | None:
    """The entry of a verb with its particle ("bear out"), or None."""
    for child in line.children[verb]:
        if line.deps[child] == "prt":
            return entries()["v"].get(f"{line.lemmas[verb]}_{line.lows[child]}")
    return None


def group(line: Line, verb: int) -> tuple[int, ...]:
    """The tokens of the verb group around `verb`: auxiliaries, negation, adverbs and particles beside it."""
    members = {
        child for child in line.children[verb] if line.deps[child] in ("aux", "auxpass", "neg", "advmod", "prt")
    } | {verb}
    first = last = verb
    while first - 1 in members:
        first -= 1
    while last + 1 in members and line.deps[last + 1] == "prt":
        last += 1
    return tuple(range(first, last + 1))


def negated(line: Line, token: int) -> bool:
    """True when `token` stands under a negation of its own or of its auxiliary."""
    around = line.children[token]
    if line.deps[token] == "conj" and any(
        line.lows[child] == "nor" for child in line.children[line.heads[token]]
    ):
        around = [*around, *line.children[line.heads[token]]]
    return any(
        line.deps[child] == "neg" or line.lows[child] in _NEGATIONS
        for child in around
        if line.deps[child] in ("neg", "advmod", "preconj", "det", "cc")
    )


def _no_source(line: Line, source: int | None) -> bool:
    """True for "neither side", "no official", "nobody"."""
    if source is None:
        return False
    around = [source, *line.children[source]]
    return any(line.lows[token] in ("neither", "no", "nobody", "none") for token in around)


def _passive(line: Line, verb: int) -> bool:
    if line.tags[verb] not in ("VBN", "VBD"):
        return False
    if line.child(verb, "nsubjpass", "auxpass") is not None:
        return True
    # A bare participle: "asked about it", "people known as".
    return (
        line.tags[verb] == "VBN"
        and line.deps[verb] in ("acl", "advcl")
        and line.child(verb, "aux", "nsubj") is None
    )


def _marked(line: Line, verb: int, word: str) -> bool:
    return any(
        line.lows[child] == word and line.deps[child] in ("mark", "advmod") for child in line.children[verb]
    )


def _infinitive(line: Line, verb: int) -> bool:
    return any(line.tags[child] == "TO" for child in line.children[verb])


def _verb(line: Line, verb: int, entry: Entry) -> Iterator[Found]:
    passive = _passive(line, verb)
    got = _passive_complement(line, verb, entry) if passive else _complement(line, verb, entry)
    if got is None and not passive:
        got = rescue(line, verb, entry)
    if got is None and passive and line.deps[verb] == "acl" and "c" in entry.frames:
        # "The paper reported on Sunday ... that": an active verb that the parse takes for a participle.
        got, passive = rescue(line, verb, entry), False
    source, antecedent = subject(line, verb)
    if got is None and line.deps[verb] == "advcl" and _marked(line, verb, "as") and not passive:
        head = line.heads[verb]
        content = line.subtree(head) - line.subtree(verb)
        if (
            entry.act == "speech"
            and entry.word not in _GO_ON
            and source is not None
            and content
            and head not in line.subtree(source)
        ):
            yield Found(
                line.index, verb, group(line, verb), content, (head,), entry.kind, entry.stance, "speech", "a",
                source=source, antecedent=antecedent, negated=negated(line, verb),
            )  # fmt: skip
        return
    if got is None:
        if source is None and line.tags[verb] in ("VBD", "VBZ", "VBP"):
            source = beside(line, verb)
        if "q" in entry.frames and not passive and source is not None:
            one = Found(
                line.index, verb, group(line, verb), set(), (), entry.kind, entry.stance, "speech", "q",
                source=source, antecedent=antecedent, negated=negated(line, verb), quotes=True,
            )  # fmt: skip
            if "c" in entry.frames:
                one.content = _around(line, one)
                one.roots = tuple(
                    token for token in sorted(one.content)
                    if line.heads[token] not in one.content or line.heads[token] == token
                )[:2]  # fmt: skip
            yield one
        return
    content, roots, frame, cue_more = got
    if passive or frame == "r" or entry.word in ("seem", "appear"):
        source, antecedent = agent(line, verb), None
    elif source is None and line.tags[verb] in ("VBD", "VBZ", "VBP") and entry.act == "speech":
        source = beside(line, verb)
        if source in content:
            source = None
    cue = group(line, verb)
    if cue_more:
        # "called for" is one cue; in "accused Sudan of" the accused belongs to the content.
        cue = tuple(range(cue[0], cue_more[0] + 1)) if cue_more[0] == cue[-1] + 1 else cue
    content -= set(cue)
    if source is not None and source not in content:
        own = line.subtree(source)
        content -= own if verb not in own else set()
    if not any(line.tags[token][0] in _CONTENT for token in content):
        return
    act = entry.act
    if frame == "c" and act == "topic":
        act = "speech"
    if frame == "p" and act == "speech" and entry.kind in ("say", "call") and not line.is_verb(roots[0]):
        act = "topic"
    if frame in ("x", "g") and act in ("speech", "belief") and entry.kind not in ("predict", "decline", "call"):
        act = "attitude"
    one = Found(
        line.index, verb, cue, content, roots, entry.kind, entry.stance, act, frame,
        source=source, antecedent=antecedent, negated=negated(line, verb) or _no_source(line, source),
        quotes="q" in entry.frames,
    )  # fmt: skip
    if frame == "c":
        one.content |= _fronted(line, one)
    yield one


def _around(line: Line, one: Found) -> set[int]:
    """The words around a cue in parenthesis ("Talks, the envoy said, go on"), where the parse gave it none."""
    assert one.source is not None
    first, last = phrase(line, one.source, set(one.cue))
    low, high = min(first, one.cue[0]), max(last, one.cue[-1])
    if high - low > last - first + len(one.cue) + 1 or low < 2 or line.lows[low - 1] not in _PAUSES:
        return set()
    left = set(range(low - 1))
    comma = next(
        (token for token in range(high + 1, min(line.size, high + 12)) if line.lows[token] == ","), None
    )
    right: set[int] = set()
    if comma is not None and comma + 1 < line.size and line.tags[comma + 1] not in ("VBG", "WP", "WDT", "WRB"):
        right = set(range(comma + 1, line.size))
        if not any(line.tags[token] in _FINITE for token in right):
            right = set()
    if not any(line.tags[token] in _FINITE for token in left | right):
        return set()
    return left | right


# Tags of words that can carry a content: nouns, verbs, adjectives, numbers, pronouns, adverbs.
_CONTENT = frozenset("NVJCPRDWEF")
_PAUSES = frozenset({",", "—", "–", "--", "”", '"'})
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def _complement(line: Line, verb: int, entry: Entry) -> Complement | None:
    frames, deps = entry.frames, line.deps
    children = line.children[verb]
    clauses = [child for child in children if deps[child] == "ccomp"]
    infinitives = [child for child in children if deps[child] == "xcomp"]
    thing = line.child(verb, "dobj")
    if clauses:
        finite = [child for child in clauses if not _infinitive(line, child)]
        if finite and "c" in frames:
            content: set[int] = set()
            for child in finite:
                content |= line.subtree(child)
            if thing is not None and "t" not in frames and min(content) == max(line.subtree(thing)) + 1:
                # The parse cut the clause's subject off: "indicated [the total] could be larger".
                content |= line.subtree(thing)
            content |= _lead(line, verb, content) | _joined(line, verb, finite[0])
            return content, tuple(finite), "c", []
        if not finite and ("i" in frames or "x" in frames):
            return line.subtree(clauses[0]), (clauses[0],), "i", []
    if infinitives and "r" in frames:
        source = line.child(verb, "nsubj")
        content = line.subtree(infinitives[0])
        if source is not None:
            content |= line.subtree(source)
        return content, (infinitives[0],), "r", []
    for child in infinitives:
        if _infinitive(line, child) and ("x" in frames or "i" in frames):
            content = line.subtree(child)
            if "i" in frames and thing is not None:
                return content | line.subtree(thing), (child,), "i", []
            if "x" in frames or thing is not None:
                return content, (child,), "x", []
        if line.tags[child] == "VBG" and "g" in frames:
            return line.subtree(child), (child,), "g", []
    return _nominal_complement(line, verb, entry, thing)


def _nominal_complement(line: Line, verb: int, entry: Entry, thing: int | None) -> Complement | None:
    frames, deps = entry.frames, line.deps
    children = line.children[verb]
    if "s" in frames:
        predicate = [
            child for child in children
            if deps[child] == "oprd" or (deps[child] == "prep" and line.lows[child] == "as")
        ]  # fmt: skip
        small = [child for child in children if deps[child] in ("ccomp", "xcomp")]
        if predicate and (thing is not None or line.child(predicate[0], "nsubj") is not None):
            content = line.subtree(predicate[0]) | (line.subtree(thing) if thing is not None else set())
            return content, (predicate[0],), "s", []
        if small and thing is None:
            return line.subtree(small[0]), (small[0],), "s", []
    if "o" in frames and thing is not None:
        content = line.subtree(thing)
        for child in children:
            if (
                deps[child] == "prep"
                and child > thing
                and line.lows[child] in ("for", "over", "as", "on", "about", "of")
            ):
                content |= line.subtree(child)
        return content, (thing,), "o", []
    for child in children:
        if deps[child] in ("prep", "prt") and line.lows[child] in entry.prepositions and child > verb:
            inner = line.child(child, "pobj", "pcomp")
            if inner is not None:
                content = line.subtree(inner)
                if thing is not None:
                    content |= line.subtree(thing) | {child}
                return content, (inner,), "p", [child]
    return None


def _passive_complement(line: Line, verb: int, entry: Entry) -> Complement | None:
    theme = line.child(verb, "nsubjpass")
    if theme is None and line.deps[verb] == "acl":
        theme = line.heads[verb]
        under = line.subtree(verb)
    else:
        under = set()
    frames = entry.frames
    infinitive = line.child(verb, "xcomp", "oprd")
    clause = line.child(verb, "ccomp")
    if clause is not None and "c" in frames:
        if theme is not None and line.lows[theme] != "it" and "t" not in frames:
            return None
        content = line.subtree(clause)
        return content | _lead(line, verb, content), (clause,), "c", []
    if infinitive is not None and frames & {"i", "x", "s", "c", "r"}:
        content = line.subtree(infinitive)
        if theme is not None:
            content |= line.subtree(theme)
        return content, (infinitive,), "i", []
    if theme is None:
        return _nominal_complement(line, verb, entry, None)
    if under:
        return None
    as_phrase = next(
        (child for child in line.children[verb] if line.deps[child] == "prep" and line.lows[child] == "as"),
        None,
    )
    if "s" in frames and as_phrase is not None:
        return line.subtree(theme) | line.subtree(as_phrase), (as_phrase,), "s", []
    if "o" in frames:
        if line.lows[theme] in RELATIVES:
            return None
        return line.subtree(theme), (theme,), "o", []
    for child in line.children[verb]:
        if line.deps[child] == "prep" and line.lows[child] in entry.prepositions:
            inner = line.child(child, "pobj", "pcomp")
            if inner is not None:
                return line.subtree(theme) | line.subtree(inner), (inner,), "p", [child]
    return None


def _lead(line: Line, verb: int, content: set[int]) -> set[int]:
    """Words before a fronted content that belong to it though the parse hangs them on the cue ("But ...")."""
    first = min(content)
    if first > verb:
        return set()
    lead: set[int] = set()
    for child in line.children[verb]:
        if child < first and line.deps[child] in ("cc", "punct", "advmod", "mark", "intj"):
            lead |= line.subtree(child)
    return lead


def _joined(line: Line, verb: int, clause: int) -> set[int]:
    """A clause that the parse joins to the cue though it goes on with the content ("said A, but that B")."""
    found: set[int] = set()
    subject_before = line.child(clause, "nsubj", "nsubjpass")
    for child in line.children[verb]:
        if line.deps[child] != "conj" or child < clause or line.lemmas[child] in entries()["v"]:
            continue
        own = line.child(child, "nsubj", "nsubjpass")
        if own is None:
            continue
        same = (
            subject_before is not None
            and line.tags[own] == "PRP"
            and line.lows[own] == line.lows[subject_before]
        )
        if same or _marked(line, child, "that"):
            found |= line.subtree(child)
    return found


def _fronted(line: Line, one: Found) -> set[int]:
    """The opening words before a cue between commas ("In some cases, officials say, they ...")."""
    if one.source is None or not one.content or min(one.content) < one.cue[-1]:
        return set()
    first, last = phrase(line, one.source, set(one.cue))
    low, high = min(first, one.cue[0]), max(last, one.cue[-1])
    enclosed = 2 <= low and line.lows[low - 1] == "," and high + 1 < line.size and line.lows[high + 1] == ","
    return set(range(low - 1)) if enclosed and min(one.content) == high + 2 else set()


def _noun(line: Line, noun: int, entry: Entry) -> Iterator[Found]:
    content: set[int] = set()
    roots: tuple[int, ...] = ()
    cue = [noun]
    head = line.heads[noun]
    if line.deps[noun] == "nsubj" and line.lemmas[head] == "be" and "c" in entry.frames:
        # "The minister's view is that ..."
        clause = line.child(head, "ccomp")
        if clause is not None and clause > head:
            content, roots = line.subtree(clause), (clause,)
    for child in line.children[noun] if not content else ():
        dep = line.deps[child]
        if dep in ("acl", "ccomp", "relcl") and child > noun:
            marks = {line.lows[mark] for mark in line.children[child] if line.deps[mark] == "mark"}
            if ("c" in entry.frames and "that" in marks) or ("x" in entry.frames and _infinitive(line, child)):
                content, roots = line.subtree(child), (child,)
                break
        if dep == "prep" and child == noun + 1 and line.lows[child] in entry.prepositions:
            inner = line.child(child, "pobj", "pcomp")
            if inner is not None:
                content, roots = line.subtree(inner), (inner,)
                cue.append(child)
                break
    if not content:
        return
    source = owner(line, noun)
    if source is None:
        source = governor(line, noun)
        source = None if source == noun else source
    content -= set(cue)
    if source is not None and source in content:
        content -= line.subtree(source)
    if content:
        act = entry.act if line.tags[roots[0]][0] == "V" else "topic"
        yield Found(
            line.index, noun, tuple(cue), content, roots, entry.kind, entry.stance, act, "n",
            source=source, negated=negated(line, noun),
        )  # fmt: skip


def _adjective(line: Line, word: int, entry: Entry) -> Iterator[Found]:
    if line.deps[word] not in ("acomp", "conj", "ROOT", "amod", "advcl", "acl"):
        return
    head = line.heads[word]
    source, antecedent = subject(line, head if line.deps[word] == "acomp" else word)
    for child in line.children[word]:
        dep = line.deps[child]
        finite = dep == "ccomp" and "c" in entry.frames and not _infinitive(line, child)
        wish = dep == "xcomp" and "x" in entry.frames and _infinitive(line, child)
        inner: int | None = child if finite or wish else None
        if dep == "prep" and line.lows[child] in entry.prepositions:
            inner = line.child(child, "pobj", "pcomp")
        if inner is not None:
            yield Found(
                line.index, word, (word,), line.subtree(inner), (inner,), entry.kind, entry.stance, entry.act, "j",
                source=source, antecedent=antecedent, negated=negated(line, head),
            )  # fmt: skip
            return


def _according(line: Line, token: int) -> Iterator[Found]:
    to = line.child(token, "prep")
    source = line.child(to, "pobj") if to is not None else None
    if to is None or source is None:
        return
    head = _clause(line, line.heads[token], whole=_closes(line, token))
    content = line.subtree(head) - line.subtree(token)
    if content:
        yield Found(
            line.index, token, (token, to), content, (head,), "say", "neutral", "speech", "a", source=source
        )


def _per(line: Line, token: int) -> Iterator[Found]:
    """ "..., per the ministry": what stands before a measure ("per day") is no source."""
    source = line.child(token, "pobj")
    if source is None or not (
        line.tags[source].startswith("NNP") or line.lemmas[source] in ("source", "official")
    ):
        return
    head = _clause(line, line.heads[token], whole=_closes(line, token))
    content = line.subtree(head) - line.subtree(token)
    if len(content) > 3:
        yield Found(
            line.index, token, (token,), content, (head,), "say", "neutral", "speech", "a", source=source
        )


def _closes(line: Line, token: int) -> bool:
    """True when the phrase of `token` follows a comma and ends the sentence: it holds for all of it."""
    tokens = line.subtree(token)
    return line.lows[min(tokens) - 1] == "," and max(tokens) >= line.size - 3


def _clause(line: Line, token: int, *, whole: bool = False) -> int:
    """The head of the clause that `token` stands in, and of the first of clauses joined on one level.

    `whole` goes up to the head of the sentence.
    """
    seen: set[int] = set()
    while token not in seen:
        seen.add(token)
        dep, head = line.deps[token], line.heads[token]
        if head == token:
            break
        inside = not line.is_verb(token) or dep in (
            "amod",
            "acl",
            "relcl",
            "pcomp",
            "xcomp",
            "pobj",
            "aux",
            "auxpass",
        )
        joined = dep in ("conj", "ccomp") and line.lemmas[head] not in entries()["v"]
        if not inside and not joined and not whole:
            break
        token = head
    return token


def _adverb(line: Line, token: int) -> Iterator[Found]:
    head = line.heads[token]
    content = line.subtree(head) - {token}
    if line.deps[token] == "advmod" and content:
        stance = REPORT_ADVERBS[line.lows[token]]
        yield Found(
            line.index, token, (token,), content, (head,), "say",
            "distancing" if stance == "distancing" else "neutral", "speech", "r",
        )  # fmt: skip
