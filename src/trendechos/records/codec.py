"""The only serialiser: records to and from JSON-ready dicts, and ids from content.

A `Span` in a field named `span` is written flat, as `start`, `end` and, in a title, `field`; this is
the JSON that docs/records.md describes. Decoding refuses unknown and missing keys.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from hashlib import blake2b
from json.encoder import encode_basestring as _word
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from trendechos.records.span import Span

Record = TypeVar("Record")
Json = dict[str, Any]

_TIGHT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)
_LINE = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "))


def content_id(prefix: str, *parts: object) -> str:
    """An id made from content: `prefix` and 24 hex digits of BLAKE2b over the parts, order kept.

    >>> content_id("claim", "a", 1) == content_id("claim", "a", 1)
    True
    """
    text = ",".join(map(_tight, parts))
    # Half an emoji from a broken page cannot be UTF-8; surrogatepass keeps its identity.
    return f"{prefix}-{blake2b(f'[{text}]'.encode('utf-8', 'surrogatepass'), digest_size=12).hexdigest()}"


def _tight(value: object) -> str:
    """The value as `_TIGHT` writes it, without the cost of the encoder for a bare word or number."""
    if type(value) is str:
        return _word(value)
    return str(value) if type(value) is int else _TIGHT.encode(value)


def encode(record: Any) -> Json:
    """A record as a JSON-ready dict, keys in the order of its fields."""
    kind: Any = type(record)
    return _encoder(kind)(record)  # type: ignore[no-any-return]


def decode(kind: type[Record], value: Json) -> Record:
    """The record of class `kind` that `encode` wrote; raises ValueError naming the key that does not fit."""
    reader: Any = _decoder
    return reader(kind)(value)  # type: ignore[no-any-return]


def dumps(record: Any) -> str:
    """A record as one line of JSON text."""
    return to_json(encode(record))


def to_json(value: Any, *, indent: int | None = None) -> str:
    """JSON text with non-ASCII letters kept and keys in the order given."""
    if indent is None:
        return _LINE.encode(value)
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=(",", ": "))


def to_jsonl(values: Iterable[Any]) -> str:
    """JSON Lines, one value a line, each line ended."""
    return "".join(to_json(value) + "\n" for value in values)


def _same(value: Any) -> Any:
    return value


@cache
def _encoder(kind: Any) -> Callable[[Any], Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (inner,) = {_encoder(part) for part in arguments if part is not type(None)}
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        encoders = [_encoder(part) for part in arguments if part is not Ellipsis]
        if arguments[-1] is Ellipsis:
            one = encoders[0]
            return list if one is _same else lambda value: [one(part) for part in value]
        return lambda value: [write(part) for write, part in zip(encoders, value, strict=True)]
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_encoder(kind)
    return _whole if kind is float else _same


def _whole(value: float) -> float:
    # A count of people is written 11000, not 11000.0; beyond 2**53 a float has no exact whole anyway.
    return int(value) if value == value // 1 and abs(value) < 2**53 else value


def _record_encoder(kind: type) -> Callable[[Any], Json]:
    hints = get_type_hints(kind)
    plan = [
        (field.name, None if field.name == "span" else _encoder(hints[field.name])) for field in fields(kind)
    ]

    def write(record: Any) -> Json:
        out: Json = {}
        for name, encoder in plan:
            value = getattr(record, name)
            if encoder is not None:
                out[name] = encoder(value)
            elif value is not None:
                out["start"], out["end"] = value.start, value.end
                if value.field != "text":
                    out["field"] = value.field
        return out

    def write_span(span: Any) -> Json:
        out: Json = {"start": span.start, "end": span.end}
        return out if span.field == "text" else out | {"field": span.field}

    return write_span if kind is Span else write


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        (inner,) = {_decoder(part) for part in arguments if part is not type(None)}
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        decoders = [_decoder(part) for part in arguments if part is not Ellipsis]
        if arguments[-1] is Ellipsis:
            one = decoders[0]
            return tuple if one is _same else lambda value: tuple([one(part) for part in value])
        return lambda value: tuple([read(part) for read, part in zip(decoders, value, strict=True)])
    if origin is Literal:
        return _literal_decoder(frozenset(arguments))
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_decoder(kind)
    return float if kind is float else _same


def _literal_decoder(allowed: frozenset[Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if value not in allowed:
            raise ValueError(f"{value!r} is not one of {', '.join(sorted(map(str, allowed)))}")
        return value

    return read


_PLACE = frozenset({"start", "end", "field"})


def _record_decoder(kind: type) -> Callable[[Json], Any]:
    hints = get_type_hints(kind)
    read_span = _decoder(Span) if kind is not Span else _same
    decoders = {field.name: _decoder(hints[field.name]) for field in fields(kind) if field.name != "span"}
    flat = any(field.name == "span" for field in fields(kind))
    required = {
        field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING
    }

    def read(value: Json) -> Any:
        out: Json = {}
        place: Json = {}
        unknown: str | None = None
        key = ""
        try:
            for key, part in value.items():
                decoder = decoders.get(key)
                if decoder is not None:
                    out[key] = part if decoder is _same else decoder(part)
                elif flat and key in _PLACE and "start" in value:
                    place[key] = part
                else:
                    unknown = key
                    break
        except (TypeError, ValueError) as error:
            raise ValueError(f"{kind.__name__}.{key}: {error}") from error
        if unknown is not None:
            raise ValueError(f"{kind.__name__} has no field {unknown!r}")
        if place:
            out["span"] = read_span(place)
        if not required <= out.keys():
            raise ValueError(f"{kind.__name__} needs {', '.join(sorted(required - out.keys()))}")
        return kind(**out)

    return read
