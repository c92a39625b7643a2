"""Words that carry a full stop without ending a sentence."""

from __future__ import annotations

# A name or number follows, so the stop never ends a sentence.
TITLES = frozenset(
    """adm admin amb atty brig capt cdr cmdr cmsgt col cpl cpt dep dir dr esp ex fr gen gov hon insp lt maj messrs
    mlle mme mr mrs ms msgt mt mx pfc pres prof pvt rep reps rev rt sec sen sens sgt sr sra srta ssgt st ste supt
    tech undersec vs v no nos art arts sec secs fig figs vol pp para paras approx ca cf est incl e.g i.e viz
    lt.-col maj.-gen lt.-gen vice-adm""".split()
)

# A number follows ("Jan. 5", "No. 3"); otherwise the stop may end the sentence.
BEFORE_NUMBERS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec no nos p pp art sec ch vol op cit fl ext sq ft in".split()
)
