"""Who does what to whom around one word of a parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from trendechos.languages.en import grammar
from trendechos.text.tree import Tree

# The parse often takes these for prepositions ("voted down the budget", "pulled out of the deal").
_PARTICLES = frozenset({"up", "down", "off", "out"})
# What follows these may be a whole happening, with who does it first ("word of rebels having fled").
# Words with these relations take something from the word that they hang on.
_TAKING = frozenset({"acomp", "acl", "relcl", "xcomp", "conj", "advcl", "ccomp", "oprd"})
_OF_WHAT = frozenset({"about", "of", "over", "regarding"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """The words around a trigger: deep subjects and objects, complements, prepositions with objects."""

    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    complements: tuple[int, ...]
    particles: tuple[int, ...]
    adverbs: tuple[int, ...]
    prepositions: tuple[tuple[str, tuple[int, ...]], ...]

    def after(self, preposition: str) -> tuple[int, ...]:
        """The objects of `preposition`."""
        return tuple(token for word, objects in self.prepositions if word == preposition for token in objects)


@lru_cache(maxsize=5_000)
def arguments(tree: Tree, token: int) -> Arguments:
    """The arguments of `token`, with passives, relative clauses and shared subjects undone."""
    parsed = tree.parsed
    subjects: list[int] = []
    objects: list[int] = []
    complements: list[int] = []
    particles: list[int] = []
    adverbs: list[int] = []
    prepositions: list[tuple[str, tuple[int, ...]]] = []
    for child in tree.children[token]:
        dep = parsed.deps[child]
        if dep in ("nsubj", "csubj"):
            subjects.append(child)
        elif dep in ("dobj", "nsubjpass", "dative", "attr", "oprd") and parsed.lemmas[child] not in (
            "which",
            "that",
            "who",
            "whom",
        ):
            if dep in ("attr", "oprd"):
                complements.append(child)
            elif dep != "dative" or parsed.poses[child] != "ADP":
                objects.append(child)
            else:
                prepositions.append((parsed.lemmas[child], tuple(_objects(tree, child))))
        elif dep in ("xcomp", "ccomp", "acomp"):
            complements.append(child)
        elif dep == "prt":
            particles.append(child)
        elif dep == "advmod":
            adverbs.append(child)
        elif dep == "agent":
            subjects.extend(_objects(tree, child))
        elif dep == "prep":
            prepositions.append((parsed.lemmas[child], tuple(_objects(tree, child))))
            _as_particle(tree, child, particles, objects)
        elif dep in ("poss", "compound", "amod", "nmod") and parsed.poses[token] == "NOUN":
            subjects.append(child)
    _from_above(tree, token, subjects, objects)
    return Arguments(
        tuple(spread(tree, subjects)), tuple(spread(tree, objects)), tuple(complements), tuple(particles),
        tuple(adverbs), tuple(prepositions),
    )  # fmt: skip


def _as_particle(tree: Tree, child: int, particles: list[int], objects: list[int]) -> None:
    """Adds a preposition that may be the particle of its verb, and what it governs as an object of the verb."""
    parsed = tree.parsed
    if parsed.lemmas[child] in _PARTICLES and parsed.tags[parsed.heads[child]].startswith("VB"):
        particles.append(child)
        objects.extend(one for one in tree.children[child] if parsed.deps[one] == "pobj")


def _objects(tree: Tree, preposition: int) -> Iterator[int]:
    parsed = tree.parsed
    for child in tree.children[preposition]:
        if parsed.deps[child] in ("pobj", "pcomp"):
            yield from spread(tree, [child])
        elif parsed.deps[child] == "prep":
            yield from _objects(tree, child)


def _from_above(tree: Tree, token: int, subjects: list[int], objects: list[int]) -> None:
    """Adds what a participle, relative clause, conjunct or infinitive takes from the word that it hangs on."""
    parsed = tree.parsed
    head, dep = parsed.heads[token], parsed.deps[token]
    if dep not in _TAKING or head == token:
        return
    if dep == "acomp" and parsed.poses[token] == "ADJ":
        objects.extend(arguments(tree, head).subjects)
        return
    passive = parsed.tags[token] == "VBN" and tree.child(token, "aux") is None
    if dep == "acl":
        (objects if passive else subjects).append(head)
    elif dep == "relcl":
        pronouns = [
            child
            for child in tree.children[token]
            if parsed.tags[child] in ("WDT", "WP") or parsed.lemmas[child] == "that"
        ]
        relations = {parsed.deps[child] for child in pronouns}
        if "nsubj" in relations:
            subjects[:] = [head, *(item for item in subjects if item not in pronouns)]
        elif (not objects and not _is_where(tree, token)) or "nsubjpass" in relations:
            objects.append(head)
    elif (
        dep in ("xcomp", "conj", "advcl", "ccomp", "oprd")
        and parsed.poses[token] in ("VERB", "AUX")
        and tree.child(token, "nsubj", "nsubjpass", "csubj", "expl") is None
    ):
        above = arguments(tree, head)
        controller = above.objects if dep == "xcomp" and above.objects else above.subjects
        controller = _before(tree, token) or controller
        if parsed.lemmas[head] in ("call", "appeal", "plead"):
            asked = (one for word in ("on", "upon", "to", "with") for one in above.after(word))
            controller = tuple(asked) or controller
        if (
            dep == "conj"
            and passive
            and tree.child(token, "auxpass", "dobj") is None
            and tree.child(head, "auxpass") is not None
        ):
            objects.extend(above.objects)
        elif tree.child(token, "auxpass") is not None or (
            passive and dep != "conj" and tree.child(token, "dobj") is None
        ):
            # "found shot dead", "attacked by rebels, the soldiers fled"
            objects.extend(controller or above.objects)
        else:
            subjects.extend(controller or above.objects)


def _before(tree: Tree, token: int) -> tuple[int, ...]:
    """Who does what a participle tells of after a preposition ("about the army having sent men")."""
    parsed, first = tree.parsed, tree.subtree(token)[0]
    if first == 0 or parsed.tags[first] != "VBG" or parsed.deps[first - 1] != "pobj":
        return ()
    return (first - 1,) if parsed.lemmas[parsed.heads[first - 1]] in _OF_WHAT else ()


def _is_where(tree: Tree, clause: int) -> bool:
    """True for a relative clause of place or time ("the street where it exploded")."""
    return any(tree.parsed.tags[child] == "WRB" for child in tree.children[clause])


def spread(tree: Tree, tokens: list[int]) -> Iterator[int]:
    """`tokens` with conjuncts, appositions and what a word of quantity counts ("thousands of soldiers")."""
    parsed = tree.parsed
    for token in tokens:
        yield token
        counts = parsed.lemmas[token] in grammar.COLLECTIVES or parsed.poses[token] in ("NUM", "PRON", "DET")
        for child in tree.children[token]:
            if parsed.deps[child] == "conj" or (parsed.deps[child] == "appos" and parsed.poses[child] != "NUM"):
                yield from spread(tree, [child])  # a number beside a name is an age
            elif parsed.deps[child] == "prep" and (
                tree.lows[child] == "including" or (counts and parsed.lemmas[child] in ("of", "from"))
            ):
                below = tree.child(child, "pobj")
                yield from spread(tree, [below] if below is not None else [])
