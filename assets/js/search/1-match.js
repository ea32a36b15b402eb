// How a name is found: by a part of it, a former name, a short form, by pinyin
// or its initials. No page is touched here.
"use strict";
const junheng = (() => {
  const numerals = "零一二三四五六七八九";

  // fold reduces text to what names are compared in. 11小 is 十一小.
  const fold = (text) => text.normalize("NFKC").toLowerCase()
    .replace(/(?<!\d)\d{1,2}(?!\d)/g, (n) => {
      const [ten, one] = [Math.floor(n / 10), n % 10];
      return (ten > 1 ? numerals[ten] : "") + (ten > 0 ? "十" : "") + (one > 0 || ten === 0 ? numerals[one] : "");
    })
    .replace(/[^\p{L}\p{N}]/gu, "");

  // signs pairs each character of a name with the ways to say it.
  const signs = ([name, pinyin]) => {
    const said = pinyin.split(" ");
    return [...name].map((c, i) => [fold(c), (said[i] ?? "").split("/")]).filter(([c]) => c !== "");
  };

  // take says where query ends if it is read along the name from i on: each
  // character by itself, by its pinyin or by the beginning of that; else -1.
  const take = (name, i, query) => {
    if (query === "") return i;
    if (i === name.length) return -1;
    const [character, readings] = name[i];
    if (query.startsWith(character)) {
      const end = take(name, i + 1, query.slice(character.length));
      if (end >= 0) return end;
    }
    for (const reading of readings) {
      let n = 0;
      while (n < reading.length && reading[n] === query[n]) n++;
      for (; n > 0; n--) {
        const end = take(name, i + 1, query.slice(n));
        if (end >= 0) return end;
      }
    }
    return -1;
  };

  // rank of a query in a name: 0 the whole, 1 from its beginning, 2 inside,
  // 3 scattered in order, as 荷叶小学 in 荷叶镇中心小学; none is Infinity.
  const rank = (name, query) => {
    let best = Infinity;
    for (let i = 0; i < name.length && best > 1; i++) {
      const end = take(name, i, query);
      if (end >= 0) best = Math.min(best, i > 0 ? 2 : end === name.length ? 0 : 1);
    }
    const characters = [...query];
    if (best === Infinity && characters.length > 2 && /^\p{Script=Han}+$/u.test(query)) {
      let at = 0;
      for (const [c] of name) if (c === characters[at]) at++;
      if (at === characters.length) best = 3;
    }
    return best;
  };

  // head is how many characters of the query, from its beginning, are a part of
  // the name of at least two characters: 5 of 示例湖县一小 in 示例湖县 … 0 is none.
  const head = (name, query) => {
    const characters = [...query];
    for (let n = characters.length; n > 1; n--) {
      const part = characters.slice(0, n).join("");
      for (let i = 0; i + 1 < name.length; i++) if (take(name, i, part) > i + 1) return part.length;
    }
    return 0;
  };

  // hits are the schools of one district that the query finds, each with its
  // rank and, where that found it, its former name.
  const hits = (district, query) => {
    const place = signs([district.name, district.pinyin]);
    const rest = query.slice(head(place, query));
    const found = [];
    for (const [code, type, name, former = [], short = []] of district.rows) {
      let best = { rank: Infinity };
      const hold = ([text, pinyin], was) => {
        const own = text.startsWith("^");
        const bare = signs([own ? text.slice(1) : text, pinyin]);
        const whole = own ? [...place, ...bare] : bare;
        const at = Math.min(rank(bare, query), rank(whole, query), rest && rest !== query ? rank(bare, rest) : Infinity);
        if (at < best.rank) best = { rank: at, former: was && text.replace("^", district.name) };
      };
      hold(name);
      short.forEach((n) => hold(n));
      former.forEach((n) => hold(n, true));
      if (best.rank < Infinity) {
        found.push({ ...best, code, type, name: name[0].replace("^", district.name), district: district.code, place: district.name });
      }
    }
    return found;
  };

  const begins = /^(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?(?:[aeiouv]+(?:n|ng|r)?)?$/;

  // pairs are the two characters, or the two initials that a row of letters can
  // mean, by which the district of a school is looked up; each of a list is
  // needed, one of the alternatives inside is enough.
  const pairs = (query) => {
    const characters = [...query];
    const all = [];
    for (let i = 1; i < characters.length; i++) {
      if (/^\P{ASCII}+$/u.test(characters[i - 1] + characters[i])) all.push([characters[i - 1] + characters[i]]);
    }
    if (all.length > 0 || !/^[a-z]+$/.test(query)) return all;
    const either = [];
    for (let i = 1; i < query.length && begins.test(query.slice(0, i)); i++) {
      if (!"iuv".includes(query[i])) either.push(query[0] + query[i]);
    }
    return either.length > 0 ? [either] : [];
  };

  // bucket is the file in which a pair stands; tools/index has the same rule.
  const bucket = (pair, n) => [...pair].reduce((h, c) => (h * 31 + c.codePointAt(0)) % 65521, 0) % n;

  return { fold, signs, rank, head, hits, pairs, bucket };
})();
