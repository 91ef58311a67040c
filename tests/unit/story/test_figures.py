"""Figures of one thing in one place through an invented story."""

import sqlite3

import pytest

from rawi.records import Figure, Span
from rawi.sources.document import Document
from rawi.story.figures.things import plain, thing_of
from rawi.story.figures.values import agree, bounds
from rawi.story.story import Story

COPIED = (
    "ويعيش في مخيم الوادي نحو 3000 لاجئ قدموا من القرى المجاورة منذ بداية المعارك في الجبال"
    " الشرقية قبل عامين كاملين."
)


def document(outlet: str, text: str, day: str) -> Document:
    title = f"خبر {outlet} {day}"
    return Document(
        f"{outlet}-{day}.jsonl#1", f"{title}\n\n{text}", title=title, outlet=outlet, published=day
    )


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        opened.add_documents([
            document("المرصد", "وينتشر 1000 جندي فرنسي في لبنان.", "2023-01-05"),
            document("الشاطئ", "ويوجد نحو 1050 عسكريا فرنسيا في لبنان.", "2023-01-20"),
            document("الميناء", "وقال المتحدث إن عدد القوات يبلغ 2500 جندي فرنسي في لبنان.", "2023-01-25"),
            document("الصباح", "ويتمركز 400 جندي فرنسي في لبنان.", "2024-06-01"),
        ])  # fmt: skip
        yield opened


def series(story, **options):
    return next(s for s in story.figure_series(**options).items if s.place == "لبنان")


def test_one_series_however_the_thing_is_worded(story):
    found = series(story)
    assert [p.figure.value for p in found.points] == [1000, 1050, 2500, 400]
    assert [p.figure.mod for p in found.points] == [None, "about", None, None]


def test_points_name_their_source_and_day(story):
    first = series(story).points[0]
    assert (first.row.article.outlet, str(first.days.begin)) == ("المرصد", "2023-01-05")
    assert series(story).independence.sources == 4


def test_jumps_and_disagreements_are_marked_in_both_languages(story):
    notes = {(n.kind, n.en) for n in series(story).notes}
    assert {kind for kind, _ in notes} == {"up", "down", "disagree"}
    assert all(n.ar for n in series(story).notes)


def test_numbers_that_agree_are_no_disagreement(story):
    found = series(story)
    first, second = (p.figure.id for p in found.points[:2])
    assert not any(n.kind == "disagree" and {n.a, n.b} == {first, second} for n in found.notes)


def test_a_copied_paragraph_is_no_new_confirmation(tmp_path):
    with Story.open(tmp_path / "c.rawi") as story:
        story.add_documents([
            document("المرصد", COPIED, "2023-01-05"),
            document("الشاطئ", f"زار الوزير المنطقة.\n\n{COPIED}", "2023-02-05"),
        ])  # fmt: skip
        (found,) = story.figure_series(thing="لاجئ", every=True).items
        assert [p.copied for p in found.points] == [False, True]
        assert found.independence.sources == 1


def test_series_are_chosen_by_thing_place_and_size(story):
    assert story.figure_series(thing="جندي").total == 1
    assert story.figure_series(thing="طائرة").total == 0
    assert story.figure_series(place="لبنان").total == 1
    assert story.figure_series(least=5).total == 0


def test_what_incidents_count_is_listed_only_when_asked_for(tmp_path):
    with Story.open(tmp_path / "i.rawi") as story:
        story.add_documents([
            document("المرصد", "قتل 12 جنديا فرنسيا في لبنان.", "2023-01-05"),
            document("الشاطئ", "قتل 40 جنديا فرنسيا في لبنان.", "2023-01-20"),
        ])  # fmt: skip
        assert story.figure_series().total == 0
        (found,) = story.figure_series(every=True).items
        assert [p.figure.value for p in found.points] == [12, 40]
        assert found.notes == ()


def test_an_article_that_goes_takes_its_point(story):
    story.remove(series(story).points[0].figure.article)
    assert len(series(story).points) == 3


def figure(value, mod=None, low=None, high=None):
    return Figure("a", 0, 1, "x", value=value, mod=mod, low=low, high=high)


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        (figure(100), figure(100), True),
        (figure(100), figure(105, "about"), True),
        (figure(100), figure(150, "about"), False),
        (figure(100, "at-least"), figure(4000), True),
        (figure(100, "less-than"), figure(150), False),
        (figure(None, low=90, high=110), figure(100), True),
        (figure(None), figure(1), True),
    ],
)
def test_which_numbers_can_both_hold(a, b, both):
    assert agree(a, b) is both
    assert agree(b, a) is both


def test_bounds_of_about_are_in_order_below_zero():
    low, high = bounds(figure(-10, "about"))
    assert low < high


def test_plain_words():
    assert plain("عسكريا") == plain("عسكري") == plain("جنود")
    assert plain("فرنسيين") == plain("فرنسيه") == "فرنسي"


def test_a_unit_takes_the_measured_noun_before_it():
    text = "وبلغ منسوب البحيرة 152 مترا"
    found = Figure("a", 19, len(text), text[19:], value=152, unit="m")
    thing = thing_of(found, text)
    assert "منسوب" in thing.key
    assert thing.label == "منسوب البحيرة"


def tolls(tmp_path, *texts, **options):
    with Story.open(tmp_path / "t.rawi") as opened:
        opened.add_documents([
            document(f"صحيفة{n}", text, f"2023-0{n}-01") for n, text in enumerate(texts, 1)
        ])  # fmt: skip
        return {
            (s.thing, s.place): [p.figure.value for p in s.points]
            for s in opened.figure_series(least=1, **options).items
        }


def test_large_numbers_of_people_go_by_what_befell_them(tmp_path):
    found = tolls(
        tmp_path,
        "وقتل نحو 10 آلاف شخص في السودان منذ بدء المعارك، ويحتاج 12 مليون سوداني إلى مساعدات.",
        "وأدت المعارك في السودان إلى مقتل أكثر من 15 ألف مدني، ونزح مليون شخص في السودان.",
        "وأسفرت الحرب عن سقوط قرابة 16 ألف قتيل في السودان.",
    )
    assert found == {
        ("قتلى", "السودان"): [10_000, 15_000, 16_000],
        ("محتاجون إلى المساعدة", "السودان"): [12_000_000],
        ("نازحون", "السودان"): [1_000_000],
    }


def test_what_is_feared_or_small_or_nowhere_makes_no_such_series(tmp_path):
    assert tolls(
        tmp_path,
        "وقد يتسبب الفيضان في نزوح 340 ألف شخص في السودان.",
        "وقتل 12 شخصا في السودان أمس.",
        "وأدى تدخل السودان إلى مقتل 5 آلاف شخص.",
        "وسقط عشرات الآلاف من القتلى.",
    ).keys().isdisjoint({("نازحون", "السودان"), ("قتلى", "السودان"), ("قتلى", None)})


def test_such_a_series_is_found_by_any_word_for_it(tmp_path):
    assert tolls(tmp_path, "وقتل نحو 10 آلاف شخص في السودان.", thing="ضحايا") == {
        ("قتلى", "السودان"): [10_000]
    }


def test_neither_a_unit_nor_a_magnitude_is_a_thing():
    text = "وبلغت الكلفة مليار دولار أميركي."
    start = text.index("مليار")
    money = Figure(
        "a", start, len(text) - 1, text[start:-1], value=10**9, unit="USD",
        thing=Span.of(text, start + 6, len(text) - 1),
    )  # fmt: skip
    many = Figure("a", 0, 5, "ملايين", low=1_000_000)
    assert thing_of(money, text) is None
    assert thing_of(many, "يحتاج ملايين إلى مساعدات") is None


@pytest.mark.parametrize(("a", "b", "both"), [(22e6, 22.2e6, True), (6e5, 4e5, False), (2500, 2600, False)])
def test_large_round_numbers_stand_for_what_rounds_to_them(a, b, both):
    one, two = (Figure("a", 0, 1, "x", value=n) for n in (a, b))
    assert agree(one, two) is both


def test_the_country_of_such_a_number_may_be_the_article_s_own(tmp_path):
    about = "وتستمر المعارك في السودان. وعاد الوفد إلى السودان. وخلفت الحرب نحو 10 آلاف قتيل."
    torn = "وعاد الوفد من السودان إلى مصر. وخلفت الحرب نحو 10 آلاف قتيل."
    assert ("قتلى", "السودان") in tolls(tmp_path, about)
    (tmp_path / "t.rawi").unlink()
    assert ("قتلى", "السودان") not in tolls(tmp_path, torn)


def test_prices_and_rates_of_exchange_are_series_of_what_they_are_of(tmp_path):
    found = tolls(
        tmp_path,
        "وارتفع مزيج برنت 1.2 دولار إلى 71.5 دولارا للبرميل في لبنان، وبلغت الليرة 1507 ليرات للدولار في لبنان.",
        "وهبطت عقود برنت إلى 68 دولارا للبرميل. وسجلت العملة 1510 ليرات مقابل الدولار، وهي الليرة اللبنانية.",
        "ويبلغ الفارق بين برنت والخام الأميركي 4 دولارات للبرميل. وقد يصل برنت إلى 100 دولار للبرميل.",
    )
    assert found[("برنت للبرميل", None)] == [71.5, 68]
    assert found[("ليرة للدولار", "لبنان")] == [1507, 1510]


def test_two_prices_contradict_nothing_and_jumps_are_told(tmp_path):
    with Story.open(tmp_path / "p.rawi") as opened:
        opened.add_documents([
            document("المرصد", "وبلغ برنت عند الإغلاق 40 دولارا للبرميل.", "2023-01-05"),
            document("الشاطئ", "وبلغ برنت عند الإغلاق 70 دولارا للبرميل.", "2023-01-07"),
        ])  # fmt: skip
        (one,) = opened.figure_series().items
    assert [n.kind for n in one.notes] == ["up"]


def test_a_share_of_what_has_a_size_is_how_far_it_moved():
    text = "وهبطت الأسعار العالمية 5 بالمئة."
    start = text.index("5")
    assert thing_of(Figure("a", start, len(text) - 1, text[start:-1], value=0.05, unit="%"), text) is None


def values(tmp_path, *texts):
    """The numbers of every series that these articles make."""
    with Story.open(tmp_path / "v.rawi") as opened:
        opened.add_documents([
            document(f"صحيفة{n}", text, f"2023-0{n}-01") for n, text in enumerate(texts, 1)
        ])  # fmt: skip
        found = opened.figure_series(least=1).items
        return sorted([p.figure.value for p in s.points] for s in found)


def test_numbers_without_a_place_are_of_one_thing_only_where_their_sentences_speak_of_it(tmp_path):
    texts = (
        "وقالت الغرفة إن قيمة التبادل التجاري بين لبنان وقبرص بلغت 700 مليون دولار.",
        "وقدرت الغرفة قيمة التبادل التجاري بين لبنان وقبرص بنحو 710 ملايين دولار.",
        "وبلغت قيمة التبادل التجاري بين كندا وكينيا 36 مليون دولار بعد توقيع الغرفة.",
    )
    assert values(tmp_path, *texts) == [[36e6], [700e6, 710e6]]


@pytest.mark.parametrize(
    ("text", "number", "label"),
    [
        ("وبلغ عدد المهاجرين الذين وصلوا نحو 2000", "2000", "عدد المهاجرين"),
        ("ووصل العجز التجاري بين البلدين إلى 150", "150", "العجز التجاري"),
        ("وحددت أسعار الفائدة بمقدار 70", "70", "أسعار الفائدة"),
    ],
)
def test_a_measured_noun_is_shown_without_what_only_leads_on(text, number, label):
    at = text.index(number)
    thing = thing_of(Figure("a", at, len(text), number, value=float(number), unit="USD"), text)
    assert (thing.label if thing is not None else None) == label


def test_whose_share_it_is_is_not_what_it_is_a_share_of():
    text = "وبلغت نسبة الطلبات المرفوضة أكثر من 99% لقبرص ولبنان"
    at = text.index("99")
    share = Figure("a", at, len(text), text[at:], value=0.99, unit="%", thing=Span.of(text, at + 5, len(text)))
    assert thing_of(share, text).label == "نسبة الطلبات المرفوضة"


def test_what_adds_several_years_up_is_no_number_of_one_year(tmp_path):
    assert values(
        tmp_path,
        "وبلغت قيمة التبادل التجاري بين لبنان وقبرص 36 مليار دولار خلال السنوات العشر الأخيرة.",
        "وبلغت قيمة التبادل التجاري بين لبنان وقبرص 4 مليارات دولار خلال العام الماضي.",
    ) == [[4e9], [36e9]]


def test_the_dead_of_a_siege_are_not_those_of_the_war(tmp_path):
    assert values(
        tmp_path,
        "وقتل أكثر من 350 ألف شخص في السودان منذ بدء الحرب.",
        "وقتل نحو 1600 شخص في السودان منذ بدء الحصار.",
        "وقتل 1700 شخص في السودان في الحصار.",
        "وبلغ عدد القتلى 400 ألف شخص في السودان.",
    ) == [[1600, 1700], [350_000, 400_000]]


@pytest.mark.parametrize(("first", "later", "kinds"), [(1600, 1900, []), (1900, 1600, ["disagree"])])
def test_a_toll_that_rises_disagrees_with_nothing(tmp_path, first, later, kinds):
    with Story.open(tmp_path / "r.rawi") as opened:
        opened.add_documents([
            document("المرصد", f"وقتل {first} شخص في السودان في الحصار.", "2023-01-05"),
            document("الشاطئ", f"وقتل {later} شخص في السودان في الحصار.", "2023-01-15"),
        ])  # fmt: skip
        (one,) = opened.figure_series().items
    assert [n.kind for n in one.notes] == kinds


def test_a_story_that_an_older_rawi_read_still_shows_its_series(tmp_path):
    path = tmp_path / "old.rawi"
    with Story.open(path) as opened:
        opened.add_documents([
            document("المرصد", "وقتل 1600 شخص في السودان. وبلغت قيمة التبادل التجاري 700 مليون دولار.", "2023-01-05"),
            document("الشاطئ", "وقتل 1700 شخص في السودان. وبلغت قيمة التبادل التجاري 710 ملايين دولار.", "2023-01-15"),
        ])  # fmt: skip
    with sqlite3.connect(path) as kept:
        kept.execute("UPDATE figures_points SET context = ''")
    with Story.open(path) as opened:
        assert sorted(p.figure.value for s in opened.figure_series().items for p in s.points) == [
            1600, 1700, 700e6, 710e6
        ]  # fmt: skip
