"""Which forms of name are one person: spelling, shorter forms, surnames, spheres, users' word."""

from rawi.readers.naming.person_names import fathered, parts, respelt
from rawi.story.people.identity import Form, join


def form(number, name, uses=1, sphere=None, *offices):
    return Form(number, parts(name), sphere, frozenset(offices), uses, fathered(name))


def joined(*forms, told_apart=()):
    return {(j.number, j.other): j.rule for j in join(forms, told_apart)}


def test_foreign_names_may_be_respelt_and_arabic_ones_not():
    assert joined(form(1, "نلسون شاميسا"), form(2, "نيلسون شاميسا"))
    assert not joined(form(1, "حسن الدليمي"), form(2, "حسين الدليمي"))
    assert not joined(form(1, "سامي الجبوري"), form(2, "سامي الجابري"))


def test_a_shorter_form_joins_the_one_it_fits():
    assert joined(form(1, "سامي كريم الدليمي"), form(2, "سامي الدليمي")) == {(2, 1): "shorter form"}
    assert not joined(
        form(1, "سامي كريم الدليمي"), form(2, "سامي هادي الدليمي"), form(3, "سامي الدليمي")
    )


def test_a_surname_of_two_goes_to_the_holder_of_the_office():
    two = form(1, "سامي الدليمي", 1, None, "وزير نقل"), form(2, "كريم الدليمي", 1)
    assert joined(*two, form(3, "الدليمي", 1, None, "وزير نقل")) == {(3, 1): "same office"}
    assert not joined(*two, form(3, "الدليمي"))


def test_the_best_known_bearer_must_be_known_by_far():
    assert joined(form(1, "سامي الدليمي", 40), form(2, "كريم الدليمي", 1), form(3, "الدليمي")) == {
        (3, 1): "best known bearer"
    }
    assert not joined(form(1, "سامي الدليمي", 40), form(2, "كريم الدليمي", 9), form(3, "الدليمي"))


def test_of_several_who_hold_the_office_the_best_known_is_meant():
    known, other = (
        form(1, "سامي الدليمي", 40, None, "وزير نقل"),
        form(2, "كريم الدليمي", 1, None, "وزير نقل"),
    )
    single = form(3, "الدليمي", 9, None, "وزير نقل")
    assert joined(known, other, single) == {(3, 1): "best known bearer"}
    few = form(4, "هادي الدليمي", 1, None, "وزير نقل")
    assert joined(form(1, "سامي الدليمي", 40), other, few, single) == {}


def test_spheres_and_users_keep_people_apart():
    assert not joined(form(1, "سامي الدليمي", 1, "sport"), form(2, "الدليمي", 1, "state"))
    apart = (frozenset((1, 2)),)
    assert not joined(form(1, "سامي الدليمي"), form(2, "الدليمي"), told_apart=apart)


def test_short_foreign_names_with_other_vowels_are_two():
    assert not respelt(("غولن",), ("جيلان",))
    assert not respelt(("ماكين",), ("ماكونو",))
    assert respelt(("بوتن",), ("بوتين",))
    assert respelt(("زاكربرغ",), ("زوكربيرغ",))


def test_names_a_given_vowel_apart_are_one_where_the_office_is_one():
    one, two = (
        form(1, "أنغيلا ماكريدي", 9, "state", "وزيره"),
        form(2, "أنجيلا ماكريدي", 2, "state", "وزيره"),
    )
    assert joined(one, two) == {(2, 1): "spelling, same office"}
    assert joined(one, form(3, "أنجيلا ماكريدي", 2, None)) == {}


def test_two_words_of_one_consonant_are_two():
    assert not respelt(("يوليا",), ("وليا",))


def test_a_fathers_name_alone_is_not_the_son():
    assert not joined(form(1, "راشد بن مرزوق", 5), form(2, "مرزوق"))


def test_a_given_name_alone_is_the_surname_of_somebody_often_named_only():
    assert not joined(form(1, "سامي إبراهيم"), form(2, "إبراهيم"))
    assert joined(form(1, "سامي إبراهيم", 4), form(2, "إبراهيم"))


def test_a_foreign_surname_spelt_twice_is_one_person_in_one_office():
    a, b = form(1, "نيكي هيلمر", 1, None, "وزير نقل"), form(2, "نيكي هايلمر", 1, None, "وزير نقل")
    assert joined(a, b)
    assert not joined(
        form(1, "سامي الجبوري", 1, None, "وزير نقل"), form(2, "سامي الجابري", 1, None, "وزير نقل")
    )


def test_a_surname_of_two_words_joins_the_only_one_who_bears_it():
    full = form(1, "أورسولا فون دير لاين", 9)
    assert joined(full, form(2, "فون دير لاين")) == {(2, 1): "shorter form"}
    assert joined(form(1, "أكرم إمام أوغلو"), form(2, "إمام أوغلو")) == {
        (2, 1): "only bearer of the name"
    }
    assert not joined(full, form(2, "فون دير لاين"), form(3, "هايكو فون دير لاين"))
