import { reading } from "./js/reading.js";

const text = document.querySelector("[data-reading]");
if (text) reading(text, document.querySelector("[data-evidence]"));
