import "./css/chronology.css";
import { chronology } from "./js/chronology/chronology.js";

const figure = document.querySelector("[data-chronology]");
if (figure) chronology(figure);
