"""How far the trained tagger is believed, and where it decides for or against a lexicon."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rawi.arabic import frequencies
from rawi.arabic.grammar import function_words
from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.lexicon import table
from rawi.readers.naming import forms, inferred, lexicons, people, roles
from rawi.readers.naming.gazetteer import Match, joined, name_start
from rawi.readers.naming.mention import Mention, mention_of
from rawi.readers.naming.tagger import Tagged

TYPES = {"PER": "person", "LOC": "place", "ORG": "organization"}
LEAST = {"PER": 0.5, "LOC": 0.55, "ORG": 0.55}  # likelihoods below which the tagger is not believed
HEARD = (
    0.5  # below this, likelier wrong than right, it does not even speak against what the rules find
)
LONGEST = {"PER": 7, "LOC": 6, "ORG": 10}  # tokens; longer spans of the training data are mistakes
_AS = {"place": ("LOC",), "organization": ("ORG", "LOC")}
HYPHENS = frozenset("-–‑")
USUAL = 4.4  # Zipf value from which a lone word is an everyday word more often than a name
EVERYDAY = 3.9  # and from which even the tagger's word is not enough for a small town
STRIPPED = 3.0  # Zipf value from which a word with a pronoun is no part of a name
CERTAIN = 0.9  # likelihood from which an everyday word is believed to be a name after all


DIRECTIONS = frozenset(
    ("شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "حوض", "سواحل", "ساحل", "مياه",
     "عبر")
)  # fmt: skip
AYATOLLAH = frozenset(("آية", "اية", "الله"))  # «آية الله العظمى» stands before a name
OF_AYATOLLAH = frozenset(("الله", "العظمي"))
VERBAL = frozenset(("قد", "لقد", "لم", "لن", "سوف", "عندما", "حينما", "كلما", "ريثما", "لكي"))
THINGS = frozenset(
    ("اعصار", "الاعصار", "عاصفه", "العاصفه", "صاروخ", "الصاروخ", "صواريخ", "طراز", "فيروس", "سفينه", "السفينه",
     "مدمره", "المدمره", "فرقاطه", "غواصه", "المداريه")
)  # fmt: skip
"""Words after which stands the name of a thing, though it be a person's («إعصار …»)."""


def denied(tokens: Sequence[Token], m: Match, seen: dict[int, str]) -> bool:
    """The tagger sees a person here: «فيكتوريا», «باريس» in a person's name are no places,
    nor is «مسقط رأسه»."""
    if m.entry.type == "place" and m.last < len(tokens) and tokens[m.last].base.startswith("راس"):
        return tokens[m.last].text.startswith("رأس") and tokens[m.first].norm == "مسقط"
    if tokens[m.first].norm in lexicons.generic("adverb"):
        return _adverb(tokens, m.first, seen.get(m.first) == "LOC")
    if m.entry.kind in ("country", "capital"):  # believed where the name is no longer
        return "PER" in (seen.get(m.first - 1), seen.get(m.last)) and seen.get(m.first) == "PER"
    return m.entry.type != "outlet" and all(seen.get(k) == "PER" for k in range(m.first, m.last))


def _adverb(tokens: Sequence[Token], k: int, seen: bool) -> bool:
    """Whether a word that is a town and an adverb is the adverb: «هو دوما يقول», «كان دوما»."""
    before = tokens[k - 1].stem if k else ""
    if tokens[k].proclitics or before in inferred.contexts():
        return False
    verb = k + 1 < len(tokens) and tokens[k + 1].norm[:1] == "ي"
    return not seen or verb or before in function_words()


def another_word(tokens: Sequence[Token], m: Match) -> bool:
    """A town spelt like a title («قالت السفيرة …»), a country like its adjective («الحكومة السعودية»)."""
    if m.entry.type != "place" or m.last - m.first != 1:
        return False
    token = tokens[m.first]
    if token.text.endswith(forms.TANWEEN):
        return True  # «روسياً»: in a Russian way
    before = tokens[m.first - 1] if m.first else None
    if forms.accusative(tokens, m.first):
        return True
    if roles.is_title(token) and m.entry.kind not in ("country", "capital"):
        head = lexicons.heads().get(before.base) if before is not None else None
        return head is None or head.type != "place"
    return (
        token.base in lexicons.demonyms() and before is not None and forms.described(before, token)
    )


def outgrown(tokens: Sequence[Token], m: Match) -> bool:
    """«مجلس الأمن» goes on: «مجلس الأمن القومي» is another body."""
    if m.entry.type != "organization" or m.last >= len(tokens) or m.last - m.first < 2:
        return False
    last, after = tokens[m.last - 1], tokens[m.last]
    return (
        tokens[m.first].base in lexicons.heads() and last.definite and after.definite
        and not after.proclitics and len(after.base.removesuffix("ه")) > 3  # «القرية» is no adjective
        and after.base.endswith(("ي", "يه"))
        and after.base not in lexicons.demonyms()
        and after.norm not in lexicons.generic("stop") | lexicons.generic("epithet")
    )  # fmt: skip


def agrees(tokens: Sequence[Token], m: Match, seen: dict[int, str]) -> bool:
    """The tagger makes sure of a name that could be an everyday word."""
    lone = tokens[m.first]
    short = m.last - m.first == 1 and (len(lone.stem) < 3 or usual(lone, EVERYDAY))
    if short and m.entry.type == "place":
        before = tokens[m.first - 1] if m.first else None
        head = lexicons.heads().get(before.base) if before is not None else None
        leads = before.norm if before is not None else ""
        state = m.entry.kind in ("country", "capital")
        if (head is None or head.type != "place") and not (
            leads in DIRECTIONS or (state and leads in ("في", "الي", "من"))
        ):
            return False
    return m.entry.type in _AS and all(
        seen.get(k) in _AS[m.entry.type] for k in range(m.first, m.last)
    )


DISTRICTS = frozenset(("مديريه", "ناحيه", "قضاء"))


def placed(tokens: Sequence[Token], m: Match) -> bool:
    """A doubtful place right after a word for a town or a district: «مديرية باجل»."""
    if m.entry.type != "place" or not m.first or m.at != tokens[m.first].start:
        return False
    before = tokens[m.first - 1]
    head = lexicons.heads().get(before.base)
    town = head is not None and (head.rule == "town" or before.base in DISTRICTS)
    return town and not before.definite and not before.enclitic


def usual(token: Token, limit: float) -> bool:
    return frequencies.zipf(frequencies.key(token.text)) > limit


def hyphened(tokens: Sequence[Token], spans: Sequence[Tagged]) -> list[Tagged]:
    """Spans with what a hyphen joins to a person's name («كيم يونغ-تشول») taken in."""
    out: list[Tagged] = []
    for t in spans:
        last = t.last
        while t.label == "PER" and last + 1 < len(tokens) and tokens[last].text in HYPHENS:
            if not tokens[last - 1].end == tokens[last].start == tokens[last + 1].start - 1:
                break
            last += 2
        if out and out[-1].last >= t.last:
            continue
        first = t.first
        if out and out[-1].last > first:
            continue
        out.append(Tagged(first, last, t.label, t.score))
    return out


def parted(tokens: Sequence[Token], t: Tagged) -> list[Tagged]:
    """«غريفيث ولوكوك» are two persons though the tagger saw one."""
    if t.label != "PER":
        headed = tokens[t.first].base in lexicons.heads()
        cuts = [
            k for k in range(t.first + 1, t.last)
            if tokens[k].proclitics[:1] == ("و",) and not tokens[k].definite and not headed
        ]  # fmt: skip
        return [Tagged(a, b, t.label, t.score) for a, b in pairwise([t.first, *cuts, t.last])]
    kin = next((k for k in range(t.first + 1, t.last - 1) if _relative(tokens, k)), None)
    if kin is not None:  # «سامي الدليمي ابن خال نورا»
        both = (Tagged(t.first, kin, t.label, t.score), Tagged(kin + 2, t.last, t.label, t.score))
        return [p for p in both if p.last > p.first]
    led = next((k for k in range(t.first + 1, t.last) if _led(tokens[k])), t.last)
    if led < t.last and tokens[led].norm not in lexicons.given_names():
        t = Tagged(t.first, led, t.label, t.score)  # «رونالدو بزي …»
    cuts = [
        k for k in range(t.first + 1, t.last)
        if (tokens[k].proclitics[:1] == ("و",) and not _double(tokens[k])) or joined(tokens[k])
    ]  # fmt: skip
    if not cuts:
        return [t]
    edges = [t.first, *cuts, t.last]
    return [Tagged(a, b, t.label, t.score) for a, b in pairwise(edges)]


def _double(token: Token) -> bool:
    """«وورد»: a foreign name's own letters, where no given name stands behind the first."""
    return token.text.startswith("وو") and token.stem not in lexicons.given_names()


def before_names(t: Tagged, matches: Sequence[Match]) -> Tagged:
    """A person's span that runs into a name of the lexicons: «سمير لسي إن إن» is cut before it."""
    if t.label != "PER":
        return t
    cut = [m.first for m in matches if m.entry.sure and t.first < m.first < t.last < m.last]
    return Tagged(t.first, min(cut), t.label, t.score) if cut else t


def of_tagger(tokens: Sequence[Token], t: Tagged) -> Mention | None:
    """A span of the tagger as a mention, or None where it is not to be believed."""
    if t.label not in TYPES or t.score < LEAST[t.label]:
        return None
    first, last = t.first, t.last
    inner = (
        k for k in range(first + 1, last)
        if _grammatical(tokens[k])
        or (t.label == "PER" and forms.future(tokens[k]))
        or (t.label == "ORG" and forms.counted_noun(tokens[k - 1], tokens[k]))
        or (t.label == "ORG" and _located(tokens[k]))
    )  # fmt: skip
    last = next(inner, last)  # no name runs over «إن»
    while last > first and tokens[last - 1].kind == "mark":
        last -= 1
    if t.label == "PER" and last - first > 1 and forms.predicate(tokens, last - 1):
        last -= 1  # «سلمان قادر على …»
    while first < last and tokens[first].kind == "mark":
        first += 1
    if t.label == "PER":
        while first < last - 1 and (
            roles.is_title(tokens[first])
            or _grammatical(tokens[first])
            or forms.verb(tokens[first])
            or (tokens[first].norm in OF_AYATOLLAH and tokens[first - 1].text in AYATOLLAH)
            or tokens[first].norm in ("لصالح", "بفضل", "يدعي", "تدعي", "اسمه", "اسمها")
        ):
            first += 1
    while (
        first < last - 1
        and tokens[first].enclitic
        and tokens[first].norm not in lexicons.given_names()
        and usual(tokens[first], STRIPPED)
    ):
        first += 1  # «منافسه وست هام»
    while t.label == "PER" and first < last - 1 and tokens[first].norm in people.NUMBERED:
        first += 1  # «ابنهما الأصغر بارون»
    if t.label == "LOC" and last - first > 1 and tokens[last - 1].base in lexicons.demonyms():
        last -= 1  # «برشلونة الإسباني»
    if t.label == "LOC" and tokens[first].definite and tokens[first].base in lexicons.demonyms():
        return None  # «الأراضي الكورية الجنوبية»
    if last - first > LONGEST[t.label] or t.last - last > 2:
        return None
    if first == last or tokens[first].kind == "number":
        return None
    before = tokens[first - 1] if first else None
    if before is not None and before.text in '"«“' and first > 1:
        before = tokens[first - 2]
    if before is not None and (
        (last - first == 1 and before.stem in VERBAL)
        or (t.label in ("PER", "ORG") and before.stem in THINGS)
    ):
        return None
    if t.label == "PER":
        if forms.money(tokens, first, last) or forms.called(tokens, first):
            return None
        if last - first == 1 and tokens[first].norm in OF_AYATOLLAH:
            return None  # «آية الله العظمى السيد …»
        while last - first > 1 and (
            forms.accusative_title(tokens[last - 1]) or tokens[last - 1].norm in ("ال", "ابن", "ابنه")
        ):
            last -= 1  # «وليا للعهد»; «سامي ابن الـ26 عاما»
        first, last = people.whole(tokens, first, last)
        if last - first > 1 and last < len(tokens) and _surname(tokens[first], tokens[last]):
            last += 1
        if last - first == 1 and forms.dual(tokens[first]):
            return None
    if t.label == "ORG" and _for_something(tokens, first, last):
        return None
    type_ = TYPES[t.label]
    lone = tokens[first] if last - first == 1 else None
    if lone is not None and (
        lone.text.endswith(forms.TANWEEN) or (t.label == "LOC" and forms.accusative(tokens, first))
    ):
        return None
    if (
        lone is not None
        and t.label != "PER"
        and (
            lone.base in lexicons.demonyms()
            or (lone.definite and lone.base in lexicons.collectives())
            or (lone.definite and lone.base in lexicons.group_heads())
        )
    ):
        return None
    if lone is not None and (lone.base in lexicons.heads() or lone.stem in lexicons.titles()):
        return None
    if lone is not None and (
        {lone.stem, lone.norm[1:]} & lexicons.telling_verbs()
        or (lone.norm.endswith("ون") and lone.definite)
    ):
        return None
    if lone is not None and lone.norm.endswith("و") and lone.norm[:-1] in lexicons.titles():
        return None  # «مستشارو القصر»
    if lone is not None and (len(lone.norm) < 3 or (lone.enclitic and usual(lone, STRIPPED))):
        return None
    doubtful = lone is not None and t.score < CERTAIN and usual(lone, USUAL)
    if doubtful and (t.label == "ORG" or not lone.definite):
        return None
    start = name_start(tokens[first])
    if t.label == "LOC" and before is not None and _bound(before, tokens[first]):
        start = tokens[first].start  # «قرية كينامي»
    return mention_of(tokens, first, last, start, type_, "tagger", 3, t.score)


NAMELIKE = frozenset(("فان", "لي", "آي", "اي", "ان", "بي", "علي"))
"""As printed, letters of names: «فان دايك», «روبرت لي», «محمد علي», which is no «على»."""


def _surname(first: Token, after: Token) -> bool:
    """«محمد شاكر المصري»: what follows an Arabic name of two words is a surname, no adjective."""
    return (
        first.norm in lexicons.given_names()
        and after.definite and not after.proclitics and not after.enclitic
        and after.base.endswith("ي") and after.base in lexicons.demonyms()
    )  # fmt: skip


def _located(token: Token) -> bool:
    """«… بلندن»: where a body is, no part of its name."""
    entry = lexicons.phrases().get((token.stem,)) if token.proclitics == ("ب",) else None
    return entry is not None and entry.type == "place"


def _relative(tokens: Sequence[Token], k: int) -> bool:
    """«… ابن عم …»: whose relative somebody is."""
    after = tokens[k + 1 : k + 2]
    return tokens[k].norm in ("ابن", "ابنه") and bool(after) and after[0].stem in RELATIVES


RELATIVES = frozenset(
    ("عم", "عمه", "عمته", "خال", "خاله", "خالته", "شقيق", "شقيقه", "شقيقته", "اخ", "اخي", "اخت")
)


def _for_something(tokens: Sequence[Token], first: int, last: int) -> bool:
    """«منظمة لحقوق الحيوان»: what kind of body, and no name."""
    head = tokens[first]
    if last - first < 2 or head.definite or head.base not in lexicons.heads():
        return False
    after = tokens[first + 1]
    return after.proclitics == ("ل",) and (after.text,) not in lexicons.phrases()


def _bound(before: Token, name: Token) -> bool:
    """Whether a noun for a town stands right before a name that begins like a particle."""
    head = lexicons.heads().get(before.base)
    town = head is not None and head.rule == "town" and not before.definite and not before.enclitic
    return town and bool(name.proclitics) and (name.stem,) not in lexicons.phrases()


def _led(token: Token) -> bool:
    """A particle before it parts it from a person's name: «رونالدو بزي …», «مون للصحفيين»."""
    return token.proclitics == ("ب",) or (token.proclitics == ("ل",) and token.definite)


def _grammatical(token: Token) -> bool:
    return token.norm in function_words() and token.text not in NAMELIKE and usual(token, USUAL)


def misleading(text: str) -> frozenset[str]:
    """The places that this text's words mean something else by (lexicon/place_guards.tsv)."""
    words = f" {' '.join(fold(text).split())} "
    return frozenset(
        row["name"]
        for row in table("place_guards")
        if any(f" {fold(w)}" in words for w in row["unless"].split("|"))
        and not any(fold(w) in words for w in row["despite"].split("|"))
    )
