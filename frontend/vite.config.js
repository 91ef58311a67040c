import { resolve } from "node:path";
import { defineConfig } from "vite";
import { world } from "./map.js";

const map = {
  name: "rawi-map",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "world.svg", source: world() });
  },
};

// Every page loads `main`; the others are asked for by the pages that need them. The server reads
// manifest.json to know the hashed names, so nothing here writes HTML.
export default defineConfig({
  base: "/static/",
  plugins: [map],
  build: {
    outDir: resolve(import.meta.dirname, "../src/rawi/web/static"),
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    target: "es2022",
    cssTarget: ["chrome123", "firefox120", "safari17.5"], // the first with light-dark()
    rollupOptions: {
      input: {
        main: resolve(import.meta.dirname, "src/main.js"),
        article: resolve(import.meta.dirname, "src/article.js"),
        compare: resolve(import.meta.dirname, "src/compare.js"),
        axis: resolve(import.meta.dirname, "src/axis.js"),
        bring: resolve(import.meta.dirname, "src/bring.js"),
        dossier: resolve(import.meta.dirname, "src/dossier.js"),
        suggest: resolve(import.meta.dirname, "src/suggest.js"),
        chronology: resolve(import.meta.dirname, "src/chronology.js"),
      },
    },
  },
});
