// The kinds of pages, and which page of a kind is looked at.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// kinds names every page kind by the form of its address. A kind that has no
// page is a failure, so that none is forgotten.
export const kinds = {
  home: /^$/,
  search: /^search\/$/,
  letter: /^search\/[a-z0]\/$/,
  compare: /^compare\/$/,
  like: /^compare\/[a-z-]+\/$/,
  districts: /^districts\/$/,
  district: /^districts\/\d{6}\/$/,
  year: /^districts\/\d{6}\/\d{4}\/$/,
  working: /^districts\/\d{6}\/\d{4}\/[a-z-]+-\d+\/$/,
  rows: /^districts\/\d{6}\/\d{4}\/[a-z-]+-\d+\/schools\/$/,
  reduction: /^districts\/\d{6}\/\d{4}\/double-reduction\/$/,
  missing: /^districts\/\d{6}\/\d{4}\/missing\/$/,
  change: /^districts\/\d{6}\/\d{4}\/change\/$/,
  report: /^districts\/\d{6}\/\d{4}\/reports\/[a-z0-9-]+\/$/,
  names: /^districts\/\d{6}\/names\/$/,
  school: /^districts\/\d{6}\/schools\/\d{10}\/$/,
  indicators: /^indicators\/$/,
  indicator: /^indicators\/[a-z0-9_]+\/$/,
  standards: /^standards\/$/,
  standard: /^standards\/[a-z0-9-]+\/$/,
  "double-reduction": /^double-reduction\/$/,
  components: /^components\/$/,
  corrections: /^corrections\/$/,
  coverage: /^coverage\/$/,
  method: /^method\/$/,
  glossary: /^glossary\/$/,
  publish: /^publish\/$/,
};

export function addresses(dir, prefix = "") {
  return readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? addresses(join(dir, e.name), `${prefix}${e.name}/`) : e.name === "index.html" ? [prefix] : []);
}

// longest is the page of a kind that is the likeliest to break.
export const longest = (root, pages) =>
  pages.toSorted((a, b) => statSync(join(root, b, "index.html")).size - statSync(join(root, a, "index.html")).size)[0];
