"""Names in invented sentences: spans, types, roles, and who is who."""

from rawi.arabic.analysis import analyse
from rawi.pipeline import read_document
from rawi.readers import names
from rawi.records import Article, Reading, Span
from rawi.sources.document import Document


def read(text, title=None):
    article = Article("a1", "t", text, body=(Span.of(text, 0, len(text)),))
    return names.read(article, analyse(text), Reading(article))


def found(text):
    return {(n.text, n.type) for n in read(text)}


def entity(records, text):
    (only,) = {n.entity for n in records if n.text == text}
    return only


def test_a_person_is_the_name_alone_and_the_role_a_span_of_its_own():
    (person,) = [
        n
        for n in read("قال وزير المالية العراقي سامي الدليمي إن السوق هادئة.")
        if n.type == "person"
    ]
    assert person.text == "سامي الدليمي"
    assert person.role.text == "وزير المالية العراقي"


def test_a_role_between_commas_after_the_name():
    (person,) = [
        n for n in read("أكد سامي الدليمي، مدير عام الموانئ، أن السفن وصلت.") if n.type == "person"
    ]
    assert person.role.text == "مدير عام الموانئ"


def test_clitics_are_cut_off_places():
    assert ("بيروت", "place") in found("وصل الوفد من دمشق وبيروت إلى المطار.")
    assert ("القاهرة", "place") in found("اجتمع الوزراء بالقاهرة أمس.")


def test_a_word_that_begins_like_a_particle_is_tried_whole():
    assert ("بابل", "place") in found("زار الوفد محافظات النجف وواسط ثم بابل أمس.")


def test_bodies_that_a_head_opens():
    assert ("وزارة التربية والتعليم", "organization") in found(
        "أعلنت وزارة التربية والتعليم موعد الامتحان."
    )
    assert ("القوات المسلحة الأردنية", "organization") in found(
        "شاركت القوات المسلحة الأردنية في التدريب."
    )


def test_an_everyday_word_is_an_outlet_only_beside_its_cue():
    assert ("الحياة", "outlet") in found("نشرت صحيفة الحياة المقال.")
    assert not found("الحياة صعبة في القرى البعيدة.")


def test_spellings_of_one_place_are_one_entity():
    records = read("عاد إلى أميركا بعد سنوات. وقال إن الولايات المتحدة تغيرت.")
    assert entity(records, "أميركا") == entity(records, "الولايات المتحدة")


def test_a_surname_is_the_one_who_bears_it():
    records = read("قال وزير النقل سامي الدليمي إن الطريق فتح. وأضاف سامي الدليمي أن العمل انتهى.")
    assert len({n.entity for n in records if n.type == "person"}) == 1


def test_a_description_is_the_body_named_before():
    records = read("هاجم تنظيم القاعدة القرية. وقال سكان إن التنظيم انسحب.")
    assert entity(records, "التنظيم") == entity(records, "تنظيم القاعدة")
    assert not any(n.text == "التنظيم" for n in read("يحتاج العمل إلى التنظيم."))


def test_ministries_of_two_countries_stay_two():
    records = read(
        "التقت وزارة الخارجية العراقية وفداً. وقالت وزارة الخارجية الأميركية إنها راضية."
        " وأصدرت وزارة الخارجية بياناً."
    )
    assert entity(records, "وزارة الخارجية العراقية") != entity(records, "وزارة الخارجية الأميركية")


def test_names_outside_the_body_are_not_read():
    text = "اقرأ أيضا: بيروت\nوصل الوفد إلى دمشق."
    article = Article("a1", "t", text, body=(Span.of(text, text.index("\n") + 1, len(text)),))
    assert {n.text for n in names.read(article, analyse(text), Reading(article))} == {"دمشق"}


def test_a_surname_that_is_an_adjective_too_is_found_where_it_stands_alone():
    records = read(
        "قال وزير النقل هاني السوداني إن الجسر سيفتح. وزعم السوداني أن العمل انتهى."
        " وقال الوفد السوداني إنه راض."
    )
    persons = [n for n in records if n.type == "person"]
    assert [n.text for n in persons] == ["هاني السوداني", "السوداني"]
    assert len({n.entity for n in persons}) == 1


def test_a_body_whose_name_goes_on_is_another():
    assert ("مجلس الأمن القومي", "organization") in found("اجتمع مجلس الأمن القومي أمس.")
    (council,) = [n for n in read("دعا مجلس الأمن الدولي إلى التهدئة.")]
    assert council.text == "مجلس الأمن الدولي"


def test_a_capital_that_speaks_or_deals_stands_for_its_government():
    records = read(
        "قالت واشنطن إنها مستعدة للحوار بين أنقرة وبغداد. وعاد الوزير من واشنطن إلى بغداد."
    )
    assert [(n.text, n.metonym) for n in records if n.type == "place"] == [
        ("واشنطن", True), ("أنقرة", True), ("بغداد", True), ("واشنطن", False), ("بغداد", False),
    ]  # fmt: skip


def test_a_hyphen_holds_a_name_together():
    assert ("كيم يونغ-تشول", "person") in found(
        "التقى الوزير كيم يونغ-تشول نظيره. وقال كيم يونغ-تشول إنه راض."
    )


def test_parties_of_two_peoples_stay_two():
    records = read(
        "رفض حزب العمال البريطاني الخطة. وهاجم حزب العمال الكردستاني القاعدة. وقال حزب العمال إنه راض."
    )
    assert entity(records, "حزب العمال البريطاني") != entity(records, "حزب العمال الكردستاني")


def test_a_dateline_names_a_place_and_the_article_knows_it_from_then_on():
    records = read("زرنوقة – أعلن الوزير موعد الافتتاح.\n\nوقال سكان في زرنوقة إن الطريق مغلق.")
    assert [(n.text, n.type) for n in records] == [("زرنوقة", "place")] * 2


def test_a_strange_name_after_an_office_is_a_person():
    assert ("إلوينا ماركوفال", "person") in found(
        "وقالت الأمينة العامة إلوينا ماركوفال، أمس، إن العمل انتهى."
    )


def test_an_unlisted_agency_is_an_outlet():
    assert ("وكالة الزرنوقة للأنباء", "outlet") in found(
        "ذكرت وكالة الزرنوقة للأنباء أن السد امتلأ."
    )


def test_a_birthplace_is_not_muscat_and_august_no_town():
    assert not found("عاد إلى مسقط رأسه بعد الحرب.")
    assert ("مسقط", "place") in found("عاد الوفد إلى مسقط بعد الزيارة.")


def test_the_bank_of_a_lake_is_no_place_of_the_lexicon():
    bank = "سيبدأ إخلاء القرى على الضفة الغربية للبحيرة قبل نهاية العام."
    region = "وصل الوفد إلى رام الله في الضفة الغربية صباح أمس."

    def places(text):
        return {
            n.text
            for n in read_document(Document(source="t", text=text)).names
            if n.type == "place"
        }

    assert "الضفة الغربية" not in places(bank)
    assert "الضفة الغربية" in places(region)


def test_a_title_is_no_town_and_an_adjective_no_country():
    names_ = found("قالت السفيرة إن الحكومة السعودية وافقت.")
    assert ("السفيرة", "place") not in names_
    assert ("السعودية", "place") not in names_
    assert ("السعودية", "place") in found("وافقت السعودية على الخطة.")


def test_an_adjective_of_another_gender_ends_a_body():
    names_ = found("أفاد وزير الإدارة المحلية اليمني بأن السفن وصلت.")
    assert not [n for n, _ in names_ if n.endswith("المحلية اليمني")]


def test_a_rare_name_between_commas_after_a_title():
    text = "أفاد وزير الإدارة المحلية اليمني، عبدالمغيث فتح، بأن السفن دخلت. واعتبر فتح أنها كافية."
    assert ("عبدالمغيث فتح", "person") in found(text)


def test_two_surnames_in_a_row_are_two_persons():
    text = "قال الرئيس دونالد ترامب إنه بخير. وقال الوزير محمد جواد ظريف إنه بخير. وحذر ظريف ترامب من الحرب."
    assert not [n for n, _ in found(text) if n == "ظريف ترامب"]


def test_a_newspaper_with_a_foreign_name():
    assert ("لوكوتيديان", "outlet") in found("نشرت مجلة لوكوتيديان تقريرا.")


def test_a_clitic_on_an_outlet_of_short_words():
    assert ("بي بي سي", "outlet") in found("وقالت الطبيبة لبي بي سي إن المرض انتشر.")
