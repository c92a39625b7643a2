"""English nouns that point back to somebody met before: the lists of pointing.tsv."""

from __future__ import annotations

from trendechos.languages.en.lists import read

_LISTS = read("pointing.tsv")

BODY = _LISTS["BODY"]
ANYBODY = _LISTS["ANYBODY"]
ARMED = _LISTS["ARMED"]
GROUPS = _LISTS["GROUPS"]
FIRM = _LISTS["FIRM"]
STATES = _LISTS["STATES"]
COUNTRY = _LISTS["COUNTRY"]
OFFICER = _LISTS["OFFICER"]
OFFICIAL = _LISTS["OFFICIAL"]
IN_OFFICE = _LISTS["IN_OFFICE"]
RANKED = _LISTS["RANKED"]
HE = _LISTS["HE"]
SHE = _LISTS["SHE"]
PRESS = _LISTS["PRESS"]
STATE_RUN = _LISTS["STATE_RUN"]
TASKS = _LISTS["TASKS"]
OUTLET = _LISTS["OUTLET"]
NUMBERED = _LISTS["NUMBERED"]
OF_STATE = _LISTS["OF_STATE"]
APART = _LISTS["APART"]
PROFESSION = _LISTS["PROFESSION"]
HE_NAMES = _LISTS["HE_NAMES"]
SHE_NAMES = _LISTS["SHE_NAMES"]
