"""What the lexicons of names do in invented sentences: clubs, persons, things, what companies make."""

from rawi.arabic.letters import fold
from rawi.arabic.words import tokens
from rawi.lexicon import load
from rawi.readers.naming import gazetteer, lexicons
from tests.named import entity, found, read

SPORT = "انتهت المباراة بركلة ترجيح أضاعها لاعب شاب من بين عشرين لاعبا في بطولة الدوري على الكأس. "


def test_a_club_by_an_everyday_word_stands_in_sport_alone():
    assert ("الهلال", "organization") in found(SPORT + "وغضب مدرب الهلال من الحكم.")
    assert ("الاتفاق", "organization") in found(SPORT + "وفرح لاعبو الاتفاق كثيرا.")
    assert not [n for n in read("وغضب مدرب الهلال من الحكم ثم وقع الاتفاق.") if n.text == "الاتفاق"]


def test_a_town_in_sport_is_the_town_where_somebody_is_in_it():
    assert ("إشبيلية", "place") in found(SPORT + "ولد الحكم في إشبيلية ويعيش بإشبيلية.")


def test_a_well_known_person_is_read_whole():
    text = "قالت الصحف إن بان كي مون غادر القاعة. ثم قال كي مون إنه متعب."
    assert ("بان كي مون", "person") in found(text)
    assert ("مطار هواري بومدين", "place") in found("هبطت الطائرة في مطار هواري بومدين.")


def test_a_competition_names_no_body():
    assert not [n for n in read("فاز الفريق بكأس الاتحاد الأوروبي أمس.") if n.type != "group"]
    assert ("الاتحاد الأوروبي", "organization") in found("اجتمع وزراء الاتحاد الأوروبي أمس.")


def test_a_company_is_the_company_named_before_and_a_model_is_none():
    records = read("خسرت بوينغ عقدا كبيرا. وأعلنت الشركة أن المصنع باق.")
    assert entity(records, "الشركة") == entity(records, "بوينغ")
    assert not [n for n in read("أقلعت طائرة بوينغ 737 من المدرج.") if n.text.startswith("بوينغ")]
    assert ("بوينغ", "organization") in found("تملك بوينغ 40 في المئة من المصنع.")


def test_names_of_things_and_of_persons_are_not_listed_twice():
    for table in ("name_persons", "name_things", "organizations"):
        listed = [
            lexicons.phrase(n)
            for r in load.table(table)
            for n in (r["name"], *filter(None, r["aliases"].split("|")))
        ]
        if table != "organizations":
            assert len(listed) == len(set(listed)), table
    things = set(lexicons.things())
    assert not things & set(lexicons.phrases())


def test_no_single_word_of_the_persons_is_a_given_name():
    single = [r["name"] for r in load.table("name_persons") if len(r["name"].split()) == 1]
    assert not {fold(n) for n in single} & lexicons.given_names()
    assert all(m.entry.type == "person" for n in single for m in gazetteer.matches(tokens(n)))



def test_a_body_by_the_last_part_of_its_name_where_only_a_body_can_stand():
    records = read("نفت وزارة الداخلية الخبر صباحا. ثم قالت الداخلية إن الطريق مفتوح.")
    assert entity(records, "الداخلية") == entity(records, "وزارة الداخلية")
    records = read("انسحب حزب الوفد من القاعة. وقال رئيس الوفد سامي الدليمي إن القرار نهائي.")
    assert entity(records, "الوفد") == entity(records, "حزب الوفد")
    records = read("انسحب حزب الوفد. وقال رئيس الوفد إن وفدا آخر سيصل غدا.")
    assert not [n for n in records if n.text == "الوفد"]


def test_a_body_by_its_kind():
    records = read("دعت الأمم المتحدة إلى الهدوء. وقالت المنظمة الدولية إن الطريق مغلق.")
    assert entity(records, "المنظمة الدولية") == entity(records, "الأمم المتحدة")
    records = read("اجتمع مجلس النواب ظهرا. وقال رئيس البرلمان سامي الدليمي إن القانون جاهز.")
    assert entity(records, "البرلمان") == entity(records, "مجلس النواب")


def test_an_armed_body_by_another_head_where_there_is_one():
    records = read("هاجمت حركة الشباب القرية. وقال سكان إن الجماعة انسحبت.")
    assert entity(records, "الجماعة") == entity(records, "حركة الشباب")
    records = read("قاتلت حركة الشباب تنظيم القاعدة. وقال سكان إن الجماعة انسحبت.")
    assert not [n for n in records if n.text == "الجماعة"]


def test_the_club_is_the_one_called_a_club_and_of_two_companies_neither():
    records = read("أقال نادي إيفرتون مدربه. وقالت إدارة النادي إن القرار نهائي.")
    assert entity(records, "النادي") == entity(records, "إيفرتون")
    records = read("تنافس غوغل مايكروسوفت منذ أعوام. وقالت الشركة إن الأرباح زادت.")
    assert not [n for n in records if n.text == "الشركة"]


def test_a_place_alone_in_quotation_marks_is_the_outlet():
    assert ("الشرق الأوسط", "outlet") in found("وأبلغ المسؤول «الشرق الأوسط» بموعد الزيارة.")
    assert ("الشرق الأوسط", "place") in found("وأكد المسؤول أن الشرق الأوسط يحتاج إلى السلام.")


def test_what_looks_like_a_title_or_a_particle_may_be_part_of_a_name():
    assert ("سلطان بن راكان", "person") in found("وصل إلى المطار أمس الأمير سلطان بن راكان.")
    assert ("يونس بلعيدي", "person") in found("وقال المهاجم المغربي يونس بلعيدي إن الفريق تعب.")
    assert ("المنجي بالحاج عثمان", "person") in found(
        "وقال الكاتب العام المنجي بالحاج عثمان إن الاجتماع تأجل."
    )


def test_a_town_with_an_adjective_of_its_country_in_the_masculine_is_the_club():
    records = read(SPORT + "فاز روما الإيطالي على ضيفه، وأهدر لاعب روما فرصة، ثم احتفلوا في روما.")
    assert [n.type for n in records if n.text == "روما"] == ["organization", "organization", "place"]
    assert ("روما", "place") in found("وقالت روما الإيطالية إن الوفد سيصل غدا.")


def test_an_adjective_of_a_woman_or_of_a_newspaper_is_no_country():
    text = "قالت الناشطة السعودية سامية الدليمي لصحيفة \"النهار\" السعودية إن المطر قليل."
    assert ("السعودية", "place") not in found(text)
    assert ("السعودية", "place") in found("دعا الرئيس السعودية إلى الحوار.")


def test_an_agency_by_its_letters_in_quotation_marks():
    records = read("ذكرت وكالة الأنباء السعودية \"واس\" أن الطريق مفتوح.")
    assert entity(records, "واس") == entity(records, "وكالة الأنباء السعودية")


def test_a_dynasty_is_a_group():
    assert ("الفاطميون", "group") in found("ثم دخل الفاطميون البلاد وبنوا المدارس.")
