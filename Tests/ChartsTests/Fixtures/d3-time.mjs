// Makes d3-time.json: Mondays, firsts of months, quarters and years, and civil dates, for DayTicksTests.swift. Days are numbers
// since 1970-01-01. Made with d3-time 3.1.0 under Node 20, beside this file's node_modules: node d3-time.mjs > d3-time.json
import {utcDay, utcMonday, utcMonth, utcYear} from "d3-time";

const day = (date) => date.getTime() / 864e5;
const spans = [["2023-12-20", "2024-03-10"], ["1899-11-28", "1900-03-05"], ["2099-12-25", "2100-03-03"], ["2025-04-21", "2025-07-19"], ["1969-12-01", "1970-02-01"]];
const ranges = spans.map(([start, end]) => {
  const from = new Date(start), to = utcDay.offset(new Date(end), 1);
  return {
    first: day(from), last: day(to) - 1, mondays: utcMonday.range(from, to).map(day), months: utcMonth.range(from, to).map(day),
    quarters: utcMonth.every(3).range(from, to).map(day), years: utcYear.range(from, to).map(day),
  };
});
const civil = utcDay.every(97) === null ? [] : utcDay.range(new Date("1890-01-01"), new Date("2110-01-01"), 97)
  .map((date) => [day(date), date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), (date.getUTCDay() + 6) % 7 + 1]);
console.log(JSON.stringify({source: "d3-time 3.1.0", ranges, civil}));
