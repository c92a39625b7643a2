"""The tables: one schema for SQLite and PostgreSQL, bodies as the codec's JSON beside the columns searched."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()

META = Table(
    "meta",
    METADATA,
    Column("name", String, primary_key=True, comment="name of the fact"),
    Column("value", Text, nullable=False, comment="the fact, such as the schema's version"),
)

REPORTS = Table(
    "reports",
    METADATA,
    Column("version_id", String, primary_key=True, comment="hash of outlet, date, title and text"),
    Column("report_id", String, nullable=False, comment="the page's id; shared by its versions"),
    Column("outlet", String, comment="outlet as given"),
    Column("published", String, comment="published moment as given, ISO 8601 prefix"),
    Column("title", Text, comment="headline"),
    Column("body", Text, nullable=False, comment="the Report as JSON"),
    Index("reports_by_report", "report_id"),
    comment="Reports, frozen as received, one row a version.",
)

SENTENCES = Table(
    "sentences",
    METADATA,
    Column("key", LargeBinary(16), primary_key=True, comment="BLAKE2b-128 of model and text"),
    Column("body", LargeBinary, nullable=False, comment="the ParsedSentence as compressed JSON"),
    comment="Parsed sentences by text and model, so that nothing is parsed twice.",
    sqlite_with_rowid=False,
)

READINGS = Table(
    "readings",
    METADATA,
    Column("version_id", String, primary_key=True, comment="the report's version"),
    Column("engine", String, primary_key=True, comment="hash of stage versions and model"),
    Column("sentences", Integer, nullable=False, comment="sentences in it"),
    Column("words", Integer, nullable=False, comment="words in it"),
    Column("gaps", Text, nullable=False, comment="what reading did not produce, as JSON"),
    comment="The ledger of what was read, by which engine; written in one transaction with the claims.",
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("claim_id", String, primary_key=True, comment="hash of version, span and speaker"),
    Column("engine", String, primary_key=True, comment="hash of stage versions and model"),
    Column("version_id", String, nullable=False, comment="the report's version"),
    Column("speaker", String, nullable=False, comment="canonical speaker; empty when the page gives none"),
    Column("party", String, comment="government or body behind the speaker"),
    Column("type", String, nullable=False, comment="claim type"),
    Column("said", String, comment="when it was said, ISO 8601 prefix"),
    Column("background", Boolean, nullable=False, comment="old news recalled"),
    Column("body", Text, nullable=False, comment="the Claim as JSON"),
    Index("claims_by_version", "version_id"),
    Index("claims_by_speaker", "speaker"),
    comment="Claims, one row each, with the columns that views filter by.",
)

CLAIM_KEYS = Table(
    "claim_keys",
    METADATA,
    Column("key", String, primary_key=True, comment="a blocking key of the echoes stage"),
    Column("claim_id", String, primary_key=True, comment="a claim that has it"),
    comment="Blocking keys: claims that share one are compared.",
    sqlite_with_rowid=False,
)

CORRECTIONS = Table(
    "corrections",
    METADATA,
    Column("correction_id", String, primary_key=True, comment="hash of its content"),
    Column("report_id", String, nullable=False, comment="the report that it speaks about"),
    Column("made_at", String, nullable=False, comment="when it was made, RFC 3339"),
    Column("body", Text, nullable=False, comment="the Correction as JSON"),
    comment="What people say against the machine; nothing here is ever overwritten.",
)

RUNS = Table(
    "runs",
    METADATA,
    Column("run_id", String, primary_key=True, comment="hash of start and input"),
    Column("started_at", String, nullable=False, comment="RFC 3339"),
    Column("body", Text, nullable=False, comment="the Run as JSON"),
    comment="The run ledger.",
)

SITUATIONS = Table(
    "situations",
    METADATA,
    Column("situation_id", String, primary_key=True, comment="a short name, fit for an address"),
    Column("title", Text, nullable=False, comment="its title"),
    Column("about", Text, comment="what narrows it, if anything"),
    Column("made_at", String, nullable=False, comment="RFC 3339"),
    comment="Situations that are watched or served.",
)

MEMBERS = Table(
    "members",
    METADATA,
    Column("situation_id", String, primary_key=True, comment="the situation"),
    Column("version_id", String, primary_key=True, comment="a report's row"),
    comment="Which reports belong to a situation.",
)

VIEWS = Table(
    "views",
    METADATA,
    Column("situation_id", String, primary_key=True, comment="the situation"),
    Column("as_of", String, primary_key=True, comment="the day shown; empty for the latest"),
    Column("kind", String, primary_key=True, comment="situation, proposition, report, source, actor, brief"),
    Column("key", String, primary_key=True, comment="which of them; empty where there is one"),
    Column("etag", String, nullable=False, comment="hash of the body"),
    Column("body", LargeBinary, nullable=False, comment="the page's document as compressed JSON"),
    comment="What the pages show, assessed beforehand: the web computes nothing.",
)

WANTED = Table(
    "wanted",
    METADATA,
    Column("situation_id", String, primary_key=True, comment="the situation"),
    Column("as_of", String, primary_key=True, comment="a day that a reader asked for and no view shows yet"),
    Column("made_at", String, nullable=False, comment="RFC 3339"),
    comment="Days to be assessed because somebody asked.",
)

SUBMISSIONS = Table(
    "submissions",
    METADATA,
    Column("submission_id", String, primary_key=True, comment="hash of its content, author and time"),
    Column("situation_id", String, nullable=False, comment="the situation that it is for"),
    Column("name", Text, nullable=False, comment="file name as given"),
    Column("author", Text, nullable=False, comment="who handed it in"),
    Column("made_at", String, nullable=False, comment="RFC 3339"),
    Column("state", String, nullable=False, comment="waiting, done or refused"),
    Column("note", Text, nullable=False, comment="what came of it"),
    Column("content", LargeBinary, nullable=False, comment="bytes as received"),
    comment="Reports that people hand in, waiting for the worker.",
)
