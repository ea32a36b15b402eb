// A district's or school's page on paper: one clean sheet, with whose it is, of
// which year, from whom, which version and where it stands.
//
//   SITE=public node --test .ci/browser/paper.test.mjs
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { addresses, kinds, longest } from "./kinds.mjs";
import { launch } from "./launch.mjs";
import { serve } from "./serve.mjs";

const root = process.env.SITE;
let browser, site;
before(async () => {
  site = await serve(root, "/portal/jiaoyu/");
  browser = await launch(chromium);
});
after(async () => {
  await browser.close();
  site.close();
});

// sheets counts the pages of a PDF by its page objects.
const sheets = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;

for (const [kind, most] of [["school", 1], ["district", 2]]) {
  const pages = addresses(root).filter((a) => kinds[kind].test(a));
  const worst = longest(root, pages);
  for (const address of new Set([pages[0], worst])) {
    test(`${kind} /${address} prints on ${most} A4 at most`, async (t) => {
      const context = await browser.newContext({ viewport: { width: 703, height: 1040 } }); // an A4 sheet within its margins
      t.after(() => context.close());
      const page = await context.newPage();
      await page.goto(site.address + address);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.match(pdf.toString("latin1"), /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/, "not A4");
      const count = sheets(pdf);
      assert.ok(count >= 1 && count <= most, `${count} sheets`);
      await page.emulateMedia({ media: "print" });
      const text = await page.evaluate(() => document.body.innerText);
      const name = await page.locator("h1").innerText();
      for (const want of [name, "学年", "数据来源：", "版本", "/" + address, "达标线", "不排名"]) {
        assert.ok(text.includes(want), `the sheet does not say ${want}`);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `wider than the sheet by ${wide} px`);
      for (const gone of [".menu", ".crumbs", ".contents", "form", "summary"]) {
        assert.equal(await page.locator(gone).filter({ visible: true }).count(), 0, `${gone} is printed`);
      }
    });
  }
}
