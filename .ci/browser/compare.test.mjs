// A reader lays districts or schools beside each other by the codes in the
// address, adds one through the search, and without scripts reads the lists.
//
//   SITE=public PORTABLE=portable node --test .ci/browser/compare.test.mjs
import { test } from "node:test";
import assert from "node:assert/strict";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { visitor } from "./visit.mjs";

const { visit, address } = await visitor();
const heads = (page) => page.locator(".beside").first().locator("thead th").evaluateAll((all) => all.slice(1).map((e) => e.querySelector("a").textContent));

test("districts stand in code order, whatever the order of the address", async (t) => {
  const page = await visit(t, `${address}compare/?d=990107,990101,990104`);
  await page.locator(".beside").first().waitFor();
  assert.deepEqual(await heads(page), ["示例市", "示例县", "示例湖县"]);
  assert.equal(await page.locator(".compared [role=status]").innerText(), "比较：示例市、示例县、示例湖县。");
});

test("every value leads to its working", async (t) => {
  const page = await visit(t, `${address}compare/?d=990101,990107`);
  const row = page.locator(".beside tr", { has: page.getByRole("rowheader", { name: /骨干教师.*小学/ }) }).first();
  await row.waitFor();
  const link = row.locator("td a").first();
  const value = await link.innerText();
  await link.click();
  await page.waitForURL(/districts\/990101\/2023\/quality-2017\/#/);
  const at = decodeURIComponent(new URL(page.url()).hash.slice(1));
  assert.ok((await page.locator(`[id="${at}"]`).innerText()).includes(value));
});

test("nothing is ranked or added up", async (t) => {
  const page = await visit(t, `${address}compare/?d=990101,990107`);
  await page.locator(".beside").first().waitFor();
  assert.doesNotMatch(await page.locator(".compared").innerText(), /名次|总分|第\d+名|最好|最差/);
});

test("one more is added through the search", async (t) => {
  const page = await visit(t, `${address}compare/?d=990101`);
  await page.getByText("再加入一个，就可以比较").waitFor();
  await page.getByRole("searchbox").fill("湖县");
  await page.locator(".found").getByRole("link", { name: "示例湖县", exact: true }).click();
  await page.waitForURL(/compare\/\?d=990101,990107$/);
  await page.locator(".beside").first().waitFor();
  assert.deepEqual(await heads(page), ["示例市", "示例湖县"]);
});

test("schools of one type are compared, of any district; another type is left out and named", async (t) => {
  const page = await visit(t, `${address}compare/?s=990107-2199070101,990101-2199010101,990107-3199070101`);
  await page.locator(".beside").first().waitFor();
  assert.deepEqual(await heads(page), ["示例市实验学校", "示例湖县第一小学"]);
  assert.match(await page.locator(".compared [role=status]").innerText(), /示例湖县第一初级中学不是小学，没有列入/);
});

test("codes that nobody has, and a fifth, are named", async (t) => {
  const page = await visit(t, `${address}compare/?d=990101,990102,990103,990104,990107`);
  await page.getByText("最多比较四个").waitFor();
  assert.equal((await heads(page)).length, 4);
});

test("without scripts there are lists of like districts in code order", async (t) => {
  const page = await visit(t, `${address}compare/?d=990101`, { javaScriptEnabled: false });
  await page.locator("noscript p").waitFor();
  await page.getByRole("main").getByRole("link", { name: "县", exact: true }).click();
  await page.waitForURL(/compare\/xian\/$/);
  const codes = await page.locator("table").first().locator("tbody th small").allInnerTexts();
  assert.deepEqual(codes, ["990104", "990107"]);
});

test("from disk: a district page leads to the comparison, which works", async (t) => {
  const page = await visit(t, pathToFileURL(resolve(process.env.PORTABLE, "districts/990107/index.html")).href);
  await page.getByRole("link", { name: "与别的区县比较" }).click();
  await page.getByRole("searchbox").fill("示例县");
  await page.locator(".found").getByRole("link", { name: "示例县", exact: true }).click();
  await page.locator(".beside").first().waitFor();
  assert.deepEqual(await heads(page), ["示例县", "示例湖县"]);
  await page.locator(".beside td a").first().click();
  await page.getByRole("heading", { level: 1, name: /逐条算法/ }).waitFor();
});
