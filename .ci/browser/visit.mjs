// A reader's browser for tests: a phone that opens pages of the site in the
// folder SITE, served below a sub-path as inside a portal.
import { after } from "node:test";
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { launch } from "./launch.mjs";
import { serve } from "./serve.mjs";

// visitor gives the site's address and a way to visit a page of it. A visit
// fails its test on any script error, refusal by the content security policy,
// missing file or request to another host.
export async function visitor() {
  const site = await serve(process.env.SITE, "/portal/jiaoyu/");
  const browser = await launch(chromium);
  after(async () => {
    await browser.close();
    site.close();
  });
  const visit = async (t, url, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 375, height: 800 }, ...options });
    const wrong = [];
    t.after(async () => {
      await context.close();
      assert.deepEqual(wrong, []);
    });
    const page = await context.newPage();
    page.on("pageerror", (e) => wrong.push(e.message));
    page.on("console", (m) => { if (m.type() === "error") wrong.push(m.text()); });
    page.on("request", (r) => { if (!r.url().startsWith(site.address) && !r.url().startsWith("file:")) wrong.push(`asks for ${r.url()}`); });
    await page.goto(url);
    return page;
  };
  return { visit, address: site.address };
}
