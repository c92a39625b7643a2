"""The language of a text, where it is long enough to tell."""

from __future__ import annotations

import unicodedata
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Below this many letters py3langid names Latvian for "Kursk"; news sentences in English are right in .995.
_FEWEST_LETTERS = 40
_SAMPLE = 4000


def identify(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of the language of `text`; None when it is too short to tell.

    A `declared` language stands unless most letters are of another script than Latin.
    """
    sample = text[:_SAMPLE]
    letters = [character for character in sample if character.isalpha()]
    latin = sum(character < "\u0250" or _latin(character) for character in letters)
    foreign = 2 * latin < len(letters)
    code = (declared or "").replace("_", "-").split("-")[0].strip().lower()
    if code and not (foreign and code == "en"):
        return code
    if len(letters) < (8 if foreign else _FEWEST_LETTERS):
        return None
    code = str(_identifier().classify(sample)[0])
    # "zxx" is the code for text in no language, such as a table.
    return None if code == "zxx" else code


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)


def _latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith("LATIN")
