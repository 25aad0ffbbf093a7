import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { settled } from "./browser";

const samples = new URL("../../templates/samples/", import.meta.url);

export const iiib = new URL("phu-luc-iiib.right.xlsx", samples).pathname;
export const iiibMistakes = new URL("phu-luc-iiib.mistakes.xlsx", samples).pathname;
export const unesco = new URL("unesco-ba-dinh.right.xlsx", samples).pathname;
export const unescoMistakes = new URL("unesco-ba-dinh.mistakes.xlsx", samples).pathname;
/** Every result Đạt; two summaries say otherwise. */
export const alldat = new URL("../fixtures/cases/day/alldat.xlsx", import.meta.url).pathname;
/** A paper that is no form. */
export const paper = new URL("../../templates/documents/bao-cao.docx", import.meta.url).pathname;

export async function detailsOf(name: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(new URL(`../fixtures/details/${name}.json`, import.meta.url), "utf8")) as Record<string, unknown>;
}

/** The first letters of a zip, which every .docx and .xlsx is. */
export async function isZip(path: string): Promise<boolean> {
  return (await readFile(path)).subarray(0, 2).toString() === "PK";
}

const looks = { light: { colorScheme: "light", forcedColors: "none" }, dark: { colorScheme: "dark", forcedColors: "none" }, contrast: { colorScheme: "dark", forcedColors: "active" } } as const;

/** No rule of accessibility is broken in any look, and nothing is wider than the window. */
export async function shouldBeAccessible(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  for (const [look, media] of Object.entries(looks)) {
    // Without motion: a colour on its way from one look to the next would be judged.
    await page.emulateMedia({ ...media, reducedMotion: "reduce" });
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${look} ${id}: ${nodes[0]!.html} ${nodes[0]!.any[0]?.message ?? ""}`)).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}
