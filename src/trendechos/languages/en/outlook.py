"""Phrases by which a clause looks ahead, asks for something, or does neither, as patterns.

Each is searched in the words of a claim, case apart. They stand here and not in the logic because they
are English.
"""

from __future__ import annotations

from trendechos.languages.en.times import MONTHS, WEEKDAYS

# Words that put something into the future, or leave it open. Without one a clause is no prediction,
# whatever its verb form ("his decision to work for them").
AHEAD: tuple[str, ...] = (
    r"\b(?:will|shall|would|(?-i:may)|might|could|should|can|won['’]t)\b|['’]ll\b",
    (
        r"\b(?:going|about|set|due|bound|ready|poised|likely|unlikely|expected|scheduled|slated|planned|plans?|"
        r"prepar\w+|read(?:y|ies|ied|ying)|means?|meant|fated|are|is|was|were|be|has|have|had) to \w+"
    ),
    r"\b(?:un)?likely\b|\b(?:expect\w*|foresee\w*|forecast\w*|predict\w*|anticipat\w*|imminent\w*|soon|eventual\w*|inevitabl\w+)\b",
    r"\b(?:next|coming) (?:\w+ )?(?:days?|weeks?|months?|years?|hours?|decades?|spring|summer|autumn|winter)\b",
    r"\b(?:risk|danger|chance|likelihood|prospect) that\b",
)
# Phrases that foretell whatever else is said, of others than the speaker.
FORETELLS: tuple[str, ...] = (
    (
        r"(?:\b(?<!\bwe )(?<!\bI )(?:is|are|was|were)|(?<!\bwe)['’](?:s|re)) (?:now |also |\w+ly )?"
        r"(?:going|bound|poised|likely|unlikely|certain|sure|doomed|expected|set|on course) to (?!have\b)\w+"
    ),
    r"\b(?:is|are|was|were) (?:expected|forecast) (?:on|by|in|within|next|this|later|before)\b",
    r"\b(?:he|she|it|they|we|i) (?:still |also |now )?(?:expect|foresee|predict|anticipate)(?:s|ed)?\b",
    r"\bwill (?:almost )?(?:probably|likely|surely|certainly|inevitably) \w+",
    r"\b(?:only |just )?a (?:question|matter) of time\b",
    r"\bthere (?:is|was|remains) (?:\w+ ){0,3}(?:risk|danger|chance|likelihood|prospect) that\b",
    r"\breserv(?:e|es|ed) the right to\b",
    (
        r"\b(?:could|(?-i:may)|might) (?:\w+ly |soon |even |yet |well |still )?"
        r"(?!(?:be|have|not|hear|see|feel|hold|mean|include|explain|depend|belong|want|know|need)\b)[a-z]+\b"
    ),
)
# Of what is held possible, a term foretells it ("a deal is possible within a week").
SET_TERMS: tuple[str, ...] = (
    r"\bwithin (?:\w+ ){0,3}(?:hours?|days?|weeks?|months?|years?)\b",
    r"\bin the (?:coming|next) (?:\w+ )?(?:hours?|days?|weeks?|months?|years?)\b",
    r"\bby (?:the end of|mid-?|early|late|next)\b",
)
# Who tells of others' acts to come foretells them.
FORESEERS: tuple[str, ...] = (
    r"\b(?:analyst|expert|economist|researcher|observer|forecaster|scientist|broker|trader|strategist|historian)s?\b",
)
# What is to be so by a day, whoever sees to it.
PROMISED: tuple[str, ...] = (
    r"\b(?:will|would)(?: \w+ly)? be (?:\w+ly )?(?:\w+ed|\w+en|back|up|over)\b.{0,60}\bby\b",
)
# What is put on a calendar or a bill is arranged or reckoned, and nobody foretells it.
ARRANGED: tuple[str, ...] = (
    (
        r"\b(?:will|would|is|are|was|were) (?:be |set to |due to |to |scheduled to |expected to )*"
        r"(?:held|hold|host(?:ed)?|meet|convene|take place|publish(?:ed)?|unveil(?:ed)?|visit|travel to|"
        r"address|buried|sworn in|inaugurated|vote on|stay shut|remain closed)\b"
    ),
    r"\bwill (?:also )?(?:include|consist|comprise|feature|cover|attend|brief|moderate|receive)\b",
    r"\bwill be (?:able|free)\b",
    r"\bmay (?:contact|apply|register|visit|email|call|gather|vote|enter|attend)\b",
    r"\b(?:will|would) (?:cost|require|need)\b",
)
# What a body, or somebody, says of itself in reported words ("it would appeal") is a plan.
_ITSELF = (
    r"(?:['’]ll| will| would| is going to| are going to)\b"
    r"(?! (?:not |soon |also )?(?:be|take|cost|become|happen|mean|need|last|get|win|lose|fail|fall|rain)\b)"
)
OWN_PLAN_OF_BODY: tuple[str, ...] = (rf"^\W*(?:it|they|we){_ITSELF}",)
OWN_PLAN_OF_PERSON: tuple[str, ...] = (rf"^\W*(?:he|she|they|we|i){_ITSELF}",)
OWN_PLAN_IN_QUOTES: tuple[str, ...] = (rf"^\W*(?:we|i){_ITSELF}",)
# What would have been had something else been: nothing to come.
UNREAL: tuple[str, ...] = (
    r"\b(?:would|could|might|should) (?:\w+ly |not |never )?have \w+",
    r"\bif (?:\w+ ){1,4}had\b|\bhad (?:the|it|he|she|they|we|there) (?:\w+ ){0,3}(?:been|\w+ed)\b",
    r"\bcould only\b|\b(?:all|everything|nothing) (?:that )?(?:\w+ )?could\b|\bonly\b.{0,60}(?-i:\bmay\b)",
)
# The speaker leaves it open: a question, and no prediction.
OPEN: tuple[str, ...] = (
    (
        r"\b(?:questions?|unclear|not (?:yet )?(?:clear|known|sure|decided)|unknown|uncertain|undecided|"
        r"to be seen|unsaid|wonder\w*|asked|ask(?:s|ing)?) (?:of )?(?:whether|if|when|how|what|who|where|why)\b"
    ),
    r"^\W*(?:whether|which|whose|whatever|whoever)\b",
    r"\b(?:remain\w*|is|was|be) (?:whether|whose|who (?:will|would))\b",
    r"\bwe(?: will|['’]ll) (?:see|look (?:at|into)|consider|examine)\b",
    r"^(?:who|when|where|why|how|what)\b.{0,200}\?$",
)
# What somebody wishes or means to do: an intention is announced, not foretold.
WISHES: tuple[str, ...] = (
    r"^to \w+",
    r"\b(?:wants?|wanted|wish\w*|intends?|intended|hop(?:es?|ed|ing)) (?:\w+ ){0,2}to\b",
    r"^\w+ing (?:his|her|their|its|my|our)\b",  # "for fear of losing her job": a reason
    r"^\W*(?:an? )?(?:\w+ )?(?:promise|guarantee|assurance)s?\b",
)
# Cues that warn or fear name what is so as well as what will be: only words that look ahead foretell.
WARNS: tuple[str, ...] = (r"\b(?:warn|fear)\w*",)
# Cues by which somebody binds himself, and cues of mere expectation, which may be of one's own doing.
BINDS: tuple[str, ...] = (r"\b(?:promis|pledg|vow|offer|propos)\w*",)
EXPECTS: tuple[str, ...] = (r"\b(?:expect|foresee|anticipat)\w*",)
# Behind what is told as done, something still to come.
TAILS: tuple[str, ...] = (
    r"\bwith (?:\w+ ){1,3}to (?:come|follow|arrive)\b",
    r"\b(?:set|poised|about|braced|primed) to \w+",
    r"\bon the (?:verge|brink|point) of\b",
)
# A toll that is to rise; where the subject is left out it is the one just given ("was likely to go up").
RISES: tuple[str, ...] = (
    r"\b(?:toll|deaths|dead|number|figure|count)\b.{0,40}\b(?:rises?|go up|climb|grow|increase|be higher)\b",
    r"^\W*(?:is|was|were|are|could|may|might) (?:\w+ ){0,3}(?:rise|go up|climb|grow|increase|be higher)\b",
)
# By these a figure is one of the dead, whoever gives it; any other is the speaker's own.
OF_THE_DEAD: tuple[str, ...] = (r"\b(?:tolls?|deaths|dead|killed)\b",)
# By when, in words that name no day.
TERMS: tuple[str, ...] = (
    (
        r"\b(?:within|in|over|before|by|until|inside) "
        r"(?:the |a |an |some |coming |next |few |several |matter of |end of |\d+ |two |three |"
        r"four |five |six )*(?:hours?|days?|weeks?|months?|years?|spring|summer|autumn|winter|"
        r"january|february|march|april|may|june|july|august|september|october|november|december)"
        r"(?: ahead| is out| to come)?\b"
    ),
    r"\b(?:next|this coming) (?:hours?|days?|weeks?|months?|years?|spring|summer|autumn|winter)\b",
    r"\b(?:very )?soon\b",
    r"\bimminently\b|\bshortly\b|\bany (?:day|moment|time)\b",
)
# In those words, how long it is at most, in days; "within days" is at most ten of them (our judgement).
LENGTHS: dict[str, float] = {"hour": 1 / 24, "day": 1, "week": 7, "month": 31, "year": 366}
MANY = 10
COUNTED: tuple[str, ...] = ("", "one", "two", "three", "four", "five", "six")
STRETCH = (
    r"\bend of (?:the |this )?(?P<end>week|month|year)\b|"
    r"\b(?:within|in|over|inside|before) (?:the |a |an )?(?:next |coming |matter of |space of )?"
    rf"(?:(?P<many>\d+{'|'.join(COUNTED)}) )?(?P<unit>hour|day|week|month|year)s?\b"
)
# What is readied, meant or ordered has not happened: no fact that could bear out a prediction of it.
READIED: tuple[str, ...] = (
    (
        r"\b(?:prepar\w+|read(?:y|ies|ied|ying)|plan\w*|intend\w*|vow\w*|threaten\w*|set|poised|about|expect\w*|"
        r"likely|aim\w*|seek\w*|want\w*|order\w*|means?|meant|due|bound|authori[sz]\w+|await\w*)"
        r" (?:\w+ ){0,3}?(?:to|for)\b"
    ),
    r"\bpreparations? (?:to|for)\b",
    r"\b(?:will|would|shall|may|might|could|should)\b",
)
# An announcement in which the speaker says how sure it is, or on what it hangs, foretells as well.
SURE: tuple[str, ...] = (
    r"\b(?:no doubt|confident|certain|convinced|likely|probabl[ey]|inevitabl[ey]|expect\w*)\b",
    r"(?<!\bmake )(?<!\bmaking )\bsure\b",
)
# A negative about what is to come.
NEVER: tuple[str, ...] = (
    r"\b(?:will|would|shall) (?:not|never|be no)\b|\bno (?:\w+ )?(?:chance|prospect) of \w+ing\b",
    r"\bwon['’]t\b",
    r"\bno longer\b.{0,30}\bwill\b",
)

# Words by which somebody asks for something to be done, whoever speaks.
ASKS: tuple[str, ...] = (
    (
        r"\bit (?:is|was|would be) (?:\w+ )?(?:vital|essential|imperative|crucial|urgent|necessary|paramount|"
        r"high time|time)\b(?: (?:that|for|to))"
    ),
    (
        r"\b(?:we|i) (?:also |again |strongly |urgently )?"
        r"(?:urge|ask|call (?:on|for|upon)|appeal (?:to|for)|demand|implore|beg|request)\b"
    ),
    r"\bcall(?:s|ed|ing)? (?:on|upon) (?:\w+ ){1,8}to\b",
    r"\b(?:asks?|asked) (?:to )?(?:the|all|its|their|both|every) (?:\w+ ){1,6}to \w+",
    r"^\W*let(?:'s|’s| us)\b",
    (
        r"\b(?:urg(?:e[sd]?|ing)|press(?:e[sd]|ing)?|pressur(?:e[sd]?|ing)|begg(?:ed|ing)|implor(?:e[sd]?|ing)|"
        r"lobb(?:y|ied|ying)|petition(?:ed|s|ing)?|exhort(?:ed|s|ing)?|encourag(?:es|ing)|"
        r"plead(?:s|ed|ing)? with) (?!that\b|to\b)[^.;]{3,80}? to (?!the\b|be\b|a\b)[a-z]+"
    ),
)
# Duty laid on somebody. "Should" also tells what is expected: see EXPECTED.
DUTY: tuple[str, ...] = (r"\b(?:must|ought to)\b", r"\bshould\b")
# "Should" of what is expected, with a time, or of where and how something will be; and "should" for "if".
EXPECTED: tuple[str, ...] = (
    r"\bshould (?:\w+ )?be (?:in|on|at|ready|able|there|over|easy|enough|clear|possible|available|fine|back)\b",
    r"\bshould\b.{0,80}\b(?:within|soon|shortly|later|before|by (?:\d|the end|then|next|now|mid|late|early))\b",
    (
        r"\bshould\b.{0,80}\b(?:next|this|in (?:a|the|some|\d+|a few)) (?:\w+ )?"
        r"(?:minutes?|hours?|days?|weeks?|months?|years?|future|spring|summer|autumn|winter|weekend)\b"
    ),
    r"^\W*should\b",
    r"\bshould (?:he|she|it|they|we|you|i|there|the|a|an|any|this|that|these|those|his|her|its|their|one)\b",
    r"\b(?:how|why|what|when|where|whether|if) (?:\w+ ){1,2}should\b",
)
# "Must" of what is inferred.
INFERRED: tuple[str, ...] = (r"\bmust (?:have|be (?:\w+ing|true|because|due)|show|mean|know|prove|reflect)\b",)
# What a law lays down, what one was told, and what one "will ask": no appeals.
LAID_DOWN: tuple[str, ...] = (
    r"\b(?:we|i|he|she|they) (?:\w+ )?(?:were|was|been) (?:told|asked|ordered|instructed|urged) to\b",
    r"^\W*(?:(?:that|which|who) \w+ed|(?!called|asked|urged|demanded)\w+ed (?:a|the|his|her|its|their))\b",
    r"\b(?<!\bI )(?<!\bwe )(?:will|would|may|might|could) (?:ask|encourage|press|petition|urge)\b",
    r"\b(?:laws?|rules?|constitution|contract|treaty|charter|statute|decree)\b.{0,40}\b(?:must|should|requires?)\b",
    r"\b(?:that|which|who) (?:\w+ ){0,2}must\b",
    r"\bmust be (?:completed|submitted|filled|registered|signed|paid|counted|aged|returned|presented)\b",
)
# What somebody is wanted or asked to be is no act.
TO_BE: tuple[str, ...] = (r"\b(?:want|ask)(?:s|ed)? (?:[\w'’-]+ ){1,6}to be (?:an?|the|his|her|their|from)\b",)
# Verbs that open an appeal, in their bare form at the head of what is said.
IMPERATIVES: tuple[str, ...] = (
    (
        r"^\W*(?:please |now |so |and |then |always |just )?"
        r"(?:do not|don['’]t|never|stop|vote|join|end|release|withdraw|help|stand|stay|leave|go|come|give|take|"
        r"keep|bring|send|make|do|put|listen|remember|protect|respect|allow|open|lift|return|act|speak|pray|"
        r"save|cease|halt|lay down|pull (?:out|back)|get (?:out|ready)|hand over|look after|hold on|wake up)"
        r"(?! (?:is|are|was|were|has|had|have|will|would|of|from|and|that|which|up to|to be)\b)(?=[ ,!.])"
    ),
)
# What follows is put as a question, and asks for an answer, not an act.
QUESTIONS: tuple[str, ...] = (
    r"^\W*if\b(?!.{3,120}, \w)",
    r"^\W*(?:whether|who|whom|whose|what|when|where|why|how|which)\b",
    (
        r"^\W*(?:can|could|do|does|did|is|are|was|were|will|would|has|have|may|shall|isn['’]t|don['’]t|can['’]t)"
        r" (?:he|she|it|they|we|you|i|there|th(?:is|at|ese|ose|e)|an?|any|anyone|anybody|one|(?-i:[A-Z]\w+))\b"
    ),
    r"\?\W*$",
)
# Cues that ask: an act only where the words say what to do or what for.
ASKED: tuple[str, ...] = (r"\b(?:asks?|asked|asking)\b",)
# Behind a cue of calling, in the page's own voice too.
CALLS_FOR: tuple[str, ...] = (r"\bcall(?:s|ed|ing)? for\b",)
FOR_AN_ACT: tuple[str, ...] = (r"\b(?:to|for) \W*\w+|\bbe \w+(?:ed|en)\b",)

# Threats by their words, whoever utters them.
THREATS: tuple[str, ...] = (
    r"\bpay (?:the|a|an) (?:\w+ )?price\b|\bgates of hell\b|\b(?:un(?:answered|punished))\b",
    r"\b(?:all the|the full) (?:severity|force|weight|might)\b",
    r"\breserv(?:e|es|ed) the right to\b|\b(?:will|would|shall) be (?:\w+ly )?punished\b",
    r"\b(?:will|would|shall) (?:be met (?:with|by)|face (?:\w+ )?consequences|retaliate|strike back)\b",
)
# A threat that is recalled, or taken back.
NO_LONGER: tuple[str, ...] = (
    r"\bhad (?:\w+ )?threatened\b|\b(?:put off|called off|postponed|suspended|withdr[ae]wn?)\b",
)
# Cues that lay an act on somebody, words that say what something is, and a speaker who speaks of himself.
BLAMES: tuple[str, ...] = (r"\b(?:accus|blam)\w*",)
ORDERS: tuple[str, ...] = (r"\b(?:order|decree|instruct)(?:s|ed)?\b",)
DESCRIBES: tuple[str, ...] = (r"^\W*(?:it|this|that) (?:is|was) \W*(?:an?|the)\b",)
# An act of another is told as a charge, in the words or right behind them.
CHARGED: tuple[str, ...] = (
    r"\b(?:a|an|the) (?:charge|claim|accusation|allegation)\b.{0,60}\b(?:den|reject|dismiss|disput)\w*",
    r"\b(?:shelter|harbou?r|sponsor|foment|fan)\w* (?:\w+ ){0,3}(?:militant|terroris[tm]|rebel|unrest)s?\b",
)
# Talks that are broken off, and terms that are set: neither a curb nor a threat.
NO_CURB: tuple[str, ...] = (r"\b(?:talks?|negotiations?|dialogue|deadlines?|ultimatum)\b",)
# Somebody else than who speaks acts here ("The employer has undertaken to pay").
OTHER_DOES: tuple[str, ...] = (
    r"^\W*(?:the|an?|its|their|his|her) (?-i:[a-z-]+ ){1,3}(?:ha[sd]|have|will|would) (?!(?:not )?be(?:en)?\b)",
)
ITSELF: tuple[str, ...] = (r"^\W*(?:it|they|we|he|she|i)\b", r"^\W*\w+ed\b")
# What a party rules out for itself.
REFUSALS: tuple[str, ...] = (
    r"\b(?:will|would|shall) (?:not|never)\b|\bwon['’]t\b",
    (
        r"\b(?:is|are|was|were) not (?:considering|planning|imposing|thinking|going to|about to|ready to|"
        r"willing to)\b"
    ),
    r"\bno (?:plans?|intention|desire)\b|\bnot on the table\b",
    r"\brefus(?:e|es|ed|ing)\b",
    r"\brul(?:e|es|ed|ing) out\b",
    r"\bwithh(?:old|olds|eld)\b",
)
# What can be turned down; of what only can be true or false nobody refuses anything.
TURNED_DOWN: tuple[str, ...] = (
    r"^\W*(?:\w+ ){0,4}(?:proposal|offer|demand|request|plan|call|appeal|ultimatum|invitation)s?\b",
)
PROPOSALS: tuple[str, ...] = (r"\bpropos(?:e|es|ed|ing)\b", r"\boffer(?:s|ed|ing)?\b")
# Words that say when: two predictions of one matter differ in these.
TIME_WORDS = frozenset(
    [
        *WEEKDAYS, *MONTHS, "day", "week", "month", "year", "hour", "morning", "evening", "night", "spring",
        "summer", "autumn", "winter", "today", "tomorrow", "tonight", "end", "next", "soon", "later", "early",
        "mid", "late", "weekend", "deadline", "new", "now", "only", "again", "still",
    ]
)  # fmt: skip
