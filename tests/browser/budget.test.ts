import { readFile, readdir } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const built = new URL("../../addin/dist/built/", import.meta.url);

/** What must come before the first check can be shown: the entry, the application, the check view, and what they import at once. Kilobytes of 1,000 after gzip. */
const BUDGET = 140;

test("Entry_StaysWithinItsBudget", async () => {
  const files = await readdir(built);
  const wanted = ["index-", "App-", "CheckView-"].map(start => files.find(file => file.startsWith(start) && file.endsWith(".js"))!);
  const loaded = new Map<string, number>();
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    if (loaded.has(next)) continue;
    const code = await readFile(new URL(next, built), "utf8");
    loaded.set(next, gzipSync(code, { level: 9 }).length);
    // `import{a as b}from"./c.js"` and `import"./c.js"`; what stands in `import("./c.js")` comes later, when it is needed.
    wanted.push(...[...code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)].map(found => found[1]!));
  }
  const kilobytes = [...loaded.values()].reduce((sum, size) => sum + size, 0) / 1000;
  console.log(`entry: ${kilobytes.toFixed(1)} kB of ${BUDGET} kB (${[...loaded].map(([file, size]) => `${file} ${(size / 1000).toFixed(1)}`).join(", ")})`);
  expect(loaded.size).toBeGreaterThan(3);
  expect(kilobytes).toBeLessThanOrEqual(BUDGET);
});
