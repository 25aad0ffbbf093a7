import { readFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import { expect, test } from "vitest";

const addin = new URL("../../addin/", import.meta.url);

/** The other half, that `openapi.json` is what the service says of itself, is tested with the service. */
test("ApiTypes_AreThoseOfTheServicesDescription", async () => {
  const made = astToString(await openapiTS(new URL("openapi.json", addin)));
  const kept = await readFile(new URL("src/service/api.d.ts", addin), "utf8");
  expect(kept.slice(kept.indexOf("export interface paths"))).toBe(made.slice(made.indexOf("export interface paths")));
});
