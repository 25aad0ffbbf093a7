import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, watchedPage } from "./browser";
import { startService, type Service } from "./service";

let service: Service;
let browser: Browser;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launch()]);
});

afterAll(async () => {
  await browser.close();
  await service.stop();
});

test("Page_Opened_ShowsTheCheckWithoutAFault", async () => {
  const { page, faults } = await watchedPage(browser, service.address);
  await page.goto(service.address);
  await page.getByRole("tab", { name: "Kiểm tra" }).waitFor();
  expect(faults()).toEqual([]);
});
