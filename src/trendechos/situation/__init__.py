"""From claims and origins to a situation: questions, numbers, time, places, response, outlook, change.

Called from outside: `resolved`, `held`, `about`, `surroundings` (once for the next
and the last), `pose`, `compared` and `assess`.
"""

from trendechos.situation.assess import assess
from trendechos.situation.compared import compared
from trendechos.situation.held import Held, held
from trendechos.situation.propositions import pose
from trendechos.situation.relevance import about, about_why
from trendechos.situation.shortened import resolved
from trendechos.situation.topics import Surroundings, surroundings

__all__ = [
    "Held", "Surroundings", "about", "about_why", "assess", "compared", "held", "pose", "resolved",
    "surroundings",
]  # fmt: skip
