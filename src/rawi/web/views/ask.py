"""A question in plain words, answered by sentences of the articles with the records in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.arabic.letters import fold
from rawi.errors import RawiError
from rawi.readers.attribution.cues import read_word
from rawi.story.ask.answer import Answer
from rawi.story.people.english import called
from rawi.web.labels import N_
from rawi.web.reasons import explained
from rawi.web.streaming import PAUSE, streamed
from rawi.web.visit import Visit, common, environment, known_again, visit

router = APIRouter()
LONGEST = 300  # characters of a question that are looked at
MOST = 10  # answers


@router.get("/ask")
def ask(request: Request) -> Response:
    """The sentences that answer, best first; nothing is made up where nothing comes near.

    The head of the page goes out before the answers are looked for.
    """
    question = " ".join(request.query_params.get("q", "").split())[:LONGEST]
    if not question:
        with visit(request) as v:
            return v.render("ask.html", section="ask", question="", examples=_examples(v))
    response = streamed(request, _pieces(request, question))
    known_again(request, response, request.app.state.settings)
    return response


# Arabic asks «ماذا قال» or «ماذا قالت»; English needs two ways to say one thing for it.
SAID = N_("What did %(name)s say?"), N_("What has %(name)s said?")
ABOUT = N_("What did %(name)s say about %(place)s?"), N_("What has %(name)s said about %(place)s?")
CUES = 20  # statements of a speaker whose verbs are looked at


def _examples(v: Visit) -> list[str]:
    """Questions that this story can answer, in the reader's language."""
    known = called if v.tongue.lang == "en" else str
    speakers = [(one.name, name) for one in v.whole("speakers")[:2] if (name := known(one.name))]
    places = [name for one in v.whole("places")[:1] if (name := known(one.name))]
    she = [v.memory.recall(("she", own), partial(_she, v, own)) for own, _ in speakers]
    named = [name for _, name in speakers]
    return [
        v.tongue.say(SAID[her]) % {"name": name} for name, her in zip(named, she, strict=True)
    ] + [
        v.tongue.say(ABOUT[her]) % {"name": name, "place": place}
        for name, her in zip(named[:1], she[:1], strict=True) for place in places
    ]  # fmt: skip


def _she(v: Visit, name: str) -> bool:
    """Whether the verbs that the articles print with a speaker are mostly feminine («قالت»)."""
    said = v.story.records("statement", speaker=name, limit=CUES).items
    cues = [row.record.cue.text for row in said if row.record.cue]
    genders = [{form.gender for form, _ in read_word(fold(cue))[0]} for cue in cues if " " not in cue]
    return 2 * genders.count({"f"}) > sum(map(bool, genders))


def _pieces(request: Request, question: str) -> Iterator[str]:
    with visit(request) as v:
        yield from environment(v.tongue.lang).get_template("ask.html").generate(
            common(request, v.settings, v.tongue, v.story, "ask"),
            question=question, PAUSE=PAUSE, found=partial(_found, v, question),
        )  # fmt: skip


def _found(v: Visit, question: str) -> tuple[tuple[Answer, ...], str]:
    """The answers; with them why there are none, where asking failed: the page has begun by then."""
    try:
        return v.story.ask(question, limit=MOST), ""
    except RawiError as error:
        return (), explained(v.tongue.say(error.reason), v.tongue)
