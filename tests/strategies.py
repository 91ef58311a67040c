"""What property tests draw from: texts, spans and whole readings, real or not."""

from datetime import date

from hypothesis import strategies as st

from rawi import records as r

WORDS = (
    *("قال", "الوزير", "إن", "السد", "لن", "يرتفع", "وأضاف", "أن", "40", "مهندساً", "يتابعون"),
    *("العمل", "في", "مدينة", "النخيل", "منذ", "الأسبوع", "الماضي", "ونفى", "المتحدث", "«وجود"),
    *("خطة»", "لدى", "الأميركيين", "٢٠٢٥", "حتى", "نهاية", "العام"),
)

news = st.lists(st.sampled_from(WORDS), min_size=3, max_size=40).map(" ".join)
"""Text with the words of news and no meaning."""

texts = st.one_of(
    news,
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=120),
    st.text("ابتجدرسةىأإآؤئءلمنوهي ًٌَُِّْـ،.؛؟!«»\"' \n\t٠١٢3450\u200f\u200e\u2068\u00a0", min_size=1),
)
"""Any text that UTF-8 can hold, leaning towards Arabic."""

days = st.builds(
    r.Days,
    st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
)
numbers = (
    st.none() | st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False)
)


@st.composite
def spans(draw, text):
    """A stretch of `text` that is not empty."""
    start = draw(st.integers(0, len(text) - 1))
    return r.Span.of(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def records(draw, article):
    """One record of any kind, somewhere in the article."""
    text = article.text
    span = draw(spans(text))
    inner = st.none() | spans(text)
    place = (article.id, span.start, span.end, span.text)
    entity = st.none() | st.sampled_from([f"{article.id}/e{k}" for k in range(3)])
    kind = draw(st.sampled_from(sorted(r.KINDS)))
    if kind == "name":
        return r.Name(
            *place, type=draw(st.sampled_from(r.NAME_TYPES)), entity=draw(entity),
            name=draw(st.none() | texts), role=draw(inner), score=draw(st.none() | st.floats(0, 1)),
        )  # fmt: skip
    if kind == "time":
        return r.Time(*place, type=draw(st.sampled_from(r.TIME_TYPES)), date=draw(st.none() | days))
    if kind == "statement":
        by = draw(inner)
        speaker = by and r.Speaker(by.start, by.end, by.text, by.text, draw(entity))
        return r.Statement(
            *place, cue=draw(inner), speaker=speaker, act=draw(st.sampled_from(r.ACTS)),
            form=draw(st.sampled_from(r.FORMS)), said=draw(st.none() | days),
        )  # fmt: skip
    if kind == "figure":
        return r.Figure(
            *place, value=draw(numbers), thing=draw(inner), place=draw(inner),
            as_of=draw(st.none() | days),
        )  # fmt: skip
    if kind == "commitment":
        return r.Commitment(
            *place, party=tuple(draw(st.lists(spans(text), max_size=2))),
            deadline=draw(st.none() | days), status_word=draw(st.sampled_from(r.STATUS_WORDS)),
        )  # fmt: skip
    return r.Event(*place, type="AGREE", actor=draw(inner), date=draw(st.none() | days))


@st.composite
def readings(draw):
    """An article with records of any kind anywhere in it, no two of the same id."""
    text = draw(texts)
    when = draw(st.none() | st.builds(r.Published, st.just(None), st.dates(), st.just("inferred")))
    article = r.Article(
        r.identity(text, prefix="a"), draw(news), text, outlet=draw(st.none() | texts),
        title=draw(st.none() | spans(text)), published=when, body=(r.Span.of(text, 0, len(text)),),
    )  # fmt: skip
    found = {kind: {} for kind in r.KINDS}
    for record in draw(st.lists(records(article), max_size=8)):
        found[record.kind].setdefault(record.id, record)
    fields = {f"{kind}s": tuple(of.values()) for kind, of in found.items()}
    return r.Reading(article, **fields, notes=tuple(draw(st.lists(news, max_size=2))))


# Fragments that wake the readers up: cues, names, numbers, dates, marks that do not match.
FRAGMENTS = (
    "قال", "وأضاف", "مؤكداً", "نفى", "وجود خطة", "بحسب", "وفقاً لقوله", "أن", "إن", "بأن", ":", "،", ".", "؟",
    '"', "«", "»", "“", "”", "'", "(", ")", "\n", "\n\n", " - ", "وزير الخارجية", "سالم الوردي", "المتحدث باسم",
    "لوكالة الأنباء", "في تغريدة له", "الحكومة", "بلاده", "ستنسحب", "بحلول نهاية عام 2021", "قبل", "أمس السبت",
    "الخميس الماضي", "31 شباط", "٣ آذار/مارس ٢٠٢٤", "12 رمضان 1445هـ", "منذ ثلاث سنوات", "بين 30 و40 ألف",
    "نحو 2500", "ثلث", "80%", "مليون دولار", "عنصر", "القوات", "العراق", "واشنطن", "للعراق", "وللجنة", "لـ",
    "ما لم", "إذا", "اتفق", "تعهد", "على", "من المقرر", "المصدر :", "نقلا عن", "اقرأ أيضا", "\u0640", "\u064b",
    "\u200f", "\u202e", "\ufeff", "\u0000", "ﷺ", "٠٧ - سبتمبر - ٢٠٢٥", "F-16", "http://a.b/c?d=1", "😀", "1" * 40,
)  # fmt: skip

fragments = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map(" ".join)
glued = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
anything = st.text(max_size=200)
waking = st.one_of(fragments, glued, anything, st.tuples(fragments, anything, glued).map("".join))
"""Any text, leaning towards what wakes the readers up; surrogates included."""
