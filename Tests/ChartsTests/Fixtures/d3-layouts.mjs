// Makes d3-layouts.json: what d3's own modules answer for stacks, samples, bins, treemaps and flows, for LayoutTests.swift.
//
// Made with d3-array 3.2.4, d3-shape 3.2.0, d3-hierarchy 3.1.2 and d3-sankey 0.12.3 under Node 20, beside this file's
// node_modules: node d3-layouts.mjs ENERGY.json > d3-layouts.json, where ENERGY.json is d3-sankey's test/energy.json.
import {readFileSync} from "node:fs";
import {bin, quantile} from "d3-array";
import {hierarchy, treemap} from "d3-hierarchy";
import * as sankeys from "d3-sankey";
import {stack, stackOffsetDiverging, stackOffsetExpand, stackOffsetNone, stackOffsetSilhouette, stackOffsetWiggle} from "d3-shape";

// A small linear congruential generator, so that anyone makes the same numbers.
let state = 7;
const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
const numbers = (count, low, high) => Array.from({length: count}, () => Math.round((low + random() * (high - low)) * 1000) / 1000);
const round = (number) => Math.round(number * 1e6) / 1e6;

const offsets = {none: stackOffsetNone, diverging: stackOffsetDiverging, expand: stackOffsetExpand, silhouette: stackOffsetSilhouette, wiggle: stackOffsetWiggle};
const stacks = Object.entries(offsets).flatMap(([offset, method]) =>
  [[3, 5, 0, 20], [6, 30, 0, 1], ...(offset === "diverging" ? [[4, 8, -10, 10]] : [])].map(([count, places, low, high]) => {
    const series = Array.from({length: count}, () => numbers(places, low, high));
    const rows = series[0].map((_, place) => series.map((values) => values[place]));
    const layers = stack().keys(series.map((_, index) => index)).offset(method)(rows);
    return {offset, series, layers: layers.map((layer) => layer.map(([low, high]) => [round(low), round(high)]))};
  }));

const samples = [[0, 0, 0, 10, 20, 20], [9.8, 10, 11, 12, 13, 13.2], [5], [3, 3, 3], numbers(60, 0, 1), numbers(500, -40, 90), numbers(33, 0, 1e-4), numbers(200, 1e6, 9e6)];
const bins = samples.flatMap((values, sample) => [null, 3, 10, 30].map((thresholds) => {
  const found = (thresholds === null ? bin() : bin().thresholds(thresholds))(values);
  return {sample, thresholds, bins: found.map((bin) => [bin.x0, bin.x1, bin.length])};
}));
const quantiles = samples.flatMap((values, sample) => [0, 0.1, 0.25, 0.5, 0.9, 1].map((p) => [sample, p, quantile(values, p)]));

const treemaps = [[[6, 6, 4, 3, 2, 2, 1], 6, 4], [[1], 100, 50], [numbers(40, 1, 100).sort((a, b) => b - a), 720, 400], [[500, 3, 2, 1], 340, 240]].map(([values, width, height]) => {
  const root = treemap().size([width, height])(hierarchy({children: values.map((value) => ({value}))}).sum((node) => node.value));
  return {values, width, height, rects: root.leaves().map(({x0, y0, x1, y1}) => [x0, y0, x1, y1].map(round))};
});

const sankeyOf = sankeys.sankey ?? sankeys.default.sankey;
const flows = [
  {nodes: 3, links: [[0, 1, 2], [1, 2, 1]]},
  {nodes: 7, links: [[0, 2, 5], [0, 3, 3], [1, 2, 4], [1, 3, 1], [2, 4, 6], [2, 5, 3], [3, 5, 2], [3, 6, 2], [4, 6, 1]]},
  (() => {
    const energy = JSON.parse(readFileSync(process.argv[2], "utf8"));
    return {nodes: energy.nodes.length, links: energy.links.map(({source, target, value}) => [source, target, value])};
  })(),
].map(({nodes, links}) => {
  const made = sankeyOf().nodeWidth(15).nodePadding(10).extent([[1, 1], [959, 494]])({
    nodes: Array.from({length: nodes}, () => ({})), links: links.map(([source, target, value]) => ({source, target, value}))});
  return {
    count: nodes, links, nodes: made.nodes.map((node) => [node.x0, node.x1, node.y0, node.y1].map(round)),
    ends: made.links.map((link) => [link.y0, link.y1, link.width].map(round)),
  };
});

console.log(JSON.stringify({source: "d3-array 3.2.4, d3-shape 3.2.0, d3-hierarchy 3.1.2, d3-sankey 0.12.3; flows[2] is d3-sankey's test/energy.json", stacks, samples, bins, quantiles, treemaps, flows}));
