// What a name is found by: assets/js/search/1-match.js on its own.
//
//   node --test .ci/browser/match.test.mjs
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { test } from "node:test";
import assert from "node:assert/strict";

runInThisContext(readFileSync(new URL("../../assets/js/search/1-match.js", import.meta.url), "utf8"));
const match = runInThisContext("junheng");

const lake = {
  code: "990107", name: "示例湖县", pinyin: "shi li hu xian", rows: [
    ["2199070101", "小学", ["^第一小学", "di yi xiao xue"], [], [["^一小", "yi xiao"]]],
    ["2199070105", "小学", ["^荷叶镇中心小学", "he ye zhen zhong xin xiao xue"], [], [["^荷叶镇中心校", "he ye zhen zhong xin xiao"]]],
    ["2199070107", "小学", ["^实验学校", "shi yan xue xiao"], [["^第七小学", "di qi xiao xue"]]],
    ["2199070111", "小学", ["^第十一小学", "di shi yi xiao xue"]],
    ["2199070120", "小学", ["^乐行小学", "le/yue xing/hang xiao xue"]],
    ["3199070102", "初中", ["^第二初级中学", "di er chu ji zhong xue"], [], [["^二中", "er zhong"]]],
  ],
};
const codes = (query) => match.hits(lake, match.fold(query)).sort((a, b) => a.rank - b.rank).map((h) => h.code.slice(-2));

for (const [query, first] of Object.entries({
  第一小学: "01", 一小: "01", 湖县一小: "01", "示例湖县 一小": "01", 县一小: "01", slhxyx: "01", diyixiaoxue: "01", dyxx: "01",
  荷叶: "05", heye: "05", 荷叶小学: "05", 荷叶中心校: "05", 荷叶镇中心小学: "05", hyzzx: "05", "He Ye": "05",
  实验学校: "07", 第七小学: "07", 七小: "07", shiyan: "07", shiyxx: "07", syxx: "07",
  十一小: "11", "11小": "11", 第11小学: "11", yuehang: "20", lexing: "20", lx: "20", 二中: "02", 第二中学: "02", erzhong: "02", "２中": "02",
})) {
  test(`${query} finds the school`, () => assert.ok(codes(query).includes(first), `found ${codes(query)}`));
}

test("what is whole comes before what is a part", () => assert.equal(codes("一小")[0], "01"));
test("what is not there is not found", () => {
  for (const query of ["第三小学", "三小", "xq", "荷花", "阳光"]) assert.deepEqual(codes(query), [], query);
});
test("a former name says so", () => {
  assert.equal(match.hits(lake, "第七小学")[0].former, "示例湖县第七小学");
  assert.ok(!match.hits(lake, "实验学校")[0].former);
});
test("the head of a query may be its district", () => {
  const place = match.signs([lake.name, lake.pinyin]);
  for (const [query, n] of Object.entries({ 示例湖县一小: 4, 湖县一小: 2, slhxyx: 4, hxyx: 2, 一小: 0, 湖: 0 })) assert.equal(match.head(place, query), n, query);
});
test("pairs of letters are the initials they can mean", () => {
  assert.deepEqual(match.pairs("一小学"), [["一小"], ["小学"]]);
  assert.deepEqual(match.pairs("syxx"), [["sy"]]);
  assert.deepEqual(match.pairs("shiyan"), [["sh", "sy"]]);
  assert.deepEqual(match.pairs("xian"), [["xa", "xn"]]);
});
test("the bucket of a pair is the one tools/index puts it in", () => assert.equal(match.bucket("一小", 256), 150));
