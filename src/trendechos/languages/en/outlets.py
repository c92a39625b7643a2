"""How names of news outlets look, for outlets that packaged knowledge does not list."""

# A name that ends or begins with one of these is an outlet ("Kyiv Post", "Radio Liberty").
LAST_WORDS = frozenset(
    [
        "times", "post", "news", "herald", "tribune", "journal", "gazette", "guardian", "observer",
        "telegraph", "chronicle", "mail", "mirror", "standard", "daily", "weekly", "today", "tv", "radio",
        "television", "channel", "network", "independent", "examiner", "inquirer", "economist", "magazine",
        "review", "press", "agency", "newspaper", "media", "broadcaster",
    ]
)  # fmt: skip
# Names of other bodies end so as well: they need one of NEWS_WORDS ("Relief Agency", "Doctors Network").
SHARED_WORDS = frozenset({"agency", "network"})
NEWS_WORDS = frozenset({"news", "press", "tv", "radio", "television", "media", "broadcasting", "wire", "cable"})
FIRST_WORDS = frozenset(
    [
        "radio", "tv", "channel", "agence", "deutsche",
    ]
)  # fmt: skip
# Outlets and agencies whose names say nothing of it.
NAMES = frozenset(
    [
        "reuters", "afp", "ap", "upi", "tass", "ria", "interfax", "xinhua", "kcna", "yonhap", "ukrinform",
        "unn", "bbc", "cnn", "nbc", "cbs", "abc", "npr", "pbs", "msnbc", "cnbc", "bloomberg", "politico",
        "axios", "kbs", "nhk", "dpa", "efe", "ansa", "pti", "ians", "anadolu", "kyodo", "rfe/rl", "voa",
        "euronews", "newsweek", "time", "telegram", "whatsapp", "twitter", "facebook", "x", "youtube",
        "instagram", "breitbart", "huffpost", "buzzfeed", "vox", "slate", "semafor", "meduza", "mediazona",
        "bellingcat", "rappler",
    ]
)  # fmt: skip
# Channels that carry words without reporting them: links of a chain, never speakers.
PLATFORMS = frozenset(
    [
        "telegram", "whatsapp", "twitter", "facebook", "x", "youtube", "instagram", "tiktok", "weibo", "vk",
    ]
)  # fmt: skip
# Words that name an outlet without its name.
GENERIC = frozenset(
    [
        "newspaper", "magazine", "broadcaster", "channel", "station", "outlet", "website", "daily",
        "weekly", "tabloid", "agency", "wire", "media", "press", "program", "programme", "network",
    ]
)  # fmt: skip
