"""Hashes that are the same everywhere."""

from hypothesis import given
from hypothesis import strategies as st

from trendechos.text.hashing import hash64, sentence_hash, word_hashes
from trendechos.text.normalise import normalise


def test_the_hash_of_a_text_never_changes() -> None:
    # A stored index outlives the process: this number must stay.
    assert hash64("He said no.") == 9737330574959433813


def test_sentences_that_differ_in_typography_hash_alike() -> None:
    assert sentence_hash("“No,” he said.") == sentence_hash('"no,"  he said.')


def test_words_hash_by_their_letters_whatever_their_case() -> None:
    first, second = word_hashes("The Army said"), word_hashes("ARMY, the")
    assert first.hashes[1] == second.hashes[0]
    assert first.hashes[0] == second.hashes[1]
    assert len(set(first.hashes.tolist())) == 3


def test_stems_join_the_forms_of_a_word_and_content_leaves_small_words_out() -> None:
    found = word_hashes("deployed deployment of 12 men")
    assert found.stems[0] == found.stems[1]
    assert found.content.tolist() == [True, True, False, True, False]


@given(st.text())
def test_word_edges_point_at_words_of_any_text(text: str) -> None:
    found = word_hashes(text)
    pieces = [text[start:end] for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]
    assert all(piece.isalnum() for piece in pieces)
    assert len(found.hashes) == len(found.stems) == len(pieces)


def test_no_words_give_no_hashes_and_broken_letters_do_no_harm() -> None:
    assert len(word_hashes(" … — ").hashes) == 0
    assert len(word_hashes("half \ud83d emoji").hashes) == 2
    assert normalise("\ud83d") == "\ud83d"
