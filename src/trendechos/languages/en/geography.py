"""Words around place names; geography.toml holds them with their reasons."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_TABLE = tomllib.loads((_FOLDER / "geography.toml").read_text("utf-8"))

KIND_BEHIND: dict[str, tuple[str, ...]] = {word: tuple(kinds) for word, kinds in _TABLE["kind_behind"].items()}
KIND_BEFORE: dict[str, tuple[str, ...]] = {word: tuple(kinds) for word, kinds in _TABLE["kind_before"].items()}
LOCAL_KINDS: dict[str, str] = dict(_TABLE["local_kinds"])
PREMODIFIERS: frozenset[str] = frozenset(_TABLE["premodifiers"])
LOCATIVE: frozenset[str] = frozenset(_TABLE["locative"])
STRONG_LOCATIVE: frozenset[str] = frozenset(_TABLE["strong_locative"])
PERSON_TITLES: frozenset[str] = frozenset(_TABLE["person_titles"])
NOT_A_PLACE_BEHIND: frozenset[str] = frozenset(_TABLE["not_a_place_behind"])
BODY_BEHIND: frozenset[str] = frozenset(_TABLE["body_behind"])
STREET_BEHIND: frozenset[str] = frozenset(_TABLE["street_behind"])
SPEECH_VERBS: frozenset[str] = frozenset(_TABLE["speech_verbs"])
NEVER_ALONE: frozenset[str] = frozenset(_TABLE["never_alone"])
ARTICLED: frozenset[str] = frozenset(_TABLE["articled"])
PARTICLES: frozenset[str] = frozenset(_TABLE["particles"])


def _words(name: str) -> frozenset[str]:
    lines = (_FOLDER / name).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def ordinary_words() -> frozenset[str]:
    """Folded single words that are places somewhere and ordinary words in news."""
    return _words("ordinary_words.txt")


@cache
def given_names() -> frozenset[str]:
    """Folded first names of persons."""
    return _words("given_names.txt")
