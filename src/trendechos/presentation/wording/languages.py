"""Languages and countries by name."""

from __future__ import annotations

from trendechos.presentation.wording.parties import party

# The languages that news is most published in (ISO 639-1); another code is shown as it is.
_NAMES = {
    "ar": "Arabic", "bn": "Bengali", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "my": "Burmese", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
    "sw": "Swahili", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
    "und": "not known", "": "not known",
}  # fmt: skip


def named(code: str) -> str:
    """A language by its English name, the code as it is when the table does not hold it.

    >>> named("en"), named("en-GB"), named("xx")
    ('English', 'English', 'xx')
    """
    return _NAMES.get(code.lower().split("-")[0], code)


def country(code: str) -> str:
    """A country by its English name, "not known" for an empty code."""
    return "not known" if code in ("", "unknown") else (party(code) or code)
