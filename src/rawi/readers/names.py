"""Reads names out of an article: persons, organizations, places, outlets and groups.

A cascade; the parts are in readers/naming.

    1. runs         the tokens of the article proper, sentence by sentence   runs.py
    2. lexicons     known places, bodies, outlets and persons             gazetteer.py, contested.py
                    clubs by everyday words, in articles of sport         clubs.py
    2b. inferred    places that all of the article shows to be such        inferred.py
    3. people       what the trained tagger sees, cut or joined           tagger.py, spans.py
                    as far as it is believed                              believed.py, people.py
    3b. unlisted    places of datelines and after «مدينة»                   unlisted.py
    4. patterns     bodies and sites that a head word opens               patterns.py, complements.py
                    ministries without the word: «الخارجية الأميركية»    ministries.py
    5. groups       peoples and collectives                              groups.py
    5b. framed      persons whom «قال … إن» shows                         framed.py
    6. settle       which of two overlapping mentions stays               mention.py
                    surnames and cut names after the article's fuller ones surnames.py
                    one type a name, and its other mentions               repeats.py
    7. descriptions bodies by the last part of their name («قالت الداخلية»)    brief.py
                    a bare head that means a body named before («التنظيم»)   descriptions.py
    8. roles        the title or role printed with each person            roles.py
    9. metonyms     places that stand for their governments               metonyms.py
   10. link         which mentions are one entity                         linking.py, shorter.py
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic.analysis import Analysis
from rawi.arabic.words import Token
from rawi.readers.naming import (
    believed,
    clubs,
    contested,
    forms,
    inferred,
    lexicons,
    linking,
    metonyms,
    outlets,
    people,
    repeats,
    roles,
    spans,
    surnames,
    tagger,
    unlisted,
)
from rawi.readers.naming.brief import brief
from rawi.readers.naming.descriptions import descriptions
from rawi.readers.naming.framed import framed
from rawi.readers.naming.gazetteer import Match, name_start
from rawi.readers.naming.groups import groups
from rawi.readers.naming.mention import BANDS, Mention, mention_of, settle
from rawi.readers.naming.ministries import ministries
from rawi.readers.naming.patterns import Patterns
from rawi.readers.naming.runs import Run, runs_of
from rawi.readers.naming.shorter import KIND_HEADS
from rawi.readers.naming.tagger import Tagged
from rawi.records import Article, Name, Reading


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Name, ...]:
    """The names of `article`, in text order."""
    words, runs = runs_of(article, analysis)
    opening = {p.first for p in analysis.paragraphs}
    guarded = contested.misleading(article.text)
    sentences = [tokens for _, tokens in runs]
    sport = clubs.of_sport(sentences)
    known = [[m for m in row if m.entry.name not in guarded] for row in clubs.matches(sentences)]
    found_here = inferred.places(runs, opening)
    known = [
        inferred.matches(tokens, found_here, matches)
        for (_, tokens), matches in zip(runs, known, strict=True)
    ]
    tagged = tagger.tagger().tag(sentences, known)
    mentions = [
        replace(m, first=m.first + base, last=m.last + base)
        for (base, tokens), matches, labelled in zip(runs, known, tagged, strict=True)
        for m in _in_run(tokens, matches, labelled, base in opening, sport)
    ]
    dated = {k for t in found.times for k in range(t.start, t.end)}
    mentions = [
        m for m in mentions if m.type not in ("place", "organization") or m.start not in dated
    ]  # «آب» and «نيسان» are months
    mentions = settle(repeats.settled(runs, surnames.completed(runs, settle(mentions))))
    mentions = surnames.without_nouns(words, mentions)
    things = set().union(*(forms.things(tokens) for _, tokens in runs))
    mentions = [
        m for m in mentions
        if m.type != "person" or tuple(t.norm for t in words[m.first : m.last]) not in things
    ]  # fmt: skip
    mentions = sorted([*mentions, *brief(runs, mentions)], key=lambda m: (m.start, -m.end))
    described = descriptions(article.text, runs, mentions)
    meant = {m.start for m in described}
    mentions = sorted(
        [m for m in mentions if m.type != "group" or m.start not in meant] + described,
        key=lambda m: (m.start, -m.end),
    )
    mentions = _with_roles(article.text, runs, mentions)
    mentions = metonyms.marked(words, mentions)
    numbers, names = linking.link(article.text, mentions)
    return tuple(
        Name(
            article.id, m.start, m.end, article.text[m.start : m.end], m.type, f"{article.id}/e{n}",
            names.get(n), m.role, m.metonym, round(m.score, 3), m.basis,
        )
        for m, n in zip(mentions, numbers, strict=True)
        if n >= 0
    )  # fmt: skip


def _in_run(
    tokens: Sequence[Token], matches: Sequence[Match], tagged: Sequence[Tagged], opens: bool,
    sport: bool,
) -> list[Mention]:  # fmt: skip
    """2 to 5. Mentions in one sentence, overlapping ones included. `sport`: the article is one of sport."""
    tagged = spans.hyphened(tokens, [t for t in tagged if t.score >= believed.HEARD])
    tagged = [spans.before_names(t, matches) for t in tagged]
    seen = {k: t.label for t in tagged for k in range(t.first, t.last)}
    matches = contested.sited(tokens, outlets.quoted(tokens, matches))
    if sport:
        matches = clubs.of_towns(tokens, matches, seen)
    out = [
        _of_lexicon(tokens, m)
        for m in matches
        if not (
            contested.outgrown(tokens, m)
            or contested.another_word(tokens, m)
            or contested.model(tokens, m)
        )
        and (
            (m.entry.sure and not contested.denied(tokens, m, seen))
            or outlets.cued(tokens, m)
            or outlets.renamed(m, matches)
            or contested.agrees(tokens, m, seen)
            or contested.placed(tokens, m)
            or (sport and clubs.cued(tokens, m))
        )
    ]
    out += outlets.unlisted(tokens, matches, tagged)
    out += unlisted.by_context(tokens, opens)
    out += [
        m
        for t in tagged
        for p in spans.parted(tokens, t)
        if (m := believed.of_tagger(tokens, p)) is not None
    ]
    given = lexicons.given_names()
    cut = {t.first for t in tagged if t.label == "PER" and t.last - t.first == 1}
    cut = {
        k for k in cut
        if tokens[k].norm in given or tokens[k].stem in given or people.servant(tokens[k])
    }  # fmt: skip
    for a, b in people.by_given_name(tokens):
        labelled = [k for k in range(a, b) if k in seen]
        person = bool(labelled) and all(seen[k] == "PER" for k in labelled)
        mother = tokens[a].text == "أم" and person
        # the tagger saw the surname alone, or a kunya without the calling behind it
        wider = person and (labelled == [b - 1] or tokens[a].norm in people.KUNYA)
        if not labelled or mother or wider or (labelled == [a] and a in cut):
            rank = 3 if labelled else 2
            start = name_start(tokens[a])
            out.append(mention_of(tokens, a, b, start, "person", "given name", rank, 0.7))
    out += [
        mention_of(tokens, a, b, name_start(tokens[a]), "person", "after its title", 2, 0.7)
        for a, b in people.after_title(tokens)
        if not any(k in seen for k in range(a, b))
    ]
    out += [
        mention_of(tokens, a, b, name_start(tokens[a]), "person", "age", 2, 0.7)
        for a, b in people.by_age(tokens)
        if not any(k in seen for k in range(a, b))
    ]
    persons = {m.first: m.last for m in out if m.type == "person"}
    for first, last, head, bare in Patterns(tokens, matches, seen, persons).find():
        known = any(m.first == first for m in matches)
        named_after = head.word in BANDS and not known
        basis, rank = ("bare head", 1) if bare else ("head", 6 if named_after else 4)
        start = name_start(tokens[first])
        mention = mention_of(tokens, first, last, start, head.type, basis, rank, 0.85)
        out.append(replace(mention, head=head.word))
    out += groups(tokens)
    out += ministries(tokens)
    out += framed(tokens, out)
    return contested.without_things(tokens, out)


def _of_lexicon(tokens: Sequence[Token], m: Match) -> Mention:
    """2. «صحيفة …» is cut off an outlet's name; «وكالة» belongs to it."""
    first, at = m.first, m.at
    if not m.entry.key:
        return mention_of(tokens, first, m.last, at, "place", "same article", 3, 0.8)
    if m.entry.type == "person":  # the tagger's longer name and what is called so («مطار …») stand before it
        return mention_of(tokens, first, m.last, at, "person", "lexicon", 3, 0.95, m.entry.key)
    head = lexicons.heads().get(tokens[first].base)
    if (
        m.entry.type == "outlet"
        and head is not None
        and head.rule == "outlet"
        and m.last - first > 1
        and not tokens[first].definite
    ):
        first += 1
        while tokens[first].kind == "mark":
            first += 1
        at = tokens[first].start
    found = mention_of(tokens, first, m.last, at, m.entry.type, "lexicon", 5, 0.95, m.entry.key)
    if found.type == "outlet":
        return replace(found, head=outlets.head_of(tokens, first))
    before = tokens[first - 1] if first else None
    if before is not None and before.base == KIND_HEADS.get(m.entry.kind) and not before.definite:
        return replace(found, head=before.base)  # «نادي إيفرتون»
    return found


def _with_roles(text: str, runs: list[Run], mentions: list[Mention]) -> list[Mention]:
    """8. Each person with the role printed before or after the name."""
    out = []
    bodies = ("organization", "place", "outlet")
    named = sorted(k for m in mentions if m.type in bodies for k in range(m.first, m.last))
    closed = sorted(k for m in mentions if m.type == "person" for k in range(m.first, m.last))
    heads: dict[int, list[int]] = {}  # per token inside an organization's name, where such names begin
    for o in mentions:
        if o.type == "organization":
            for k in range(o.first + 1, o.last):
                heads.setdefault(k, []).append(o.first)
    lasts = {o.first: o.last for o in sorted(mentions, key=lambda o: o.last) if o.type == "organization"}
    by_first = sorted((r for r in runs if r[1]), key=lambda r: r[0])
    firsts = [b for b, _ in by_first]
    for m in mentions:
        if m.type == "person":
            base, tokens = by_first[bisect_right(firsts, m.first) - 1]
            inside, shut = (_of_run(k, base, len(tokens)) for k in (named, closed))
            for first in heads.get(m.first, ()):  # «إدارة الرئيس …»: what stands before is said of the body
                if m.last <= lasts[first]:
                    shut.add(first - base)
            role = roles.before(tokens, text, m.first - base, m.start, inside, shut) or roles.after(
                tokens, text, m.last - base, inside, shut
            )
            m = replace(m, role=role)
        out.append(m)
    return out


def _of_run(tokens: Sequence[int], base: int, length: int) -> set[int]:
    """Of sorted token indices those of a run, counted from its first token."""
    return {k - base for k in tokens[bisect_left(tokens, base) : bisect_left(tokens, base + length)]}
