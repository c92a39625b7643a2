"""English number words and the words around numbers, as plain data."""

from __future__ import annotations

CARDINALS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "lakh": 100_000, "million": 1_000_000, "crore": 10_000_000,
    "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
}  # fmt: skip
# Written behind a figure, with or without a space; single letters only without.
SHORT_MAGNITUDES = {
    "mn": 1_000_000, "mln": 1_000_000, "mio": 1_000_000, "bn": 1_000_000_000, "bln": 1_000_000_000,
    "tn": 1_000_000_000_000, "trn": 1_000_000_000_000, "k": 1_000, "m": 1_000_000, "b": 1_000_000_000,
}  # fmt: skip
PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
# Words that count without giving a number; regular expressions, longest first.
VAGUE_LARGE = (
    r"(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?:\s+(?:of|and)\s+(?:thousands|millions|billions))?",
    r"(?:several|a\s+few|few|many|a\s+couple(?:\s+of)?|tens\s+of)\s+(?:dozen|hundred|thousand|million|billion)s?",
)
# These count only where what they count is plain ("a few soldiers were killed").
VAGUE_SMALL = (
    r"a\s+(?:small|large|limited|great|handful|growing)?\s?number\s+of", r"a\s+handful\s+of",
    r"a\s+couple\s+of",
    r"a\s+(?:good\s+)?few", r"several", r"scores", r"few",
)  # fmt: skip

# Qualifiers before a number, as Quantity.qualifier names them.
BEFORE = {
    "at_least": ("at least", "no fewer than", "no less than", "not less than", "not fewer than", "minimum of",
                 "a minimum of", "at a minimum", "at the very least", "minimum"),
    "at_most": ("at most", "no more than", "not more than", "a maximum of", "maximum of", "maximum"),
    "more_than": ("more than", "over", "above", "upwards of", "upward of", "in excess of", "greater than",
                  "north of",
                  "beyond", "exceed", "exceeds", "exceeded", "exceeding", "top", "tops", "topped", "topping",
                  "surpass", "surpasses", "surpassed", "surpassing", "higher than", "larger than",
                  "longer than",
                  "bigger than", "passed"),
    "less_than": ("less than", "fewer than", "under", "below", "lower than", "south of", "smaller than",
                  "shorter than"),
    "up_to": ("up to", "as many as", "as much as", "as high as", "as long as", "as far as", "upto"),
    "nearly": ("nearly", "almost", "close to", "nearer", "nearer to", "closer to", "approaching", "just shy of",
               "just short of", "nearing", "virtually", "practically"),
    "about": ("about", "around", "roughly", "approximately", "approx", "approx.", "some", "circa", "ca.", "c.",
              "estimated", "an estimated", "in the region of", "on the order of", "in the order of",
              "somewhere around", "something like", "more or less", "averaged"),
    "exactly": ("exactly", "precisely"),
}  # fmt: skip
# Words that may stand between a qualifier and its number.
BETWEEN = (
    "the", "a", "an", "just", "only", "some", "total of", "total", "additional", "extra", "another", "further",
    "combined", "first", "of", "well", "us", "about", "around", "roughly", "approximately", "estimated",
)  # fmt: skip
AFTER = {
    "at_least": ("or more", "at least", "at a minimum", "at the least"),
    "at_most": ("or fewer", "or less", "at most", "at the most", "or under"),
    "about": ("or so", "or thereabouts", "more or less", "give or take"),
}
# "another 500", "500 more": the number is added to one named before.
MORE_BEFORE = ("another", "additional", "a further", "further", "an additional", "an extra", "extra")
MORE_AFTER = ("more", "additional", "extra", "further", "others", "other")

UP_VERBS = (
    "add", "advance", "climb", "gain", "grow", "increase", "jump", "leap", "rally", "rise", "rebound", "rocket",
    "soar", "spike", "surge", "swell", "widen", "expand", "edge up", "go up", "creep up", "inch up", "move up",
)  # fmt: skip
DOWN_VERBS = (
    "contract", "cut", "decline", "decrease", "dip", "drop", "dwindle", "fall", "lose", "plummet", "plunge",
    "reduce", "retreat", "shed", "shrink", "sink", "slide", "slip", "slump", "sag", "tumble", "weaken",
    "edge down", "go down", "inch down", "move down", "ease",
)  # fmt: skip
# The object of these is what is lost or added: they say a change only of a measure, never of people or things.
MEASURE_ONLY = frozenset(
    {"add", "cut", "drop", "gain", "lose", "shed", "advance", "contract", "retreat", "reduce"}
)
# Regular expressions: these put a new value for the one of their object ("raised its count from 47 to 53").
REVISING = (
    r"rais(?:e[sd]?|ing)", r"lower(?:s|ed|ing)?", r"revis(?:e[sd]?|ing)", r"cut(?:s|ting)?",
    r"reduc(?:e[sd]?|ing)", r"updat(?:e[sd]?|ing)", r"increas(?:e[sd]?|ing)", r"br(?:ings?|ought|inging)",
)  # fmt: skip
# Spelt forms that the regular rules below do not give.
IRREGULAR = {
    "rose": "rise", "risen": "rise", "grew": "grow", "grown": "grow", "fell": "fall", "fallen": "fall",
    "sank": "sink", "sunk": "sink", "shrank": "shrink", "shrunk": "shrink", "slid": "slide", "slipped": "slip",
    "dropped": "drop", "dropping": "drop", "dipped": "dip", "swelled": "swell", "swollen": "swell",
    "leapt": "leap",
    "lost": "lose", "rallied": "rally", "cutting": "cut", "shedding": "shed", "slipping": "slip",
    "shed": "shed",
    "cut": "cut", "went up": "go up", "crept up": "creep up", "went down": "go down", "sagged": "sag",
}  # fmt: skip

# What the number is over. Regular expressions behind (or before) the number, and the window they say.
WINDOWS = {
    "day": r"(?:per|a|an|each|every)[\s-](?:single\s+)?day(?!\s+(?:earlier|later|before|after|ago))|daily"
           r"|(?:in|over)\s+(?:the\s+)?(?:past|last)\s+(?:24|twenty-four)"
           r"\s+hours|(?:in|within)\s+(?:a\s+(?:single\s+)?day|24\s+hours)|in\s+one\s+day|overnight",
    "week": r"(?:per|a|an|each|every)[\s-]week|weekly"
            r"|(?:in|over)\s+(?:the\s+)?(?:past|last)\s+(?:week|seven\s+days)"
            r"|in\s+(?:a|one)\s+week",
    "month": r"(?:per|a|an|each|every)[\s-]month|monthly|(?:in|over)\s+(?:the\s+)?(?:past|last)\s+month"
             r"|in\s+(?:a|one)\s+month",
    "cumulative": r"so\s+far|in\s+total|in\s+all|altogether|overall|to\s+date|cumulatively|all\s+told"
                  r"|since\s+(?!when)"
                  r"|(?:a|the|combined)\s+total|totall?ing|until\s+now|up\s+to\s+now",
}  # fmt: skip
PLANNED_VERBS = frozenset({
    "plan", "prepare", "ready", "intend", "expect", "pledge", "promise", "vow", "aim", "propose", "seek",
    "hope",
    "want", "consider", "set", "threaten",
})  # fmt: skip

# Before a figure: it names and does not count.
NAMING = (
    "no.", "no", "nos.", "number", "numbers", "article", "section", "chapter", "resolution", "unit", "row",
    "route", "flight",
    "channel", "level", "phase", "page", "pages", "type", "version", "class", "grade", "group", "game",
    "round", "room",
    "highway", "line", "lines", "gate", "step", "rule", "paragraph", "verse", "episode", "season", "part",
    "volume",
    "ward", "precinct", "amendment", "title", "category", "apartment", "suite",
    "stage", "magnitude", "figure", "table", "covid", "formula", "model", "protocol",
)  # fmt: skip
