"""Claims: the clauses of an article that somebody, a speaker or the outlet itself, holds to be so.

1. holders   each statement's content is its speaker's; what is left of a sentence the outlet's
2. clauses   cut at commas and semicolons, and before «وأن»; too short ones join the one before
3. poles     on which side of which opposition the clause stands                 poles.py
4. denials   what the clause says is not so, and the deeds that it says are       denials.py
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from rawi.arabic.analysis import Analysis, Token
from rawi.arabic.words import tokens as tokens_of
from rawi.records import Reading, Statement
from rawi.store.words import name_key
from rawi.story.conflicts import lexis
from rawi.story.conflicts.acting import accused, wish
from rawi.story.conflicts.acting import denies as denies_it
from rawi.story.conflicts.acting import refuses as refuses_it
from rawi.story.conflicts.asserted import blamed, claimed
from rawi.story.conflicts.clause import negates, passive
from rawi.story.conflicts.denials import denials, false_content
from rawi.story.conflicts.denied import Denial
from rawi.story.conflicts.poles import Pole, poles
from rawi.story.conflicts.quoted import Quoted
from rawi.story.states import states

LEAST = 4  # words of a clause: shorter ones say too little by themselves
LONGEST = 400  # tokens of one holder's words that are looked at
OFFICE = 4  # words of an office among which its state stands («قائد القوات الروسية في سوريا»)
CALLED = 2  # words that a clause opens with, among which it says what a thing is
_CUTS = frozenset("،,؛;.!؟?:…")
_ACTING = frozenset({"person", "place"})  # names that act for themselves; «القوات» are somebody's
_THAT = frozenset(
    {
        "وان",
        "وانه",
        "وانها",
        "وانهم",
        "كما",
        "فيما",
        "بينما",
    }
)
_FEARED = frozenset({"fear", "warn"})  # what is feared is not held to be so; the reasons given are


@dataclass(frozen=True, slots=True)
class Claim(Quoted):
    """One clause: who holds it, what it says is so, and what it says is not.

    `holder` is the key of the speaker's name, '' for the outlet itself; `around` are the stems of
    the whole statement or sentence, for words that the clause only points back to, `scene` those of
    the sentences and the title around it; `called` those it opens with, which say what a thing is;
    `denials` what it says is not so, `claimed` the keys of the deeds that it says are; `accused` the
    stems of who is accused, `blamed` those of what it says that somebody is behind; `dated` whether it
    names a day to come; `wish`: +1 it is what the speaker wants, -1 what he refuses; `none` is the class of
    things of which it says that there are none, or ''; `home` the states of its speaker's
    name or office; `record` is the statement's id, `said` the day of
    it where known (ISO), `negative` whether it denies anything or only supposes, `direct` whether these
    are the speaker's own words.
    """

    act: str
    record: str | None
    stems: tuple[str, ...]
    around: tuple[str, ...]
    scene: tuple[str, ...]
    poles: tuple[Pole, ...]
    called: tuple[str, ...]
    denials: tuple[Denial, ...]
    claimed: tuple[str, ...]
    accused: tuple[str, ...]
    blamed: tuple[str, ...]
    dated: bool
    wish: int
    none: str
    negative: bool
    said: str | None
    direct: bool
    home: tuple[str, ...] = ()
    ago: int | None = None  # days before the article of the last day of the past that it names


def claims(reading: Reading, analysis: Analysis) -> tuple[Claim, ...]:
    """The claims of one article, in text order."""
    out: list[Claim] = []
    tokens = analysis.tokens
    named = frozenset(
        s for n in reading.names if n.type in _ACTING for s in lexis.words(tokens_of(n.text)[:1])
    )
    title = lexis.words(tokens_of(reading.article.title.text)) if reading.article.title else []
    follows = frozenset(
        tokens[k].start
        for n in reading.names if n.type in _ACTING
        if (k := analysis.first_token_at(n.end)) < len(tokens)
    )  # fmt: skip
    inside = frozenset(
        t.start
        for n in reading.names if n.type != "person"
        for t in tokens[analysis.first_token_at(n.start) + 1 : analysis.first_token_at(n.end)]
    )  # fmt: skip
    homes = _homes(reading)
    for first, last, statement in _holders(reading, analysis):  # 1.
        whole = tokens[first : min(last, first + LONGEST)]
        feared = statement is not None and statement.act in _FEARED
        around = tuple(dict.fromkeys(lexis.words(whole)))
        scene = tuple(dict.fromkeys((*title, *_sentences(analysis, first, last))))
        for k, (a, b) in enumerate(_clauses(whole)):  # 2.
            made = _claim(
                reading, whole[a:b], around, scene, statement, named, inside, follows, k == 0, homes
            )
            if made is not None and feared and k == 0:  # only he who is feared to do it can deny it
                made = replace(made, poles=(), denials=(), claimed=(), wish=0, none="")
            if made is not None:
                out.append(made)
    return tuple(out)


def _holders(reading: Reading, analysis: Analysis) -> list[tuple[int, int, Statement | None]]:
    """Token ranges with the statement they are the content of, innermost statement last to speak."""
    starts = [t.start for t in analysis.tokens]
    found: list[tuple[int, int, Statement | None]] = []
    taken = [False] * len(starts)
    for s in sorted(reading.statements, key=lambda s: s.end - s.start):
        first, last = bisect_left(starts, s.start), bisect_left(starts, s.end)
        in_body = any(p.start <= s.start < p.end for p in reading.article.body)
        if in_body and first < last and not all(taken[first:last]):
            found.append((first, last, s))
        taken[first:last] = [True] * (last - first)
        for span in (s.cue, s.via):
            if span is not None:
                a, b = bisect_left(starts, span.start), bisect_left(starts, span.end)
                taken[a:b] = [True] * (b - a)
    areas = [(p.start, p.end) for p in reading.article.body]  # a title says again what they say
    for sentence in analysis.sentences:
        if not any(a <= sentence.start < b for a, b in areas):
            continue
        run = None
        for k in range(sentence.first, sentence.last + 1):
            free = k < sentence.last and not taken[k]
            if free and run is None:
                run = k
            elif not free and run is not None:
                found.append((run, k, None))
                run = None
    return sorted(found, key=lambda f: (f[0], f[1]))


def _sentences(analysis: Analysis, first: int, last: int) -> list[str]:
    """The stems of the sentences that hold these tokens."""
    held = [s for s in analysis.sentences if s.first < last and first < s.last]
    tokens = analysis.tokens[held[0].first : held[-1].last] if held else ()
    return lexis.words(tokens[:LONGEST])


def _clauses(tokens: tuple[Token, ...]) -> list[tuple[int, int]]:
    cuts = [0]
    for k, token in enumerate(tokens):
        if token.kind == "mark" and token.text in _CUTS:
            cuts.append(k + 1)
        elif (token.norm in _THAT or token.norm.lstrip("و").startswith("لكن")) and k - cuts[
            -1
        ] >= LEAST:
            cuts.append(k)
    cuts.append(len(tokens))
    out: list[tuple[int, int]] = []
    for a, b in pairwise(cuts):
        words = sum(t.kind != "mark" for t in tokens[a:b])
        if not words:
            continue
        if words < LEAST and out:
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def _claim(
    reading: Reading, tokens: tuple[Token, ...], around: tuple[str, ...], scene: tuple[str, ...],
    statement: Statement | None, named: frozenset[str], inside: frozenset[int],
    follows: frozenset[int], opening: bool, homes: dict[str, tuple[str, ...]],
) -> Claim | None:  # fmt: skip
    while tokens and tokens[-1].kind == "mark":
        tokens = tokens[:-1]
    while tokens and tokens[0].kind == "mark":
        tokens = tokens[1:]
    if not tokens:
        return None
    cue = tokens_of(statement.cue.text) if statement is not None and statement.cue else ()
    refuses = any(lexis.is_of(t, "refusal") for t in (*tokens[:1], *cue))
    act = statement.act if statement is not None else "tell"
    if statement is not None and act == "deny" and not denies_it(statement, reading.article.text):
        act = "say"
    denies = act == "deny" and opening and not refuses
    if act == "say" and any(lexis.is_of(t, "informs") for t in cue):
        act = "announce"  # «أفاد بإخلاء القرى» says that it is so, «تحدث عن إخلاء القرى» does not
    if refuses and act == "deny":
        act = "demand"  # «رفض الانسحاب» does not say that there was none
    by = statement.speaker if statement is not None and not passive(cue) else None
    name = (by.name or by.text or "") if by is not None else ""
    held = name_key(name)
    found = poles(
        tokens,
        holder=held,
        named=named,
        act=act if opening else "say",
        denied=denies,
        refused=opening and not lexis.is_of(tokens[0], "refusal") and refuses_it(statement),
        inside=inside,
    )  # 3.
    own = tuple(dict.fromkeys(lexis.words(tokens)))
    rumour = None if denies else false_content(tokens)
    denied = denials(
        tokens if rumour is None else rumour, denies or rumour is not None, bool(held)
    )  # 4.
    also = tokens[0].norm.startswith("وان")  # «وأن إخلاء القرى سيبدأ»: said as well
    condemned = any(lexis.is_of(t, "condemn") for t in cue)
    text = reading.article.text
    start, end = tokens[0].start, tokens[-1].end
    return Claim(
        reading.article.id, start, end, text[start:end], held, name, act,
        statement.id if statement is not None else None, own, around, scene, found,
        () if _of_charges(tokens) else _called(tokens), denied,
        tuple(sorted(claimed(tokens, act if opening or also else "", condemned, follows))),
        accused(statement, reading.article.text), blamed(tokens, act if opening else ""),
        _dated(reading, start, end), wish(statement, tokens, opening), _none(tokens),
        denies or rumour is not None or _unasserted(tokens),
        _said(statement), statement is not None and statement.form == "direct",
        homes.get(name, ()), _ago(reading, start, end),
    )  # fmt: skip


def _homes(reading: Reading) -> dict[str, tuple[str, ...]]:
    """The states that each speaker's name or his office is of, by his name."""
    said: dict[str, list[str]] = {}
    for n in reading.names:
        if n.role is not None:
            said.setdefault(n.text, []).append(" ".join(n.role.text.split()[:OFFICE]))
    for s in reading.statements:
        if s.speaker is not None and s.speaker.name:
            office = " ".join((s.speaker.text or "").split()[:OFFICE])
            said.setdefault(s.speaker.name, []).append(f"{s.speaker.name} {office}")
    return {name: tuple(sorted(states(tokens_of(" ".join(told))))) for name, told in said.items()}


def _called(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """The stems that the clause opens with, up to a negator."""
    last = next((k for k in range(len(tokens)) if negates(tokens, k)), len(tokens))
    return tuple(lexis.words(tokens[:last])[:CALLED])


def _dated(reading: Reading, start: int, end: int) -> bool:
    """Whether the words name a day after that of the article."""
    published = reading.article.published
    told = published.end if published is not None else None
    return told is not None and any(
        start <= t.start < end and t.date is not None and t.date.end is not None
        and t.date.end > told and t.type == "date"
        for t in reading.times
    )  # fmt: skip


def _unasserted(tokens: tuple[Token, ...]) -> bool:
    """Whether a clause denies something, opens as a condition or a question, or is of charges."""
    supposed = any(t.norm in lexis.group("conditional") for t in tokens[:3])
    return supposed or _of_charges(tokens) or any(negates(tokens, k) for k in range(len(tokens)))


def _ago(reading: Reading, start: int, end: int) -> int | None:
    """How many days before the article the last day of the past is that the words name."""
    published = reading.article.published
    if published is None or published.begin is None:
        return None
    told = [t for t in reading.times if start <= t.start < end and t.type in ("date", "time")]
    days = [t.date.end for t in told if t.date is not None and t.date.end is not None]
    past = [(published.begin - d).days for d in days if d <= published.begin]
    return min(past, default=None)


def _of_charges(tokens: tuple[Token, ...]) -> bool:
    """Whether a clause opens with a charge, of which it only speaks: «وصف الاتهام بـ"المسرحية"»."""
    first = next((t for t in tokens if t.kind == "word" and t.base not in ("ان", "بان")), None)
    return first is not None and lexis.is_of(first, "charge")


def _said(statement: Statement | None) -> str | None:
    days = statement.said if statement is not None else None
    return days.begin.isoformat() if days is not None and days.begin is not None else None


def _none(tokens: tuple[Token, ...]) -> str:
    """The class of things that «ليس لديه أي …» says there are none of."""
    for k in range(len(tokens) - 2):
        if not (negates(tokens, k) and lexis.is_of(tokens[k + 1], "existence")):
            continue
        for token in tokens[k + 2 : k + 5]:
            if token.proclitics or token.norm in lexis.group("governing"):
                break  # «عدم وجود رغبة لدى اللاجئين»: of something else
            for word in (token.norm, token.base):
                if word in lexis.things():
                    return lexis.things()[word]
    return ""
