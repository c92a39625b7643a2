"""Reading what was not read yet, in batches that are committed whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading needs: where results are kept, how work is spread, with which model."""

    store: Store
    executor: Executor
    model: str = ""
    batch_words: int = 20_000

    @property
    def engine(self) -> str:
        """The name under which this reader's results are kept."""
        return engine_id(self.model or parser(self.model).model, __version__)

    def read(self, reports: Sequence[Report], progress: Progress = silent) -> Tally:
        """Reads those of `reports` that this engine has not read and commits each batch whole.

        Interrupted or killed, it loses at most the batches at work; the next call goes on from there.
        """
        engine = self.engine
        with self.store.writer() as writer:
            writer.add_reports(reports)
        with self.store.view() as view:
            unread = [report for report in view.unread(reports, engine) if _readable(report)]
        tally = Tally(len(reports), len(unread))
        progress("read", 0, len(unread))
        done_count = 0
        for done in self.executor.map(read_batch, self._batches(unread)):
            self._commit(done, engine)
            done_count += len(done.reads)
            sentences = sum(read.sentences for read in done.reads)
            tally = Tally(
                tally.reports, tally.new_reports, tally.sentences + sentences,
                tally.new_sentences + len(done.parsed),
            )  # fmt: skip
            progress("read", done_count, len(unread))
        return tally

    def _batches(self, reports: Sequence[Report]) -> Iterator[Batch]:
        some: list[Report] = []
        words = 0
        for report in reports:
            some.append(report)
            words += len(report.text) // 6
            if words >= self.batch_words:
                yield self._batch(some)
                some, words = [], 0
        if some:
            yield self._batch(some)

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


def _readable(report: Report) -> bool:
    return report.language is None or report.language.lower().startswith("en")
