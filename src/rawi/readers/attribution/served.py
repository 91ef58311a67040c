"""Whose name stands inside a title: that of the one who bears it, or that of the one served.

«المتحدث باسم رئيس الوزراء فلان», «محامي الرئيس السابق فلان», «مصدر مقرب من الوزير فلان»: nothing but the
words around tells, so a name is held to be of the one served wherever it may be, unless the article
elsewhere gives the office to him who is named.
"""

from __future__ import annotations

from rawi.readers.attribution.nouns import plural
from rawi.readers.attribution.words import Words, bare, group, heads
from rawi.readers.naming.lexicons import demonyms
from rawi.records import Name

PARTISANS = 5  # letters of the shortest such word («داعمو»)


def governed(words: Words, first: int, name: Name) -> bool:
    """Whether a person named in a phrase that begins at `first` is not who the phrase is about.

    1. Behind a preposition, or a noun of kinship or service: «نجل فلان», «في حركة فلان», «مكتب فلان».
    2. In a phrase about several or about a source, who keep their names: «3 مصادر مطلعة على ملف فلان».
    3. Behind a definite title that another noun governs: «محامي المطربة فلانة», «الطبيب السابق للرئيس فلان»,
       «متحدث باسم رئيس الوزراء فلان», unless the article gives the first title to that person elsewhere.
    A name behind a deputy's office is in apposition («نائب الرئيس فلان»), unless the article calls him by
    the higher one; so is one behind a comma, but for kin of a titled person («زوجة الرئيس، فلان»).
    """
    k = words.holding(name.start)
    if k - 1 > first and words.quote[k - 1] is not None:
        k -= 1  # «مستشار "فلان"»
    if k <= first:
        return False
    if words.text[name.start - 1 : name.start] == "ل":  # «مستشار لفلان»
        return words.tokens[k].start < name.start
    if heads(words.norm[first], "source") or _several(words, first, k):  # 2
        return True
    j = k - 1
    if words.norm[j] == "باسم" or (j > first and words.norm[j] in group("led_by")):
        return True  # «متحدث باسم فلان», «تكتل بقيادة فلان»
    if words.mark(j) and words.norm[first] in ("متحدث", "متحدثه", "ناطق", "ناطقه"):
        # indefinite, he is not named: «متحدث باسم رئيس الوزراء، فلان»
        return _inner_title(words, first, j) is not None
    if words.mark(j):
        return _kin(words, first) and j == _behind_title(words, first + 1)
    if words.is_(j, "preposition"):  # 1
        return True
    if not words.definite(j) and (
        (j > first and heads(words.norm[j], "body")) or _kin(words, j) or _partisans(words, j)
    ):
        return True
    inner = _inner_title(words, first, k)
    if inner is None:
        return False
    deputy = heads(words.norm[inner - 1], "deputy", conjunction=False)
    plain = words.norm[inner] in ("الرييس", "الرييسه")
    if deputy and heads(words.norm[inner], "office") and not (plain and _helper(words, inner - 1)):
        return _called(words, name, bare(words.norm[inner]))
    return not (_called(words, name, bare(words.norm[first])) or _borne(words, name, inner, k))


def _partisans(words: Words, i: int) -> bool:
    """«منتقدو فلان», «داعمي فلان»: a participle as a sound plural in the construct state."""
    norm = words.norm[i]
    shaped = norm[:1] == "م" or norm[1:2] == "ا"
    return shaped and norm[-1] in "وي" and len(norm) >= PARTISANS and words.name[i] is None


def _inner_title(words: Words, first: int, k: int) -> int | None:
    """The token of a person's title before `k` that a noun, لـ or «باسم» before it governs, or None."""
    for t in range(k - 1, first, -1):
        if words.mark(t) or words.is_(t, "preposition"):
            return None
        held = words.name[t]
        if held is not None and held.type != "person":
            continue  # «مؤسسة الملك فلان» is a body's name
        norm = words.norm[t]
        lam = norm.startswith("لل") or (norm[0] == "ل" and heads(norm[1:], "office"))
        title = heads(norm[1:] if lam and not norm.startswith("لل") else norm, "served")
        if lam and (title or heads(norm, "human")):
            return t
        kin = _kin(words, t - 1) and heads(norm, "human") and words.definite(t)
        if (title or kin) and _construct(words, t - 1):
            return t
    return None


def stands_free(words: Words, first: int, last: int, head: str) -> bool:
    """Whether `head`, bare, is what a phrase of tokens `first:last` is about, or what an apposition in it is
    about; not one whom another noun governs («نائب الرئيس» is no «رئيس»)."""
    return any(
        bare(words.norm[p]) == head and (p == first or not _construct(words, p - 1))
        for p in range(first, last)
    )


def _construct(words: Words, i: int) -> bool:
    """Whether the word at `i` governs the next: a preposition, or an indefinite noun in the construct state."""
    norm = words.norm[i]
    if norm == "باسم" or words.is_(i, "preposition"):
        return True
    if words.mark(i) or words.definite(i) or words.name[i] is not None or words.tokens[i].enclitic:
        return False
    return not norm.endswith(("ي", "يه")) or heads(norm, "human")  # «مسؤول سوري» is no construct


def _several(words: Words, first: int, k: int) -> bool:
    """Whether the phrase is about more than one, whom no name behind a title can mean."""
    norm = words.norm[first]
    counted = norm[0].isdigit() or words.is_(first, "quantity")
    many = counted or (heads(norm, "human") and plural(bare(norm)))
    return many and not any(words.mark(i) for i in range(first, k))


def _behind_title(words: Words, i: int) -> int | None:
    """The first token behind the title of a person that begins at `i` («الصحفي السعودي المختفي»), or None."""
    if not heads(words.norm[i], "served"):
        return None
    i += 1
    while i < len(words) and words.definite(i) and not words.mark(i):
        i += 1
    return i


def _helper(words: Words, i: int) -> bool:
    """Whether who stands at `i` may be an aide of the one named («مساعد الرئيس»); a «نائب» holds an office."""
    return bare(words.norm[i]) not in ("نايب", "نايبه")


def _called(words: Words, name: Name, head: str) -> bool:
    """Whether the article elsewhere gives the one named the title `head` where no other can be meant:
    straight before the name or behind it, or behind a comma."""
    for other in {n.start: n for n in words.persons}.values():
        same = other.entity == name.entity if name.entity else other.text == name.text
        if not same or other.start == name.start:
            continue
        before, after = words.holding(other.start) - 1, words.at(other.end)
        after += after < len(words) and words.norm[after] in "،,"
        if after < len(words) and bare(words.norm[after]) == head:
            return True
        role = other.role
        if role is None or bare(words.norm[words.holding(role.start)]) != head:
            continue
        first = words.holding(role.start)
        if (
            first == before
            or words.norm[before] in "،,"
            or _inner_title(words, first, before + 1) is None
        ):
            return True
    return False


def _borne(words: Words, name: Name, inner: int, k: int) -> bool:
    """Whether the article gives the title of tokens `inner:k` to somebody else, so that the name behind it is
    of the one who serves («مستشار رئيس الوزراء فلان», where «رئيس الوزراء علان» stands too)."""
    wanted = {_plain(words.norm[i]) for i in range(inner, k)}
    for other in words.persons:
        if other.role is None or (
            other.entity == name.entity if name.entity else other.text == name.text
        ):
            continue
        first, last = words.holding(other.role.start), words.at(other.role.end)
        borne = {_plain(words.norm[i]) for i in range(first, last)}
        head = _plain(words.norm[inner])
        if stands_free(words, first, last, head) and _one_office(wanted, borne):
            return True
    return False


def _one_office(one: set[str], two: set[str]) -> bool:
    """Whether two titles may be of one office: one says all that the other does, but for whose it is
    («رئيس الوزراء العراقي», «القائد العام رئيس الوزراء»), where that is not said of both."""
    ours, theirs = one & demonyms().keys(), two & demonyms().keys()
    if ours and theirs and ours != theirs:
        return False
    if one <= two or two <= one:
        return True
    one, two = one - ours, two - theirs  # of «رئيس» and no more too little would be left
    return min(len(one), len(two)) > 1 and (one <= two or two <= one)


def _plain(norm: str) -> str:
    """A word bare, and without لـ."""
    rest = (
        norm[1:]
        if norm[0] == "ل" and not norm.startswith("لل") and heads(norm[1:], "office")
        else norm
    )
    return bare(rest)


def _kin(words: Words, i: int) -> bool:
    """Whether a noun of kinship or personal service stands at token `i` in a construct state."""
    return not words.definite(i) and heads(words.norm[i], "kin")
