"""The tables: one schema for SQLite and PostgreSQL, bodies as the codec's JSON beside the columns searched."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()

META = Table(
    "meta",
    METADATA,
    Column("name", String, primary_key=True, comment="name of the fact"),
    Column("value", Text, nullable=False, comment="the fact, such as the schema's version"),
    comment="Facts about the store itself: the schema steps that it has seen.",
)

REPORTS = Table(
    "reports",
    METADATA,
    Column("version_id", String, primary_key=True, comment="hash of id, outlet, date, title and text"),
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

READ_AS = Table(
    "read_as",
    METADATA,
    Column("key", String, primary_key=True, comment="hash of all that a reading depends on"),
    Column("engine", String, primary_key=True, comment="hash of stage versions and model"),
    Column("version_id", String, nullable=False, comment="a report's row whose claims another copy may take"),
    comment="Which report was read with which inputs, so that a copy under another outlet is not read again.",
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
    Column("kind", String, primary_key=True, comment="situation, proposition, report, list, changes ..."),
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

FEEDS = Table(
    "feeds",
    METADATA,
    Column("situation_id", String, primary_key=True, comment="the situation that watches it"),
    Column("url", String, primary_key=True, comment="address of the source"),
    Column("parent", String, comment="the list or sitemap that named it; empty for the situation file"),
    Column("kind", String, nullable=False, comment="auto, feed, json, opml, sitemap, sitemaps, page or added"),
    Column("title", Text, comment="what it calls itself"),
    Column("next_due", String, nullable=False, comment="when it is asked next, RFC 3339 in UTC"),
    Column("lease_until", String, nullable=False, comment="until when one watcher has it; empty for nobody"),
    Column("etag", Text, comment="sent back to ask for changes only"),
    Column("last_modified", Text, comment="sent back to ask for changes only"),
    Column("fails", Integer, nullable=False, comment="failures since it last answered"),
    Column("last_try", String, comment="when it was last asked"),
    Column("last_success", String, comment="when it last answered"),
    Column("last_new", String, comment="when it last had something new"),
    Column("served", Integer, nullable=False, comment="entries in all its answers, repeats included"),
    Column("known", Integer, nullable=False, comment="of them, entries held before or twice in one answer"),
    Column("changed", Integer, nullable=False, comment="of them, entries that it now describes otherwise"),
    Column("left_out", Integer, nullable=False, comment="of them, what is no entry or beyond the limit"),
    Column("note", Text, nullable=False, comment="why it last failed; empty when it did not"),
    comment="The ledger of watched sources, which is also their schedule.",
)

ITEMS = Table(
    "items",
    METADATA,
    Column("situation_id", String, primary_key=True, comment="the situation"),
    Column("feed", String, primary_key=True, comment="address of the source that served it first"),
    Column("key", String, primary_key=True, comment="its guid, address or content; never a time"),
    Column("url", String, comment="where its full text is"),
    Column("fingerprint", String, nullable=False, comment="hash of what the source says about it"),
    Column("state", String, nullable=False, comment="waiting, held, taken, refused, removed or joined"),
    Column("why", Text, nullable=False, comment="the reason for the state"),
    Column("decided_by", String, nullable=False, comment="the person who decided; empty for the rules"),
    Column("entry", Text, nullable=False, comment="what the source says about it, as JSON"),
    Column("report_id", String, comment="the report made of it"),
    Column("version_id", String, comment="the report's version held last"),
    Column("etag", Text, comment="sent back to ask for changes only"),
    Column("last_modified", Text, comment="sent back to ask for changes only"),
    Column("first_seen", String, nullable=False, comment="when a source first served it"),
    Column("last_try", String, comment="when its address was last asked"),
    Column("next_due", String, nullable=False, comment="when its address is asked next; empty for never"),
    Column("visits", Integer, nullable=False, comment="answers since it was held"),
    Column("fails", Integer, nullable=False, comment="failures since it last answered"),
    Column("told", Boolean, nullable=False, comment="whether alerts were made of it as it is now"),
    Index("items_by_url", "situation_id", "url"),
    Index("items_by_state", "situation_id", "state", "next_due"),
    comment="What sources served: one row an entry, accounted for whatever becomes of it.",
)

REMOVED = Table(
    "removed",
    METADATA,
    Column("situation_id", String, primary_key=True, comment="the situation"),
    Column("report_id", String, primary_key=True, comment="the report whose page is gone"),
    Column("url", String, comment="its address"),
    Column("status", Integer, nullable=False, comment="what the server answered, 404 or 410"),
    Column("noticed_at", String, nullable=False, comment="when we found it gone, RFC 3339"),
    Column("returned_at", String, comment="when it was back, RFC 3339"),
    comment="Pages that were held and are gone; what they said stays.",
)

NOTICES = Table(
    "notices",
    METADATA,
    Column("notice_id", String, primary_key=True, comment="hash of situation, kind and subject"),
    Column("situation_id", String, nullable=False, comment="the situation"),
    Column("made_at", String, nullable=False, comment="RFC 3339"),
    Column("kind", String, nullable=False, comment="version, removed, returned, or an alert's rule"),
    Column("subject", String, nullable=False, comment="the report or origin"),
    Column(
        "state",
        String,
        nullable=False,
        comment="unread, kept, aside, letter, waiting (to be sent), sent, given_up",
    ),
    Column("tries", Integer, nullable=False, comment="how often sending failed"),
    Column("body", Text, nullable=False, comment="what happened, as JSON"),
    Index("notices_by_state", "situation_id", "state"),
    comment="What watching noticed, and which alerts were sent.",
)
