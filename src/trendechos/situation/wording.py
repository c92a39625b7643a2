"""Questions in plain English, built from canonical parts only."""

from __future__ import annotations

from collections.abc import Iterable

# What is counted, and the verb that asks for it.
_COUNTED = {
    "troops": "{who}troops are", "killed": "{who}people were killed", "wounded": "{who}people were wounded",
    "killed_or_wounded": "{who}people were killed or wounded", "casualties": "{who}casualties were suffered",
    "captured": "{who}people were captured", "missing": "{who}people are missing",
    "displaced": "{who}people were displaced", "civilians": "{who}civilians are", "weapons": "{who}weapons are",
}  # fmt: skip
_PLANNED = {
    "troops": "{who}troops are planned for", "weapons": "{who}weapons are planned for",
}  # fmt: skip
_WINDOWS = {
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "cumulative": "in all",
    "planned": "(planned)",
}
# One clause a family; {who} a list of names, {where} " in X" or nothing, {other} the other side.
_STATED = {
    "deployment": "{who} {forces} are{where}", "combat": "{who} forces have fought{where}",
    "casualties": "{who} forces have suffered losses{where}", "capture": "{who} people were captured{where}",
    "withdrawal": "{who} forces have withdrawn{where}", "aid": "{who} has given aid{other}{where}",
    "sanction": "{who} has imposed sanctions{other}{where}",
    "agreement": "{who} has made an agreement{other}{where}",
    "consultation": "{who} has held talks{other}{where}", "protest": "There have been protests{where}",
    "threat": "{who} has made a threat{other}{where}",
}  # fmt: skip


def listed(names: Iterable[str]) -> str:
    """Names as a list in words.

    >>> listed(["A", "B", "C"]), listed([])
    ('A, B and C', '')
    """
    parts = list(names)
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def number(value: float) -> str:
    """A number with thousands parted, without a needless fraction.

    >>> number(11000.0), number(2.5)
    ('11,000', '2.5')
    """
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def how_many(counts: str, unit: str, who: str, where: str, window: str) -> str:
    """The question that a measure answers.

    >>> how_many("troops", "", "North Korean", "Kursk Oblast", "none")
    'How many North Korean troops are in Kursk Oblast'
    >>> how_many("killed", "", "", "Gaza", "cumulative")
    'How many people were killed in Gaza, in all'
    """
    adjective = f"{who} " if who else ""
    if counts == "money":
        text = f"How much money{' of ' + who if who else ''}" + (f" for {where}" if where else "")
    elif window == "planned" and counts in _PLANNED:
        text = "How many " + _PLANNED[counts].format(who=adjective) + (f" {where}" if where else " later")
        return text.removesuffix(" for later")
    else:
        phrase = _COUNTED.get(counts) or f"{{who}}{unit or 'people or things'} are"
        text = (
            "How many "
            + phrase.format(who=adjective)
            + (f" in {where}" if where else " meant" * phrase.endswith(" are"))
        )
    ending = _WINDOWS.get(window)
    return f"{text}, {ending}" if ending and ending != "(planned)" else f"{text} {ending}" if ending else text


def figure(counts: str, unit: str, who: str, where: str, about: tuple[float, float], window: str) -> str:
    """The statement that several origins make with one figure."""
    low, high = about
    amount = number(low) if low == high else f"{number(low)} to {number(high)}"
    question = how_many(counts, unit, who, where, window)
    return question.replace("How many", f"About {amount}", 1).replace("How much money", f"About {amount}", 1)


def statement(family: str, who: str, forces: str, other: str, where: str) -> str:
    """The statement that a question of one family asks about.

    >>> statement("deployment", "North Korean", "troops", "", "Kursk Oblast")
    'North Korean troops are in Kursk Oblast'
    """
    text = (
        _STATED[family]
        .format(
            who=who,
            forces=forces,
            where=f" in {where}" if where else "",
            other=f" with {other}" if other else "",
        )
        .strip()
    )
    if not who:
        text = text.removeprefix("has ").removeprefix("forces ").strip()
        text = {
            "deployment": "Forces " + text,
            "combat": "There has been fighting" + (f" in {where}" if where else ""),
        }.get(family, text)
    return text[:1].upper() + text[1:]
