"""Lines that frame an article without being part of it, as patterns over one whole line.

Each is anchored at both ends by its user, so that a sentence that merely holds such words stays a
sentence. Reasons stand beside the groups.
"""

from __future__ import annotations

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?"
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?:\s*\(?(?:[A-Z]{2,5}|local time)\)?)?"
_DATE = (
    rf"(?:(?:{_WEEKDAY}\s*)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s*(?:\d{{4}})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s*(?:\d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}))"
)
_READING_TIME = r"\d{1,3}\s*-?\s*min(?:ute)?s?\.?\s*(?:read|listen|watch)(?:ing)?(?: time)?"
_NAME = r"(?:[A-Z][\w.'’-]*)(?:\s+(?:[a-z]{1,3}\s+)?[A-Z][\w.'’-]*){1,4}"

# Matched without regard to case.
LINES: tuple[str, ...] = (
    # Dates and reading times, also glued together by a page that lost its markup ("11/10/20244 min read").
    rf"(?:{_DATE})\s*[|,·•@-]?\s*(?:at\s+)?(?:{_CLOCK})?\s*[|·•-]?\s*(?:{_READING_TIME})?",
    rf"(?:reading time:?\s*)?{_READING_TIME}",
    rf"(?:(?:first\s+)?(?:published|posted|updated|last (?:updated|modified)|created|date|issued|filed|modified)"
    rf"(?:\s+(?:on|at))?:?\s+)+(?:{_WEEKDAY}\s*)?(?:{_DATE})?\W*(?:at\s+)?(?:{_CLOCK})?.{{0,40}}",
    rf"{_CLOCK},?\s+(?:{_DATE})",
    r"(?:\d+\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?)\s+ago)",
    # Credits of pictures and videos.
    r"\(?\[?(?:video|photo|photos|picture|image|images|graphic|file photo|featured image|photograph|illustration|map|audio|cover)"
    r"\s*(?:credits?|courtesy|source|by|via|:)\s*(?:of|by|:)?\s*\S.{0,120}\)?\]?",
    r"\(?(?:credits?|source|sources|courtesy)\s*:\s*\S.{0,80}\)?",
    r".{0,80}(?:/|via )(?:getty images|afp|reuters|ap photo|associated press|shutterstock|epa(?:-efe)?|anadolu|tass)\)?",
    r"\(?(?:ap|afp|reuters|epa) photo/?.{0,80}\)?",
    # Sharing, subscribing, navigation.
    r"(?:share|tweet|email|e-mail|print|pin|save|copy link|whatsapp|telegram|facebook|twitter|x|linkedin|reddit|"
    r"instagram|youtube|messenger|pocket|comments?|like|follow|bookmark)(?:\s+(?:this|us|on|via|with|article|story|post|page|"
    r"facebook|twitter|x|whatsapp|linkedin|telegram|instagram|youtube|email|link|now|\d+|and|&|\||,))*[:.!]?",
    r"(?:sign up|subscribe|register|log ?in|sign in|join)\b.{0,120}",
    r"(?:read|see|learn|find out|watch|listen|click|view|load|show) (?:more|also|next|all|now|here|full (?:story|article))\b.{0,140}",
    r"(?:also read|related(?: (?:articles?|stories|content|news|topics|links?|posts?))?|recommended(?: for you)?|"
    r"more (?:on this story|from|stories|news|like this|in|about)|most (?:read|popular|viewed)|trending(?: now)?|"
    r"editor'?s'? (?:picks?|choice)|you (?:may|might) (?:also )?(?:like|be interested).{0,20}|up next|"
    r"what to (?:read|watch|know) next|don'?t miss|in case you missed it|top stories|latest (?:news|stories|updates))\b[:.]?.{0,100}",
    r"(?:advertisement|advertising|sponsored(?: content)?|promoted|ad|story continues below(?: advertisement)?|"
    r"article continues (?:below|after)(?: .{0,30})?|continue reading(?: below)?(?: .{0,40})?|skip (?:advertisement|to .{0,40})|"
    r"loading\.*|please wait\.*|back to top|(?:next|previous) (?:article|story|post)|table of contents|contents|menu|search|home)",
    r"(?:newsletters?|contact(?: us)?|about(?: us)?|privacy(?: policy)?|terms(?: (?:of (?:use|service)|and conditions|& conditions))?|"
    r"cookie (?:policy|settings|preferences)|advertise(?: with us)?|careers|help|faq|site ?map|rss|feedback)"
    r"(?:\s*[|·•/]\s*.{0,100})?",
    r"(?:follow|find|like|join|contact|reach|e-?mail|write to|call|text) (?:us|me|him|her|them|the (?:author|writer|reporter)|"
    r"[A-Z]\w+(?: [A-Z]\w+)?)\s+(?:on|at|via|@)\s.{0,140}",
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|section|labels?)\s*:\s*.{0,160}",
    r"\d+ (?:comments?|shares?|views?|likes?|retweets?|votes?)",
    r"(?:we use|this (?:site|website) uses) cookies.{0,200}",
    r"(?:enable|please enable) javascript.{0,120}|your browser (?:does not|doesn'?t) support.{0,120}",
    r"support (?:our|independent|quality) (?:work|journalism).{0,160}",
    r"(?:thank you|thanks) for (?:reading|subscribing|signing up).{0,120}",
    # Rights, addresses, handles.
    r".{0,80}(?:©|\(c\)|&copy;|copyright\b)\s.{0,160}",
    r".{0,120}\ball rights reserved\b.{0,120}",
    r"this (?:material|article|story|content) may not be (?:published|reproduced|copied|republished).{0,200}",
    r"(?:distributed by|provided by|powered by|originally (?:published|appeared) (?:on|at|in|by))\b.{0,100}",
    r"(?:e-?mail:?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"(?:https?://|www\.)\S+",
    r"@\w{2,30}(?:\s*[|,·•]?\s*@\w{2,30})*",
    r"(?:\(?end(?:s|item)?\)?|-30-|###|\(more\)|/\w{2,4}/\w{0,4}|nnnn)",
    # Who wrote it: agency sign-offs.
    r"(?:\(?\[?(?:additional )?(?:reporting|writing|editing|compiled|edited|written|translated|produced)(?: and (?:writing|editing|reporting))? by\b).{0,260}",
    r"(?:\(?with (?:inputs?|reporting|files|agency inputs|additional reporting) from\b).{0,120}",
    r"(?:this (?:story|article|report) (?:has been|was) (?:updated|corrected|published|originally|first|auto).{0,200})",
    r"[\W_]+",
)

# Matched with case: a name in capitals is what makes a line an author line.
AUTHOR_LINES: tuple[str, ...] = (
    rf"(?:By|BY|by|From|Author:|Written by|Story by|Posted by|Text by|Words by|Analysis by|Opinion by)[: ]\s*(?:{_NAME}|[A-Z][A-Z .'’-]+)"
    rf"(?:\s*(?:,|and|&|/|\||-|–|—)\s*(?:{_NAME}|[A-Z][A-Z .'’-]+|[\w .,&/'’()@-]{{0,60}}))*\.?",
    rf"{_NAME}\s*(?:/|\||,)\s*(?:AP|AFP|Reuters|Associated Press|Agence France-Presse|BBC News|CNN|Staff [Ww]riter|Staff [Rr]eporter|"
    rf"Correspondent|Senior [Cc]orrespondent|Reporter|Editor|Contributor|The [A-Z]\w+(?: [A-Z]\w+)*)",
    r"(?:Staff (?:Writer|Reporter|Correspondent)|Our (?:Correspondent|Reporter|Bureau)|News Desk|Web Desk|Staff and agencies)",
)

# A bare name on its own line is an author only beside a date or reading-time line.
BARE_NAME = rf"{_NAME}"
DATE_LINE = LINES[0]

# The agency in a dateline; a place before it is what makes it one.
AGENCIES = (
    r"(?:AP|AFP|Reuters|REUTERS|Yonhap|Xinhua|TASS|Tass|Interfax|Ukrinform|UNIAN|Anadolu|AA|dpa|DPA|EFE|ANSA|PTI|ANI|IANS|UPI|"
    r"Kyodo(?: News)?|KYODO|Jiji|JIJI|KCNA|RIA(?: Novosti)?|RFE/RL|VOA|CNN|BBC|Bloomberg|SANA|IRNA|MENA|WAFA|CNA|Bernama|BERNAMA|"
    r"Thomson Reuters Foundation|Associated Press|The Associated Press|Agence France-Presse|Press Association|PA|AAP|CP|"
    r"The Canadian Press|Canadian Press|Antara|ANTARA|Vatican News|[A-Z][\w/&.-]*(?: [A-Z][\w/&.-]*){0,3})"
)
DATELINE = (
    # "SEOUL, Oct. 18 (Yonhap) -- ", "KYIV (Reuters) - ", "WASHINGTON, D.C. — ", "BEIRUT, Lebanon (AP) — "
    r"(?P<place>[A-Z][A-Z'’.-]+(?:[ /-](?:[A-Z][A-Z'’.-]+|de|la|al-|el-|and|of))*"
    r"(?:,\s?(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}))?(?:/[A-Z][A-Z'’. -]+(?:, ?[A-Z][\w.]+)?)*)"
    rf"(?:,?\s*(?P<date>(?:{_WEEKDAY}\s*)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s*\d{{4}})?))?"
    rf"(?:,?\s*[\(\[](?P<agency>{AGENCIES})[\)\]])?"
    r"\s*(?P<dash>--+|—|–|―|-|:)\s*"
)
# With an agency in brackets, a place in ordinary capitals is enough: "Seoul (Yonhap) -- ", "Seoul, Oct. 18 (Yonhap) —".
DATELINE_MIXED = (
    r"(?P<place>[A-Z][\w'’.-]+(?:[ /-][A-Z][\w'’.-]*){0,3}(?:,\s?(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}))?)"
    rf"(?:,?\s*(?P<date>(?:{_WEEKDAY}\s*)?(?:(?i:{_MONTH})\s+\d{{1,2}}|\d{{1,2}}\s+(?i:{_MONTH}))(?:,?\s*\d{{4}})?))?"
    rf",?\s*[\(\[](?P<agency>{AGENCIES})[\)\]]\s*(?P<dash>--+|—|–|―|-|:)\s*"
)
