"""Patterns of English time expressions by kind, tried in this order at each place; matched in any case."""

from __future__ import annotations

from trendechos.languages.en.times import PARTS, PARTS_OF_DAY

MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?(?=,?\s+(?:\d|[A-Z][a-z]{2}))"
)
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
YEAR = r"(?:1[5-9]|20)\d\d\b(?![,.]\d|\s?%)"
UNIT = r"(?:hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|weekends?)"
COUNT = (
    r"(?:an?\s+(?:half|couple\s+of|few)|several|a\s+few|few|many|some|an?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|\d{1,3})"
)
# "this year" behind a date.
_WHICH_YEAR = r"\s+(?P<which>this|last|next)\s+year"
# A sentence that goes on after "before" speaks of another event, not of a day.
_CLAUSE = r"(?!\s+(?:the|a|he|she|they|it|his|her)\b)"

PATTERNS: dict[str, str] = {
    "iso": r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b",
    "slashes": r"(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:\d\d){1,2})\b",
    "twomonths": (
        rf"(?:from\s+|between\s+)(?:(?P<first>{DAY})\s+(?P<month>{MONTH})\s+(?:to|and|until|through)\s+"
        rf"(?P<last>{DAY})\s+(?P<month2>{MONTH}))(?:,?\s+(?P<year>{YEAR}))?"
    ),
    "daymonth": (
        rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?(?:(?:the\s+)?(?P<first>{DAY})"
        rf"(?:\s*(?:[-–]|to|and|or|until|through)\s*(?:the\s+)?(?P<last>{DAY}))?\s+(?:of\s+)?(?P<month>{MONTH}))"
        rf"(?:,?\s+(?P<year>{YEAR})|\s+(?P<short>\d\d)(?=\s*(?:-{{2}}|[–—(\[]))|{_WHICH_YEAR})?"
    ),
    "monthday": (
        rf"(?:(?P<weekday>{WEEKDAY}),?\s+)?(?P<month>{MONTH})\s+(?P<first>{DAY})"
        rf"(?:\s*(?:[-–]|to|and|or|through)\s*(?P<last>{DAY}))?(?!\s*[:.]\d)"
        rf"(?:,?\s+(?P<year>{YEAR})|{_WHICH_YEAR})?"
    ),
    "feast": rf"(?P<feast>(?:Christmas|New\s+Year['’]s|Boxing)\s+(?:Day|Eve))(?:,?\s+(?P<year>{YEAR}))?",
    "month": (
        rf"(?:(?P<part>{PARTS})(?:\s+(?:of|in)\s+|[\s-]))?(?P<which>(?:last|next|this)\s+)?(?P<month>{MONTH})"
        rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})|\s+(?P<behind>(?:this|last|next)\s+year))?"
    ),
    "quarter": (
        r"(?:the\s+)?(?:(?P<nth>first|second|third|fourth)[\s-]quarter|Q(?P<q>[1-4]))"
        rf"(?:\s+(?:of\s+)?(?:(?P<year>{YEAR})|(?P<which>this|last|next)\s+year))?"
    ),
    "season": (
        r"(?:(?P<which>last|this|next)\s+"
        r"|(?:in|since|during|by|until|of)\s+(?:the\s+)?(?:early\s+|late\s+)?)"
        r"(?P<season>spring|summer|autumn|winter|fall(?=\s+(?:of\s+)?\d))"
        rf"(?:\s+(?:of\s+)?(?P<year>{YEAR}))?"
    ),
    "decade": (
        r"(?:the\s+)?(?:early\s+|mid-?\s?|late\s+)?(?:(?P<long>(?:1[5-9]|20)\d0)s|['’](?P<short>\d0)s)\b"
    ),
    "years": (
        rf"(?:from\s+|between\s+)?(?P<y1>{YEAR})(?:\s*[-–]\s*|\s+(?:to|and)\s+)(?P<y2>{YEAR}|\d\d\b(?!-))"
    ),
    "named": (
        r"(?:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow"
        r"|(?:earlier\s+|late\s+|later\s+)?(?:today|yesterday|tomorrow)|tonight|last\s+night"
        rf"|this\s+{PARTS_OF_DAY})(?:\s+{PARTS_OF_DAY})?"
    ),
    "ago": rf"(?P<n>{COUNT})\s+(?P<unit>{UNIT})\s+ago",
    "earlier": (
        rf"(?:(?P<n>{COUNT})\s+(?P<unit>{UNIT})\s+(?:(?:earlier|later)(?!\s+than\b)|before{_CLAUSE})"
        r"|\bthe\s+(?:previous|following|next)\s+(?P<unit2>day|week|month|year|night|weekend|morning|evening)"
        rf"|\bthe\s+(?P<unit3>day|week|month|year|night)\s+(?:before|after){_CLAUSE}"
        r"|\b(?P<same>the\s+same|that\s+same)\s+(?P<unit4>day|week|month|year|night|evening|morning)\b)"
    ),
    "recent": (
        r"(?:(?:in|over|for|during|within|throughout)\s+)?(?:the\s+|these\s+)?"
        rf"(?:past|last|previous|recent|coming|next)\s+(?:(?P<n>{COUNT})\s+)?"
        r"(?P<unit>(?:hour|day|week|month|year|decade)s)"
    ),
    "this": (
        rf"(?:{PARTS}\s+(?:of\s+|in\s+)?)?"
        r"(?:(?P<which>last|this|next|past|coming)\s+(?P<unit>week|month|year|decade|weekend)\b"
        r"|(?:the|that)\s+(?P<unit2>weekend)\b)"
    ),
    "weekday": (
        rf"(?:(?P<which>last|next|this\s+coming|this|coming|past)\s+)?(?P<name>{WEEKDAY})(?:\s+{PARTS_OF_DAY})?"
        r"(?:\s+(?P<week>(?:last|this|next)\s+week))?"
    ),
    "year": rf"(?P<y>{YEAR})",
}

_ZONE = r"(?:\s*\(?(?P<zone>GMT|UTC|local(?:\s+time)?|[CE]?ES?T|hours|hrs)\b\)?)"
# A time of day in figures needs what makes it one: a.m. or p.m., a colon, a zone behind four figures.
CLOCK = (
    r"(?<![\w$€£.,:/-])(?:(?:at|around|about|shortly\s+(?:after|before)|just\s+(?:after|before)|by|until)\s+){0,2}"
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)"
    r"|(?P<full>[01]?\d|2[0-3]):(?P<past>[0-5]\d)(?!\d|:|\s*%)"
    r"|(?P<military>[0-2]\d[0-5]\d)(?=\s*\(?(?:GMT|UTC|local|hours|hrs)\b)"
    rf"|(?<=at\s)(?P<word>noon|midnight)\b){_ZONE}?"
)
CLOCK_LINK = r"\s*,?\s*(?:(?:early|late)\s+)?(?:on\s+|\(\w+\)\s*)?(?:the\s+)?(?:at\s+)?"
# What lasted so long; "for a year" with a count, never "for several weeks", which says too little.
COUNTED_LENGTH = (
    r"\b(?:for|during|lasted|lasting|lasts)\s+(?:about\s+|around\s+|nearly\s+|almost\s+|more\s+than\s+|over\s+|at\s+least\s+|up\s+to\s+|the\s+)?"
    r"(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|\d{1,3})(?:\s+(?:straight|consecutive|full|long|whole))?[\s-]+"
    r"(?P<unit>minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)\b(?!\s+(?:ago|earlier|before)|[\s-]old)"
)
