"""Nouns that name sources, and what kind of source each is."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def kinds() -> dict[str, str]:
    """The kind of source by noun lemma; the first kind listed for a word holds."""
    found: dict[str, str] = {}
    for line in (Path(__file__).parent / "sources.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, words = line.split("\t")
            for word in words.split():
                found.setdefault(word, kind)
    return found


# Statements whose owner is the source: "a statement by the ministry said".
CARRIERS = frozenset(
    [
        "statement", "report", "letter", "post", "tweet", "message", "email", "memo", "release",
        "communique", "speech", "video", "article", "account", "testimony", "interview", "op-ed",
        "editorial", "remarks", "assessment", "estimate", "analysis", "story", "ad", "piece", "comment",
    ]
)  # fmt: skip
# A body's judgement is the body's statement: "US estimates put the dead at 400".
JUDGED = frozenset({"estimate", "assessment"})
# What others than its author do with a statement: "a report seen by AFP".
OBTAINED = frozenset(
    ["see", "obtain", "review", "view", "read", "leak", "share", "cite", "quote", "verify", "acquire", "get"]
)
# What an author does with a statement: "issued a letter saying".
ISSUING = frozenset(
    [
        "release", "issue", "publish", "post", "send", "write", "deliver", "circulate", "sign", "file", "make",
        "put", "run", "air", "produce", "revise", "draft", "tweet",
    ]
)  # fmt: skip
# What stands right before the title of a work in quotation marks.
WORKS = frozenset(
    [
        "wrote", "written", "authored", "titled", "entitled", "called", "named", "dubbed", "book",
        "books", "novel", "memoir", "film", "movie", "documentary", "song", "album", "single", "play",
        "musical", "opera", "show", "series", "sitcom", "poem", "painting", "essay", "paper", "podcast",
        "exhibition", "played", "sang", "sing", "sings", "performed", "recorded", "directed", "published",
        "program", "programme", "anthem", "hymn", "ballad", "bestseller", "thriller", "comedy", "drama",
    ]
)  # fmt: skip
# Those who are for or against a thing by their name.
SIDES = frozenset(
    ["proponent", "critic", "defender", "opponent", "detractor", "supporter", "advocate", "backer", "foe"]
)  # fmt: skip
# Studies that say what a sentence behind "In ..." says.
SURVEYS = frozenset({"poll", "survey", "study", "census", "questionnaire"})
WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
# Those who write for an outlet: what they report, the outlet reports.
DESK = frozenset(
    {"correspondent", "reporter", "journalist", "report", "article", "editor", "bureau", "desk", "crew"}
)
# Words before or in a name that are no part of it.
TITLES = frozenset(
    [
        "mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "president", "prime", "minister",
        "secretary", "senator", "sen", "rep", "representative", "congressman", "congresswoman", "governor",
        "gov", "mayor", "general", "gen", "lt", "col", "colonel", "maj", "major", "capt", "captain", "sgt",
        "admiral", "chancellor", "king", "queen", "prince", "princess", "pope", "ambassador", "chairman",
        "chairwoman", "chief", "director", "spokesman", "spokeswoman", "spokesperson", "foreign", "defence",
        "defense", "interior", "deputy", "vice", "former", "judge", "justice", "professor", "prof",
        "attorney", "candidate", "nominee", "leader", "republican", "democratic", "democrat",
        "presidential",
    ]
)  # fmt: skip
# Titles that are mostly written with a full stop.
SHORTENED = frozenset(
    [
        "const", "coun", "insp", "supt", "det", "cst", "cpl", "ald", "brig", "gen", "sen", "rep", "gov", "sgt",
        "col", "maj", "capt", "lt", "rev", "prof", "hon", "adm", "cllr", "dep",
    ]
)  # fmt: skip
# What closes the name of a business, and of no person.
FIRM_WORDS = frozenset(
    ["coal", "steel", "mining", "energy", "oil", "gas", "motors", "airlines", "airways", "shipping", "telecom"]
)
ORGANISATION_WORDS = frozenset(
    [
        "ministry", "department", "agency", "university", "institute", "party", "committee", "council",
        "union", "bank", "court", "corps", "force", "forces", "army", "police", "service", "office",
        "bureau", "news", "times", "post", "journal", "herald", "tribune", "guardian", "commission",
        "association", "foundation", "center", "centre", "group", "company", "corporation", "inc", "pac",
        "network", "room", "front", "movement", "congress", "senate", "house", "parliament", "pentagon",
        "kremlin", "nato", "un", "eu", "fbi", "cia", "white", "administration", "campaign", "government",
    ]
)  # fmt: skip
