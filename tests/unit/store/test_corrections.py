"""What users decide: made good on every reading, found again after any change, taken back whole."""

from dataclasses import replace

import pytest

from rawi.records import Article, Figure, Name, Span, Speaker, Statement, identity
from rawi.store.anchors import anchored
from rawi.store.corrections import Decision, made_good
from rawi.store.rows import Correction
from rawi.wire import to_json

TEXT = (
    "قال مدير المرفأ حسام الوردي إن الرافعة الثالثة ستعمل الأسبوع المقبل.\n"
    "وأكد الوردي أن 40 عاملاً عادوا إلى الأرصفة.\n"
    "وقال مدير المرفأ أيضاً إن الرافعة قديمة."
)


def article(text=TEXT):
    return Article(identity(text, prefix="a"), "port.txt", text)


def span(words, text=TEXT, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words), words)


def statement(words, of, cue="قال", by="مدير المرفأ حسام الوردي", **more):
    s, c, b = span(words, of.text), span(cue, of.text), span(by, of.text)
    speaker = Speaker(b.start, b.end, b.text, name="حسام الوردي")
    return Statement(of.id, s.start, s.end, s.text, cue=c, speaker=speaker, **more)


CRANE = "الرافعة الثالثة ستعمل الأسبوع المقبل"
WORKERS = "40 عاملاً عادوا إلى الأرصفة"


@pytest.fixture
def program():
    of = article()
    crane = statement(CRANE, of)
    workers = statement(WORKERS, of, cue="وأكد", by="الوردي")
    count = span("40 عاملاً")
    figure = Figure(
        of.id, count.start, count.end, count.text, value=40, thing=span("عاملاً"),
        statement=workers.id,
    )  # fmt: skip
    return of, [crane, workers, figure]


def decide(of, number, action, record, **more):
    what = Correction(number, action, anchored(record, of, "/news/port.txt"), **more)
    return Decision(what, to_json(record))


def test_without_decisions_the_reading_is_the_program_s(program):
    of, records = program
    out = made_good(of, records, [])
    assert [e.record for e in out.effective] == records
    assert all(e.verdict is None and e.program is None for e in out.effective)


def test_a_rejected_record_is_out_and_what_stood_in_it_loses_it(program):
    of, (crane, workers, figure) = program
    out = made_good(of, program[1], [decide(of, 1, "reject", workers)])
    assert [e.record for e in out.effective] == [crane, replace(figure, statement=None)]
    assert out.effective[1].program == figure
    assert {k: v.record for k, v in out.rejected.items()} == {workers.id: workers}
    assert out.holds == {1: workers.id}


def test_an_edit_changes_the_record_and_keeps_the_program_s_beside(program):
    of, (_, workers, figure) = program
    start = workers.start + len("40 عاملاً ")
    out = made_good(
        of, program[1], [decide(of, 1, "edit", workers, changes={"act": "affirm", "start": start})]
    )
    changed = out.effective[1]
    assert (changed.verdict, changed.program) == ("edited", workers)
    assert (changed.record.act, changed.record.text) == ("affirm", "عادوا إلى الأرصفة")
    assert out.effective[2].record == replace(figure, statement=changed.record.id)


def test_decisions_are_made_in_their_order(program):
    of, (crane, *_) = program
    edited = decide(of, 1, "edit", crane, changes={"act": "promise"})
    out = made_good(
        of, program[1], [edited, decide(of, 2, "reject", replace(crane, act="promise"))]
    )
    assert crane.id not in {e.record.id for e in out.effective}
    assert {k: v.record for k, v in out.rejected.items()} == {crane.id: crane}


def test_a_record_is_found_again_when_a_later_program_reads_it_longer(program):
    of, (crane, *rest) = program
    longer = statement("إن " + CRANE, of)
    out = made_good(of, [longer, *rest], [decide(of, 1, "reject", crane)])
    assert [e.record.kind for e in out.effective] == ["statement", "figure"]
    assert out.holds == {1: longer.id}


def test_a_decision_about_other_words_touches_nothing(program):
    of, (crane, workers, figure) = program
    other = statement("الرافعة قديمة", of)
    out = made_good(
        of, [workers, figure], [decide(of, 1, "reject", crane), decide(of, 2, "reject", other)]
    )
    assert [e.record for e in out.effective] == [workers, figure]
    assert out.holds == {1: None, 2: None}


def test_a_confirmed_record_stands_though_the_program_lost_it(program):
    of, (crane, *rest) = program
    out = made_good(of, rest, [decide(of, 1, "confirm", crane)])
    last = out.effective[-1]
    assert (last.record, last.verdict, last.by_user) == (crane, "confirmed", True)


def test_decisions_follow_the_words_into_a_changed_text(program):
    of, (crane, *_) = program
    new = article("تحديث: نشر الخبر صباح اليوم.\n" + TEXT)
    again = statement(CRANE, new)
    via = {"start": 4, "end": 8, "text": "مدير"}
    out = made_good(new, [again], [decide(of, 1, "edit", crane, changes={"via": via})])
    assert out.effective[0].record.via == Span(33, 37, "مدير")
    via["text"] = "سفير"
    out = made_good(new, [again], [decide(of, 1, "edit", crane, changes={"via": via})])
    assert out.holds == {1: None} and out.effective[0].record == again
    decisions = [decide(of, 1, "edit", crane, changes={"speaker": {"name": "مدير المرفأ"}})]
    out = made_good(new, [again], decisions)
    assert out.effective[0].record.speaker.name == "مدير المرفأ"
    assert out.effective[0].record.start == again.start


def test_the_neighbourhood_tells_the_same_words_apart():
    text = "عاد سليم إلى المدينة صباحاً ثم غادر. وبقي سليم آخر في القرية حتى المساء."
    of = article(text)
    names = [
        Name(of.id, s.start, s.end, s.text, type="person")
        for s in (span("سليم", text), span("سليم", text, nth=1))
    ]
    decision = decide(of, 1, "edit", names[1], changes={"name": "سليم القروي"})
    new = article("خبر عاجل من المراسل: " + text)
    again = [replace(n, article=new.id, start=n.start + 21, end=n.end + 21) for n in names]
    out = made_good(new, again, [decision])
    assert [e.record.name for e in out.effective] == [None, "سليم القروي"]


def test_nothing_holds_where_the_words_are_gone(program):
    of, (crane, *_) = program
    out = made_good(article("نص آخر لا صلة له بما سبق."), [], [decide(of, 1, "confirm", crane)])
    assert out.effective == [] and out.holds == {1: None}
