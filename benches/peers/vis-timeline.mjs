// The same made-up trips in vis-timeline: how long until the first picture, and how long a step of zooming or panning.
//
//   node vis-timeline.mjs [--wayline PROGRAM] [--timeout SECONDS] [TRIPS ...]
//
// Prints a table in Markdown. What takes longer than the timeout is given up and said so.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const SIZE = { width: 1600, height: 900 };
const LANES = 200;
const SEED = 7;
const STEPS = 8;
const VIEWS = [
  ["whole", "1900-01-01", "2000-01-01"],
  ["decade", "1950-01-01", "1960-01-01"],
  ["year", "1955-01-01", "1956-01-01"],
];
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    wayline: { type: "string", default: "../../target/release/wayline" },
    timeout: { type: "string", default: "120" },
  },
});
const sizes = positionals.length === 0 ? [1000, 10000, 100000] : positionals.map(Number);
const timeout = Number(values.timeout) * 1000;

/** The trips as items and groups: each from its first to its last possible day, as in Wayline. */
function trips(count) {
  const folder = mkdtempSync(join(tmpdir(), "wayline-peers-"));
  const file = join(folder, "trips.ron");
  const run = (program, ...call) => execFileSync(program, call, { maxBuffer: 2 ** 30, stdio: ["ignore", "pipe", "ignore"] });
  try {
    run(join(dirname(values.wayline), "examples/generate"), "--trips", String(count), "--lanes", String(LANES), "--seed", String(SEED), "-o", file);
    const rows = JSON.parse(run(values.wayline, "list", file, "--format", "json").toString());
    const items = rows.map((row, id) => {
      const days = row.days.possible.join("/").match(/\d{4}-\d{2}-\d{2}/g);
      const end = new Date(`${days.at(-1)}T00:00:00Z`);
      end.setUTCDate(end.getUTCDate() + 1);
      return { id, group: row.country, start: days[0], end: end.toISOString().slice(0, 10), content: row.country };
    });
    const groups = [...new Set(items.map((item) => item.group))].sort().map((id) => ({ id, content: id }));
    return { items, groups };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs in the page: milliseconds until the picture stands, counted until the frame after it. */
async function firstPicture({ items, groups, size }) {
  const picture = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const start = performance.now();
  const options = { width: `${size.width}px`, height: `${size.height}px`, start: "1900-01-01", end: "2000-01-01" };
  window.timeline = new vis.Timeline(document.body, new vis.DataSet(items), new vis.DataSet(groups), options);
  await new Promise((drawn) => window.timeline.on("changed", drawn));
  await picture();
  return performance.now() - start;
}

/** Runs in the page: milliseconds of each of some steps of panning and zooming around a view. */
async function steps({ from, to, count }) {
  const picture = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const length = end - start;
  window.timeline.setWindow(start, end, { animation: false });
  await picture();
  const times = [];
  for (let step = 1; step <= count; step += 1) {
    const before = performance.now();
    const [move, zoom] = step % 2 === 0 ? [0, 0.02 * step * length] : [0.01 * step * length, 0];
    window.timeline.setWindow(start + move + zoom, end + move - zoom, { animation: false });
    await picture();
    times.push(performance.now() - before);
  }
  return times.sort((a, b) => a - b)[Math.floor(count / 2)];
}

/** The times of one file, in milliseconds; what the time did not suffice for is missing. */
async function measured(count) {
  const data = trips(count);
  const executablePath = process.env.CHROMIUM ?? BROWSERS.find(existsSync);
  if (executablePath === undefined) {
    throw new Error("no Chromium found; install one, or name it in CHROMIUM");
  }
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const times = {};
  const work = async () => {
    const page = await browser.newPage({ viewport: SIZE });
    page.setDefaultTimeout(0);
    await page.setContent("<!doctype html><body style='margin:0'></body>");
    await page.addStyleTag({ path: "node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css" });
    await page.addScriptTag({ path: "node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js" });
    times.first = await page.evaluate(firstPicture, { ...data, size: SIZE });
    for (const [name, from, to] of VIEWS) {
      times[name] = await page.evaluate(steps, { from, to, count: STEPS });
    }
  };
  let timer;
  const limit = new Promise((done) => (timer = setTimeout(done, timeout)));
  try {
    await Promise.race([work(), limit]);
  } catch (error) {
    times.error = error.message.split("\n")[0];
  } finally {
    clearTimeout(timer);
    await browser.close();
  }
  return { browser: browser.version(), times };
}

const milliseconds = (time) =>
  time === undefined ? `not within ${values.timeout} s` : time < 1000 ? `${Math.round(time)} ms` : `${(time / 1000).toFixed(1)} s`;

const version = JSON.parse(readFileSync("node_modules/vis-timeline/package.json")).version;
let heading = false;
for (const count of sizes) {
  const { browser, times } = await measured(count);
  if (!heading) {
    console.log(`vis-timeline ${version} in Chromium ${browser}, ${SIZE.width} × ${SIZE.height}, ${LANES} lanes, seed ${SEED}\n`);
    console.log("| trips | first picture | step, whole | step, a decade | step, a year |\n| --- | --- | --- | --- | --- |");
    heading = true;
  }
  const cells = ["first", "whole", "decade", "year"].map((name) => milliseconds(times[name]));
  console.log(`| ${count.toLocaleString("en")} | ${cells.join(" | ")} |`);
  if (times.error !== undefined) {
    console.log(`\n${count.toLocaleString("en")}: ${times.error}\n`);
  }
}
