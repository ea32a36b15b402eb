// What only scripts show must be as easy to use as what is there without them:
// no axe finding and no sideways scrolling, at every width, light and dark.
//
//   SITE=public node --test .ci/browser/states.test.mjs
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { visitor } from "./visit.mjs";

const { visit, address } = await visitor();
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const states = {
  "schools found on the home page": ["", "一小"],
  "nothing found": ["search/", "月球"],
  "a district's own schools found": ["districts/990107/names/", "荷叶"],
  "districts beside each other": ["compare/?d=990101,990102,990104,990107"],
  "schools beside each other": ["compare/?s=990107-2199070101,990101-2199010101"],
};
for (const [name, [path, words]] of Object.entries(states)) {
  for (const colorScheme of ["light", "dark"]) for (const width of [320, 375, 768, 1280]) {
    test(`${name}: ${width} px, ${colorScheme}`, async (t) => {
      const page = await visit(t, address + path, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
      if (words) await page.getByRole("searchbox").fill(words);
      await page.locator(words ? ".found:not([hidden])" : ".beside").first().waitFor();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "scrolls sideways");
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(violations.map((v) => `${v.id} ${v.nodes[0].target.join(" ")}`), []);
    });
  }
}
