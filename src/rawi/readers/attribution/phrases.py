"""The step of the walk at a noun phrase: it is the subject, whom the verb addresses, or what was said.

A noun phrase opens the content where the verb takes one as object and the subject is passed or hidden.
"""

from __future__ import annotations

from rawi.readers.attribution.ahead import clause_near
from rawi.readers.attribution.bounds import opposed
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import cue_at
from rawi.readers.attribution.nouns import Phrase, accusative, kind_of
from rawi.readers.attribution.objects import (
    accusative_plural,
    governs_quote,
    object_like,
    pointed,
    predicated,
    straight_gender,
)
from rawi.readers.attribution.opening import Frame
from rawi.readers.attribution.walk import Walk
from rawi.readers.attribution.words import Words, bare, group, heads, masdar_like

_ALL = group("whole") | {"الجميع", "الكل"}  # whom one calls on
ISSUE = 14  # tokens of a clause that tells who issued a document
_JUDGING = frozenset({"اعتبر"})  # its object is judged by what follows: «اعتبر ذلك دليلاً على…»


def at_phrase(walk: Walk) -> Frame | None:
    """Steps 3 and 4 at a noun phrase."""
    words, j, verb = walk.words, walk.j, walk.cue.verb
    norm = words.norm[j]
    walk.prepositional = False
    other = cue_at(words, j)
    kind = kind_of(words, j)
    if other is not None and other.verb.past == "خاطب" and walk.subject is not None:
        addressee = noun_phrase(words, j + 1, walk.stop, verb)  # «وقال مخاطبا موسكو "…"»
        walk.j = addressee.last if addressee is not None else j + 1
        return None
    renews = verb.sure == "renew" and heads(norm, "renewable")
    if (
        other is not None
        and kind == "noun"
        and not renews
        and (other.form.shape != "past" or other.conjunction or j == walk.cue.index + 1)
    ):
        walk.over = True
        return None
    takes_object = "np" in verb.takes and verb.sure != "weak"
    if verb.sure == "renew" and (
        not heads(norm, "renewable") or words.norm[j - 1] in ("هذا", "هذه")
    ):
        takes_object = False
    behind = range(j + 1, min(j + 4, walk.stop - 1))
    if any(words.norm[k] in "،," and words.norm[k + 1] in verb.prepositions for k in behind):
        takes_object = False  # «كشف تقرير، نشره المعهد، عن»
    if walk.cue.object and verb.act == "deny":
        takes_object = False  # «ينفيها الرئيس»
    if verb.past == "اعتبر" and walk.subject is None and walk.phrases == 0 and walk.finite:
        takes_object = False  # «ويعتبر اللعب هناك حلماً»: nobody's opinion
    aside = words.norm[j - 1] in "،," and walk.subject is not None
    aside = aside and words.is_(walk.subject.last + 1, "relative")
    if aside and verb.past == "اعتبر" and walk.cue.form.shape == "present":
        walk.over = True  # «ويعتبر الحزب، الذي حكم سنين، الأقوى»: a passive
        return None
    manner = norm[-1] == "ا" and words.name[j] is None and kind in ("noun", "human")
    manner = manner and not words.tokens[j].enclitic  # «زعيمها»
    manner = manner and (accusative(norm) or heads(norm[:-1], "human"))
    if manner and walk.finite and walk.subject is None and not words.definite(j):
        if walk.cue.object and "pronoun" in verb.traits:
            return Frame(walk.cue, "object", j, j, None, None)  # «اعتبرته هجوما»
        if kind == "human":
            walk.j += 1  # «وأوضح متحدثا للصحيفة أن»
            return None
    named = (
        walk.subject is None and walk.finite and noun_phrase(words, j, walk.stop, verb) is not None
    )
    if verb.act == "promise" and norm[-1] == "ا":
        takes_object = False  # «الأوفر حظا»
    if kind == "thing" and heads(norm, "mute") and walk.subject is not None and masdar_like(bare(norm)):
        kind = "noun"  # «نفت الوزارة الاتفاق مع»
    judged = verb.sure == "deed" and kind == "noun" and _judged_thing(walk)
    refused = verb.sure == "stance" and walk.subject is not None and not walk.governed() and _deed(norm)
    if (
        takes_object
        and (masdar_like(norm) or opposed(verb, norm) or refused or judged)
        and not (
            named
            and verb.sure != "stance"
            and norm not in group("masdar")
            and not governs_quote(words, j)
        )
        and (kind in ("noun", "thing") or (walk.subject is not None and kind != "person"))
    ):
        return Frame(walk.cue, "object", j, j, None, walk.subject)
    if kind == "thing" and takes_object and j == walk.cue.index + 1:
        walk.over = True  # «نفى ذلك»
        return None
    if kind == "thing" and verb.act == "deny" and words.norm[j] in ("ذلك", "هذا") and words.mark(j - 1):
        walk.over = not pointed(words, j + 1)  # «نفى الوزير، في اتصال، ذلك جملة»
        if walk.over:
            return None
    judged = verb.past in _JUDGING and words.norm[j] in ("ذلك", "هذا")
    if (
        kind == "thing"
        and walk.subject is not None
        and takes_object
        and (judged or not words.mark(j - 1))
    ):
        walk.over = True
        shown = verb.act in ("deny", "accuse", "affirm") and pointed(words, j + 1)
        shown = shown or (verb.past in _JUDGING and predicated(words, j + 1))
        return Frame(walk.cue, "object", j, j, None, walk.subject) if shown else None
    if walk.finite and walk.subject is None and walk.phrases == 0:
        phrase = noun_phrase(words, j, walk.stop, verb)
        if phrase is not None and walk.cue.form.number == "p" and j == walk.cue.index + 1:
            if takes_object or ("np" in verb.takes and _deed(norm)):
                return Frame(walk.cue, "object", j, j, None, None)
            walk.phrases, walk.j = 1, phrase.last  # «طلبوا الخضوع»: a plural has its subject before it
            return None
        if phrase is not None and "obj" in verb.takes and _addressed(walk, phrase):
            walk.phrases, walk.object, walk.j = 1, j, phrase.last  # «ودعا اللبنانيين إلى…»: the object
            return None
        if phrase is not None:
            if takes_object and _is_object(walk, phrase):
                return Frame(walk.cue, "object", j, j, None, None)
            walk.subject, walk.phrases, walk.j = phrase, 1, phrase.last
            if phrase.kind == "document" and not words.definite(phrase.first):
                walk.j = walk.issued = _past_issue(walk, phrase.last)
            name = words.name[phrase.last - 1]
            if name is not None and words.at(name.end) > phrase.last:  # parted: subject and object
                walk.phrases, walk.object, walk.j = 2, phrase.last, words.at(name.end)
            return None
        walk.unread = walk.unread or norm[-1:] != "ا"
    elif (
        (
            takes_object
            and verb.sure not in ("deed", "stance")
            and (verb.act != "promise" or _deed(norm))
            and kind != "person"
            and (walk.subject is not None or j == walk.cue.index + 1)
        )
        and not clause_near(words, j, walk.stop, verb)
        and not _behind_title(walk)
        and (object_like(words, j) or (verb.act == "deny" and heads(norm, "denied")))
    ):
        return Frame(walk.cue, "object", j, j, None, walk.subject)
    if walk.phrases > 1 and _called_to(walk):
        return Frame(walk.cue, "object", j, j, None, walk.subject)
    if not walk.finite and "obj" not in verb.takes:
        walk.over = True  # a participle has no subject of its own to be passed
    if walk.object is None:
        walk.object = j
    walk.phrases += 1
    walk.j += 1
    return None


def _judged_thing(walk: Walk) -> bool:
    """Whether the present word is what somebody printed before it judges («أدانت المنظمة سجل الحكومة»): a
    thing, made definite by the article, a pronoun or the word it governs."""
    words, j, subject = walk.words, walk.j, walk.subject
    if subject is None or not subject.speaks or walk.governed() or words.name[j] is not None:
        return False
    if j > subject.last + 1 or words.norm[j][-1] == "ا" or words.core[j] != words.norm[j]:
        return False
    if words.definite(j) or words.tokens[j].enclitic:
        return not words.norm[j].endswith(("ي", "يه"))
    return j + 1 < walk.stop and (words.definite(j + 1) or words.name[j + 1] is not None)


def _called_to(walk: Walk) -> bool:
    """Whether a deed straight behind whom a verb calls on is what he is called to do («ناشد المدير السكان
    التبرع بالدم»)."""
    words, j, verb = walk.words, walk.j, walk.cue.verb
    if verb.act != "demand" or "obj" not in verb.takes or walk.governed() or not words.definite(j):
        return False
    if not (words.definite(j - 1) or words.name[j - 1] is not None or words.tokens[j - 1].enclitic):
        return False  # «حقوق الإنسان»
    return _deed(words.norm[j])


def _deed(norm: str) -> bool:
    """Whether a definite word is a deed and no adjective («الالتزام»)."""
    return masdar_like(bare(norm)) and not norm.endswith(("ي", "ه"))


def _past_issue(walk: Walk, i: int) -> int:
    """Index behind the clause at `i` that tells who issued a document («وثيقة صادرة عن المحافظ،»)."""
    words = walk.words
    if i + 2 >= walk.stop or words.norm[i] not in group("issued"):
        return i
    first = i + 1 + (words.norm[i + 1] == "عن")
    phrase = noun_phrase(words, first, walk.stop)
    behind = first
    while behind < walk.stop and (words.timed(behind) or words.timed(behind + 1)):
        behind += 1  # «صدر في مايو الماضي»
    if phrase is None and behind > first:
        return behind
    if phrase is None:  # «صادرة عن …،»: a name that was not read
        for k in range(first, min(walk.stop - 1, i + ISSUE)):
            if words.norm[k] in "،,":
                return k + 1
            if words.is_(k, "complementizer"):
                break
        return i
    last = phrase.last
    while last < walk.stop and (words.norm[last] in '"»”' or _of_origin(words, last)):
        last += 1  # «نشره معهد "كذا" الأميركي»
    return last + (last < walk.stop and words.norm[last] in "،,")


def _of_origin(words: Words, i: int) -> bool:
    """Whether a definite adjective of origin stands at `i`."""
    return words.norm[i].startswith("ال") and words.norm[i].endswith(("ي", "يه"))


def _behind_title(walk: Walk) -> bool:
    """Whether the present word is the adjective of a subject that ends in a title in marks («شركة "كذا"
    المتخصصة في…») or before a comma («الشبكة، التابعة لمعهد كذا، »)."""
    words, j, subject = walk.words, walk.j, walk.subject
    if subject is None or not words.definite(j):
        return False
    if subject.last == j - 1 and words.norm[j - 1] in "،," and j + 1 < walk.stop:
        return words.norm[j].endswith("ه") and words.tokens[j + 1].proclitics[:1] == ("ل",)
    if subject.last != j or words.norm[j - 1] not in '"»”':
        return False
    return words.norm[j].startswith("الم") and words.norm[j].endswith("ه")


def _addressed(walk: Walk, phrase: Phrase) -> bool:
    """Whether the phrase straight after a verb is whom it addresses and not its subject: it stands in
    the accusative, or the verb does not agree with it («وطالبت رئيس الوزراء بـ…», «ودعا إيران إلى…»)."""
    words, form = walk.words, walk.cue.form
    if accusative_plural(words, phrase.first) or words.norm[phrase.first] in _ALL:
        return True
    if words.is_(walk.cue.index + 1, "with_pronoun") and heads(words.norm[phrase.first], "crowd"):
        return True  # «منشورات دعت فيها سكان القطاع إلى»
    if form.number != "s" or form.gender not in ("m", "f"):
        return False
    return straight_gender(words, phrase) not in (None, form.gender)


def _is_object(walk: Walk, phrase: Phrase) -> bool:
    """Whether the first noun phrase after the verb is its object and the subject is hidden."""
    if phrase.kind != "noun" or walk.cue.verb.sure in ("deed", "stance"):
        return False
    k = phrase.last
    while k < walk.stop and (walk.words.norm[k] in "،," or walk.words.timed(k)):
        k += 1
    leads = k < walk.stop and masdar_like(walk.words.norm[k])
    return not leads and not clause_near(walk.words, phrase.last, walk.stop, walk.cue.verb)
