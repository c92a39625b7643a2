"""Report to Reading in three steps: split, parse, join; the language model stays behind `Parser`."""

from trendechos.reading.join import join
from trendechos.reading.layout import Layout
from trendechos.reading.parse import Parser
from trendechos.reading.resolve import home
from trendechos.reading.split import split

__all__ = ["Layout", "Parser", "home", "join", "split"]
