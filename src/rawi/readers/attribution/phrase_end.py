"""Where a content ends that is a noun phrase: before a clause of the writer's, which cannot be joined to it."""

from __future__ import annotations

from rawi.readers.attribution.draft import Draft
from rawi.readers.attribution.nouns import plural
from rawi.readers.attribution.tails import NO_VERBS
from rawi.readers.attribution.words import Words, bare, group, heads, masdar_like


def before_but(words: Words, draft: Draft) -> int:
    """Where a content that is a noun phrase ends at a clause of the writer's: «نفى التهمة، لكنه يواجه…».

    A clause cannot be joined to a noun phrase; behind a complementizer it may go on with what was said.
    """
    if words.norm[draft.start - 1] in ("ان", "بان") or draft.last is not None:
        return draft.end
    relative = False
    for k in range(draft.start, draft.end - 1):
        if words.norm[k] in "،," and words.core[k + 1].startswith("فان"):
            return k  # «وبما أن…، فإن»: the main clause
        if words.is_(k, "relative"):
            relative = True
        if words.is_(k, "complementizer") or words.quote[k] is not None:
            if k == draft.start or words.norm[k - 1] not in group("excepting"):
                return draft.end
            return k - 1
        if relative and words.norm[k - 1] not in "،,":
            continue  # «القرار الذي صدر لكنه لم ينفذ»
        named = words.core[k] == "مما" and words.tokens[k + 1].enclitic  # «مما أسماه»
        if (words.core[k] == "مما" and not named) or words.core[k].startswith("لكن"):
            return k
    return draft.end


def before_deed(words: Words, draft: Draft) -> int:
    """Where a content that is a noun phrase ends at what was done next («نفت ضلوعها وردت بطرد سفير»): at a
    perfect in ت or وا with «و», before which no clause stands that it might go on with."""
    for k in range(draft.start, draft.end - 1):
        core, norm = words.core[k], words.norm[k]
        if words.norm[k - 1] in "،," and besides(words, k):
            return k - 1  # «طلب توضيح الأمر، كما طرح مسألة أخرى»
        if words.is_(k, "relative", "complementizer", "circumstance") or words.quote[k] is not None:
            return draft.end
        if words.norm[k - 1] in "،," and _meanwhile(words, k, draft):
            return k - 1
        if norm == "وعلي" and words.norm[k + 1].startswith("اثر"):
            return k  # «اتهمه بالفشل وعلى إثر ذلك استقال»
        if draft.passage.place == "title" and _another_does(words, k):
            return k
        verb = _perfect(words, k)
        if verb and core == norm:
            return draft.end  # «غارة أصابت مدرسة وأوقعت»
        if verb and norm[0] == "و" and k > draft.start:
            return k - (words.norm[k - 1] in "،,")
    return draft.end


def next_deed(words: Words, draft: Draft) -> int:
    """Where «التي تقول إن… ورفعت دعوى» goes on with a deed of hers: at a perfect in the feminine with «و»."""
    if draft.cue is None or draft.cue.form.gender != "f":
        return draft.end
    for k in range(draft.start + 2, draft.end - 1):
        core = words.core[k]
        joined = core != words.norm[k] and words.norm[k][0] == "و" and words.name[k] is None
        if joined and len(core) > 3 and core.endswith("ت") and not core.endswith("ات"):
            return k
    return draft.end


def _another_does(words: Words, k: int) -> bool:
    """Whether «وموسكو تهدئ» begins at token `k`: what another does, joined to what one says."""
    name = words.name[k]
    if name is None or words.core[k] == words.norm[k]:
        return False
    after = words.at(name.end)
    if after >= len(words) or words.name[after] is not None:
        return False
    verb = words.norm[after]
    return verb[0] in "يت" and 3 < len(verb) < 7 and not verb.endswith("ه")


def _meanwhile(words: Words, k: int, draft: Draft) -> bool:
    """Whether a participle in the accusative stands at token `k` that tells what the speaker did meanwhile («،
    ممهلة موسكو حتى الثلاثاء»)."""
    norm = words.norm[k]
    if norm[0] != "م" or len(norm) < 5 or words.definite(k) or k + 1 >= len(words):
        return False
    if words.name[k] is not None and words.name[k].type == "person":
        return False  # «، مارين فلان، »
    j = k + 1 + (masdar_like(words.norm[k + 1]) and k + 2 < len(words))  # «متجاهلين طلب الوزير»
    governs = words.definite(j) or words.name[j] is not None
    form, subject = draft.cue.form, draft.subject
    head = bare(words.norm[subject.first]) if subject is not None else ""
    several = form.number == "p" or (plural(head) and not head.endswith("اء"))  # «القضاء» is one
    ending = "ين" if several else "ا" if form.gender == "m" else "ه"
    return governs and norm.endswith(ending) and not heads(norm, "human")


def besides(words: Words, k: int) -> bool:
    """Whether «كما» stands at token `k` with a verb behind it, and no phrase or clause that compares."""
    if words.norm[k] != "كما":
        return False
    plain = not words.is_(k + 1, "preposition", "particle", "complementizer", "thing")
    noun = words.definite(k + 1) or words.name[k + 1] is not None or words.mark(k + 1)
    return plain and not noun and words.core[k + 1] == words.norm[k + 1]


def _perfect(words: Words, k: int) -> bool:
    """Whether token `k` has the look of a perfect in the third person feminine or plural."""
    core = words.core[k]
    if words.name[k] is not None or words.definite(k) or len(core) < 3 or words.mark(k):
        return False
    return core.endswith("وا") or (core.endswith("ت") and not core.endswith("ات") and core not in NO_VERBS)
