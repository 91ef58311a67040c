"""What holds of every string whatever: maps are exact, tokens and sentences cover, quotations nest."""

import re

from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic import numbers
from rawi.arabic.analysis import analyse
from rawi.arabic.letters import JOINERS, fold, fold_with_map
from rawi.arabic.words import segments

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىةپچگکیـ"
SIGNS = " \n\t\"“”«»'‹›„.،؛:؟!?…()-/٫٬0123٤٥۶%\u064b\u0651\u200f\u200b\u200c\u00a0\ufefb\ufdfa,.d.A"
texts = st.one_of(
    st.text(),
    st.text(st.sampled_from(ARABIC + SIGNS), max_size=120),
    st.lists(
        st.sampled_from(
            ["قال", "إن", '"', "«", "»", "“", "”", ".", "،", "\n", "داعش", "و", "لـ", "د.", "2.5", "'"]
        ),
        max_size=40,
    ).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda glue: glue.join(parts))),
)  # fmt: skip
PARTS = [
    "واحد", "اثنان", "خمسة", "وعشرين", "عشر", "مئة", "ومئتين", "ألف", "ألفا", "آلاف", "مليون", "وملايين",
    "ونصف", "ثلث", "أرباع", "و", "12", "و500", "2.5", "1,200", "٣٫٥", "%", "في", "المئة", "بين", "-", "/",
    "2024", "3", "آذار", "مارس", "هـ", "رمضان", "1445", "الأحد", "10:30", "صباحا", "م", "،", "(", ")",
    "الثالث", "والعشرين", "فاصلة",
]  # fmt: skip
number_texts = st.one_of(
    texts, st.lists(st.sampled_from(PARTS), max_size=14).flatmap(
        lambda parts: st.sampled_from(["", " "]).map(lambda glue: glue.join(parts))
    )
)  # fmt: skip
INVISIBLE = re.compile(rf"[\s\u200b{JOINERS}]+")


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_the_offset_map_is_exact_and_never_falls(text: str) -> None:
    folded = fold_with_map(text)
    assert folded.text == fold(text)
    assert len(folded.origins) == len(folded.text) + 1
    assert folded.origins[-1] == len(text)
    assert list(folded.origins) == sorted(folded.origins)
    for at, char in enumerate(folded.text):
        assert char in fold(text[folded.origins[at]])


@given(texts, st.data())
def test_a_folded_span_comes_from_the_source_span_that_the_map_names(text: str, data) -> None:
    folded = fold_with_map(text)
    end = data.draw(st.integers(0, len(folded.text)))
    start = data.draw(st.integers(0, end))
    source_start, source_end = folded.source_span(start, end)
    assert folded.text[start:end] in fold(text[source_start:source_end])


@given(texts)
def test_tokens_cover_everything_visible_in_order(text: str) -> None:
    at = 0
    for token in analyse(text).tokens:
        assert token.start < token.end
        assert token.text == text[token.start : token.end]
        assert token.start <= token.stem_start <= token.stem_end <= token.end
        assert not INVISIBLE.sub("", text[at : token.start])
        at = token.end
    assert not INVISIBLE.sub("", text[at:])


@given(texts)
def test_the_pieces_of_a_token_are_its_text(text: str) -> None:
    for token in analyse(text).tokens:
        pieces = segments(token)
        assert "".join(pieces) == token.text and all(pieces)


@given(texts)
def test_quotations_nest_and_lie_inside_their_marks(text: str) -> None:
    open_ends: list[int] = []
    for quote in analyse(text).quotes:
        assert 0 <= quote.outer_start < quote.start < quote.end <= quote.outer_end <= len(text)
        assert not text[quote.start].isspace() and not text[quote.end - 1].isspace()
        assert quote.closed == (quote.outer_end > quote.end)
        while open_ends and open_ends[-1] <= quote.outer_start:
            open_ends.pop()
        assert quote.depth == len(open_ends)
        assert not open_ends or quote.outer_end <= open_ends[-1]
        open_ends.append(quote.outer_end)


@given(texts)
def test_every_token_is_in_one_sentence_of_one_paragraph(text: str) -> None:
    analysis = analyse(text)
    for stretches in (analysis.sentences, analysis.paragraphs):
        covered = [i for s in stretches for i in range(s.first, s.last)]
        assert covered == list(range(len(analysis.tokens)))
        for s in stretches:
            assert s.start == analysis.tokens[s.first].start
            assert s.end == analysis.tokens[s.last - 1].end
    paragraph_ends = {p.last for p in analysis.paragraphs}
    assert paragraph_ends <= {s.last for s in analysis.sentences}


@given(number_texts)
def test_numbers_lie_in_the_text_in_order(text: str) -> None:
    at = 0
    for one in numbers.find(text):
        assert at <= one.start < one.end <= len(text)
        assert not text[one.start].isspace() and not text[one.end - 1].isspace()
        at = one.end


@given(st.integers(0, 10**15))
def test_digits_give_their_value_in_every_script(number: int) -> None:
    for digits in ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"):
        assert numbers.value(str(number).translate(str.maketrans("0123456789", digits))) == number
