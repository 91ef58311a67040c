"""Fingerprints meet every shared run of eight words; alignment finds its edges."""

from hypothesis import given
from hypothesis import strategies as st

from rawi.story.reuse.align import passages
from rawi.story.reuse.fingerprints import fingerprints

word = st.sampled_from([f"كلمة{i}" for i in range(400)])


def seeds_of(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    at = {}
    for h, p in zip(*map(list, fingerprints(a)), strict=True):
        at.setdefault(h, []).append(p)
    return [(p, q) for h, q in zip(*map(list, fingerprints(b)), strict=True) for p in at.get(h, [])]


@given(
    st.lists(word, max_size=40),
    st.lists(word, min_size=8, max_size=30),
    st.lists(word, max_size=40),
)
def test_every_shared_run_of_eight_words_leaves_a_common_fingerprint(before, shared, after):
    assert seeds_of(before + shared, shared + after)


def test_an_exact_copy_is_found_whole():
    copied = [f"ن{i}" for i in range(20)]
    a = [f"ا{i}" for i in range(30)] + copied + [f"ب{i}" for i in range(30)]
    b = [f"ج{i}" for i in range(7)] + copied + [f"د{i}" for i in range(9)]
    (found,) = passages(a, b, seeds_of(a, b))
    assert (found.a_start, found.a_end, found.b_start, found.b_end) == (30, 50, 7, 27)
    assert found.share == 1.0


def test_a_lightly_edited_copy_is_one_passage():
    copied = [f"ن{i}" for i in range(30)]
    edited = [*copied[:12], "زائد", *copied[12:20], *copied[21:]]
    a, b = ["ا", "ب", *copied, "ت"], ["ج", *edited, "ح"]
    (found,) = passages(a, b, seeds_of(a, b))
    assert (found.a_start, found.a_end) == (2, 32)
    assert (found.b_start, found.b_end) == (1, 31)
    assert found.shared == 29


def test_seven_words_are_no_reuse():
    copied = [f"ن{i}" for i in range(7)]
    a, b = ["ا", *copied, "ت"], ["ج", *copied, "ح"]
    assert passages(a, b, seeds_of(a, b)) == ()


def test_two_copied_passages_far_apart_stay_two():
    one, two = [f"ن{i}" for i in range(12)], [f"م{i}" for i in range(12)]
    a = [*one, *[f"ا{i}" for i in range(60)], *two]
    b = [*two, *[f"ج{i}" for i in range(60)], *one]
    found = passages(a, b, seeds_of(a, b))
    assert [(p.a_start, p.a_end) for p in found] == [(0, 12), (72, 84)]
