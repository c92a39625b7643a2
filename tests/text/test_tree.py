"""Walks over a parse, and what a tree keeps of its sentence."""

from __future__ import annotations

from dataclasses import replace

from trendechos.records import ParsedSentence
from trendechos.text.tree import Tree, grown

# "Rebels left Goma": the verb heads both.
PARSED = ParsedSentence(
    text="Rebels left Goma", model="test", words=("Rebels", "left", "Goma"), starts=(0, 7, 12),
    lemmas=("rebel", "leave", "Goma"), tags=("NNS", "VBD", "NNP"), poses=("NOUN", "VERB", "PROPN"),
    heads=(1, 1, 1), deps=("nsubj", "ROOT", "dobj"),
)  # fmt: skip


def test_walks() -> None:
    tree = Tree(PARSED)
    assert (tree.root, tree.subtree(1), tree.subtree(2)) == (1, [0, 1, 2], [2])
    assert (tree.child(1, "dobj", "nsubj"), tree.child(1, "prep")) == (0, None)


def test_has_a_word_or_a_lemma_in_small_letters() -> None:
    tree = Tree(PARSED)
    assert [tree.has({word}) for word in ("left", "leave", "goma", "Goma", "go")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_grows_one_tree_a_parse() -> None:
    other = replace(PARSED, heads=(0, 1, 1))
    assert grown(PARSED) is grown(PARSED)
    assert grown(other).parsed is other
    assert grown(PARSED).parsed is PARSED
