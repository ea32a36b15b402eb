// What readers bring: larger text, no colours of ours, only a keyboard, a
// script that runs the other way. One page of each kind.
//
//   SITE=public node --test .ci/browser/access.test.mjs
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { addresses, kinds, longest } from "./kinds.mjs";
import { launch } from "./launch.mjs";
import { serve } from "./serve.mjs";

const root = process.env.SITE;
const all = addresses(root);
const one = Object.entries(kinds).map(([kind, form]) => [kind, longest(root, all.filter((a) => form.test(a)))]);
let browser, site;
before(async () => {
  site = await serve(root, "/portal/jiaoyu/");
  browser = await launch(chromium);
});
after(async () => {
  await browser.close();
  site.close();
});

// each opens one page of each kind and gathers what is wrong with all of them.
async function each(options, look) {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: "reduce", ...options });
  const wrong = [];
  for (const [kind, address] of one) {
    const page = await context.newPage();
    await page.goto(site.address + address);
    for (const what of await look(page)) wrong.push(`${kind} /${address}: ${what}`);
    await page.close();
  }
  await context.close();
  assert.deepEqual(wrong, []);
}

// sideways is by how much a page must be scrolled sideways.
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("text twice as large: nothing lost, no sideways scrolling", () =>
  each({ viewport: { width: 640, height: 900 } }, async (page) => {
    const words = () => page.evaluate(() => document.body.innerText.replace(/\s+/g, "").length);
    const before = await words();
    await page.addStyleTag({ content: "html { font-size: 200% !important }" });
    const wrong = [];
    const over = await sideways(page);
    if (over > 0) wrong.push(`scrolls sideways by ${over} px`);
    if ((await words()) < before) wrong.push("words are lost");
    const cut = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((e) => {
      const s = getComputedStyle(e);
      return s.overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1 && s.clipPath === "none" && e.offsetWidth > 2;
    }).length);
    if (cut > 0) wrong.push(`${cut} elements are cut off`);
    return wrong;
  }));

test("right to left: the layout follows, nothing sticks out", () =>
  each({ viewport: { width: 375, height: 900 } }, async (page) => {
    await page.evaluate(() => { document.documentElement.dir = "rtl"; });
    const wrong = [];
    const over = await page.evaluate(() => Math.max(document.documentElement.scrollWidth - document.documentElement.clientWidth, -document.documentElement.scrollLeft));
    if (over > 0) wrong.push(`scrolls sideways by ${over} px`);
    const brand = await page.locator(".brand").evaluate((e) => e.getBoundingClientRect().right - document.querySelector(".masthead").getBoundingClientRect().right);
    if (brand < -60) wrong.push("the masthead still begins on the left");
    return wrong;
  }));

test("forced colours: every mark can still be told", () =>
  each({ viewport: { width: 768, height: 900 }, forcedColors: "active" }, (page) => page.evaluate(() => {
    const wrong = [];
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    for (const e of document.querySelectorAll(".t > use, .t > line, .strip use, .strip .rule, .flow line, .bar rect")) {
      const s = getComputedStyle(e);
      const drawn = [s.stroke, s.fill].some((c) => c !== "none" && c !== ground);
      if (!drawn) wrong.push(`${e.parentElement.getAttribute("class")} ${e.localName} cannot be seen`);
    }
    for (const e of document.querySelectorAll(".v")) {
      if (!e.textContent.trim()) wrong.push("a verdict without a word");
    }
    return [...new Set(wrong)];
  })));

test("by keyboard alone: in order, in sight, with a ring", () =>
  each({ viewport: { width: 1280, height: 900 } }, async (page) => {
    const wrong = [];
    await page.keyboard.press("Tab");
    if (!(await page.evaluate(() => document.activeElement.classList.contains("skip")))) wrong.push("the first stop is not the way to the text");
    await page.keyboard.press("Enter");
    for (let i = 0; i < 25; i++) {
      await page.keyboard.press("Tab");
      const what = await page.evaluate(() => {
        const e = document.activeElement;
        if (e === document.body || e.classList.contains("skip")) return "end";
        if (!e.closest("main, footer")) return `${e.outerHTML.slice(0, 80)} comes after the way past it`;
        const s = getComputedStyle(e), box = e.getBoundingClientRect();
        if (s.outlineStyle === "none" || parseFloat(s.outlineWidth) < 2) return `${e.outerHTML.slice(0, 80)} shows no ring`;
        if (box.bottom < 0 || box.top > innerHeight) return `${e.outerHTML.slice(0, 80)} is out of sight`;
        return "";
      });
      if (what === "end") break;
      if (what) wrong.push(what);
    }
    const summary = page.locator("main summary").first();
    if (await summary.count()) {
      await summary.focus();
      const open = () => summary.evaluate((e) => e.parentElement.open);
      const before = await open();
      await page.keyboard.press("Enter");
      if ((await open()) === before) wrong.push("a working cannot be opened by key");
    }
    return wrong;
  }));
