"""English words for what is done to, or by, things and people that are counted; plain data with reasons."""

from __future__ import annotations

import re

# What is done, by the word that a question asks with, and the forms in which pages say it. Each stands right
# before the number ("released 110 prisoners", "the release of 110"), or behind its noun ("were released").
DEEDS: dict[str, str] = {
    "released": r"free[ds]?|freeing|releas(?:e[sd]?|ing)|let go|hand(?:ed|ing|s)? over",
    "vaccinated": r"vaccinat(?:e[sd]?|ing)|inoculat(?:e[sd]?|ing)",
    "screened": r"screen(?:ed|ing|s)?",
    "pledged": r"pledg(?:e[sd]?|ing)|promis(?:e[sd]?|ing)",
    "received": r"receiv(?:e[sd]?|ing)|arriv(?:e[sd]?|ing)",
    "delivered": r"deliver(?:ed|ing|s)?|distribut(?:e[sd]?|ing)",
    "entered": (
        r"enter(?:ed|ing|s)?|cross(?:ed|ing|es)?|let in|allowed in|sought (?:refuge|shelter|safety|asylum)"
    ),
    "sent": r"sen[dt]s?|sending|dispatch(?:ed|ing|es)?|deploy(?:ed|ing|s)?",
    "evacuated": r"evacuat(?:e[sd]?|ing)",
    "rescued": r"rescu(?:e[sd]?|ing)",
    "destroyed": r"destroy(?:ed|ing|s)?|demolish(?:ed|ing|es)?",
    "damaged": r"damag(?:e[sd]?|ing)",
    "closed": r"clos(?:e[sd]?|ing)|shut",
    "needed": r"need(?:ed|ing|s)?",
    "confirmed": r"confirm(?:ed|ing|s)?",
    "taken": r"tak(?:en|es?|ing)|took|seiz(?:e[sd]?|ing)|abduct(?:ed|ing|s)?|kidnapp(?:ed|ing)",
    "detained": (
        r"detain(?:ed|ing|s)?|arrest(?:ed|ing|s)?|apprehend(?:ed|ing)|round(?:ed|ing) up"
        r"|in (?:custody|detention)|behind bars"
        r"|held (?:without charge|(?:at|in) (?:[\w’'-]+ ){0,3}?(?:prison|jail|cells?|barracks|custody))"
    ),
    "gathered": (
        r"gather(?:ed|ing|s)?|march(?:ed|ing|es)?|rall(?:y|ied|ies|ying)|protest(?:ed|ing|s)?"
        r"|demonstrat(?:ed|ing|es?)|turn(?:ed|ing|s)? out|took to the streets"
    ),
    "held": r"hold(?:ing|s)?|held|remain(?:ed|ing|s)?",
}
# People of whom it is always the same that is asked, where nothing else is said of them.
ALWAYS: dict[str, str] = {
    "hostages": "held", "captives": "held", "arrests": "detained", "detainees": "detained",
    "protesters": "gathered", "demonstrators": "gathered", "marchers": "gathered", "crowd": "gathered",
    "turnout": "gathered",
}  # fmt: skip
# Whoever they are called, the count is one of people.
OF_PEOPLE: frozenset[str] = frozenset(["detained", "gathered"])
# Nobody contests the size of a smaller gathering.
CROWD = 20
# Where those are who are freed, and who is to free them, is another question.
ANYWHERE: frozenset[str] = frozenset(["released", "detained"])
# Words that may stand between a deed and the number, and between its noun and the deed.
BETWEEN = (
    r"(?: (?:of|the|about|some|around|nearly|almost|at|least|more|than|over|up|to|as|many|another|them|all|in"
    r"|exchange|for))*"
)
BEHIND = (
    r"(?: (?:a|per|each) (?:day|week|month))?(?:,[^,]{0,60},)?"
    r"(?: [\w'’-]+){0,6}?(?: (?:who|that|which|were|was|are|is|be|been|being|has|have|had|would|will|to|also))*"
)
# Adjectives that make it another count.
TELLING: frozenset[str] = frozenset(
    [
        "confirmed",
        "probable",
        "suspected",
        "new",
        "active",
        "living",
        "dead",
        "wounded",
        "unaccompanied",
        "empty",
    ]
)
# What the number is of where its noun stands before it: "the number of confirmed cases stood at 22".
NOUN_BEFORE = re.compile(
    r"\b(?:(?:number|count|tally|total) of (?!those |people )((?:[a-z-]+ ){0,2}[a-z-]+s)\b|"
    r"(?<!among )((?:confirmed|probable|suspected) cases)\b)(?:(?! and |, )[^.;]){0,40}$"
)
# People of whom only what is done to them makes a count.
ANYBODY: frozenset[str] = frozenset(["people", "persons", "men", "women", "children", "civilians", "workers"])
# Kinds of one thing told behind their number: "28 cases, 23 confirmed and five probable".
KIND_BEHIND = re.compile(r"^ (confirmed|probable|suspected)\b")
# A number without a noun that goes on counting what was counted before it ("it had counted 312").
GOES_ON = re.compile(
    r"\b(?:the (?:number|figure|count|total|toll)|those \w+|counted|lists? of|kn[eo]ws? of"
    r"|provides? for|rather than|come down to|up from|down from|raised (?:it|that)|had been)\b[^.;]{0,30}$"
)
# Measures count what stands behind them ("tonnes of fuel").
MEASURES: frozenset[str] = frozenset(
    ["tonnes", "tons", "litres", "barrels", "gallons", "kilograms", "pounds", "hectares", "acres"]
)
OF_WHAT = re.compile(
    r"^ of ((?:[a-z-]+ )??[a-z-]+)(?=$|[^a-z -]| [a-z]+ed\b| (?:and|or|in|on|to|from|for|at|by|into|that|which"
    r"|w(?:as|ere|ill)|are|is|ha[ds]|have)\b)"
)
# Nouns that say nothing of what is counted, or count what nobody contests.
LOOSE: frozenset[str] = frozenset(
    [
        "others", "things", "times", "occasions", "stages", "points", "views",
        "months", "weeks", "days", "years", "hours", "minutes", "countries", "sides", "parties", "bed", "beds",
        "neighbours", "cars", "percent", "staff", "ministers", "officials", "sources", "experts", "members",
        "camps", "metres", "meters", "miles", "kilometres",
    ]
)  # fmt: skip
# Words by which a count is of what is yet to be done, or only asked, offered or agreed.
TO_BE: re.Pattern[str] = re.compile(
    r"\b(?:would|will|shall|to be|agree[ds]?|agreed to|wants?|wanted|ask(?:s|ed)?|demand(?:s|ed)?"
    r"|offer(?:s|ed)?|propos(?:e[sd]?|al)|plan(?:s|ned)?|promis(?:e[sd]?)|due|expected|might|may"
    r"|could|provides? for|names of)\b"
)
