// Two to four districts, or schools of one type, beside each other: their codes
// stand in the address, ?d=990101,990102 or ?s=990107-2199070101,… They are
// shown in code order; nothing is ranked or added up.
(() => {
  const place = document.querySelector(".compared");
  const words = place.dataset;
  const most = 4;
  const asked = new URLSearchParams(location.search);
  const codes = (name, form) => [...new Set((asked.get(name) ?? "").split(/[,，\s]+/).filter((c) => form.test(c)))].sort();
  const schools = codes("s", /^\d{6}-\d{10}$/);
  const districts = schools.length > 0 ? [] : codes("d", /^\d{6}$/);
  const all = [...districts, ...schools];
  const shown = all.slice(0, most);
  const { element, load, link } = junheng;
  const say = (word, ...texts) => texts.reduce((s, t) => s.replace("%", t), words[word]);
  const address = (name, list) => `?${name}=${list.join(",")}`;

  // What is found in the search field joins what is there already.
  junheng.choose = (found) => (found.district
    ? address("s", [...schools, `${found.district}-${found.code}`])
    : address("d", [...districts, found.code]));

  const mark = (m) => element("span", m.word, { class: `v ${m.state}` });
  const anchor = (text, href) => element("a", text, { href: link(href) });

  // entry is one cell: the value and where it comes from, its verdict, and more.
  const entry = (value) => {
    const td = element("td");
    if (!value) {
      td.append(element("span", words.nothing, { class: "small" }));
      return td;
    }
    if (value.text) td.append(anchor(value.text, value.href), value.unit ? element("span", ` ${value.unit}`, { class: "u" }) : "", " ");
    if (value.mark) td.append(mark(value.mark), " ");
    if (value.gap) td.append(element("span", value.gap, { class: `gap ${value.mark.state}` }), " ");
    if (value.says) td.append(element("span", value.says, { class: "small" }));
    if (!value.text) {
      const more = element("span", "", { class: "small" });
      more.append(anchor(words.working, value.href));
      td.append(more);
    }
    return td;
  };

  // table prints columns {name, href, about, less} against rows {name, of, cells}.
  const table = (caption, columns, rows) => {
    const box = element("section", "", { class: "wide", tabindex: "0", "aria-label": caption });
    const t = element("table", "", { class: `beside of-${columns.length}` });
    const head = element("tr");
    head.append(element("th", words.row, { scope: "col" }));
    for (const c of columns) {
      const th = element("th", "", { scope: "col" });
      th.append(anchor(c.name, c.href), element("small", c.about));
      head.append(th);
    }
    const thead = element("thead");
    thead.append(head);
    const body = element("tbody");
    for (const r of rows) {
      const tr = element("tr");
      const th = element("th", r.of ? "" : r.name, { scope: "row" });
      if (r.of) th.append(anchor(r.name, r.of));
      tr.append(th, ...r.cells.map(entry));
      body.append(tr);
    }
    t.append(element("caption", caption), thead, body);
    box.append(t);
    return box;
  };

  // merge lines up the rows of several columns, each in its own order.
  const merge = (columns) => {
    const order = [];
    for (const values of columns) {
      let after = -1;
      for (const v of values) {
        let at = order.findIndex((r) => r.key === v.key);
        if (at < 0) {
          at = after + 1;
          order.splice(at, 0, { key: v.key, name: v.name, of: v.of });
        }
        after = at;
      }
    }
    return order.map((r) => ({ ...r, cells: columns.map((values) => values.find((v) => v.key === r.key)) }));
  };

  const sections = (columns, standards) => {
    const ids = [...new Map(standards.flat().map((s) => [s.id, s.name]))];
    return ids.flatMap(([id, name]) => {
      const of = standards.map((list) => list.find((s) => s.id === id));
      const whole = of.some((s) => s?.mark)
        ? [{ name: words.whole, cells: of.map((s) => s && { mark: s.mark, says: s.counts, href: s.href }) }] : [];
      return [element("h2", name), table(say("caption", name, columns.map((c) => c.name).join("、")), columns, [...whole, ...merge(of.map((s) => s?.values ?? []))])];
    });
  };

  const besideDistricts = (data) => sections(data.map((d) => ({ name: d.name, href: d.href, about: `${d.about}，${d.code}` })), data.map((d) => d.standards));

  // A school's values come as [row, value, state, word, gap].
  const besideSchools = (data) => {
    const standards = data.map(({ file, school, page }) => {
      const list = new Map();
      for (const [at, text, state, word, gap] of school.values) {
        const row = file.rows[at];
        if (!list.has(row.standard)) list.set(row.standard, { id: row.standard, name: row.standard, values: [] });
        list.get(row.standard).values.push({ ...row, text, gap, mark: { state, word }, href: page + row.at });
      }
      return [...list.values()];
    });
    return sections(data.map(({ school, page, code }) => ({ name: school.name, href: page, about: `${school.about}，${code}` })), standards);
  };

  const chosen = async () => {
    if (districts.length > 0) {
      const files = await Promise.all(shown.map((c) => load(`districts/${c}/compare.js`)));
      return { lost: shown.filter((_, i) => !files[i]), names: files.filter(Boolean), print: besideDistricts };
    }
    const found = await Promise.all(shown.map(async (pair) => {
      const [district, code] = pair.split("-");
      const file = await load(`districts/${district}/names/compare.js`);
      const school = file?.schools[code];
      return school ? { file, school, code, name: school.name, page: `/districts/${district}/schools/${code}/` } : null;
    }));
    const there = found.filter(Boolean);
    const same = there.filter((s) => s.school.type === there[0].school.type);
    return { lost: shown.filter((_, i) => !found[i]), names: same, other: there.filter((s) => !same.includes(s)), print: besideSchools };
  };

  const start = async () => {
    if (all.length === 0) return;
    const { lost, names, other = [], print } = await chosen();
    const status = place.querySelector("[role=status]");
    const messages = [
      names.length === 1 ? say("one", names[0].name) : names.length > 1 ? say("many", names.map((n) => n.name).join("、")) : "",
      all.length > most ? words.most : "",
      lost.length > 0 ? say("lost", lost.join("、")) : "",
      other.length > 0 ? say("other", other.map((s) => s.name).join("、"), names[0].school.type) : "",
    ];
    status.textContent = messages.filter(Boolean).join("");
    place.hidden = false;
    if (names.length > 0) place.append(...print(names));
  };
  start();
})();
