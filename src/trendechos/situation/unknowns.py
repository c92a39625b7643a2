"""What is not known about a question, and what would change the picture."""

from __future__ import annotations

from collections.abc import Mapping

from trendechos.records import Moment, Origin, Proposition
from trendechos.situation.calendar import spoken
from trendechos.situation.naming import name
from trendechos.situation.stances import FOR
from trendechos.situation.wording import listed

# What a reader would ask for next, by kind of question.
_WANTED = {
    "deployment": "dated imagery, captives or documents from the place, or word from those said to be there",
    "combat": "captives, remains, located footage, or word from both sides of the fighting",
    "casualties": "names, burials, hospital or official lists",
    "capture": "a list of those held, word from them, their families or lawyers, or their release",
    "withdrawal": "dated imagery from the place",
    "aid": "deliveries seen, contracts or customs records",
    "sanction": "the published act",
    "agreement": "the signed text, or word from every party to it",
    "consultation": "a record by every party to it",
    "protest": "located footage from the place",
    "threat": "the full statement",
}  # fmt: skip
_COUNTS = "how the number was arrived at, and a count by somebody with access of their own"


def open_questions(proposition: Proposition, origins: Mapping[str, Origin], left_out: int) -> tuple[str, ...]:
    """What is not known about one question, in plain sentences without a verdict.

    `left_out` pages have no day and are not held for that.
    """
    positive = [
        origins[stance.origin_id]
        for stance in proposition.stances
        if stance.stance in FOR and stance.origin_id in origins
    ]
    found = []
    if positive:
        found += _basis(positive)
        if proposition.independence == "not_established" and len(positive) > 1:
            found.append("Whether any two of these origins rest on separate evidence is not established.")
    if proposition.not_heard:
        found.append(f"No statement on this by {_parties(proposition.not_heard)} is held.")
    for party, day in proposition.heard_before:
        when = f" ({spoken(Moment(day, 'day'))})" if day else ""
        found.append(f"What {name(party)} said{when} came before; no later reply is held.")
    if left_out:
        pages = "1 page" if left_out == 1 else f"{left_out} pages"
        found.append(f"{pages} without a day {'is' if left_out == 1 else 'are'} left out.")
    wanted = _COUNTS if proposition.counts else _WANTED.get(proposition.type)
    if wanted:
        found.append(f"What would change the picture: {wanted}.")
    return tuple(found)


def _basis(positive: list[Origin]) -> list[str]:
    without = [origin for origin in positive if origin.basis == "none_given"]
    if len(without) == len(positive):
        return ["On what basis this is said is not given by any page."]
    if without:
        nameless = sum(_is_nameless(origin) for origin in without)
        names = list(dict.fromkeys(one.speaker.canonical for one in without if not _is_nameless(one)))
        if nameless:
            names.append("an unnamed source" if nameless == 1 else f"{nameless} unnamed sources")
        shown = listed([*names[:4], *([f"{len(names) - 4} more"] if len(names) > 4 else [])])
        return [f"No basis is given for what {shown} said."]
    return []


def _is_nameless(origin: Origin) -> bool:
    return origin.speaker.kind in ("unnamed", "none") or not origin.speaker.canonical


def _parties(codes: tuple[str, ...]) -> str:
    names = [name(code) for code in codes]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
