"""The subject before its verb: «فلان قال», «أما فلان، فقال», «كان فلان قد قال»."""

from __future__ import annotations

from rawi.readers.attribution.agreement import dual
from rawi.readers.attribution.apposition import aside_end
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Cue, cue_at, resumes
from rawi.readers.attribution.nouns import Phrase, plural, verb_like
from rawi.readers.attribution.objects import straight_gender
from rawi.readers.attribution.words import Words, bare, group, heads, masdar_like

SETTING = 6  # tokens of «وبعد القمة» before the verb whose clause it opens


def subject_before(words: Words, cue: Cue, first: int) -> Phrase | None:
    """The subject before its verb: «X قال», «أما X، فقال», «كان X قد قال», from token `first` on."""
    i = cue.index
    if cue.form.shape == "participle" or resumes(words, cue):
        return None
    if i > first and words.norm[i - 1] == "ما" and words.is_(i + 1, "taking_up"):
        return None  # «قدم الوزير ما قال إنه دليل»
    if (cue.conjunction and words.norm[i][0] == "ف") or (i > first and words.norm[i - 1] == "فقد"):
        opening = next((k for k in range(first, i) if words.norm[k] in ("اما", "واما")), None)
        if opening is not None:
            stop = i if cue.conjunction else i - 1
            phrase = noun_phrase(words, opening + 1, stop)
            if phrase is not None and phrase.last >= stop - 1 and phrase.speaks:
                return phrase
            if phrase is not None and phrase.kind == "human" and _plain(words, phrase.last, stop):
                return Phrase(phrase.first, stop, "human")  # «أما الخبيرة في حزب كذا فلانة فقد وصفت»
        if cue.conjunction:
            return None
    told = words.norm[min(i + 1, len(words) - 1)] in ("فيها", "فيه")
    if cue.conjunction or (told and cue.verb.sure == "request"):
        return None  # «رفعت دعوى أمام محكمة تطلب فيها»: whoever filed it
    j = i
    while j > first and words.norm[j - 1] in (
        "قد",
        "سرعان",
        "لا",
        "لم",
        "لن",
        "ما",
        "سوف",
        "ايضا",
        "كان",
        "كانت",
    ):
        j -= 1
    floor = max(first, j - 30)
    for start in range(floor, j):
        governed = words.is_(start - 1, "preposition") and start > first
        if governed and (
            words.core[start - 1] in ("في", "خلال", "عبر", "بعد", "قبل")
            or words.is_(start - 1, "circumstance")  # «وبشأن فرق الإطفاء، أوضح»
            or words.definite(start)
            or words.is_(start, "pointing")  # «ومع ذلك، قالت»
            or words.name[start] is not None
            or (not told and (words.definite(start + 1) or _named(words, start + 1)))
        ):  # «بعد نشر خبر عن بيان الفنانة قالت السفارة»
            continue
        boundary = (
            governed
            or start == first
            or (words.mark(start - 1) and words.norm[start - 1] in "،,.:؛؟!-|–")
            or words.is_(start - 1, "clause", "complementizer")
            or words.norm[start - 1]
            in ("كان", "كانت", "وكان", "وكانت", "لان", "ولكن", "كانوا", "سبق")
        )
        if not boundary:
            continue
        if verb_like(words.norm[start]) and words.name[start] is None:
            continue  # «عما إذا كان سيعود قال»
        if words.norm[start] in group("thing_before"):
            continue  # «لما وصفته بـ»
        quoted = words.quote[start]
        behind = words.at(quoted.outer_end) if quoted is not None else len(words)
        if behind < len(words) and words.norm[behind][0] == ".":
            continue  # «"شراكات جديدة".. بهاتين الكلمتين تحدث»
        counted = words.norm[start][0].isdigit() and start + 1 < j
        phrase = noun_phrase(words, start + counted, j)
        phrase = _last_joined(words, phrase, cue) if phrase is not None else None
        if counted and phrase is not None:  # «3 مصادر تقول»
            phrase = Phrase(start, phrase.last, phrase.kind) if phrase.kind == "human" else None
        if (
            phrase is None
            or not _agrees(words, phrase, cue)
            or _qualified(words, phrase, cue)
            or (governed and phrase.kind == "noun")
            or (words.is_(start, "auxiliary") and phrase.last == start + 1)
        ):
            continue  # «ومضى يقول»
        rest = range(past_aside(words, phrase, j), j)
        if all(
            words.timed(k)
            or words.norm[k] in ("،", ",", "-", "قد")
            or words.norm[k] in group("adverb")
            for k in rest
        ):
            return phrase
    return None


def _named(words: Words, i: int) -> bool:
    """Whether a name stands at token `i`, in marks or not."""
    i += words.quote[i] is not None and i + 1 < len(words)
    return words.name[i] is not None


def _last_joined(words: Words, phrase: Phrase, cue: Cue) -> Phrase:
    """The somebody named last whom «و» joins to a thing: a verb in the singular before which two stand is his
    alone («انهيار العملة وفلان يدعو»)."""
    if not masdar_like(words.norm[phrase.first]) or cue.form.number != "s":
        return phrase
    for k in range(phrase.last - 1, phrase.first, -1):
        name = words.name[k]
        joined = name is not None and name.start == words.tokens[k].start + 1
        if joined and words.core[k] != words.norm[k] and name.type != "outlet":
            return Phrase(k, phrase.last, "person" if name.type == "person" else "name")
    return phrase


def past_aside(words: Words, phrase: Phrase, stop: int) -> int:
    """Index behind the aside that tells who a subject is («، الذي احتجز أمس،», «، وهو تحالف أحزاب،», «طلب عدم
    نشر اسمه»), or the subject's end."""
    i = phrase.last
    if words.is_(i, "relative") and words.norm[stop - 1] in "،,":
        inner = (
            k for k in range(i, stop - 1) if words.is_(k, "complementizer") or words.norm[k] in "،,"
        )
        return stop if next(inner, None) is None else i  # «فلان الذي انضم إليهم، أضاف»
    if i + 2 < stop and words.norm[i + 1] == "عدم" and heads(words.norm[i + 2], "withholding"):
        return next((k + 1 for k in range(i + 3, min(i + 6, stop)) if words.tokens[k].enclitic), i)
    if i + 2 >= stop or words.norm[i] not in "،,":
        return i
    aside = aside_end(words, i, stop, about=True)
    if aside is not None:
        return aside
    master = words.name[i + 1]  # «فلان، المتحدث باسم الرئيس الروسي، علان، طالب»
    apposed = master is not None and master.type == "person" and words.norm[words.at(master.end)] in "،,"
    if apposed and any(heads(words.norm[k], "served") for k in (i - 1, i - 2)):
        return words.at(master.end) + 1
    seated = words.core[i + 1] != words.norm[i + 1] and words.tokens[i + 1].enclitic in ("ه", "ها")
    seated = seated and heads(words.tokens[i + 1].base, "seat")  # «المرصد، ومقره لندن، قال»
    if not (words.is_(i + 1, "relative") or words.norm[i + 1] in ("وهو", "وهي", "وهم") or seated):
        return i
    for k in range(i + 2, stop):
        if words.norm[k] in "،,":
            return k + 1
        if words.is_(k, "complementizer") or words.quote[k] is not None:
            return i
    glossed = words.norm[i + 1] in ("وهو", "وهي", "وهم") and _plain(words, i + 2, stop)
    glossed = glossed and not words.is_(i + 2, "thing")
    return stop if glossed else i  # «فلانة، وهي طبيبة من دمشق قالت»


def _qualified(words: Words, phrase: Phrase, cue: Cue) -> bool:
    """Whether the verb's pronoun takes the phrase up: «مجموعة من الروس تتهمهم» tells of the group."""
    first = phrase.first
    indefinite = not words.definite(first) and words.name[first] is None
    return cue.object in ("هم", "هن") and indefinite and phrase.last == cue.index


def _agrees(words: Words, phrase: Phrase, cue: Cue) -> bool:
    """Whether a phrase before the verb agrees with it, as it must there; a loose phrase of indefinite
    common nouns («شنت طائرات») is none."""
    norm = words.norm[phrase.first]
    if phrase.kind == "noun":
        if phrase.last - phrase.first > 1 and not words.definite(phrase.first):
            return False
        feminine = norm.endswith(("ه", "ات"))
        return not (feminine and cue.form.number == "s" and cue.form.gender == "m")
    one = phrase.kind in ("person", "human") and any(
        words.name[k] is not None and words.name[k].type == "person"
        for k in range(phrase.first, phrase.last)
    )
    she = straight_gender(words, phrase) == "f" or norm in group("many")
    if phrase.kind == "body" and she and (cue.form.gender, cue.form.number) == ("m", "s"):
        return False  # «وسائل إعلام قال إنها…»
    several = plural(bare(norm)) or (norm[-1] == "ي" and heads(norm[:-1], "human"))
    if one and cue.form.number == "p" and not (several or dual(words, phrase)):
        return False  # «…، ورئيس الوزراء فلان، طالبوا»
    many = norm.endswith(("ون", "ين")) and words.definite(phrase.first) and len(norm) > 6
    many = many or norm in ("سكان", "اهالي", "ركاب")
    return not (many and phrase.kind == "human" and cue.form.number == "s")


def setting_first(words: Words, first: int, i: int) -> int | None:
    """Index where «وبعد القمة», «وخلال اللقاء» begins, if only that stands between the clause's head and the
    verb at `i`; else None. `first` is the first token of the passage."""
    for k in range(i - 2, max(first - 1, i - SETTING), -1):
        if (
            words.mark(k)
            or words.is_(k, "relative", "complementizer")
            or cue_at(words, k) is not None
        ):
            return None
        if k == first or words.mark(k - 1) or words.stop[k - 1] != words.stop[k]:
            return k if words.is_(k, "circumstance") and words.is_(k, "preposition") else None
    return None


def _plain(words: Words, first: int, last: int) -> bool:
    """Whether tokens `first:last` hold no mark, no verb of speech and no clause."""
    return not any(
        words.mark(k) or words.is_(k, "complementizer", "relative") or cue_at(words, k) is not None
        for k in range(first, last)
    )
