import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import type { Plugin } from "vite";

const tests = fileURLToPath(new URL("../tests/", import.meta.url));
const here = fileURLToPath(new URL("./vite.config.ts", import.meta.url));

/** The tests stand outside this folder, where no node_modules is above them: their packages are ours. */
const packagesOfTests: Plugin = {
  name: "packages-of-tests",
  enforce: "pre",
  resolveId(source, importer) {
    return importer?.startsWith(tests) && /^[@\w]/.test(source) ? this.resolve(source, here, { skipSelf: true }) : null;
  },
};

export default defineConfig({
  plugins: [packagesOfTests, react()],
  build: {
    target: "es2022",
    outDir: "dist",
    // Names with a hash: what lies here never changes and may be kept by the browser.
    assetsDir: "built",
    modulePreload: { polyfill: false },
    // An inlined picture or script would be a data: address, which the policy of the page forbids.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: { proxy: { "/api": "http://127.0.0.1:5270", "/samples": "http://127.0.0.1:5270" } },
  test: {
    projects: [
      { extends: true, test: { name: "unit", dir: tests, include: ["addin/**/*.test.ts"], environment: "node" } },
      { extends: true, test: { name: "browser", dir: tests, include: ["browser/**/*.test.ts"], environment: "node", testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false } },
    ],
  },
});
