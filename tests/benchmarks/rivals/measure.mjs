// Where the kit keeps packages, inputs and results (never in the repository), and how a run is timed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';

export const HOME = process.env.RIVALS_HOME || path.join(os.tmpdir(), 'learningcity-rivals');
export const WORK = path.join(HOME, 'work');
export const dep = createRequire(path.join(HOME, 'package.json'));
export const read = name => JSON.parse(fs.readFileSync(path.join(WORK, name), 'utf8'));
export const version = name => {
  let at = path.dirname(dep.resolve(name));
  while (!at.endsWith(path.join('node_modules', name))) at = path.dirname(at);
  return JSON.parse(fs.readFileSync(path.join(at, 'package.json'), 'utf8')).version;
};

/** Warms, then runs for the seconds given and at least five times; the last answer and the spread. */
export async function measure(run, { secs, warm }) {
  const now = () => Number(process.hrtime.bigint()) / 1e6, round = x => Math.round(x * 1000) / 1000;
  let answer, warmed = 0;
  for (const start = now(); warmed < 3 || now() - start < warm * 1000; warmed++) answer = await run();
  const times = [], cpu = process.cpuUsage(), start = now();
  while (times.length < 5 || now() - start < secs * 1000) { const t = now(); answer = await run(); times.push(now() - t); }
  const used = process.cpuUsage(cpu), n = times.length, at = q => times[Math.min(n - 1, Math.max(0, Math.ceil(q * n) - 1))];
  times.sort((a, b) => a - b);
  const peak = /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync('/proc/self/status', 'utf8'));
  return [answer, { n, warm: warmed, median_ms: round(at(0.5)), p99_ms: round(at(0.99)), cpu_ms: round((used.user + used.system) / 1000 / n), peak_rss_mib: Math.round(peak[1] / 1024) }];
}

/** node bench-….mjs ENGINE ROWS [--secs N] [--warm N]: one JSON line, also when the engine fails. */
export async function main(kind, engines) {
  const [engine, rows, ...rest] = process.argv.slice(2), option = (name, otherwise) => rest.includes(name) ? +rest[rest.indexOf(name) + 1] : otherwise;
  const line = { kind, engine, rows: +rows };
  try {
    const { job, check, version } = engines[engine](rows);
    const [answer, stats] = await measure(job, { secs: option('--secs', 6), warm: option('--warm', 4) });
    Object.assign(line, { version }, stats, check(answer));
  } catch (e) { line.error = String(e?.message ?? e).slice(0, 200); }
  console.log(JSON.stringify(line));
}
