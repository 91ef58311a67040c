"""Hypothesis strategies that several tests share."""

from hypothesis import strategies as st

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
texts = st.one_of(fragments, glued, anything, st.tuples(fragments, anything, glued).map("".join))
