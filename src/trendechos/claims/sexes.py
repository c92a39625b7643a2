"""Which of "he" and "she" goes with the names of a report, as far as it tells."""

from __future__ import annotations

from trendechos.languages.en import pointing


class Sexes:
    """For each name "he" or "she" where that is known, and which of them it cannot be."""

    def __init__(self) -> None:
        """Knows nothing yet."""
        self._of: dict[str, str] = {}
        self._not: set[tuple[str, str]] = set()

    def knows(self, name: str) -> bool:
        """True where one of the two is known to go with `name`."""
        return name in self._of

    def tell(self, name: str, beside: frozenset[str] = frozenset()) -> None:
        """Notes whether "he" or "she" goes with a name, by titles `beside` it, else by the first name."""
        if name in self._of:
            return
        words = beside | {word.strip(".") for word in beside}
        given = frozenset(name.lower().split()[:1])
        for told, he, she in (
            (words, pointing.HE, pointing.SHE),
            (given, pointing.HE_NAMES, pointing.SHE_NAMES),
        ):
            if told.isdisjoint(he) != told.isdisjoint(she):
                self._of[name] = "she" if told.isdisjoint(he) else "he"
                return

    def take(self, sex: str, name: str) -> None:
        """Notes that a pronoun was taken to mean `name`."""
        self._of[name] = sex

    def fits(self, sex: str, name: str) -> bool:
        """True where the other one is not known to go with `name`."""
        return self._of.get(name, sex) == sex

    def likely(self, name: str, sex: str) -> str:
        """Which of the two goes with a name, by its first name too; `sex` where that is not known."""
        self.tell(name)
        return self._of.get(name, sex)

    def rule_out(self, sex: str, name: str) -> None:
        """Notes that a pronoun cannot mean `name` ("the judge asked her": she is not the judge)."""
        self._not.add((sex, name))

    def ruled_out(self, sex: str, name: str) -> bool:
        """True where that was noted."""
        return (sex, name) in self._not
