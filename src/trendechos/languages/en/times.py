"""English words of time, as plain data and patterns without groups of their own."""

from __future__ import annotations

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# Also words of other meanings: a month only with a day, a year or a preposition of time.
UNSURE_MONTHS = frozenset({"may", "march", "mar", "jan", "jun", "dec", "sep"})
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
# Feasts with a day of their own in the civil calendar: month and day.
FEASTS = {
    "new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31),
}  # fmt: skip
# First month and length; meteorological seasons of the northern hemisphere, where the outlet says no other.
SEASONS = {"spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "fall": (9, 3), "winter": (12, 3)}
UNITS = {
    "hour": "day", "hours": "day", "day": "day", "days": "day", "week": "week", "weeks": "week",
    "month": "month",
    "months": "month", "year": "year", "years": "year", "decade": "decade", "decades": "decade",
    "fortnight": "fortnight",
    "night": "day", "nights": "day", "weekend": "weekend", "weekends": "weekend", "morning": "day",
    "evening": "day",
    "afternoon": "day",
}  # fmt: skip
PARTS_OF_DAY = r"(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|midday|noon)s?"
# Words that narrow a month, week or year without naming a day.
PARTS = (
    r"(?:the\s+)?(?:very\s+)?(?:early|earlier|mid|middle|late|later|beginning|start|end|close"
    r"|first\s+half|second\s+half)"
)
PREPOSITIONS = (
    "in", "since", "by", "until", "till", "through", "of", "from", "to", "during", "before", "after",
    "between", "and", "early",
    "late", "mid", "around", "about", "for", "on", "throughout", "as of", "this", "last", "next",
)  # fmt: skip
FUTURE_LEADS = ("by", "until", "till", "next", "before")
# In the progressive these speak of what is to come ("is travelling to Seoul on Monday").
COMING_VERBS = frozenset(
    {"go", "come", "meet", "travel", "visit", "leave", "host", "hold", "arrive", "start", "begin"}
)
# In the present these speak of what is arranged ("the truce begins on Sunday").
ARRANGED_VERBS = frozenset({"begin", "start", "open", "resume", "expire", "depart"})
# What a day is the end or the time of.
TERMS = frozenset({"due", "plan", "deadline", "ultimatum"})
# In the passive these set a day ("the envoy was expected on Sunday").
APPOINTING = frozenset({"expect", "schedule", "slate", "anticipate"})
# These move a day ("put back from Friday to Sunday", "adjourned until Monday").
MOVING = frozenset({"push", "put", "postpone", "adjourn", "defer", "delay", "extend", "reschedule", "shift"})
# "Had until Friday", "gave them until Friday".
GRANTING = frozenset({"have", "give", "grant", "allow"})
FUTURE_NOUNS = frozenset(
    {"plan", "schedule", "expect", "due", "set", "intend", "prepare", "hope", "aim", "order"}
)
