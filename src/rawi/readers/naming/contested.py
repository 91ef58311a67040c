"""Where a lexicon and the trained tagger disagree, or a lexicon's name is also something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic import frequencies
from rawi.arabic.grammar import function_words
from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.lexicon import table
from rawi.readers.naming import forms, gazetteer, inferred, lexicons, roles
from rawi.readers.naming.gazetteer import Match
from rawi.readers.naming.mention import Mention

_AS = {"place": ("LOC",), "organization": ("ORG", "LOC")}
USUAL = 3.4  # Zipf value from which what a preposition governs is a noun, though a town is spelt like both
EVERYDAY = 3.9  # and from which even the tagger's word is not enough for a small town
DIRECTIONS = frozenset(
    ("شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي", "وسط", "حوض", "سواحل", "ساحل", "مياه",
     "عبر")
)  # fmt: skip
QUOTED = 6  # tokens of a name in quotation marks, the marks among them
MADE = frozenset(
    ("طايره", "طايرات", "مقاتله", "مقاتلات", "قاذفه", "قاذفات", "مروحيه", "مروحيات", "سياره", "سيارات", "هاتف",
     "هواتف", "جهاز", "اجهزه", "طراز", "نوع")
)  # fmt: skip
"""What a company's name stands behind with a number, folded."""
MODEL = 3  # digits of a model's number; a year has more
DISTRICTS = frozenset(("مديريه", "ناحيه", "قضاء"))


def denied(tokens: Sequence[Token], m: Match, seen: dict[int, str]) -> bool:
    """The tagger sees a person here: «فيكتوريا», «باريس» in a person's name are no places,
    nor is «مسقط رأسه»."""
    if m.entry.type == "place" and m.last < len(tokens) and tokens[m.last].base.startswith("راس"):
        return tokens[m.last].text.startswith("رأس") and tokens[m.first].stem == "مسقط"
    if tokens[m.first].norm in lexicons.generic("adverb"):
        return _adverb(tokens, m.first, seen.get(m.first) == "LOC")
    if m.entry.kind in ("country", "capital"):  # believed where the name is no longer
        return "PER" in (seen.get(m.first - 1), seen.get(m.last)) and seen.get(m.first) == "PER"
    if m.entry.kind in (lexicons.CLUB, lexicons.COMPANY) and m.last - m.first > 1:
        return False
    return m.entry.type in _AS and all(seen.get(k) == "PER" for k in range(m.first, m.last))


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
    if _with_preposition(tokens, m):
        return True
    if token.base not in lexicons.demonyms() or before is None:
        return False
    return forms.described(before, token) or _of_outlet(tokens, m) or _joined_adjective(before, token)


def _of_outlet(tokens: Sequence[Token], m: Match) -> bool:
    """«صحيفة "…" السعودية»: of the newspaper."""
    k = m.first - 1
    if tokens[k].text not in '"»”' or not tokens[m.first].definite or tokens[m.first].proclitics:
        return False
    opened = next((j for j in range(k - 1, max(-1, k - QUOTED), -1) if tokens[j].text in '"«“'), 0)
    head = lexicons.heads().get(tokens[opened - 1].base) if opened else None
    return head is not None and head.rule == "outlet" and head.word.endswith("ه")


def _joined_adjective(before: Token, token: Token) -> bool:
    """«الأمريكية والسعودية»: «و» joins an adjective of the same form to one that is no country."""
    return (
        token.proclitics == ("و",) and token.definite and before.definite
        and before.base.endswith("ه") and before.base in lexicons.demonyms()
        and (before.norm,) not in lexicons.phrases()
    )  # fmt: skip


def _with_preposition(tokens: Sequence[Token], m: Match) -> bool:
    """«بعقوبة الإعدام»: a preposition and a noun that governs the next, though a town is called so."""
    token, after = tokens[m.first], tokens[m.last : m.last + 1]
    if m.at != token.start or token.norm[:1] not in "بلك" or m.entry.kind in ("country", "capital"):
        return False
    governed = bool(after) and after[0].definite and not after[0].proclitics
    return (
        governed and after[0].base not in lexicons.demonyms()
        and frequencies.zipf(frequencies.key(token.text[1:])) > USUAL
    )  # fmt: skip


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
    short = m.last - m.first == 1 and (len(lone.stem) < 3 or forms.usual(lone, EVERYDAY))
    if short and m.entry.type == "place":
        before = tokens[m.first - 1] if m.first else None
        head = lexicons.heads().get(before.base) if before is not None else None
        leads = before.norm if before is not None else ""
        state = m.entry.kind in ("country", "capital")
        if (head is None or head.type != "place") and not (
            leads in DIRECTIONS or (state and leads in ("في", "الي", "من"))
        ):
            return False
    if m.entry.kind == lexicons.CLUB and placed_in(tokens, m):
        return False
    return m.entry.type in _AS and all(
        seen.get(k) in _AS[m.entry.type] for k in range(m.first, m.last)
    )


def placed_in(tokens: Sequence[Token], m: Match) -> bool:
    """«ولد في ميلان», «بميلان», «مدينة ميلان»: the town, and not its club."""
    own, before = tokens[m.first], tokens[m.first - 1] if m.first else None
    if "ب" in own.proclitics and m.at > own.start:
        return True
    head = lexicons.heads().get(before.base) if before is not None else None
    town = head is not None and head.type == "place" and head.word != "ملعب"
    return before is not None and (town or before.stem == "في")


def model(tokens: Sequence[Token], m: Match) -> bool:
    """«طائرة سوخوي 27», «بوينغ-737»: what a company makes, and not the company."""
    if m.entry.kind != lexicons.COMPANY:
        return False
    k = m.last
    joined = k < len(tokens) and tokens[k].text == "-" and tokens[k].start == tokens[k - 1].end
    while k < len(tokens) and tokens[k].text in ("-", '"', "»", "”"):
        k += 1
    made = joined or any(t.base in MADE for t in tokens[max(0, m.first - 2) : m.first])
    return made and k < len(tokens) and tokens[k].kind == "number" and len(tokens[k].text) <= MODEL


def placed(tokens: Sequence[Token], m: Match) -> bool:
    """A doubtful place right after a word for a town or a district: «مديرية باجل»."""
    if m.entry.type != "place" or not m.first or m.at != tokens[m.first].start:
        return False
    before = tokens[m.first - 1]
    head = lexicons.heads().get(before.base)
    town = head is not None and (head.rule == "town" or before.base in DISTRICTS)
    return town and not before.definite and not before.enclitic


def sited(tokens: Sequence[Token], matches: Sequence[Match]) -> list[Match]:
    """`matches`, a place for the body called alike where a word for a site stands before («ميناء الفاو»)."""
    out = []
    for m in matches:
        before = tokens[m.first - 1] if m.first and m.at == tokens[m.first].start else None
        head = lexicons.heads().get(before.base) if before is not None else None
        if head is not None and head.type == "place" and not (before.definite or before.enclitic):
            words = tuple(t.norm for t in tokens[m.first : m.last])
            m = replace(m, entry=lexicons.places_like_bodies().get(words, m.entry))
        out.append(m)
    return out


def misleading(text: str) -> frozenset[str]:
    """The places that this text's words mean something else by (lexicon/place_guards.tsv)."""
    words = f" {' '.join(fold(text).split())} "
    return frozenset(
        row["name"]
        for row in table("place_guards")
        if any(f" {fold(w)}" in words for w in row["unless"].split("|"))
        and not any(fold(w) in words for w in row["despite"].split("|"))
    )


def without_things(tokens: Sequence[Token], mentions: list[Mention]) -> list[Mention]:
    """`mentions` without those in the name of a thing, or that cross it: «كأس الاتحاد الأوروبي» names no body.
    A place inside it is one («جائزة موناكو الكبرى»)."""
    for thing in gazetteer.things(tokens):
        mentions = [m for m in mentions if not _of_thing(m, thing)]
    return mentions


def _of_thing(m: Mention, thing: Match) -> bool:
    if m.last <= thing.first or thing.last <= m.first:
        return False
    if (m.first, m.last) == (thing.first, thing.last):
        return True
    around = m.first <= thing.first and thing.last <= m.last
    inside = thing.first <= m.first and m.last <= thing.last
    return not around and not (inside and m.type == "place" and m.basis == "lexicon")
