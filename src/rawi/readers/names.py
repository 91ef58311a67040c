"""Reads names out of an article: persons, organizations, places, outlets and groups.

A cascade; the parts are in readers/naming.

    1. runs         the tokens of the article proper, sentence by sentence
    2. lexicons     known places, bodies and outlets                      gazetteer.py
    3. people       what the trained tagger sees, as far as it is believed    tagger.py, believed.py, people.py
    3b. unlisted    places of datelines and after «مدينة»                   unlisted.py
    4. patterns     bodies and sites that a head word opens               patterns.py
    5. groups       peoples and collectives
    6. settle       which of two overlapping mentions stays               mention.py
                    surnames and cut names after the article's fuller ones people.py
    7. descriptions a bare head that means a body named before («التنظيم»)
    8. roles        the title or role printed with each person            roles.py
    9. metonyms     places that stand for their governments               metonyms.py
   10. link         which mentions are one entity                         linking.py
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rawi.arabic.analysis import Analysis
from rawi.arabic.words import Token
from rawi.readers.naming import (
    believed,
    gazetteer,
    lexicons,
    linking,
    metonyms,
    outlets,
    people,
    roles,
    tagger,
    unlisted,
)
from rawi.readers.naming.gazetteer import Match, name_start
from rawi.readers.naming.mention import Mention, mention_of, settle
from rawi.readers.naming.patterns import Patterns
from rawi.readers.naming.tagger import Tagged
from rawi.records import Article, Name, Reading

VAGUE = frozenset(("جهات", "اطراف", "قوي"))  # collectives only with an adjective


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Name, ...]:
    """The names of `article`, in text order."""
    runs = list(_runs(article, analysis))
    opening = {p.first for p in analysis.paragraphs}
    guarded = believed.misleading(article.text)
    known = [
        [m for m in gazetteer.matches(tokens) if m.entry.name not in guarded] for _, tokens in runs
    ]
    tagged = tagger.tagger().tag([tokens for _, tokens in runs], known)
    mentions = [
        _shifted(m, base)
        for (base, tokens), matches, spans in zip(runs, known, tagged, strict=True)
        for m in _in_run(tokens, matches, spans, base in opening)
    ]
    dated = {k for t in found.times for k in range(t.start, t.end)}
    mentions = [m for m in mentions if m.type != "place" or m.start not in dated]  # «آب» is August
    mentions = settle(unlisted.spread(runs, people.completed(runs, settle(mentions))))
    mentions = sorted(
        mentions + _descriptions(article.text, runs, mentions), key=lambda m: (m.start, -m.end)
    )
    mentions = _with_roles(article.text, runs, mentions)
    mentions = metonyms.marked(analysis.tokens, mentions)
    numbers, names = linking.link(article.text, mentions)
    return tuple(
        Name(
            article.id, m.start, m.end, article.text[m.start : m.end], m.type, f"{article.id}/e{n}",
            names.get(n), m.role, m.metonym, round(m.score, 3), m.basis,
        )
        for m, n in zip(mentions, numbers, strict=True)
        if n >= 0
    )  # fmt: skip


def _runs(article: Article, analysis: Analysis) -> Iterator[tuple[int, Sequence[Token]]]:
    """1. The index of the first token and the tokens of every sentence inside title and body."""
    areas = sorted({(s.start, s.end) for s in (*article.body, *filter(None, [article.title]))})
    tokens = analysis.tokens
    seen = -1
    for s in analysis.sentences:
        for start, end in areas:
            if start < s.end and s.start < end:
                first = max(s.first, seen)
                while first < s.last and tokens[first].start < start:
                    first += 1
                last = first
                while last < s.last and tokens[last].end <= end:
                    last += 1
                if last > first:
                    seen = last
                    yield first, tokens[first:last]


def _shifted(m: Mention, by: int) -> Mention:
    return replace(m, first=m.first + by, last=m.last + by)


def _in_run(
    tokens: Sequence[Token], matches: Sequence[Match], spans: Sequence[Tagged], opens: bool
) -> list[Mention]:
    """2 to 5. Mentions in one sentence, overlapping ones included."""
    spans = believed.hyphened(tokens, spans)
    seen = {k: t.label for t in spans for k in range(t.first, t.last)}
    out = [
        _of_lexicon(tokens, m)
        for m in matches
        if not (believed.outgrown(tokens, m) or believed.another_word(tokens, m))
        and (
            (m.entry.sure and not believed.denied(tokens, m, seen))
            or outlets.cued(tokens, m)
            or believed.agrees(tokens, m, seen)
        )
    ]
    out += outlets.unlisted(tokens, matches)
    out += unlisted.by_context(tokens, opens)
    out += [
        m
        for t in spans
        for p in believed.parted(tokens, t)
        if (m := believed.of_tagger(tokens, p)) is not None
    ]
    out += [
        mention_of(tokens, a, b, name_start(tokens[a]), "person", "given name", 2, 0.7)
        for a, b in people.by_given_name(tokens)
        if not any(k in seen for k in range(a, b))
    ]
    out += [
        mention_of(tokens, a, b, name_start(tokens[a]), "person", "after its title", 2, 0.7)
        for a, b in people.after_title(tokens)
        if not any(k in seen for k in range(a, b))
    ]
    for first, last, head, bare in Patterns(tokens, matches, set(seen)).find():
        basis, rank = ("bare head", 1) if bare else ("head", 4)
        start = name_start(tokens[first])
        mention = mention_of(tokens, first, last, start, head.type, basis, rank, 0.85)
        out.append(replace(mention, head=head.word))
    out += _groups(tokens)
    return out


def _of_lexicon(tokens: Sequence[Token], m: Match) -> Mention:
    """2. «صحيفة …» is cut off an outlet's name; «وكالة» belongs to it."""
    first, at = m.first, m.at
    head = lexicons.heads().get(tokens[first].base)
    if (
        m.entry.type == "outlet"
        and head is not None
        and head.rule == "outlet"
        and m.last - first > 1
    ):
        first += 1
        while tokens[first].kind == "mark":
            first += 1
        at = tokens[first].start
    return mention_of(tokens, first, m.last, at, m.entry.type, "lexicon", 5, 0.95, m.entry.key)


def _groups(tokens: Sequence[Token]) -> list[Mention]:
    """5. «الأميركيون», «الفصائل المسلحة»: collectives without a name of their own."""
    out = []
    peoples, heads = lexicons.collectives(), lexicons.group_heads()
    stops, adjectives = lexicons.generic("stop"), lexicons.generic("adjective")
    for i, t in enumerate(tokens):
        if t.kind != "word" or not t.definite or t.enclitic:
            continue
        if t.base not in peoples and t.base not in heads:
            continue
        j = i + 1
        while j < len(tokens) and j - i < 3 and t.base in heads:
            a = tokens[j]
            if not a.definite or a.proclitics or a.norm in stops:
                break
            if not (a.base.endswith(("ي", "يه", "ين", "ون")) or a.norm in adjectives):
                break
            j += 1
        if j > i + 1 or t.base not in VAGUE:
            out.append(mention_of(tokens, i, j, name_start(t), "group", "collective", 2, 0.8))
    return out


def _descriptions(
    text: str, runs: list[tuple[int, Sequence[Token]]], mentions: list[Mention]
) -> list[Mention]:
    """7. Bare heads («التنظيم», «الإقليم») after a body or place that they can mean."""
    heads = lexicons.heads()
    covered = [(m.start, m.end) for m in mentions]
    out = []
    for base, tokens in runs:
        for i, t in enumerate(tokens):
            head = heads.get(t.base) if t.kind == "word" and t.definite and not t.enclitic else None
            if head is None or head.rule in ("town", "outlet") or head.definite == "bare":
                continue
            if any(a < t.end and t.start < b for a, b in covered):
                continue
            if any(
                m.start < t.start and m.type == head.type
                and linking.described_by(m, linking.words_of(text[m.start : m.end], m.type), head.word)
                for m in mentions
            ):  # fmt: skip
                last = i + 1
                following = tokens[last] if last < len(tokens) else None
                if following is not None and following.norm in lexicons.generic("epithet"):
                    last += 1  # «التنظيم الإرهابي»
                elif following is not None and following.definite and not following.proclitics:
                    continue
                mention = mention_of(
                    tokens, i, i + 1, name_start(t), head.type, "description", 0, 0.6
                )
                out.append(_shifted(replace(mention, head=head.word), base))
    return out


def _with_roles(
    text: str, runs: list[tuple[int, Sequence[Token]]], mentions: list[Mention]
) -> list[Mention]:
    """8. Each person with the role printed before or after the name."""
    out = []
    named = {
        k
        for m in mentions
        if m.type in ("organization", "place", "outlet")
        for k in range(m.first, m.last)
    }
    closed = {k for m in mentions if m.type == "person" for k in range(m.first, m.last)}
    by_first = sorted(runs)
    for m in mentions:
        if m.type == "person":
            base, tokens = next((b, t) for b, t in by_first if b <= m.first < b + len(t))
            inside = {k - base for k in named}
            shut = {k - base for k in closed}
            role = roles.before(tokens, text, m.first - base, inside, shut) or roles.after(
                tokens, text, m.last - base, inside, shut
            )
            m = replace(m, role=role)
        out.append(m)
    return out
