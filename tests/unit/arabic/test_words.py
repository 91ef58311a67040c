import pytest

from rawi.arabic.words import segments, token, tokens


@pytest.mark.parametrize(
    "word",
    [
        "وزير",
        "بغداد",
        "لجنة",
        "وكالة",
        "بيان",
        "فريق",
        "كتلة",
        "لبنان",
        "باريس",
        "ولاية",
        "بيروت",
        "كندا",
        "سوريا",
        "فرنسا",
        "وزارة",
        "بلد",
        "كبير",
        "سياسة",
        "فيما",
        "كما",
        "بينما",
        "ليبيا",
        "كوريا",
        "لندن",
        "فلسطين",
        "بريطانيا",
        "سويسرا",
        "واشنطن",
        "برلين",
        "بعيد",
        "بيانا",
        "آلية",
        "فئة",
    ],
)
def test_a_word_that_opens_like_a_particle_stays_whole(word: str) -> None:
    read = token(word)
    assert (read.proclitics, read.enclitic) == ((), "")
    assert read.text[read.stem_start : read.stem_end] == word


@pytest.mark.parametrize(
    ("word", "proclitics", "stem", "base"),
    [
        ("وقال", ("و",), "قال", "قال"),
        ("وواشنطن", ("و",), "واشنطن", "واشنطن"),
        ("بالعراق", ("ب",), "العراق", "عراق"),
        ("كالعراق", ("ك",), "العراق", "عراق"),
        ("للعراق", ("ل",), "العراق", "عراق"),
        ("وللرئيس", ("و", "ل"), "الرييس", "رييس"),
        ("والوزير", ("و",), "الوزير", "وزير"),
        ("وبالقاهرة", ("و", "ب"), "القاهره", "قاهره"),
        ("ولغاية", ("و", "ل"), "غايه", "غايه"),
        ("للجنة", ("ل",), "اللجنه", "لجنه"),
        ("للبنان", ("ل",), "لبنان", "لبنان"),
        ("والله", ("و",), "الله", "الله"),
    ],
)
def test_particles_come_off(word: str, proclitics: tuple, stem: str, base: str) -> None:
    read = token(word)
    assert (read.proclitics, read.stem, read.base) == (proclitics, stem, base)
    assert read.stem_start == sum(map(len, proclitics))


def test_the_elided_alef_is_in_the_stem_but_not_in_the_text() -> None:
    read = token("للعراق")
    assert read.definite and read.stem == "العراق"
    assert read.text[read.stem_start : read.stem_end] == "لعراق"


@pytest.mark.parametrize(
    ("word", "stem", "base", "enclitic"),
    [
        ("عليها", "علي", "علي", "ها"),
        ("محاكمته", "محاكمت", "محاكمه", "ه"),
        ("اقتصادهم", "اقتصاد", "اقتصاد", "هم"),
    ],
)
def test_pronouns_come_off(word: str, stem: str, base: str, enclitic: str) -> None:
    read = token(word)
    assert (read.stem, read.base, read.enclitic) == (stem, base, enclitic)
    assert read.text[read.stem_end :] == enclitic


def test_marks_and_tatweel_inside_a_word_do_not_move_the_stem() -> None:
    read = token("وَقـالَ")
    assert read.proclitics == ("و",) and read.stem == "قال"
    assert read.text[read.stem_start : read.stem_end] == "قـالَ"


def test_a_particle_before_a_quotation_mark() -> None:
    first, mark, word = tokens('لـ"العربي')
    assert (first.proclitics, first.stem, mark.kind, word.base) == (("ل",), "", "mark", "عربي")


@pytest.mark.parametrize(
    ("text", "proclitics", "stem", "definite"),
    [("و500", ("و",), "500", False), ("بـ٢٠", ("ب",), "20", False), ("الـ12", (), "12", True)],
)
def test_particles_on_digits(text: str, proclitics: tuple, stem: str, definite: bool) -> None:
    read = token(text)
    assert (read.kind, read.proclitics, read.stem, read.definite) == (
        "number",
        proclitics,
        stem,
        definite,
    )


def test_what_is_one_token_and_what_is_not() -> None:
    text = "بلغ 2.5 مليون (F-16) و١٬٢٠٠شخص #العراق_اليوم، U.S."
    assert [t.text for t in tokens(text)] == [
        "بلغ", "2.5", "مليون", "(", "F-16", ")", "و١٬٢٠٠", "شخص", "#", "العراق", "_", "اليوم", "،", "U.S", ".",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["التزام", "الله", "إلغاء", "ألمانيا", "التي", "آلاف"])
def test_alef_and_lam_that_are_not_the_article(word: str) -> None:
    assert not token(word).definite


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("وبِحسبِهم", ["و", "بِ", "حسبِ", "هم"]),
        ("ولذلك", ["و", "ل", "ذلك"]),
        ("لأنها", ["ل", "أن", "ها"]),
        ("الإرهابية", ["الإرهابية"]),
        ("التفاهم", ["التفاهم"]),
        ("الأهم", ["الأهم"]),
        ("عليهم", ["علي", "هم"]),
    ],
)
def test_pieces(word: str, pieces: list[str]) -> None:
    assert segments(token(word)) == pieces
