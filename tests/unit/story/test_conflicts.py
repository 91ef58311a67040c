"""Contradictions of a story: what pulls against what, why, and what is none."""

from itertools import permutations

import pytest

from rawi.errors import UsageError
from rawi.sources.document import Document
from rawi.story.story import Story


def paper(name, day, *paragraphs, outlet="الضفة"):
    text = "\n\n".join((f"أخبار {name}", *paragraphs))
    return Document(source=name, text=text, title=f"أخبار {name}", outlet=outlet, published=day)


PLAN = paper(
    "plan", "2031-05-06",
    "قال مصدر في وزارة الزراعة إن خطة بيع مخازن الحبوب في مرفأ سلوان للشركة الأجنبية وضعت الشهر الماضي.",
)  # fmt: skip
DENIAL = paper(
    "denial", "2031-05-07",
    "نفى وزير الزراعة عماد الراوندي وجود خطة لبيع مخازن الحبوب في مرفأ سلوان.", outlet="المرفأ",
)  # fmt: skip
CREWS = paper(
    "crews", "2031-06-01",
    "قال رئيس البلدية سمير التلاوي إن \"سحب فرق الإنقاذ من الوادي ضرورة لا تقبل التأخير\".",
    "وقالت مديرة الدفاع المدني هالة النجدي إن هناك ضرورة لبقاء فرق الإنقاذ في الوادي حتى الربيع.",
)  # fmt: skip
MERE = paper(
    "mere", "2031-06-01",
    "قال رئيس البلدية سمير التلاوي إن ملف سحب فرق الإنقاذ يناقش اليوم.",
    "وقالت مديرة الدفاع المدني هالة النجدي إن هناك ضرورة لبقاء فرق الإنقاذ في الوادي حتى الربيع.",
)  # fmt: skip
NONE = paper(
    "none", "2031-06-01",
    "قال قائد البعثة الدولية في سلوان نادر الحلي إن \"البعثة تقدم المشورة، وليس لديها أي جنود في سلوان\".",
    "وتنشر البعثة الدولية نحو 1400 جندي في سلوان منذ الصيف.",
)  # fmt: skip
LATE = paper(
    "late", "2031-09-01",
    "أعلنت الحكومة تأجيل سحب حرس الجسور من الضفة الشرقية إلى نهاية مايو 2032.",
)  # fmt: skip
EARLY = paper(
    "early", "2031-03-01",
    "تعهدت الحكومة بسحب حرس الجسور من الضفة الشرقية بحلول نهاية عام 2031.",
)  # fmt: skip


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        yield opened


def found(story, **filters):
    return story.conflicts(**filters).items


def test_a_denial_is_tied_to_the_claim_that_it_denies(story):
    story.add_documents([PLAN, DENIAL])
    (one,) = found(story)
    assert (one.kind, one.grade) == ("denial", "clear")
    assert (one.a.article.outlet, one.b.article.outlet) == ("الضفة", "المرفأ")
    assert "خطة بيع مخازن الحبوب" in one.a.span.text
    assert one.b.speaker == "عماد الراوندي"
    assert one.b.act == "deny"  # or its words would read as a claim
    assert "عماد الراوندي" in one.why_ar and one.why_en.endswith("is denied by Imad al-Rawnadi")
    text = story.reading(one.b.article.id).article.text
    assert text[one.b.span.start : one.b.span.end] == one.b.span.text


def test_a_list_of_denials_denies_each(story):
    held = paper(
        "held", "2031-05-06", "قال مصدر في البلدية إن قرار الردم صدر في جلسة سرية في دار البلدية.",
    )  # fmt: skip
    none = paper(
        "nothing", "2031-05-07",
        "وقال رئيس البلدية سمير التلاوي إنه \"لا توجد خطة ولا قرار بالردم ولا جلسة سرية\".",
    )  # fmt: skip
    story.add_documents([held, none])
    (one,) = found(story)
    assert one.kind == "denial"
    assert "جلسة سرية" in one.a.span.text and "سمير التلاوي" in one.b.speaker


ACCUSED = paper(
    "accused", "2031-07-02",
    "قالت النقابة إن هناك أدلة على أن وزارة الأشغال استخدمت أسمنتاً مغشوشاً في بناء جسر سلوان.",
)  # fmt: skip
MENTIONS = paper(
    "mentions", "2031-07-03",
    "وأعرب رئيس البلدية سمير التلاوي عن قلقه من استخدام أسمنت مغشوش في بناء جسر سلوان.",
    "ودعت مديرة الدفاع المدني هالة النجدي إلى التحقيق في استخدام أسمنت مغشوش في بناء جسر سلوان.",
    "وقالت اللجنة إنها ستحدد ما إذا كانت الشركة استخدمت أسمنتاً مغشوشاً في بناء جسر سلوان.",
)  # fmt: skip
CLEARED = paper(
    "cleared", "2031-07-04", "ونفت وزارة الأشغال استخدام أسمنت مغشوش في بناء جسر سلوان.",
)  # fmt: skip
BLAMED = paper(
    "blamed", "2031-07-02", "واتهمت النقابة وزارة الأشغال بتسميم مياه النهر في سلوان.",
)  # fmt: skip
NO_PART = paper(
    "no part", "2031-07-03", "ونفت وزارة الأشغال أي علاقة لها بتسميم مياه النهر في سلوان.",
)  # fmt: skip


def test_a_verb_and_its_verbal_noun_tell_one_deed(story):
    story.add_documents([ACCUSED, CLEARED])
    (one,) = found(story)
    assert one.kind == "denial"
    assert "استخدمت" in one.a.span.text and one.b.speaker == "وزارة الأشغال"


def test_who_mentions_fears_or_investigates_a_deed_does_not_claim_it(story):
    story.add_documents([MENTIONS, CLEARED])
    assert found(story) == ()


def test_a_denial_of_any_part_stands_against_the_accusation(story):
    story.add_documents([BLAMED, NO_PART])
    (one,) = found(story)
    assert one.kind == "denial"
    assert one.a.speaker == "النقابة" and one.b.speaker == "وزارة الأشغال"


@pytest.mark.parametrize(
    ("claim", "denial", "speakers"),
    [
        pytest.param(
            "وقال المرصد الأهلي إن الحرس بدأ أمس بسحب مدافعه الثقيلة من تلال الضفة الشرقية.",
            "ونفى قائد الحرس نادر الحلي انسحاب أي مدافع ثقيلة من تلال الضفة الشرقية.",
            {"المرصد الأهلي", "نادر الحلي"}, id="begun",
        ),
        pytest.param(
            "قال مصدر في نقابة المعلمين إن الوزارة ألغت امتحانات الشهادة الثانوية في سلوان.",
            "وأكدت وزيرة التربية هالة النجدي أنه لا صحة لما تردد عن إلغاء امتحانات الشهادة الثانوية في سلوان.",
            {"مصدر في نقابة المعلمين", "هالة النجدي"}, id="rumour",
        ),
        pytest.param(
            "وقالت هالة النجدي إن سمير التلاوي استمع إلى تسجيل سري عن بيع المخازن.",
            "ونفى رئيس البلدية سمير التلاوي أن يكون قد استمع إلى تسجيلات عن عملية البيع المزعومة في مرفأ سلوان.",
            {"هالة النجدي", "سمير التلاوي"}, id="his own deed",
        ),
        pytest.param(
            "وقالت هالة النجدي إن الحارس رامي السعدي قتل على يد مجموعة من حرس الأشغال.",
            "ونفت وزارة الأشغال أي ضلوع لها في مقتل الحارس رامي السعدي.",
            {"هالة النجدي", "وزارة الأشغال"}, id="at whose hands",
        ),
        pytest.param(
            "وقالت النقابة إن وزارة الأشغال مسؤولة عن تسميم مياه النهر في سلوان.",
            "ونفت وزارة الأشغال أن تكون وراء تسميم مياه النهر في سلوان.",
            {"النقابة", "وزارة الأشغال"}, id="behind it",
        ),
    ],
)  # fmt: skip
def test_one_says_it_and_another_denies_it(story, claim, denial, speakers):
    story.add_documents([
        paper("claim", "2031-05-06", claim), paper("denial", "2031-05-06", denial, outlet="النهر"),
    ])  # fmt: skip
    (one,) = found(story)
    assert one.kind == "denial"
    assert {one.a.speaker, one.b.speaker} == speakers


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        pytest.param(
            "وأعلن رئيس البلدية سمير التلاوي أن المهندسين المسؤولين عن قضية تسميم مياه النهر سافروا.",
            "ونفت وزارة الأشغال أي علاقة لها بتسميم مياه النهر في سلوان.", id="an office",
        ),
        pytest.param(
            "وأعلنت مصادر أن النقابة علمت ببيع مخازن المرفأ في سلوان بعد ساعات.",
            "ونفى رئيس البلدية سمير التلاوي علمه ببيع مخازن المرفأ في سلوان.", id="another's knowledge",
        ),
    ],
)  # fmt: skip
def test_what_the_denier_is_not_said_to_have_done(story, claim, denial):
    story.add_documents([
        paper("claim", "2031-05-06", claim), paper("denial", "2031-05-06", denial, outlet="النهر"),
    ])  # fmt: skip
    assert found(story) == ()


def test_said_against_done(story):
    said = paper(
        "said", "2031-05-06",
        "وقال وزير الأشغال عماد الراوندي إن الوزارة لن تغلق جسر سلوان القديم أمام الشاحنات.",
    )  # fmt: skip
    done = paper(
        "done", "2031-05-20",
        "وقال نقيب السائقين سمير التلاوي إن الوزارة أغلقت جسر سلوان القديم أمام الشاحنات أمس.",
    )  # fmt: skip
    story.add_documents([said, done])
    (one,) = found(story)
    assert one.kind == "denial"
    assert "said against done" in one.why_en and "قول وفعل" in one.why_ar


def test_what_was_done_before_a_word_was_given_does_not_break_it(story):
    done = paper(
        "done", "2031-05-01",
        "وقال نقيب السائقين سمير التلاوي إن الوزارة أغلقت جسر سلوان القديم أمام الشاحنات أمس.",
    )  # fmt: skip
    said = paper(
        "said", "2031-05-20",
        "وقال وزير الأشغال عماد الراوندي إن الوزارة لن تغلق جسر سلوان القديم أمام الشاحنات.",
    )  # fmt: skip
    story.add_documents([done, said])
    assert found(story) == ()


def test_a_short_denial_is_tied_to_its_claim(story):
    told = paper(
        "told", "2031-05-06",
        "قالت مصادر في بلدية سلوان إن إخلاء ثلاث قرى على سفح جبل النسور سيبدأ الأسبوع المقبل.",
    )  # fmt: skip
    denied = paper(
        "denied", "2031-05-07",
        "نفى رئيس بلدية سلوان سمير التلاوي إخلاء أي قرية على سفح جبل النسور.", outlet="النهر",
    )  # fmt: skip
    other = paper(
        "other", "2031-05-07", "أعلنت الهيئة إخلاء قرية في وادي الزيتون بعد السيول.", outlet="الزيتون",
    )  # fmt: skip
    story.add_documents([told, denied, other])
    (one,) = found(story)
    assert "ثلاث قرى" in one.a.span.text and "أي قرية" in one.b.span.text


def test_what_one_calls_a_thing_and_another_says_it_is_not(story):
    called = paper(
        "called", "2031-05-06",
        "وقال وزير الأشغال عماد الراوندي عن الأعمال عند جسر سلوان القديم: \"صيانة دورية لا علاقة لها بالبيع\".",
    )  # fmt: skip
    denied = paper(
        "denied", "2031-05-07",
        "وقالت نقابة المهندسين إن ما يجري عند جسر سلوان القديم وفي الأعمال عند الجسر ليس صيانة.",
    )  # fmt: skip
    story.add_documents([called, denied])
    (one,) = found(story)
    assert one.kind == "denial" and "ليس صيانة" in one.b.span.text


def test_no_day_for_a_thing_stands_against_a_day_for_it(story):
    days = paper(
        "days", "2031-05-06",
        "وأعلن وزير الأشغال عماد الراوندي أن أعمال ترميم جسر سلوان ستنتهي مع نهاية عام 2032.",
        "وقالت رئيسة اللجنة هالة النجدي إنه ليس هناك موعد محدد لترميم جسر سلوان.",
    )  # fmt: skip
    story.add_documents([days])
    (one,) = found(story)
    assert one.kind == "position"
    assert "no day is set (Hala al-Najdi)" in one.why_en and "لا موعد له" in one.why_ar


def test_one_denial_is_shown_once_however_many_claim_it(story):
    other = paper(
        "other", "2031-07-03",
        "وأكد نقيب المهندسين رامي السعدي أن وزارة الأشغال استخدمت أسمنتاً مغشوشاً في بناء جسر سلوان.",
        outlet="النهر",
    )  # fmt: skip
    story.add_documents([ACCUSED, other, CLEARED])
    (one,) = found(story)
    assert one.copies == 1


def test_the_line_says_how_strong_it_is(story):
    story.add_documents([ACCUSED, CLEARED, EARLY, LATE])
    clear, change = found(story)
    assert clear.why_ar.startswith("تعارض واضح") and clear.why_en.startswith(
        "a clear contradiction"
    )
    assert change.why_en.startswith("a change over time")


def test_opposite_wishes_are_positions(story):
    story.add_documents([CREWS])
    (one,) = found(story)
    assert one.kind == "position"
    assert {one.a.speaker, one.b.speaker} == {"سمير التلاوي", "هالة النجدي"}
    assert "البقاء" in one.why_ar and "leaving" in one.why_en


def test_a_mere_mention_takes_no_side(story):
    story.add_documents([MERE])
    assert found(story) == ()


def test_none_of_a_thing_stands_against_a_number_of_it(story):
    story.add_documents([NONE])
    (one,) = found(story)
    assert one.kind == "denial"
    said, told = sorted((one.a, one.b), key=lambda s: s.speaker is None)
    assert "نادر الحلي" in said.speaker and told.speaker is None
    assert "1400" in told.span.text


def test_a_deadline_put_off_is_a_change_and_no_contradiction(story):
    story.add_documents([EARLY, LATE])
    (one,) = found(story, kind="date")
    assert one.grade == "change"
    assert one.why_ar.startswith("تغيّر مع الوقت") and one.why_en.startswith("a change over time")
    assert "2031-12-31" in one.why_en and "2032-05-31" in one.why_en


def test_each_new_date_stands_beside_the_one_before_it(story):
    again = paper(
        "again late", "2032-06-20",
        "تعهدت الحكومة بإتمام سحب حرس الجسور من الضفة الشرقية بحلول نهاية أكتوبر 2032.",
    )  # fmt: skip
    story.add_documents([EARLY, LATE, again])
    lines = [c.why_en for c in found(story, kind="date")]
    assert len(lines) == 2
    assert "2031-12-31" in lines[0] and "2032-05-31" in lines[0]
    assert "2032-05-31" in lines[1] and "2032-10-31" in lines[1]


def test_two_gatherings_of_one_kind_are_not_one_with_two_dates(story):
    story.add_documents([
        paper("m", "2031-03-01", "تقرر أن تقام مباراة سلوان والمرفأ في السابع من مايو."),
        paper("n", "2031-09-01", "وستقام مباريات الذهاب في 31 أكتوبر المقبل."),
    ])  # fmt: skip
    assert found(story, kind="date") == ()


def test_the_order_of_articles_does_not_matter(tmp_path):
    papers, told = [PLAN, DENIAL, CREWS, EARLY, LATE], set()
    for n, order in enumerate(list(permutations(papers))[::17]):
        with Story.open(tmp_path / f"{n}.rawi") as story:
            story.add_documents(order)
            told.add(tuple((c.id, c.grade, c.strength) for c in found(story)))
    assert len(told) == 1
    assert len(next(iter(told))) == 3


def test_an_article_that_goes_takes_its_contradictions_along(story):
    report = story.add_documents([PLAN, DENIAL])
    story.remove(report.read[0])
    assert found(story) == ()
    assert story.store.one("SELECT count(*) FROM conflicts_pairs") == 0


def test_a_statement_that_a_user_rejects_contradicts_nothing(story):
    story.add_documents([PLAN, DENIAL])
    (denial,) = [
        r for r in story.records("statement", act="deny").items if "مخازن" in r.record.text
    ]
    story.correct(denial.record.id, "reject")
    assert [c for c in found(story) if c.b.speaker == "عماد الراوندي"] == []


def test_copies_of_one_pair_are_listed_once(story):
    again = paper("again", "2031-05-07", *DENIAL.text.split("\n\n")[1:], outlet="النهر")
    story.add_documents([PLAN, DENIAL, again])
    (one,) = found(story)
    assert one.copies == 1


def test_filters_and_pages(story):
    story.add_documents([PLAN, DENIAL, CREWS, EARLY, LATE])
    assert story.conflicts().total == 3
    assert len(story.conflicts(limit=1, offset=1).items) == 1
    assert {c.kind for c in found(story, kind="position")} == {"position"}
    assert {c.grade for c in found(story, grade="change")} == {"change"}
    assert {c.b.speaker for c in found(story, speaker="الراوندي")} == {"عماد الراوندي"}
    with pytest.raises(UsageError):
        story.conflicts(kind="quarrel")
    with pytest.raises(UsageError):
        story.conflicts(grade="certain")


def test_one_speaker_who_wants_the_opposite_later_has_changed_his_mind(story):
    first = paper(
        "first", "2031-05-06",
        "وقال رئيس البلدية سمير التلاوي إن هناك ضرورة لبقاء فرق الإنقاذ التطوعية في وادي النسور.",
    )  # fmt: skip
    second = paper(
        "second", "2031-09-06",
        "وقال رئيس البلدية سمير التلاوي إن هناك ضرورة لسحب فرق الإنقاذ التطوعية من وادي النسور.",
    )  # fmt: skip
    story.add_documents([first, second])
    (one,) = found(story)
    assert (one.kind, one.grade) == ("position", "change")
    assert one.why_en.startswith("a change over time")


def test_who_wants_a_thing_avoided_wants_its_opposite(story):
    story.add_documents([paper(
        "calm", "2031-05-06",
        "ودعا رئيس البلدية سمير التلاوي إلى الهدوء وضبط النفس في وادي النسور.",
        "ودعت مديرة الدفاع المدني هالة النجدي إلى تجنب التصعيد في وادي النسور.",
    )])  # fmt: skip
    assert found(story) == ()


@pytest.mark.parametrize(
    "words",
    [
        "إذا لم تغلق الوزارة جسر سلوان القديم أمام الشاحنات فلن يصمد طويلاً",
        "الوزارة لن تغلق جسر سلوان القديم أمام الشاحنات إلا في حال الخطر",
        "الناس سيحتجون في حال لم تغلق الوزارة جسر سلوان القديم أمام الشاحنات",
    ],
)
def test_a_condition_and_an_exception_deny_nothing(story, words):
    closed = paper(
        "closed", "2031-05-07",
        "وقال نقيب السائقين سمير التلاوي إن الوزارة أغلقت جسر سلوان القديم أمام الشاحنات أمس.",
    )  # fmt: skip
    said = paper("said", "2031-05-06", f"وقال وزير الأشغال عماد الراوندي إن {words}.")
    story.add_documents([closed, said])
    assert found(story) == ()


def test_what_an_older_version_wrote_waits_for_the_next_reading(story):
    story.add_documents([PLAN, DENIAL])
    assert found(story)
    with story.store.transaction() as connection:
        connection.execute("UPDATE conflicts_items SET data = '{\"of\": \"another shape\"}'")
        connection.execute("UPDATE derived SET version = 0 WHERE module = 'conflicts'")
    assert found(story) == ()
    story.refresh()
    assert found(story)


def test_two_reports_of_one_refusal_are_no_contradiction(story):
    story.add_documents([
        paper("one", "2031-06-17",
              "أعلنت حركة الجبل رفضها تمديد اتفاق وقف إطلاق النار مع الحكومة في وادي السدر."),
        paper("two", "2031-06-18",
              "وكانت حركة الجبل رفضت تمديد اتفاق وقف إطلاق النار مع الحكومة في وادي السدر.", outlet="المرفأ"),
    ])  # fmt: skip
    assert found(story) == ()


def test_what_one_calls_for_and_another_refuses(story):
    story.add_documents([
        paper("calls", "2031-06-17",
              "دعت حكومة سلوان إلى تمديد وقف إطلاق النار مع حركة الجبل في وادي السدر."),
        paper("refuses", "2031-06-17",
              "ورفضت حركة الجبل تمديد وقف إطلاق النار مع حكومة سلوان في وادي السدر.", outlet="المرفأ"),
    ])  # fmt: skip
    (one,) = found(story)
    assert one.kind == "position"


@pytest.mark.parametrize(
    "told",
    [
        # not ruled out
        "ولم تستبعد وزارة الزراعة بيع مخازن الحبوب في مرفأ سلوان للشركة الأجنبية.",
        # what he denies was said before; what follows is what he says
        "وهو ما ينفيه وزير الزراعة عماد الراوندي، الذي يؤكد بيع مخازن الحبوب في مرفأ سلوان للشركة الأجنبية.",
    ],
)
def test_what_is_not_denied_is_no_denial(story, told):
    claim = paper(
        "claim", "2031-05-06", "أعلن مدير المرفأ سمير التلاوي بيع مخازن الحبوب في مرفأ سلوان للشركة الأجنبية.",
    )  # fmt: skip
    story.add_documents([claim, paper("told", "2031-05-07", told, outlet="المرفأ")])
    assert [c for c in found(story) if c.a.article.id != c.b.article.id] == []
