"""Who did it to whom, around a verb: its subject and its object, where no ending tells them apart."""

from __future__ import annotations

from rawi.readers.attribution.nouns import plural
from rawi.readers.attribution.words import Words, bare, heads
from rawi.readers.happenings import roles
from rawi.readers.happenings.draft import Draft, Stretch
from rawi.readers.happenings.lexis import Telling, demonyms, naming, nouns, others, words_of
from rawi.readers.happenings.parting import masked, nominative, parted
from rawi.readers.happenings.standing import Stand
from rawi.readers.undertakings.clause import reports

HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
SPOKEN = frozenset({"SUPPORT", "REJECT", "ACCUSE", "THREATEN"})  # somebody's stand
GAP = 12  # tokens between a telling and the verb joined to it
_ALONE = frozenset({"YIELD", "PROTEST"})  # what nobody else suffers


def parties(
    words: Words, telling: Telling, stand: Stand, i: int, last: int, thing: int
) -> tuple[Stretch | None, Stretch | None]:
    """Actor and target; `thing` is the word that makes the verb an event. A number after a verb of harm
    counts its victims; a phrase that nobody heads is the target of a subject that is not printed."""
    if telling.own:
        return None, _object(words, telling, roles.phrase(words, i + 1, last))
    if telling.of("suffers"):  # «تعرض الفريق لإطلاق نار»
        whom = stand.subject or _cut(words, telling, roles.phrase(words, i + 1, last))
        return roles.agent(words, thing, last), whom
    if telling.bare_passive or vowelled_passive(words, i):
        whom = stand.subject or stand.object or roles.counted(words, i + 1, last)
        whom = whom or _cut(words, telling, roles.phrase(words, i + 1, last))
        if whom is not None and makes(words, telling, whom[0]):
            whom = None
        if whom is None and telling.objects:
            whom = roles.after(words, i + 1, last, others(telling.type))
        return roles.agent(words, i + 1, last), whom
    if telling.of("intransitive"):
        subject = stand.subject or roles.counted(words, i + 1, last)
        return subject or _cut(words, telling, roles.phrase(words, i + 1, last)), None
    suffered = telling.type in HARM or telling.passive or telling.type is None
    agent = None if not suffered else roles.agent(words, i + 1, last)
    victims = roles.counted(words, i + 1, last)
    if (
        telling.type in HARM and victims is not None
        and any(makes(words, telling, j) for j in range(*victims))
    ):  # fmt: skip
        victims = None  # «شنت عليها ثلاث غارات»
    if agent is not None:
        return agent, stand.object or stand.subject or victims or roles.phrase(words, i + 1, last)
    if stand.subject is not None and words.tokens[stand.subject[0]].base in nouns():
        return None, victims or roles.phrase(words, i + 1, last)  # «الهجوم الذي استهدف …»
    if stand.subject is not None:
        after = victims or roles.phrase(words, i + 1, last) or _accusative(words, i + 1, last)
        if telling.passive and after is not None and makes(words, telling, after[0]):
            after = None  # «المتهم أودع السجن»
        state = words.tokens[stand.subject[0]].proclitics and roles.seat(words, stand.subject[0])
        if telling.passive and after is None and not (roles.armed(words, stand.subject[0]) or state):
            return None, stand.subject  # but «للكويت التي طردت …»
        return stand.subject, _object(words, telling, after)
    if victims is not None and stand.object is None:
        return (None, victims) if telling.type in HARM or telling.passive else (victims, None)
    first = _cut(words, telling, roles.phrase(words, i + 1, last))
    of_them = first is not None and bool(words.tokens[first[0]].enclitic)
    if first is not None and of_them and words.tokens[first[0]].base in words_of("some"):
        return (first[0], first[0] + 1), None  # «أحرق بعضهم | إطارات»
    deed = first is not None and words.tokens[first[0]].base in nouns() and not (
        telling.type in HARM and roles.armed(words, first[0])  # «اغتالت مسيرة …»
    )
    if deed and first is not None and telling.type in HARM and not telling.objects:
        return _of_deed(words, first, last)  # «قتلت غارة إسرائيلية أمس | سبعة أشخاص»
    if deed:
        return None, None  # «استهدف هجوم …»: what happened, not who did it
    if stand.object is not None:
        return (first if first is not None and roles.acts(words, first[0]) else None), stand.object
    if first is not None and telling.of("come_out") and makes(words, telling, first[0]):
        return (first if heads(words.norm[first[0]], "human") or roles.armed(words, first[0]) else None), None
    if first is None or makes(words, telling, first[0]):
        return None, _suffered(words, telling, i, thing, last)
    if telling.of("aims") and not roles.acts(words, first[0]):
        actor, target = parted(words, first, surely=True)
        if target is not None:
            return actor, target
        other = roles.phrase(words, first[1], last)
        between = range(first[1], other[0] if other is not None else first[1])
        if other is not None and all(words.timed(j) for j in between):
            return first, other  # «استهدفت عبوة | مقر الحزب»
    if nominative(words, first[0]):
        actor, target = masked(words, first)
        if target is None and actor[1] == first[1] and telling.type in HARM:
            target = _object(words, telling, _behind(words, first[1], last))
        return (actor, target) if target is not None or not telling.passive else (None, actor)
    if telling.of("reaches") and parted(words, first)[1] is None and (
        roles.seat(words, first[0])
        or (words.norm[first[0]].endswith("ه") and not words.core[i].endswith("ت"))
    ):
        return None, first  # «غادر سوريا», «غادر القنصلية»
    if _subject_of(words, telling, first, thing):
        return first, None  # what the verb is about is named, so this does it: «أطلق عناصر …»
    if not roles.acts(words, first[0]) or _object_by_gender(words, first[0], i):
        return None, first
    if telling.type in SPOKEN and roles.seat(words, first[0]) and not words.core[i].endswith("ت"):
        return None, first
    cut, second = parted(words, first, surely=True)
    if second is not None:
        first, second = cut, roles.counted(words, second[0], last) or second
        if second[1] < last and makes(words, telling, second[1]):
            return first, None  # «أعلن الرئيس | حالة | الطوارئ»
    else:
        second = roles.counted(words, first[1], last) or roles.phrase(words, first[1], last)
        if second == (first[1] + 1, second[1] if second else 0) and words.definite(second[0]):
            second = None  # «المجموعة، الموالية لـ…، حملة»: of the subject
    if second is None:
        first, second = parted(words, first)
    if second is not None and roles.seat(words, second[0]) and (
        words.tokens[first[0]].base in words_of("land") and words.name[first[0]] is None
    ):
        first, second = (first[0], second[1]), None  # «العاصمة الفرنسية باريس»
    if second is None and telling.passive and not roles.armed(words, first[0]):
        if telling.type != "ASSAULT" and roles.seat(words, first[0]):
            return first, None  # «احتجزت إيران …»: a country is not arrested
        return None, first
    return first, None if telling.type in _ALONE else _object(words, telling, second)


def _suffered(words: Words, telling: Telling, i: int, thing: int, last: int) -> Stretch | None:
    """Whom a passive befell whose own word stands between: «أطلق سراح | تسعة», «عثر على | جثتي الطفلين»."""
    if not telling.passive or not telling.objects or thing <= i:
        return None
    if words.is_(thing - 1, "preposition"):
        return roles.phrase(words, thing, last)
    return _behind(words, thing + 1, last) if thing == i + 1 else None


def _of_deed(words: Words, first: Stretch, last: int) -> tuple[Stretch | None, Stretch | None]:
    """Who did it and whom it befell, where a deed is the subject: its people, what stands behind it."""
    j = first[0] + 1
    by = (j, j + 1) if j < last and bare(words.norm[j]) in demonyms() else None
    end = next((k for k in range(j, first[1]) if roles.numbered(words, k) or words.timed(k)), first[1])
    whom = _behind(words, end, last)
    return (by, whom) if whom is not None else (None, None)


def _behind(words: Words, i: int, last: int) -> Stretch | None:
    """The phrase that begins at token `i` itself, or behind a time."""
    found = roles.counted(words, i, last) or roles.phrase(words, i, last)
    return found if found is not None and all(words.timed(j) for j in range(i, found[0])) else None


def punished(words: Words, thing: int, last: int) -> Stretch | None:
    """Whom the penalty at token `thing` befalls: «بسجن | الوزير»."""
    known = naming(words, thing)
    if known is None or known.of != "target":
        return None
    end = thing + 1
    while end < last and (words.definite(end) or words.name[end] is not None) and not words.timed(end):
        end += 1  # «بسجن | الرئيس السابق NAME»: the masdar governs it
    return (thing + 1, end) if end > thing + 1 else _behind(words, thing + 1, last)


def vowelled_passive(words: Words, i: int) -> bool:
    """Whether the vowel of the passive is printed on the verb at token `i`: «قُتل»."""
    token = words.tokens[i]
    at = token.text.find("\u064f")
    return 0 < at <= len(token.text) - 2 and at <= 3 + (words.core[i] != words.norm[i])


def joined(words: Words, before: Draft, draft: Draft) -> bool:
    """Whether a verb joined to the one before has the same subject: «استدعت الحكومة سفيرها، وطردت القنصل».
    A verb of its object's gender may be passive («وقتلت امرأة»), and is not taken for one."""
    i, j = before.verb, draft.verb
    if i is None or j is None or before.actor is None or draft.target is None:
        return False
    anew = words.core[j] != words.norm[j] or words.core[j - 1] == "حيث"
    if not anew or words.stop[i] != words.stop[j]:
        return False
    if j - before.span[1] > GAP or any(
        reports(words, k) or words.is_(k, "relative") for k in range(before.span[1], j)
    ):
        return False
    they, she = words.core[j].endswith("وا"), words.core[j].endswith("ت")
    if she != words.core[i].endswith("ت") and not they:
        return False
    head = draft.target[0]
    if draft.hidden:
        return True  # «التقى نظيره»: whom he met is told, and he is the one before
    if they:
        return words.core[i].endswith("وا") or plural(words.norm[before.actor[0]])
    of = words.norm[head + 1] if roles.numbered(words, head) else words.norm[head]
    if she:
        return (roles.acts(words, head) or roles.numbered(words, head)) and not of.endswith(("ه", "ات"))
    return of.endswith("ه") and words.name[head] is None


def _object_by_gender(words: Words, j: int, i: int) -> bool:
    """Whether a feminine noun follows a masculine verb: the subject is not printed («زار القنصلية»)."""
    return (
        words.name[j] is None and words.norm[j].endswith("ه") and j == i + 1
        and not words.core[i].endswith("ت")
    )  # fmt: skip


def _subject_of(words: Words, telling: Telling, first: Stretch, thing: int) -> bool:
    """Whether a phrase stands between a verb and the word that makes it an event, and is no object."""
    norm = words.norm[first[0]]
    return (
        bool(telling.objects)
        and first[1] <= thing
        and not (
            roles.acts(words, first[0]) or (norm.endswith("ا") and not words.definite(first[0]))
        )
    )


def _accusative(words: Words, i: int, last: int) -> Stretch | None:
    """An object that its ending alone shows: «قتلوا | صياداً»."""
    while i < last and words.timed(i):
        i += 1
    if i < last and words.tokens[i].text.endswith(("اً", "ًا", "يا")) and not words.definite(i):
        return i, i + 1
    return None


def _cut(words: Words, telling: Telling, found: Stretch | None) -> Stretch | None:
    """A phrase up to the word that makes the verb an event («أطلق الجنود | النار»)."""
    if found is None:
        return None
    end = next((j for j in range(found[0] + 1, found[1]) if makes(words, telling, j)), found[1])
    alone = words.is_(found[0], "pointing", "quantity") or found[0] in words.figure
    alone = alone or words.norm[found[0]] in words_of("ranked")
    if alone and end == found[0] + 1 < found[1]:
        return None  # «بدأت هذه | الاحتجاجات», «شنت ثلاث | غارات»
    return found[0], end


def _object(words: Words, telling: Telling, found: Stretch | None) -> Stretch | None:
    """A phrase after the subject as the target; what only makes the verb an event («هجوماً») is none."""
    if found is not None and words.norm[found[0]] in words_of("thrown"):
        return None
    if found is None:
        return None
    people = telling.type in HARM and heads(words.norm[found[0]], "human")  # «فرقت | متظاهرين»
    if not people and any(makes(words, telling, j) for j in range(*found)[:2]):
        return None
    return found


def makes(words: Words, telling: Telling, j: int) -> bool:
    if telling.phase and words.norm[j] in words_of("lives"):
        return False  # «أنهى مسيرته»: what he did all his life
    forms = (words.norm[j], words.tokens[j].base, bare(words.core[j]))
    if any(form in telling.objects for form in forms):
        return True
    if not words.core[j].endswith(("ين", "ان")):
        return False
    two = words.core[j][:-2]  # «حكمين», «طائرتين»
    return two in telling.objects or (two.endswith("ت") and two[:-1] + "ه" in telling.objects)
