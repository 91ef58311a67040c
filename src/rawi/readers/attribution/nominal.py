"""Reports that hang on a noun or on a pronoun of return, not on a verb with a complement after it.

1. «مطالب الأحزاب بـ…»      a reporting noun, its holder in the genitive, its preposition, the content
2. «تحذيرات أممية من…»      the holder as an adjective
3. «لديه مخاوف من…»          a feeling that somebody has
4. «تقييم تطالب به الحكومة» the content is the noun before the verb
5. «جاء في بيان للوزارة أن…»  a document that speaks, or somebody («جاء على لسان الناطق أن…»)
6. «بعد تهديده باستئناف…»     a reporting noun with a pronoun; who is meant is told only where one may be
7. «حمّلت النقابة البلدية مسؤولية…»  blame laid on somebody (blame.py)
8. «من المتوقع أن…»           what is expected, by nobody in particular, as «يُتوقع أن» says it
"""

from __future__ import annotations

from functools import cache

from rawi.readers.attribution.blame import blamed
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Verb, cue_at
from rawi.readers.attribution.issuing import by_whom, written
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.reports import Report, opening, reporting_nouns
from rawi.readers.attribution.words import Words, bare, group, heads, masdar_like

_RETURN = {"به": "ب", "بها": "ب", "اليه": "الي", "اليها": "الي", "عنه": "عن", "عنها": "عن"}


def nominal(words: Words, i: int, limit: int) -> Report | None:
    """The nominal report whose cue begins at token `i`, or None."""
    return (
        _genitive(words, i, limit)
        or _possessed(words, i, limit)
        or _returning(words, i, limit)
        or _denied(words, i, limit)
        or _document(words, i, limit)
        or _pronoun(words, i, limit)
        or blamed(words, i, limit)
        or _expected(words, i, limit)
    )


def _genitive(words: Words, i: int, limit: int) -> Report | None:
    """Patterns 1 and 2."""
    norm = words.norm[i]
    noun = norm if norm in reporting_nouns() else norm[1:] if norm[0] in "وبل" else ""
    known = reporting_nouns().get(noun)
    stop = min(limit, words.stop[i])
    if known is None or i + 2 >= stop:
        return None
    if norm[0] in "لب" and noun != norm and known.act in ("demand", "warn")[: 1 + (norm[0] == "ب")]:
        return None  # «تظاهروا لمطالبة الحكومة بـ», «ردوا بتحذير الرئيس من»: it is said to her
    following = words.norm[i + 1]
    if i and words.core[i - 1] in ("حال", "حاله", "حالة"):
        return None  # «في حال إصرار الحكومة على»
    if heads(following, "plenty") and words.norm[i + 2] == "من":
        return None  # «قلق الكثير من السكان»
    if (
        noun.endswith(("ات", "ه", "اوف", "ود"))
        and following.endswith("يه")
        and not following.startswith("ال")
    ):
        holder, j = (
            None,
            i + 2,
        )  # a noun speaks for nobody: whose adjective it is, is told of no one
        basis = "noun + adjective"
    else:
        phrase = noun_phrase(words, i + 1, stop, known)
        if phrase is None or not phrase.speaks or phrase.kind == "document":
            return None
        if not (
            words.definite(i + 1) or words.name[i + 1] is not None or phrase.last - phrase.first > 1
        ):
            return None
        lam = next(
            (k for k in range(i + 2, phrase.last) if words.norm[k].startswith("لل")), phrase.last
        )
        holder, j = Phrase(phrase.first, lam, phrase.kind), phrase.last  # «اتهامات فلان للشركة بـ»
        basis = "noun + genitive"
    start = opening(words, j, stop, known)
    if start is None:
        return None
    return Report(i, i + 1, start, None, holder, known.act, basis, 0.75)


def _possessed(words: Words, i: int, limit: int) -> Report | None:
    """Pattern 3, with the holder before «لديه» or after «لدى»."""
    norm = words.norm[i]
    stop = min(limit, words.stop[i])
    if norm in group("has"):
        j = i + 1
        holder = None
        for first in range(max(0, i - 8), i):
            if (
                first == 0
                or words.mark(first - 1)
                or words.is_(first - 1, "complementizer", "clause")
            ):
                phrase = noun_phrase(words, first, i)
                if phrase is not None and phrase.last == i and phrase.speaks:
                    holder = phrase
                    break
    elif norm == "لدي":
        feelings = (k for k in range(i + 2, min(stop, i + 9)) if words.norm[k] in group("fear"))
        holder = noun_phrase(words, i + 1, next(feelings, stop))
        if holder is None or not holder.speaks:
            return None
        j = holder.last
    else:
        return None
    if holder is None or j + 2 >= stop or words.norm[j] not in group("fear"):
        return None
    last = j + 1
    while last < stop and last - j <= 2 and words.norm[last] not in ("من", "ان", "ازاء", "بشان"):
        last += 1
    if last + 1 >= stop or words.norm[last] not in ("من", "ان"):
        return None
    start = last + 2 if words.norm[last + 1] == "ان" else last + 1
    return Report(i, j + 1, start, None, holder, "fear", "feeling that somebody has", 0.8)


def _denied(words: Words, i: int, limit: int) -> Report | None:
    """Pattern 4 without a preposition: «العلاقة التي ينفيها الرئيس»."""
    stop = min(limit, words.stop[i])
    if i < 2 or i + 1 >= stop or not words.is_(i - 1, "relative"):
        return None
    cue = cue_at(words, i)
    if cue is None or cue.verb.act != "deny" or cue.object not in ("ه", "ها"):
        return None
    phrase = noun_phrase(words, i + 1, stop)
    first = _head(words, i - 1)
    if phrase is None or not phrase.speaks or first is None:
        return None
    return Report(i, i + 1, first, i - 1, phrase, cue.verb.act, "content before the verb", 0.7)


def _head(words: Words, last: int) -> int | None:
    """The first token of the noun that ends before `last`, adjectives and a demonstrative with it."""
    first = last - 1
    while first > 0 and last - first < 4 and _adjective(words, first):
        first -= 1
    if words.mark(first) or words.is_(first, "preposition", "thing", "particle", "relative"):
        return None
    return first - 1 if first > 0 and words.is_(first - 1, "pointing") else first


def _returning(words: Words, i: int, limit: int) -> Report | None:
    """Pattern 4."""
    stop = min(limit, words.stop[i])
    if i < 2 or i + 2 >= stop or _RETURN.get(words.norm[i + 1]) is None:
        return None
    cue = cue_at(words, i)
    if cue is None or cue.conjunction or _RETURN[words.norm[i + 1]] not in cue.verb.takes:
        return None
    if cue.verb.act not in ("demand", "promise", "announce") or cue.verb.sure == "weak":
        return None  # «السياسة التي التزمت بها الإدارة»
    phrase = noun_phrase(words, i + 2, stop)
    if phrase is None or not phrase.speaks:
        return None
    last = i - 1 if words.is_(i - 1, "relative") else i
    first = _head(words, last)
    if first is None:
        return None
    if bare(words.norm[first]) in ("ما", "التي", "لطالما", "طالما"):
        return None
    return Report(i, i + 1, first, last, phrase, cue.verb.act, "content before the verb", 0.7)


def _document(words: Words, i: int, limit: int) -> Report | None:
    """Pattern 5; with «فيه/فيها» the document is the last one named before."""
    stop = min(limit, words.stop[i])
    if words.core[i] not in ("جاء", "ورد") or i + 3 >= stop or words.is_(i - 2, "according"):
        return None  # «وبحسب ما جاء في التقرير، فإن»
    if words.norm[i + 1] == "في" and heads(words.norm[i + 2], "document"):
        phrase = noun_phrase(words, i + 2, stop)
    elif words.norm[i + 1] == "علي" and words.norm[i + 2] == "لسان":
        phrase = noun_phrase(words, i + 3, stop)
        follows = phrase is not None and phrase.speaks and phrase.last < stop
        opens = follows and (words.is_(phrase.last, "complementizer") or words.norm[phrase.last] == ":")
        phrase = phrase if opens else None
    elif words.norm[i + 1] in ("فيه", "فيها"):
        named = (k for k in range(i - 1, max(-1, i - 25), -1) if written(words.norm[k]))
        k = next(named, None)
        phrase = Phrase(k, k + 1, "document") if k is not None else None
        phrase = phrase and (by_whom(words, phrase.first) or phrase)
    else:
        return None
    if phrase is None:
        return None
    j = max(phrase.last, i + 2)
    while j < min(stop, i + 25):
        quote = words.quote[j]
        if words.is_(j, "complementizer"):
            start = j + 1 if words.norm[j] in ("ان", "بان") else j
            return Report(i, i + 2, start, None, phrase, "say", "document that speaks", 0.85)
        if words.norm[j] == ":" or (quote is not None and words.spoken(quote)):
            start = j + 1 if words.norm[j] == ":" else j
            return Report(i, i + 2, start, None, phrase, "say", "document that speaks", 0.85)
        if words.norm[j] in ".؛":
            return None
        j += 1
    return None


def _pronoun(words: Words, i: int, limit: int) -> Report | None:
    """Pattern 6: «وعودها بأن», «إعلانه انسحاب بلاده»."""
    token = words.tokens[i]
    if token.enclitic not in ("ه", "ها", "هم") or words.time[i] is not None:
        return None
    stem = words.norm[i].removesuffix(token.enclitic)
    stem = next(
        (s for s in (stem, stem[1:]) if len(s) > 3 and (s in reporting_nouns() or s in _owned())),
        "",
    )
    known = reporting_nouns().get(stem) or _owned().get(stem)
    stop = min(limit, words.stop[i])
    if known is None or i + 2 >= stop or not words.is_(i - 1, "preposition", "after_cue"):
        return None
    start = opening(words, i + 1, stop, known)
    if start is None and "np" in known.takes and masdar_like(words.norm[i + 1]):
        start = i + 1 if not words.definite(i + 1) else None
    if start is None:
        return None
    return Report(i, i + 1, start, None, _owner(words, i), known.act, "noun with a pronoun", 0.65)


@cache
def _owned() -> dict[str, Verb]:
    """The reporting nouns as they stand before a pronoun: a closed ta is open there."""
    return {n[:-1] + "ت": v for n, v in reporting_nouns().items() if n.endswith("ه")}


def _owner(words: Words, i: int) -> Phrase | None:
    """The one name of a person or body before token `i` in its sentence that its pronoun may stand for."""
    first = words.head[i]
    feminine = words.tokens[i].enclitic == "ها"
    found: dict[int, Phrase] = {}
    for k in range(first, i):
        name = words.name[k]
        if name is None or name.type not in ("person", "organization", "place"):
            continue
        if (name.type == "place") != feminine and name.type != "organization":
            continue
        at = words.at(name.start)
        found[name.start] = Phrase(min(at, k), words.at(name.end), "name")
    return next(iter(found.values())) if len(found) == 1 else None


def _expected(words: Words, i: int, limit: int) -> Report | None:
    """Pattern 8, where a clause opens: whoever expects it is not told."""
    if words.core[i] != "من" or i + 4 >= min(limit, words.stop[i]):
        return None
    if not heads(words.norm[i + 1], "expected") or words.norm[i + 2] != "ان":
        return None
    opens = words.head[i] == i or words.mark(i - 1) or words.is_(i - 1, "clause")
    opens = opens or words.core[i - 1] in ("كان", "حيث") or words.core[i] != words.norm[i]
    return Report(i, i + 2, i + 3, None, None, "believe", "expected", 0.9) if opens else None


def _adjective(words: Words, i: int) -> bool:
    """Whether token `i` looks like an adjective agreeing with the word before it."""
    norm, before = words.norm[i], words.norm[i - 1]
    same = norm.startswith("ال") == before.startswith("ال")
    return (
        same
        and norm.endswith(("ي", "يه", "يا"))
        and not heads(norm, "human")
        and not words.mark(i - 1)
    )
