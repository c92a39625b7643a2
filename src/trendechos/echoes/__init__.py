"""Claims to echoes, echoes to groups, groups to the origins behind them; how origins depend on each other."""

from trendechos.echoes.compare import compare, pairs
from trendechos.echoes.copies import CopyIndex, copies, earliness, ranked
from trendechos.echoes.distort import distorted, voice
from trendechos.echoes.features import FEATURES
from trendechos.echoes.group import Joined, group, join, join_lines
from trendechos.echoes.keys import keys
from trendechos.echoes.profile import compared
from trendechos.echoes.relate import relate
from trendechos.echoes.touch import touch
from trendechos.echoes.trace import alone, place, trace

__all__ = [
    "FEATURES", "CopyIndex", "Joined", "alone", "compare", "compared", "copies", "distorted", "earliness",
    "group", "join", "join_lines", "keys", "pairs", "place", "ranked", "relate", "touch", "trace", "voice",
]  # fmt: skip
