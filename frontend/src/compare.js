import { compare } from "./js/compare.js";

const panes = document.querySelector("[data-compare]");
if (panes) compare(panes);
