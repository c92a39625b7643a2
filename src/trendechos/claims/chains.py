"""Through whom words came: outlets told, cited and crediting, from the page inwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.outlets import outlet
from trendechos.claims.sources import core
from trendechos.records import Reading, Report, Span, Speaker

_THROUGH = frozenset({"to", "in", "on", "with", "via", "through", "for", "by", "at", "from"})
_RELAYS = frozenset({"cite", "quote", "report", "publish", "carry", "broadcast", "air", "relay", "run"})


def heard(line: Line, one: Found) -> list[Speaker]:
    """The outlets that the words were told to or placed in ("told CNN", "in an interview with KBS", "on Telegram")."""
    found: list[Speaker] = []
    skip = set(one.content)
    stack = [child for child in reversed(line.children[one.at]) if child not in skip]
    if one.source is not None:
        # "officials cited by Reuters": what is said of the source itself.
        stack.extend(
            child for child in line.children[one.source]
            if line.deps[child] in ("acl", "relcl") and line.lemmas[child] in _RELAYS
        )  # fmt: skip
    while stack:
        token = stack.pop()
        dep = line.deps[token]
        if token in skip or dep in ("nsubj", "nsubjpass", "ccomp", "conj", "relcl", "advcl"):
            if not (dep in ("relcl", "acl", "advcl") and line.lemmas[token] in _RELAYS):
                continue
        if dep in ("dobj", "dative", "pobj") and line.tags[token].startswith("NNP"):
            link = _link(line, token)
            if link is not None:
                found.append(link)
                continue
        if dep in ("dobj", "dative", "prep", "pobj", "acl", "agent", "relcl", "advcl", "pcomp", "compound", "appos"):
            if dep == "prep" and line.lows[token] not in _THROUGH:
                continue
            stack.extend(reversed(line.children[token]))
    return found


def _link(line: Line, token: int) -> Speaker | None:
    first, last = core(line, token)
    for low in (first, token):
        name = outlet(line.text(low, token))
        if name is not None:
            return Speaker(line.text(first, last), name, "outlet", None, line.span(first, last))
    # "a CNN interview", "the president's Telegram channel": the outlet stands before its noun.
    for child in line.children[token]:
        if line.deps[child] in ("compound", "poss") and (name := outlet(line.parsed.words[child])):
            return Speaker(line.parsed.words[child], name, "outlet", None, line.span(child, child))
    return None


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
        for match in re.finditer(r"\(([^()]{2,40})\)|(?:^|[—–-] ?|[Ss]ource: )([A-Z][\w /.]{1,30})$", report.text[span.start : span.end]):
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
    last = [*reading.furniture, *(sentence.span for sentence in reading.sentences if sentence.span.field == "text")]
    if last:
        span = max(last)
        if span.end - span.start <= 60:
            yield span
