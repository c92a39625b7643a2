from trendechos.knowledge import cameo, plover, scales


def test_plover_has_its_types_modes_and_contexts():
    assert len(plover.types()) == 16
    assert sum(len(kind.modes) for kind in plover.types().values()) == 67
    assert len(plover.contexts()) == 37
    assert plover.score("ASSAULT", "drone") == -9.5
    assert plover.score("ACCUSE") == -3


def test_every_local_choice_of_the_mapping_is_explained():
    subjects = " ".join(subject for subject, _, _ in plover.decisions())
    local = [code for code, entry in cameo.codes().items() if entry.local]
    assert [code for code in local if code not in subjects.replace(",", " ").split()] == []


def test_codes_stay_strings_and_both_tables_are_kept():
    assert "010" in cameo.codes()
    assert "10" in cameo.roots()
    differing = [
        code for code, entry in cameo.codes().items()
        if entry.goldstein_gdelt is not None and entry.goldstein_gdelt != entry.goldstein_icews
    ]  # fmt: skip
    assert differing == ["016", "022", "164", "165"]
    assert cameo.goldstein("1213", "icews") == -4
    assert cameo.goldstein("1213") == -4  # the parent's: GDELT's table leaves it out
    assert cameo.goldstein("nonsense") is None


def test_every_code_leads_to_its_roots_type_or_says_otherwise():
    assert cameo.plover("154") == ("MOBILIZE", "troops", ("military",))
    assert cameo.plover("0231") == (None, None, ())
    assert cameo.plover("77") == (None, None, ())
    assert {entry.root for entry in cameo.codes().values()} == set(cameo.roots())


def test_scales():
    assert scales.word(0.97) == "almost certain"
    assert scales.word(0.2) == "very unlikely"
    assert scales.word(0.22, "phia") is None
    assert scales.meaning("Probable").low == 0.55
    assert scales.meaning("perhaps") is None
    assert "".join(scales.grades("reliability")) == "ABCDEF"
    assert list(scales.grades("confidence")) == ["high", "moderate", "low"]
