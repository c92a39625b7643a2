"""Phrases in which a speaker doubts, does not answer, denies or conditions, as patterns.

Each is searched in lower-cased text. They stand here and not in the logic because they are English.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# The speaker has looked and cannot say that it is so: a doubt, not a denial.
DOUBTS: tuple[str, ...] = (
    r"\bno (?:\w+ ){0,2}(?:evidence|proof|indications?|signs?|confirmation)\b",
    (
        r"\b(?:not|n't|cannot|unable to|could not|has yet to|have yet to|yet to) (?:\w+ ){0,3}"
        r"(?:confirm|corroborate|verif|substantiate|bear (?:it |this |that |them )?out|vouch)"
    ),
    r"\b(?:unconfirmed|unverified|uncorroborated)\b",
    r"\b(?:lacks?|lacked|without|little|scant) (?:\w+ ){0,1}(?:evidence|proof)\b",
    r"\b(?:sceptical|skeptical|doubts?|doubted|doubtful|questioned whether)\b",
    r"\b(?:not|never|nothing) (?:yet )?seen (?:\w+ ){0,3}(?:large|evidence|movement|sign)",
    r"\bseen no\b",
)
# Asked, and neither yes nor no.
NON_ANSWERS: tuple[str, ...] = (
    r"\bneither (?:confirm|den)\w*(?: \w+){0,2} (?:n?or|and) (?:confirm|den)",
    (
        r"\b(?:not|nor|refus\w+ to|declin\w+ to|without|would not|refrain\w* from|avoid\w*) "
        r"(?:\w+ ){0,2}(?:deny|denying|denied)\b"
    ),
    r"\b(?:declin|refus)\w+ (?:to )?(?:comment|answer|say|respond|confirm|discuss|be drawn)",
    r"\bno comment\b",
    r"\bdid(?: not|n't) (?:\w+ ){0,1}(?:comment|respond|reply|answer|(?:explicitly |directly )confirm)",
    r"\b(?:sidestep|dodg|brush)\w+\b",
    r"\bneither\b.{0,40}\b(?:confirm|den)\w+",
)
# The same without a word of what was asked.
NO_COMMENT = (
    r"(?:comment|respond|repl(?:y|ied)|answer)(?:ed|ing)?(?: (?:immediately|publicly|further|"
    r"to (?:a )?(?:requests?|questions|calls|emails?)(?: for comment)?|on (?:it|this|the matter|that)))*\W*$"
)
# The whole of another's statement is called untrue.
DENIALS: tuple[str, ...] = (
    r"\b(?:den(?:y|ies|ied)|dismiss\w*|reject\w*|rebut\w*|refut\w*)\b",
    r"\b(?:fake|fabricat\w+|hoax|rumou?rs?|baseless|groundless|invented|untrue|false|lies?|slander)\b",
)
# Another's statement is borne out, with "it" or "such evidence" for what it says.
CONFIRMS: tuple[str, ...] = (r"\b(?:confirm|corroborat|bor(?:e|ne) out|verif|affirm)\w*",)
# Lemmas that say only that something was said and what became of it: a denial made of these alone
# ("dismissed the reports as rumour") speaks to what stands beside it.
EMPTY_LEMMAS: frozenset[str] = frozenset(
    [
        "report", "claim", "allegation", "accusation", "suggestion", "story", "talk", "news", "media",
        "press", "information", "statement", "rumour", "rumor", "fake", "false", "untrue", "fabrication",
        "fabricated", "invention", "invented", "nonsense", "lie", "hoax", "baseless", "groundless",
        "propaganda", "disinformation", "deny", "dismiss", "reject", "refute", "rebut", "confirm",
        "corroborate", "verify", "comment", "say", "tell", "call", "describe", "answer", "reply", "respond",
        "refuse", "decline", "question", "ask", "know", "see", "evidence", "proof", "sign", "it", "this",
        "that", "they", "them", "such", "thing", "matter", "movement", "presence", "dispatch", "development",
        "yet", "so", "far", "already", "any", "all", "vehemence", "member", "official", "also", "later",
        "account", "detail", "request", "version",
    ]
)  # fmt: skip
# Lemmas by which a denial or doubt is known to be of people who came to harm, or of a fight or strike: by
# others that stand beside ("no proof of military use of the hospital") it is of something else.
NEGATED: Mapping[str, frozenset[str]] = MappingProxyType({
    "casualties": frozenset([
        "casualty", "dead", "death", "die", "execute", "execution", "fatality", "harm", "hurt", "injure",
        "injury", "kill", "killing", "lose", "loss", "massacre", "murder", "toll", "victim", "wound", "wounded",
    ]),
    "combat": frozenset([
        "act", "action", "airstrike", "ambush", "assault", "attack", "barrage", "battle", "blast", "bomb",
        "bombard", "bombing", "clash", "combat", "destroy", "explosion", "fight", "fighting", "fire", "hit",
        "hostility", "incursion", "invade", "invasion", "missile", "offensive", "operation", "raid", "rocket",
        "shell", "shelling", "shoot", "shooting", "skirmish", "strike", "target", "war",
    ]),
})  # fmt: skip
# Openings of a condition, each up to the next comma or full stop.
CONDITIONS: tuple[str, ...] = (
    (
        # The word is looked for first: what stands before it is asked of few places.
        r"\b(?=if\b)(?<!\beven )(?<!\bas )(?<!\bwhat )(?<!\bask )(?<!\basks )(?<!\basked )(?<!\bsee )"
        r"(?<!\bsure )(?<!\bknow )(?<!\bknows )(?<!\bclear )(?<!\bsay )(?<!\bsurprised )if\b"
        r"(?! (?:any|anything|ever|so|not)\b)[^,.;]*"
    ),
    r"\b(?:unless|as long as|so long as|in cases? (?:of|where|that)|in the event (?:of|that))\b[^,.;]*",
    r"\bon condition that\b[^,.;]*",
    r"\bprovided (?:that|they|it|he|she|we|you|the|there)\b[^,.;]*",
    r"^\W*should (?:the|a|an|any|this|that|these|those) [^,.;]*",
    r"\bshould (?:he|she|it|they|we|you|there|the|a|an|any|this|that|these|those) [^,.;?]*",
)
# Words in which authors put likelihood; kept as written, never turned into a number. The first pattern
# that finds one counts: "will likely" is likely.
LIKELIHOODS: tuple[str, ...] = (
    (
        r"\b(?:almost certain(?:ly)?|nearly certain|certainly|certain (?:to|that)|very likely|highly likely|"
        r"most likely|likely|probably|probable|very unlikely|highly unlikely|unlikely|improbable|remote chance|"
        r"roughly even|even chance|realistic possibility|possibl[ey]|perhaps|inevitabl[ey]|no doubt)\b"
    ),
    r"\b(?:expect(?:s|ed)?|(?-i:may)|might|could|should)\b",
    r"\b(?:will|would|going to|plans? to|about to|set to|poised to|means? to|prepares? to|bound to)\b",
)

# How verbs of asking begin: who asks whether something is so takes no side.
ASKING = ("ask", "inquir", "enquir", "wonder", "quer")
