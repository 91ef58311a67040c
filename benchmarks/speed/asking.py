"""What a question costs over one story: the first of a process, and the later ones, in either language.

Milliseconds are this process' processor time. The ratio sets a later question beside one reading of the
sentence model, which is what asking must not do often: it hardly depends on the machine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from rawi.story import Story
from rawi.story.ask import meaning

MARK_MS = 500
READ = "وقال المتحدث باسم الوزارة إن المحادثات ستبدأ في العاصمة الأسبوع المقبل بمشاركة وفود من ثلاث دول"
QUESTIONS = {
    "Arabic": (
        "من نفى وجود خطة للانسحاب من العراق؟", "كم بلغ عدد القتلى في الهجوم؟", "متى تبدأ المحادثات؟",
        "أين عقد الاجتماع؟", "ماذا قال وزير الخارجية الروسي؟", "لماذا ارتفعت أسعار النفط؟",
    ),
    "English": (
        "Who denied a plan to withdraw from Iraq?", "How many were killed in the attack?",
        "When do the talks begin?", "Where was the meeting held?", "What did the Russian foreign minister say?",
        "Why did oil prices rise?",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asking:
    """One language. Milliseconds; `ratio` is None where there is no sentence model."""

    language: str
    first: float
    later: float
    most: float
    ratio: float | None

    @property
    def missed(self) -> bool:
        """Whether any question took longer than the mark."""
        return max(self.first, self.most) > MARK_MS


def measure(path: Path) -> list[Asking]:
    """Ask every question once. The story is opened anew for each language, so that both have a first one;
    lexicons and the model are loaded by the very first."""
    out = []
    for language, questions in QUESTIONS.items():
        with Story.open(path, create=False) as story:
            spent = [_clock(lambda q=q: story.ask(q)) for q in questions]  # type: ignore[misc]
        later = median(spent[1:])
        model = meaning.model()
        reading = _clock(lambda m=model: m.passage(READ)) if model else None
        out.append(
            Asking(language, spent[0], later, max(spent[1:]), later / reading if reading else None)
        )
    return out


def table(figures: list[Asking]) -> str:
    """The figures for people."""
    lines = [f"{'language':10s} {'first ms':>9s} {'later ms':>9s} {'most ms':>9s} {'ratio':>7s}"]
    for f in figures:
        ratio = f"{f.ratio:7.1f}" if f.ratio is not None else "      –"
        note = f"  over {MARK_MS} ms" if f.missed else ""
        lines.append(f"{f.language:10s} {f.first:9.0f} {f.later:9.0f} {f.most:9.0f} {ratio}{note}")
    return "\n".join(lines)


def _clock(do: Callable[[], object]) -> float:
    began = process_time()
    do()
    return 1000 * (process_time() - began)
