"""Through whom words came: outlets told, cited and crediting, from the page inwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendechos.claims.found import Found
from trendechos.claims.identity import MOST_BETWEEN
from trendechos.claims.line import Line
from trendechos.claims.outlets import outlet, press
from trendechos.claims.sources import conjuncts, core
from trendechos.claims.wording import name_start
from trendechos.languages.en.outlets import GENERIC
from trendechos.languages.en.sources import DESK, OBTAINED, WEEKDAYS
from trendechos.records import Reading, Report, Span, Speaker

_THROUGH = frozenset({"to", "in", "on", "with", "via", "through", "for", "by", "at", "from"})
_RELAYS = frozenset(
    {"cite", "quote", "report", "publish", "carry", "broadcast", "air", "relay", "run", "interview"}
)
# "As The Hindu noted": these pass words on only behind "as".
_NOTES = frozenset({"note", "detail", "write", "put", "describe", "tell", "recount", "say", "show", "state"})
_READ_AS_NOUNS = frozenset({"detail", "report", "note", "quote", "show", "state"})
_OWNED = frozenset(
    {"source", "poll", "survey", "analysis", "investigation", "footage", "review", "tally", "count"}
)
_TALKS = frozenset({"speak", "talk", "tell"})


_INTO = frozenset(
    ["dobj", "dative", "prep", "pobj", "acl", "agent", "relcl", "advcl", "pcomp", "compound", "appos"]
)
_NOT_INTO = frozenset(["nsubj", "nsubjpass", "ccomp", "conj", "relcl", "advcl"])


def heard(line: Line, one: Found, own: str | None = None) -> list[Speaker]:
    """The outlets that words were told to or placed in ("told CNN", "in an interview with KBS", "on Telegram").

    `own` is the page's outlet, which a page names as "this newspaper".
    """
    stack, skip = _starts(line, one)
    found = _remarks(line, one, own) + _owners(line, one.source) + _noted(line, one, own)
    # How often the words were passed on: "told CNN, as reported by Reuters" came from CNN through Reuters.
    steps = [(0, link) for link in found]
    level = dict.fromkeys(stack, 0)
    while stack:
        token = stack.pop()
        dep, relays = line.deps[token], _relays(line, token)
        step = level[token] + relays
        if relays and (teller := line.child(token, "nsubj")) is not None:
            steps.extend((step, link) for link in _link(line, teller, own))
        if (token in skip or dep in _NOT_INTO) and not relays:
            continue
        # The parse may take "told Axios" for an adverb.
        heard_by = dep in ("dobj", "dative", "pobj") or (
            dep in ("advmod", "npadvmod", "oprd") and token > one.at
        )
        links = _link(line, token, own) if heard_by else []
        links.extend(link for other in conjuncts(line, token) if links for link in _link(line, other, own))
        steps.extend((step, link) for link in links)
        below = [child for child in line.children[token] if not links or _relays(line, child)]
        if (dep in _INTO or relays) and (dep != "prep" or line.lows[token] in _THROUGH):
            level.update(dict.fromkeys(below, step))
            stack.extend(reversed(below))
    return [link for _, link in sorted(steps, key=lambda each: -each[0])]


def _relays(line: Line, token: int) -> bool:
    """True for "cited by ...", "that ... reports" behind a noun or beside a verb, and what is joined to it."""
    if line.lemmas[token] not in _RELAYS:
        return False
    if line.lemmas[token] == "interview" and line.tags[token] != "VBN":
        return False
    joined = line.deps[token] == "conj" and line.lemmas[line.heads[token]] in _RELAYS
    return joined or line.deps[token] in ("acl", "relcl", "advcl")


def _starts(line: Line, one: Found) -> tuple[list[int], set[int]]:
    """The tokens below which an outlet may have heard, and those not to be searched."""
    skip = set(one.content)
    stack = [child for child in reversed(line.children[one.at]) if child not in skip]
    if one.frame == "o" and one.roots:
        # "confirmed the attack to KBS": the hearer hangs on the object.
        stack.extend(
            child for child in line.children[one.roots[0]]
            if line.deps[child] == "prep" and line.lows[child] == "to" and child not in one.cue
        )  # fmt: skip
        skip = set()
    if one.source is not None:
        # "officials cited by Reuters", "who spoke to Reuters": what is said of the source itself.
        stack.extend(
            child for child in line.children[one.source]
            if _relays(line, child) or (line.lemmas[child] in OBTAINED and line.tags[child] == "VBN")
        )  # fmt: skip
        for child in line.children[one.source]:
            if line.deps[child] in ("relcl", "acl") and line.lemmas[child] in _TALKS:
                stack.extend(line.children[child])
    if line.tags[one.at] == "VBG" and line.deps[one.at] == "advcl":
        # "was first, in a post on Telegram, saying that": the place hangs on the main verb.
        stack.extend(child for child in line.children[line.heads[one.at]] if line.deps[child] == "prep")
    return stack, skip


def _noted(line: Line, one: Found, own: str | None) -> list[Speaker]:
    """The outlet of "..., as The Hindu noted", wherever the parse hangs it."""
    found: list[Speaker] = []
    for token in range(line.size) if "as" in line.lows else ():
        if line.deps[token] == "pobj" and line.lows[line.heads[token]] == "as":
            # "As The Hindu details" may be read as a noun.
            found.extend(_before(line, token) if line.lemmas[token] in _READ_AS_NOUNS else [])
        if line.deps[token] != "advcl" or line.lemmas[token] not in _RELAYS | _NOTES or token == one.at:
            continue
        begins = min(line.subtree(token))
        teller = line.child(token, "nsubj")
        inside = line.lemmas[token] in _NOTES or token in one.content or line.heads[token] in one.content
        if inside and line.lows[begins] == "as" and line.lows[begins - 1] == "," and teller is not None:
            found.extend(_link(line, teller, own))
    return found


def elsewhere(line: Line, one: Found) -> bool:
    """True when a statement has an occasion or a day of its own, so that it goes on with no interview."""
    if line.lemmas[one.at] in _POSTS:
        return True
    for child in line.children[one.at]:
        if line.deps[child] in ("dobj", "dative") and line.lemmas[child] in ("reporter", "journalist"):
            return True
        if line.deps[child] == "npadvmod" and line.lows[child] in WEEKDAYS:
            return True
        thing = line.child(child, "pobj") if line.deps[child] == "prep" else None
        if thing is not None and (line.lows[thing] in WEEKDAYS or line.lemmas[thing] in _OCCASIONS | _EVENTS):
            return line.lemmas[thing] != "interview"
    return False


def cited(line: Line, one: Found) -> int | None:
    """The head of what an outlet refers to: "X, which quoted Y", "with reference to Y", "as it refers to Y"."""
    below = [child for token in (one.at, one.source) if token is not None for child in line.children[token]]
    if line.lows[one.at] == "according":
        below.extend(line.children[line.heads[one.at]])
    for child in below:
        if line.lemmas[child] in ("cite", "quote") and line.deps[child] in ("relcl", "advcl", "acl"):
            return line.child(child, "dobj")
        refers = line.lemmas[child] == "refer" and line.deps[child] in ("relcl", "advcl", "acl")
        if refers and (to := line.child(child, "prep")) is not None:
            return line.child(to, "pobj")
    for token in range(line.size - 2) if "reference" in line.lows else ():
        if line.lows[token : token + 3] == ["with", "reference", "to"] and line.deps[token] == "prep":
            return line.child(token + 2, "pobj")
    return None


def _owners(line: Line, source: int | None) -> list[Speaker]:
    """The outlet of "CNN's sources", not that of "the BBC's chairman"."""
    if source is None or line.tags[source] not in ("NN", "NNS"):
        return []
    return _before(line, source) if line.lemmas[source] in DESK | _OWNED else []


_EVENTS = frozenset({"briefing", "conference", "meeting", "hearing", "rally", "speech", "address", "debate"})
_POSTS = frozenset({"post", "tweet", "write", "announce"})
_OCCASIONS = frozenset(
    {"interview", "remark", "comment", "statement", "post", "conversation", "message", "video"}
)


def _remarks(line: Line, one: Found, own: str | None) -> list[Speaker]:
    """The outlet of "..., in remarks to X" that the parse hangs on the content."""
    for token in sorted(one.content) if not _OCCASIONS.isdisjoint(line.lemmas) else ():
        if line.lemmas[token] not in _OCCASIONS or line.deps[token] != "pobj" or token < one.at:
            continue
        prep = line.heads[token]
        if line.lows[prep] not in ("in", "during") or line.lows[prep - 1] != ",":
            continue
        links = _link(line, token, own)
        for child in line.children[token]:
            if line.deps[child] == "prep" and (inner := line.child(child, "pobj")) is not None:
                links.extend(_link(line, inner, own))
        if links:
            return links
    return []


def _link(line: Line, token: int, own: str | None) -> list[Speaker]:
    """The outlet that a noun names, or that stands before it ("a CNN interview"); empty for none."""
    if line.tags[token][0] != "N":
        return []
    first, last = core(line, token)
    if own and line.lows[first] == "this" and line.lows[token] in GENERIC and token - first <= MOST_BETWEEN + 1:
        return [Speaker(line.text(first, last), own, "outlet", None, line.span(first, last))]
    after = token + (line.tags[min(token + 1, line.size - 1)] == "CD")
    for low in (first, token) if line.tags[token].startswith("NNP") else ():
        # "told France 24"
        numbered = outlet(line.text(low, after)) if after > token else None
        name = numbered or outlet(line.text(low, token))
        if name is not None:
            return [Speaker(line.text(first, last), name, "outlet", None, line.span(first, last))]
    generic = any(line.lows[child] in GENERIC for child in line.children[token] if child < token)
    if generic and line.tags[token].startswith("NNP"):
        # "told broadcaster TVE"
        name = line.text(name_start(line, token, first), token)
        return [Speaker(line.text(first, last), name, "outlet", None, line.span(first, last))]
    found = _before(line, token) or _interviewer(line, token)
    name = press(line, token)
    if name is not None and not found:
        return [Speaker(line.text(first, last), name, "outlet", None, line.span(first, last))]
    return found


def _interviewer(line: Line, token: int) -> list[Speaker]:
    """The person behind "interviewed by ..."."""
    by = line.heads[token]
    if line.deps[by] != "agent" or line.lemmas[line.heads[by]] != "interview" or line.tags[token] != "NNP":
        return []
    first, last = core(line, token)
    name = line.text(name_start(line, token, first), token)
    return [Speaker(line.text(first, last), name, "person", None, line.span(first, last))]


def _before(line: Line, token: int) -> list[Speaker]:
    named = line.tags[token].startswith("NNP")
    for child in line.children[token]:
        # "The National Emergency Agency" is not of The National.
        if line.deps[child] == "poss" or (line.deps[child] in ("compound", "nmod") and not named):
            low, high = core(line, child)
            name = outlet(line.text(low, high))
            if name is not None:
                return [Speaker(line.text(low, high), name, "outlet", None, line.span(low, high))]
    return []


def credited(report: Report, reading: Reading) -> tuple[Speaker, ...]:
    """The agencies that byline, credit, dateline and last line name, other than the page's own outlet."""
    own = outlet(report.outlet or "") or report.outlet
    found: dict[str, Speaker] = {}
    for words in (report.credit, report.byline):
        for part in re.split(r"[,;/()|]| and | for ", words or ""):
            name = outlet(part.strip())
            if name is not None and name != own:
                found.setdefault(name, Speaker(part.strip(), name, "outlet"))
    for span in _credit_lines(report, reading):
        for match in re.finditer(
            r"\(([^()]{2,40})\)|(?:^|[—–-] ?|[Ss]ource: )([A-Z][\w /.]{1,30})$",
            report.text[span.start : span.end],
        ):
            group = 1 if match[1] else 2
            name = outlet(match[group])
            if name is not None and name != own:
                place = Span(span.start + match.start(group), span.start + match.end(group))
                found.setdefault(name, Speaker(match[group], name, "outlet", None, place))
    return tuple(found.values())


def _credit_lines(report: Report, reading: Reading) -> Iterator[Span]:
    """The dateline, and the last line where it is short."""
    if reading.dateline is not None:
        yield reading.dateline
    last = [
        *reading.furniture,
        *(sentence.span for sentence in reading.sentences if sentence.span.field == "text"),
    ]
    if last:
        span = max(last)
        if span.end - span.start <= 60:
            yield span
