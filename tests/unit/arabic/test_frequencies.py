from rawi.arabic import frequencies


def test_the_key_keeps_teh_marbuta_and_folds_the_rest() -> None:
    assert frequencies.key("مُؤسَّسةٌ") == "موسسة"
    assert frequencies.key("إلى") == "الي"


def test_common_words_are_commoner() -> None:
    assert frequencies.zipf("في") > frequencies.zipf("وزير") > frequencies.zipf("زير") > 0
    assert frequencies.zipf("غداد") == 0
