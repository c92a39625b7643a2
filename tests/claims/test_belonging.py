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
    # who leads a body, is in charge of it, or speaks where it has just spoken
    ("The Red Cross opened. Ana Reis, who leads the WHO's team in Goma, said 40 came.", "UNO"),
    ('"It held," said Ana Reis, the officer in charge of the WHO.', "UNO"),
    ("Chad's water ministry closed the dam. Spokesman Ali Noor said 40 had left.", "TCD"),
    ("Hamas said 40 left. A source in the group said 50 did.", "HAMAS"),
    # offices and bodies of the one state that a report is about
    ("Rain hit Mongu and Senanga in Zambia. Water Minister Ana Reis said 40 had left.", "ZMB"),
    ("Rain hit Mongu and Senanga in Zambia. Ana Reis, the health ministry's director, said 40 left.", "ZMB"),
    ("Rain hit Mongu and Senanga in Zambia. The Ministry of Health said 40 had left.", "ZMB"),
    ("Rain hit Mongu and Senanga in Zambia. The relief ministry said 40 had left.", "ZMB"),
    ("Health Minister Ana Reis spoke in Mongu, Zambia, and in Senanga. The ministry said 40 left.", "ZMB"),
    ("Rain hit Mongu and Senanga in Zambia. Government said 40 had left.", "ZMB"),
    # whoever governs a place serves its state
    ("Mongu's health director, Ana Reis, said 40 had left.", "ZMB"),
    ("Travis County Sheriff Ana Reis said 40 had left.", "USA"),
    ("Rain hit Mongu and Senanga in Zambia. Ana Reis, the district's administrator, said 40 left.", "ZMB"),
    ("The Kogi State Flood Agency said 40 had left.", "NGA"),
    # a body of a body, and one that somebody runs
    ("Unicef's Water Service said 40 had left.", "UNO"),
    ("The Hamas-run press office said 40 had left.", "HAMAS"),
    # what is said of a name anywhere holds everywhere
    ("Ana Reis said so on Monday. Reis, Chad's health minister, spoke. Ana Reis said it was late.", "TCD"),
    # "its" is whoever leads the sentence, whoever has spoken before
    (
        "Chad closed the dam. Niger, two of whose towns are dry, has asked why, its water ministry said.",
        "NER",
    ),
    ("Chad closed the dam. Niger's government will send trucks, its deputy trade minister said.", "NER"),
    # what a state plans or weighs its own people say
    ("Chad shut the road. Niger is weighing a ban on Mali's cattle, a government source said.", "NER"),
    ("Chad accused Mali. Niger will not shut the road, the foreign ministry said.", "NER"),
    ("Chad accused Mali. Niger has shut the road, the foreign ministry said.", None),
    # the service that an officer heads, however his work is called
    ("Ole Lund, head of operations at the Norwegian Coastal Agency, said 40 had left.", "NOR"),
    ("Ana Reis, head of risk analysis at the Border Guard of Latvia, said 40 had left.", "LVA"),
    ("Ole Lund, head of sales at Norwegian Fish, said 40 had left.", None),
    ("Rain hit Mongu and Senanga in Zambia. Deputy Prosecutor General Ana Reis said 40 left.", "ZMB"),
    # a region of another state's in a body's name
    ("Ana Reis, director of rescue at the Maritime Agency, said 40 had left.", None),
    # of two states, of a union: nobody's
    ("Peruvian miners' leader Ana Reis said 40 had left.", None),
    ("Chad accused Niger. Mr. Noor, a nurse, and Foreign Minister Ana Reis said 40 had left.", None),
    ("Rain hit Mongu and Senanga in Zambia. Health worker Ana Reis said 40 had left.", None),
    ("Rain hit Mongu and Senanga in Zambia. Ana Reis, the director of the clinic, said 40 left.", None),
    ("Rain hit Mongu and Senanga in Zambia. The Farmers' Association said 40 had left.", None),
    ("Officials in Ankara and Damascus said 40 had died.", None),
    ("Peru's police fired. The union leader, Ana Reis, said 40 had fled.", None),
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


def test_of_two_that_have_spoken_nobody_tells_whose_army_it_is(said):
    text = "Chad said 40 fell near Goz. Niger said 50 fell in Mao and Bol. The military said it would fight on."
    assert last(said, text).party is None


def test_a_body_of_many_states_is_of_the_state_that_a_page_is_written_in(said):
    text = "SEOUL, Sept 3 (Yonhap) -- Shots fell after North Korean boats came, the Joint Chiefs of Staff said."
    assert last(said, text, outlet="Yonhap").party == "KOR"


def test_an_outlet_of_a_state_that_is_written_abroad_names_no_body_of_its_own(said):
    text = "MONGU, Zambia -- Rain fell in Mongu and Senanga. Governor Ana Reis said 40 had left."
    assert last(said, text, outlet="RFE/RL").party == "ZMB"


def test_an_outlet_that_writes_of_another_state_lends_it_no_ministry(said):
    text = (
        "A boat sank near Mwanza and Bukoba in Tanzania. Rain fell in Geita. Kenya sent divers. "
        "The Ministry of Transport said 40 had left."
    )
    assert last(said, text, outlet="Daily Nation").party is None


def test_a_minister_without_a_name_stays_so(said):
    speaker = last(said, "Denmark's defence minister said 40 had left.", published="2025-09-12")
    assert (speaker.canonical, speaker.kind, speaker.party) == ("Danish defence minister", "unnamed", "DNK")


def test_an_outlet_writes_of_its_own_state(said):
    text = "Kenya will not ban flights from Lusaka and Ndola in Zambia, the Ministry of Health said."
    assert last(said, text, outlet="Nation", title="Kenya won't ban flights").party == "KEN"
    assert last(said, text, outlet="Ipe Post", url="https://ipepost.co.ke/1").party == "KEN"


WHO = [
    # the accused denies, as the lawyer tells, and through the lawyer
    ("Ali Noor is held in Lima, his lawyer, Tom Li, said. He denies the charges.", {}, "Ali Noor", None),
    ("Ali Noor is held in Lima, his lawyer, Tom Li, said. He added that it was cold.", {}, "Tom Li", None),
    # "the agency" is the one that the sentence has introduced
    ("Oxfam opened a camp. A team sent by Chile's emergency agency Senapred has landed, the agency said.",
     {}, "Senapred", "CHL"),
    # a ministry has one name, with its state
    ("Rain hit Mongu and Senanga in Zambia. The Ministry of Public Health said 40 had left.",
     {}, "Zambian Ministry of Health", "ZMB"),
    ("LUSAKA, May 4 - Zambia's Bo is dry, the republic's Interior Ministry said.",
     {}, "Zambian Ministry of the Interior", "ZMB"),
    ("Chad's emergency situations ministry said 40 had left.",
     {}, "Chadian Ministry of Emergency Situations", "TCD"),
    # a press office is the body's voice
    ("Orla Coal closed a pit. The company's press service replied that 40 had left.", {}, "Orla Coal", None),
    # in a live blog nobody goes on behind a time stamp
    ("18:40\nOxfam said 40 had left.\n\n17:15\nThe agency said 50 had left.", {}, "agency", None),
    # "we" are those who publish
    ("In Goma we estimate that 40 have left.", {"outlet": "Storm Watch Togo"}, "Storm Watch Togo", None),
    ("We believe that 40 have left.", {"outlet": "Reuters"}, "Reuters", None),
    # the page's own bearer of a name, whoever else bears it
    ("Lise Tremblay, who bakes, told a UN envoy that sales fell. Tremblay said she would close.",
     {}, "Lise Tremblay", None),
    ("The street of Dunya Austin is wet. Austin said it was the end of the shop.", {}, "Austin", None),
    # a body by its last word, in capitals or not, and on its own page
    ("The UN mission in South Sudan said 40 came. The Mission said 50 had left.",
     {}, "UNMISS", "UNO"),
    ("The movement said it would hold the men.", {"outlet": "Hamas Media Office"}, "Hamas", "HAMAS"),
    ("KENYA NATIONAL FLOOD AUTHORITY\n\nThe authority said 40 had left.",
     {"outlet": "KNFA"}, "Kenya National Flood Authority", "KEN"),
    # an office whose holder the report names
    ("Netanyahu met Macron and Scholz. The Prime Minister's Office said talks would go on.",
     {}, "Israeli Prime Minister's Office", "ISR"),
    # the ministry is the minister's
    ("Zambia's Health Minister Ana Reis spoke. The ministry said 40 had left.",
     {}, "Zambian Ministry of Health", "ZMB"),
    # names behind an office that the parse takes for the town's, and names of a body
    ("Rebels took the town of Bo in Chad, an army spokesman, Ana Reis, said.", {}, "Ana Reis", "TCD"),
    ("Ana Reis of Unicef said 40 had left.", {}, "Ana Reis", "UNO"),
    ("Ana Reis of Chad said she had lost.", {}, "Ana Reis", None),
    # names behind titles in capitals
    ("Zambia's High Commissioner to Tanzania, Ana Reis, said the border was shut.", {}, "Ana Reis", "ZMB"),
    ("Rain hit Nairobi and Nakuru. Public Health Principal Secretary Ana Reis said 40 left.",
     {}, "Ana Reis", "KEN"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields", "canonical", "party"), WHO)
def test_who_it_is_and_of_which_party(said, text, fields, canonical, party):
    speaker = last(said, text, **{"published": "2024-05-04", **fields})
    assert (speaker.canonical, speaker.party) == (canonical, party)
