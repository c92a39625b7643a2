"""Words before a colon in a headline that are labels and name no speaker."""

LABELS = frozenset(
    [
        "analysis", "background", "breaking", "briefing", "commentary", "correction", "deal", "editorial",
        "essay", "exclusive", "explainer", "factbox", "feature", "gallery", "insight", "interview",
        "interviews", "latest", "live", "note", "opinion", "photo", "photos", "picture", "pictures", "poll",
        "preview", "profile", "q&a", "quiz", "quote", "quotes", "recap", "review", "special", "timeline",
        "topline", "transcript", "update", "updated", "updates", "video", "videos", "viral", "watch",
        "week", "weekend", "world", "alert", "listen", "read", "click", "more", "related", "source",
        "sources", "address", "phone", "email", "tel", "fax", "date", "time", "location", "where", "when",
        "what", "who", "why", "how", "page", "part", "chapter", "step", "table", "figure", "day", "edited",
        "editing", "reporting", "written", "http", "https", "www", "url", "shocking", "urgent", "developing",
        "horrific", "tragic", "flash", "attention", "important", "warning", "graphic", "fact", "facts", "myth",
        "verdict",
    ]
)  # fmt: skip
# Labels in transcripts that stand for a question and an answer and name nobody.
LETTERS = frozenset({"Q", "A"})
# Labels in transcripts that name a part in the talk.
ROLES = frozenset(
    [
        "interviewer", "interviewee", "reporter", "journalist", "host", "presenter", "moderator", "anchor",
        "narrator", "operator", "chairman", "chair", "speaker", "spokesman", "spokeswoman", "spokesperson",
    ]
)  # fmt: skip
