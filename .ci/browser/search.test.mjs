// A reader looks for a school: on the home page, on the search page and in a
// district, by mouse or keyboard, with and without scripts, below a sub-path
// and from disk.
//
//   SITE=public PORTABLE=portable node --test .ci/browser/search.test.mjs
import { test } from "node:test";
import assert from "node:assert/strict";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { visitor } from "./visit.mjs";

const { visit, address } = await visitor();
const field = (page) => page.getByRole("searchbox");
const hit = (page, name) => page.locator(".found li", { has: page.getByRole("link", { name, exact: true }) });
async function look(page, words) {
  await field(page).fill(words);
  await page.locator(".found:not([hidden])").waitFor();
}

for (const [how, words, school, about] of [
  ["a part of its name", "荷叶镇中心", "示例湖县荷叶镇中心小学", "小学，示例湖县"],
  ["a short form", "湖县一小", "示例湖县第一小学", "小学，示例湖县"],
  ["a short form of a junior school", "湖县二中", "示例湖县第二初级中学", "初中，示例湖县"],
  ["two characters from the middle", "侨光", "示例市侨光小学", "小学，示例市"],
  ["a former name", "第七小学", "示例市实验学校", "小学，示例市，曾用名示例市第七小学"],
  ["pinyin", "qiaoguang", "示例市侨光小学", "小学，示例市"],
  ["the initials of its pinyin", "hyzzx", "示例湖县荷叶镇中心小学", "小学，示例湖县"],
  ["its full name", "示例湖县第一小学", "示例湖县第一小学", "小学，示例湖县"],
]) {
  test(`home: ${how} (${words}) finds ${school}, and one step more opens it`, async (t) => {
    const page = await visit(t, address);
    await look(page, words);
    await hit(page, school).waitFor();
    assert.ok((await hit(page, school).innerText()).endsWith(about), await hit(page, school).innerText());
    await hit(page, school).getByRole("link").click();
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), school);
  });
}

test("home: a district is found by its name and its initials", async (t) => {
  const page = await visit(t, address);
  for (const words of ["边境", "slbjq", "bianjing"]) {
    await look(page, words);
    await hit(page, "示例边境区").waitFor();
    assert.match(await hit(page, "示例边境区").innerText(), /市辖区，示例省示例地级市$/);
  }
  await hit(page, "示例边境区").getByRole("link").click();
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "示例边境区");
});

test("home: a district that has not published is named without a link", async (t) => {
  const page = await visit(t, address);
  await look(page, "示例山县");
  await page.locator(".found li b", { hasText: "示例山县" }).waitFor();
  assert.match(await page.locator(".found li", { hasText: "示例山县" }).innerText(), /尚未公布$/);
});

test("keyboard: type, read the count, Tab to the hit, Enter", async (t) => {
  const page = await visit(t, address);
  while (!(await field(page).evaluate((e) => e === document.activeElement))) await page.keyboard.press("Tab");
  await page.keyboard.type("湖县一小");
  await page.keyboard.press("Enter");
  await hit(page, "示例湖县第一小学").waitFor();
  assert.match(await page.getByRole("status").innerText(), /^找到\d+个。$/);
  for (let i = 0; i < 10; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.closest(".found") !== null)) break;
  }
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "示例湖县第一小学");
  await page.keyboard.press("Enter");
  await page.waitForURL(/schools\/2199070101\/$/);
});

test("nothing found: says so, and what to do next", async (t) => {
  const page = await visit(t, address);
  await look(page, "月球小学校");
  await page.locator(".next:not([hidden])").waitFor();
  assert.equal(await page.getByRole("status").innerText(), "没有找到“月球小学校”。");
  assert.match(await page.locator(".next").innerText(), /最特别的两三个字[\s\S]*按拼音找[\s\S]*谁还没有公布/);
  await look(page, "月");
  await page.getByText("请至少写两个字").waitFor();
});

test("a district page leads to a search among its own schools", async (t) => {
  const page = await visit(t, `${address}districts/990107/`);
  await field(page).fill("一小");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\/\?q=/);
  await hit(page, "示例湖县第一小学").waitFor();
  assert.match(await page.getByRole("status").innerText(), /只找了示例湖县的学校。/);
  assert.equal(await page.locator(".found ol li", { hasNotText: "示例湖县" }).count(), 0);
  await page.getByRole("link", { name: "在全部区县里找" }).click();
  await page.locator(".found ol li", { hasNotText: "示例湖县" }).first().waitFor();
});

test("a search in the address is answered", async (t) => {
  const page = await visit(t, `${address}search/?q=${encodeURIComponent("侨光")}`);
  await hit(page, "示例市侨光小学").waitFor();
  assert.equal(await field(page).inputValue(), "侨光");
});

test("without scripts: from the home page by letter, district and list to the school", async (t) => {
  const page = await visit(t, address, { javaScriptEnabled: false });
  await field(page).fill("第一小学");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\/\?q=/);
  await page.getByRole("link", { name: /^S：全部/ }).click();
  await page.locator("li", { hasText: "示例湖县" }).getByRole("link", { name: /所学校$/ }).click();
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "示例湖县学校名录");
  await page.getByRole("link", { name: "示例湖县第一小学" }).click();
  await page.waitForURL(/schools\/2199070101\/$/);
});

test("without scripts: a former name stands in the list and leads to the school of today", async (t) => {
  const page = await visit(t, `${address}districts/990101/names/`, { javaScriptEnabled: false });
  const row = page.locator("li", { hasText: "示例市第七小学" });
  assert.match(await row.innerText(), /曾用名，现为示例市实验学校/);
});

test("from disk: the copy finds and opens a school", async (t) => {
  const page = await visit(t, pathToFileURL(resolve(process.env.PORTABLE, "index.html")).href);
  await look(page, "湖县一小");
  await hit(page, "示例湖县第一小学").getByRole("link").click();
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "示例湖县第一小学");
  assert.match(page.url(), /schools\/2199070101\/index\.html$/);
});

test("from disk: a district's field leads to the search page", async (t) => {
  const page = await visit(t, pathToFileURL(resolve(process.env.PORTABLE, "districts/990107/index.html")).href);
  await field(page).fill("一小");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\/index\.html\?q=/);
  await hit(page, "示例湖县第一小学").waitFor();
});

test("an address that leads nowhere leads to the search", async (t) => {
  const page = await visit(t, `${address}404.html`);
  await page.getByRole("main").getByRole("link", { name: "查找" }).click();
  await page.waitForURL(/search\/$/);
});
