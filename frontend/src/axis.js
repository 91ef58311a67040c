import { brush } from "./js/brush.js";

for (const figure of document.querySelectorAll("[data-axis]")) brush(figure);
