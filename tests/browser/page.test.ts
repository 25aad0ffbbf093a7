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

test("Shell_IsPaintedBeforeAnyScript", async () => {
  for (const place of ["/", "/taskpane.html"]) {
    const { page } = await watchedPage(browser, service.address);
    let release: () => void = () => undefined;
    const held = new Promise<void>(resolve => (release = resolve));
    await page.route(/\.js(\?|$)/, async route => {
      await held;
      await route.continue();
    });
    await page.goto(service.address + place, { waitUntil: "commit" });
    await page.getByRole("heading", { name: "Thành phố học tập" }).waitFor();
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    expect(await page.getByRole("tab").count()).toBe(0);
    const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]!.startTime);
    console.log(`${place}: shell painted after ${painted.toFixed(0)} ms, no script yet`);
    release();
    await page.context().close();
  }
});
