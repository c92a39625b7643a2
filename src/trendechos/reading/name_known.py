"""Names that packaged knowledge lists, and those that a state or body and a role make."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from trendechos.knowledge import actors, composition, offices, outlets
from trendechos.knowledge.actor_tables import index, states
from trendechos.knowledge.actor_tables import words as table_words
from trendechos.knowledge.actors import KnownActor
from trendechos.knowledge.keys import key
from trendechos.languages.en import geography
from trendechos.reading.name_tokens import NAME_TAGS, Found, Tokens, longest, words
from trendechos.records import MentionKind

# No packaged name and no composed phrase is longer than this many tokens of the model.
LONGEST = 9
_POSSESSIVES = ("'s", "’s")
_POINTED = ("jr.", "sr.", "inc.", "corp.")


@cache
def _starts() -> dict[str, int]:
    """The first words of packaged names, and the most words that a name beginning with each has."""
    found: dict[str, int] = {}
    names = [*index().names, *(key(short) for short in index().acronyms)]
    for outlet in outlets.outlets():
        for name in (outlet.name, *outlet.aliases):
            # The tokenizer may part "LIGA.net".
            names.extend((key(name), key(name.replace(".", " "))))
    for name in names:
        parts = name.split()
        if parts:
            found[parts[0]] = max(found.get(parts[0], 0), len(parts))
    return found


@cache
def _role_ends() -> frozenset[str]:
    """Last words of roles and titles, to try only phrases that can be composed."""
    phrases = [*composition.roles(), *offices.titles()]
    return frozenset(phrase.split()[-1] for phrase in phrases if phrase)


def find(at: Tokens) -> list[Found]:
    """The names that knowledge lists or makes, in order, none inside another."""
    return longest([*_known(at), *_made(at)])


def _known(at: Tokens) -> Iterator[Found]:
    token = 0
    while token < at.size:
        found = _known_at(at, token) if _may_start(at, token) else None
        if found:
            yield found
        token = found.last + 1 if found else token + 1


def _may_start(at: Tokens, token: int) -> bool:
    word = at.words[token]
    if at.capital(token):
        return True
    return word[0].isdigit() or (token + 1 < at.size and at.words[token + 1] == "-")


def _known_at(at: Tokens, first: int) -> Found | None:
    head = at.keys[first].split()
    most = _starts().get(head[0], 0) if head else 0
    if not most:
        return None
    # Hyphens, points and possessives are tokens of their own, so a name has more tokens than words.
    for last in range(min(first + 2 * most, first + LONGEST, at.size - 1), first - 1, -1):
        actor = _look_up(at, at.text(first, last), first, last) if _may_end(at.words[last]) else None
        if actor is not None:
            return _sized(at, first, last, actor)
    return None


def _may_end(word: str) -> bool:
    if word in _POSSESSIVES:
        return False
    pointed = word.endswith(".") and (word.count(".") > 1 or word.lower() in _POINTED)
    return word[-1:].isalnum() or pointed or word.endswith("+")


def _look_up(at: Tokens, phrase: str, first: int, last: int) -> KnownActor | None:
    alone = first == last
    low = phrase.lower().removeprefix("the ")
    common = low in words("common") or (low in words("not_name") and not phrase.isupper())
    if alone and (common or (at.shouted and low in words("shouted"))):
        return None
    if actors.candidates(phrase):
        actor = actors.find(phrase, at.on)
        tagged = at.tags[first] in NAME_TAGS or low not in geography.ordinary_words()
        return None if actor is None or (alone and actor.kind == "person" and not tagged) else actor
    outlet = outlets.find(phrase) if at.capital(last) and low not in words("common") else None
    if outlet is None or len(phrase) < 2 or (at.shouted and alone and outlet.kind != "agency"):
        return None
    return KnownActor(f"outlet:{key(outlet.name)}", outlet.name, "outlet", f"{outlet.country}MED", None)


def _sized(at: Tokens, first: int, last: int, actor: KnownActor) -> Found | None:
    """The match, or None when a longer name holds it ("Hunter Biden", "Moscow State University")."""
    after = last + 1 < at.size and at.joined(last) and at.capital(last + 1)
    if actor.kind == "person":
        if _of_longer_person(at, first, last, after=after):
            return None
        return Found(first, last, "person", actor, at.description(first, last))
    if actor.actor_id in states() or key(at.text(first, last)) in table_words("seat"):
        held = after and at.tags[last + 1] in NAME_TAGS and at.deps[last] in ("compound", "nmod")
        inside = first - 1 > at.first_word and at.joined(first - 1) and at.capital(first - 1)
        if held or (inside and at.heads[first - 1] == last and at.tags[first - 1] in NAME_TAGS):
            return None
        return Found(first, last, None, actor)
    if first == last:
        part = (after and _part_of_more(at, first)) or _is_family_name(at, first)
    else:
        part = _ends_a_longer(at, first, last)
    return None if part or _of_another(at, first, actor) else Found(first, last, _kind(actor), actor)


def _of_longer_person(at: Tokens, first: int, last: int, *, after: bool) -> bool:
    if first == last and _behind_article(at, first):
        return True
    if first == last and first and at.joined(first - 1) and at.capital(first - 1):
        before = at.words[first - 1]
        if before.strip(".").lower() not in words("title") and not composition.state_of(before):
            return True
    following = at.words[last + 1].lower().strip(".") if after else ""
    if not after or following in words("office") | {"jr", "sr", "ii", "iii"}:
        return False
    return at.tags[last + 1] in NAME_TAGS and at.heads[last] == last + 1


def _behind_article(at: Tokens, token: int) -> bool:
    """True for the "Saleh" of "Raed al-Saleh": the family name is longer than the known one."""
    hyphen = token - 1
    if hyphen < 2 or at.words[hyphen] != "-" or at.words[hyphen - 1].lower() not in ("al", "el"):
        return False
    return at.joined(hyphen) and at.joined(hyphen - 1) and at.joined(hyphen - 2) and at.capital(hyphen - 2)


def _is_family_name(at: Tokens, token: int) -> bool:
    """True for the "Kida" of "Helena Kida", no abbreviation in spite of its letters."""
    if not token or not at.joined(token - 1) or at.words[token].isupper():
        return False
    return at.heads[token - 1] == token and at.keys[token - 1] in geography.given_names()


def _part_of_more(at: Tokens, token: int) -> bool:
    """True for a word that only begins a longer name: "Amnesty Bill", "Congress Party"."""
    word, after = at.words[token], at.words[token + 1].lower()
    held = at.tags[token + 1] in NAME_TAGS and at.heads[token] == token + 1
    return held and not word.isupper() and after not in words("title") | words("office")


def _ends_a_longer(at: Tokens, first: int, last: int) -> bool:
    """True for the "Democratic Party" of "the United Democratic Party": another body's name ends so."""
    before = first - 1
    if before <= at.first_word or not (at.joined(before) and at.capital(before)):
        return False
    word = at.words[before]
    said = word.lower() in words("title") | words("office") or composition.state_of(word) is not None
    return not said and at.tags[before] in NAME_TAGS


def _of_another(at: Tokens, first: int, actor: KnownActor) -> bool:
    """True when another state owns the body: "Ecuador's National Electoral Council" is not Venezuela's."""
    if not first or actor.party not in states():
        return False
    before = first - 2 if at.words[first - 1] in ("'s", "’s") else first - 1
    owner = composition.state_of(at.words[before]) if before >= 0 and at.joined(first - 1) else None
    return owner is not None and owner.code != actor.party


def _made(at: Tokens) -> Iterator[Found]:
    ends = _role_ends()
    for end, word in enumerate(at.keys):
        found = _made_before(at, end) if word in ends else None
        if found:
            yield found
    for token in range(1, at.size):
        if at.words[token] in ("of", "for") and token + 1 < at.size:
            found = _made_around(at, token)
            if found:
                yield found


def _made_before(at: Tokens, end: int) -> Found | None:
    """A phrase that ends in a role: "South Korea's defence ministry"."""
    for first in range(max(0, end - LONGEST + 1), end):
        if not at.capital(first) or not at.unbroken(first, end):
            continue
        found = _composed(at, first, end)
        if found:
            return found
    return None


def _made_around(at: Tokens, joint: int) -> Found | None:
    """A role, "of" and a name: "the president of Kenya", "Ministry of Defence of Ukraine"."""
    if at.keys[joint - 1] not in _role_ends():
        return None
    after = joint + 2 if at.words[joint + 1] == "the" else joint + 1
    if after >= at.size or not at.capital(after):
        return None
    last = after
    while last + 1 < at.size and at.joined(last) and at.capital(last + 1) and last - after < 5:
        last += 1
    for end in range(last, after - 1, -1):
        for first in range(max(0, joint - 6), joint):
            if at.words[first].lower() in ("the", "a", "an") or not at.unbroken(first, joint - 1):
                continue
            found = _composed(at, first, end)
            if found:
                return found
    return None


def _composed(at: Tokens, first: int, last: int) -> Found | None:
    phrase = at.text(first, last)
    follows = last + 1 < at.size and at.joined(last) and at.tags[last + 1] in NAME_TAGS
    holder = None if follows else actors.titled(phrase, at.on)
    if holder is not None and at.definite(first):
        return Found(first, last, "person", holder, titled=True)
    made = actors.compose(phrase)
    if made is None or (follows and (made.kind == "unnamed" or _begins_a_body(at, last))):
        return None
    return Found(first, last, _kind(made), made)


def _begins_a_body(at: Tokens, last: int) -> bool:
    """True for the "State" of "Chad's State Audit Office": the name of a body goes on behind it."""
    end = last
    while end + 1 < at.size and at.joined(end) and at.capital(end + 1) and at.tags[end + 1] in NAME_TAGS:
        end += 1
    return at.words[last] == "State" and at.heads[last] == end


def _kind(actor: KnownActor) -> MentionKind:
    kinds: dict[str, MentionKind] = {
        "person": "person", "organisation": "organisation", "government": "government", "group": "group",
        "outlet": "organisation", "document": "other",
    }  # fmt: skip
    return kinds.get(actor.kind, "other")
