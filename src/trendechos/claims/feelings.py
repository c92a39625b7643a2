"""What angers or surprises somebody: the feeling is theirs, and what stirs it is its content."""

from __future__ import annotations

from trendechos.claims.found import Found
from trendechos.claims.line import Line
from trendechos.claims.sources import subject
from trendechos.claims.verb_groups import group, negated
from trendechos.languages.en import events
from trendechos.languages.en.reporting import Entry
from trendechos.languages.en.sources import kinds


def felt(line: Line, verb: int, entry: Entry) -> Found | None:
    """The attribution of "the raid angered residents" and "residents were angered by the raid", or None."""
    if "e" not in entry.frames:
        return None
    by = line.child(verb, "agent")
    stirs = line.child(verb, "nsubj", "csubj") if by is None else line.child(by, "pobj", "pcomp")
    who, antecedent = (line.child(verb, "dobj"), None) if by is None else subject(line, verb)
    if stirs is None or who is None or not _feels(line, who):
        return None
    cue = group(line, verb)
    return Found(
        line.index, verb, cue if by is None else (*cue, by), line.subtree(stirs) - set(cue), (stirs,),
        entry.kind, entry.stance, "attitude", "e",
        source=who, antecedent=antecedent, negated=negated(line, verb),
    )  # fmt: skip


def _feels(line: Line, noun: int) -> bool:
    """True for names, pronouns of persons, people and bodies."""
    tag = line.tags[noun]
    if tag.startswith(("NNP", "WP")) or (tag == "PRP" and line.lows[noun] != "it"):
        return True
    lemma = line.lemmas[noun]
    return kinds().get(lemma, "document") != "document" or lemma in events.classes()["CIVIL"]
