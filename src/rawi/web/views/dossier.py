"""The dossier: records picked from any page, put in order, annotated, and written as a file."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import JSONResponse, RedirectResponse, Response

from rawi.export.dossier import FORMATS, Settings, dossier
from rawi.export.dossier.settings import ORDERS, PARTS
from rawi.story.basket import LONGEST_NAME, Basket
from rawi.web.baskets import COOKIE, basket_of
from rawi.web.forms import answered, word
from rawi.web.labels import N_
from rawi.web.security import local_path
from rawi.web.visit import YEAR_SECONDS, remember, visit

router = APIRouter()
NOTE = 4_000  # characters of a note or an introduction: about a page
FORMAT_NAMES = {"docx": N_("Word"), "pdf": N_("PDF"), "html": N_("Web page")}
PART_NAMES = {
    "chronology": N_("Chronology"),
    "actors": N_("Actors"),
    "commitments": N_("Commitments"),
    "conflicts": N_("Contradictions"),
    "chains": N_("Chains"),
}


@router.get("/dossier")
def page(request: Request) -> Response:
    """What is in the basket, and how to write it."""
    with visit(request) as v:
        basket = basket_of(request, v.story)
        return v.render(
            "dossier.html",
            section="dossier",
            scripts=("dossier",),
            basket=basket,
            baskets=[row for row in v.story.baskets() if row.name != basket.name],
            items=basket.items(),
            formats=FORMAT_NAMES,
            parts=PART_NAMES,
            longest=LONGEST_NAME,
        )


@router.get("/dossier/file")
def file(request: Request) -> Response:
    """The dossier as a file, in the format and with the settings that the address names."""
    asked = request.query_params
    form = asked.get("format", "docx")
    with visit(request) as v:
        wanted = tuple(part for part in asked.getlist("part") if part in PARTS)
        settings = Settings(
            lang=asked.get("lang", v.tongue.lang),
            digits=v.tongue.digits,
            months=v.tongue.months,
            order=asked.get("order", ORDERS[0]),
            parts=wanted,
        )
        basket = basket_of(request, v.story)
        made = dossier(v.story, basket, form, settings)
        name = f"{basket.title or basket.name}.{form}".replace("/", "-")
    return Response(
        made,
        media_type=FORMATS[form],
        headers={
            "content-disposition": f"attachment; filename=dossier.{form}; "
            f"filename*=UTF-8''{quote(name.encode('utf-8', 'replace'), safe='')}"
        },
    )


@router.post("/dossier/pick")
async def pick(request: Request) -> Response:
    """Puts one record into the basket or takes it out, then goes back to the page it was on."""
    return await answered(request, _pick)


def _pick(request: Request, form: FormData) -> Response:
    with visit(request) as v:
        basket = basket_of(request, v.story)
        if added := word(form, "add"):
            basket.add(added)
        else:
            basket.discard(word(form, "drop"))
        if "application/json" in request.headers.get("accept", ""):
            says = N_("In the dossier") if added else N_("Into the dossier")
            return JSONResponse({"picked": bool(added), "says": v.tongue.say(says)})
    return RedirectResponse(local_path(form.get("back")), 303)


@router.post("/dossier")
async def change(request: Request) -> Response:
    """Changes the basket: its title and first words, an item's note or place; or chooses another."""
    return await answered(request, _change)


def _change(request: Request, form: FormData) -> Response:
    with visit(request) as v:
        basket = basket_of(request, v.story)
        response = RedirectResponse("/dossier", 303)
        if "choose" in form:
            chosen = v.story.basket(word(form, "choose") or word(form, "name"))
            remember(response, v.settings, COOKIE, quote(chosen.name), seconds=YEAR_SECONDS)
        elif "title" in form:
            basket.describe(word(form, "title", 300), word(form, "introduction", NOTE))
        elif "empty" in form:
            basket.clear()
        elif (item := _number(form, "item")) is not None:
            place = _item(basket, item, form)
            if "application/json" in request.headers.get("accept", ""):
                number, count = v.tongue.number, len(basket.items())
                says = v.tongue.say(N_("Now at place %(place)s of %(all)s"))
                return JSONResponse({"says": says % {"place": number(place), "all": number(count)}})
            response = RedirectResponse(f"/dossier#i{item}", 303)
        return response


def _item(basket: Basket, item: int, form: FormData) -> int:
    """Does what a button of one item says, or puts it where it was dragged to; its place then, from 1.

    Its note is kept with all of these, so that nothing typed is lost.
    """
    basket.annotate(item, word(form, "note", NOTE))
    order = [held.id for held in basket.items()]
    place = order.index(item) + 1
    match word(form, "do"):
        case "up":
            place -= 1
        case "down":
            place += 1
        case "place":
            place = _number(form, "to") or place
        case "remove":
            basket.remove(item)
            return place
    place = min(max(place, 1), len(order))
    basket.move(item, place)
    return place


def _number(form: FormData, name: str) -> int | None:
    value = word(form, name, 18)
    return int(value) if value.isascii() and value.isdigit() else None
