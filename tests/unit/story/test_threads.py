"""One undertaking through an invented story: its steps, its deadlines, its state on any day."""

import dataclasses
from datetime import date

import pytest

from rawi.arabic.analysis import analyse
from rawi.arabic.vectors import vector
from rawi.errors import NoSuchRecordError
from rawi.records import Commitment, Days, Span
from rawi.sources.document import Document
from rawi.story.figures.things import adjective
from rawi.story.story import Story
from rawi.story.threads import steps
from rawi.story.threads.deeds import deed_of
from rawi.story.threads.groups import _sparse
from rawi.story.threads.sameness import same
from rawi.story.threads.sides import of_two, sides_of, together
from rawi.story.threads.state import Told, in_days, moves, state_of
from rawi.story.threads.topic import Topic, text_of, topic_of

PROMISE = "تعهدت شركة المرافئ بتسليم أرصفة ميناء الوردة للبلدية بحلول نهاية عام 2023."
AGAIN = "أكد مدير الشركة أن شركة المرافئ ستسلم أرصفة ميناء الوردة للبلدية بحلول نهاية عام 2023."
POSTPONED = "أعلنت شركة المرافئ تأجيل تسليم أرصفة ميناء الوردة للبلدية إلى نهاية يونيو 2024."
OTHER = "تعهدت وزارة الصحة ببناء مستشفى للأطفال في حي النخيل بحلول نهاية عام 2025."


def document(name: str, text: str, day: str) -> Document:
    return Document(
        f"{name}.jsonl#1", f"خبر {name}\n\n{text}", title=f"خبر {name}", outlet=name, published=day
    )


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        opened.add_documents([
            document("المرصد", PROMISE, "2023-03-05"),
            document("الشاطئ", AGAIN, "2023-06-10"),
            document("الميناء", POSTPONED, "2023-12-20"),
            document("الصباح", OTHER, "2023-12-21"),
        ])  # fmt: skip
        yield opened


def harbour(story, as_of=None):
    return next(t for t in story.threads(as_of=as_of).items if "ميناء" in t.what)


def test_one_thread_for_one_undertaking_however_worded(story):
    page = story.threads()
    assert page.total == 2
    assert [s.commitment.status_word for s in harbour(story).steps] == [
        "announced",
        "reaffirmed",
        "postponed",
    ]


def test_the_deadline_has_a_history(story):
    assert [d.days.end for d in harbour(story).deadlines] == [date(2023, 12, 31), date(2024, 6, 30)]


@pytest.mark.parametrize(
    ("day", "steps", "state", "due_in"),
    [
        (date(2023, 12, 1), 2, "due", 30),
        (date(2023, 12, 31), 3, "due", 182),
        (date(2024, 7, 1), 3, "passed", -1),
    ],
)
def test_the_state_is_as_of_the_day_asked_for(story, day, steps, state, due_in):
    found = harbour(story, day)
    assert (len(found.steps), found.state.state, found.state.due_in) == (steps, state, due_in)


def test_no_verdict_without_evidence(story):
    state = harbour(story, date(2025, 1, 1)).state
    assert "without word in this story" in state.en
    assert "لا خبر" in state.ar


def test_what_was_not_yet_told_is_not_known(story):
    assert story.threads(as_of=date(2023, 3, 1)).total == 0


def test_any_step_finds_its_thread(story):
    found = harbour(story)
    for step in found.steps:
        assert story.thread(step.commitment.id) == found
    with pytest.raises(NoSuchRecordError):
        story.thread("c000000000000")


def test_a_user_splits_and_joins_threads(story):
    first, second, _ = (s.commitment.id for s in harbour(story).steps)
    split = story.split("thread", first, second)
    assert story.threads().total == 3
    story.undo(split.id)
    assert story.threads().total == 2
    other = next(t for t in story.threads().items if "مستشفى" in t.what)
    story.join("thread", first, other.id)
    assert story.threads().total == 1


def test_the_order_of_articles_is_no_matter(story, tmp_path):
    documents = [
        document("الصباح", OTHER, "2023-12-21"), document("الميناء", POSTPONED, "2023-12-20"),
        document("الشاطئ", AGAIN, "2023-06-10"), document("المرصد", PROMISE, "2023-03-05"),
    ]  # fmt: skip
    with Story.open(tmp_path / "other.rawi") as other:
        other.add_documents(documents)
        assert [(t.id, t.state) for t in other.threads().items] == [
            (t.id, t.state) for t in story.threads().items
        ]


def test_an_article_that_goes_takes_its_step(story):
    last = harbour(story).steps[-1]
    story.remove(last.commitment.article)
    assert len(harbour(story).steps) == 2
    assert harbour(story).state.state == "due"


def kept_lines(story):
    return set(map(tuple, story.store.rows("SELECT * FROM threads_steps")))


def lines_afresh(story):
    held = {row["id"] for row in story.store.rows("SELECT id FROM articles")}
    with story.store.transaction() as connection:
        connection.execute("DELETE FROM threads_steps")
        for article in held:
            steps.index(story.store, article, steps.commitments_of(story.store, article))
    return kept_lines(story)


def test_kept_lines_are_those_made_afresh_whatever_happened(story):
    whole = kept_lines(story)
    assert whole and whole == lines_afresh(story)
    record = harbour(story).steps[1].commitment
    made = story.correct(record.id, "reject")
    assert len(harbour(story).steps) == 2
    assert all(record.id != line[1] for line in kept_lines(story))
    assert kept_lines(story) == lines_afresh(story) < whole
    story.undo(made.id)
    assert kept_lines(story) == lines_afresh(story) == whole
    made = story.correct(record.article, "edit", changes={"published": "2023-07-01"})
    assert harbour(story).steps[1].said == Days(date(2023, 7, 1), date(2023, 7, 1))
    assert kept_lines(story) == lines_afresh(story) != whole
    story.undo(made.id)
    story.remove(record.article)
    assert kept_lines(story) == lines_afresh(story) < whole


def test_what_may_belong_to_an_undertaking_is_found_by_its_words(story):
    own = harbour(story)
    (other,) = story.threads_like(own.id, "المستشفى")
    assert other.id != own.id and other.parties == ("وزارة الصحة",)
    assert (other.deadline.end, other.what) == (date(2025, 12, 31), story.thread(other.id).what)
    assert [one.id for one in story.threads_like(own.id, "وزارة الصحة")] == [other.id]
    assert [one.id for one in story.threads_like(other.id, "أرصفة ميناء")] == [own.id]
    assert story.threads_like(own.id, "ميناء") == story.threads_like(own.id, " ") == ()
    story.correct(other.id, "reject")
    assert story.threads_like(own.id, "المستشفى") == ()


def told(status, day=None, end=None, record="c1"):
    return Told(day, status, Days(None, end) if end else None, record)


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ([told("agreed"), told("done", date(2024, 2, 1))], "done"),
        ([told("agreed"), told("done"), told("broken")], "disputed"),
        ([told("planned", date(2024, 1, 1)), told("denied", date(2024, 1, 2))], "disputed"),
        ([told("denied")], "denied"),
        (
            [told("denied", date(2024, 1, 1)), told("agreed", date(2024, 2, 1), date(2024, 4, 1))],
            "due",
        ),
        ([told("announced")], "open"),
        ([told("agreed", end=date(2024, 3, 4))], "passed"),
    ],
)
def test_states(steps, state):
    assert state_of(steps, date(2024, 3, 5)).state == state


def test_naming_an_old_deadline_again_does_not_move_it_back():
    ends = [date(2021, 12, 31), date(2022, 6, 30), date(2021, 12, 31)]
    assert [s.deadline.end for s in moves([told("agreed", end=e) for e in ends])] == ends[:2]


def test_naming_a_deadline_more_or_less_exactly_does_not_move_it():
    early, first, late = (
        Days(date(2023, 6, 1), date(2023, 6, d)) for d in (10, 1, 30)
    )  # «مطلع يونيو», «أول يونيو», «يونيو»
    told_so = [Told(None, "agreed", days, str(n)) for n, days in enumerate((early, first, late))]
    assert [s.deadline for s in moves(told_so)] == [first]  # the one told most exactly


EARLY = Days(date(2023, 6, 5), date(2023, 6, 5))
LATE = Days(date(2023, 6, 25), date(2023, 6, 25))
JUNE = Days(date(2023, 6, 20), date(2023, 6, 20))


def in_june(day, status, deadline=None, **more):
    """A step told on a day of June 2023."""
    return Told(date(2023, 6, day), status, deadline, f"{status}{day}", **more)


def test_a_wider_stretch_that_holds_a_day_named_before_moves_nothing():
    year = Days(date(2023, 1, 1), date(2023, 12, 31))
    assert [s.deadline for s in moves([in_june(1, "planned", JUNE), in_june(2, "planned", year)])] == [JUNE]
    assert [s.deadline for s in moves([in_june(1, "planned", year), in_june(2, "planned", JUNE)])] == [year, JUNE]


@pytest.mark.parametrize(
    ("steps_", "state", "evidence"),
    [
        ([in_june(1, "agreed", JUNE), in_june(3, "postponed")], "postponed", "postponed3"),
        ([in_june(1, "agreed", JUNE), in_june(3, "postponed"), in_june(5, "announced", JUNE)], "due", "agreed1"),
        ([in_june(1, "agreed"), in_june(3, "postponed"), in_june(5, "resumed")], "open", "resumed5"),
        ([in_june(1, "agreed", JUNE), in_june(3, "cancelled"), in_june(4, "cancelled")], "cancelled", "cancelled3"),
        # «كان من المقرر أن …» names the day again and takes up nothing
        ([in_june(1, "agreed", JUNE), in_june(3, "cancelled"), in_june(5, "planned", JUNE)], "cancelled", "cancelled3"),
        ([in_june(1, "agreed", JUNE), in_june(3, "cancelled"), in_june(5, "announced", JUNE)], "due", "agreed1"),
        # taken up again; that it was called off once is recalled without a day
        ([in_june(1, "agreed", JUNE), in_june(3, "cancelled"), in_june(5, "announced", JUNE),
          in_june(6, "cancelled", dated=False)], "due", "agreed1"),
        # put off to a day that is not over; that it was put off is told again
        ([in_june(1, "agreed", JUNE), in_june(3, "postponed", LATE), in_june(4, "postponed")], "due", "postponed3"),
        ([in_june(3, "postponed"), in_june(3, "postponed", LATE)], "due", "postponed3"),
        ([in_june(1, "agreed"), in_june(3, "postponed", LATE), in_june(3, "planned", EARLY)], "due", "postponed3"),
        # bound anew, to no day, after the day was over
        ([in_june(1, "agreed", EARLY), in_june(8, "announced")], "open", "announced8"),
        ([in_june(1, "agreed", EARLY), in_june(8, "announced", EARLY)], "passed", "agreed1"),
        ([in_june(1, "in force"), in_june(4, "broken")], "broken", "broken4"),
        ([in_june(1, "done"), in_june(4, "broken")], "disputed", "done1"),
    ],
)  # fmt: skip
def test_what_was_put_off_called_off_or_broken_later(steps_, state, evidence):
    found = state_of(steps_, date(2023, 6, 10))
    assert (found.state, found.evidence[0]) == (state, evidence)


def test_one_word_alone_is_no_undertaking_of_another_article(tmp_path):
    found = undertakings(
        tmp_path,
        document("المرصد", "تأخر تنفيذ الاتفاق بين مدينة سلوان وشركة المرافئ على توسيع الميناء.", "2023-03-05"),
        document("الشاطئ", "قالت شركة المرافئ في سلوان بعد ذلك إن الميناء مغلق. وانهار الاتفاق.", "2023-03-07"),
    )
    assert sorted(len(steps_) for steps_ in found) == [1, 1]


def test_what_became_of_talks_goes_with_the_undertaking_told_in_one_breath(tmp_path):
    text = (
        "قال المدير إن \"إخلاء أحياء النخيل أحد الالتزامات الأساسية للبلدية\"، مبينا أن"
        " \"المحادثات مع الجانب الكيني تأخرت بسبب السيول\"."
    )
    (one,) = undertakings(tmp_path, document("المرصد", text, "2023-03-05"))
    assert len(one) == 2


def test_what_is_named_by_its_head_alone_is_what_the_article_names_in_full(tmp_path):
    text = (
        "أعلنت الوزارة أن قمة دول الحوض ستعقد في نيروبي في 12 مايو المقبل. وتعهدت الحكومة ببناء مطار"
        " جديد قبل نهاية العام. وبعد ساعات أعلنت الوزارة إلغاء القمة."
    )
    found = undertakings(tmp_path, document("المرصد", text, "2023-03-05"))
    assert sorted(len(steps_) for steps_ in found) == [1, 2]
    assert any("قمة دول الحوض" in steps_[0] and "إلغاء القمة" in steps_[-1] for steps_ in found)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "اليوم"),
        (1, "بعد يوم"),
        (2, "بعد يومين"),
        (7, "بعد 7 أيام"),
        (11, "بعد 11 يوماً"),
        (100, "بعد 100 يوم"),
    ],
)
def test_days_in_arabic(days, words):
    assert in_days(days, "ar") == words


def test_a_day_known_only_to_a_stretch_is_told_as_a_stretch():
    told = Told(date(2024, 3, 1), "done", None, "c1", until=date(2024, 6, 30))
    state = state_of([told], date(2025, 1, 1))
    assert state.state == "done"
    assert "2024-03-01" in state.en and "2024-06-30" in state.en and "بين" in state.ar
    exact = state_of([Told(date(2024, 3, 1), "done", None, "c1")], date(2025, 1, 1))
    assert exact.en == "reported done on 2024-03-01"


def undertakings(tmp_path, *documents_):
    """The texts of each thread's steps in a story of these documents."""
    with Story.open(tmp_path / "t.rawi") as opened:
        opened.add_documents(list(documents_))
        return [[s.span.text for s in t.steps] for t in opened.threads().items]


def test_two_deeds_are_two_undertakings(tmp_path):
    found = undertakings(
        tmp_path,
        document(
            "المرصد",
            "تعهدت شركة المرافئ بإغلاق مصنع الملح في ميناء الوردة في مايو المقبل.\n\n"
            "ووعدت شركة المرافئ بدعوة خبراء للتحقق من إغلاق مصنع الملح في ميناء الوردة.",
            "2023-03-05",
        ),
    )
    assert sorted(len(steps) for steps in found) == [1, 1]


def test_one_deed_told_with_a_verb_and_with_a_noun(tmp_path):
    found = undertakings(
        tmp_path,
        document("المرصد", "وقالت شركة المرافئ إنها ستسحب الرافعات القديمة من ميناء الوردة.", "2023-03-05"),
        document("الشاطئ", "تعهدت شركة المرافئ بسحب الرافعات من ميناء الوردة قبل نهاية عام 2023.", "2023-06-10"),
    )  # fmt: skip
    assert [len(steps) for steps in found] == [2]


def test_a_joined_action_is_an_undertaking_of_its_own(tmp_path):
    text = "تعهدت شركة المرافئ ببناء رصيف في ميناء الوردة، ونقل مكاتب الشركة إلى حي النخيل قبل نهاية عام 2024."
    with Story.open(tmp_path / "t.rawi") as opened:
        opened.add_documents([document("المرصد", text, "2023-03-05")])
        threads = opened.threads().items
        assert sorted(t.what for t in threads) == [
            "بناء رصيف في ميناء الوردة",
            "نقل مكاتب الشركة إلى حي النخيل",
        ]
        for found in threads:
            assert opened.thread(found.id) == found
            assert [str(d.days.end) for d in found.deadlines] == ["2024-12-31"]


def test_each_step_shows_its_own_action(tmp_path):
    text = "تعهدت شركة المرافئ ببناء رصيف في ميناء الوردة، ونقل مكاتب الشركة إلى حي النخيل قبل نهاية عام 2024."
    with Story.open(tmp_path / "t.rawi") as opened:
        opened.add_documents([document("المرصد", text, "2023-03-05")])
        shown = sorted(s.span.text for t in opened.threads().items for s in t.steps)
    assert shown[0].endswith("ببناء رصيف في ميناء الوردة")
    assert shown[1] == "نقل مكاتب الشركة إلى حي النخيل"


def test_two_deadlines_of_one_article_are_never_brought_together(tmp_path):
    both = (
        "تعهدت شركة المرافئ بتسليم أرصفة ميناء الوردة للبلدية قبل نهاية عام 2023.\n\n"
        "كما تعهدت شركة المرافئ بتسليم أرصفة ميناء الوردة الجديدة للبلدية قبل نهاية عام 2025."
    )
    found = undertakings(
        tmp_path,
        document("المرصد", both, "2023-03-05"),
        document("الشاطئ", "وستسلم شركة المرافئ أرصفة ميناء الوردة للبلدية، بحسب مديرها.", "2023-03-06"),
        document("الصباح", "تعهدت شركة المرافئ بتسليم أرصفة ميناء الوردة للبلدية.", "2023-03-07"),
    )  # fmt: skip
    assert not any("2023" in " ".join(steps) and "2025" in " ".join(steps) for steps in found)


def test_a_step_is_dated_by_its_own_clause(tmp_path):
    text = "وكانت شركة المرافئ تعهدت، في يناير الماضي، بتسليم أرصفة ميناء الوردة قبل نهاية العام الحالي."
    with Story.open(tmp_path / "t.rawi") as opened:
        opened.add_documents([document("المرصد", text, "2023-03-05")])
        (step,) = opened.threads().items[0].steps
        assert (step.basis, step.said) == ("clause", Days(date(2023, 1, 1), date(2023, 1, 31)))


def test_unlike_stories_stay_apart(tmp_path):
    found = undertakings(
        tmp_path,
        document("المرصد", "وافقت حركة الجبل على وقف إطلاق النار في وادي السدر.", "2023-03-05"),
        document(
            "الشاطئ", "واتفقت قبائل الساحل على وقف إطلاق النار في جزيرة المرجان.", "2023-03-06"
        ),
    )
    assert [len(steps) for steps in found] == [1, 1]


def test_a_timetable_is_for_what_it_is_joined_to(tmp_path):
    found = undertakings(
        tmp_path,
        document(
            "المرصد",
            "تعهدت شركة المرافئ بإغلاق مصنع الملح في ميناء الوردة، ونقل العمال إلى حي النخيل، ووضع جدول زمني لذلك.",
            "2023-03-05",
        ),
    )
    assert sorted(len(steps) for steps in found) == [1, 2]


def test_large_groups_are_not_joined_by_one_pair():
    like = {"a1": {"b1"}, "b1": {"a1"}}
    assert not _sparse(["a1"], ["b1", "b2"], like)
    assert _sparse([f"a{n}" for n in range(1, 6)], [f"b{n}" for n in range(1, 6)], like)


def test_the_countries_of_a_story_do_not_make_two_promises_one():
    around = frozenset({"الاردن", "العراق", "سوريا"})

    def about(part, *words):
        topic = Topic(part, frozenset(words), "", vector([]), None, None, None, part, around, around)
        return topic

    named = ("اردن", "عراق", "سوريا")
    assert same(about("a", *named, "مدارس"), about("b", *named)) is None
    assert same(about("a", *named, "مدارس", "بناء"), about("b", *named, "مدارس", "بناء")) is not None


def test_a_deed_that_is_refused_is_another():
    refused, told = (analyse(w + " محادثات").tokens for w in ("لن تعقد", "ستعقد"))
    assert deed_of(refused) != deed_of(told)


def test_an_undertaking_of_one_word_is_shown_with_its_clause(tmp_path):
    text = "بدأت المفاوضات في النرويج، وكان مقرراً أن تنتهي، الاثنين."
    with Story.open(tmp_path / "t.rawi") as opened:
        opened.add_documents([document("المرصد", text, "2023-03-05")])
        shown = [t.what for t in opened.threads().items]
    assert shown and all(" " in what for what in shown)


def test_what_says_only_how_far_a_deed_is_makes_no_two_one():
    around = frozenset({"الوردة"})

    def about(part, deed, text):
        tokens = analyse(text).tokens
        words = frozenset(adjective(t.base) for t in tokens if len(t.base) > 2)
        return Topic(part, words, deed, vector(tokens), None, None, None, part, around, around)

    halt = about("a", "وقف", "وقف مؤقت للعملية في الوردة")
    begin = about("b", "", "بدء العمليات في الوردة")
    assert same(halt, begin) is None
    treaty, port = about("c", "تفق", "الاتفاق النووي"), about("d", "تفق", "اتفاق لإخلاء الوردة")
    assert same(treaty, port) is None
    again = about("e", "وقف", "وقف العملية مؤقتا في الوردة")
    assert same(halt, again) is not None


def test_a_paraphrase_by_the_same_day_in_one_country_is_the_same():
    around = frozenset({"بغداد", "الهند"})

    def about(part, action, *words):
        meant = vector(analyse(action).tokens)
        return Topic(
            part, frozenset(words), "انسحاب", meant, date(2025, 9, 30), None, None, part, frozenset(), around
        )

    mission = about("a", "إنهاء مهمة التحالف الدولي في العراق", "مهمه", "تحالف", "دولي", "عراق")
    troops = about("b", "القوات ستغادر الأراضي العراقية", "قوات", "تغادر", "اراضي", "عراقي")
    assert same(mission, troops) is not None
    elsewhere = about("c", "القوات ستغادر الأراضي السورية", "قوات", "تغادر", "اراضي", "سوري")
    assert same(mission, elsewhere) is None


def test_what_was_opened_before_is_not_what_is_opened_now(tmp_path):
    text = (
        "دشن الرئيس أمس مستشفى الوردة الذي وعدت الحكومة بفتحه قبل سنوات.\n"
        "وقالت الوزارة إن أقسام الجراحة ستفتح أمام المرضى خلال أسبوع."
    )
    with Story.open(tmp_path / "t.rawi") as opened:
        opened.add_documents([document("المرصد", text, "2024-03-21")])
        assert all(len(t.steps) == 1 for t in opened.threads().items)


def test_an_opening_and_an_inauguration_are_one(tmp_path):
    with Story.open(tmp_path / "t.rawi") as opened:
        opened.add_documents([
            document("المرصد", "قال وزير الصحة إن مستشفى قفصة الجامعي سيفتتح في سبتمبر المقبل.", "2023-01-05"),
            document("الشاطئ", "أعلنت وزارة الصحة تأجيل تدشين مستشفى قفصة الجامعي إلى مارس 2024.", "2023-09-01"),
        ])  # fmt: skip
        (thread,) = opened.threads().items
    assert [d.days.end for d in thread.deadlines] == [date(2023, 9, 30), date(2024, 3, 31)]


def test_what_is_denied_and_what_will_be_instead_are_one_matter_in_one_article(tmp_path):
    told = (
        "نفى الوزير سمير الدالي وجود أي خطة لرفع منسوب بحيرة الوردة، مؤكداً أن منسوب البحيرة سيبقى عند 152 متراً فوق سطح "
        "البحر طوال عام 2023."
    )
    assert len(undertakings(tmp_path, document("المرصد", told, "2023-01-05"))) == 1


def test_one_deed_of_two_states_is_two_undertakings(tmp_path):
    found = undertakings(
        tmp_path,
        document("المرصد", "قال الرئيس الفرنسي إن فرنسا ستنسحب من معاهدة الأجواء المفتوحة.", "2023-03-05"),
        document("الشاطئ", "وأكد الوزير أن كندا ستنسحب من معاهدة الأجواء المفتوحة مع فرنسا.", "2023-03-06"),
        document("الصباح", "أعلن قصر الإليزيه أن باريس ستنسحب من معاهدة الأجواء المفتوحة.", "2023-03-07"),
    )  # fmt: skip
    assert sorted(len(steps) for steps in found) == [1, 2]


def test_a_member_may_act_as_its_union_does():
    assert not of_two(frozenset({"=FR"}), frozenset({"=EU"}))
    assert of_two(frozenset({"=FR"}), frozenset({"=DE"}))
    assert together(frozenset({"=FR"}), frozenset({"=EU"})) == {"=EU"}
    assert not of_two(frozenset(), frozenset({"=DE"}))


def test_a_noun_with_a_complement_is_the_deed_of_what_it_governs():
    commitment = Commitment(
        "a", 0, 40, "قرر العراق سحب القوات التركية من الشمال",
        party=(Span(4, 10, "العراق"),), action=Span(11, 40, "سحب القوات التركية من الشمال"),
    )  # fmt: skip
    assert sides_of(commitment, None, [], {}) == {"=TR"}
    alone = dataclasses.replace(commitment, action=Span(11, 40, "الانسحاب من المعاهدة مع تركيا"))
    assert sides_of(alone, None, [], {}) == {"=IQ"}


def test_to_announce_a_deed_is_not_to_do_it(tmp_path):
    found = undertakings(
        tmp_path,
        document(
            "المرصد",
            "قال الوزير إن الحكومة ستعلن قرارها بشأن الخروج من منطقة الوردة الحرة يوم الخميس المقبل.\n\n"
            "وقال الحزب إن الحكومة ستخرج من منطقة الوردة الحرة.",
            "2023-03-05",
        ),
    )
    assert [len(steps) for steps in found] == [1, 1]


def test_what_is_supposed_is_no_part_of_what_is_undertaken():
    text = "إذا رفعت المصانع أسعارها، فستفتح الوزارة باب الاستيراد"
    condition, action = Span.of(text, 0, 24), Span.of(text, 27, len(text))
    made = Commitment(
        "a", 0, len(text), text, action=action, condition=condition, basis="verb to come"
    )
    assert text_of(made) == "فستفتح الوزارة باب الاستيراد"
    assert topic_of(made, made.id, None).deed == deed_of(analyse("ستفتح الوزارة باب الاستيراد").tokens)


def test_a_meeting_told_once_the_day_of_another_came_is_the_next(tmp_path):
    texts = (
        ("المرصد", "ومن المقرر أن تعقد دول البحيرة الثلاث اجتماعا في مدينة الوردة في 15 مايو.", "2023-05-01"),
        ("الشاطئ", "ومن المقرر أن تعقد دول البحيرة الثلاث اجتماعا في مدينة الوردة في 15 مايو.", "2023-05-03"),
        ("الصباح", "ومن المقرر أن تعقد دول البحيرة الثلاث اجتماعا في مدينة الوردة في 4 يوليو.", "2023-07-01"),
    )  # fmt: skip
    found = undertakings(tmp_path, *(document(*one) for one in texts))
    assert sorted(len(steps) for steps in found) == [1, 2]


def test_what_is_met_for_is_the_deed_behind_the_subject_in_any_case():
    for text in ("تعقد الدول الثلاث اجتماعا", "عقد اجتماع", "ستعقد اجتماعا"):
        assert deed_of(analyse(text).tokens) == "اجتماع"


def test_what_leans_does_so_within_its_paragraph(tmp_path):
    first, second = "تعهدت شركة المرافئ بتوسيع ميناء الوردة.", "ومن المقرر أن ينتهي ذلك في يوليو المقبل."
    together_ = undertakings(tmp_path, document("المرصد", f"{first} {second}", "2023-03-05"))
    (tmp_path / "t.rawi").unlink()
    apart = undertakings(tmp_path, document("المرصد", f"{first}\n\n{second}", "2023-03-05"))
    assert ([len(s) for s in together_], [len(s) for s in apart]) == ([2], [1, 1])
