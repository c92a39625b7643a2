"""One sentence as the language model sees it, alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """One sentence parsed by itself; parallel tuples, one value a token.

    `starts` counts code points from the start of `text`; `heads` are token indices (the root heads
    itself); `tags` are Penn tags, `poses` universal ones, `deps` ClearNLP relations as spaCy's
    English models give them. `model` names the model and its version; (text, model) is the key.
    """

    text: str
    model: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    poses: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]

    def end(self, token: int) -> int:
        """The offset behind `token`, in code points from the start of the sentence."""
        return self.starts[token] + len(self.words[token])
