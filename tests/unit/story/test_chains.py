"""The same statement in several articles is one, with its variants; different statements stay apart."""

import pytest

from rawi.records import Speaker, Statement
from rawi.sources.document import Document
from rawi.story.chains.compare import changes, pieces
from rawi.story.story import Story


def said(text, act="say", form="indirect", speaker="سالم الوردي"):
    return Statement(
        "a", 0, len(text), text, act=act, form=form,
        speaker=Speaker(None, None, None, speaker) if speaker else None,
    )  # fmt: skip


def test_pieces_join_up_to_both_texts():
    left = "سيبدأ العمل في المرفأ، مطلع الشهر المقبل، بحسب الخطة"
    right = "سيبدأ العمل في المرفأ الجديد مطلع الشهر المقبل"
    found = pieces(left, right)
    assert "".join(p.left for p in found) == left
    assert "".join(p.right for p in found) == right
    assert {p.kind for p in found} == {"same", "new", "dropped"}


def test_vowels_and_hamzas_are_no_difference():
    assert [p.kind for p in pieces("أُعلِن الإتفاق", "اعلن الاتفاق")] == ["same"]


@pytest.mark.parametrize(
    ("first", "later", "expected"),
    [
        (
            said("لن نوقع الاتفاق قبل فتح المعبر وعودة العمال إلى بيوتهم"),
            said("لن نوقع الاتفاق"),
            {"cut"},
        ),
        (said("لن نوقع", act="affirm"), said("لن نوقع", act="believe"), {"softened"}),
        (said("لن نوقع"), said("ربما لن نوقع"), {"softened", "extended"}),
        (said("لن نوقع"), said("لن نوقع", speaker="منى الخضري"), {"reattributed"}),
        (said("لن نوقع"), said("لن نوقع", speaker="الوردي"), set()),
        (said("لن نوقع", form="direct"), said("لن نوقع"), {"unquoted"}),
    ],
)
def test_what_a_later_wording_did(first, later, expected):
    assert set(changes(first, later)) == expected


ONE = (
    'قال وزير النقل سالم الوردي إن "العبّارة الجديدة ستنقل ألف راكب يوميا بين الجزيرتين قبل نهاية الصيف '
    'المقبل". وأضاف أن "أسعار التذاكر لن ترتفع هذا العام".'
)
TWO = (
    "وأكد الوزير سالم الوردي أن العبّارة الجديدة ستنقل ألف راكب يوميا بين الجزيرتين قبل نهاية الصيف."
)
OTHER = 'وقال المهندس فادي البستاني إن "بناء المدرسة الثانوية سيكتمل في القرية الجبلية بعد عامين".'


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as held:
        held.add_documents(
            Document(
                source=name,
                text=f"خبر {name}\n\n{text}",
                title=f"خبر {name}",
                outlet=outlet,
                published=day,
            )
            for name, outlet, day, text in (
                ("one", "الفجر", "2021-03-01", ONE),
                ("two", "المرفأ", "2021-03-02", TWO),
                ("other", "المرفأ", "2021-03-02", OTHER),
            )
        )
        yield held


def statement(story, source, words):
    return next(
        r.record.id
        for r in story.records("statement").items
        if r.article.source == source and words in r.record.text
    )


def test_two_reports_of_one_statement_are_one_chain(story):
    chain = story.chain(statement(story, "two", "العبّارة"))
    assert [v.row.article.source for v in chain.variants] == ["one", "two"]
    assert "unquoted" in chain.variants[1].changes
    assert [link.role for link in chain.variants[0].links] == ["speaker", "outlet"]
    assert chain.independence.outlets == 2


def test_another_statement_of_the_same_article_stays_apart(story):
    assert len(story.chain(statement(story, "one", "أسعار")).variants) == 1


def test_removing_an_article_shortens_the_chain(story):
    kept = statement(story, "two", "العبّارة")
    story.remove(story.chain(kept).variants[0].row.article.id)
    assert len(story.chain(kept).variants) == 1


def test_a_part_of_a_name_finds_what_its_bearer_said(story):
    said = story.records("statement", speaker="الوردي").items
    assert said and all("الوردي" in r.record.speaker.name for r in said)
    assert story.records("statement", speaker="سالم الوردي").total == len(said)
    assert story.records("statement", speaker="وردي منصور").total == 0


def test_the_overview_counts_a_speaker_once(story):
    names = [c.name for c in story.overview().speakers]
    assert len([n for n in names if "الوردي" in n]) == 1
