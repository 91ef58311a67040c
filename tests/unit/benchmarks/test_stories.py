"""What the scores of copies, threads and conflicts count, on texts small enough to reckon by hand."""

from benchmarks.accuracy.stories import Clash, Copy, Passage, conflicts, reuse, threads

TEXTS = {"001": "سد كبير على النهر ووعد قديم", "002": "سد كبير على النهر ثم نفي جديد"}
A = {"article": "001", "text": "سد كبير على النهر", "nth": 1}
B = {"article": "002", "text": "سد كبير على النهر", "nth": 1}
PROMISE = {"article": "001", "text": "وعد قديم", "nth": 1}
DENIAL = {"article": "002", "text": "نفي جديد", "nth": 1}


def spot(span, cut=0):
    start = TEXTS[span["article"]].index(span["text"])
    return Passage(span["article"], start, start + len(span["text"]) - cut)


def test_a_copy_counts_from_half_and_in_either_order():
    gold = [{"a": A, "b": B, "credited": True}]
    right = reuse(gold, TEXTS, [Copy(spot(A), spot(B, 4), True, True)])
    assert (right["reuse.hit"], right["reuse.credited"], right["reuse.earlier"]) == (1, 1, 1)
    turned = reuse(gold, TEXTS, [Copy(spot(B), spot(A), True, False)])
    assert (turned["reuse.hit"], turned["reuse.credited"], turned["reuse.earlier"]) == (1, 0, 0)
    short = reuse(gold, TEXTS, [Copy(spot(A, 12), spot(B), True, True)])
    assert (short["reuse.hit"], short["reuse.found"]) == (0, 1)


def test_a_borderline_copy_and_a_second_piece_cost_nothing():
    copy = Copy(spot(A), spot(B), True, True)
    assert reuse([{"a": A, "b": B, "credited": True, "optional": True}], TEXTS, [copy]) == {
        "reuse.gold": 0, "reuse.found": 0,
    }  # fmt: skip
    assert reuse([{"a": A, "b": B, "credited": True}], TEXTS, [copy, copy])["reuse.found"] == 1


def test_threads_count_pairs_of_steps():
    gold = [{"steps": [A, B]}, {"steps": [PROMISE, DENIAL]}]
    apart = threads(gold, TEXTS, [[spot(A), spot(B)], [spot(PROMISE)]])
    assert (apart["step.gold"], apart["step.hit"]) == (4, 3)
    assert (apart["link.gold"], apart["link.found"], apart["link.hit"]) == (2, 1, 1)
    heap = threads(gold, TEXTS, [[spot(s) for s in (A, B, PROMISE, DENIAL)]])
    assert (heap["link.found"], heap["link.hit"]) == (6, 2)


def test_one_found_thread_is_right_for_one_undertaking_only():
    gold = [{"steps": [A, B]}, {"steps": [PROMISE, DENIAL]}]

    def right(*groups):
        return threads(gold, TEXTS, [[spot(s) for s in group] for group in groups])["step.right"]

    assert right([A, B], [PROMISE, DENIAL]) == 4
    assert right([A, B, PROMISE, DENIAL]) == 2  # one heap stands for one of them
    assert right([A], [B], [PROMISE]) == 2  # of two halves one is right
    assert right([A, PROMISE], [B, PROMISE, DENIAL]) == 3  # the best assignment, not the first
    assert right() == 0


def test_conflicts_forgive_doubtful_gold():
    gold = [
        {"kind": "denial", "a": PROMISE, "b": DENIAL, "grade": "clear"},
        {"kind": "figure", "a": A, "b": B, "grade": "weak"},
    ]
    found = [Clash("position", spot(DENIAL), spot(PROMISE)), Clash("figure", spot(A), spot(B))]
    counts = conflicts(gold, TEXTS, [*found, Clash("date", spot(A), spot(DENIAL))])
    assert (counts["conflict.gold"], counts["conflict.hit"]) == (1, 1)
    assert (counts["conflict.found"], counts["conflict.right"], counts["conflict.kind"]) == (
        2,
        1,
        0,
    )
