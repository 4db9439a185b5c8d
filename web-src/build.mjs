// Makes duidelijk/web/static/ out of web-src/: the same sources give the same bytes.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const house = join(here, "..");
const out = process.argv[2] ?? join(house, "duidelijk", "web", "static");

// What the bundle is made of; tests/test_writing_page_bundle.py counts the same files.
const sources = ["package-lock.json", "build.mjs", ...readdirSync(join(here, "src")).sort().map((name) => `src/${name}`)]
  .map((name) => join(here, name))
  .concat(["base.css", "marks.css"].map((name) => join(house, "duidelijk", "rendering", "templates", name)));
const hash = createHash("sha256");
for (const path of sources) hash.update(readFileSync(path));
const made = `made from web-src, sha256 ${hash.digest("hex")}`;

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { schrijfpagina: "src/main.ts", "schrijfpagina-stijl": "src/page.css" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  loader: { ".txt": "text" },
  charset: "utf8",
  legalComments: "none",
  banner: { js: `/*! ${made}; licences in LICENSES.txt */`, css: `/*! ${made} */` },
  metafile: true,
  logLevel: "warning",
});

// Every package of which something is in the bundle, with its licence.
const packages = new Set(
  Object.keys(metafile.inputs)
    .filter((path) => path.startsWith("node_modules/"))
    .map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)[1]),
);
const notices = [...packages].sort().map((name) => {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt"].map((each) => join(folder, each)).find(existsSync);
  if (!file) throw new Error(`no licence text in ${relative(here, folder)}`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, "utf8").trim()}\n`;
});
writeFileSync(join(out, "LICENSES.txt"), notices.join(`\n${"-".repeat(72)}\n\n`));
