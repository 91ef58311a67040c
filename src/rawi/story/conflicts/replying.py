"""Where an article denies something: by whom, and whether the denial only points at what it denies.

    pointed    «نفت ذلك», «نفى هذه الاتهامات»: what it is of was said before
    relative   «وهو ما تنفيه …», «اتهامات ينفيها …»: it was said before in the same sentence
    source     «نفى ما ذكرته الصحيفة عن …», «نفت مزاعم الشركة»: whose word it is
    part       «نفى ضلوعه», «تنفي أي مسؤولية»: a part in what was told before
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rawi.arabic.analysis import Analysis, Token
from rawi.records import Reading, Span, Statement
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import looks_finite
from rawi.story.conflicts.finding import matter

_THIS = frozenset({"ذلك", "هذا", "هذه", "تلك", "الامر", "بذلك"})
_ALL = frozenset({"صحه", "كل", "كافه", "جميع", "اي", "ايه", "بعض", "ايا"})
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
_ENDS = frozenset(".؛!؟:")
_STOPS = frozenset("،,؛.:!؟")
_MOST = 10  # words of a subject
_OBJECT = 12  # words of what is denied that are looked at
_SAID = 6  # words between a rumour and the source that spread it


@dataclass(frozen=True, slots=True)
class Answer:
    """One denial: `start:end` its words with who denies, `verb` where the word of denying stands, `opened`
    where its clause begins; `name` of who denies; `matter` the stems and deeds of what is denied; `source`
    and `inner`: whose word is denied and the words that say what it was; `aside`: it is only mentioned of
    somebody («الرئيس، الذي ينفي الاتهامات، …»); `charge`: accusations are denied by that word."""

    start: int
    end: int
    verb: int
    opened: int
    name: str
    matter: frozenset[str]
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
            if token.start in inside or negated:
                continue
            made = _answer(analysis.text, tokens, k, cues.get(token.start), with_it, inside)
            if made is not None:
                yield made


def _answer(
    text: str, tokens: Sequence[Token], k: int, statement: Statement | None, with_it: bool,
    named: frozenset[int],
) -> Answer | None:  # fmt: skip
    refuses = lexis.is_of(tokens[k], "rejecting")
    here = k + 1 if with_it else _object(tokens, k, refuses)
    if statement is not None and not refuses and not with_it:
        content = next((n for n, t in enumerate(tokens) if t.end > statement.start), None)
        here = min((n for n in (here, content) if n is not None and n > k), default=None)
    if here is None:
        return None
    opened = _opening(tokens, k)
    relative = with_it and opened < k and (tokens[k - 1].norm in ("ما", *_WHICH))
    if with_it and not (relative or _indefinite(tokens, k)):
        return None  # «نفاها إلى قبرص»: another verb
    last = _clause_end(tokens, here)
    name = _name(text, tokens, k, here, opened, with_it, statement, named)
    if not name:
        return None
    if with_it:
        stop = next((n for n in range(k + 1, len(tokens)) if tokens[n].kind == "mark"), len(tokens))
        return Answer(
            tokens[opened].start, tokens[stop - 1].end, tokens[k].start, tokens[opened].start, name,
            frozenset(), True, True, False, False, False, None, None,
        )  # fmt: skip
    what = tokens[here:last]
    source, inner = _source(text, tokens[here:], statement)
    part = any(lexis.is_of(t, "part") for t in what[:3])
    aside = any(t.norm in _WHICH for t in tokens[opened:k])
    start = tokens[opened].start if opened < k else tokens[k].start
    end = max(what[-1].end, inner.end if inner is not None else 0)
    return Answer(
        start, end, tokens[k].start, tokens[opened].start, name, matter(what), _points(what), False,
        part, aside, _charge(what), source, inner,
    )  # fmt: skip


def _object(tokens: Sequence[Token], k: int, refuses: bool) -> int | None:
    """Where what is denied begins, if that is «ذلك», «صحة …» or an accusation."""
    for n in range(k + 1, min(len(tokens), k + 1 + _MOST)):
        token = tokens[n]
        if lexis.is_of(token, "accusation") and not token.proclitics:
            while n - 1 > k and (tokens[n - 1].norm in _ALL or tokens[n - 1].norm in _THIS):
                n -= 1
            return n
        if not refuses and token.norm in _THIS and _alone(tokens, n):
            return n
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
    if what[k].norm in _THIS and _alone(what, k):
        return True
    this = what[k].norm in _THIS
    noun = what[k + 1] if this and k + 1 < len(what) else what[k]
    if not lexis.is_of(noun, "accusation") or not (noun.definite or noun.enclitic):
        return False
    after = what[k + 1 + this : k + 2 + this]
    return this or not after or not (after[0].norm in _OF or "ب" in after[0].proclitics)


def _charge(what: Sequence[Token]) -> bool:
    first = next((t for t in what if t.norm not in _ALL and t.norm not in _THIS), None)
    return first is not None and lexis.is_of(first, "charge")


def _source(
    text: str, what: Sequence[Token], statement: Statement | None
) -> tuple[Span | None, Span | None]:
    """Whose word is denied, and the words that say what it was, where both are named."""
    end = max(what[-1].end if what else 0, statement.end if statement is not None else 0)
    for k, token in enumerate(what[:_SAID]):
        if not lexis.is_of(token, "spreading") or k == 0:
            continue
        if what[k - 1].norm not in ("ما", "كما", *_WHICH) and what[k - 1].norm.lstrip("ل") != "ما":
            continue
        first = k + 1
        if first < len(what) and what[first].norm in ("به", "عنه", "اليه"):
            first += 1
        last = first
        while last < len(what) and last - first < _MOST and not _tells(what[last]):
            last += 1
        if last == first or last == len(what) or what[first].norm in ("عن", "في", "من"):
            return None, None
        begin = last + 1 if what[last].kind == "mark" else last
        while last > first + 1 and lexis.is_of(what[last - 1], "temporal"):
            last -= 1  # «نشرتها الصحيفة الأحد»
        if begin >= len(what) or what[begin].start >= end:
            return None, None
        inner = text[what[begin].start : end].rstrip(" .،")
        source = Span.of(text, what[first].start, what[last - 1].end)
        return source, Span(what[begin].start, what[begin].start + len(inner), inner)
    return None, None


def _tells(token: Token) -> bool:
    """Whether what was said begins here: «عن», «بأن», «حول»."""
    return token.text in _STOPS or token.norm in (
        "عن", "حول", "بشان", "ان", "بان", "من", "بخصوص", "والتي", "والذي", "انه", "انها", "بانه", "بانها",
    )  # fmt: skip


def _opening(tokens: Sequence[Token], k: int) -> int:
    """Where the clause of a denial begins: after the last comma, or at the conjunction."""
    for n in range(k - 1, -1, -1):
        if tokens[n].text in _STOPS:
            return n + 1
        if k - n > _MOST:
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
    behind = tokens[k + 1 : k + 1 + _MOST] if with_it else tokens[k + 1 : here]
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
    if named:
        return True
    if token.kind != "word" or set(token.proclitics) & set("بلكوس") or token.norm in _OPENERS:
        return False
    if token.norm in lexis.group("governing") or lexis.is_of(token, "temporal"):
        return False
    return token.definite or token.norm[-1:] != "ا"  # «مراراً», «نفياً تاماً»


def _printed(text: str, words: Sequence[Token]) -> str:
    """The printed name; '' where the words are none."""
    first = words[0] if words else None
    if first is None or len(words) > _MOST or first.enclitic or first.norm in _NOBODY:
        return ""
    return text[first.stem_start if first.proclitics else first.start : words[-1].end]
