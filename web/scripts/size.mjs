// Fails when a first visit would download more script than a slow line should carry. What counts is
// the entry chunk and everything that it imports statically, compressed as the edge compresses it.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT_BYTES = 250 * 1024;

const root = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", root), "utf8"));
const entry = Object.keys(manifest).find((name) => manifest[name].isEntry);
const files = new Set();

(function collect(name) {
  const chunk = manifest[name];
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const next of chunk.imports ?? []) collect(next);
})(entry);

let total = 0;
for (const file of files) {
  const size = gzipSync(readFileSync(new URL(file, root)), { level: 9 }).length;
  total += size;
  console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${file}`);
}
console.log(
  `${(total / 1024).toFixed(1).padStart(8)} KB  initial script, gzip (limit ${LIMIT_BYTES / 1024} KB)`,
);
if (total > LIMIT_BYTES) process.exit(1);
