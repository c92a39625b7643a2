"""English words by which what was foretold comes about, or does not; patterns over lower-cased words."""

from __future__ import annotations

# What may be foretold, by a name, with the words in which pages foretell it and tell of it alike. Words
# that stand for one deed whatever is done ("has dismissed", "was relieved of his post" for "to be sacked").
DEEDS: dict[str, str] = {
    "sack": (
        r"sack(?:s|ed|ing)?|dismiss(?:es|ed|ing|al)?|fir(?:ed|ing)|oust(?:s|ed|ing)?|"
        r"(?:relieve[ds]?|relieving|stripped) of|remov(?:e[sd]?|ing|al) (?:\w+ )?(?:from|as)"
    ),
    "resign": r"resign(?:s|ed|ing|ation)?|(?:step|stand)(?:s|ped|ping|ing)? down|stood down|quit(?:s|ting)?",
    "restore": (
        r"restor(?:e[sd]?|ing|ation)|resum(?:e[sd]?|ing|ption)|reconnect(?:s|ed|ing)?|"
        r"(?:be|been|is|are|was|were) back|"
        r"re-?open(?:s|ed|ing)?|open(?:s|ed)? again|switch(?:es|ed)? (?:back )?on|"
        r"return(?:s|ed|ing)? to (?:normal|service|work)"
    ),
    "begin": r"beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|launch(?:es|ed|ing)?|commenc(?:e[sd]?|ing)",
    "find": r"find(?:s|ing)?|found|pull(?:s|ed|ing)?|rescu(?:e[sd]?|ing)|d[iu]g|recover(?:s|ed|ing)?",
    "alive": r"alive|survivors?",
    "agree": r"agree(?:s|d|ing|ments?)?|deals?|accords?|truce|ceasefire|treaty",
    "arrive": r"arriv(?:e[sd]?|ing|al)|reach(?:es|ed|ing)?|travel(?:s|l?ed|l?ing)?|landed|visit(?:s|ed)?",
    "win": r"w[io]n(?:s|ning|ner)?|victor(?:y|ious)|(?:re-?)?elect(?:s|ed|ion)?",
    "lose": r"los(?:e[sd]?|t|ing)|defeat(?:s|ed)?",
    "free": r"free[ds]?|freeing|releas(?:e[sd]?|ing)|(?:comes?|came|brought) home|hand(?:s|ed|ing)? over",
    "approve": r"approv(?:e[sd]?|ing|al)|adopt(?:s|ed|ing|ion)?|ratif(?:y|ie[sd]|ication)|pass(?:es|ed|ing)?",
    "decide": r"deci(?:de[sd]?|sion|ding)|rul(?:ed|ing)|verdict",
    "lift": r"lift(?:s|ed|ing)?|eas(?:e[sd]?|ing)",
    "close": r"clos(?:e[sd]?|ing|ure)|shut(?:s|ting|down)?",
    "strike": r"strikes?|walk(?:ed|s|ing)? out|down(?:ed|s|ing)? tools|stop(?:ped|s|ping)? work",
}  # fmt: skip
# By these it is told, without a "not", that the deed has not come, and that what it would end goes on.
CONTRARY: dict[str, str] = {
    "restore": (
        r"cut off|without|"
        r"(?:is|are|was|were|remain(?:s|ed)?|stay(?:s|ed)?) (?:still )?"
        r"(?:down|out|off|offline|closed|shut|suspended)"
    ),
    "sack": r"(?:remain|stay|keep|kept)(?:s|ed)? (?:in (?:office|post)|(?:his|her) (?:post|job))",
    "agree": r"(?:collapse|fail|break|broke)(?:s|d|ed)?(?: down)?|without (?:a |an )?(?:deal|agreement|result)",
    "lift": r"(?:remain|stay)(?:s|ed)? in force|extend(?:s|ed)?|prolong(?:s|ed)?",
    "begin": r"postpon(?:es?|ed)|delay(?:s|ed)?|call(?:s|ed) off|cancel(?:s|l?ed)",
    "approve": r"reject(?:s|ed)?|voted? (?:down|against)",
    "win": r"los(?:es?|t)|(?:was|were) defeated",
}  # fmt: skip
# What stands behind these is told beside the deed: why, when, in spite of what.
BESIDE: tuple[str, ...] = (
    r"\b(?:in spite of|despite|although|though|since|because|while|whereas|where|who|which|after|amid)\b",
)
# The page itself sets what is so against what had been said.
IN_SPITE: tuple[str, ...] = (
    r"\b(?:in spite of|despite|contrary to)\b.{0,40}\b(?:promis|pledg|forecast|predict|expect|vow|plan)\w*",
    r"\b(?:a )?(?:broken|missed) (?:promise|pledge|deadline)\b",
)
# Words that look ahead, weigh or measure, and name nothing that is to come.
UNTOLD: frozenset[str] = frozenset(
    [
        "likely", "unlikely", "expect", "probably", "probable", "possible", "possibly", "chance", "risk",
        "danger", "prospect", "predict", "forecast", "practically", "almost", "certainly", "surely", "soon",
        "eventually", "fully", "completely", "once", "go", "set", "due", "hand", "real", "there", "no", "at",
        "as", "more", "most", "other", "up", "town", "city", "village", "region", "province", "district",
    ]
)  # fmt: skip
