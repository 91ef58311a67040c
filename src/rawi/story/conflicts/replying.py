"""Where an article denies something: by whom, and whether the denial only points at what it denies.

    pointed    «نفت ذلك», «نفى هذه الاتهامات»: what it is of was said before
    relative   «وهو ما تنفيه …», «اتهامات ينفيها …»: it was said before in the same sentence
    source     «نفى ما ذكرته الصحيفة عن …», «نفت مزاعم الشركة»: whose word it is
    part       «نفى ضلوعه», «تنفي أي مسؤولية»: a part in what was told before
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from rawi.arabic.analysis import Analysis, Token
from rawi.arabic.words import tokens as tokens_of
from rawi.readers.attribution.cues import forms
from rawi.records import Reading, Span, Statement
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import looks_finite
from rawi.story.conflicts.sourced import MOST, sourced

_THIS = frozenset({"ذلك", "هذا", "هذه", "تلك", "الامر", "بذلك"})
_ALL = frozenset({"صحه", "كل", "كافه", "جميع", "اي", "ايه", "بعض", "ايا"})
_PROSECUTION = "الادعاء"  # «رفض القاضي طلب الادعاء»
_SUCH = frozenset({"القبيل", "النوع"})
_WHICH = frozenset({"الذي", "التي"})
_OPENERS = frozenset(
    {"لكن", "ولكن", "بينما", "فيما", "حيث", "ان", "غير", "بيد", "الا", "وكان", "وكانت", "كان", "كانت",
     "قد", "وقد", "كما", "في", "حين", "اما", "رغم", "وهو", "وهي", "ما", "انه", "انها", "من", "جهه",
     "جانب", "طالما", "لطالما", "لا", "وما", "زال", "تزال", "يزال", "و"}
)  # fmt: skip
_OF = frozenset(
    {"عن", "حول", "بشان", "بخصوص", "ان", "بان", "التي", "الذي", "من", "الوارده", "الموجهه", "المتداوله",
     "القائله"}
)  # fmt: skip
_CLAUSE = frozenset(
    {"لكن", "ولكن", "بينما", "فيما", "حين", "وهو", "وهي", "وكان", "وكانت", "الا", "بيد", "رغم"}
)
_NOBODY = frozenset({*_THIS, *_WHICH, "هو", "هي", "هم", "ما", "احد", "اي", "لم", "لا", "لن"})
_FLATLY = frozenset({"نفيا", "انكارا"})
_ENDS = frozenset(".؛!؟:")
# What the imperfects of «نفى», «رفض», «أنكر» open with; after «أن» they are subjunctives.
_IMPERFECT = frozenset("يت")
_SUBORDINATE = frozenset({"ان", "بان", "كل", "علي", "من", "عن", "في"})
_STOPS = frozenset("،,؛.:!؟")
NOT = 5  # words before the noun among which a negator says that nobody denied
_OBJECT = 12  # words of what is denied that are looked at


@dataclass(frozen=True, slots=True)
class Answer:
    """One denial: `start:end` its words with who denies, `verb` where the word of denying stands, `opened`
    where its clause begins; `name` of who denies; `what` the words of what is denied; `source`
    and `inner`: whose word is denied and the words that say what it was; `aside`: it is only mentioned of
    somebody («الرئيس، الذي ينفي الاتهامات، …»); `charge`: accusations are denied by that word."""

    start: int
    end: int
    verb: int
    opened: int
    name: str
    what: tuple[Token, ...]
    pointed: bool
    relative: bool
    part: bool
    aside: bool
    charge: bool
    source: Span | None
    inner: Span | None


def answers(reading: Reading, analysis: Analysis) -> Iterator[Answer]:
    """Every denial in the body of an article that somebody is known to make, in text order."""
    areas = [(p.start, p.end) for p in reading.article.body]
    cues = {s.cue.start: s for s in reading.statements if s.cue is not None and s.act == "deny"}
    names = [(n.start, n.end) for n in reading.names]
    for sentence in analysis.sentences:
        if not any(a <= sentence.start < b for a, b in areas):
            continue
        tokens = analysis.tokens[sentence.first : sentence.last]
        inside = frozenset(t.start for t in tokens if any(a <= t.stem_start < b for a, b in names))
        for k, token in enumerate(tokens):
            with_it = lexis.is_of(token, "denying_it")
            if not with_it and not lexis.is_of(token, "denying"):
                continue
            negated = k and tokens[k - 1].norm.lstrip("وف") in lexis.group("not")
            noun = token.stem == "نفي" and not token.enclitic
            negated = negated or (noun and any(lexis.is_of(t, "negator") for t in tokens[max(0, k - NOT) : k]))
            if token.start in inside or negated or token.definite:
                continue  # «النفي المتكرر»
            if lexis.is_of(token, "rejecting") and any(
                lexis.is_of(t, "comment") for t in tokens[k + 1 : k + 1 + MOST]
            ):
                continue  # «رفضت التعليق على التقرير», «تأكيد أو نفي المعلومات»
            made = _answer(analysis.text, tokens, k, cues.get(token.start), with_it, inside)
            if made is not None:
                yield made


def _answer(
    text: str, tokens: Sequence[Token], k: int, statement: Statement | None, with_it: bool,
    named: frozenset[int],
) -> Answer | None:  # fmt: skip
    refuses = lexis.is_of(tokens[k], "rejecting")
    here = k + 1 if with_it else _object(tokens, k, refuses, named)
    if statement is not None and not refuses and not with_it:
        content = next((n for n, t in enumerate(tokens) if t.end > statement.start), None)
        here = min((n for n in (here, content) if n is not None and n > k), default=None)
    if here is None:
        return None
    opened = _opening(tokens, k)
    relative = with_it and opened < k and (tokens[k - 1].norm in ("ما", *_WHICH))
    if not asserted(tokens, k, opened):
        return None
    if with_it and not (relative or _indefinite(tokens, k)):
        return None  # «نفاها إلى قبرص»: another verb
    last = _clause_end(tokens, here)
    name = _name(text, tokens, k, here, opened, with_it, statement, named)
    if not name or (refuses and any(lexis.is_of(t, "court") for t in tokens_of(name))):
        return None  # «رفضت المحكمة الاتهامات»: nobody charged the court
    if with_it:
        stop = next((n for n in range(k + 1, len(tokens)) if tokens[n].kind == "mark"), len(tokens))
        return Answer(
            tokens[opened].start, tokens[stop - 1].end, tokens[k].start, tokens[opened].start, name,
            (), True, True, False, False, False, None, None,
        )  # fmt: skip
    what = tokens[here:last]
    until = statement.end if statement is not None else 0
    source, inner = sourced(text, tokens[here:], until, named)
    part = any(lexis.is_of(t, "part") for t in what[:3])
    aside = any(t.norm in _WHICH for t in tokens[opened:k])
    start = tokens[opened].start if opened < k else tokens[k].start
    end = max(what[-1].end, inner.end if inner is not None else 0)
    return Answer(
        start, end, tokens[k].start, tokens[opened].start, name, tuple(what), _points(what), False,
        part, aside, _charge(what), source, inner,
    )  # fmt: skip


def asserted(tokens: Sequence[Token], k: int, opened: int) -> bool:
    """Whether the word of denying at `k` of a clause is said to have been spoken: not «لا يمكن أن تنفي», nor in
    «أكد أن ما أنكرته الشركة ثبت»."""
    before = tokens[k - 1].norm if k else ""
    if before == "ان":
        return tokens[k].stem[:1] not in _IMPERFECT
    if before == "ما" and k - 1 > opened:
        return tokens[k - 2].norm not in _SUBORDINATE
    return True


def _object(tokens: Sequence[Token], k: int, refuses: bool, named: frozenset[int]) -> int | None:
    """Where what is denied begins, if that is «ذلك», «صحة …», an accusation or a part in something."""
    for n in range(k + 1, min(len(tokens), k + 1 + MOST)):
        token = tokens[n]
        if token.start in named or (token.definite and lexis.is_of(tokens[n - 1], "agency")):
            continue  # «نفت وكالة الأنباء»
        if lexis.is_of(token, "accusation") and not token.proclitics and token.norm != _PROSECUTION:
            while n - 1 > k and (tokens[n - 1].norm in _ALL or tokens[n - 1].norm in _THIS):
                n -= 1
            return n
        if not refuses and token.norm in _THIS and _alone(tokens, n):
            return n
        any_part = bool(token.enclitic) or tokens[n - 1].norm in _ALL
        if not refuses and any_part and lexis.is_of(token, "part") and not token.proclitics:
            return n  # «نفت الشركة مسؤوليتها عن الأمر», «أي صلة لها به»
        if token.text in _ENDS:
            return None
    return None


def _alone(tokens: Sequence[Token], n: int) -> bool:
    """Whether «ذلك», «هذا الأمر» stands for all that is denied."""
    if n and lexis.is_of(tokens[n - 1], "governing"):
        return False
    n += 2 if n + 1 < len(tokens) and tokens[n + 1].norm == "الامر" else 1
    if n >= len(tokens) or tokens[n].kind == "mark" or tokens[n].proclitics:
        return True
    return not tokens[n].definite and not looks_finite(tokens, n)


def _points(what: Sequence[Token]) -> bool:
    """Whether what is denied was only said before: «ذلك», «هذه الاتهامات», «الاتهامات» with nothing behind."""
    k = next((n for n, t in enumerate(what) if t.norm not in _ALL), None)
    if k is None:
        return False
    if (what[k].norm in _THIS and _alone(what, k)) or _wrongdoing(what):
        return True
    if any(a.norm in _THIS and b.norm in _SUCH for a, b in pairwise(what)):
        return True  # «وجود اتفاق من هذا القبيل»
    this = what[k].norm in _THIS
    noun = what[k + 1] if this and k + 1 < len(what) else what[k]
    if not lexis.is_of(noun, "accusation") or not (noun.definite or noun.enclitic):
        return False
    after = what[k + 1 + this : k + 2 + this]
    return this or not after or not (after[0].norm in _OF or "ب" in after[0].proclitics)


def _charge(what: Sequence[Token]) -> bool:
    first = next((t for t in what if t.norm not in _ALL and t.norm not in _THIS), None)
    return _wrongdoing(what) or (first is not None and lexis.is_of(first, "charge"))


def _wrongdoing(what: Sequence[Token]) -> bool:
    """Whether «ارتكاب أي خطأ» is denied: all that somebody is accused of."""
    k = next((n for n, t in enumerate(what) if t.norm not in _ALL and not lexis.is_of(t, "happening")), None)
    if k is None or not lexis.is_of(what[k], "wrongdoing") or what[k].definite:
        return False
    after = what[k + 1] if k + 1 < len(what) else None
    if after is None or after.kind == "mark":
        return True
    return bool(after.proclitics) or lexis.is_of(after, "governing")


def _opening(tokens: Sequence[Token], k: int) -> int:
    """Where the clause of a denial begins: after the last comma, or at the conjunction."""
    for n in range(k - 1, -1, -1):
        if tokens[n].text in _STOPS:
            return n + 1
        if k - n > MOST:
            return k
        if tokens[n].norm in _CLAUSE:
            return n
    return 0


def _indefinite(tokens: Sequence[Token], k: int) -> bool:
    """«اتهامات ينفيها», «مزاعم نفتها الشركة»."""
    return k > 0 and lexis.is_of(tokens[k - 1], "accusation") and not tokens[k - 1].definite


def _clause_end(tokens: Sequence[Token], here: int) -> int:
    last = here
    while last < len(tokens) and last - here < _OBJECT and tokens[last].text not in _STOPS:
        token = tokens[last]
        if last > here + 1 and token.proclitics == ("و",) and token.stem in forms():
            break  # «نفى إغلاق الجسر وأكد …»
        last += 1
    return last


def _name(
    text: str, tokens: Sequence[Token], k: int, here: int, opened: int, with_it: bool,
    statement: Statement | None, named: frozenset[int],
) -> str:  # fmt: skip
    """Who denies: as the reader of statements found, else the words after the verb, or before it."""
    by = statement.speaker if statement is not None else None
    whose = by is not None and not by.start < tokens[here].start < by.end
    if by is not None and whose and by.text != "كل":
        return by.name or by.text or ""
    behind = tokens[k + 1 : k + 1 + MOST] if with_it else tokens[k + 1 : here]
    while behind and behind[0].kind == "mark":
        behind = behind[1:]
    both = behind[:2] if [t.norm for t in behind[:2]] == ["كل", "من"] else ()  # «كل من أثينا وصوفيا»
    behind = behind[len(both) :]
    after = list(takewhile(lambda t: _of_name(t, t.start in named), behind))
    if after:
        return _printed(text, after)
    before = [t for t in tokens[opened:k] if t.norm not in _OPENERS and t.kind != "mark"]
    whole = all(_of_name(t, t.start in named) for t in before)
    return _printed(text, before) if whole and not with_it else ""


def _of_name(token: Token, named: bool) -> bool:
    """Whether a word can belong to the name of who denies; `named`: it stands inside a name."""
    if token.norm in _FLATLY or lexis.is_of(token, "utter"):
        return False  # «وهو ما تنفيه الوزارة نفياً قاطعاً»
    if named:
        return True
    if token.kind != "word" or set(token.proclitics) & set("بلكوس") or token.norm in _OPENERS:
        return False
    if token.norm in lexis.group("governing") or lexis.is_of(token, "temporal"):
        return False
    if not token.definite and token.stem in forms():
        return False  # «السلطات قائلة إن …», «الشركة أثبت التحقيق صحته»
    return token.definite or token.norm[-1:] != "ا"  # «مراراً», «نفياً تاماً»


def _printed(text: str, words: Sequence[Token]) -> str:
    """The printed name; '' where the words are none."""
    first = words[0] if words else None
    if first is None or len(words) > MOST or first.enclitic or first.norm in _NOBODY:
        return ""
    if lexis.is_of(first, "accusation"):
        return ""  # «ينفي الشبهات»: what is denied
    return text[first.stem_start if first.proclitics else first.start : words[-1].end]
