import "./css/fonts.css";
import "./css/tokens.css";
import "./css/base.css";
import "./css/layout.css";
import "./css/parts.css";
import "./css/desk.css";
import "./css/article.css";
import "./css/dossier.css";
import "./css/quoting.css";
import "./css/print.css";
import { keys } from "./js/keys.js";
import { menus } from "./js/menus.js";
import { pick } from "./js/pick.js";

keys();
menus();
pick();
