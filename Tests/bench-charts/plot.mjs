// Draws the charts with Observable Plot under Node and times them.
//
//     node Tests/bench-charts/plot.mjs BUNDLE.js DATA.json [FOLDER]
//
// BUNDLE.js is pyobsplot/static/static-widget.js of PyPI's package pyobsplot 0.5.4: a module with Plot 0.6.17 and d3,
// made for notebooks, which leaves both at `window`. It has no jsdom in it, so the elements are made in document.mjs,
// a stand-in that does much less than a real document: the times are kind to Plot. A title or legend makes Plot return
// an HTML figure around the SVG: the bytes are that figure's. The heat maps' colours are stepped (7 steps), as Plot's
// legend of a continuous scale would need a canvas. Plot has no mark for arcs, so there is no donut: null.
//
// Prints {name: {"ms": median, "bytes": size}}; a run is all between the rows in memory and the text of the figure.

import { mkdirSync, mkdtempSync, copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { Document } from "./document.mjs";

const WARM_UP = 3;
const RUNS = 15;
const SECONDS = 0.5;
const WIDTH = 720;
const COLOURS = { total: "#52525b", up: "#15803d", down: "#b91c1c" };

const [bundle, dataFile, folder] = process.argv.slice(2);
const document = new Document();
globalThis.window = document.defaultView;
const { Plot, d3 } = await loaded(bundle);

const whole = d3.format(",.0f");
const tenth = d3.format(",.1f");
const percent = d3.format(".0%");
const values = (rows, name) => [...new Set(rows.map((row) => row[name]))];

/** Node takes a file for a module by its ending only. */
async function loaded(bundle) {
  const place = mkdtempSync(join(tmpdir(), "plot-"));
  try {
    copyFileSync(bundle, join(place, "bundle.mjs"));
    await import(pathToFileURL(join(place, "bundle.mjs")));
  } finally {
    rmSync(place, { recursive: true });
  }
  return window;
}

function figure(chart, height, options) {
  return Plot.plot({ document, title: chart.title, width: WIDTH, height, marginLeft: 60, ...options }).outerHTML;
}

/** A waterfall's rows with where each bar begins and ends. */
function steps(rows) {
  let level = 0;
  return rows.map((row, number) => {
    const begin = row.kind === "total" ? 0 : level;
    level = begin + row.value;
    const colour = row.kind === "total" ? "total" : row.value >= 0 ? "up" : "down";
    return { ...row, begin, end: level, colour, next: rows[Math.min(number + 1, rows.length - 1)].step };
  });
}

const charts = {
  "line-4x90": (chart) =>
    figure(chart, 360, {
      x: { type: "utc", label: null },
      y: { grid: true, zero: true, label: chart.y },
      color: { legend: true, domain: values(chart.rows, "series") },
      marks: [Plot.ruleY([0]), Plot.lineY(chart.rows, { x: (row) => new Date(row.day), y: "value", stroke: "series" })],
    }),

  "bar-grouped": ({ rows, ...chart }) =>
    figure(chart, 360, {
      fx: { domain: values(rows, "category"), label: null },
      x: { domain: values(rows, "series"), axis: null },
      y: { grid: true, label: chart.y },
      color: { legend: true, domain: values(rows, "series") },
      marks: [
        Plot.barY(rows, { fx: "category", x: "series", y: "value", fill: "series" }),
        Plot.text(rows, { fx: "category", x: "series", y: "value", text: (row) => whole(row.value), dy: -6 }),
        Plot.ruleY([0]),
      ],
    }),

  "bar-stacked": ({ rows, ...chart }) => {
    const stack = { x: "category", y: "value", z: "series", order: values(rows, "series") };
    return figure(chart, 360, {
      x: { domain: values(rows, "category"), label: null },
      y: { grid: true, label: chart.y },
      color: { legend: true, domain: values(rows, "series") },
      marks: [
        Plot.barY(rows, Plot.stackY({ ...stack, fill: "series" })),
        Plot.text(rows, Plot.stackY({ ...stack, text: (row) => whole(row.value), fill: "white" })),
        Plot.ruleY([0]),
      ],
    });
  },

  funnel: ({ rows, ...chart }) =>
    figure(chart, 240, {
      marginLeft: 80,
      marginRight: 110,
      x: { axis: null },
      y: { domain: values(rows, "step"), label: null },
      marks: [
        Plot.barX(rows, { x: "value", y: "step", fill: "steelblue" }),
        Plot.text(rows, {
          x: "value",
          y: "step",
          text: (row) => `${whole(row.value)} · ${d3.format(".1%")(row.value / rows[0].value)}`,
          textAnchor: "start",
          dx: 5,
        }),
      ],
    }),

  "heatmap-7x24": ({ rows, ...chart }) =>
    figure(chart, 260, {
      x: { label: chart.x },
      y: { domain: values(rows, "weekday"), label: null },
      color: { type: "quantize", n: 7, scheme: "blues", legend: true, label: chart.y },
      marks: [Plot.cell(rows, { x: "hour", y: "weekday", fill: "value", inset: 0.5 })],
    }),

  donut: null,

  "scatter-1000": ({ rows, ...chart }) =>
    figure(chart, 400, {
      grid: true,
      x: { label: chart.x },
      y: { label: chart.y },
      color: { legend: true, domain: values(rows, "group") },
      marks: [Plot.dot(rows, { x: "x", y: "y", fill: "group", fillOpacity: 0.6, r: 2.5 })],
    }),

  waterfall: ({ rows, ...chart }) => {
    const bars = steps(rows);
    const signed = d3.format("+,.1f");
    return figure(chart, 360, {
      x: { domain: values(rows, "step"), label: null },
      y: { grid: true, label: chart.y },
      marks: [
        Plot.barY(bars, { x: "step", y1: "begin", y2: "end", fill: (row) => COLOURS[row.colour] }),
        Plot.link(bars, { x1: "step", x2: "next", y: "end", stroke: "#71717a" }),
        Plot.text(bars, { x: "step", y: (row) => Math.max(row.begin, row.end), text: (row) => signed(row.value), dy: -7 }),
        Plot.ruleY([0]),
      ],
    });
  },

  bullet: ({ rows, ...chart }) =>
    figure(chart, 260, {
      marginLeft: 90,
      x: { grid: true, label: chart.x },
      y: { domain: values(rows, "metric"), label: null, padding: 0.3 },
      marks: [
        Plot.barX(rows, { x: "value", y: "metric", fill: "steelblue", insetTop: 10, insetBottom: 2 }),
        Plot.tickX(rows, { x: "target", y: "metric", stroke: "black", strokeWidth: 3, insetTop: 6, insetBottom: -2 }),
        Plot.text(rows, {
          x: 0,
          y: "metric",
          text: (row) => `${tenth(row.value)} / ${whole(row.target)}`,
          textAnchor: "start",
          dx: 4,
          dy: -11,
        }),
      ],
    }),

  "cohort-12x12": ({ rows, ...chart }) =>
    figure(chart, 400, {
      x: { label: chart.x },
      y: { domain: values(rows, "cohort"), label: null },
      color: { type: "quantize", n: 7, scheme: "blues", legend: true, label: chart.y, tickFormat: percent },
      marks: [
        Plot.cell(rows, { x: "month", y: "cohort", fill: "share", inset: 0.5 }),
        Plot.text(rows, {
          x: "month",
          y: "cohort",
          text: (row) => percent(row.share),
          fill: (row) => (row.share > 0.6 ? "white" : "black"),
        }),
      ],
    }),
};

function timed(draw) {
  let picture;
  for (let run = 0; run < WARM_UP; run++) picture = Buffer.from(draw());
  const times = [];
  while (times.length < RUNS || d3.sum(times) < SECONDS * 1000) {
    const start = performance.now();
    picture = Buffer.from(draw());
    times.push(performance.now() - start);
  }
  return { picture, ms: Math.round(d3.median(times) * 1000) / 1000 };
}

const result = {};
if (folder) mkdirSync(folder, { recursive: true });
for (const [name, chart] of Object.entries(JSON.parse(readFileSync(dataFile, "utf-8")))) {
  const draw = charts[name];
  if (draw === null) {
    result[name] = null;
    continue;
  }
  const { picture, ms } = timed(() => draw(chart));
  result[name] = { ms, bytes: picture.length };
  if (folder) writeFileSync(join(folder, `${name}.html`), `<!DOCTYPE html><meta charset="utf-8">${picture}`);
}
console.log(JSON.stringify(result, null, 1));
