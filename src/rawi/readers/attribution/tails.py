"""Where a noun phrase that speaks has run on too far: what is cut from its end.

The walk along a phrase (chunk.py) goes on as long as a word may belong to it; here each word that it took
is asked whether it begins something else: an adverbial, another's verb, an addressee, a quotation.
"""

from __future__ import annotations

from rawi.readers.attribution.words import Words, group, heads

MANNER = frozenset({"بشكل", "بصوره", "بطريقه", "بلهجه", "بنبره", "بما", "بان", "بذلك"})
CROWDS = frozenset({"الميات", "الالاف", "العشرات", "الملايين"})
NO_VERBS = frozenset({"بيت", "بنت", "اخت", "صوت", "وقت", "زيت", "موت", "تصويت", "توقيت", "انترنت"})


def tail(words: Words, first: int, last: int, kind: str) -> int:
    """Index before which the phrase of tokens `first:last`, of a kind (nouns.Phrase), really ends."""
    for i in range(first + 1, last):
        if words.inside[i] is not None and words.inside[i] is not words.inside[first]:
            continue  # a name in marks is whole
        if (
            _open_quote(words, i, last)
            or _adverbial(words, i)
            or _adjunct(words, i, kind)
            or _verb(words, first, i, kind)
            or _addressee(words, first, i, kind)
            or _object(words, first, i)
        ):
            return i
    return last


def _open_quote(words: Words, i: int, last: int) -> bool:
    """Whether a quotation opens at `i` that does not close before `last`, or is words of manner."""
    quote = words.quote[i]
    if quote is None:
        return False
    closes = words.at(quote.outer_end)
    begun = words.tokens[i + 1].proclitics[:1] == ("ب",) and words.name[i + 1] is None  # «ندد "بحرب"»
    return closes > last + 1 or begun or words.norm[i + 1] in MANNER  # a name may end before the mark


def _adverbial(words: Words, i: int) -> bool:
    """Whether «بـ» at `i` brings a manner or an occasion («بما يلي», «بجلسته», «بشكل قاطع») and no place of
    work («بوزارة الخارجية»)."""
    norm = words.norm[i]
    if norm in MANNER:
        return True
    token = words.tokens[i]
    if norm[0] != "ب" or len(norm) < 6 or norm in group("name_tie") or words.name[i] is not None:
        return False
    return bool(token.enclitic) and not (heads(norm[1:], "body") or words.mark(i - 1))


def _adjunct(words: Words, i: int, kind: str) -> bool:
    """Whether a preposition at `i` brings a circumstance: «في المقابل», «في الرد»; behind a body or a name
    anything but where it is («السلطات في مدينة …»)."""
    if i + 1 >= len(words) or words.name[i] is not None:
        return False
    if words.norm[i] == "من" and words.norm[i + 1].startswith(("جانب", "جهت")):
        return bool(words.tokens[i + 1].enclitic)  # «بريطانيا من جهتها»
    if words.norm[i] != "في":
        return False
    if heads(words.norm[i + 1], "adjunct", conjunction=False):
        return True
    if kind not in ("body", "name", "document") or words.name[i + 1] is not None:
        return False
    where = any(heads(words.norm[i + 1], g) for g in ("whereabouts", "body"))
    return not (where or words.quote[i + 1] is not None)


def _verb(words: Words, first: int, i: int, kind: str) -> bool:
    """Whether a finite verb stands at `i`: a past plural («قللوا»), a past feminine behind a body, a plural or
    a pronoun («خطيبته قللت»), «لم» behind a dash, what a document was issued by («بيانات أصدرها…»)."""
    norm = words.norm[i]
    if words.name[i] is not None or words.definite(i):
        return False
    if norm in ("لم", "لا", "لن"):
        return True
    if norm in group("issued") and kind == "document":
        return True
    if norm in ("اطلق", "اطلقت", "يطلق") and words.is_(i + 1, "with_pronoun"):
        return True  # «ناشط في مجموعة أطلق عليها …»
    if norm.endswith("وا") and len(norm) > 4 and not words.tokens[i].proclitics:
        return words.tokens[i].text.endswith("وا")
    feminine = norm.endswith("ت") and not norm.endswith("ات") and 2 < len(norm) < 7
    if not feminine or norm in NO_VERBS or words.tokens[i].text.endswith("ة"):
        return False
    before = words.norm[first]
    she = before.endswith(("ه", "ات")) or bool(words.tokens[first].enclitic)
    return (
        she
        and kind in ("human", "body", "document")
        and not words.is_(i - 1, "preposition")
        and (kind != "human" or bool(words.tokens[first].enclitic))
    )


def _addressee(words: Words, first: int, i: int, kind: str) -> bool:
    """Whether «لـ» at `i` brings whom one speaks to: behind a person's name («فلان لفلان»), a person behind a
    title that serves nobody («وزير الخارجية لولي العهد»), a source behind an outlet."""
    norm = words.norm[i]
    lam = words.tokens[i].proclitics[:1] == ("ل",) or norm.startswith("لل")
    held = words.name[i]
    if held is not None and held.start <= words.tokens[i].start:
        return False  # the letter is the name's own: «مارك لاوين»
    if not lam or norm.startswith(("لجن", "لواء")):
        return False
    rest = norm[2:] if norm.startswith("لل") else norm[1:]
    before = words.name[i - 1]
    someone = heads(rest, "human") or (held is not None and held.type == "person")
    if before is not None and before.type == "person":
        return someone or norm.startswith("لل")  # «مارك لاوين» is one name
    if kind == "human":
        serving = range(first, i)
        return someone and not any(
            heads(words.norm[k], g) for k in serving for g in ("helper", "kin", "governing")
        )
    outlet = heads(words.norm[first], "medium") or (before is not None and before.type == "outlet")
    return outlet and (heads(rest, "source") or rest.startswith(("مسوول", "مسئول")))


def _object(words: Words, first: int, i: int) -> bool:
    """Whether the verb's object begins at `i`, behind an indefinite plural in the nominative that governs no
    genitive («ناشطون مقطع فيديو») or its adjective («نواب عرب قرار الحكومة»)."""
    before, norm = words.norm[i - 1], words.norm[i]
    told = heads(words.norm[first], "medium") and words.tokens[i].text.endswith(("ا", "اً"))
    if told and len(norm) == 4 and not (words.definite(i) or words.name[i]):
        return True  # «بثت وسائل إعلام صورا»
    if norm in CROWDS:
        return True  # «نصحت السلطات المئات بـ»
    if heads(words.norm[first], "body") and words.definite(i - 1) and norm.endswith("ات"):
        return not (
            words.definite(i) or words.tokens[i].proclitics or words.name[i]
        )  # «بثت اللجنة لقطات»
    if words.definite(i - 1) or words.mark(i) or words.mark(i - 1) or words.is_(i, "preposition"):
        return False
    closing = before in group("broken_adjective") or (
        before.endswith("ون") and heads(before, "human") and words.name[i - 1] is None
    )
    if not closing or words.tokens[i].proclitics[:1] in (("ب",), ("ل",), ("و",)):
        return False
    agrees = norm.endswith(("ون", "ين")) or norm in group("broken_adjective")
    qualified = agrees or heads(norm, "human") or heads(norm, "adjective") or norm[0].isdigit()
    return not (qualified or words.timed(i) or words.is_(i, "adverb", "circumstance"))
