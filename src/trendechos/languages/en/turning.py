"""English words by which a page tells that somebody now says otherwise; patterns over lower-cased words."""

from __future__ import annotations

# Cues and nouns of owning up to what was denied.
ADMITS: tuple[str, ...] = (
    r"\b(?:admit|conced|acknowledg|confess|accept|recogni[sz])\w*",
    r"\b(?:admission|confession|reversal|u-turn|about-face|climbdown|backtrack\w*|reversed|reversing)\b",
)
# A denial that a page recalls beside what its speaker says now.
RECALLS: tuple[str, ...] = (r"\bhad\b", r"\b(?:previously|earlier|initially|first|until now|so far) ")
# Within what is said now, that it was denied before.
AFTER_DENYING: tuple[str, ...] = (
    r"\b(?:after|despite|having)\b.{0,60}\b(?:den(?:ied|ying|ial)s?|dismiss(?:ed|ing)|reject(?:ed|ing))\b",
    r"\bafter (?:\w+ ){0,2}(?:saying|stating|insisting) (?:that )?there (?:is|are|was|were) no(?:ne)?\b",
)
# A figure or statement that is taken back.
TAKES_BACK: tuple[str, ...] = (
    (
        r"\b(?:withdr(?:ew|aws?|awn|awing)|retract(?:s|ed|ing)?|took back|takes back|recant(?:s|ed|ing)?|"
        r"disown(?:s|ed|ing)?)\b(?: [\w'’-]+){0,4} "
        r"(?:figures?|tolls?|numbers?|counts?|estimates?|statements?|claims?|reports?|remarks?|accusations?)\b"
    ),
)
# A negative that names no event to deny ("there is no cholera").
THERE_IS_NO: tuple[str, ...] = (r"\bthere (?:is|are|was|were|(?:has|have|had) been) no(?:ne)?\b",)
_SPEAKS = (
    r"(?:said|stated|told|insisted|maintained|claimed|argued|called|denied|denying|dismissed|rejected|refused|"
    r"promised|pledged|vowed|ruled out|opposed|backed|supported|welcomed)"
)
_EXPLAINS = (
    r"(?:spoken of|spoke of|blamed|attributed|ascribed|described(?= .{1,80} as)|placed|"
    r"put (?:it|this|them) down to)"
)
_AT_FIRST = r"(?:at first|initially|originally|until (?:now|then|recently))"
_BEFORE = r"(?:earlier|previously|until (?:now|then|recently))"
_EARLIER = r"(?:earlier|previous|initial|original|former|prior)"
_WORD = r"(?:denials?|statements?|claims?|accounts?|versions?|insistence|position|stance|story|explanation)"
_WHEN = (
    r"(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:week|month|\w+day)|earlier(?: this \w+)?|"
    r"(?:\w+ )?(?:days?|hours?|weeks?) (?:ago|earlier))"
)
# A page tells what somebody had said, in a way in which it tells of what no longer holds; the group is the
# verb phrase, which stands behind its subject. "Earlier he had said" alone may only add to what is said now.
FORMERLY: tuple[str, ...] = (
    rf"\b(?P<first>(?:(?:had|has) )?{_AT_FIRST},? (?:had )?(?:{_SPEAKS}|{_EXPLAINS}))\b",
    rf"\b(?:{_AT_FIRST}),? (?:[\w'’-]+ ){{1,5}}?(?P<then>(?:had )?(?:{_SPEAKS}|{_EXPLAINS}))\b",
    rf"\b(?P<explained>had (?:{_BEFORE} |already |first )?{_EXPLAINS})\b",
    rf"\b(?:(?:comes?|came) after|(?<=, )after|why) (?:[\w'’-]+ ){{1,8}}?(?P<after>had {_SPEAKS})\b",
    rf"(?<=, )(?:which|who) (?P<which>(?:had|has) {_BEFORE} {_SPEAKS})\b",
    rf"(?<=, )(?:which|who|whose [\w-]+) (?P<dated>(?:had )?(?:{_SPEAKS}|{_EXPLAINS})) {_WHEN}\b",
    rf"(?<=, )(?:which|who|whose [\w-]+) {_WHEN} (?P<on>(?:had )?(?:{_SPEAKS}|{_EXPLAINS}))\b",
)
# The same of the speaker of the sentence itself, told within what he says now or right behind it.
FORMERLY_SELF: tuple[str, ...] = (
    r"\bafter (?:at first|initially|originally|first|earlier|previously|repeatedly) \w+ing\b",
    (
        r"\b(?:revers|contradict|retract|withdraw|abandon|drop|correct|disown|back(?:ing|ed) away from|"
        r"contrary to|despite|in spite of|apologi[sz]ed? for|apologi[sz]ing for)(?:ing|ed|s)? "
        rf"(?:an?|its|his|her|their|the|the [\w'’-]+) {_EARLIER} {_WORD}\b"
    ),
)
# The same where the page says that somebody turns.
FORMERLY_SAID: tuple[str, ...] = (rf"\b(?P<had>had (?:{_BEFORE} )?(?:{_SPEAKS}|{_EXPLAINS}))\b",)
# A page says in so many words that somebody turns.
TURNS: tuple[str, ...] = (
    (
        r"\bin (?:an?|what \w+ (?:an?|to be an?)) (?:[\w-]+ ){0,2}"
        r"(?:shift|reversal|turnaround|departure|about-face|u-turn|climbdown|change of (?:tone|course))\b"
    ),
    (
        r"\b(?:revers(?:ed|es|ing)|chang(?:ed|es|ing)|shift(?:ed|s|ing)|soften(?:ed|s|ing)) "
        r"(?:course|himself|herself|itself|themselves|(?:his|her|its|their|the) (?:\w+ ){0,2}"
        r"(?:position|stance|story|account|version|tune|tone|line|mind|denials?|statements?|claims?))\b"
    ),
    r"\b(?:back(?:ed|s|ing) (?:away from|down|off|out of)|backtrack\w*|(?:walk|row)(?:ed|s|ing) back)\b",
)
# A statement that names what turns by who speaks: groups and bodies behind "the".
BODIES: frozenset[str] = frozenset(
    ["administration", "agency", "army", "authorities", "bank", "body", "club", "company", "council", "firm",
     "government", "group", "junta", "military", "movement", "office", "operator", "organisation",
     "organization", "party", "police", "union"]
)  # fmt: skip
# What is owned up to in part.
IN_PART: tuple[str, ...] = (
    r"\bin (?:some|a few|certain|several|rare|one) (?:\w+ )?(?:cases?|instances?|incidents?|places?)\b",
    r"\b(?:isolated|individual) (?:cases?|incidents?|instances?)\b",
    r"\bby (?:some|a few|individual|certain)\b",
)
# Words for the use of guns: who denies one owns up by another.
SHOTS: frozenset[str] = frozenset(
    ["ammunition", "bullet", "fire", "firearm", "gun", "gunfire", "round", "shoot", "shooting", "shot"]
)
# A body looks into something, and then rules it out.
LOOKS_INTO: tuple[str, ...] = (
    r"\b(?:open|launch|start|beg[ai]n)\w* (?:\w+ ){0,4}(?:inquir|enquir|investigat|prob)\w+ (?:into|of)\b",
)
RULES_OUT: tuple[str, ...] = (r"\brul(?:e|es|ed|ing) out\b",)
