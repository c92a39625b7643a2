"""Hashes that are the same in every process and on every machine."""

from __future__ import annotations

from hashlib import blake2b

from trendechos.text.normalise import normalise


def hash64(text: str) -> int:
    """An unsigned 64-bit BLAKE2b hash of the text, equal in every process; lone surrogates are kept."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def sentence_hash(sentence: str) -> int:
    """The hash of a sentence as compared between pages: folded, so typography makes no difference.

    >>> sentence_hash("He said  “no”.") == sentence_hash('he said "no".')
    True
    """
    return hash64(normalise(sentence))


class WordHashes:
    """Hashes of words, folded, kept for reuse; the same word gives the same hash in every process.

    The memory of words seen is emptied at `limit` so that it never outgrows a vocabulary.
    """

    __slots__ = ("_known", "_limit")

    def __init__(self, limit: int = 500_000) -> None:
        """Starts without any word."""
        self._known: dict[str, int] = {}
        self._limit = limit

    def of(self, found: list[str]) -> list[int]:
        """The hashes of the words as written, in order."""
        known = self._known
        try:
            return [known[word] for word in found]
        except KeyError:
            if len(known) > self._limit:
                known.clear()
            for word in found:
                if word not in known:
                    known[word] = hash64(normalise(word))
            return [known[word] for word in found]
