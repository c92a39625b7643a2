"""Layout and parses put together into a reading."""

from __future__ import annotations

from collections.abc import Mapping

from trendechos.reading import names, places, quantities, times
from trendechos.reading.layout import Layout
from trendechos.records import ParsedSentence, Reading, Report, Sentence


def join(report: Report, layout: Layout, parsed: Mapping[str, ParsedSentence]) -> Reading:
    """The reading of a report from its layout and the parses of its sentences by text.

    A sentence whose parse is not given is left out.
    """
    sentences = tuple(
        Sentence(span, parsed[words])
        for span in layout.sentences
        if (words := report.words(span.field)[span.start : span.end]) in parsed
    )
    mentions = names.find(report, sentences)
    return Reading(
        report_id=report.report_id,
        version_id=report.version_id,
        language=layout.language,
        sentences=sentences,
        mentions=mentions,
        places=places.find(report, sentences, mentions, dateline=layout.dateline),
        times=times.find(report, sentences, layout.dateline),
        quantities=quantities.find(report, sentences),
        furniture=layout.furniture,
        dateline=layout.dateline,
    )
