"""A denial against a claim: the very thing that one says is not so, the other says is.

1. met       the claim asserts one of the denial's heads (asserted.py)
2. words     and says what the denial says of it, or most of a long one
3. matter    a short denial needs more words shared by what stands around the two
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from rawi.arabic.words import Token
from rawi.arabic.words import tokens as tokens_of
from rawi.story.conflicts import lexis
from rawi.story.conflicts.asserted import AHEAD, THING
from rawi.story.conflicts.charged import charged
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.clause import looks_finite
from rawi.story.conflicts.covering import covered
from rawi.story.conflicts.deeds import deeds_of_noun, deeds_of_verb
from rawi.story.conflicts.denied import Denial
from rawi.story.conflicts.finding import Finding, same_speaker, told, weigh
from rawi.story.states import states

# Read off the denials found in running stories of a hundred articles each and in 1,400 articles of all sorts.
COVERED = 0.7  # share of a denial's weight that the denied claim must say
MUCH, PART = 8.0, 0.4  # of a long denial this weight and this share are enough
DENIED = 4.5  # weight of the shared words: a denial of less may be of anything
LITTLE = 1.5  # the same within one article
TOPIC = 6.0  # weight of words that must then be shared around the two
OWN = 3.0  # weight of what is shared beside the deed, where the denier himself is said to have done it
ALONE = 12.0  # the same, where a denial has no words but its head
VERB_WORDS = 2  # words that «لم يفعل» must share with the claim: its subject and its object
BARE, BARE_WORDS = 3, 3  # signs in the key of a verb of two consonants; words to share with it
OUTLET = 6.0  # weight that an outlet's own telling must share with a denial
DEED = 2.0  # weight of a deed that is surely the same
YET = 0.7  # strength of an outlet's «لم يدخلوا بعد» against somebody who told that they had
WHOLE = 6.0  # weight of a denial, times the square of its share, that needs no more around it
OPENING = 5  # words of a claim among which its subject stands, with its verb
SUBJECT = 3  # words that a claim opens with, among which a pronoun is of who speaks
VERB_COVERED = 0.7  # share of its words that must be shared
NEXT_TO = 3  # words to each side of a deed that say of what it is told
AGAIN = 3  # days between two meetings that are two
TERM = 5  # words of a claim among which that stands which is to be done by a day
CALLED = 2  # words of a claim that calls something so
ABOUT = 0.5  # share of the words for what is said to be no such thing that stand around the claim
_PRONOUNS = frozenset({"انه", "انها", "انهم", "بانه", "بانها"})
_FEARED = frozenset({"fear", "warn"})
_NOT_CLAIMED = frozenset({"deny", "demand", "fear"})  # acts whose content nobody says is so


def denied(a: Claim, b: Claim, later: int) -> Finding | None:
    """How one of two claims denies the other, or None. `later`: days from the first to the second."""
    if same_speaker(a, b) and (a.article == b.article or not later):
        return None
    found = None
    for deny, claim in ((a, b), (b, a)):
        feared = claim.act in _FEARED
        if claim.act in _NOT_CLAIMED and not (feared and deny.holder):
            continue
        if claim.act == "accuse" and states(tokens_of(deny.name)) & states(tokens_of(claim.name)):
            continue  # who accuses another is not denied by himself
        for denial in deny.denials:
            if claim.negative and denial.sort != "being":
                continue
            after = later if deny is a else -later  # days from the denial to the claim
            if deny.article != claim.article and claim.ago is not None and (
                (after < claim.ago) if denial.when == "future" else (after > claim.ago)
            ):
                continue  # what was done before «لن تفعل», or since «نفت أن تكون فعلت»
            if deny.article != claim.article and after > 0 and _foresees(deny.name):
                continue  # «يستبعد مراقبون التوصل إلى اتفاق», and later there was one
            made = None if feared else _against(deny, denial, claim, later if deny is a else -later)
            made = made or charged(deny, denial, claim)
            before = later <= 0 if deny is a else later >= 0  # the claim was told no later
            yet = denial.yet and before and made is not None and made.strength >= YET
            if made is not None and not (deny.holder or made.done or yet):
                continue  # what an outlet tells stands against a word that was given, or «لم … بعد»
            if made is not None and (found is None or made.strength > found.strength):
                found = made
    return found


@lru_cache(maxsize=2_000)
def _foresees(name: str) -> bool:
    """Whether one of this name only says what he expects: an observer, an expert."""
    return any(lexis.is_of(t, "observer") for t in tokens_of(name))


def _against(deny: Claim, denial: Denial, claim: Claim, later: int) -> Finding | None:
    """One thing denied against one claim."""
    if denial.sort == "term":
        return _term(deny, denial, claim)
    met, done = _met(deny, denial, claim, later)
    if not met or (done and abs(later) > AGAIN and set(met) & _recurring()):
        return None  # «سيلتقي المبعوث», and a month later «لم يلتق المبعوث»
    if denial.any_of and not _told_of(claim, met, set(denial.any_of)):
        return None
    near = deny.article == claim.article
    words = set(denial.words)
    shared = _shared(deny, words, claim)
    if denial.first and denial.first not in shared:
        return None  # «ستحدد المسؤول» and «لم تحدد الموعد»
    if not _of_one(deny, denial, claim, met):
        return None
    topic = weigh((set(deny.scene) & set(claim.scene)) - shared)
    if "@holder" in denial.agent and denial.sort == "deed":
        mine = set(_names(deny.name))
        himself = bool(mine) and same_speaker(deny, claim)
        told_of = lexis.words(_tokens(claim.text)[:OPENING]) if denial.when else claim.stems
        if not himself and not mine & set(told_of):
            return None  # what he says he did not do, another did
        bare = not words or (himself and weigh(shared) >= LITTLE)
        part = PART * weigh(words) if denial.when == "future" else 0.0  # not «رسوم» for «رسوم على الهواتف …»
        enough = weigh(shared) >= max(OWN, part)
        if _plain(met) and (enough or (bare and topic >= TOPIC)):
            sure = min(0.95, 0.65 + 0.03 * weigh(shared))
            return Finding(
                "denial", sure, shared=tuple(sorted(shared)), done=done, matter=denial.heads[0]
            )
    matter, covered = weigh(words), weigh(shared)
    least = PART if denial.sort == "part" else COVERED  # who, and that he did it, is met already
    if covered < least * matter and (covered < MUCH or covered < PART * matter):
        return None
    if denial.sort == "deed" and len(shared) < BARE_WORDS and all(len(k) <= BARE for k in met):
        return None  # two consonants are of many verbs
    sure = _plain(met) or len(shared) > BARE_WORDS
    whole = sure and len(shared) >= VERB_WORDS and (covered + DEED) ** 2 >= WHOLE * (matter + DEED)
    if denial.when:
        if len(shared) < VERB_WORDS or covered < DENIED:
            return None
        if covered < VERB_COVERED * matter or not (near or topic >= TOPIC or whole):
            return None
    if not claim.holder and (len(shared) < VERB_WORDS or covered < OUTLET):
        return None
    if covered < (LITTLE if near else DENIED) and topic < TOPIC and not whole:
        return None
    if not shared and (denial.sort != "being" or topic < ALONE):
        return None
    sure = min(1.0, 0.5 + 0.05 * covered + 0.01 * topic) * (1.0 if claim.holder else 0.8)
    return Finding("denial", sure, shared=tuple(sorted(shared)), done=done, matter=denial.heads[0])


@cache
def _recurring() -> frozenset[str]:
    """The keys of deeds that are done again and again."""
    words = (t for w in lexis.group("recurring") for t in tokens_of(w))
    return frozenset(k for t in words for k in (*deeds_of_verb(t), *deeds_of_noun(t)))


def _of_one(deny: Claim, denial: Denial, claim: Claim, met: set[str]) -> bool:
    """Whether it may be one party's deed: not where the denial is of its speaker's side («بلاده لن تنسحب») and
    the claim of another's, nor where the claim is of him who is named there («أكد التزامه») and the denial of a
    third's."""
    tokens = _tokens(claim.text)
    if _owns(_tokens(deny.text)[:OPENING]) and denial.when and not same_speaker(deny, claim):
        told_of = states(tokens) | (set(claim.home) if _owns(tokens) else set())
        if not set(deny.home) & told_of:
            return False
    if denial.subject and not _subject_told(deny, denial, claim):
        return False
    for k, token in enumerate(tokens):
        own = bool(token.enclitic) and not looks_finite(tokens, k)
        if own and denial.subject and not {*deeds_of_noun(token), *lexis.words([token])}.isdisjoint(met):
            before = {*lexis.words(tokens[:k]), *_names(claim.name)}
            if before.isdisjoint(denial.subject):
                return False
    return True


def _subject_told(deny: Claim, denial: Denial, claim: Claim) -> bool:
    """Whether a claim is of what a negated verb has for its subject («سياستنا لم تتغير»), or is said by it."""
    first = next((t for t in _tokens(deny.text) if set(lexis.words([t])) & set(denial.subject)), None)
    if first is None or first.norm.lstrip("وف") in lexis.group("own") or lexis.is_of(first, "office"):
        return True
    said = _tokens(claim.text)
    if states([first]) & (states(said) | set(claim.home) | states(_tokens(claim.name))):
        return True
    known = {*_names(claim.name), *claim.around}
    return bool(covered([first], said).words) or set(lexis.words([first])) <= known


def _owns(tokens: Sequence[Token]) -> bool:
    """«بلاده», «حكومتنا»."""
    return any(t.norm.lstrip("وف") in lexis.group("own") for t in tokens)


def _told_of(claim: Claim, met: set[str], what: set[str]) -> bool:
    """Whether a claim tells the deed of this very thing, straight after it or before."""
    tokens = _tokens(claim.text)
    nouns = {  # not «الإسرائيلية» in «قتلت القوات الإسرائيلية …»
        k for k, t in enumerate(tokens) if not (k and t.definite and tokens[k - 1].definite)
    }
    return any(
        (deeds_of_verb(t) | deeds_of_noun(t)) & met
        and any(
            what & set(lexis.words(tokens[n : n + 1]))
            for n in nouns & set(range(k - NEXT_TO, k + 1 + NEXT_TO))
        )
        for k, t in enumerate(tokens)
    )


def _plain(met: set[str]) -> bool:
    """Whether the deed that is met is surely one: two consonants are of many verbs."""
    return any(len(k) > BARE or k[0] != "~" for k in met)


def _shared(deny: Claim, words: set[str], claim: Claim) -> frozenset[str]:
    """The words of a denial that a claim says, also where it only points at who says it («قواته», «إنه») or
    the denial at its speaker's state («بلاده لن تبيع …» and «باعت روسيا …»)."""
    said = set(claim.stems)
    opening = _tokens(claim.text)[:SUBJECT]
    if claim.holder and any(t.enclitic or t.norm in _PRONOUNS for t in opening):
        said |= set(_names(claim.name))
    found = told(words, said)
    own = words & lexis.stems_of("own")
    if own and deny.home and not found >= own and set(deny.home) & states(_tokens(claim.text)):
        found |= own
    return found


@lru_cache(maxsize=4_000)  # one denial is held against many claims
def _tokens(text: str) -> tuple[Token, ...]:
    return tokens_of(text)


def _met(deny: Claim, denial: Denial, claim: Claim, later: int) -> tuple[set[str], bool]:
    """Which heads of a denial a claim asserts, and whether it tells, later, what became of a word given."""
    heads, keys = set(denial.heads), set(claim.claimed)
    if denial.sort == "part":
        return (heads if claim.holder and _blamed(deny, denial, claim) else set()), False
    if denial.sort == "thing":
        plans = heads & lexis.stems_of("plan")
        there = {h for h in plans or heads if THING + h in keys}
        planned = {h for h in heads if plans and not keys.isdisjoint((h, h + AHEAD))}
        return there | {h for h in planned if h[0] == "~"}, False
    if denial.sort == "being":
        about = set(denial.agent)
        if weigh(about & set(claim.scene)) < ABOUT * weigh(about):
            return set(), False
        told = looks_finite(_tokens(claim.text), 0)  # «خرجت المسرحيات» calls nothing so
        return (set() if told or len(claim.stems) < CALLED else heads & set(claim.called)), False
    if denial.yet and later > 0:
        return set(), False  # it may have come since
    told, ahead = heads & keys, {h for h in heads if h + AHEAD in keys}
    if denial.when == "past":
        return told | (ahead if later < 0 else set()), not told
    if denial.when == "future":
        return ahead | (told if later > 0 else set()), not ahead
    return told | ahead, False


def _term(deny: Claim, denial: Denial, claim: Claim) -> Finding | None:
    """«لا موعد لبيع المخازن» against a day, or a timetable, by which they are to be sold."""
    if not (claim.dated or any(THING + h in claim.claimed for h in denial.heads)):
        return None
    words = set(denial.words)
    told = words & set(claim.stems)
    meant = words & (set(claim.stems) | set(claim.scene))
    near = deny.article == claim.article
    if told and not told & set(claim.stems[:TERM]):
        return None  # «سيجتمعان هذا الأسبوع من أجل اتفاق …»: the day is another thing's
    if not words or not (told or near) or weigh(meant) < COVERED * weigh(words):
        return None
    if weigh(told) < (LITTLE if near else DENIED) and not (near and not claim.dated):
        return None
    kind = "denial" if deny.act == "deny" else "position"
    sure = min(0.95, 0.5 + 0.05 * weigh(meant))
    return Finding(kind, sure, shared=tuple(sorted(meant)), matter=denial.heads[0])


def _blamed(deny: Claim, denial: Denial, claim: Claim) -> bool:
    """Whether a claim says that he who denies his part, or whom he speaks for, did it."""
    if not set(claim.blamed) & set(denial.words):
        return False
    who = {s for n in denial.agent for s in _names(deny.name if n == "@holder" else n)}
    return bool(who & set(claim.accused if claim.act == "accuse" else claim.stems))


def _names(name: str) -> list[str]:
    """The stems of a name without the words of an office."""
    return lexis.words([t for t in tokens_of(name) if not lexis.is_of(t, "office")])


def matter_of(deny: Claim) -> str:
    """What a denial is of, where it is of one thing."""
    return deny.denials[0].heads[0] if len(deny.denials) == 1 else ""
