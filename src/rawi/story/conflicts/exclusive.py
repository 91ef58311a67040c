"""What only one can have done, be or hold, told of two: who won, who holds a place, who is given a post, who is
behind a deed, what caused an accident.

1. relation   a word of lexicon/conflict_exclusive.tsv, or an accusation
2. of         what was won, held, done: the words behind it
3. who        its subject, whom an accusation names, or him who speaks («إنه هو الفائز»)
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rawi.arabic.analysis import Analysis
from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.arabic.words import tokens as tokens_of
from rawi.lexicon import table
from rawi.readers.attribution.conjugate import past, present
from rawi.records import Reading
from rawi.story.conflicts import lexis
from rawi.story.conflicts.acting import accused_words
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.clause import doubted, empty, finite, negates, passive
from rawi.story.conflicts.parties import party
from rawi.story.conflicts.quoted import Quoted
from rawi.story.conflicts.telling import of_old

BLAME = "did"
_ONE = {"appoint": "post", "behind": BLAME, "guilty": BLAME, "involved": BLAME}  # relations that say the same
_OF, _WHO, _BACK = 4, 6, 8  # words of a thing; of a subject; words between a post's holder and the post
_NEAR = 3  # words a clause opens with, among which a verb without a subject is of who speaks
_WISHED = 3  # words before a verb among which it is only wished for
_BARE = frozenset({"هو", "هي", "هم", "انه", "انها", "انهم", "بانه", "بانها"})
_WHO_DID = frozenset({"من", "الذي", "التي"})
_SAID = frozenset({"tell", "say", "affirm", "announce", "believe", "accuse", "promise"})
_PREDICATES = frozenset({"guilty", "involved"})
_POST = frozenset({"منصب", "رياسه", "وزاره", "قياده", "اداره", "حقيبه"})


@dataclass(frozen=True, slots=True)
class Seat(Quoted):
    """That one has done, is or holds something. `of`, `who`: the keys of the thing and of the party; `party`:
    its printed name; `outright`: by an accusation; `old`: it is told of a time well before the article."""

    relation: str
    of: tuple[str, ...]
    who: tuple[str, ...]
    party: str
    scene: tuple[str, ...]
    outright: bool
    old: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A row of the lexicon, its words folded."""

    name: str
    question: tuple[str, str]
    behind: frozenset[str]


@cache
def relations() -> dict[str, Relation]:
    """Every relation by name."""
    return {
        r["relation"]: Relation(
            r["relation"], (r["question_ar"], r["question_en"]),
            frozenset(fold(w) for w in r["behind"].split()),
        )
        for r in table("conflict_exclusive")
    }  # fmt: skip


@cache
def _words() -> dict[str, tuple[str, bool]]:
    """Folded word -> its relation, and whether it is a verb."""
    found: dict[str, tuple[str, bool]] = {}
    for row in table("conflict_exclusive"):
        for word in row["nouns"].split():
            found.setdefault(fold(word), (row["relation"], False))
        for pair in row["verbs"].split():
            perfect, _, imperfect = pair.partition("/")
            for form in (*past(perfect), *present(imperfect)):
                found.setdefault(form.word, (row["relation"], True))
    return found


def seats(reading: Reading, analysis: Analysis, claims: Sequence[Claim]) -> tuple[Seat, ...]:
    """Everything in an article's claims that only one can have done, be or hold."""
    out: list[Seat] = []
    lead = lexis.words(_lead(reading, analysis))
    for claim in claims:
        if claim.act not in _SAID or claim.negative:
            continue
        first, last = analysis.first_token_at(claim.start), analysis.first_token_at(claim.end)
        if first and analysis.tokens[first - 1].end > claim.start:
            first -= 1
        tokens = analysis.tokens[first:last]
        if claim.act == "accuse":
            by = next((s for s in reading.statements if s.id == claim.record), None)
            name = accused_words(by, reading.article.text)
            stands = any(n.text in name for n in reading.names) or any(
                lexis.is_of(t, "actor") for t in tokens_of(name)
            )
            cue = tokens_of(by.cue.text) if by is not None and by.cue is not None else ()
            described = any(t.enclitic for t in tokens_of(name))  # «جارتها الخليجية»
            if passive(cue) or not stands or described or any(lexis.is_of(t, "condemn") for t in cue):
                continue
            made = _accused(claim, tokens, name)
        else:
            names = [n for n in reading.names if claim.start <= n.start < claim.end]
            inside = {t.start for t in tokens for n in names if n.start <= t.stem_start < n.end}
            people = [(n.start, n.end) for n in names if n.type == "person"]
            made = _told(claim, tokens, people, inside)
        if made is not None:
            scene = tuple(dict.fromkeys((*made.scene, *lead)))
            out.append(replace(made, scene=scene, old=of_old(reading, analysis, claim.start)))
    return tuple(out)


def _lead(reading: Reading, analysis: Analysis) -> Sequence[Token]:
    """The words of the first sentence of the body, which says what the article is about."""
    first = next((p.start for p in reading.article.body), 0)
    found = next((s for s in analysis.sentences if s.start >= first), None)
    return analysis.tokens[found.first : found.last] if found is not None else ()


def _told(
    claim: Claim, tokens: Sequence[Token], people: Sequence[tuple[int, int]], named: Container[int]
) -> Seat | None:
    for k, token in enumerate(tokens):
        if token.kind != "word":
            continue
        found = next((_words()[w] for w in _spelled(token) if w in _words()), None)  # 1.
        if found is None or _doubted(tokens, k) or any(negates(tokens, n) for n in range(k)):
            continue
        if any(lexis.is_of(t, "wish") for t in tokens[max(0, k - _WISHED) : k]):
            continue  # «يجب أن يفوز»
        relation, verb = found
        if verb and not finite(tokens, k) and not (k and tokens[k - 1].norm in _WHO_DID):
            continue  # «قدرته على شن هجوم»
        if "س" in token.proclitics and _ONE.get(relation) == BLAME:
            continue  # «سينفذ إغلاق الموقع»: nobody is to blame
        if token.definite and (verb or relation in _PREDICATES):
            continue  # «المسؤولون عن الملف»: their office
        parts = _PARTS.get(relation, _subject_of)(tokens, k, relation, people)
        if parts is None:
            continue
        of, who = parts
        keys = lexis.words([t for t in of if not empty(t)])
        if any(lexis.is_of(t, "wrongdoing") for t in of[:1]):
            continue  # «يرتكبون خطأ جسيماً»: many do
        if any(t.norm in lexis.group("own") for t in who):
            continue  # «بلاده مسؤولة عن …»: his of whom it is said, or his who is spoken to
        words = [t for t in who if t.kind == "word" and not lexis.is_of(t, "temporal")]
        if relation != "cause" and not any(t.start in named or lexis.is_of(t, "actor") for t in words):
            words = []  # «وذلك إثر عملية نفذها»: nobody
        mine = frozenset(party(words) or lexis.words(words))
        text = " ".join(t.text for t in words)
        near = k <= _NEAR and any(t.norm in _BARE or t.enclitic for t in (*tokens[:2], *who))
        if not mine and near:
            mine, text = party(claim.name), claim.name
        if keys and mine:
            return _seat(claim, _ONE.get(relation, relation), keys, mine, text)
    return None


def _doubted(tokens: Sequence[Token], k: int) -> bool:
    """As `doubted`, but «فلان، الذي سيتولى المنصب» tells of him."""
    last = next((n + 1 for n in range(k - 1, -1, -1) if tokens[n].norm in _WHO_DID), 0)
    return doubted(tokens[last:], k - last)


def _spelled(token: Token) -> tuple[str, ...]:
    """The ways a word may stand in the lexicon; «يتولاه» is «يتولى» with a pronoun."""
    bare = token.stem.removesuffix("ها").removesuffix("اه") if token.stem[-2:] in ("اه", "ها") else ""
    return (token.stem, token.norm, token.base, *((f"{bare.removesuffix('ا')}ي",) if bare else ()))


def _accused(claim: Claim, tokens: Sequence[Token], name: str) -> Seat | None:
    keys = lexis.words([t for t in tokens if not empty(t)])[: _OF + 1]
    if not claim.accused or not keys:
        return None
    return _seat(claim, BLAME, keys, frozenset(claim.accused), name)


def _seat(claim: Claim, relation: str, of: Sequence[str], who: frozenset[str], text: str) -> Seat:
    return Seat(
        claim.article, claim.start, claim.end, claim.text, claim.holder, claim.name, relation,
        tuple(dict.fromkeys(of)), tuple(sorted(who)), text, claim.scene, claim.act == "accuse",
    )  # fmt: skip


Parts = tuple[Sequence[Token], Sequence[Token]] | None


def _subject_of(
    tokens: Sequence[Token], k: int, relation: str, people: Sequence[tuple[int, int]]
) -> Parts:
    """«فاز المرشح فلان بالانتخابات», «الجيش سيطر على المصنع», «هو الفائز بالانتخابات»: what stands behind the
    particle, and who before the word or between the two."""
    behind = relations()[relation].behind
    here = next(
        (n for n in range(k + 1, min(len(tokens), k + 1 + _WHO))
         if tokens[n].norm in behind or (set(tokens[n].proclitics) & behind)),
        None if behind else k + 1,
    )  # fmt: skip
    if here is None or here >= len(tokens):
        return None
    start = here + 1 if tokens[here].norm in behind else here
    of = _phrase(tokens, start)
    who = _before(tokens, k)
    if any(t.norm in _WHO_DID for t in who):  # «من نفذ الهجوم هو الفصيل»
        him = next((n for n in range(k + 1, len(tokens)) if tokens[n].norm in _BARE), None)
        return (of, tokens[him + 1 : him + 1 + _WHO]) if of and him is not None else None
    if behind and not _named(who):
        who = tokens[k + 1 : here]
    return (of, who) if of else None


def _post(
    tokens: Sequence[Token], k: int, relation: str, people: Sequence[tuple[int, int]]
) -> Parts:
    """«يتولى فلان منصب المدير», «عين فلان وزيراً للمال»: the person named last before the post, or its holder
    behind «سيتولاه»."""
    office = next(
        (n for n in range(k + 1, min(len(tokens), k + 1 + _BACK)) if tokens[n].base in _POST), None
    )
    if office is None and relation == "appoint":
        office = next(
            (n for n in range(k + 2, len(tokens))
             if lexis.is_of(tokens[n], "office") and _indefinite(tokens, n)), None,
        )  # fmt: skip
    before = office is None and relation == "post"
    if before:  # «منصب المدير سيتولاه فلان»
        office = next((n for n in range(k) if tokens[n].base in _POST), None)
    if office is None:
        return None
    start = office + 1 if tokens[office].base == "منصب" else office
    of = _phrase(tokens, start, until=k if before else len(tokens))
    low = tokens[k].start if before else tokens[0].start
    high = tokens[-1].end if before else tokens[office].start
    named = [p for p in people if low <= p[0] < high]
    if not named:
        return None
    a, b = named[-1]
    return of, [t for t in tokens if a <= t.stem_start < b]


def _cause(
    tokens: Sequence[Token], k: int, relation: str, people: Sequence[tuple[int, int]]
) -> Parts:
    """«سبب الحادث عطل في المحرك», «سبب الحادث هو عطل …»."""
    if k + 2 >= len(tokens) or not tokens[k + 1].definite or tokens[k].proclitics or k > 1:
        return None
    stop = next((n for n in range(k + 1, len(tokens)) if not tokens[n].definite), len(tokens))
    return tokens[k + 1 : stop], [t for t in tokens[stop:] if t.norm not in _BARE and not empty(t)]


_PARTS = {"post": _post, "appoint": _post, "cause": _cause}


def _indefinite(tokens: Sequence[Token], n: int) -> bool:
    """«وزيراً للمال», «رئيسة للحكومة»."""
    after = tokens[n + 1 : n + 2]
    plain = not tokens[n].definite and not tokens[n].proclitics
    return plain and bool(after) and ("ل" in after[0].proclitics or tokens[n].norm[-1:] == "ا")


def _phrase(tokens: Sequence[Token], start: int, until: int | None = None) -> list[Token]:
    """The words of a thing: up to a mark, a preposition, or the clause's end."""
    out: list[Token] = []
    last = len(tokens) if until is None else until
    for n in range(start, min(last, start + _OF)):
        token = tokens[n]
        if token.kind == "mark":
            break
        if out and token.norm in lexis.group("governing") and token.norm != "علي":
            break  # «الهجوم على القاعدة»
        if out and set(token.proclitics) & set("بف"):
            break
        out.append(token)
    return out


def _before(tokens: Sequence[Token], k: int) -> Sequence[Token]:
    """What stands before a verb in its clause: its subject, where the clause opens with it."""
    start = next((n + 1 for n in range(k - 1, -1, -1) if tokens[n].kind == "mark"), 0)
    return tokens[max(start, k - _WHO) : k]


def _named(tokens: Sequence[Token]) -> bool:
    return any(lexis.words([t]) for t in tokens if t.norm not in _BARE and not empty(t))
