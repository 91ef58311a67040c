"""The parts that decide on contradictions: ranges, sides, the trained judge, the lexicons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.analysis import analyse
from rawi.arabic.words import token
from rawi.lexicon import table
from rawi.records import Figure
from rawi.story.conflicts import lexis, wording
from rawi.story.conflicts.amounts import OPEN, interval
from rawi.story.conflicts.deeds import deeds_of_noun, deeds_of_verb
from rawi.story.conflicts.denials import denials, false_content
from rawi.story.conflicts.poles import poles
from rawi.story.conflicts.stance import stance


def sides(text, act="say", denied=False):
    tokens = analyse(text).tokens
    found = poles(tokens, holder="س", named=frozenset(), act=act, denied=denied)
    return {(p.axis, p.sign) for p in found}


@pytest.mark.parametrize(
    ("mod", "value", "expected"),
    [(None, 100, (100, 100)), ("about", 100, (90, 110)), ("more-than", 100, (100, OPEN)),
     ("at-most", 100, (-OPEN, 100))],
)  # fmt: skip
def test_a_modifier_makes_a_number_a_range(mod, value, expected):
    assert interval(Figure("a", 0, 1, "x", value=value, mod=mod)) == pytest.approx(expected)


def test_a_figure_without_any_number_has_no_range():
    assert interval(Figure("a", 0, 1, "x")) is None


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("ستبقى الفرق في الوادي", ("presence", 1)),
        ("لن تبقى الفرق في الوادي", ("presence", -1)),
        ("لا نية حاليا للانسحاب من الوادي", ("presence", 1)),
        ("هناك ضرورة لانسحاب الفرق من الوادي", ("presence", -1)),
        ("رفض سحب الفرق من الوادي", ("presence", 1)),
        ("الجسور في المدينة ضعيفة", ("strength", -1)),
        ("الجسور في المدينة غير مستقرة", ("stability", -1)),
    ],
)
def test_sides(text, side):
    assert side in sides(text)


@pytest.mark.parametrize(
    "text",
    ["مخاوف من انسحاب الفرق", "إذا انسحبت الفرق من الوادي", "ملف انسحاب الفرق من الوادي",
     "لا تزال الفرق تدرس الطريق"],
)  # fmt: skip
def test_mentions_conditions_and_fears_take_no_side(text):
    assert not {axis for axis, _ in sides(text)} & {"presence"}


@pytest.mark.parametrize(
    ("noun", "verbs"),
    [
        ("مغادرة", "غادر غادرت سيغادر يغادرون"),
        ("استخدام", "استخدم استخدمت يستخدم"),
        ("انسحاب", "انسحبت ينسحب ستنسحب"),
        ("إخلاء", "أخلى أخلت تخلي"),
        ("استقالة", "استقال يستقيل"),
        ("تنفيذ", "نفذ نفذوا ينفذ"),
        ("هجوم", "هجم"),
        ("زيارة", "زار يزور"),
    ],
)
def test_a_verb_has_the_key_of_its_verbal_noun(noun, verbs):
    for verb in verbs.split():
        assert deeds_of_noun(token(noun)) & deeds_of_verb(token(verb)), verb


def test_different_deeds_have_different_keys():
    assert not deeds_of_noun(token("مغادرة")) & deeds_of_verb(token("استخدم"))
    assert not deeds_of_noun(token("انسحاب")) & deeds_of_verb(token("هاجم"))


@given(st.text(alphabet="ابتثنيوهمسءأىة", max_size=9))
def test_any_word_has_keys_or_none(word):
    for one in analyse(word).tokens:
        assert all(k.startswith("~") for k in deeds_of_verb(one) | deeds_of_noun(one))


def denied(text, denies=True):
    return denials(analyse(text).tokens, denies, True)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("بيع مخازن الحبوب", "deed"),
        ("يكون الوفد قد غادر المدينة", "deed"),
        ("وجود خطة لبيع المخازن", "thing"),
        ("تورطها في الحادث", "part"),
        ("صحة ما تردد عن بيع المخازن", "deed"),
    ],
)
def test_what_a_denial_denies(text, sort):
    assert {d.sort for d in denied(text)} == {sort}


def test_each_thing_in_a_list_is_denied_with_its_own_words():
    plan, meeting = denied("لا توجد خطة لبيع المخازن ولا اجتماع سري", denies=False)
    assert "خطه" in plan.heads and meeting.heads == tuple(lexis.words([token("اجتماع")]))
    assert meeting.words == ("سري",)


def test_what_is_called_false_is_denied():
    said = false_content(analyse("التقارير التي تحدثت عن بيع المخازن كاذبة").tokens)
    assert said is not None
    assert denials(said, True, True)[0].sort == "deed"
    assert false_content(analyse("باع المخازن في الصيف").tokens) is None


def test_a_denied_statement_turns_the_side_round():
    text = "وجود خطة لانسحاب الفرق من الوادي"
    assert ("presence", 1) in sides(text, act="deny", denied=True)


def test_the_judge_tells_a_paraphrase_from_its_opposite():
    same = stance("ارتفاع أسعار القمح في المرفأ", "أسعار القمح ترتفع في المرفأ")
    opposed = stance("ارتفاع أسعار القمح في المرفأ", "انخفاض أسعار القمح في المرفأ")
    apart = stance("ارتفاع أسعار القمح في المرفأ", "افتتاح متحف الطيور في الجزيرة الصغيرة")
    assert same.agree > opposed.agree
    assert opposed.disagree > same.disagree
    assert apart.other > max(same.other, opposed.other)


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_judge_survives_any_text_in_either_order(a, b):
    one, two = stance(a, b), stance(b, a)
    assert one.agree + one.disagree + one.other == pytest.approx(1)
    assert one.disagree == pytest.approx(two.disagree)


def test_no_word_is_on_both_sides_of_an_axis():
    for word, held in lexis.entries().items():
        found = {}
        for entry in held:
            assert found.setdefault((entry.axis, entry.sort), entry.side) == entry.side, word


def test_a_word_names_one_deed_or_thing_only():
    seen = {}
    for row in table("conflict_same"):
        assert row["class"] in {"deed", "thing"}
        words = row["words"].split()
        assert len(words) > 1
        for word in words:
            assert seen.setdefault(word, row["words"]) == row["words"], word


def test_two_words_for_one_deed_have_one_key():
    assert deeds_of_noun(token("سحب")) & deeds_of_verb(token("غادر"))
    assert not deeds_of_noun(token("سحب")) & deeds_of_verb(token("باع"))


def test_axes_are_named_in_both_languages_and_of_a_known_sort():
    for row in table("conflict_opposites"):
        assert row["of"] in {"acts", "states", "moves", "attitudes"}
        assert all(row[c] for c in ("plus_ar", "minus_ar", "plus_en", "minus_en"))
    assert len({r["axis"] for r in table("conflict_opposites")}) == len(table("conflict_opposites"))


def test_a_common_word_says_less_about_a_topic_than_a_rare_one():
    assert lexis.weight("عام") < lexis.weight("مخازن")


def test_clitics_do_not_hide_a_word_of_a_class():
    assert lexis.is_of(token("وليس"), "negator")
    with pytest.raises(KeyError):
        lexis.is_of(token("وليس"), "no such class")


@pytest.mark.parametrize(
    ("name", "ruled"),
    [
        ("مسؤولون نرويجيون", "مسؤولين نرويجيين"),
        ("خبراء أمنيون", "خبراء أمنيين"),
        ("مسؤولان تشاديان", "مسؤولين تشاديين"),
        ("سليمان حمدون", "سليمان حمدون"),  # a person's name is as it is
        ("وزارة البحرين", "وزارة البحرين"),
    ],
)
def test_a_description_stands_in_the_case_of_its_place(name, ruled):
    assert wording._ruled(name) == ruled
