"""Reading what was not read yet, in batches that are committed whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from trendechos import __version__, echoes
from trendechos.batch import Executor
from trendechos.flow.progress import Progress, silent
from trendechos.flow.stages import engine_id
from trendechos.flow.work import Batch, Done, parser, read_batch, sentence_texts
from trendechos.records import Report
from trendechos.store import Store


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of an input was new: reports and sentences held before are not read again."""

    reports: int = 0
    new_reports: int = 0
    sentences: int = 0
    new_sentences: int = 0


@dataclass(frozen=True)
class Reader:
    """What reading needs: where results are kept, how work is spread, with which model."""

    store: Store
    executor: Executor
    model: str = ""
    batch_words: int = 20_000

    @cached_property
    def engine(self) -> str:
        """The name under which this reader's results are kept."""
        return engine_id(self.model or parser(self.model).model, __version__)

    def read(self, reports: Iterable[Report], progress: Progress = silent, *, total: int = 0) -> Tally:
        """Reads those of `reports` that this engine has not read and commits each batch whole.

        Takes reports as they come and holds only the batches at work, so that an input of any length
        fits. Interrupted or killed, it loses at most those; the next call goes on from there.
        """
        seen = _Seen()
        engine, tally, new = self.engine, Tally(), 0
        for done in self.executor.map(read_batch, self._batches(reports, seen)):
            self._commit(done, engine)
            new += len(done.reads)
            sentences = tally.sentences + sum(one.sentences for one in done.reads)
            tally = Tally(seen.reports, new, sentences, tally.new_sentences + len(done.parsed))
            progress("read", seen.reports, max(total, seen.reports))
        return Tally(seen.reports, new, tally.sentences, tally.new_sentences)

    def _batches(self, reports: Iterable[Report], seen: _Seen) -> Iterator[Batch]:
        for some in _pieces(reports, self.batch_words):
            seen.reports += len(some)
            with self.store.writer() as writer:
                writer.add_reports(some)
                unread = [report for report in writer.unread(some, self.engine) if _readable(report)]
            if unread:
                yield self._batch(unread)

    def _batch(self, reports: Sequence[Report]) -> Batch:
        texts = {text for report in reports for text in sentence_texts(report)}
        with self.store.view() as view:
            kept = view.sentences(texts, parser(self.model).model)
        return Batch(tuple(reports), kept, self.model)

    def _commit(self, done: Done, engine: str) -> None:
        keys = {claim.claim_id: echoes.keys(claim) for read in done.reads for claim in read.claims}
        with self.store.writer() as writer:
            writer.add_sentences(done.parsed)
            writer.add_read(done.reads, engine, keys)


@dataclass(slots=True)
class _Seen:
    """How many reports came by so far; batches are made ahead of what is done."""

    reports: int = 0


def _pieces(reports: Iterable[Report], words: int) -> Iterator[list[Report]]:
    some: list[Report] = []
    held = 0
    for report in reports:
        some.append(report)
        # English runs to about six characters a word, its space included.
        held += len(report.text) // 6
        if held >= words:
            yield some
            some, held = [], 0
    if some:
        yield some


def _readable(report: Report) -> bool:
    return report.language is None or report.language.lower().startswith("en")
