"""Records as the JSON that programs outside read; the key names are fixed by docs/records.md."""

from __future__ import annotations

from trendechos.records import Burst, Claim, Origin, Reading, Situation
from trendechos.records.codec import Json, encode


def claim(record: Claim) -> Json:
    """A claim as one object."""
    return encode(record)


def origin(record: Origin) -> Json:
    """An origin as one object."""
    return encode(record)


def reading(record: Reading) -> Json:
    """A reading as one object: sentences by position, without their parses."""
    out = encode(record)
    out["sentences"] = [encode(sentence.span) for sentence in record.sentences]
    return out


def document(situation: Situation) -> Json:
    """The situation as one object, with origins in full."""
    out = encode(situation)
    out["coverage"]["languages"] = dict(situation.coverage.languages)
    out["coverage"]["outlet_countries"] = dict(situation.coverage.outlet_countries)
    out["bursts"] = [_burst(burst) for burst in situation.bursts]
    return out


def _burst(burst: Burst) -> Json:
    out = encode(burst)
    first, last = out.pop("first_on"), out.pop("last_on")
    return {"series": out.pop("series"), "from": first, "to": last, **out}
