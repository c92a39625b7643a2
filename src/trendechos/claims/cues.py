"""Cues of one sentence: reporting verbs here, nouns, adjectives and phrases in `phrases`."""

from __future__ import annotations

from collections.abc import Iterator

from trendechos.claims import complements, feelings, figures, misread, phrases
from trendechos.claims.adjacent import leading
from trendechos.claims.anonymity import is_wish
from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.rescue import Complement, rescue
from trendechos.claims.sources import agent, beside, is_time, subject
from trendechos.claims.verb_groups import group, infinitive, marked, negated, nobody, passive
from trendechos.languages.en.modality import CALL_VERBS, EVIDENCE_NOUNS, PLAN_VERBS
from trendechos.languages.en.reporting import RELATIVES, REPORT_ADVERBS, SAFETY, Act, Entry, entries

# "As the talks continue", "as the crowd roared" report nothing.
_GO_ON = frozenset(
    [
        "continue", "go_on", "roar", "chant", "shout", "yell", "scream", "cry", "sing", "laugh", "smile", "nod",
        "shrug",
    ]
)  # fmt: skip
# What one says of oneself without a clause ("claimed to have won", "admitted losing") is said like any other.
_OWN_DEEDS = frozenset(
    ["claim", "admit", "confess", "deny", "acknowledge", "report", "recall", "rule_out", "boast"]
)
_REPLIES = frozenset({"respond", "reply", "answer"})
_REQUESTS = frozenset(
    ["request", "question", "query", "inquiry", "enquiry", "email", "e-mail", "message", "call", "letter"]
)
# How cases are told apart.
_COUNTED_AS = frozenset({"confirm", "suspect", "report", "verify"})
_MARKS = frozenset({"“", '"', "``", "''"})
_DENIALS = frozenset({"deny", "rule", "dispute", "refute", "reject"})
# Who speaks of a number gives it ("spoke of 40 dead").
_COUNTING = frozenset({"speak", "talk"})
# With whom and what to do behind them these ask ("told Britons to leave").
_HEARD = frozenset({"tell", "advise", "instruct", "caution", "remind", "warn"})
_ANSWERS = frozenset({"comment", "elaborate", "remark"})
# Tags of words that can carry a content: nouns, verbs, adjectives, numbers, pronouns, adverbs.
_CONTENT = frozenset("NVJCPRDWEF")
_FINITE = ("VBD", "VBZ", "VBP")


def find(line: Line) -> list[Found]:
    """Every cue of the sentence, in order of position; one that waits for its quotation has no content yet."""
    lexicon = entries()
    found: list[Found] = []
    told: set[int] = set()
    for token, (tag, low) in enumerate(zip(line.tags, line.lows, strict=True)):
        if token in told:
            continue
        if low in _PHRASES:
            found.extend(_PHRASES[low](line, token))
        elif tag[0] == "V":
            entry = _phrasal(line, token) or lexicon["v"].get(line.lemmas[token])
            cut = misread.finite(line, token, entry) if entry else None
            told.update(cut[0][1] if cut is not None else ())
            if entry and cut:
                found.extend(_full(line, token, entry, *cut))
            elif entry or line.lemmas[token] in figures.VERBS:
                found.extend(_of_verb(line, token, entry))
        elif tag in _LISTED:
            part, read = _LISTED[tag]
            entry = lexicon[part].get(line.lemmas[token])
            said = phrases.aside(line, token) if tag == "NNS" else None
            if said is not None:
                found.append(said)
            elif low == "reports" and _credits(line, token):
                found.extend(verb(line, token, lexicon["v"]["report"]))
            elif entry:
                found.extend(read(line, token, entry))
            elif part == "n" and (made := phrases.light(line, token)) is not None:
                found.append(made)
    return found


def _of_verb(line: Line, token: int, entry: Entry | None) -> Iterator[Found]:
    """The attribution of a verb, of those that give figures and feelings too."""
    apart = figures.revised(line, token) or figures.given(line, token)
    apart = apart or (feelings.felt(line, token, entry) if entry else None)
    if apart is not None:
        yield apart
    elif entry and line.deps[token] != "amod" and not _is_light(line, token) and not is_wish(line, token):
        yield from verb(line, token, entry)


_PHRASES = {"according": phrases.according, "per": phrases.per, "in": phrases.survey} | dict.fromkeys(
    REPORT_ADVERBS, phrases.adverb
)
_LISTED = {
    "NN": ("n", phrases.noun), "NNS": ("n", phrases.noun), "JJ": ("j", phrases.adjective),
}  # fmt: skip


def _is_light(line: Line, verb: int) -> bool:
    """True for "offered a defence of", where the noun is the cue."""
    thing = line.child(verb, "dobj")
    return thing is not None and phrases.light(line, thing) is not None


def _credits(line: Line, token: int) -> bool:
    """True for "reports" behind a name at the end of a sentence, which the tagger takes for a noun."""
    closing = token >= line.size - 2 and token > 1
    return closing and line.tags[token - 1] in ("NNP", "NN") and line.deps[token - 1] == "nsubj"


def _phrasal(line: Line, token: int) -> Entry | None:
    """The entry of a verb with its particle ("bear out", "make clear"), or None."""
    for child in line.children[token]:
        if line.deps[child] == "prt" or (line.lows[child] == "clear" and line.lemmas[token] == "make"):
            return entries()["v"].get(f"{line.lemmas[token]}_{line.lows[child]}")
    return None


def verb(line: Line, token: int, entry: Entry) -> Iterator[Found]:
    """The attribution of a reporting verb, with the complement that its frames and the parse allow."""
    if (
        _is_ahead(line, token)
        or _trails(line, token)
        or _counts(line, token)
        or _flees(line, token)
        or _heads_a_list(line, token)
        or any(_halves(line, child) for child in line.children[token])
        or complements.dismisses(line, token)
        or (entry.kind == "deny" and _asked_of(line, token))
    ):
        return
    turned = (
        passive(line, token) and not _has_said(line, token, entry) and not misread.names(line, token, entry)
    )
    show = misread.shown(line, token)
    if show is not None:
        yield from _pictures(line, token, show)
        return
    got = complements.of_passive(line, token, entry) if turned else complements.active(line, token, entry)
    if got is None and (
        not turned or ((line.deps[token] == "acl" or _has(line, token)) and "c" in entry.frames)
    ):
        # "The paper reported on Sunday ... that": an active verb that the parse takes for a participle.
        got = rescue(line, token, entry)
        turned = turned and got is None
    source, antecedent = subject(line, token)
    turned_round = (
        misread.inverted(line, token, entry)
        or misread.joined(line, token, entry)
        or misread.apposed(line, token)
    )
    if turned_round is not None:
        got, (source, antecedent) = turned_round[0], (turned_round[1], None)
    if got is None:
        if not turned:
            yield from _bare(line, token, entry, source, antecedent)
        return
    if (turned and not (got[2] == "c" and _has(line, token))) or got[2] == "r":
        source, antecedent = agent(line, token), None
    elif source is None and (name := misread.capitals(line, token)) is not None:
        source = name
        got = (got[0] - line.subtree(name), tuple(root for root in got[1] if root != name), *got[2:])
    elif source is None and line.tags[token] in _FINITE and entry.act == "speech":
        source = leading(line, token)
        if source is not None and any(member > token for member in got[0]):
            got[0].difference_update(range(token))
        source = beside(line, token) if source is None else source
        source = None if source in got[0] else source
    yield from _full(line, token, entry, got, (source, antecedent))


def _is_ahead(line: Line, token: int) -> bool:
    """True for what is still to be said in a given time ("has ten days to announce the results")."""
    if line.tags[token] != "VB" or not infinitive(line, token):
        return False
    head = line.heads[token]
    if line.deps[token] in ("acl", "relcl"):
        return is_time(line, head)
    times = (child for child in line.children[head] if line.deps[child] in ("npadvmod", "dobj"))
    return line.deps[token] == "advcl" and any(is_time(line, child) and child < token for child in times)


def _trails(line: Line, token: int) -> bool:
    """True for "12 killed, police say, blaming rebels", whose participle the parse makes the main verb."""
    helping = line.child(token, "aux")
    if line.tags[token] != "VBG" or helping is not None or line.deps[token] != "ROOT":
        # "There were warning shots"
        return line.tags[token] == "VBG" and helping is not None and line.child(helping, "expl") is not None
    return any(line.deps[child] == "parataxis" and child < token for child in line.children[token])


def _counts(line: Line, token: int) -> bool:
    """True for "14 cases, six of them confirmed" and "28 (23 confirmed)", where nobody confirms anything."""
    who = line.child(token, "nsubj") if line.lemmas[token] in _COUNTED_AS else None
    if who is None or line.tags[who] != "CD":
        return False
    return not any(
        child > token and line.deps[child] in ("ccomp", "dobj", "xcomp") for child in line.children[token]
    )


def _flees(line: Line, token: int) -> bool:
    """True for "sought refuge": they ask nobody."""
    thing = line.child(token, "dobj") if line.lemmas[token] == "seek" else None
    return thing is not None and line.lemmas[thing] in SAFETY


def _asked_of(line: Line, token: int) -> bool:
    """True for "is expected to reject" and "asked to act and deny": no denial has been made."""
    first = line.heads[token] if line.deps[token] == "conj" else token
    if line.tags[token] != "VB" or line.deps[first] not in ("xcomp", "ccomp") or not infinitive(line, first):
        return False
    return line.lemmas[line.heads[first]] in CALL_VERBS | PLAN_VERBS


def _halves(line: Line, token: int) -> bool:
    """True for the second verb of "would neither confirm nor deny", which are one cue."""
    head = line.heads[token]
    joined = line.deps[token] == "conj" and line.lows[token - 1] in ("or", "nor")
    return joined and line.lemmas[head] == "confirm" and line.lemmas[token] in _DENIALS and negated(line, head)


def _heads_a_list(line: Line, token: int) -> bool:
    """True for "What they are saying:", a heading whose speakers follow."""
    if line.lows[token + 1 : token + 2] != [":"]:
        return False
    thing = line.child(token, "dobj")
    return thing is not None and line.lows[thing] == "what"


def _pictures(line: Line, verb: int, show: int) -> Iterator[Found]:
    """The attribution of "Photos posted online show ..."."""
    content = {member for member in range(show + 1, line.size) if line.deps[member] != "punct"}
    got: Complement = content, (line.tree.roots[0],), "c", []
    yield from _full(line, show, entries()["v"]["show"], got, (line.child(verb, "nsubj"), None))


def _has_said(line: Line, verb: int, entry: Entry) -> bool:
    """True for "he's said the dam is full", where nobody hears what is said."""
    return _has(line, verb) and "t" not in entry.frames and line.child(verb, "ccomp") is not None


def _has(line: Line, verb: int) -> bool:
    """True for "who's argued that", whose auxiliary the parse takes for a passive."""
    return any(
        line.lows[child] in ("'s", "’s") for child in line.children[verb] if line.deps[child] == "auxpass"
    )


def _full(
    line: Line, token: int, entry: Entry, got: Complement, ends: tuple[int | None, int | None]
) -> Iterator[Found]:
    content, roots, frame, prepositions = got
    source, antecedent = ends
    cue = group(line, token)
    halves = _halves(line, token)
    if halves:
        first = group(line, line.heads[token])[0]
        cue = tuple(range(first - (line.lows[first - 1] == "neither"), cue[-1] + 1))
    if prepositions and prepositions[0] == cue[-1] + 1:
        # "called for" is one cue; in "accused Sudan of" the accused belongs to the content.
        cue = (*cue, prepositions[0])
    content -= set(cue)
    if source is not None and source not in content:
        own = line.subtree(source)
        content -= own if token not in own else set()
    if not any(line.tags[member][0] in _CONTENT for member in content):
        return
    if all(line.lows[member] in RELATIVES or line.lows[member] == "what" for member in content):
        return  # "the changes that they want", "what she says"
    denied = halves or negated(line, token) or nobody(line, source) or _empty_handed(line, token)
    act = _act(line, entry, frame, roots)
    asked = entry.word in _ANSWERS or (entry.word in _REPLIES and line.lemmas[roots[0]] in _REQUESTS)
    if denied and frame == "p" and asked:
        # "Has not commented on the fire", "did not respond to a request": silence, which is kept.
        act = "speech"
    # "Did not establish that": the page stands behind nothing.
    stance = "neutral" if denied and act == "evidence" else entry.stance
    kind = "call" if frame == "i" and entry.word in _HEARD else entry.kind
    one = Found(
        line.index, token, cue, content, roots, kind, stance, act, frame, source=source,
        antecedent=antecedent, quotes="q" in entry.frames, negated=denied,
    )  # fmt: skip
    if frame == "c":
        one.content |= complements.fronted(line, one)
    yield one


def _empty_handed(line: Line, verb: int) -> bool:
    """True for "found no evidence that"."""
    thing = line.child(verb, "dobj")
    return thing is not None and line.lemmas[thing] in EVIDENCE_NOUNS and nobody(line, thing)


def _act(line: Line, entry: Entry, frame: str, roots: tuple[int, ...]) -> Act:
    """What the frame makes of the verb: a clause is put forward, an infinitive of the subject is a wish."""
    numbered = frame == "p" and entry.word in _COUNTING and complements.numbered(line, roots[0])
    if (frame == "c" and entry.act == "topic") or numbered:
        return "speech"
    if (
        frame == "p"
        and entry.act in ("speech", "belief")
        and entry.kind in ("say", "call")
        and not line.is_verb(roots[0])
    ):
        return "topic"
    if frame == "s" and entry.act == "evidence":
        # "Found it hard": how somebody takes a thing.
        return "attitude"
    if frame in ("x", "g") and entry.act in ("speech", "belief"):
        if entry.word in _OWN_DEEDS:
            return entry.act
        return entry.act if entry.kind in ("predict", "decline", "call") else "attitude"
    return entry.act


def _is_silent(line: Line, token: int, entry: Entry) -> bool:
    """True for "did not comment" and "did not immediately reply"; what else is not answered may be a deed."""
    if entry.word not in _ANSWERS | _REPLIES or not negated(line, token):
        return False
    beside = (*line.children[token], *line.children[line.heads[token]])
    thing = line.child(token, "dobj")
    if thing is not None and line.lemmas[thing] in _REQUESTS:
        # "Did not answer calls"
        return True
    return entry.word in _ANSWERS or any(line.lows[child] in ("immediately", "yet") for child in beside)


def _silence(line: Line, token: int, entry: Entry, ends: tuple[int, int | None]) -> Found:
    """The attribution of "did not comment" and "has yet to reply": what was not done is the content."""
    first = min(line.subtree(token) - line.subtree(ends[0]), default=token)
    helpers = {
        child for verb in (token, line.heads[token]) for child in line.children[verb]
        if line.deps[child] in ("aux", "auxpass", "neg") or line.lows[child] == "yet"
    }  # fmt: skip
    yet = line.heads[token] if line.deps[token] == "xcomp" else token
    cue = tuple(sorted({at for at in helpers | {yet} if at < token and line.tags[at] != "TO"} or {token}))
    content = {at for at in range(max(first, cue[-1] + 1), line.size) if at in line.subtree(token)}
    for child in sorted(content):
        if line.deps[child] in ("relcl", "advcl") and line.lows[min(line.subtree(child)) - 1] == ",":
            # "Has not commented since May, when it said ...": what was said then was said.
            content -= line.subtree(child)
    content = {at for at in content - set(cue) if line.deps[at] != "punct"} or {token}
    return Found(
        line.index, token, cue, content, (token,), entry.kind, entry.stance, "speech", "x",
        source=ends[0], antecedent=ends[1], negated=True,
    )  # fmt: skip


def _meanwhile(line: Line, token: int) -> bool:
    """True for the "as" of a headline that tells what goes on beside ("Deadline moved as Chad threatens")."""
    first = min(line.subtree(token))
    return line.sentence.span.field == "title" and first > 0 and line.lows[first - 1] != ","


def _bare(line: Line, token: int, entry: Entry, source: int | None, antecedent: int | None) -> Iterator[Found]:
    """A verb without a complement: "as X said", a parenthesis, or a cue that waits for its quotation."""
    if line.deps[token] == "advcl" and marked(line, token, "as"):
        if _meanwhile(line, token):
            return
        head = line.heads[token]
        if line.deps[head] == "conj" and line.lows[min(line.subtree(token)) - 1] == ",":
            # "Talks go on and may end soon, as the envoy said": both halves.
            head = line.heads[head] if line.is_verb(line.heads[head]) else head
        content = line.subtree(head) - line.subtree(token)
        # "As the number of people confirmed dead rose" says who is dead.
        reports = entry.act == "speech" and entry.word not in _GO_ON and line.child(token, "oprd") is None
        if reports and source is not None and content and head not in line.subtree(source):
            yield Found(
                line.index, token, group(line, token), content, (head,), entry.kind, entry.stance, "speech",
                "a", source=source, antecedent=antecedent, negated=negated(line, token),
            )  # fmt: skip
        if reports or token + 1 >= line.size or line.lows[token + 1] not in (":", ","):
            return
    if source is not None and _is_silent(line, token, entry):
        yield _silence(line, token, entry, (source, antecedent))
        return
    own = line.child(token, "nsubj", "nsubjpass") is not None
    if line.tags[token] in _FINITE and (source is None or (line.deps[token] == "parataxis" and not own)):
        source, antecedent = (leading(line, token) if source is None else None), None
        source = beside(line, token) if source is None else source
    aside = entry.act in ("belief", "evidence") and "c" in entry.frames and line.deps[token] == "parataxis"
    if source is None or not (aside or "q" in entry.frames):
        return
    one = Found(
        line.index, token, group(line, token), set(), (), entry.kind, entry.stance,
        entry.act if aside else "speech", "q",
        source=source, antecedent=antecedent, negated=negated(line, token), quotes="q" in entry.frames,
    )  # fmt: skip
    opens = antecedent is not None and token + 1 < line.size and line.lows[token + 1] in _MARKS
    # "28 cases, 23 confirmed and five probable, ...": a number says nothing.
    told = not line.lows[source].isdigit() and entry.word not in _GO_ON
    if antecedent is None and "c" in entry.frames and told and not opens:
        one.content = complements.around(line, one, source)
        heads = (at for at in sorted(one.content) if line.heads[at] not in one.content or line.heads[at] == at)
        one.roots = tuple(heads)[:2]
    yield one
