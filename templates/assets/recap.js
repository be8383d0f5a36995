/* What a page gains where scripts run; without them everything is there to read. */
"use strict";
(() => {
const here = document.currentScript.dataset;
const words = JSON.parse(here.words);
const root = document.documentElement;
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const make = (tag, fields = {}, ...inner) => {
  const element = Object.assign(document.createElement(tag), fields);
  element.append(...inner);
  return element;
};
const mean = (element, roles) => { for (const name in roles) element.setAttribute(name, roles[name]); };
const button = (name, text, action) => {
  const element = make("button", {type: "button", className: name, textContent: text});
  element.addEventListener("click", action);
  return element;
};
const live = make("div", {className: "aside"});
mean(live, {"aria-live": "polite"});
document.body.append(live);
const say = text => { live.textContent = text; };

/* Light or dark: the reader's system, unless they choose. */
const themes = ["auto", "light", "dark"];
let theme = "auto";
const show = name => {
  theme = themes.includes(name) ? name : "auto";
  if (theme === "auto") delete root.dataset.theme; else root.dataset.theme = theme;
  for (const sheet of all("link.dark, style.dark")) sheet.media = {auto: "screen and (prefers-color-scheme: dark)", light: "not all", dark: "screen"}[theme];
  for (const element of all("button.theme")) element.textContent = words[theme];
};
const nextTheme = () => {
  show(themes[(themes.indexOf(theme) + 1) % 3]);
  try { localStorage.setItem("recap-theme", theme); } catch {}
  say(words[theme]);
};

/* Search: the index is a script, since pages from a disk may not fetch. */
let entries = null, dialog = null;
window.recapIndex = list => { entries = list; };
const loadIndex = () => new Promise(done => {
  if (entries) return done();
  const script = make("script", {src: here.index});
  script.onload = script.onerror = () => done();
  document.head.append(script);
});
const plain = text => text.normalize("NFKC").toLowerCase();
const find = query => {
  const terms = plain(query).split(/\s+/).filter(Boolean);
  if (!terms.length || !entries) return [];
  const found = [];
  for (const [index, [kind, title, , text]] of entries.entries()) {
    const head = plain(title), body = plain(text);
    let score = 0;
    for (const term of terms) {
      const own = head === term ? 60 : head.startsWith(term) ? 40 : head.includes(term) ? 25 : 0;
      const word = body.startsWith(term + " ·") ? 70 : body.includes(term) ? 5 : 0;
      if (!own && !word) { score = -1; break; }
      score += own + word;
    }
    if (score > 0) found.push({index, score: score + (kind === "m" ? 3 : 0)});
  }
  return found.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, 30).map(({index}) => ({entry: entries[index], terms}));
};
/* The words around the first hit, each hit marked. */
const snippet = (text, terms) => {
  const low = text.toLowerCase();
  const at = Math.max(0, Math.min(...terms.map(term => low.indexOf(term)).filter(place => place >= 0), text.length) - 24);
  return mark((at > 0 ? "…" : "") + text.slice(at, at + 90) + (at + 90 < text.length ? "…" : ""), terms);
};
const mark = (text, terms) => {
  const low = text.toLowerCase(), pieces = [];
  let from = 0;
  while (from < text.length) {
    let best = -1, length = 0;
    for (const term of terms) {
      const place = low.indexOf(term, from);
      if (place >= 0 && (best < 0 || place < best)) [best, length] = [place, term.length];
    }
    if (best < 0) break;
    pieces.push(text.slice(from, best), make("mark", {textContent: text.slice(best, best + length)}));
    from = best + length;
  }
  return [...pieces, text.slice(from)];
};
const openSearch = async () => {
  if (!here.index) return;
  if (!dialog) dialog = searchDialog();
  if (!dialog.open) dialog.showModal();
  await loadIndex();
  dialog.querySelector("input").dispatchEvent(new Event("input"));
};
const searchDialog = () => {
  const input = make("input", {type: "search", autocomplete: "off", spellcheck: false, placeholder: words.searchHint});
  const list = make("ul", {id: "_results"}), count = make("p", {className: "fine"});
  mean(input, {role: "combobox", "aria-label": words.search, "aria-controls": "_results", "aria-expanded": "true", "aria-autocomplete": "list"});
  mean(list, {role: "listbox", "aria-label": words.results});
  mean(count, {role: "status"});
  let chosen = -1;
  const choose = index => {
    const items = [...list.children];
    chosen = items.length ? (index + items.length) % items.length : -1;
    for (const [place, item] of items.entries()) item.setAttribute("aria-selected", place === chosen);
    if (chosen < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", items[chosen].id);
    items[chosen].scrollIntoView({block: "nearest"});
  };
  const follow = item => {
    if (!item) return;
    dialog.close();
    location.href = item.dataset.href;
  };
  input.addEventListener("input", () => {
    const found = find(input.value);
    list.replaceChildren(...found.map(({entry: [kind, title, href, text], terms}, place) => {
      const item = make("li", {id: `_result-${place}`}, make("strong", {}, ...mark(title, terms)), " ",
        make("span", {className: "fine", textContent: words[kind]}), make("br"), make("span", {className: "snippet"}, ...snippet(text, terms)));
      mean(item, {role: "option"});
      item.dataset.href = here.base + href;
      item.addEventListener("click", () => follow(item));
      return item;
    }));
    count.textContent = !entries ? words.noIndex : input.value.trim() && !found.length ? words.nothing : "";
    choose(0);
  });
  input.addEventListener("keydown", event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) { event.preventDefault(); choose(chosen + step); }
    if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); follow(list.children[chosen]); }
  });
  const element = make("dialog", {className: "search"}, make("div", {className: "search-head"}, input, button("close", words.close, () => element.close())), count, list);
  mean(element, {"aria-label": words.search});
  element.addEventListener("click", event => { if (event.target === element) element.close(); });
  document.body.append(element);
  return element;
};
document.addEventListener("keydown", event => {
  const isHeld = event.ctrlKey || event.metaKey;
  const isWanted = event.key === "/" ? !isHeld && !event.altKey && !event.target.closest?.("input, textarea") : event.key === "k" && isHeld;
  if (here.index && isWanted) { event.preventDefault(); openSearch(); }
});

/* Tables sort by a click on a column's head; what isn't known stays last. */
const scales = {"千": 1e3, "万": 1e4, "亿": 1e8, "万亿": 1e12, K: 1e3, M: 1e6, B: 1e9};
const times = {"天": 86400, "小时": 3600, "分": 60, "秒": 1, d: 86400, h: 3600, min: 60, s: 1};
const number = text => {
  const clean = text.replace(/[,\s¥$€£✓✗▲▼]/g, "").replace("−", "-");
  const time = [...clean.matchAll(/(\d+(?:\.\d+)?)(天|小时|分|秒|min|d|h|s)(?![a-z])/g)];
  if (time.length && time.map(part => part[0]).join("") === clean.replace(/^-/, "")) {
    return time.reduce((sum, [, size, unit]) => sum + size * times[unit], 0) * (clean.startsWith("-") ? -1 : 1);
  }
  const match = /^[^\d+-]{0,2}([+-]?\d+(?:\.\d+)?)(万亿|[千万亿KMB])?/.exec(clean);
  return match ? match[1] * (scales[match[2]] ?? 1) : NaN;
};
const sort = (table, column, head) => {
  const descending = head.getAttribute("aria-sort") === "ascending";
  for (const other of all("th", table.tHead)) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const body = table.tBodies[0], isNumeric = head.classList.contains("number");
  const keyed = [...body.rows].map((row, index) => {
    const text = row.cells[column]?.textContent.trim() ?? "";
    return {row, index, text, value: number(text)};
  });
  const sign = descending ? -1 : 1;
  keyed.sort((a, b) => isNumeric
    ? isNaN(a.value) - isNaN(b.value) || sign * (a.value - b.value) || a.index - b.index
    : sign * a.text.localeCompare(b.text, root.lang, {numeric: true}) || a.index - b.index);
  body.append(...keyed.map(({row}) => row));
};
for (const table of all(".table-scroll > table")) {
  if (!table.tHead || table.tBodies[0]?.rows.length < 3) continue;
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    const action = button("sort", "", () => sort(table, column, head));
    action.append(...head.childNodes);
    action.title = words.sort;
    head.append(action);
  }
}

/* Tooltips of marks and of numbers, by pointer and by keyboard. */
const tip = make("div", {className: "tip", hidden: true});
mean(tip, {"aria-hidden": true});
document.body.append(tip);
const place = (text, element) => {
  tip.textContent = text;
  tip.hidden = false;
  const own = tip.getBoundingClientRect(), box = element.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.left + box.width / 2 - own.width / 2), root.clientWidth - own.width - 8);
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(box.top > own.height + 12 ? box.top - own.height - 8 : box.bottom + 8) + scrollY}px`;
};
const hide = () => { tip.hidden = true; };
const told = element => {
  const own = element.querySelector?.(":scope > title");
  if (own) { element.dataset.tip = own.textContent; own.remove(); }
  if (element.title) { element.dataset.tip = element.title; element.removeAttribute("title"); }
  return element.dataset?.tip;
};
const explain = event => {
  const element = event.target.closest?.(".chart :is(path, rect, circle), .ref");
  const text = element && told(element);
  if (text) place(text, element); else hide();
};
document.addEventListener("pointerover", event => { if (event.pointerType !== "touch") explain(event); });
document.addEventListener("focusin", explain);
document.addEventListener("keydown", event => { if (event.key === "Escape") hide(); });
for (const chart of all("svg.chart[role=img]")) {
  const marks = all(":is(path, rect, circle)", chart).filter(element => element.querySelector(":scope > title"));
  if (!marks.length) continue;
  let current = -1;
  mean(chart, {tabindex: 0});
  const leave = () => { marks[current]?.classList.remove("on"); };
  chart.addEventListener("blur", () => { leave(); hide(); });
  chart.addEventListener("keydown", event => {
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (!step) return;
    event.preventDefault();
    leave();
    current = current < 0 && step < 0 ? marks.length - 1 : (current + step + marks.length) % marks.length;
    const element = marks[current], text = told(element);
    element.classList.add("on");
    place(text, element);
    say(text);
  });
}

/* Links to copy: to a section, a figure, a table, a number. */
const copy = async (id, element) => {
  const address = location.href.split("#")[0] + "#" + encodeURIComponent(id);
  try { await navigator.clipboard.writeText(address); } catch { return prompt(words.copy, address); }
  element.classList.add("done");
  say(words.copied);
  setTimeout(() => element.classList.remove("done"), 1500);
};
const heads = ".prose > :is(h2, h3)[id], .figure[id] .figure-title, .analysis[id] > .figure-title, .entry[id] > h3, tr[id] > th, .entry dl > [id] > dt";
for (const head of all(heads)) {
  const id = head.id || head.closest("[id]").id;
  const action = button("copy", "", () => copy(id, action));
  mean(action, {"aria-label": words.copy + words.colon + head.textContent.trim()});
  action.title = words.copy;
  head.append(action);
}

/* Another language keeps the place. */
for (const link of all("a[hreflang]")) link.addEventListener("click", () => { link.hash = location.hash; });

for (const tools of all(".tools")) {
  if (here.index) {
    const action = button("find", words.search, openSearch);
    action.title = words.searchHint;
    tools.append(action);
  }
  tools.append(button("theme", "", nextTheme));
}
show("auto");
try { show(localStorage.getItem("recap-theme")); } catch {}
})();
