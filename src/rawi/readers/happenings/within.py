"""Who did it to whom, around the noun that names an event."""

from __future__ import annotations

from rawi.readers.attribution.words import Words, bare
from rawi.readers.happenings import roles
from rawi.readers.happenings.draft import Stretch
from rawi.readers.happenings.lexis import demonyms, happened, others, words_of

OTHER_WITHIN = 4  # tokens from the noun and its idafa to «بين», «مع», «على»
_BETWEEN = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT"})


def parties_of(
    words: Words, i: int, last: int, whole: int, kind: str | None, of: str, done: bool
) -> tuple[Stretch | None, Stretch | None, int]:
    """Actor, target and the token after what tells of them: «بين A وB», «مع B», «A على B», idafa.

    After «تم» (`done`) anything may be the target.
    """
    if words.core[i] in happened():
        of = "actor" if words.tokens[i].enclitic else of  # «القمة التي عقدها …», «هجوم شنه …»
    elif of == "target" and words.tokens[i].enclitic:  # «إحراقها»
        by = roles.agent(words, i + 1, last)
        return by, None, by[1] if by is not None else i + 1
    beside = roles.phrase(words, i + 1, last) if of else None
    named = words.core[i] not in happened()
    if beside is not None and words.name[beside[0]] is None and not words.definite(beside[0]):
        verb = words.core[beside[0]]
        if len(verb) > 3 and verb.endswith("ت") and not verb.endswith(("ات", "يت")):
            beside = None  # «عمليات اغتيال | طالت …»
    if named and kind == "CONSULT" and beside is not None and roles.seat(words, beside[0]):
        beside = None  # «محادثات جنيف»: where
    if of == "target" and (done or words.tokens[i].base in words_of("struck_down")):
        beside = roles.counted(words, i + 1, last) or beside
    if beside is not None and not (done and of == "target") and not roles.acts(words, beside[0]):
        beside = beside if roles.numbered(words, beside[0]) else None
    actor = beside if of == "actor" else None
    if actor is None and kind == "ASSAULT" and i + 1 < last and national(words, i + 1):
        actor = beside = (i + 1, i + 2)  # «الضربات الفرنسية»
    target = beside if of == "target" else None
    if of == "target" and target is not None and not done:
        actor, target = _of_subject(words, target)
    meets = kind == "CONSULT" and words.tokens[i].base not in words_of("visits")
    if meets and actor is not None and words.tokens[i].enclitic and named:  # «لقائه وزير الخارجية»
        actor, target = None, actor
    elif meets and actor is not None:  # «لقاء الرئيس ورئيس الحكومة»
        actor, target = roles.pair(words, actor[0], whole) or (actor, None)
        beside = target or actor
    end = beside[1] if beside else i + 1
    by = roles.agent(words, end, last)
    if by is not None:
        return by, target, by[1]
    for j in range(end, min(last, end + OTHER_WITHIN)):
        at_a_time = words.core[j] == "في" and words.timed(j + 1)
        if at_a_time or (words.timed(j) and words.norm[j] not in ("،", ",")):
            continue  # «لقاء مساء الاثنين بين …»
        if words.mark(j) or words.is_(j, "relative", "complementizer"):
            break
        if words.core[j] == "بين" and kind in _BETWEEN:
            pair = roles.pair(words, j + 1, whole)
            return (*pair, (pair[1] or pair[0])[1]) if pair is not None else (actor, target, end)
        if bare(words.norm[j - 1]) in words_of("owing"):
            break  # «مقاتلات تابعة للتحالف»
        if words.core[j] in words_of("since") or words.core[j] in words_of("occasion"):
            break  # «مواجهات إثر هجوم …»
        if words.core[j] != words.norm[j] and words.tokens[j].enclitic:
            break  # «هجماتها وتحريضها على …»
        upon = kind == "ASSAULT" and not (of == "target" and target is not None)
        upon = upon and words.tokens[j].base not in ("اكثر", "اقل", "مده", "فتره")
        if upon and words.tokens[j].proclitics[:1] == ("ل",) and not words.timed(j):
            rest = roles.phrase(words, j + 1, last)
            other = (j, rest[1] if rest is not None and rest[0] == j + 1 else j + 1)
            bare_noun = named and end == i + 1 and not words.tokens[i].enclitic
            if actor is None and bare_noun and words.definite(j) and roles.fights(words, j) and (
                words.tokens[i].base not in words_of("upon_whom")
            ):  # fmt: skip
                actor, end = other, other[1]  # «هجوم للقوات على مواقع …»
                continue
            return actor, other, other[1]
        if words.core[j] in others(kind) and not (of == "target" and target is not None):
            other = roles.after(words, j, last, (words.core[j],))
            if other is not None and (
                kind == "ASSAULT" or roles.acts(words, other[0]) or roles.numbered(words, other[0])
            ):
                return actor, other, other[1]
            break
    return actor, target, end


def _of_subject(words: Words, found: Stretch) -> tuple[Stretch | None, Stretch]:
    """Who did it and to whom, where ل brings a masdar's object behind its subject («احتلال فارس | لبابل»)."""
    for j in range(found[0] + 1, found[1]):
        if words.tokens[j].proclitics[:1] == ("ل",) and words.definite(j):
            return (found[0], j), (j, found[1])
    return None, found


def national(words: Words, j: int) -> bool:
    """Whether token `j` is the adjective of a country or a people."""
    return words.definite(j) and bare(words.norm[j]) in demonyms()
