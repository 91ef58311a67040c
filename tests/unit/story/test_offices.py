"""A printed role as an office: whose country, one office whoever holds it."""

from rawi.story.people.offices import read_role


def test_a_country_of_two_words_is_the_country_and_no_part_of_the_office():
    by_adjective, by_name = read_role("الزعيم الكوري الشمالي"), read_role("زعيم كوريا الشمالية")
    assert by_adjective == by_name
    assert (by_name.office, by_name.country) == ("زعيم", "KP")


def test_an_office_is_one_whether_a_man_or_a_woman_holds_it():
    assert read_role("رئيسة الوزراء البريطانية") == read_role("رئيس الوزراء البريطاني")
    assert read_role("نائبه").office == read_role("نائبة").office


def test_a_former_holder_is_told_apart():
    assert read_role("رئيس الوزراء العراقي السابق").former
    assert not read_role("رئيس الوزراء العراقي").former
