"""Verbs with what stands beside them: auxiliaries, negation, marks, voice."""

from __future__ import annotations

from trendechos.claims.line import Line

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor", "neither", "no"})
# "Has been unable to verify", "failed to confirm".
_UNABLE = frozenset({"unable", "fail", "powerless"})
# Verbs of speech that have no passive of persons: behind a noun they are its verb.
NO_PASSIVE = frozenset(
    ["boast", "brag", "complain", "insist", "agree", "appeal", "plead", "speak", "talk", "vow", "threaten"]
)
FINITE = ("VBD", "VBZ", "VBP", "MD")


def group(line: Line, verb: int) -> tuple[int, ...]:
    """The tokens of the verb group around `verb`: auxiliaries, negation, adverbs and particles beside it."""
    members = {
        child
        for child in line.children[verb]
        if line.deps[child] in ("aux", "auxpass", "neg", "advmod", "prt")
        and not (line.tags[child] == "MD" and line.tags[verb] in ("VBD", "VBN") and child == verb - 1)
    } | {verb}
    first = last = verb
    while first - 1 in members:
        first -= 1
    while last + 1 in members and line.deps[last + 1] == "prt":
        last += 1
    return tuple(range(first, last + 1))


def negated(line: Line, token: int) -> bool:
    """True when `token` stands under a negation, its own or that of what it hangs on ("nor", "unable to")."""
    head = line.heads[token]
    if line.deps[token] == "xcomp" and line.lemmas[head] in _UNABLE and head != token:
        return True
    if line.deps[token] == "xcomp" and line.lemmas[head] in ("have", "be") and _yet(line, head):
        return True
    if line.deps[token] in ("relcl", "acl") and line.tags[token] == "VB" and nobody(line, head):
        # "Saw nothing to suggest that ..."
        return True
    around = line.children[token]
    before = line.children[line.heads[token]]
    if line.deps[token] == "conj" and any(line.lows[child] == "nor" for child in before):
        around = [*around, *before]
    return any(
        line.deps[child] == "neg" or line.lows[child] in _NEGATIONS
        for child in around
        if line.deps[child] in ("neg", "advmod", "preconj", "det", "cc")
    )


def _yet(line: Line, verb: int) -> bool:
    """True for the verb of "has yet to answer"."""
    return any(line.lows[child] == "yet" and child > verb for child in line.children[verb])


def nobody(line: Line, source: int | None) -> bool:
    """True for "neither side", "no official", "nobody"."""
    if source is None:
        return False
    around = [source, *line.children[source]]
    return any(line.lows[token] in ("neither", "no", "nobody", "none", "nothing") for token in around)


def passive(line: Line, verb: int) -> bool:
    """True for a passive verb and for a bare participle ("asked about it", "people known as")."""
    if line.tags[verb] not in ("VBN", "VBD"):
        return False
    if line.child(verb, "nsubjpass", "auxpass") is not None:
        return True
    if verb + 1 < line.size and line.lows[verb + 1] == "by" and line.child(verb, "nsubj", "aux") is None:
        return True  # "photographs taken by a guard and verified by the paper"
    bare = line.tags[verb] == "VBN" and line.deps[verb] in ("acl", "advcl")
    if bare and never_passive(line, verb):
        return False
    return bare and line.child(verb, "aux", "nsubj") is None


def never_passive(line: Line, verb: int) -> bool:
    """True for "the militia boasted of", "the envoy called on both sides to stop", taken for participles.

    Their noun is then the head of the sentence, which has no other verb.
    """
    noun = line.heads[verb]
    if line.heads[noun] != noun or line.is_verb(noun) or verb + 1 >= line.size:
        return False
    if line.lemmas[verb] == "call":
        return line.lows[verb + 1] in ("on", "upon") and line.child(verb, "prep") is not None
    return line.lemmas[verb] in NO_PASSIVE


def marked(line: Line, verb: int, word: str) -> bool:
    """True when `word` introduces the clause of `verb`."""
    return any(
        line.lows[child] == word and line.deps[child] in ("mark", "advmod") for child in line.children[verb]
    )


def infinitive(line: Line, verb: int) -> bool:
    """True when "to" stands before `verb`."""
    return any(line.tags[child] == "TO" for child in line.children[verb])
