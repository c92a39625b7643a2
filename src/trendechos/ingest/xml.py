"""XML from outside to a tree, without entities, external files or bottomless nesting."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder  # noqa: S405 - builds, never parses
from xml.parsers import expat  # noqa: S407 - declarations of entities are refused below

# Feeds and news items nest fewer than ten deep; a page quoted inside one rarely fifty.
DEPTH_LIMIT = 200
ELEMENT_LIMIT = 2_000_000


class Refused(ValueError):
    """The document is built to harm; it is not only broken."""


def parse(data: bytes) -> Element:
    """The root of `data`; names with a namespace are `{address}name`, as in ElementTree.

    Raises Refused for a declared entity, nesting deeper than DEPTH_LIMIT or more than ELEMENT_LIMIT
    elements, and ValueError for anything that is not well formed.
    """
    builder = TreeBuilder()
    reader = _guarded(namespaces=True)
    reader.ordered_attributes = False
    start, end = reader.StartElementHandler, reader.EndElementHandler

    def opened(name: str, attributes: dict[str, str]) -> None:
        start(name, attributes)
        builder.start(_named(name), {_named(key): value for key, value in attributes.items()})

    def closed(name: str) -> None:
        end(name)
        builder.end(_named(name))

    reader.StartElementHandler, reader.EndElementHandler = opened, closed
    reader.CharacterDataHandler = builder.data
    _run(reader, data)
    root: Element = builder.close()
    return root


def check(data: bytes) -> None:
    """Raises Refused where `parse` would; a document that is only broken passes."""
    try:
        _run(_guarded(namespaces=False), data)
    except Refused:
        raise
    except ValueError:
        return


def _run(reader: expat.XMLParserType, data: bytes) -> None:
    try:
        reader.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError(f"not well formed: {error}") from error
    except (LookupError, UnicodeError) as error:
        raise ValueError(f"encoding not known: {error}") from error


def _guarded(*, namespaces: bool) -> expat.XMLParserType:
    """A parser that counts depth and elements and takes no entity of the document's own."""
    reader = expat.ParserCreate(namespace_separator="}" if namespaces else None)
    reader.buffer_text = True
    depth = elements = 0

    def start(_name: str, _attributes: object) -> None:
        nonlocal depth, elements
        depth += 1
        elements += 1
        if depth > DEPTH_LIMIT:
            raise Refused(f"nested more than {DEPTH_LIMIT} deep")
        if elements > ELEMENT_LIMIT:
            raise Refused(f"more than {ELEMENT_LIMIT} elements")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(*_declaration: object) -> None:
        raise Refused("it declares entities")

    reader.StartElementHandler, reader.EndElementHandler = start, end
    reader.EntityDeclHandler = entity
    reader.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    return reader


def _named(name: str) -> str:
    return "{" + name if "}" in name else name


def local(element: Element) -> str:
    """The element's name without its namespace.

    >>> local(parse(b'<a xmlns="urn:x"/>'))
    'a'
    """
    return str(element.tag).rsplit("}", 1)[-1]


def text(element: Element | None) -> str | None:
    """The element's words, spaces run together; None for no words or no element."""
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split()) or None


def child(element: Element, name: str) -> Element | None:
    """The first child of this local name, or None."""
    return next((one for one in element if local(one) == name), None)
