"""XML from outside to a tree, without entities, external files or bottomless nesting."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

# Feeds and news items nest fewer than ten deep; a page quoted inside one rarely fifty.
DEPTH_LIMIT = 200
ELEMENT_LIMIT = 2_000_000


class Refused(ValueError):
    """The document is built to harm; it is not only broken."""


class _Guard:
    """Counts depth and elements, refuses entities of the document's own, and builds a tree if asked to."""

    def __init__(self, builder: TreeBuilder | None) -> None:
        self._builder = builder
        self._depth = self._elements = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > DEPTH_LIMIT:
            raise Refused(f"nested more than {DEPTH_LIMIT} deep")
        if self._elements > ELEMENT_LIMIT:
            raise Refused(f"more than {ELEMENT_LIMIT} elements")
        if self._builder:
            self._builder.start(_named(name), {_named(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self._depth -= 1
        if self._builder:
            self._builder.end(_named(name))

    def entity(self, *_declaration: object) -> None:
        raise Refused("it declares entities")


def parse(data: bytes) -> Element:
    """The root of `data`; names with a namespace are `{address}name`, as in ElementTree.

    Raises Refused for a declared entity, nesting deeper than DEPTH_LIMIT or more than ELEMENT_LIMIT
    elements, and ValueError for anything that is not well formed.
    """
    builder = TreeBuilder()
    _run(data, builder)
    root: Element = builder.close()
    return root


def check(data: bytes) -> None:
    """Raises Refused where `parse` would; a document that is only broken passes."""
    try:
        _run(data, None)
    except Refused:
        raise
    except ValueError:
        return


def _run(data: bytes, builder: TreeBuilder | None) -> None:
    guard = _Guard(builder)
    reader = expat.ParserCreate(namespace_separator="}" if builder else None)
    reader.buffer_text = True
    reader.StartElementHandler, reader.EndElementHandler = guard.start, guard.end
    reader.EntityDeclHandler = guard.entity
    reader.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    if builder:
        reader.CharacterDataHandler = builder.data
    try:
        reader.Parse(data, True)  # noqa: FBT003 - expat takes no names
    except expat.ExpatError as error:
        raise ValueError(f"not well formed: {error}") from error
    except (LookupError, UnicodeError) as error:
        raise ValueError(f"encoding not known: {error}") from error


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
