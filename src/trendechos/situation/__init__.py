"""From claims and origins to a situation: questions, numbers, time, places, response, outlook, change.

Called from outside: `held`, `about`, `resolved` (or `Names`), `Surroundings` (one for the next and the last),
`pose`, `compared`, `uncompared`, `assess`, and `differ` for what changed between two of a mapping.
"""

from trendechos.situation.assess import assess
from trendechos.situation.compared import compared, uncompared
from trendechos.situation.held import Held, held
from trendechos.situation.propositions import pose
from trendechos.situation.relevance import about, about_why
from trendechos.situation.shortened import Names, resolved
from trendechos.situation.slices import differ
from trendechos.situation.surroundings import Surroundings

__all__ = [
    "Held", "Names", "Surroundings", "about", "about_why", "assess", "compared", "differ", "held", "pose",
    "resolved", "uncompared",
]  # fmt: skip
