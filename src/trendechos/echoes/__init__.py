"""Claims to echoes, echoes to groups, groups to the origins behind them; how origins depend on each other."""

from trendechos.echoes.compare import compare, pairs
from trendechos.echoes.copies import CopyIndex, copies
from trendechos.echoes.features import FEATURES
from trendechos.echoes.group import group, join
from trendechos.echoes.keys import keys
from trendechos.echoes.relate import relate
from trendechos.echoes.routes import routes
from trendechos.echoes.touch import touch
from trendechos.echoes.trace import trace

__all__ = [
    "FEATURES", "CopyIndex", "compare", "copies", "group", "join", "keys", "pairs", "relate", "routes", "touch",
    "trace",
]  # fmt: skip
