// Opens one page of each kind in headless Chromium and fails on what a reader
// would suffer from: axe findings, sideways scrolling, script errors, missing
// files, requests to other hosts.
//
//   node pages.mjs PUBLIC [--widths 375,1280] [--schemes light] [--shots DIR] [--all]
//
// The folder is served on loopback below a sub-path, as inside a portal.
import { readFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { addresses, kinds, longest } from "./kinds.mjs";
import { launch } from "./launch.mjs";
import { serve } from "./serve.mjs";

const args = process.argv.slice(2);
const option = (name, fallback) => {
  const i = args.indexOf(`--${name}`);
  return i < 0 ? fallback : args[i + 1];
};
const root = args[0];
const widths = option("widths", "375,1280").split(",").map(Number);
const schemes = option("schemes", "light").split(",");
const shots = option("shots");
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const site = await serve(root, "/portal/jiaoyu/");

let passed = 0;
const failures = [];
const all = addresses(root).sort();
const chosen = [];
for (const [kind, form] of Object.entries(kinds)) {
  const pages = all.filter((a) => form.test(a));
  if (pages.length === 0) failures.push(`no page of kind ${kind}`);
  chosen.push(...(args.includes("--all") || pages.length === 0 ? pages : [longest(root, pages)]).map((address) => ({ kind, address })));
}

const browser = await launch(chromium);
for (const scheme of schemes) for (const width of widths) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP: true });
  for (const { kind, address } of chosen) {
    const page = await context.newPage();
    const wrong = [];
    page.on("request", (r) => { if (!r.url().startsWith(site.address) && !r.url().startsWith("data:")) wrong.push(`asks for ${r.url()}`); });
    page.on("response", (r) => { if (r.status() >= 400) wrong.push(`${r.status()} for ${r.url()}`); });
    page.on("pageerror", (e) => wrong.push(`script error: ${e.message}`));
    page.on("console", (m) => { if (m.type() === "error") wrong.push(`console: ${m.text()}`); });
    await page.goto(site.address + address, { waitUntil: "networkidle" });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sideways > 0) wrong.push(`scrolls sideways by ${sideways} px`);
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    for (const v of result.violations) wrong.push(`axe ${v.id} (${v.nodes.length}×): ${v.help}; first at ${v.nodes[0].target.join(" ")}`);
    if (shots) {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${kind}-${width}-${scheme}.png`), fullPage: true });
    }
    await page.close();
    const where = `${kind} /${address} at ${width} px ${scheme}`;
    if (wrong.length === 0) passed++;
    else failures.push(...wrong.map((w) => `${where}: ${w}`));
  }
  await context.close();
}
await browser.close();
site.close();
failures.forEach((f) => console.log(f));
console.log(`browser: ${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
