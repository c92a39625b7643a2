"""Questions in plain English, built from canonical parts only."""

from __future__ import annotations

from collections.abc import Iterable

from trendechos.languages.en.deeds import DEEDS

# What is counted, and the verb that asks for it.
_COUNTED = {
    "troops": ("{who}troops", "are"), "killed": ("{who}people", "were killed"),
    "wounded": ("{who}people", "were wounded"), "killed_or_wounded": ("{who}people", "were killed or wounded"),
    "casualties": ("{who}casualties", "were suffered"), "captured": ("{who}people", "were captured"),
    "missing": ("{who}people", "are missing"), "displaced": ("{who}people", "were displaced"),
    "civilians": ("{who}civilians", "are"), "weapons": ("{who}weapons", "are"),
}  # fmt: skip
_WINDOWS = {"day": ", a day", "week": ", a week", "month": ", a month", "cumulative": ", in all"}
# One clause a family: with the parties named, and without.
_STATED = {
    "deployment": ("{who} {forces} are{where}", "Forces are{where}"),
    "combat": ("{who} forces have fought{where}", "There has been {violence}{where}"),
    "control": ("{who} forces have taken or hold{at}", "Forces have taken or hold{at}"),
    "casualties": ("{who} forces have suffered losses{where}", "People were killed or hurt{where}"),
    "capture": ("{who} people were captured{where}", "People were arrested or held{where}"),
    "withdrawal": ("{who} forces have withdrawn{left}", "Forces have withdrawn{left}"),
    "aid": ("{who} has given aid{other}", "Aid has been given{other}"),
    "sanction": ("{who} has imposed sanctions{other}", "Sanctions have been imposed{other}"),
    "agreement": ("{who} has made an agreement{other}", "An agreement has been made{other}"),
    "consultation": ("{who} has held talks{other}", "Talks have been held{other}"),
    "protest": ("There have been protests{where}", "There have been protests{where}"),
    "threat": ("{who} has made a threat{other}", "A threat has been made{other}"),
}
# Without armed forces these say nothing of sides.
_ARMED = frozenset(["combat", "casualties", "withdrawal"])
_VIOLENCE = {
    "firearms": "a shooting", "explosives": "an explosion", "suicide-attack": "a suicide attack",
    "aerial": "an air attack", "drone": "a drone attack", "heavy-weapons": "shelling", "beat": "a beating",
    "targeted": "a targeted killing", "abduct": "an abduction", "destroy": "destruction",
}  # fmt: skip
# What parties and candidates win.
WON = frozenset(["seats", "votes"])
_TOWARDS = {"aid": "to", "sanction": "on", "threat": "against"}


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
    >>> how_many("killed", "", "", "Gaza", "cumulative"), how_many("troops", "", "Iranian", "", "planned")
    ('How many people were killed in Gaza, in all', 'How many Iranian troops are planned')
    """
    if counts == "share":
        return f"How high is {who}" if who.islower() else f"What share {_share(unit, who)}"
    if unit in WON and not where:
        return f"How many {unit} are given for {who}"
    return f"How many {_counted(counts, unit, who, where, window)}".replace(
        "How many money", "How much money", 1
    )


def _share(unit: str, who: str) -> str:
    return f"of the {unit} is given for {who}" if unit else f"is given for {who}"


def _thing(unit: str, where: str, window: str) -> str:
    """Things counted by what is done to them, or none ("confirmed cases")."""
    noun, _, deed = unit.rpartition(" ")
    if deed not in DEEDS:
        noun, deed = unit, "counted"
    told, place = f"{'are to be' if window == 'planned' else 'were'} {deed}", f" in {where}" if where else ""
    if deed == "entered":
        told, place = "are to enter" if window == "planned" else "were counted entering", f" {where}".rstrip()
    return f"{noun} {told}{place}{_WINDOWS.get(window, '')}"


def _counted(counts: str, unit: str, who: str, where: str, window: str) -> str:
    if counts == "other" and not who:
        return _thing(unit, where, window)
    noun, verb = _COUNTED.get(counts) or (f"{{who}}{unit or counts}", "is" if counts == "money" else "are")
    noun = noun.format(who=f"{who} " if who else "")
    if unit.startswith(("by ", "in the ")):
        verb = f"{verb} {unit.replace('in the', 'after the') if counts == 'missing' else unit}"
    elif unit and counts in _COUNTED:
        noun = noun.replace("people", unit)
    bare = verb in ("are", "is")
    if window == "planned":
        return f"{noun} {'is' if verb == 'is' else 'are'} planned" + (f" for {where}" if where else "")
    place = f" in {where}" if where else " spoken of, no place given" if bare else ""
    return f"{noun} {verb}{place}{_WINDOWS.get(window, '')}"


def figure(counts: str, unit: str, who: str, where: str, *, amount: float, window: str, about: bool) -> str:
    """The statement that several origins make with one figure; `about` when any of them qualifies it.

    >>> figure("troops", "", "Russian", "Kursk Oblast", amount=50000, window="none", about=True)
    'About 50,000 Russian troops are in Kursk Oblast'
    """
    if counts == "share":
        return f"{'About ' * about}{number(amount)}% {who if who.islower() else _share(unit, who)}"
    if unit in WON and not where:
        return f"{'About ' * about}{number(amount)} {unit} are given for {who}"
    return f"{'About ' * about}{number(amount)} {_counted(counts, unit, who, where, window)}"


def statement(family: str, who: str, other: str, where: str, *, forces: str = "", mode: str = "") -> str:
    """The statement that a question of one family asks about.

    `forces` is the word for armed forces where they are meant, empty otherwise; then violence is named
    by its PLOVER `mode` and nobody's forces are said to have fought.

    >>> statement("deployment", "North Korean", "", "Kursk Oblast", forces="troops")
    'North Korean troops are in Kursk Oblast'
    >>> statement("casualties", "Rapid Support Forces", "", "Bara", forces="troops")
    'Rapid Support Forces have suffered losses in Bara'
    >>> statement("sanction", "", "Russia", ""), statement("combat", "", "", "Troy", mode="firearms")
    ('Sanctions have been imposed on Russia', 'There has been a shooting in Troy')
    """
    named, unnamed = _STATED[family]
    nobody = not who or (family in _ARMED and not forces)
    if who.split()[-1:] == ["Forces"]:
        named = named.replace(" {forces}", "").replace(" forces", "")  # their name says it
    return (unnamed if nobody else named).format(
        who=who,
        forces=forces or "forces",
        violence="fighting" if forces else _VIOLENCE.get(mode, "violence"),
        where=f" in {where}" if where else "",
        left=f" from {where}" if where else "",
        at=f" {where}" if where else " a place",
        other=f" {_TOWARDS.get(family, 'with')} {other}" if other else "",
    )
