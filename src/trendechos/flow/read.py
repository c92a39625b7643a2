"""Reading what was not read yet, in batches that are committed whole."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from trendechos import __version__, claims
from trendechos.batch import Executor
from trendechos.flow.copies import reading_key
from trendechos.flow.memory import seldom_collected
from trendechos.flow.progress import Progress, silent
from trendechos.flow.stages import engine_id
from trendechos.flow.work import Batch, Done, parser, read_batch, sentence_texts
from trendechos.records import Report
from trendechos.store import Store, Writer
from trendechos.store.rows import stored_version

# Pieces of copies alone that may wait to be given back.
HELD_PIECES = 32


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
        last = Tally()
        for _, tally in self.stream(reports, progress, total=total):
            last = tally
        return last

    def stream(
        self, reports: Iterable[Report], progress: Progress = silent, *, total: int = 0
    ) -> Iterator[tuple[list[Report], Tally]]:
        """As `read`, giving the reports of each piece, in their order, once all of them are committed."""
        seen = _Seen()
        engine = self.engine
        with seldom_collected():
            for done in self.executor.map(read_batch, self._batches(reports, seen)):
                self._commit(done, engine, seen)
                seen.add(done)
                progress("read", seen.reports, max(total, seen.reports))
                yield from seen.committed()
            yield from seen.committed(everything=True)

    def _batches(self, reports: Iterable[Report], seen: _Seen) -> Iterator[Batch]:
        for some in _pieces(reports, self.batch_words):
            seen.reports += len(some)
            with self.store.writer() as writer:
                writer.add_reports(some)
                unread = [report for report in writer.unread(some, self.engine) if _readable(report)]
                fresh = self._without_copies(writer, unread, seen)
            # A long row of copies gives nothing to read; an empty batch lets what is done be given back.
            due = bool(fresh) or len(seen.pieces) >= HELD_PIECES
            seen.pieces.append((some, due))
            if due:
                yield self._batch(fresh)

    def _without_copies(self, writer: Writer, unread: Sequence[Report], seen: _Seen) -> dict[str, Report]:
        """What has to be read, by key; copies of what was read are kept at once, others with their original."""
        keys = [reading_key(report) for report in unread]
        held = writer.read_as(keys, self.engine)
        seen.keep(
            writer,
            [(report, held[key]) for report, key in zip(unread, keys, strict=True) if key in held],
            self.engine,
        )
        fresh: dict[str, Report] = {}
        for report, key in zip(unread, keys, strict=True):
            if key in held:
                continue
            if key in seen.waiting:
                seen.waiting[key].append(report)
            else:
                fresh[key], seen.waiting[key] = report, []
        return fresh

    def _batch(self, reports: Mapping[str, Report]) -> Batch:
        texts = {text for report in reports.values() for text in sentence_texts(report)}
        with self.store.view() as view:
            kept = view.sentences(texts, parser(self.model).model)
        return Batch(tuple(reports.values()), kept, self.model, tuple(reports))

    def _commit(self, done: Done, engine: str, seen: _Seen) -> None:
        with self.store.writer() as writer:
            writer.add_sentences(done.parsed)
            writer.add_read(done.reads, engine, {})
            pairs = [
                (report, stored_version(read.report))
                for read in done.reads
                for report in seen.waiting.pop(read.key, ())
            ]
            seen.keep(writer, pairs, engine)


@dataclass(slots=True)
class _Seen:
    """What came by so far, batches being made ahead of what is done, and which copies wait for theirs."""

    reports: int = 0
    new: int = 0
    sentences: int = 0
    new_sentences: int = 0
    waiting: dict[str, list[Report]] = field(default_factory=dict)
    # Pieces of the input not given back yet, and whether a batch was made of each.
    pieces: deque[tuple[list[Report], bool]] = field(default_factory=deque)

    def add(self, done: Done) -> None:
        """Counts a batch that was read."""
        self.new += len(done.reads)
        self.sentences += sum(one.sentences for one in done.reads)
        self.new_sentences += len(done.parsed)

    def committed(self, *, everything: bool = False) -> Iterator[tuple[list[Report], Tally]]:
        """The pieces up to the batch just committed; a copy never waits for a later piece than its own."""
        given = 0
        while self.pieces and (everything or not (given and self.pieces[0][1])):
            some, had_batch = self.pieces.popleft()
            given += had_batch
            yield some, Tally(self.reports, self.new, self.sentences, self.new_sentences)

    def keep(self, writer: Writer, pairs: Sequence[tuple[Report, str]], engine: str) -> None:
        """Keeps copies with the claims of what was read in their place."""
        self.sentences += writer.add_copies(pairs, engine, claims.moved)
        self.new += len(pairs)


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
