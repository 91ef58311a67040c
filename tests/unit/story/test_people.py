"""Who is who across invented articles: joined with a reason, kept apart on evidence, as users decide."""

from datetime import date
from itertools import permutations

import pytest

import rawi
from rawi.errors import NoSuchRecordError, UsageError
from rawi.sources.document import Document

MINISTER = "قال وزير النقل العراقي سامي الدليمي إن الجسر سيفتح. وأضاف الدليمي أن العمل انتهى."
SURNAME = "وصل الدليمي إلى البصرة أمس. وقال الدليمي إن الطريق آمن."
PLAYER = "سجل المهاجم كريم الدليمي هدفين. وقال كريم الدليمي إن الفريق يستحق الفوز."
SPELLING = "التقى المبعوث الدولي مارتن غرينسدال الوفد. وقال مارتن غرينسدال إن الحوار مستمر."
RESPELT = "أكد المبعوث الدولي مارتن جرينسدال أن الهدنة قائمة. وقال مارتن جرينسدال إنه متفائل."
FORMER = "كتب وزير النقل العراقي السابق سامي الدليمي مقالا."
IRAQ = "عقدت الحكومة العراقية جلسة في بغداد. وقالت الحكومة إن البصرة والموصل ستتلقيان الدعم."
JORDAN = "قالت الحكومة في عمان إن الأردن مستعد. وأكد الأردن أن إربد والزرقاء والكرك آمنة."


@pytest.fixture
def story(tmp_path):
    with rawi.Story.open(tmp_path / "s.rawi") as opened:
        yield opened


def add(story, *texts, day="2024-03-01"):
    story.add_documents([Document(f"{t[:30]}.txt", t, published=day) for t in texts])


def persons(story):
    return {row.name: row for row in story.people("person").items}


def who(story, text, article=None):
    found = {
        story.entity(r.record.entity).row.id
        for r in story.records("name", article=article, limit=500).items
        if r.record.text == text
    }
    assert len(found) == 1, found
    return found.pop()


def test_a_surname_in_another_article_is_its_only_bearer(story):
    add(story, MINISTER, SURNAME)
    (person,) = persons(story).values()
    assert person.articles == 2
    reasons = {f.text: f.rule for f in story.entity(person.id).forms}
    assert reasons["سامي الدليمي"] is None
    assert reasons["الدليمي"] == "only bearer of the name"


def test_a_surname_that_two_bear_is_nobodys_without_more(story):
    add(story, MINISTER, PLAYER, SURNAME)
    assert len(persons(story)) == 3


def test_two_spellings_are_one_person(story):
    add(story, SPELLING, RESPELT)
    (person,) = persons(story).values()
    assert {f.rule for f in story.entity(person.id).forms} == {None, "spelling"}


def test_who_is_who_does_not_hang_on_the_order_of_articles(tmp_path):
    seen = set()
    for k, order in enumerate(permutations([MINISTER, SURNAME, PLAYER])):
        with rawi.Story.open(tmp_path / f"{k}.rawi") as story:
            add(story, *order)
            seen.add(frozenset((r.id, r.name, r.articles) for r in story.people().items))
    assert len(seen) == 1


def test_an_article_that_goes_gives_the_surname_back(story):
    add(story, MINISTER, PLAYER, SURNAME)
    gone = next(a.id for a in story.articles().items if a.source.startswith(PLAYER[:8]))
    story.remove(gone)
    assert {name: row.articles for name, row in persons(story).items()} == {"سامي الدليمي": 2}


def test_governments_of_two_countries_are_two(story):
    add(story, IRAQ, JORDAN)
    bodies = {r.name for r in story.people("organization").items if "الحكومة" in r.name}
    assert len([r for r in story.people("organization").items if "الحكومة" in r.name]) == 2, bodies


def test_a_user_joins_and_tells_apart_for_ever(story):
    add(story, MINISTER, PLAYER)
    name = {r.record.text: r.record.id for r in story.records("name", type="person").items}
    joined = story.join("entity", name["سامي الدليمي"], name["كريم الدليمي"])
    assert len(persons(story)) == 1
    story.refresh(every=True)
    assert len(persons(story)) == 1
    story.undo(joined.id)
    assert len(persons(story)) == 2


def test_a_user_splits_namesakes(story):
    add(story, MINISTER, FORMER)
    names = [r.record for r in story.records("name", type="person").items]
    one, two = (next(n for n in names if n.article == a.id) for a in story.articles().items)
    split = story.split("entity", one.id, two.id)
    assert len(story.people("person").items) == 2
    story.refresh(every=True)
    assert len(story.people("person").items) == 2
    story.undo(split.id)
    assert len(story.people("person").items) == 1


def test_an_office_and_those_who_held_it(story):
    add(story, MINISTER, day="2024-03-01")
    add(
        story,
        "قال وزير النقل العراقي هاني الساعدي إن القطار عاد. وأضاف الساعدي أنه راض.",
        day="2025-06-01",
    )
    add(story, FORMER, day="2025-07-01")
    (office,) = [o for o in story.offices("وزير النقل العراقي")]
    assert [(h.name, h.tenure.begin) for h in office.holders] == [
        ("سامي الدليمي", date(2024, 3, 1)), ("هاني الساعدي", date(2025, 6, 1)),
    ]  # fmt: skip
    assert [h.name for h in office.former] == ["سامي الدليمي"]
    assert story.holder("وزير النقل", date(2024, 3, 20)).name == "سامي الدليمي"
    assert story.holder("وزير النقل العراقي", date(2025, 5, 20)).name == "هاني الساعدي"
    assert story.holder("وزير النقل", date(2020, 1, 1)) is None


def test_places_bring_coordinates_and_latin_names(story):
    add(story, MINISTER + " وعاد الوزير إلى بغداد.")
    place = next(r for r in story.people("place").items if r.name == "بغداد")
    assert (round(place.lat), round(place.lon), place.latin) == (33, 44, "Baghdad")
    assert persons(story)["سامي الدليمي"].latin == "Sami al-Dulaimi"


def test_what_is_not_there_is_an_error(story):
    with pytest.raises(NoSuchRecordError):
        story.entity("n000000000000")
    with pytest.raises(UsageError):
        story.people("animal")
    with pytest.raises(UsageError):
        story.people(order="size")
    assert story.people().total == 0


def test_a_name_is_spelt_as_most_articles_spell_it(story):
    add(
        story,
        "قال الوزير سامى الدليمى إن الجسر مغلق.",
        *(MINISTER + f" وزار {t}." for t in ("البصرة", "الموصل")),
    )
    assert set(persons(story)) == {"سامي الدليمي"}
    story.remove(next(a.id for a in story.articles().items if "سامى" in a.source))
    assert set(persons(story)) == {"سامي الدليمي"}


def test_an_army_with_its_people_is_not_the_army_of_the_country_in_the_news(story):
    news = "قصف الجيش الأردني الموقع في دمشق. وقالت دمشق إن حمص وحلب آمنتان. وأضافت أن سوريا سترد. وانسحب الجيش."
    add(story, news, "عاد الجيش الأردني إلى عمان. وقال الجيش إن الأردن آمن، وكذلك إربد والزرقاء.")
    (army,) = [r for r in story.people("organization").items if "الجيش" in r.name]
    assert army.name == "الجيش الأردني" and army.articles == 2


def test_two_cases_of_a_people_are_one_group(story):
    add(story, "قال الأردنيون إن الطريق طويل.", "بين الأردنيين من يرفض.")
    (group,) = story.people("group").items
    assert group.name == "الأردنيون" and group.articles == 2


def test_a_prince_with_his_forefathers_is_the_same_prince(story):
    add(
        story, "قال الأمير سامر بن فهد إن الطريق آمن.", "وصل الأمير سامر بن فهد بن نايف إلى البصرة."
    )
    (prince,) = persons(story).values()
    assert prince.articles == 2


def test_two_fathers_are_two_princes(story):
    add(
        story,
        "قال الأمير سامر بن فهد بن نايف إن الطريق آمن.",
        "وصل الأمير سامر بن فهد بن خالد إلى البصرة.",
        "التقى الأمير سامر بن فهد الوفد.",
    )
    assert len(persons(story)) == 3


def counted(story):
    """Each entity's mentions, articles and statements as they are kept."""
    rows = story.store.rows("SELECT id, mentions, articles, statements FROM entities")
    return {row["id"]: tuple(row)[1:] for row in rows}


def names_counted_afresh(story):
    """Whether the names that stand in records are kept once each, with how many bear them."""
    kept = set(map(tuple, story.store.rows("SELECT kind, name_key, records FROM record_names")))
    return kept == set(
        map(
            tuple,
            story.store.rows(
                "SELECT kind, name_key, count(*) FROM records WHERE name_key IS NOT NULL GROUP BY 1, 2"
            ),
        )
    )


def speakers_kept(story):
    """Whether beside every statement stands who is mentioned as its speaker."""
    (row,) = story.store.rows(
        "SELECT count(*) FILTER (WHERE r.speaker IS NOT m.entity) AS wrong FROM records r"
        " LEFT JOIN mentions m ON m.record = r.id AND m.role = 'speaker'"
    )
    return row["wrong"] == 0


def counted_afresh(story):
    assert names_counted_afresh(story) and speakers_kept(story)
    rows = story.store.rows(
        "SELECT e.id, count(m.n) FILTER (WHERE m.role = 'name'),"
        " count(DISTINCT m.article) FILTER (WHERE m.role = 'name'),"
        " count(m.n) FILTER (WHERE m.role = 'speaker')"
        " FROM entities e LEFT JOIN mentions m ON m.entity = e.id GROUP BY e.id"
    )
    return {row["id"]: tuple(row)[1:] for row in rows}


def test_kept_counts_are_those_counted_afresh_whatever_happened(tmp_path):
    with rawi.Story.open(tmp_path / "s.rawi") as story:
        texts = [
            "قال الوزير سليم التالوري إن السد سيكتمل. وأضاف التالوري أن المياه تكفي.",
            "أعلن وزير الري سليم التالوري افتتاح السد في مدينة سلوان.",
            "زارت المهندسة هدى الزيتوني سد سلوان. وقالت الزيتوني إن العمل متقن.",
        ]
        read = story.add_documents([
            Document(f"{n}", f"خبر {n}\n\n{text}", outlet=f"صحيفة {n}", published=f"2031-01-0{n + 1}")
            for n, text in enumerate(texts)
        ]).read  # fmt: skip
        whole = counted(story)
        assert whole == counted_afresh(story) and max(whole.values()) > (2, 1, 0)
        spoken = story.records("statement").items[0].record
        made = story.correct(spoken.id, "reject")
        assert counted(story) == counted_afresh(story) != whole
        story.undo(made.id)
        assert counted(story) == counted_afresh(story) == whole
        one, two = (story.people(type="person", text=t).items[0] for t in ("التالوري", "الزيتوني"))
        joined = story.join("entity", story.naming(one.id), story.naming(two.id))
        (both,) = (p for p in story.people(type="person").items if p.id in (one.id, two.id))
        assert both.mentions == one.mentions + two.mentions
        assert both.articles == one.articles + two.articles
        assert counted(story) == counted_afresh(story)
        story.undo(joined.id)
        assert counted(story) == counted_afresh(story) == whole
        story.remove(read[0])
        assert counted(story) == counted_afresh(story)
        story.refresh(every=True)
        assert counted(story) == counted_afresh(story)
        assert [p.mentions for p in story.people().items] == sorted(
            (n for n, _, _ in counted(story).values()), reverse=True
        )
        for row in story.articles().items:
            story.remove(row.id)
        assert counted(story) == {} and story.store.rows("SELECT * FROM entity_articles") == []


@pytest.mark.parametrize("turn", (1, -1))
def test_a_person_is_called_as_most_articles_spell_him_whichever_came_first(story, turn):
    usual = "التقى المبعوث مارتن غرينسدال الوفد {}. وقال مارتن غرينسدال إن الحوار مستمر."
    texts = [RESPELT, *(usual.format(day) for day in ("أمس", "اليوم", "غدا"))]
    for text in texts[::turn]:
        add(story, text)
    assert "مارتن غرينسدال" in persons(story)


def test_bodies_called_after_their_leaders_are_one_in_all_articles(story):
    add(story, "قالت إدارة ترامب إن القرار نهائي.", "رفضت إدارة ترامب الطلب أمس.")
    (row,) = [r for r in story.people("organization").items if r.name == "إدارة ترامب"]
    assert row.articles == 2


def test_a_listed_person_by_another_name_is_one(story):
    add(
        story,
        "وصل الرئيس الصيني شي جين بينغ إلى المعرض. وقال شي جين بينغ إنه سعيد.",
        "غادر شي جينبينغ المعرض مساء. وقال شي جينبينغ إنه سيعود.",
    )
    (person,) = persons(story).values()
    assert person.articles == 2


def test_nothing_is_left_out_of_a_name_whose_family_stands_first(story):
    add(
        story,
        "قال الوزير كيم سو يونغ إن الجسر سيفتح. وأضاف كيم سو يونغ أن العمل انتهى.",
        "قال اللاعب كيم يونغ إنه سعيد. وأضاف كيم يونغ أن الفريق فاز.",
    )
    assert len(persons(story)) == 2


def test_a_parliament_of_one_chamber_is_called_by_either_name(story):
    add(
        story,
        "أقر مجلس النواب العراقي القانون. وقال مجلس النواب العراقي إن الجلسة علنية.",
        "أجل البرلمان العراقي الجلسة. وأكد البرلمان العراقي أنها ستعقد غدا.",
        "أقر مجلس النواب الأردني القانون. وقال مجلس النواب الأردني إن الجلسة علنية.",
        "أجل البرلمان الأردني الجلسة. وأكد البرلمان الأردني أنها ستعقد غدا.",
    )
    assert sorted(row.articles for row in story.people("organization").items) == [1, 1, 2]


def test_a_list_is_one_by_whatever_word_for_a_list(story):
    add(
        story,
        'فاز ائتلاف "البيارق" بعشرة مقاعد. وقال ائتلاف "البيارق" إنه راض.',
        'انسحب تحالف "البيارق" من الجلسة. وأكد تحالف "البيارق" أنه باق.',
    )
    (body,) = story.people("organization").items
    assert body.articles == 2
