"""What opens a content: a clause, a colon or quotation, the verb's own preposition."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.arabic.analysis import Quote
from rawi.arabic.frequencies import key, zipf
from rawi.readers.attribution.ahead import clause_behind
from rawi.readers.attribution.cues import Cue, cue_at, read_word
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.objects import named_between
from rawi.readers.attribution.words import Words, bare, group, heads, masdar_like

PASSAGE = 8  # words in a quotation that no title has
_INCLUDING = frozenset({"في", "فيه", "فيها", "فيهم", "يلي", "ان", "انه", "انها", "لا"})
_BARE = frozenset({"ان", "بان"})  # complementizers that stand alone as a word


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with its content's opening.

    `kind`: clause | quote | preposition | object. `opens` is the token that opens (أن, the colon…),
    `start` the first token of the content, `quote` the quotation that the content begins with. `unread`:
    a subject is printed, but in words that were not understood.
    """

    cue: Cue
    kind: str
    opens: int
    start: int
    quote: Quote | None
    subject: Phrase | None
    unread: bool = False


def opens_clause(words: Words, cue: Cue, j: int, subordinate: bool) -> bool:
    """Whether the complementizer at `j` is the verb's own."""
    before = words.norm[j - 1]
    takes = cue.verb.takes
    if before == "بعد" and words.norm[j - 2] == "فيما":
        return "an" in takes
    if before in group("no_complement") and words.norm[j - 2] != "من":  # «من قبل أن»
        return before in cue.verb.prepositions or before + "+an" in takes
    if words.norm[j].startswith("ب") and ("ب" in takes or "ب+an" in takes):
        return "object" in cue.verb.traits or not _participle(words, j - 1)
    if words.norm[j].startswith("ف"):
        return False
    if cue.verb.past == "قال" and words.tokens[j].text[0] == "إ":
        return True  # whatever stands in a relative clause before it takes أن
    quote = words.quote[min(j + 1, len(words) - 1)]
    if subordinate and "an" in takes and quote is not None and words.spoken(quote):
        return not _other_cue(words, cue.index + 1, j)
    whole = words.name[j - 1] is not None or words.timed(j - 1)  # «الدراسات التي أجريت مؤخرا أن…»
    if subordinate and "an" in takes and whole:
        return True  # «وتأمل الوزارة التي يتولاها فلان أن…»: the clause of the name is whole
    return "an" in takes and not (subordinate and words.norm[j] in ("ان",) and before not in "،,")


def _other_cue(words: Words, first: int, last: int) -> bool:
    """Whether another verb of saying stands in tokens `first:last`; not «الذي رفض ذكر اسمه»."""
    for k in range(first, last):
        withheld = heads(words.norm[k], "withholding") or heads(words.norm[k + 1], "withholding")
        cue = cue_at(words, k)
        told = cue is not None and (cue.verb.sure != "weak" or words.is_(k, "saying"))
        if told and not withheld:
            return True
    return False


def _participle(words: Words, i: int) -> bool:
    """Whether a participle as adjective stands at token `i` and owns the clause («المتهمة بأنها»)."""
    if not words.norm[i].startswith("ال") or heads(words.norm[i], "body"):
        return False  # «وسائل إعلام موالية للمعارضة بأن»
    base = bare(words.norm[i])
    found = read_word(base)[0] or read_word(base + "ا")[0]
    return words.definite(i) and any(form.shape == "participle" for form, _ in found)


def clause_frame(words: Words, cue: Cue, j: int, subject: Phrase | None) -> Frame:
    start = j + 1 if words.norm[j] in _BARE else j
    after = j + 1
    quote = words.quote[after] if after < len(words) else None
    if quote is not None and (start == j or quote):
        return Frame(cue, "clause", j, after + 1 if start == j else start + 1, quote, subject)
    return Frame(cue, "clause", j, start, None, subject)


def after_colon(words: Words, cue: Cue, j: int, subject: Phrase | None, limit: int) -> Frame | None:
    if "quote" not in cue.verb.takes or j + 1 >= len(words):
        return None
    quote = words.quote[j + 1]
    if quote is not None:
        return Frame(cue, "quote", j, j + 2, quote, subject)
    return Frame(cue, "quote", j, j + 1, None, subject) if j + 1 < limit else None


def is_remark(words: Words, cue: Cue, j: int, after: int, stop: int) -> bool:
    """Whether a short quotation is a remark («قال "لا تعليق"») rather than a name."""
    if words.name[j + 1] is not None if j + 1 < len(words) else True:
        return False
    several = words.at(words.quote[j].end) - j > 2
    if several and (words.norm[j - 1] in ("فيها", "فيه") or words.norm[j - 1] in group("saying")):
        return True  # «بالقول "…"», «كتب فيها "…"»
    if after < stop and (not words.mark(after) or words.norm[after] == ":"):
        return False
    return words.norm[j - 1] == ":" or (cue.verb.sure == "strong" and j - cue.index <= 3)


def is_title(
    words: Words, cue: Cue, j: int, after: int, subordinate: bool, subject: Phrase | None
) -> bool:
    """Whether the quotation at `j` is a name or title inside the subject: a noun governs it («مجلة "…"»),
    or what follows it opens the content."""
    if after < len(words):
        opens = words.is_(after, "complementizer")
        own = words.norm[after] in cue.verb.prepositions and after + 1 < len(words)
        if opens or (own and (subordinate or words.is_(after + 1, "complementizer"))):
            return True
    if words.mark(j - 1) or j - 1 == cue.index:
        return False
    before = words.norm[j - 1]
    if before == "في" and after < len(words) and words.definite(after):
        return True  # «في "غرفة العمليات" التابعة لـ»
    long = words.at(words.quote[j].end) - j
    short = long <= 6
    if (
        subordinate
        and subject is not None
        and long >= PASSAGE
        and (after >= len(words) or words.mark(after))
    ):
        return _other_cue(words, cue.index + 1, j)
    if subordinate or (short and heads(before, "titled", conjunction=False)):
        return True
    plain = before[1:] if before[0] in "لب" else before
    named = any(
        heads(w, g, conjunction=False)
        for w in (before, plain)
        for g in ("medium", "body", "document")
    )
    if words.core[j - 1] == before and plain != before and heads(plain, "medium") and short:
        return True  # «لشبكة "…"»
    return named and short and after < len(words) and not words.mark(after)


def hangs_on(words: Words, cue: Cue, j: int, subject: Phrase | None) -> bool:
    """Whether a quotation at `j` hangs on the verb: straight after it, its subject, a comma or a time."""
    if cue.verb.sure != "weak":
        return True
    if subject is not None and subject.kind == "noun" and words.norm[j - 1] not in "،,":
        return False
    first = max(subject.last if subject is not None else 0, cue.index + 1)
    if j <= first + 1:
        return True
    if subject is not None and subject.kind in ("person", "human") and words.is_(first, "relative"):
        return words.at(words.quote[j].end) - j > PASSAGE  # «وتابعت المسؤولة التي شاركت… "…"»
    return j <= first + 9 and words.is_(first, "preposition", "time", "adverb")


def by_preposition(
    words: Words, cue: Cue, j: int, subject: Phrase | None, phrases: int
) -> Frame | None:
    """The frame opened by the verb's preposition at `j`."""
    verb = cue.verb
    norm = words.norm[j]
    own = verb.prepositions
    if not own:
        return None
    following = words.norm[j + 1] if j + 1 < len(words) else ""
    if "object" in verb.traits and not cue.object and cue.form.shape != "participle":
        if phrases == 0:
            return None
        alone = phrases == 1 and subject is not None and subject.first < cue.index
        if alone and verb.act == "accuse":
            return None  # «كان النظام قد اتهم بـ»: the passive
        if phrases == 1 and not (subject and named_between(words, subject.last, j)):
            subject = None  # the one noun phrase is the object; the subject is hidden
    if "من_اجل" in own and norm == "من" and following == "اجل":
        return Frame(cue, "preposition", j, j + 2, None, subject)
    if norm in own and len(norm) > 1:
        told_in = words.norm[j - 2] == "في" and words.norm[j - 1].startswith("ال")  # «كشفت في الحوار عن»
        occasion = heads(words.norm[j - 1], "occasion") and not told_in
        if (norm != "الي" and occasion) or following in (
            "خلال",
            "قبل",
            "جانب",
            "جهه",
            "ضمن",
            "اجل",
        ):
            return None  # «في تدوينة على…», «من خلال»
        if following == "شان" and "estimate" not in verb.traits:
            return None  # «من شأنه»
        if norm == "عن" and verb.past == "تحدث" and _conversing(words, cue.index + 1, j):
            return None  # «تحدث مع نظيره عن…»: what they talked of, not what was said
        if verb.sure == "express" and not _felt(words, j + 1):
            return None
        if "estimate" in verb.traits and not heads(following, "weight"):
            return None
        if "welcome" in verb.traits and heads(following, "human"):
            return None  # «أثنى على اللاعب»
        if verb.past == "كشف" and any(heads(words.norm[k], "agent") for k in (j + 1, j + 2) if k < len(words)):
            return None  # «كشف عن عشرات الجواسيس»
        channel = heads(following, "channel") and norm == "علي"  # «وأكد فلان على حسابه أن»
        if (
            following in group("complementizer")
            or (heads(following, "occasion") and norm == "في")
            or channel
        ):
            return None
        if norm == "في" and (
            words.timed(j + 1)
            or (words.name[j + 1] is not None and words.name[j + 1].type == "place")
        ):
            return None
        if j + 1 >= len(words) or (words.mark(j + 1) and words.quote[j + 1] is None):
            return None
        quote = words.quote[j + 1]
        return Frame(cue, "preposition", j, j + 2 if quote else j + 1, quote, subject)
    given = norm in group("given_b") and following != "من"  # «اتهم الوزير الشركة بدعم منافسيه»
    adverbial = _adverbial(words, j) and not given
    if "ب" in own and norm[0] == "ب" and not (adverbial or clause_behind(words, verb, j)):
        if "welcome" in verb.traits and (cue.future or heads(norm[1:], "human")):
            return None  # «سيرحب بضيوفه»: a deed to come
        if "deeds" in verb.traits and (not masdar_like(bare(norm[1:])) or heads(norm[1:], "waved")):
            return None  # «لوح بيده»
        if norm == "ب":
            quote = words.quote[j + 1] if j + 1 < len(words) else None
            return Frame(cue, "preposition", j, j + 2, quote, subject) if quote else None
        short = len(norm) == 3 and (norm[1:] in group("masdar") or norm[1:] == "رد")  # «تعهد بحل»
        short = short or (norm == "بما" and following not in _INCLUDING)  # «أشاد بما تحقق»
        if short or (len(norm) > 3 and _carries_b(words, j)):
            return Frame(cue, "preposition", j, j, None, subject)
    if "ل" in own and norm[0] == "ل" and len(norm) > 4:
        rest = norm[2:] if norm.startswith("لل") else norm[1:]
        if masdar_like(rest) and not heads(rest, "medium"):
            return Frame(cue, "preposition", j, j, None, subject)
    return None


def _conversing(words: Words, first: int, last: int) -> bool:
    """Whether «مع» and somebody who is no outlet stand between the tokens."""
    for k in range(first, last - 1):
        if words.norm[k] == "مع":
            name = words.name[k + 1]
            outlet = name is not None and name.type == "outlet"
            return not outlet and not heads(words.norm[k + 1], "medium")
    return False


def _felt(words: Words, j: int) -> bool:
    """Whether the word at `j` is a feeling or carries its holder's pronoun."""
    if j >= len(words):
        return False
    if words.quote[j] is not None:
        return True
    return (
        bool(words.tokens[j].enclitic)
        or (words.norm[j][-1:] == "ه" and words.tokens[j].text[-1:] == "ه")
        or any(
            heads(words.norm[j], g)
            for g in ("fear", "hope", "believing", "denying", "demanding", "warning")
        )
        or masdar_like(words.norm[j])
        or masdar_like(bare(words.norm[j]))
    )


def _carries_b(words: Words, j: int) -> bool:
    """Whether the word's first letter is the preposition بـ and not its own («بريطانيا»)."""
    token, norm = words.tokens[j], words.norm[j]
    name = words.name[j]
    if name is not None and name.start == token.start:
        return False
    if "ب" in token.proclitics or norm.startswith(("بال", "بان", "بما")) or masdar_like(norm[1:]):
        return True
    word = key(token.text)
    return zipf(word[1:]) > zipf(word)


def _adverbial(words: Words, j: int) -> bool:
    """Whether a word with بـ is a circumstance and not the verb's object."""
    norm = words.norm[j]
    if norm == "بالتعاون" and words.norm[min(j + 1, len(words) - 1)] != "مع":
        return False  # «منوها بالتعاون القائم»
    return (
        words.is_(
            j, "preposition", "adverb", "circumstance", "complementizer", "particle", "saying"
        )
        or words.timed(j)
        or (heads(norm[1:], "occasion") and norm != "برد")  # «توعد … برد قاس»
        or norm in group("with_b")
        or norm in group("name_tie")
    )
