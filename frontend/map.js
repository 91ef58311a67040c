// The land and its borders as one small drawing in Mercator, 1000 units for 360 degrees, so that the server
// can place points on it with two lines of arithmetic and no page needs a map library or an outside tile.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoMercator, geoPath } from "d3-geo";
import { mesh, merge } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const WIDTH = 1000; // src/rawi/web/places.py projects onto the same width
const DETAIL = 0.05; // square degrees below which a bend of the 1:50m coast is left out
const SOUTH = -60; // no news comes from beyond

/** The drawing, with the two symbols `land` and `borders`. */
export function world() {
  const require = createRequire(import.meta.url);
  const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/countries-50m.json"), "utf8"));
  const plain = simplify(presimplify(atlas), DETAIL);
  const countries = plain.objects.countries;
  countries.geometries = countries.geometries.filter((one) => one.properties.name !== "Antarctica");
  const projection = geoMercator().scale(WIDTH / (2 * Math.PI)).translate([WIDTH / 2, WIDTH / 2])
    .clipExtent([[0, 0], [WIDTH, WIDTH]]);
  const path = geoPath(projection).digits(1);
  const land = path(merge(plain, countries.geometries));
  const borders = path(mesh(plain, countries, (a, b) => a !== b));
  return `<svg xmlns="http://www.w3.org/2000/svg"><symbol id="land" viewBox="0 0 ${WIDTH} ${WIDTH}"><path d="${land}"/></symbol>` +
    `<symbol id="borders" viewBox="0 0 ${WIDTH} ${WIDTH}"><path d="${borders}"/></symbol></svg>\n`;
}
