// Finds schools as a reader types. Without this script the same field leads to
// the lists by pinyin. Data come as classic scripts, the only kind that a copy
// opened from disk can load.
(() => {
  const root = new URL("..", document.currentScript.src);
  const waiting = new Map();
  const most = 12; // districts whose schools one search looks through

  // load fetches a script once and gives what it hands over; null if it is not there.
  const load = (path) => {
    if (!waiting.has(path)) {
      waiting.set(path, new Promise((done) => {
        const script = document.createElement("script");
        script.src = new URL(path, root);
        script.onload = () => done(arrived);
        script.onerror = () => { waiting.delete(path); done(null); };
        document.head.append(script);
      }));
    }
    return waiting.get(path);
  };
  let arrived;
  junheng.districts = junheng.schools = junheng.leads = junheng.compared = junheng.comparedSchools = (value) => { arrived = value; };
  const schoolsOf = (code) => load(`districts/${code}/names/names.js`);

  // lead are the codes of the districts that have a name with what was typed;
  // a number where there are too many.
  const lead = async (query, buckets) => {
    let least;
    for (const alternatives of junheng.pairs(query).slice(0, 4)) {
      const codes = new Set();
      let many = 0;
      for (const pair of alternatives) {
        const file = await load(`names/${junheng.bucket(pair, buckets)}.js`);
        const led = file?.[1][pair] ?? "";
        if (typeof led === "number") many += led;
        else led.split(" ").filter(Boolean).forEach((c) => codes.add(c));
      }
      const here = many > 0 ? many + codes.size : [...codes].sort();
      const size = (x) => (x === undefined ? Infinity : typeof x === "number" ? x : x.length);
      if (size(here) < size(least)) least = here;
    }
    return least ?? [];
  };

  // find looks a query up: districts, schools, and whether a reader has to say
  // the district first.
  const find = async (text, only) => {
    const query = junheng.fold(text).slice(0, 40);
    if ([...query].length < 2) return { short: true };
    const out = { places: [], schools: [], choose: [] };
    let codes = [only];
    if (!only) {
      const index = await load("names/districts.js");
      if (!index) return { broken: true };
      const all = index.rows.map(([code, name, pinyin, kind, parent, schools]) => {
        const signs = junheng.signs([name, pinyin]);
        return { code, name, kind, parent, schools, rank: junheng.rank(signs, query), head: junheng.head(signs, query) };
      });
      out.places = all.filter((d) => d.rank < 3);
      const longest = Math.max(0, ...all.map((d) => d.head));
      const named = longest > 1 ? all.filter((d) => d.head === longest && d.schools > 0) : [];
      const led = await lead(query, index.buckets);
      const known = new Set(typeof led === "number" ? [] : led);
      if (longest < query.length && (named.length <= most || known.size === 0)) named.forEach((d) => known.add(d.code));
      codes = [...known].sort();
      if (typeof led === "number" && codes.length === 0) out.many = led;
      if (codes.length > most) {
        out.choose = all.filter((d) => known.has(d.code)).slice(0, 40);
        codes = [];
      }
    }
    const districts = await Promise.all(codes.map(schoolsOf));
    if (districts.includes(null)) return { broken: true };
    if (only) out.within = districts[0].name;
    out.schools = districts.flatMap((d) => junheng.hits(d, query));
    const order = (a, b) => a.rank - b.rank || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
    out.schools.sort(order);
    out.places.sort(order);
    return out;
  };

  const element = (name, text, attributes = {}) => {
    const e = document.createElement(name);
    if (text) e.textContent = text;
    Object.entries(attributes).forEach(([k, v]) => e.setAttribute(k, v));
    return e;
  };

  // link is the address of a place of this site, given from its root: a copy on
  // disk has no server that would look for index.html.
  const file = document.querySelector("form.seek").getAttribute("action").endsWith("index.html") ? "index.html" : "";
  const link = (path) => new URL(path.replace(/^\//, "").replace(/\/(?=$|[?#])/, `/${file}`), root);
  Object.assign(junheng, { load, element, link });

  // start makes one field live. Words stand in the page: data-* of .found.
  const start = (form) => {
    const field = form.elements.q;
    const found = form.parentElement.querySelector(".found");
    const [status, list, next] = ["[role=status]", "ol", ".next"].map((s) => found.querySelector(s));
    const words = found.dataset;
    const asked = new URLSearchParams(location.search);
    const only = form.elements.in?.value ?? asked.get("in")?.match(/^\d{6}$/)?.[0];
    const say = (word, ...numbers) => numbers.reduce((s, n) => s.replace("%", n), words[word]);
    const row = (found, path, about) => {
      const li = element("li");
      const to = path && (junheng.choose?.(found) ?? link(path)); // the comparison takes what is chosen
      li.append(to ? element("a", found.name, { href: to }) : element("b", found.name), element("span", about));
      return li;
    };
    const place = (d) => (d.schools < 0 ? row(d, "", `${d.kind}，${d.parent}，${words.unpublished}`)
      : row(d, `districts/${d.code}/`, `${d.kind}，${d.parent}`));
    const show = (result) => {
      const { short, broken, many, within, places = [], schools = [], choose = [] } = result;
      const shown = 20;
      list.replaceChildren(
        ...places.slice(0, shown).map(place),
        ...schools.slice(0, shown).map((s) => row(s, `districts/${s.district}/schools/${s.code}/`,
          `${s.type}，${s.place}${s.former ? `，${say("former", s.former)}` : ""}`)),
        ...choose.map((d) => row(d, `districts/${d.code}/names/`, say("choose", d.schools))));
      const sum = places.length + schools.length;
      status.textContent = short ? words.short : broken ? words.broken : choose.length > 0 || many ? say("many", many ?? choose.length)
        : sum === 0 ? say("none", field.value.trim()) : places.length > shown || schools.length > shown ? say("more", sum) : say("count", sum);
      if (within) status.append(say("within", within), element("a", words.everywhere, { href: link(`search/?q=${encodeURIComponent(field.value)}`) }));
      next.hidden = short || sum > 0;
      found.hidden = false;
    };
    let turn = 0;
    const look = async () => {
      const mine = ++turn;
      if (field.value.trim() === "") {
        found.hidden = true;
        return;
      }
      const result = await find(field.value, only);
      if (mine === turn) show(result);
    };
    let soon;
    field.addEventListener("input", () => { clearTimeout(soon); soon = setTimeout(look, 150); });
    form.addEventListener("submit", (e) => { e.preventDefault(); clearTimeout(soon); look(); });
    if (asked.has("q")) field.value = asked.get("q");
    if (field.value) look();
  };
  document.querySelectorAll("form.seek").forEach(start);
})();
