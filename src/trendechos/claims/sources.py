"""The source of a cue: the noun that the grammar makes its subject, agent or owner."""

from __future__ import annotations

from functools import lru_cache

from trendechos.claims.line import Line
from trendechos.knowledge import actors, countries
from trendechos.languages.en.reporting import LIGHT_VERBS, RECEIVING, RELATIVES
from trendechos.languages.en.sources import CARRIERS, ISSUING, SHORTENED, WEEKDAYS, kinds

# "Promised her to say", "used Twitter to say": who promises and uses speaks.
_OF_ITS_OWN = frozenset(
    {"promise", "use", "take", "join", "threaten", "vow", "pledge", "meet", "visit", "leave"}
)


# Relations whose head shares its subject with what hangs on it, for nouns only behind a preposition
# ("was most aggressive in denouncing").
_UPWARDS = frozenset(
    ["conj", "xcomp", "advcl", "ccomp", "dep", "aux", "auxpass", "prep", "pcomp", "acomp", "parataxis"]
)
_WITHIN_NOUNS = frozenset(["attr", "dobj", "pobj"])


def subject(line: Line, verb: int) -> tuple[int | None, int | None]:
    """The head token of the subject of `verb` and, for a relative pronoun, its antecedent; None without."""
    token, seen = verb, set()
    while token not in seen:
        seen.add(token)
        found = _own_subject(line, token)
        found = _made_to(line, token) if found is None else found
        if found is None and line.tags[token][0] == "N":
            found = line.child(token, "poss")  # "their strategy of attacking him"
        if found is not None:
            if line.lows[found] in RELATIVES and line.deps[token] == "relcl":
                issuer = _issuer(line, token, line.heads[token])
                return (found, line.heads[token]) if issuer == line.heads[token] else (issuer, None)
            return found, None
        dep, head = line.deps[token], line.heads[token]
        if dep == "pcomp" and line.lows[head] == "as" and line.lemmas[line.heads[head]] in ("quote", "cite"):
            # "was quoted as saying", "cited her as saying": the quoted one speaks.
            quoting = line.heads[head]
            return line.child(quoting, "dobj", "nsubjpass"), None
        if dep in ("acl", "relcl") and line.tags[head][0] in "NP":
            return _issuer(line, token, head), None
        if dep not in _UPWARDS and (dep not in _WITHIN_NOUNS or token == verb):
            break
        token = head
    return None, None


def _made_to(line: Line, verb: int) -> int | None:
    """Who is made to say it: the object of "led her to declare", of "required the bank to admit"."""
    if line.deps[verb] != "xcomp" or line.tags[verb] != "VB":
        return None
    above = line.heads[verb]
    who = line.child(above, "dobj")
    if who is None or not above < who < verb or line.lemmas[above] in _OF_ITS_OWN:
        return None
    person = line.tags[who].startswith(("NNP", "PRP")) or line.lemmas[who] in kinds()
    return who if person else None


def _own_subject(line: Line, verb: int) -> int | None:
    """The subject of `verb` itself; of two before it the nearer ("In Aweil, Juba, Mr. Deng said")."""
    own = [child for child in line.children[verb] if line.deps[child] in ("nsubj", "nsubjpass", "expl")]
    before = [child for child in own if child < verb]
    if len(before) > 1 and line.lows[verb - 1] == "," and line.tags[before[-1]] in ("NN", "NNS"):
        # "Cogat, the body that runs the crossings, said": the nearer only says who the other is.
        return before[0]
    found = before[-1] if len(before) > 1 else own[0] if own else None
    return found if found is None else _torn(line, verb, found)


def _torn(line: Line, verb: int, found: int) -> int:
    """The name whose "of" the parse cuts off from the verb: "Ana Reis of the opposition Front told"."""
    of = found - 1
    while of > 0 and line.deps[of] in ("det", "amod", "compound", "pobj"):
        of -= 1
    head = line.heads[of]
    cut = line.lows[of] == "of" and line.deps[of] == "prep" and found not in line.subtree(of)
    return head if cut and line.tags[head] == "NNP" and line.heads[head] == verb and head < of else found


def _issuer(line: Line, verb: int, noun: int) -> int:
    """Who issues the statement that `verb` stands under ("X issued a statement saying"), else `noun` itself.

    An infinitive has the subject of the verb that its thing stands under ("took pains to say").
    """
    above, first = line.heads[noun], min(line.subtree(verb))
    if line.tags[verb] == "VBG" and line.lows[first - 1] == "," and line.deps[noun] in ("dobj", "pobj", "attr"):
        # "Made a third attempt to calm them, writing that ...": what stands behind a comma is the subject's.
        who = subject(line, above)[0]
        return noun if who is None else who
    if line.deps[noun] == "pobj" and line.lows[above] == "to" and line.tags[verb] == "VBG":
        # "Sent a message to supporters saying ...": the sender says it.
        sent = line.heads[above]
        sent = line.heads[sent] if line.lemmas[sent] in CARRIERS else sent
        who = subject(line, sent)[0] if line.lemmas[sent] in ISSUING else None
        return noun if who is None else who
    if line.deps[noun] != "dobj" or line.tags[noun] not in ("NN", "NNS"):
        return noun
    none = any(line.lows[child] == "no" for child in line.children[noun])
    bound = line.tags[verb] == "VB" and (none or kinds().get(line.lemmas[noun]) not in ("unnamed", "group"))
    if bound or (line.lemmas[noun] in CARRIERS and line.lemmas[above] in ISSUING):
        who = subject(line, above)[0]
        return noun if who is None else who
    return noun


def beside(line: Line, verb: int) -> int | None:
    """The head of the noun phrase right behind or right before a finite `verb` whose subject the parse lost."""
    token = verb + 1
    while (
        token < line.size
        and line.tags[token] in ("DT", "JJ", "NNP", "NN", "POS", "PRP$", "CD")
        and token < verb + 8
    ):
        following = line.tags[token + 1] if token + 1 < line.size else "."
        if line.tags[token] in ("NNP", "NN") and following not in ("NNP", "NNPS", "NN", "NNS", "POS"):
            if is_time(line, token):
                break
            return token
        token += 1
    token = verb - 1
    while token > 0 and (line.tags[token] in ("RB", "MD") or line.deps[token] in ("aux", "neg", "advmod")):
        token -= 1
    dated = line.lemmas[token] in _TIMES or line.lows[token] in WEEKDAYS
    if token >= 0 and line.tags[token] in ("NNP", "NNPS", "NN", "NNS", "PRP") and not dated:
        return token
    return None


def governor(line: Line, noun: int) -> int | None:
    """The subject of the verb that `noun` stands under ("raised money in support of ..."), or None.

    Who faces a charge or draws criticism utters none.
    """
    token, steps = noun, 0
    while line.heads[token] != token and steps < 6:
        token, steps = line.heads[token], steps + 1
        if line.is_verb(token):
            who = subject(line, token)[0]
            nobody = line.lemmas[token] in RECEIVING or (who is not None and line.tags[who] == "EX")
            return None if nobody else who
    return None


def agent(line: Line, verb: int) -> int | None:
    """The head token of the "by" phrase of a passive `verb`, or None."""
    marked = (child for child in line.children[verb] if line.deps[child] == "prep" and line.lows[child] == "by")
    by = line.child(verb, "agent") or next(marked, None)
    return None if by is None else line.child(by, "pobj")


def owner(line: Line, noun: int) -> int | None:
    """Whose `noun` it is: its possessor, or what stands behind its "by", "from" or "of"; None without."""
    found = line.child(noun, "poss")
    if found is not None and line.lemmas[found] not in _TIMES:
        return found
    for child in line.children[noun]:
        if line.deps[child] in ("prep", "agent") and line.lows[child] in ("by", "from", "among"):
            return line.child(child, "pobj")
    return _maker(line, noun)


@lru_cache(maxsize=10_000)
def land(word: str) -> str | None:
    """The country that an adjective names ("Kenyan", "U.S."), or None."""
    found, state = countries.demonym(word), actors.state(word)
    if state is not None and word in state.adjectives:
        return state.name
    return found.name if found is not None else None


def _maker(line: Line, noun: int) -> int | None:
    """Who made it ("the promise she has made"), or the adjective of a state ("Kenyan claims"); else None."""
    before = noun - 1
    beside = before >= 0 and line.heads[before] == noun and line.deps[before] in ("amod", "compound", "nmod")
    if beside and land(line.parsed.words[before]) is not None:
        return before
    made = line.child(noun, "relcl")
    return line.child(made, "nsubj") if made is not None and line.lemmas[made] in LIGHT_VERBS else None


_TIMES = frozenset({"week", "month", "year", "day", "today", "yesterday", "morning", "night", "weekend"})


def is_time(line: Line, noun: int) -> bool:
    """True for a stretch or point of time ("for years", "on Monday")."""
    return line.lemmas[noun] in _TIMES or line.lows[noun] in WEEKDAYS


def phrase(line: Line, head: int, stop: set[int] | frozenset[int] = frozenset()) -> tuple[int, int]:
    """The first and last token of the noun phrase around `head` without tokens of `stop`, appositions kept."""
    tokens = line.subtree(head) - set(stop)
    first = last = head
    while first - 1 in tokens:
        first -= 1
    while last + 1 in tokens:
        last += 1
    while last > head and line.lows[last] in {",", ";", "—", "–", "-", ":"}:
        last -= 1
    while first < head and line.deps[first] in ("punct", "cc"):
        first += 1
    return first, last


_LEFT = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "predet", "case", "quantmod", "advmod"})
_CLOSING = frozenset({",", "!", "?"})
_WITHIN = frozenset({"of", "for", "in", "at", "from", "with", "to", "on"})


def core(line: Line, head: int) -> tuple[int, int]:
    """The first and last token of a noun phrase without clauses, appositions and conjuncts."""
    first = last = head
    for child in line.children[head]:
        quoted = line.deps[child] == "nmod" and any(
            line.lows[token] in _CLOSING for token in line.subtree(child)
        )
        if child < head and line.deps[child] in _LEFT and not quoted:
            first = min(first, *line.subtree(child))
    for child in line.children[head]:
        if child == last + 1 and line.deps[child] == "case":
            continue
        about = line.lows[child] == "on" and line.tags[head] == "NNP"
        if child > head and line.deps[child] == "prep" and line.lows[child] in _WITHIN and not about:
            thing = line.child(child, "pobj")
            if thing is not None and line.lows[thing] in WEEKDAYS:
                continue
            tokens = [token for token in sorted(line.subtree(child)) if token > head]
            if tokens and tokens[0] == last + 1:
                stop = next(
                    (token for token in tokens if line.tags[token] in ("WDT", "WP", "VBG", ",")), tokens[-1] + 1
                )
                last = max(last, stop - 1)
    article = next(
        (child for child in line.children[head] if first < child < head and line.tags[child] == "DT"), None
    )
    if article is not None and line.deps[first] not in ("predet", "poss") and line.tags[first] != "DT":
        # "Days earlier a diplomat": what stands before the article is no part of the phrase.
        first = article
    while first < head and (line.deps[first] in ("punct", "cc", "preconj") or line.lows[first] in _PAIRS):
        first += 1
    return first, last


def beyond_title(line: Line, head: int) -> int:
    """The last word of the name behind a shortened title that the tokeniser takes apart ("Const. Raj Gill")."""
    if line.lows[head] not in SHORTENED or head + 2 >= line.size or line.lows[head + 1] != ".":
        return head
    last = head
    token = head + 2
    while token < line.size and line.parsed.words[token][:1].isupper():
        last, token = token, token + 1
    return last


_PAIRS = frozenset({"neither", "both", "either"})


def conjuncts(line: Line, head: int) -> list[int]:
    """The heads joined to `head` by "and": "Kyiv and Seoul"."""
    found = []
    for child in line.children[head]:
        if line.deps[child] == "conj" and line.tags[child][0] in "NPD":
            found.append(child)
            found.extend(conjuncts(line, child))
    return found
