"""The noun phrase that speaks: where it begins, how far it runs, and what it is.

An Arabic noun phrase is a chain of nouns that a definite one closes (idafa), with adjectives after it,
prepositional phrases inside titles («الباحث في الشأن…»), a person's name after a title, and names or
titles in apposition between commas. `noun_phrase` walks along it, token by token.
"""

from __future__ import annotations

from dataclasses import dataclass

from rawi.readers.attribution.cues import Verb, cue_at, read_word
from rawi.readers.attribution.words import (
    Words,
    bare,
    group,
    heads,
    masdar_like,
    without_conjunction,
)

LONGEST = 34  # tokens; titles with three appositions in ANT reach 28


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first:last`. `kind` is what heads it: person, human, body, document, name, thing, noun."""

    first: int
    last: int
    kind: str

    @property
    def speaks(self) -> bool:
        """Whether its head can speak at all."""
        return self.kind in ("person", "human", "body", "document", "name")


# «هذه الرابطة»: the noun after the demonstrative is the head.
_POINTING = frozenset({"هذا", "هذه", "هولاء", "تلك", "ذلك", "وهذه", "وهذا"})


def kind_of(words: Words, i: int) -> str:
    """What a noun phrase that begins at token `i` is, from its first word."""
    norm = words.norm[i]
    if norm in _POINTING and i + 1 < len(words) and words.definite(i + 1):
        return kind_of(words, i + 1)
    if words.is_(i, "thing", "relative") or heads(norm, "mute"):
        return "thing"
    name = words.name[i]
    if name is None and words.core[i] in words.person_words and not heads(norm, "human"):
        return "person"  # part of a person's name that stands elsewhere in full
    if name is not None and name.start <= words.tokens[i].start + 2:
        return "person" if name.type == "person" else "name"
    if words.quote[i] is not None and i + 1 < len(words):
        return "name"
    if norm in ("د", "م", "ا") and i + 1 < len(words) and words.norm[i + 1] == ".":
        return "human"
    for kind in ("human", "body", "document"):
        if heads(norm, kind):
            return kind
    if norm[-1:] == "ا" and heads(norm[:-1], "human", conjunction=False):
        return "human"  # the accusative after «إلا أنّ»: «ناطقا»
    if words.tokens[i].enclitic and heads(words.tokens[i].base, "human"):
        return "human"  # «مراسلنا», «محاميه»
    if heads(norm, "medium"):
        return "body"
    if len(norm) > 6 and norm.startswith("ال") and norm.endswith(("ون", "يين")):
        return "human"  # «السعوديون»
    if i + 1 < len(words) and norm in group("quantity") and heads(words.norm[i + 1], "human"):
        return "human"
    return "noun"


def starts_phrase(words: Words, i: int) -> bool:
    """Whether token `i` can be the first word of a noun phrase."""
    if i >= len(words) or words.tokens[i].kind == "latin":
        return i < len(words)
    norm = words.norm[i]
    if words.mark(i):
        return words.quote[i] is not None
    if norm[0].isdigit() or norm.startswith(("بال", "كال", "لل")):
        return False
    name = words.name[i]
    if name is not None and name.start < words.tokens[i].start:
        return False  # inside a name
    if words.tokens[i].enclitic and norm in group("occasion"):
        return False  # «حديثه» is what is being ended, not who speaks
    if words.is_(
        i, "complementizer", "preposition", "adverb", "particle", "circumstance", "relative"
    ):
        return False
    if words.timed(i) and words.name[i] is None:
        return False
    clitics = words.tokens[i].proclitics
    if (
        ("ل" in clitics or "ب" in clitics or "ك" in clitics)
        and norm not in group("human")
        and (norm.startswith("لل") or norm not in group("body"))
    ):
        return name is not None and name.start == words.tokens[i].start
    return True


def noun_phrase(words: Words, start: int, limit: int, verb: Verb | None = None) -> Phrase | None:
    """The noun phrase that begins at `start` and ends before `limit`, or None.

    1. A first word that can open one.
    2. Word by word: names whole; the rest of an idafa; adjectives; coordination; prepositional phrases
       inside a title. Stops at a complementizer, a colon, an expression of time, a circumstance, a
       medium («لصحيفة…»), a verb, or an indefinite word after a closed chain.
    3. A comma is passed only for an apposition: a name, or a title that another mark closes.
    """
    # 1
    if start >= limit or not starts_phrase(words, start):
        return None
    kind = kind_of(words, start)
    if kind == "noun" and (_masdar_object(words, start, verb) or _manner(words, start)):
        return None
    if kind == "noun" and cue_at(words, start) is not None:
        return None
    i = start
    closed = False  # a definite word has closed the chain
    person = kind == "person"
    limit = min(limit, start + LONGEST)
    # 2
    while i < limit:
        name = words.name[i]
        if name is not None and not (words.mark(i)):
            stop = words.at(name.end)
            if name.type == "person":
                if (
                    person
                    and i > start
                    and words.norm[i][0] != "و"
                    and words.norm[i - 1] not in "،,"
                ):
                    break
                person = True
            elif (
                i > start
                and closed
                and verb is not None
                and "obj" in verb.takes
                and _bare_before(words, i)
            ):
                break  # «اتهمت الحكومة X بـ»: the object of the verb
            closed, i = True, max(stop, i + 1)
            continue
        norm = words.norm[i]
        if words.mark(i):
            if norm in ("،", ","):
                after = _apposition(words, i + 1, limit, person, kind)
                if after is None:
                    break
                person = True
                closed, i = True, after
                continue
            quoted = words.quote[i]
            if quoted is not None and not words.spoken(quoted):
                i, closed = words.at(quoted.outer_end), True
                continue
            if norm == "(":
                close = _closing(words, i, limit)
                if close is None:
                    break
                i = close
                continue
            if norm in "-/" and i + 1 < limit and not words.mark(i + 1):
                i += 2
                continue
            if norm == "." and len(words.norm[i - 1]) <= 2 and i + 1 < limit:  # «د. فلان»
                i += 1
                continue
            if norm == "#" and i + 1 < limit and not words.mark(i + 1):  # a name as a hashtag
                person, closed, i = True, True, i + 2
                continue
            break
        if (
            i > start
            and not person
            and verb is not None
            and "np" in verb.takes
            and _accusative(norm)
        ):
            break  # «أبدى فلان تعاطفاً»
        if i > start and _ends(words, i, verb, person, closed, kind):
            break
        definite = words.definite(i)
        if i > start and closed and not definite and not norm[0].isdigit():
            if not _continues(words, i, kind, person, verb):
                break
            if kind == "human" and not _tied(words, i):
                person = True  # a name that no reader knew
        closed = (
            (closed or definite)
            and norm not in group("preposition")
            and norm not in group("name_tie")
        )
        i += 1
    while i > start and (
        words.mark(i - 1) and words.norm[i - 1] in "،,:-/" or words.is_(i - 1, "preposition")
    ):
        i -= 1
    if i <= start:
        return None
    if kind == "noun" and person:
        kind = "human"
    return Phrase(start, i, kind)


def _second_noun(words: Words, i: int) -> bool:
    """Whether a definite noun that is no adjective follows a definite word: the verb's object begins."""
    norm = words.norm[i]
    if not words.definite(i) or not words.definite(i - 1):
        return False
    if heads(norm, "human") and i + 1 < len(words) and not words.definite(i + 1):
        return False  # a rank before a name
    return not norm.endswith(("ي", "يه", "ين", "ون", "ات")) and not heads(norm, "adjective")


def _masdar_object(words: Words, i: int, verb: Verb | None) -> bool:
    """Whether the first word after a verb is a masdar and so its object, not its subject.

    Names may have a masdar's shape («ترامب»); what follows tells: a masdar governs the next word.
    """
    norm = words.norm[i]
    if not masdar_like(norm):
        return False
    if norm in group("masdar"):
        return True
    if verb is None or "np" not in verb.takes:
        return False
    j = i + 1
    if j >= len(words) or words.mark(j) or words.is_(j, "complementizer") or words.timed(j):
        return False
    return not (
        words.norm[j] in verb.prepositions or masdar_like(words.norm[j]) and not words.definite(j)
    )


def _bare_before(words: Words, i: int) -> bool:
    """Whether neither a preposition nor و ties token `i` to the word before it."""
    return (
        not words.is_(i - 1, "preposition")
        and words.core[i] == words.norm[i]
        and not words.mark(i - 1)
    )


def _ends(words: Words, i: int, verb: Verb | None, person: bool, closed: bool, kind: str) -> bool:
    """Whether token `i`, inside a phrase, is where the phrase is over."""
    norm = words.norm[i]
    if (
        norm in ("ب", "ل", "ك")
        or norm in _POINTING
        or words.tokens[i].enclitic
        and norm in group("occasion")
    ):
        return True
    if words.is_(i, "thing", "complementizer", "circumstance", "relative", "adverb", "particle"):
        return True
    if (
        norm in group("saying")
        or norm in group("quantity")
        and i > 0
        and not words.is_(i - 1, "preposition")
        or (words.timed(i) and words.name[i] is None)
    ):
        return True
    following = words.norm[i + 1] if i + 1 < len(words) else ""
    if norm in group("preposition"):
        if norm in ("وفق", "وفقا", "بحسب", "حسب", "طبقا", "نقلا", "عن", "الي"):
            if (
                norm == "عن"
                and heads(words.norm[i - 1], "human")
                and (
                    verb is None
                    or "عن" not in verb.takes
                    or heads(following, "body")
                    and not masdar_like(following)
                )
            ):
                return False  # «النائب عن حزب…», «المسؤول عن الملف»
            return norm != "الي" or (verb is not None and "الي" in verb.takes) or person
        if (
            heads(following, "occasion")
            or words.is_(i + 1, "time")
            or words.is_(i + 1, "complementizer")
        ):
            return True
        if (
            verb is not None
            and norm in verb.prepositions
            and (masdar_like(following) or closed or kind != "human")
        ):
            return True
        if (
            norm == "في" and (words.tokens[i + 1].enclitic or following in ("نفس", "ذات"))
            if i + 1 < len(words)
            else True
        ):
            return True
        if kind == "noun" and not words.definite(i - 1) and norm in ("في", "علي", "مع"):
            return True
        if norm not in ("في", "من", "علي", "لدي", "ضمن", "عن", "بين", "ضد", "مع"):
            return True
        return person and not _title_before(words, i)
    if norm[0] == "ل" and norm not in ("لجنه", "لواء") and len(norm) > 2 or norm == "ل":
        rest = norm[2:] if norm.startswith("لل") else norm[1:]
        bound = words.norm[i - 1].startswith(("التابع", "المملوك", "الرسمي"))
        name = words.name[i]
        outlet = name is not None and name.type == "outlet"
        if not bound and (
            norm == "ل" or heads(rest, "medium") or outlet or (person and name is not None)
        ):
            return True
        if rest.startswith(("ي", "ن")) and len(rest) == 4 and not norm.startswith("لل"):
            return True
    if norm[0] == "ب" and len(norm) > 3 and verb is not None and "ب" in verb.takes:
        governing = heads(words.norm[i - 1], "governing") and kind == "human"
        if norm not in group("name_tie") and not governing:
            return True
    if verb is not None and closed and _second_noun(words, i):
        if "obj" in verb.takes or "np" in verb.takes and masdar_like(bare(norm)):
            return True
    found, conjunction, _, _ = read_word(norm)
    if found:
        form, known = found[0]
        if form.shape == "participle":
            return known.sure == "strong" and not words.definite(i)
        if closed or conjunction or form.shape == "present" or known.sure in ("strong", "request"):
            return cue_at(words, i) is not None
    return closed and _verb_like(norm)


def _verb_like(norm: str) -> bool:
    """Whether a word without article looks like a third person of the imperfect."""
    return (
        3 < len(norm) < 7
        and norm[0] == "ي"
        and norm not in group("human")
        or norm[:2] in ("سي", "ست")
        and 4 < len(norm) < 8
    )


def _continues(words: Words, i: int, kind: str, person: bool, verb: Verb | None) -> bool:
    """Whether an indefinite word goes on with a chain that a definite word has closed."""
    norm = words.norm[i]
    if norm in group("preposition"):
        return True
    if norm[0] == "و" and len(norm) > 3:
        rest = norm[1:]
        return (
            not _verb_like(rest)
            and not read_word(norm)[0]
            and (heads(rest, "human") or heads(rest, "body") or words.name[i] is not None)
        )
    if norm[0] in "بل" and len(norm) > 3:
        return True
    if verb is not None and "np" in verb.takes and masdar_like(norm):
        return False
    if heads(norm, "human"):
        return kind in ("human", "person") and not (verb is not None and "obj" in verb.takes)
    # a name that no reader knew stands after a title; nothing else does
    objects = verb is not None and "np" in verb.takes
    in_name = kind == "human" and not words.definite(i - 1) and norm not in group("masdar")
    if (
        words.tokens[i].enclitic in ("هم", "ها", "هما", "هن")
        or objects
        and masdar_like(norm)
        and not in_name
        or _accusative(norm)
    ):
        return False
    return kind == "human"


def _tied(words: Words, i: int) -> bool:
    """Whether token `i` hangs on the words before it by a preposition or a conjunction."""
    norm = words.norm[i]
    return (
        words.is_(i, "preposition")
        or norm in group("name_tie")
        or norm[0] in "وبل"
        or heads(norm, "human")
    )


def _manner(words: Words, i: int) -> bool:
    """Whether the word is an adverb of manner («مبتسماً») and not a name that ends in alif («مارادونا»)."""
    norm = words.norm[i]
    if "\u064b" in words.tokens[i].text:
        return True
    return norm[0] == "م" and norm[-1] == "ا" and 5 < len(norm) < 8


def _accusative(norm: str) -> bool:
    """Whether the word ends in the alif of the indefinite accusative."""
    return len(norm) > 4 and norm.endswith("ا") and not norm.endswith(("يا", "وا", "ها", "نا"))


def _title_before(words: Words, i: int) -> bool:
    """Whether the word before a preposition is a title or adjective that may govern it."""
    previous = words.norm[i - 1]
    return words.name[i - 1] is None and words.definite(i - 1) and heads(previous, "human")


def _closing(words: Words, i: int, limit: int) -> int | None:
    """Index after the parenthesis that closes the one at `i`."""
    for j in range(i + 1, min(limit, i + 12)):
        if words.norm[j] == ")":
            return j + 1
    return None


def _apposition(words: Words, i: int, limit: int, person: bool, kind: str) -> int | None:
    """Index after the apposition that begins at `i`, behind a comma; None where there is none.

    A person's name or a title, up to the next comma, colon, quotation or complementizer.
    """
    if i >= limit or kind not in ("person", "human", "noun"):
        return None
    first = words.name[i]
    named = first is not None and first.type == "person"
    if person and named and not heads(words.norm[i], "human"):
        return None
    title = heads(words.norm[i], "human", conjunction=False) and not words.is_(i, "thing")
    if (
        not named
        and not title
        and not (kind == "human" and not person and _unknown_name(words, i, limit))
    ):
        return None
    j = i
    while j < limit:
        norm = words.norm[j]
        if words.mark(j):
            quoted = words.quote[j]
            if quoted is not None and not words.spoken(quoted) and j > i:
                j = words.at(quoted.outer_end)
                continue
            break
        if words.is_(j, "complementizer", "circumstance", "relative"):
            break
        if words.timed(j) and words.name[j] is None:
            break
        if norm in group("preposition") and (
            heads(words.norm[j + 1] if j + 1 < len(words) else "", "occasion")
            or named
            and norm != "في"
        ):
            break
        if j > i and cue_at(words, j) is not None:
            break
        if (
            norm[0] == "ل"
            and (norm == "ل" or heads(bare(norm[1:]), "medium"))
            and norm not in ("لجنه",)
        ):
            break
        j += 1
    return j if j > i else None


def _unknown_name(words: Words, i: int, limit: int) -> bool:
    """Whether one to four words without article, up to a mark or complementizer, may be a name."""
    j = i
    if words.definite(i):
        return False
    while j < limit and j - i <= 4 and not words.mark(j) and not words.is_(j, "complementizer"):
        norm = words.norm[j]
        if (
            words.timed(j)
            or norm in group("preposition")
            or words.is_(j, "circumstance", "particle", "adverb", "thing")
        ):
            return j > i and norm in group("preposition")
        if norm in group("masdar") and j == i:
            return False
        if read_word(without_conjunction(norm))[0] and j == i:
            return False
        j += 1
    return 0 < j - i <= 4
