"""The party of a name by what stands beside it."""

from __future__ import annotations

import pytest
from tests.claims.test_speakers import last

SERVED = [
    # whoever owns the officer
    ("Kenya's foreign ministry said talks had failed. Its spokesman, Ole Maina, said 400 had left.", "KEN"),
    ("President Lai Ching-te said so. Lai's spokesperson, Karen Kuo, said Beijing should stop.", "TWN"),
    ("U.S. Central Command said 60 sites were hit. Ed Roe, its air commander, said 100 bombs fell.", "USA"),
    ("Chad's army said the town was free. Ana Reis, the army's spokeswoman, said 40 had died.", "TCD"),
    # where an officer is says nothing of whom he serves
    ("Ismail Noor, a Taliban spokesman in Doha, said the talks had failed.", "AFG"),
    ("Ismail Noor, a Chadian envoy to Niger, said the talks had failed.", "TCD"),
    # the body of a body
    ("Li Wen, a spokesman for the PLA's Eastern Theater Command, said the drills were over.", "CHN"),
    # official bodies that nobody lists
    ("Pakistan's Flood Warning Authority said the dam would hold.", "PAK"),
    # the body by its common noun
    ("Mozambique's electoral commission said so. Commission chairman Ana Reis said turnout was low.", "MOZ"),
    # embassies and missions serve who sends them
    ("The U.S. Embassy in Abuja said it would help.", "USA"),
    ("The European Union's election mission in Mozambique said the count was late.", "EUR"),
    ("Chad's water and energy minister, Ali Noor, said the dam was shut.", "TCD"),
    # of two states, of a union: nobody's
    ("Officials in Ankara and Damascus said 40 had died.", None),
    ("Haiti's jail burned. Police union spokesman Ole Remy said 40 had fled.", None),
    # a friend, a son, a company serve nobody
    ("Chad's president left. His son, Ali Noor, said he was well.", None),
    ("Ana Reis, a spokeswoman for Germany's Baywerk, said the plant had closed.", None),
]


@pytest.mark.parametrize(("text", "party"), SERVED)
def test_served(said, text, party):
    assert last(said, text, published="2024-11-04").party == party


def test_an_outlets_state_is_not_that_of_another_states_court(said):
    text = "Mozambique's top court met on Monday. The court found that turnout was low."
    assert last(said, text, outlet="Al Jazeera").party == "MOZ"
