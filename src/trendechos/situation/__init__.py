"""From claims and origins to a situation: questions, numbers, time, places, response, outlook, change.

Five functions are called from outside: `resolved`, `held`, `about`, `pose` and `assess`.
"""

from trendechos.situation.assess import assess
from trendechos.situation.held import Held, held
from trendechos.situation.propositions import pose
from trendechos.situation.relevance import about, about_why
from trendechos.situation.shortened import resolved

__all__ = ["Held", "about", "about_why", "assess", "held", "pose", "resolved"]
